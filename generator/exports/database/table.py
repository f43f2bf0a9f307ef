"""What a table is: columns with their meaning, and a function that gives its rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from generator.graph.graph import Graph

Cell = str | int | float | None
Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """One column. `sql` is its type and constraints; `references` names the table whose key it holds."""

    name: str
    sql: str
    meaning: str
    references: str = ""

    @property
    def definition(self) -> str:
        """As `CREATE TABLE` has it. References are looked at when all rows are there."""
        key = "slug" if self.references in {"roles", "measures"} else "id"
        reference = (
            f" REFERENCES {self.references}({key}) DEFERRABLE INITIALLY DEFERRED" if self.references else ""
        )
        return f"{self.name} {self.sql}{reference}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One table. `rows` gives a cell for each column; `searched` are the columns of its full-text index; `label` is
    the column that names a row, `shown` the facets that Datasette offers.
    """

    name: str
    meaning: str
    columns: tuple[Column, ...]
    rows: Callable[[Graph], Iterable[Row]]
    key: tuple[str, ...] = ()
    """Columns of a primary key of several."""
    indexed: tuple[str, ...] = ()
    searched: tuple[str, ...] = ()
    label: str = ""
    facets: tuple[str, ...] = ()

    @property
    def sql(self) -> str:
        """The statements that make it, its indexes and its full-text index."""
        lines = [column.definition for column in self.columns]
        if self.key:
            lines.append(f"PRIMARY KEY ({', '.join(self.key)})")
        body = ",\n  ".join(lines)
        indexes = [
            f"CREATE INDEX {self.name}_by_{column} ON {self.name}({column});" for column in self.indexed
        ]
        return "\n".join([f"CREATE TABLE {self.name} (\n  {body}\n);", *indexes, *self._search()])

    @property
    def insert(self) -> str:
        """The statement that adds a row."""
        return f"INSERT INTO {self.name} VALUES ({', '.join('?' * len(self.columns))})"  # noqa: S608 - names of our own

    @property
    def fill_search(self) -> str:
        """The statement that fills the full-text index from the table; empty for a table without one."""
        return f"INSERT INTO {self.name}_fts({self.name}_fts) VALUES ('rebuild');" if self.searched else ""  # noqa: S608

    def _search(self) -> list[str]:
        """An FTS5 index that leaves the text where it is; Datasette finds it by `content`."""
        columns = ", ".join(self.searched)
        options = f"content='{self.name}', tokenize='unicode61 remove_diacritics 2'"
        return (
            [f"CREATE VIRTUAL TABLE {self.name}_fts USING fts5({columns}, {options});"]
            if self.searched
            else []
        )


def moment_columns(name: str, what: str) -> tuple[Column, ...]:
    """A date as four columns: EDTF, first and last day, words."""
    return (
        Column(name, "TEXT", f"{what}, in EDTF (ISO 8601-2)."),
        Column(f"{name}_from", "TEXT", f"{what}: the first day that it may be; null where it is not known."),
        Column(f"{name}_until", "TEXT", f"{what}: the last day that it may be; null where it is not known."),
        Column(f"{name}_words", "TEXT", f"{what}, in words."),
    )
