"""What an importer is given, and what it gives: drafts of records in plain values, each with its place in the source.

An importer reads one format and knows nothing of files, ids or what the site has already. `settle` does the rest, the
same for every format: it finds names again, gives ids, compares with what is there and writes front matter.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from generator.diagnostics.diagnostic import Diagnostic, Span
from generator.graph.graph import Graph
from generator.model.records import Kind

Takes = Literal["file", "folder", "address"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """What is imported. `name` is what the editor called it (a path, an address) and the path of every finding.

    `raw` are its bytes; of a folder, `files` are those below it (path relative to it, bytes), sorted. The column map
    comes as it is written; each importer reads it by its own table (`column_map.read_map`).
    """

    name: str
    raw: bytes = b""
    files: tuple[tuple[str, bytes], ...] = ()
    charset: str = ""
    """What the server that sent `raw` says of its encoding."""
    quote: str = ""
    """Words of a page that its record is to quote."""
    map_name: str = ""
    map_raw: bytes = b""


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A record that a row names: an actor, a place, an outlet, a report, a topic; with `key`, another row of the source.

    One that the site has under this name (folded) is meant; else a draft is made with `fields`, once for all rows. An
    article is found again by its `url` and not by its title. `key` is its id in the source where it has one; `wish` the
    record id that its draft would like.
    """

    kind: Kind
    name: str
    fields: Mapping[str, Value] = field(default_factory=dict)
    key: str = ""
    wish: str = ""


Value: TypeAlias = "str | int | float | Named | tuple[Value, ...] | Mapping[str, Value]"
"""What stands in a field of front matter, references as `Named` or as ids."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A record to make: front matter by key (the heading, `title` or `name`, among it) and a body in Markdown.

    `key` is its id in the source, the same in every run: it becomes `imported.id`. `wish` is the record id it would
    like. `span` is the row, for findings.
    """

    kind: Kind
    key: str
    fields: Mapping[str, Value]
    span: Span
    body: str = ""
    wish: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """What an importer read. Of the `rows` each is a draft or has a finding. `origin` becomes `imported.from`.

    `choices` are names that the editor has decided: (kind, name as written) to the id that is meant.
    """

    origin: str
    drafts: tuple[Draft, ...] = ()
    findings: tuple[Diagnostic, ...] = ()
    rows: int = 0
    choices: Mapping[tuple[Kind, str], str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Importer:
    """A foreign format: `dateline import NAME SOURCE`. `read` is pure. `largest` is in bytes, of each file.

    `takes` says what SOURCE may be. For a folder, files that end in `endings` are read, all when there are none.
    """

    name: str
    about: str
    read: Callable[[Source, Graph], Intake]
    takes: tuple[Takes, ...] = ("file",)
    endings: tuple[str, ...] = ()
    largest: int = 16 * 1024 * 1024


class MissingLibraryError(Exception):
    """A library of the extra `import` that the format needs is not installed; the message is its name."""
