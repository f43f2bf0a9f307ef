"""The FollowTheMoney entities, read back by the followthemoney library itself."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace

import pytest

from generator.exports import followthemoney
from tests.exports.compiled import compiled
from tests.exports.readers import asked
from tests.graph.story import (
    SITE,
    actor,
    article,
    event,
    former,
    linked,
    location,
    moment,
    named,
    office,
    topic,
)

HOST = replace(SITE, base_url="https://example.org/news", title="The war: 2014")

READ = """
import json, sys
from followthemoney import model
found = []
for line in open(sys.argv[1], encoding="utf-8"):
    raw = json.loads(line)
    schema = model.get(raw["schema"])
    unknown = [name for name in raw["properties"] if schema.get(name) is None]
    proxy = model.get_proxy(raw, cleaned=False)
    kept = proxy.to_dict()["properties"]
    schema.validate(raw)
    found.append({
        "id": proxy.id, "schema": proxy.schema.name, "caption": proxy.caption, "properties": kept, "unknown": unknown,
        "changed": [n for n, v in raw["properties"].items() if sorted(kept.get(n, [])) != sorted(v)],
        "missing": [name for name in schema.required if not proxy.get(name)],
        "ranges": {v: p.range.name for p, v in proxy.itervalues() if p.type.name == "entity"},
        "family": [one.name for one in schema.schemata],
    })
print(json.dumps(found))
"""


@pytest.fixture
def read(tmp_path):
    """What the library makes of the file."""

    def read_(graph) -> dict[str, dict]:
        file = tmp_path / "followthemoney.json"
        file.write_bytes(followthemoney.write(graph, ""))
        found = asked(READ, file)
        by_id = {one["id"]: one for one in found}
        assert len(by_id) == len(found)
        return by_id

    return read_


@pytest.mark.parametrize("site", ["model", "ours"])
def test_the_library_takes_every_entity_as_it_is(read, site):
    graph = compiled(site)
    found = read(graph)
    assert [one for one in found.values() if one["unknown"] or one["changed"] or one["missing"]] == []
    counts = Counter(one["schema"] for one in found.values())
    people = sum(record.kind == "person" for record in graph.actors)
    assert (counts["Event"], counts["Article"], counts["Address"], counts["Person"]) == (
        len(graph.events),
        len(graph.articles),
        len(graph.locations),
        people,
    )
    parties = sum(counts[schema] for schema in ("Person", "Organization", "PublicBody", "LegalEntity"))
    assert parties == len(graph.actors)
    assert len(found) == followthemoney.entity_total(graph)


@pytest.mark.parametrize("site", ["model", "ours"])
def test_every_reference_leads_to_an_entity_that_may_stand_there(read, site):
    found = read(compiled(site))
    for one in found.values():
        for target, range_ in one["ranges"].items():
            assert range_ in found[target]["family"], (one["id"], target)


def test_key_fields_of_an_event(read):
    graph = linked(
        event(
            "falls",
            "2014-08-18/2014-09",
            title="The base falls",
            summary="It fell.",
            actors="isil:attacker isil:speaker",
            locations="base",
            sources="report",
            topics="war",
            part_of="campaign",
        ),
        event("campaign", "2014"),
        article("report", "2014-08", url="https://herald.example/1", title="Base falls", byline="A. Lee"),
        actor("isil", kind="armed-group", name="Islamic State"),
        actor("herald", name="The Herald", kind="media"),
        location("base", "base", name="The base", part_of="land", coordinates=(35.7, 38.5)),
        location("land", name="Land"),
        topic("war", "War"),
        site=HOST,
    )
    found = read(graph)
    falls = found["the-war-2014-event-falls"]
    assert falls["caption"] == "The base falls"
    assert falls["properties"] == {
        "name": ["The base falls"],
        "summary": ["It fell."],
        "startDate": ["2014-08-18"],
        "endDate": ["2014-09"],
        "description": ["from 18 August to September 2014 (confirmed)"],
        "recordId": ["falls"],
        "location": ["The base, Land"],
        "addressEntity": ["the-war-2014-location-base"],
        "involved": ["the-war-2014-actor-isil"],
        "keywords": ["War"],
        "proof": ["the-war-2014-article-report"],
        "sourceUrl": ["https://example.org/news/events/falls/"],
    }
    assert found["the-war-2014-event-campaign"]["properties"]["date"] == ["2014"]
    links = [one["properties"] for one in found.values() if one["schema"] == "UnknownLink"]
    assert sorted((link["subject"][0].removeprefix("the-war-2014-"), link["role"][0]) for link in links) == [
        ("actor-isil", "attacker"),
        ("actor-isil", "speaker"),
        ("event-campaign", "has part"),
    ]
    report = found["the-war-2014-article-report"]["properties"]
    assert (report["publishedAt"], report["author"], report["publisher"]) == (
        ["2014-08"],
        ["A. Lee"],
        ["The Herald"],
    )
    assert report["sourceUrl"] == ["https://herald.example/1"]
    base = found["the-war-2014-location-base"]["properties"]
    assert (base["full"], base["latitude"], base["longitude"]) == (["The base, Land"], ["35.7"], ["38.5"])


def test_people_their_names_and_offices(read):
    graph = linked(
        actor(
            "ann",
            name="Ann Lee",
            kind="person",
            names=(named("ar", "آن لي"),),
            former_names=(former("Ann Smith"),),
            born=moment("1960"),
            wikidata="Q42",
            roles=(office("ministry", "minister", since="2012-05"), office("bob", "aide")),
        ),
        actor("ministry", kind="government", part_of="state"),
        actor("state", kind="government"),
        actor("bob", kind="person"),
        site=HOST,
    )
    found = read(graph)
    ann = found["the-war-2014-actor-ann"]["properties"]
    assert (ann["alias"], ann["previousName"], ann["birthDate"], ann["wikidataId"]) == (
        ["آن لي"],
        ["Ann Smith"],
        ["1960"],
        ["Q42"],
    )
    post = found["the-war-2014-actor-ann-office-1"]
    assert post["schema"] == "Membership"
    assert (post["properties"]["role"], post["properties"]["startDate"]) == (["minister"], ["2012-05"])
    assert found["the-war-2014-actor-ann-office-2"]["schema"] == "UnknownLink"  # a person is no organisation
    part = found["the-war-2014-actor-ministry-part"]
    assert part["properties"]["organization"] == ["the-war-2014-actor-state"]


def test_places_known_to_an_area_only_have_no_point(read):
    governorate = location("raqqa", "governorate", part_of="land", coordinates=(35.9, 39.0))
    found = read(linked(governorate, location("land"), site=HOST))
    assert "latitude" not in found["the-war-2014-location-raqqa"]["properties"]


def test_what_does_not_stand_is_not_named():
    graph = linked(
        event("open", part_of="gone", actors="spy", sources="leak"),
        event("gone", status="retracted"),
        actor("spy", draft=True),
        article("leak", draft=True),
        drafts=True,
    )
    lines = followthemoney.write(graph, "").decode().splitlines()
    assert not [line for line in lines if any(word in line for word in ("gone", "spy", "leak"))]
    assert [json.loads(line)["schema"] for line in lines].count("Event") == 1
