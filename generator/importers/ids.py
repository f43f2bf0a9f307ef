"""Ids for new records: like their names, and none twice."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from generator.model.records import KINDS, Kind
from generator.reading.file_names import suggested_id


@dataclass(frozen=True, slots=True)
class Ids:
    """Which ids are taken, of each kind; fills while one import is settled."""

    taken: set[tuple[Kind, str]]
    _last: dict[tuple[Kind, str], int] = field(default_factory=dict)

    def take(self, kind: Kind, name: str, more: str = "") -> str:
        """A new id made from a name; where that is taken, with `more` behind it, then with a number."""
        found = self.free(kind, name, more)
        self.taken.add((kind, found))
        return found

    def free(self, kind: Kind, name: str, more: str = "") -> str:
        """The same without taking it."""
        plain = suggested_id(name) or f"{kind}-{suggested_id(more)}".strip("-")
        for wished in dict.fromkeys((plain, suggested_id(f"{plain}-{more}"))):
            if wished and (kind, wished) not in self.taken:
                return wished
        number = self._last.get((kind, plain), 1) + 1
        while (kind, f"{plain}-{number}") in self.taken:
            number += 1
        self._last[kind, plain] = number - 1
        return f"{plain}-{number}"


def ids(taken: Iterable[tuple[Kind, str]]) -> Ids:
    """None taken but these; a free page never takes the address of a folder of records."""
    return Ids({*taken, *(("page", f"{kind}s") for kind in KINDS)})
