"""What a file gave to a line of the cache and back: plain JSON, nothing that could run.

A line has two parts with a tab between them: what the file gave, and the places of its fields. Those are read when
somebody asks for one: a build without findings asks for few.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, get_args

from generator.diagnostics.diagnostic import Diagnostic
from generator.model.parsed import Parsed, Place
from generator.model.prose import Prose
from generator.model.record_parts import Translation
from generator.model.records import AnyRecord
from generator.reading.rows import shape_of

Gave = tuple[Parsed[AnyRecord] | Translation | None, tuple[Diagnostic, ...]]
"""A record or a translation, if the file makes one, and what was found."""

_BREAK: Final = b"\t"
"""JSON writes a tab within a text as an escape."""

_FINDINGS: Final = shape_of(tuple[Diagnostic, ...])
_PROSE: Final = shape_of(Prose)
_TRANSLATED: Final = shape_of(Translation)
_RECORDS: Final = {kind.__name__: shape_of(kind) for kind in get_args(AnyRecord)}

_JSON: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


class StoredPlaces(Mapping[str, Place]):
    """The places in a line of the cache."""

    __slots__ = ("_line", "_places")

    def __init__(self, line: bytes) -> None:
        self._line = line
        self._places: dict[str, Place] | None = None

    def __getitem__(self, path: str) -> Place:
        return self._all()[path]

    def __iter__(self) -> Iterator[str]:
        return iter(self._all())

    def __len__(self) -> int:
        return len(self._all())

    def __reduce__(self) -> tuple[type[StoredPlaces], tuple[bytes]]:
        return StoredPlaces, (self._line,)

    def _all(self) -> dict[str, Place]:
        if self._places is None:
            written = json.loads(self._line.partition(_BREAK)[2])
            self._places = {path: (line, column, length) for path, (line, column, length) in written.items()}
        return self._places


def encode(parsed: Parsed[AnyRecord] | Translation | None, findings: Sequence[Diagnostic]) -> bytes:
    """The line."""
    found = _FINDINGS.write(findings)
    if parsed is None:
        return _json([found])
    if isinstance(parsed, Translation):
        return _json([found, _TRANSLATED.write(parsed)])
    kind = type(parsed.record).__name__
    rest = _json([found, _RECORDS[kind].write(parsed.record), kind, _PROSE.write(parsed.body)])
    return rest + _BREAK + _json(dict(parsed.places))


def decode(lines: Iterable[bytes]) -> list[Gave]:
    """What each line says. Raises ValueError, KeyError or TypeError for what `encode` never wrote."""
    written = list(lines)
    heads = json.loads(b"[" + b",".join([line.partition(_BREAK)[0] for line in written]) + b"]")
    return [_gave(line, *head) for line, head in zip(written, heads, strict=True)]


def _gave(line: bytes, found: list[Any], row: Any = None, kind: str = "", body: Any = None) -> Gave:
    findings = _FINDINGS.make(found)
    if kind:
        return Parsed(_RECORDS[kind].make(row), _PROSE.make(body), StoredPlaces(line)), findings
    return None if row is None else _TRANSLATED.make(row), findings


def _json(value: object) -> bytes:
    return _JSON.encode(value).encode("utf-8", "surrogatepass")
