"""The editors' reference and the JSON Schema say what the reader reads."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from generator.model.records import KINDS
from generator.reading.parse import parse_bytes
from generator.reading.records.tables import RECORDS
from generator.reading.reference import COMMAND, with_reference
from generator.reading.schema import record_schema, site_schema
from generator.reading.source_file import SourceFile

PAGE = Path(__file__).parents[2] / "docs/content-model.md"


def test_the_committed_page_is_current():
    page = PAGE.read_text("utf-8")
    assert page == with_reference(page), f"write it anew with {COMMAND}"


def test_the_example_of_the_introduction_is_sound():
    example = re.search(
        r"^    ---\n.*?^    ---\n.*?\n\n.*?\n", PAGE.read_text("utf-8"), re.MULTILINE | re.DOTALL
    )
    assert example
    raw = re.sub(r"^    ", "", example[0], flags=re.MULTILINE).encode()
    assert (
        parse_bytes(raw, SourceFile("content/events/tabqa-falls.md", "event", "tabqa-falls")).findings == ()
    )


@pytest.mark.parametrize("kind", KINDS)
def test_the_schema_has_every_field(kind):
    schema = record_schema(kind)
    assert list(schema["properties"]) == [field.key for field in RECORDS[kind].fields.fields]
    assert set(schema["required"]) < set(schema["properties"])
    assert json.loads(json.dumps(schema)) == schema


def test_the_schema_of_the_settings():
    schema = site_schema()
    assert schema["required"] == ["title"]
    assert json.loads(json.dumps(schema)) == schema
