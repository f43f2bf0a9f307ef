"""The second half of `docs/content-model.md`: every field, from the tables that the reader reads by.

    python -m generator.reading.reference docs/content-model.md

writes it anew below the mark, and leaves the introduction above it as it is.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from generator.reading.fields.field import Field, Reader, Table
from generator.reading.record_names import folder_of
from generator.reading.records.tables import RECORDS
from generator.reading.site import SITE
from generator.reading.vocabulary import MEASURES, ROLES

COMMAND: Final = "python -m generator.reading.reference docs/content-model.md"
MARK: Final = f"<!-- Below this line: generated, do not edit. {COMMAND} -->\n"


def with_reference(page: str) -> str:
    """The page with what stands below the mark written anew."""
    introduction, _, _ = page.partition(MARK)
    return introduction + MARK + "\n" + fields_reference()


def fields_reference() -> str:
    """A section for the site and each kind of record; a table for each mapping in it the first time it occurs."""
    shown: set[str] = set()
    sections = ["## The site: `content/site.yaml`\n", *_tables(SITE, shown), _vocabularies()]
    for kind, record in RECORDS.items():
        sections.append(f"## {kind.capitalize()}: `content/{folder_of(kind)}/<id>.md`\n\n{record.about}\n")
        sections.extend(_tables(record.fields, shown))
    return "\n".join(sections)


def _tables(table: Table, shown: set[str]) -> Iterator[str]:
    yield _table(table)
    for field in table.fields:
        reader = _inner(field)
        inner = getattr(reader, "table", None) or getattr(reader, "entry", None)
        if isinstance(inner, Table) and inner.subject not in shown:
            shown.add(inner.subject)
            yield f"### {inner.subject.capitalize()}\n"
            if " or " in reader.words():
                yield f"Written as {reader.words()}.\n"
            yield from _tables(inner, shown)


def _inner(field: Field) -> Reader[object]:
    """What reads a field's value, or each entry of its list."""
    inner: Reader[object] = getattr(field.reader, "of", field.reader)
    return inner if hasattr(inner, "words") else field.reader


def _table(table: Table) -> str:
    rows = "".join(_row(field) for field in table.fields)
    return f"| field | what to write | meaning |\n|---|---|---|\n{rows}"


def _row(field: Field) -> str:
    required = ", required" if field.required else ""
    return f"| `{field.key}` | {field.reader.words()}{required} | {field.about} |\n"


def _vocabularies() -> str:
    roles = ", ".join(f"`{role.slug}`" for role in ROLES)
    measures = ", ".join(f"`{measure.slug}`" for measure in MEASURES)
    return f"Built-in roles: {roles}.\n\nBuilt-in measures: {measures}.\n"


if __name__ == "__main__":
    page = Path(sys.argv[1])
    page.write_bytes(with_reference(page.read_text("utf-8")).encode())
