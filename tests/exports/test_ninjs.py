"""The ninjs objects, checked against what the standard allows."""

from __future__ import annotations

import json
from dataclasses import replace

import jsonschema
import pytest

from generator.exports import ninjs
from generator.graph.traced import EVERY_BODY, WHOLE, TracedGraph
from tests.exports.compiled import compiled
from tests.exports.ninjs_schema import NINJS_SCHEMA
from tests.graph.story import SITE, actor, article, correction, event, linked, location, topic

HOST = replace(SITE, base_url="https://example.org/news", author="The desk", licence="CC BY 4.0")
VALIDATOR = jsonschema.Draft202012Validator(NINJS_SCHEMA)


def read(graph, event_id: str) -> dict:
    found = json.loads(ninjs.write(graph, event_id))
    VALIDATOR.validate(found)
    return found


def one(day: str, **fields) -> dict:
    return read(linked(event("falls", day, **fields), site=HOST), "falls")


@pytest.mark.parametrize("base_url", [None, ""])
@pytest.mark.parametrize("site", ["model", "ours"])
def test_every_event_is_an_object_of_the_standard_with_its_key_fields(site, base_url):
    graph = compiled(site, base_url)
    files = {output.address: output for output in ninjs.outputs(graph)}
    listed = json.loads(files["data/ninjs.json"].write(graph, ""))["events"]
    assert [f"data/{one['href']}" for one in listed] == [
        f"data/ninjs/{record.id}.json" for record in graph.events
    ]
    assert files.keys() == {"data/ninjs.json", *(f"data/{one['href']}" for one in listed)}
    for record, entry in zip(graph.events, listed, strict=True):
        found = read(graph, record.id)
        assert found["uri"] == entry["uri"]
        assert found["title"] == found["headlines"][0]["value"] == record.title
        assert found["altIds"] == [{"role": "id", "value": record.id}]
        assert len(found.get("associations", [])) == len(graph.sources_of(record))
        parties = [*found.get("people", []), *found.get("organisations", [])]
        assert sorted(party["literal"] for party in parties) == sorted(part.actor for part in record.actors)


def test_the_schema_refuses_what_the_standard_does_not_name():
    found = json.loads(ninjs.write(linked(event("falls"), site=HOST), "falls"))
    assert not VALIDATOR.is_valid(found | {"dateline": "x"})
    assert not VALIDATOR.is_valid(found | {"pubStatus": "retracted"})


@pytest.mark.parametrize(
    ("day", "dates"),
    [
        ("2014-08-24", {"expectedStartDate": "2014-08-24"}),
        ("2014-08", {"expectedStartDate": "2014-08"}),
        ("2014", {"expectedStartDate": "2014"}),
        ("2014-08-18/2014-09", {"expectedStartDate": "2014-08-18", "expectedEndDate": "2014-09"}),
        ("2014-08-18/..", {"expectedStartDate": "2014-08-18"}),
        ("../2014-08-18", {"expectedEndDate": "2014-08-18"}),
        (
            "[2014-08-23,2014-08-24]",
            {"expectedStartDate": "2014-08-23", "expectedEndDate": "2014-08-24"},
        ),
        ("2014-08-24T14:30+03:00", {"startDate": "2014-08-24T11:30:00Z"}),
        ("2014-08-24T14:30", {"expectedStartDate": "2014-08-24T14:30:00"}),
    ],
)
def test_a_date_is_as_exact_as_it_is_known(day, dates):
    assert one(day)["eventDetails"] == {"dates": dates}


def test_a_year_that_the_standard_cannot_write_is_told_in_words_only():
    found = one("-0043")
    assert "eventDetails" not in found
    assert {"role": "date", "contentType": "text/plain", "value": "44 BC (known to the year only)"} in found[
        "descriptions"
    ]


def test_parties_places_subjects_and_sources():
    graph = linked(
        event(
            "falls",
            actors="isil:attacker ann:speaker",
            locations="base land",
            topics="war",
            sources="report",
            follows="siege",
            corrections=(correction("2014-09-02"),),
            body="It fell to [[isil]].",
        ),
        actor("isil", name="The group", kind="armed-group"),
        actor("ann", name="Ann Lee", kind="person"),
        actor("herald", name="The Herald"),
        location("base", "base", name="The base", part_of="land", coordinates=(35.7, 38.5)),
        location("land", name="Land", coordinates=(35.0, 38.0)),
        topic("war", "War"),
        article("report", title="Base falls", url="https://herald.example/1", byline="A. Lee", language="en"),
        site=HOST,
    )
    found = read(graph, "falls")
    assert [(party["name"], party["rel"]) for party in found["organisations"]] == [("The group", "attacker")]
    assert [(party["name"], party["rel"]) for party in found["people"]] == [("Ann Lee", "speaker")]
    assert [place.get("geoJSON") for place in found["places"]] == [
        {"type": "Point", "coordinates": [38.5, 35.7]},
        None,
    ]
    assert [subject["name"] for subject in found["subjects"]] == ["War"]
    assert [(other["rel"], other["literal"]) for other in found["events"]] == [("follows", "siege")]
    assert [source["name"] for source in found["infoSources"]] == ["The Herald"]
    (source,) = found["associations"]
    assert source["renditions"][0]["href"] == "https://herald.example/1"
    assert found["versionCreated"] == "2014-09-02T00:00:00Z"
    (body,) = found["bodies"]
    assert 'href="https://example.org/news/actors/isil/"' in body["value"]


def test_a_site_without_an_address_has_plain_text_and_names_for_ids():
    found = read(linked(event("falls", body="It fell to [[isil]]."), actor("isil")), "falls")
    assert found["bodies"] == [{"role": "main", "contentType": "text/plain", "value": "It fell to isil."}]
    assert found["uri"].startswith("urn:uuid:")


def test_an_object_depends_on_what_it_names_and_not_on_the_whole_site():
    for record in compiled("model").events:
        asked = TracedGraph(compiled("model"))
        assert ninjs.write(asked, record.id) == ninjs.write(compiled("model"), record.id)
        assert not asked.reads & {WHOLE, EVERY_BODY}


def test_what_does_not_stand_has_no_object_and_is_not_named():
    graph = linked(
        event("open", part_of="gone"),
        event("gone", status="retracted"),
        event("secret", draft=True),
        drafts=True,
        site=HOST,
    )
    assert [output.subject for output in ninjs.outputs(graph)] == ["", "open"]
    assert "events" not in read(graph, "open")
