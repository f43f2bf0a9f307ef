"""Which table of fields a mapping of front matter is written by, and which reader each of its values has."""

from __future__ import annotations

from collections.abc import Iterator

from generator.reading.fields.field import Field, Reader, Table
from generator.reading.nodes import Mapping, Node, Scalar, Sequence
from generator.reading.records.tables import RECORDS, translation_table
from generator.reading.site import SITE
from generator.reading.source_file import SourceFile
from generator.reading.vocabulary_fields import Vocabulary

AnyReader = Reader[object]


def table_of(file: SourceFile) -> Table:
    """The table of a file: of its kind, of translations of it, or of the site's settings."""
    kind = file.record_kind
    if kind is None:
        return SITE
    return translation_table(kind) if file.language else RECORDS[kind].fields


def of_entry(reader: AnyReader) -> AnyReader:
    """What reads each entry, where a value is a list; else the reader itself."""
    inner: AnyReader = getattr(reader, "of", reader)
    return inner if hasattr(inner, "read") else reader


def table_within(reader: AnyReader) -> Table | None:
    """The table of the mapping that a reader (of a list's entries) reads, if it has one."""
    inner = getattr(of_entry(reader), "table", None)
    return inner if isinstance(inner, Table) else None


def mappings(root: Mapping, table: Table) -> Iterator[tuple[Mapping, Table]]:
    """Every mapping that has a table, each after those within it."""
    for key, value in root.entries:
        field = table.by_key.get(key.text)
        if field is not None:
            yield from _within(value, field.reader)
    yield root, table


def scalars(root: Mapping, table: Table) -> Iterator[tuple[Scalar, Field | None]]:
    """Every value that is text, with the field whose text it is, or is in; None in a mapping without a table."""
    for key, value in root.entries:
        field = table.by_key.get(key.text)
        yield from _texts(value, field)


def _within(node: Node, reader: AnyReader) -> Iterator[tuple[Mapping, Table]]:
    table = table_within(reader)
    if table is None:
        return
    for one in node.nodes if isinstance(node, Sequence) else (node,):
        if isinstance(one, Mapping) and isinstance(reader, Vocabulary):
            words = (value for _, value in one.entries if isinstance(value, Mapping))
            yield from ((word, table) for word in words)
        elif isinstance(one, Mapping) and one.entries and one.entries[0][0].text in table.by_key:
            yield from mappings(one, table)


def _texts(node: Node, field: Field | None) -> Iterator[tuple[Scalar, Field | None]]:
    if isinstance(node, Scalar):
        yield node, field
    elif isinstance(node, Sequence):
        for one in node.nodes:
            yield from _texts(one, field)
    elif isinstance(node, Mapping):
        table = table_within(field.reader) if field else None
        for key, value in node.entries:
            yield from _texts(value, table.by_key.get(key.text) if table else None)
