"""`records.json`: what each record states, and nothing that the desk keeps to itself."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import get_args

import pytest

from generator.exports.record_states import FOR_ALL, STATED, states, write
from generator.model.prose import Prose
from generator.model.record_parts import Translation
from generator.model.records import AnyRecord, kind_of
from tests.graph.story import (
    actor,
    article,
    claim,
    correction,
    event,
    former,
    linked,
    location,
    named,
    office,
    page,
    topic,
)

WITHHELD = {"id", "path", "draft", "notes", "accept", "imported"}


@pytest.mark.parametrize("of", get_args(AnyRecord))
def test_every_field_of_a_record_is_stated_or_withheld_on_purpose(of):
    samples = {
        kind_of(parsed.record): parsed.record
        for parsed in (event("a"), article("a"), actor("a"), location("a"), topic("a", "A"), page("a", "A"))
    }
    kind = next(kind for kind, record in samples.items() if isinstance(record, of))
    assert {field.name for field in fields(of)} == {*STATED[kind], *FOR_ALL} - {"body"} | WITHHELD


def test_an_event_is_stated_as_it_was_written():
    graph = linked(
        event(
            "falls",
            "2014-08-24~",
            actors="isil:attacker",
            locations="raqqa",
            order=0,
            location_precision="town",
            claims=(claim("at least 12", as_of="2014-08-25"),),
            corrections=(correction("2014-09-01", "date"),),
        )
    )
    assert states(graph)["event/falls"] == {
        "title": "falls",
        "date": "2014-08-24~",
        "order": 0,
        "status": "confirmed",
        "significance": "major",
        "locations": ["raqqa"],
        "location_precision": "town",
        "actors": [{"actor": "isil", "role": "attacker"}],
        "claims": [
            {
                "measure": "killed",
                "group": "soldiers",
                "figure": "at least 12",
                "claimed_by": "sohr",
                "source": "report",
                "as_of": "2014-08-25",
                "stance": "asserts",
            }
        ],
        "corrections": [{"date": "2014-09-01", "what": "date", "why": "it was wrong"}],
    }


def test_parts_of_values_are_called_as_front_matter_calls_them():
    graph = linked(
        actor(
            "assad",
            name="Assad",
            names=(named("ar", "الأسد"),),
            former_names=(former("A", "2000", "2001"),),
            roles=(office("syria", "president", "2000"),),
        ),
        location("syria", coordinates=(35.0, 38.5)),
    )
    assert states(graph)["actor/assad"] == {
        "name": "Assad",
        "kind": "other",
        "names": [{"ar": "الأسد"}],
        "former_names": [{"name": "A", "from": "2000", "until": "2001"}],
        "roles": [{"in": "syria", "as": "president", "from": "2000"}],
    }
    assert states(graph)["location/syria"]["coordinates"] == [35.0, 38.5]


def test_prose_is_told_by_its_words_and_not_by_its_markup():
    def body(html):
        return states(linked(event("a", body=Prose((html,)))))["event/a"]["body"]

    assert body("<p>It fell.</p>") == body("<p class='x'>It <em>fell</em>.</p>")
    assert body("<p>It fell.</p>") != body("<p>It held.</p>")
    by_whom = [
        states(linked(event("a", body=f"By [[{who}]]."), actor("isil"), actor("syria")))["event/a"]["body"]
        for who in ("isil", "syria")
    ]
    assert by_whom[0] != by_whom[1]
    translated = event("a", translations=(Translation(language="ar", title="س"),))
    assert list(states(linked(translated))["event/a"]["translations"][0]) == ["ar"]


def test_of_a_withdrawn_record_only_its_title_and_its_ledger_are_left():
    graph = linked(
        event(
            "a", former_ids="z", claims=(claim("346"),), corrections=(correction("2014-09-01", "withdrawn"),)
        )
    )
    assert states(graph)["event/a"] == {
        "title": "a",
        "withdrawn": True,
        "former_ids": ["z"],
        "corrections": [{"date": "2014-09-01", "what": "withdrawn", "why": "it was wrong"}],
    }


def test_drafts_and_topics_that_nobody_wrote_are_not_stated():
    graph = linked(event("a", topics="war", notes="desk only"), event("plan", draft=True), drafts=True)
    assert list(states(graph)) == ["event/a"]
    assert b"desk only" not in write(graph, "")


def test_the_file_has_a_line_for_each_record_in_order():
    graph = linked(event("b"), event("a"), page("about", "About"))
    text = write(graph, "").decode()
    assert list(json.loads(text)["records"]) == ["event/a", "event/b", "page/about"]
    assert len(text.splitlines()) == 5
    assert write(linked(), "") == b'{"format":1,"records":{\n\n}}\n'
