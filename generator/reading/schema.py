"""JSON Schema (draft 2020-12) of front matter and settings, for editors that check while one types.

Made from the tables that the reader reads by. It is looser where YAML is: a title `2014` is a number to a schema.
References point into `$defs`: the ids and words that the site has, where they are given, else the form of an id.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.model.records import Kind
from generator.reading.fields.field import JsonSchema, Table
from generator.reading.fields.ids import id_form
from generator.reading.fields.structures import table_schema
from generator.reading.records.tables import RECORDS
from generator.reading.site import SITE

_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_DEFS = "#/$defs/"


Known = Mapping[str, Sequence[str]]
"""What there is to be named: `actor`, `article` …, `role` and `measure` to ids and words."""

_OPEN = frozenset({"topic", "record"})
"""What may be named without being there (topics), or be written otherwise too (`actor:homs`)."""


def record_schema(kind: Kind, known: Known | None = None) -> JsonSchema:
    """The front matter of a record."""
    return _schema(RECORDS[kind].fields, RECORDS[kind].about, known or {})


def site_schema(known: Known | None = None) -> JsonSchema:
    """`content/site.yaml`."""
    return _schema(SITE, "The site's settings.", known or {})


def _schema(table: Table, about: str, known: Known) -> JsonSchema:
    schema = {"$schema": _DRAFT, "title": table.subject, "description": about, **table_schema(table)}
    names = sorted({reference.removeprefix(_DEFS) for reference in _references(schema)})
    return schema | ({"$defs": {name: _definition(name, known) for name in names}} if names else {})


def _definition(name: str, known: Known) -> JsonSchema:
    form = id_form(any_kind=name == "record")
    if not known.get(name):
        return form
    listed: JsonSchema = {"enum": list(known[name])}
    return {"anyOf": [listed, form]} if name in _OPEN else listed


def _references(schema: object) -> Iterator[str]:
    if isinstance(schema, dict):
        if "$ref" in schema:
            yield schema["$ref"]
        schema = list(schema.values())
    if isinstance(schema, list):
        for part in schema:
            yield from _references(part)
