"""`docs/importing.md` names every format and every key of a map, and its examples do what it says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.importers import IMPORTERS
from generator.importers.column_map import FIELDS, TABLE
from tests.importers.desk import Desk, codes, paths

PAGE = (Path(__file__).parents[2] / "docs/importing.md").read_text("utf-8")
EXAMPLES = re.findall(r"^```(\w+)\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)


def example(language: str, number: int = 0) -> str:
    return [text for of, text in EXAMPLES if of == language][number]


@pytest.mark.parametrize("name", [*(importer.name for importer in IMPORTERS), *TABLE.by_key, *FIELDS])
def test_it_is_named(name):
    assert f"`{name}`" in PAGE


def test_the_spreadsheet_of_timelinejs(tmp_path):
    desk = Desk(tmp_path)
    settled = desk.take("timelinejs", example("csv"))
    assert codes(settled) == []
    assert paths(settled) == ["content/events/2014/bridge-closed.md", "content/events/2014/ferry-begins.md"]
    assert "date: 2014-08~\n" in desk.text("events/2014/ferry-begins.md")


def test_the_table_and_its_map(tmp_path):
    desk = Desk(tmp_path, **{"actors__river-brigade": "---\nname: The Brigade\n---\n"})
    settled = desk.take("csv", example("csv", 1), map_=example("yaml"))
    assert codes(settled) == []
    (event,) = desk.graph().events
    assert (event.date.text, event.status, event.id) == ("2014-04-03", "reported", "bridge-closed")
    assert [(part.actor, part.role) for part in event.actors] == [("river-brigade", "attacker")]
    assert [str(claim.figure) for claim in event.claims] == ["2 to 3"]


def test_the_calendar(tmp_path):
    settled = Desk(tmp_path).take("icalendar", example("ics"), name="c.ics")
    assert codes(settled) == []
    (event,) = (made for made in settled.made if made.kind == "event")
    assert (event.file.path, event.date) == (
        "content/events/2014/council-votes-on-the-bridge.md",
        "2014-08-24T14:30+03:00",
    )
