"""The JSON Schema (draft 2020-12) of the files, made of the same tables that the records are written by."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from generator.exports.records import actor, article, event, location
from generator.exports.records.field import TEXT, Field, Shape, described, listed, of, or_null, shape_of
from generator.exports.records.shapes import SHARED

DIALECT = "https://json-schema.org/draft/2020-12/schema"

LISTS: dict[str, tuple[Field[Any], ...]] = {
    "events": event.FIELDS,
    "actors": actor.FIELDS,
    "locations": location.FIELDS,
    "articles": article.FIELDS,
}
"""The list of each file with the fields of its records."""

SITE: Shape = shape_of(
    "Where the records are from.",
    title=TEXT,
    link=described(TEXT, "The site; `./` where it does not know its own address."),
    language=described(TEXT, "BCP 47 tag of its words."),
    licence=described(TEXT, "Of the records."),
    author=TEXT,
)

WITHDRAWN: Shape = shape_of(
    "What is left of a record that was withdrawn.",
    id=TEXT,
    link=described(TEXT, "Its page, which says that it was withdrawn."),
    title=described(TEXT, "Its title or name."),
    withdrawn=described(
        or_null(
            shape_of(
                "The newest line of the ledger that withdraws it.",
                date=of("moment"),
                why=TEXT,
            )
        ),
        "Null where only its grade says so.",
    ),
    corrections=described(listed(of("correction")), "Its lines of the ledger."),
    former_ids=listed(TEXT),
)


def definitions() -> dict[str, Shape]:
    """Every named shape: what records share, then each kind's own, then the records."""
    own = actor.SHAPES | location.SHAPES | article.SHAPES
    records = {name.removesuffix("s"): _record(fields) for name, fields in LISTS.items()}
    return {"site": SITE, "withdrawn": WITHDRAWN, **SHARED, **own, **records}


def schema(link: str) -> dict[str, object]:
    """The schema, whose own address is `link`; each file has one of the lists."""
    lists = {name: listed(of(name.removesuffix("s"))) for name in LISTS}
    return {
        "$schema": DIALECT,
        "$id": link,
        "title": "Records of a timeline",
        "type": "object",
        "properties": {
            "schema": described(TEXT, "The address of this schema."),
            "site": of("site"),
            **lists,
            "withdrawn": listed(of("withdrawn")),
        },
        "required": ["schema", "site", "withdrawn"],
        "oneOf": [{"required": [name]} for name in LISTS],
        "additionalProperties": False,
        "$defs": definitions(),
    }


def _record(fields: Iterable[Field[Any]]) -> Shape:
    members = {field.name: described(field.shape, field.meaning) for field in fields}
    return shape_of("A record.", **members)
