r"""Where a link or image may lead: an allow list, applied to what a browser would make of the address.

Source of the steps: WHATWG URL Standard, "basic URL parser" (strip C0 and space at the ends, drop tab and line
ends everywhere, `\` read as `/`, `%2e` as a dot segment). Entities are already decoded when an address comes here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

import mdurl
from markdown_it.common.normalize_url import normalizeLink

from generator.model.prose import ROOT

SCHEMES = ("https", "http", "mailto", "tel")

Kind = Literal["outside", "inside", "fragment", "refused"]
Fault = Literal["", "scheme", "host", "malformed"]


@dataclass(frozen=True, slots=True)
class Destination:
    """`address` is ready for an attribute but for escaping; `inside` ones begin with ROOT. When refused, `fault`
    names the kind of fault and `why` says it.
    """

    kind: Kind
    address: str = ""
    fault: Fault = ""
    why: str = ""


_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.\-]*):")
_HOST = re.compile(
    r"https?://(\[[0-9A-Fa-f:.]+\]|[^\s\x00-\x20<>\"^`{|}\\%/?#@:\[\]]+)(:\d{0,5})?(?=[/?#]|\Z)",
    re.IGNORECASE,
)
_DOT = re.compile(r"%2e", re.IGNORECASE)


def destination(written: str) -> Destination:
    """Judge an address as an editor wrote it."""
    address = _CONTROLS.sub("", written).strip()
    if address.replace("\\", "/").startswith("//"):
        return _refused("host", "it names a host without a scheme")
    if scheme := _SCHEME.match(address):
        return _with_scheme(address, scheme.group(1).lower())
    if "\\" in address:
        return _refused("malformed", "it has a backslash in it")
    if not address:
        return _refused("malformed", "it is empty")
    if address.startswith("#"):
        return Destination("fragment", "#" + _encoded(address[1:]).replace("#", "%23"))
    return _inside(address)


def _with_scheme(address: str, scheme: str) -> Destination:
    if scheme not in SCHEMES:
        return _refused("scheme", f'it has the scheme "{scheme}:"')
    if "\\" in address:
        return _refused("malformed", "it has a backslash in it")
    if scheme in ("https", "http"):
        return _web(address)
    if address.endswith(":"):
        return _refused("malformed", "nothing follows its scheme")
    return Destination("outside", _encoded(address))


def _web(address: str) -> Destination:
    host = _HOST.match(address)
    if host is None:
        return _refused("malformed", "its host is missing, malformed, or hidden behind a user name")
    return Destination("outside", _single_fragment(normalizeLink(address)))


def _inside(address: str) -> Destination:
    path, mark, rest = _split(address)
    if ":" in path.partition("/")[0]:
        return _refused("scheme", "a browser could read its beginning as a scheme")
    segments = _resolved(path.removeprefix("/"))
    if segments is None:
        return _refused("malformed", "it leads out of the site")
    return Destination("inside", ROOT + _single_fragment(_encoded("/".join(segments) + mark + rest)))


def _split(address: str) -> tuple[str, str, str]:
    """Path, its end mark (`?`, `#` or nothing), and what follows."""
    end = re.search(r"[?#]", address)
    if end is None:
        return address, "", ""
    return address[: end.start()], end.group(), address[end.end() :]


def _resolved(path: str) -> list[str] | None:
    """Segments without dots; None when they climb above the site's root."""
    kept: list[str] = []
    segments = path.split("/")
    for number, segment in enumerate(segments):
        dots = _DOT.sub(".", segment)
        last = number == len(segments) - 1
        if dots == "..":
            if not kept:
                return None
            kept.pop()
        elif dots != ".":
            kept.append(segment)
            continue
        if last:
            kept.append("")
    # an empty first segment would make `//host` of ROOT's end and itself
    while len(kept) > 1 and not kept[0]:
        del kept[0]
    return kept


def _encoded(address: str) -> str:
    return mdurl.encode(address)


def _single_fragment(address: str) -> str:
    before, mark, fragment = address.partition("#")
    return before + mark + fragment.replace("#", "%23")


def _refused(fault: Fault, why: str) -> Destination:
    return Destination("refused", "", fault, why)
