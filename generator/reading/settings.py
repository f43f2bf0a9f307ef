"""Readers of values that stand in `site.yaml` alone."""

from __future__ import annotations

import re
import zoneinfo
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from generator.model.names import nearest
from generator.reading.excerpts import in_quotes
from generator.reading.fields.field import JsonSchema
from generator.reading.fields.reading import Reading
from generator.reading.fields.scalars import word
from generator.reading.fields.urls import wrong_with
from generator.reading.file_names import is_id
from generator.reading.nodes import Node

_ADDRESS: Final = re.compile(r"/|/?(?:[a-z0-9]+(?:-[a-z0-9]+)*/)+")
_PLACEHOLDER: Final = re.compile(r"\{([^{}]*)\}")
_PLACEHOLDERS: Final = frozenset({"path", "line", "column"})


@dataclass(frozen=True, slots=True)
class TimeZone:
    """A zone of the IANA database."""

    def read(self, node: Node, _path: str, reading: Reading) -> str | None:
        """The zone's name."""
        found = word(node, reading, "a time zone")
        if found is None:
            return None
        if found.text == "UTC" or _is_zone(found.text):
            return found.text
        reading.fault("D902", f"{in_quotes(found.text)} is not a time zone", found, _similar_zone(found.text))
        return None

    def words(self) -> str:
        """As `Reader`."""
        return "IANA time zone"

    def schema(self) -> JsonSchema:
        """As `Reader`."""
        return {"type": "string"}


@dataclass(frozen=True, slots=True)
class BaseUrl:
    """The address of the folder that the site is published in."""

    def read(self, node: Node, _path: str, reading: Reading) -> str | None:
        """The address, ending in `/`."""
        found = word(node, reading, "an address")
        if found is None:
            return None
        wrong = wrong_with(found.text)
        parts = None if wrong else urlsplit(found.text)
        if parts and (parts.query or parts.fragment):
            wrong = "the address of a folder has no ? and no #", "write it as https://host/path/"
        if wrong is None:
            return found.text.rstrip("/") + "/"
        reading.fault("D903", wrong[0], found, wrong[1])
        return None

    def words(self) -> str:
        """As `Reader`."""
        return "URL of a folder"

    def schema(self) -> JsonSchema:
        """As `Reader`."""
        return {"type": "string", "format": "uri", "pattern": "^https?://[^?#]+$"}


@dataclass(frozen=True, slots=True)
class NavigationTarget:
    """The id of a free page (`about`) or an address of the site (`/timeline/`)."""

    def read(self, node: Node, _path: str, reading: Reading) -> str | None:
        """The id, or the address as written."""
        found = word(node, reading, "an address or the id of a page")
        if found is None:
            return None
        if is_id(found.text) or _ADDRESS.fullmatch(found.text):
            return found.text
        better = f"/{found.text.strip('/').lower()}/"
        advice = (
            f'did you mean "{better}"?'
            if _ADDRESS.fullmatch(better)
            else "write /timeline/, or about for a page"
        )
        reading.fault("D904", f"{in_quotes(found.text)} is no address of this site", found, advice)
        return None

    def words(self) -> str:
        """As `Reader`."""
        return "address or page id"

    def schema(self) -> JsonSchema:
        """As `Reader`."""
        return {"type": "string", "pattern": f"^(?:{_ADDRESS.pattern}|[a-z0-9-]+)$"}


@dataclass(frozen=True, slots=True)
class EditorUrl:
    """A pattern that opens a file at a line. The site's own setting, so any scheme will do."""

    def read(self, node: Node, _path: str, reading: Reading) -> str | None:
        """The pattern."""
        found = word(node, reading, "an address")
        if found is None:
            return None
        named = set(_PLACEHOLDER.findall(found.text))
        if "path" in named and named <= _PLACEHOLDERS:
            return found.text
        unknown = sorted(named - _PLACEHOLDERS)
        message = f"{{{unknown[0]}}} is not filled in" if unknown else "the pattern has no {path}"
        reading.fault("D905", message, found, "use {path}, {line} and {column}")
        return None

    def words(self) -> str:
        """As `Reader`."""
        return "address with `{path}`"

    def schema(self) -> JsonSchema:
        """As `Reader`."""
        return {"type": "string", "pattern": r"\{path\}"}


def _is_zone(name: str) -> bool:
    try:
        zoneinfo.ZoneInfo(name)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def _similar_zone(name: str) -> str:
    zones = zoneinfo.available_timezones()
    if not zones:
        return "this machine has no time zones: install the package tzdata"
    city = name.replace(" ", "_").casefold()
    same = sorted(zone for zone in zones if zone.casefold().rpartition("/")[2] == city and "/" in zone)
    near = same or nearest(name, zones, 1)
    return f'did you mean "{near[0]}"?' if near else "write it as Asia/Damascus"
