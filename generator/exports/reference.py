"""The second half of `docs/data.md`: every field of the files to take away, from the tables that they are written by.

    python -m generator.exports.reference docs/data.md

writes it anew below the mark, and leaves the introduction above it as it is.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final, cast

from generator.exports.csv_tables import SHEETS
from generator.exports.records.field import Field, Shape
from generator.exports.records.schema import LISTS, definitions

COMMAND: Final = "python -m generator.exports.reference docs/data.md"
MARK: Final = f"<!-- Below this line: generated, do not edit. {COMMAND} -->\n"

HEAD: Final = "| field | holds | meaning |\n|---|---|---|\n"


def with_reference(page: str) -> str:
    """The page with what stands below the mark written anew."""
    introduction, _, _ = page.partition(MARK)
    return f"{introduction}{MARK}\n{reference()}"


def reference() -> str:
    """The JSON files, the values that their records share, the CSV files."""
    return "\n".join([*_lists(), *_shapes(), *_sheets()])


def _lists() -> Iterator[str]:
    for name, fields in LISTS.items():
        yield f"## `{name}.json`\n"
        yield HEAD + "".join(map(_field, fields))


def _shapes() -> Iterator[str]:
    yield "## Values in the JSON files\n"
    records = {name.removesuffix("s") for name in LISTS}
    for name, shape in definitions().items():
        if name not in records:
            yield f"### {name}\n\n{shape['description']}\n"
            members = cast(Mapping[str, Shape], shape["properties"])
            yield HEAD + "".join(
                _row(key, words(member), str(member.get("description", "")))
                for key, member in members.items()
            )


def _sheets() -> Iterator[str]:
    for name, sheet in SHEETS.items():
        yield f"## `{name}.csv`\n"
        rows = "".join(f"| `{column.name}` | {column.meaning} |\n" for column in sheet.columns)
        yield f"| column | meaning |\n|---|---|\n{rows}"


def _field(field: Field[Any]) -> str:
    return _row(field.name, words(field.shape), field.meaning)


def _row(name: str, holds: str, meaning: str) -> str:
    return f"| `{name}` | {holds} | {meaning} |\n"


def words(shape: Shape) -> str:
    """A shape in words: `list of reference`, `text`, `day or null`."""
    if "$ref" in shape:
        return str(shape["$ref"]).rpartition("/")[2]
    if "anyOf" in shape:
        return " or ".join(words(choice) for choice in cast(Iterable[Shape], shape["anyOf"]))
    if "enum" in shape:
        return " or ".join(
            "null" if word is None else f"`{word}`" for word in cast(Iterable[Any], shape["enum"])
        )
    if shape["type"] == "array":
        return f"list of {words(cast(Shape, shape['items']))}"
    if shape["type"] == "object":
        return ", ".join(f"`{key}`" for key in cast(Mapping[str, Shape], shape["properties"]))
    return _plain(shape)


def _plain(shape: Shape) -> str:
    kinds = shape["type"]
    named = [str(kinds)] if isinstance(kinds, str) else [str(kind) for kind in cast(Iterable[str], kinds)]
    text = "day" if "pattern" in shape else "text"
    return " or ".join({"string": text, "boolean": "true or false"}.get(kind, kind) for kind in named)


if __name__ == "__main__":
    page = Path(sys.argv[1])
    page.write_bytes(with_reference(page.read_text("utf-8")).encode())
