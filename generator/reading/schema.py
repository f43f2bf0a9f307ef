"""JSON Schema (draft 2020-12) of front matter and settings, for editors that check while one types.

Made from the tables that the reader reads by. It is looser where YAML is: a title `2014` is a number to a schema.
"""

from __future__ import annotations

from generator.model.records import Kind
from generator.reading.fields.field import JsonSchema, Table
from generator.reading.fields.structures import table_schema
from generator.reading.records.tables import RECORDS
from generator.reading.site import SITE

_DRAFT = "https://json-schema.org/draft/2020-12/schema"


def record_schema(kind: Kind) -> JsonSchema:
    """The front matter of a record."""
    return _schema(RECORDS[kind].fields, RECORDS[kind].about)


def site_schema() -> JsonSchema:
    """`content/site.yaml`."""
    return _schema(SITE, "The site's settings.")


def _schema(table: Table, about: str) -> JsonSchema:
    return {"$schema": _DRAFT, "title": table.subject, "description": about, **table_schema(table)}
