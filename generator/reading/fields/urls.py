"""Reader of whole web addresses. Only `http` and `https` come through: an allow list, not a deny list."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final
from urllib.parse import SplitResult, urlsplit

from generator.reading.excerpts import in_quotes
from generator.reading.fields.field import JsonSchema
from generator.reading.fields.reading import Reading
from generator.reading.fields.scalars import word
from generator.reading.nodes import Node

LONGEST: Final = 2083
"""Characters; what all browsers and hosts take."""

_UNSAFE: Final = re.compile(
    r"[\x00-\x20\x7f-\xa0\\\"<>^`{|}\u2028\u2029\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]"
)
_BARE_HOST: Final = re.compile(r"(?:www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:[/?].*)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class WebAddress:
    """An absolute `https://` or `http://` address."""

    def read(self, node: Node, _path: str, reading: Reading) -> str | None:
        """The address as written."""
        found = word(node, reading, "an address")
        if found is None:
            return None
        wrong = wrong_with(found.text)
        if wrong is None:
            return found.text
        reading.fault("D111", wrong[0], found, wrong[1])
        return None

    def words(self) -> str:
        """As `Reader`."""
        return "URL"

    def schema(self) -> JsonSchema:
        """As `Reader`."""
        return {"type": "string", "format": "uri", "pattern": "^[Hh][Tt][Tt][Pp][Ss]?://"}


def wrong_with(address: str) -> tuple[str, str] | None:
    """What is wrong with an address and what would mend it; None for a sound one."""
    unsafe = _UNSAFE.search(address)
    if unsafe:
        return (
            f"{in_quotes(unsafe.group())} cannot stand in an address",
            "write it percent-encoded, such as %20 for a space",
        )
    if len(address) > LONGEST:
        return f"the address has more than {LONGEST} characters", "shorten it"
    try:
        parts = urlsplit(address)
        _ = parts.port  # raises ValueError for what is no number
    except ValueError:
        return "the address is not well-formed", "copy it from the browser again"
    return _wrong_part(address, parts)


def _wrong_part(address: str, parts: SplitResult) -> tuple[str, str] | None:
    if parts.scheme not in ("http", "https"):
        if _BARE_HOST.fullmatch(address):
            return "the address does not begin with https://", f'did you mean "https://{address}"?'
        return (
            "the address does not begin with https:// or http://",
            "only addresses of web pages can be linked",
        )
    if not parts.hostname:
        return "the address names no host", "write it as https://host/path"
    if "@" in parts.netloc:
        return "the address holds a user name", "write the address without what stands before the @"
    return None
