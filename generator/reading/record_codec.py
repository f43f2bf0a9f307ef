"""Records and findings to JSON and back, for the cache: plain values only, nothing that could run.

A dataclass is an object with its class under the empty key and the fields that differ from their defaults; a tuple
is an array; a moment or a figure is its text. Places are one line of text, and are taken apart only when a finding
asks for one.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, Final

from generator.diagnostics.diagnostic import Diagnostic, Span
from generator.model import parsed, prose, records
from generator.model.figure import Figure
from generator.model.moment import Moment
from generator.model.parsed import Place

_CLASS: Final = ""
_PLACE: Final = ","
_FIELD: Final = ";"


class StoredPlaces(Mapping[str, Place]):
    """Places as the cache keeps them: `title,2,8,32;date,3,7,10` (path, line, column, length)."""

    __slots__ = ("_places", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._places: dict[str, Place] | None = None

    def __getitem__(self, path: str) -> Place:
        return self._all()[path]

    def __iter__(self) -> Iterator[str]:
        return iter(self._all())

    def __len__(self) -> int:
        return len(self._all())

    def __reduce__(self) -> tuple[type[StoredPlaces], tuple[str]]:
        return StoredPlaces, (self._text,)

    def _all(self) -> dict[str, Place]:
        if self._places is None:
            rows = (row.rsplit(_PLACE, 3) for row in self._text.split(_FIELD) if row)
            self._places = {
                path: (int(line), int(column), int(length)) for path, line, column, length in rows
            }
        return self._places


def encode(value: object) -> str:
    """A value of `ParsedFile` as JSON."""
    return json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":"))


def decode(text: str | bytes) -> Any:
    """The value again. Raises ValueError, KeyError or TypeError for what `encode` never wrote."""
    return json.loads(text, object_hook=_made)


def _plain(value: object) -> Any:
    if isinstance(value, Moment | Figure):
        return {_CLASS: type(value).__name__, "text": str(value)}
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    if isinstance(value, Mapping):
        return {_CLASS: "Places", "text": _joined(value)}
    if is_dataclass(value) and not isinstance(value, type):
        return {_CLASS: type(value).__name__} | {
            name: _plain(getattr(value, name))
            for name, default in _defaults(type(value))
            if getattr(value, name) is not default and getattr(value, name) != default
        }
    return value


def _joined(places: Mapping[str, Place]) -> str:
    return _FIELD.join(f"{path},{line},{column},{length}" for path, (line, column, length) in places.items())


@cache
def _defaults(of: type[Any]) -> tuple[tuple[str, object], ...]:
    return tuple((field.name, field.default) for field in fields(of))


def _made(entries: dict[str, Any]) -> Any:
    make = _MAKERS[entries.pop(_CLASS)]
    for name, value in entries.items():
        if type(value) is list:
            entries[name] = _tuple(value)
    return make(**entries)


def _tuple(values: list[Any]) -> tuple[Any, ...]:
    return tuple([_tuple(value) if type(value) is list else value for value in values])


def _moment(text: str) -> Moment:
    return Moment.parse(text)


def _figure(text: str) -> Figure:
    return Figure.parse(text)


def _classes(*modules: Any) -> Iterator[type[Any]]:
    for module in modules:
        for value in vars(module).values():
            if isinstance(value, type) and is_dataclass(value) and value.__module__ == module.__name__:
                yield value


_MAKERS: Final[dict[str, Callable[..., Any]]] = {
    **{made.__name__: made for made in (*_classes(records, prose, parsed), Diagnostic, Span)},
    "Moment": _moment,
    "Figure": _figure,
    "Places": StoredPlaces,
}
