"""`content/basemap.json`: the base map that `dateline basemap` made for the site; without one, the whole world's.

Path data goes into pages as it is written, so it is held against the few characters it may have.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import lru_cache
from hashlib import sha256
from math import isfinite
from pathlib import Path
from typing import Any, Final

from generator.diagnostics.diagnostic import Diagnostic, Span
from generator.model.basemap import Basemap, Box, Label, Landmark, Outline, Package, Sheet
from generator.reading.load import load
from generator.whole_files import read_whole

BASEMAP_FILE: Final = "content/basemap.json"
WORLD: Final = Path(__file__).parent / "world.json"
"""Natural Earth at 1:110 million, made by `python -m generator.cartography.world`."""

FORMAT: Final = 1

HELP: Final = "delete the file, or run dateline basemap again"

_PATH: Final = re.compile(r"[mz0-9 -]*")


class _FaultError(Exception):
    """What is wrong with the file, in words."""


def read_basemap(root: Path) -> tuple[Basemap | None, tuple[Diagnostic, ...]]:
    """The site's base map. None, with a finding, for a file that is none."""
    raw = load(root, BASEMAP_FILE)
    if raw is None:
        return _whole_world(), ()
    if isinstance(raw, Diagnostic):
        return None, (raw,)
    try:
        return basemap(raw), ()
    except _FaultError as fault:
        return None, (Diagnostic("D031", f"this is no base map: {fault}", Span(BASEMAP_FILE), HELP),)


def basemap(raw: bytes) -> Basemap:
    """The base map that a file holds."""
    try:
        read = json.loads(raw)
    except (ValueError, RecursionError) as fault:
        raise _FaultError("it is not JSON") from fault
    if not isinstance(read, dict) or read.get("format") != FORMAT:
        raise _FaultError(f"its format is not {FORMAT}")
    detail = read.get("detail")
    return Basemap(
        digest=sha256(raw).hexdigest(),
        stretch=_number(read.get("stretch"), "stretch"),
        west=_number(read.get("west"), "west"),
        world=_sheet(read.get("world"), "world"),
        detail=None if detail is None else _sheet(detail, "detail"),
        outlines=_members(read.get("outlines", {}), "outlines", _outline),
        countries=_members(read.get("countries", {}), "countries", _outline),
        labels=tuple(_label(one) for one in _list(read.get("labels", []), "labels")),
        landmarks=tuple(_landmark(one) for one in _list(read.get("landmarks", []), "landmarks")),
        credit=_text(read.get("credit"), "credit"),
        boundaries=_text(read.get("boundaries"), "boundaries"),
        packages=tuple(_package(one) for one in _list(read.get("packages", []), "packages")),
    )


@lru_cache(maxsize=1)
def _whole_world() -> Basemap:
    return basemap(read_whole(WORLD))


def _sheet(value: Any, name: str) -> Sheet:
    mapping = _mapping(value, name)
    paths = {
        key: _path(mapping.get(key, ""), f"{name}.{key}")
        for key in ("sea", "lakes", "borders", "parts", "rivers")
    }
    return Sheet(box=_box(mapping.get("box"), f"{name}.box"), **paths)


def _outline(value: Any, name: str) -> Outline:
    mapping = _mapping(value, name)
    return Outline(
        name=_text(mapping.get("name"), f"{name}.name"),
        path=_path(mapping.get("path"), f"{name}.path"),
        box=_box(mapping.get("box"), f"{name}.box"),
    )


def _label(value: Any) -> Label:
    match value:
        case [name, x, y, location]:
            return Label(
                _text(name, "labels"), _number(x, "labels"), _number(y, "labels"), _text(location, "labels")
            )
        case _:
            raise _FaultError('"labels" are names with a place')


def _landmark(value: Any) -> Landmark:
    match value:
        case [location, x, y]:
            return Landmark(_text(location, "landmarks"), _number(x, "landmarks"), _number(y, "landmarks"))
        case _:
            raise _FaultError('"landmarks" are ids with a place')


def _package(value: Any) -> Package:
    mapping = _mapping(value, "packages")
    told = {
        key: _text(mapping.get(key), f"packages.{key}") for key in ("name", "version", "licence", "notice")
    }
    return Package(**told)


def _members(value: Any, name: str, read: Callable[[Any, str], Outline]) -> dict[str, Outline]:
    return {key: read(one, f"{name}.{key}") for key, one in _mapping(value, name).items()}


def _box(value: Any, name: str) -> Box:
    numbers = [_number(one, name) for one in _list(value, name)]
    if len(numbers) != len(Box._fields) or min(numbers[2:]) < 0:
        raise _FaultError(f'"{name}" is no box')
    return Box(*numbers)


def _path(value: Any, name: str) -> str:
    if not _PATH.fullmatch(_text(value, name)):
        raise _FaultError(f'"{name}" is no path')
    return str(value)


def _number(value: Any, name: str) -> float:
    if not isinstance(value, int | float) or isinstance(value, bool) or not isfinite(value):
        raise _FaultError(f'"{name}" is no number')
    return value


def _text(value: Any, name: str) -> str:
    if not isinstance(value, str):
        raise _FaultError(f'"{name}" is no text')
    return value


def _list(value: Any, name: str) -> list[Any]:
    if not isinstance(value, list):
        raise _FaultError(f'"{name}" is no list')
    return value


def _mapping(value: Any, name: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise _FaultError(f'"{name}" is no mapping')
    return value
