"""The JSON files, read back by `json` and held against the schema that is published beside them by jsonschema."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from jsonschema import Draft202012Validator

from generator.exports import json_records
from generator.exports.records.schema import LISTS
from generator.model.moment import Moment
from tests.exports.compiled import compiled, files
from tests.graph.story import (
    SITE,
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
    said,
)

HOST = replace(SITE, base_url="https://example.org/news")
SITES = ["model", "ours"]


def documents(graph):
    return {
        address.removeprefix("data/").removesuffix(".json"): json.loads(text)
        for address, text in files(graph, json_records).items()
    }


def listed(name, *records, site=HOST):
    return documents(linked(*records, site=site))[name][name]


def only(name, *records, wanted, site=HOST):
    return next(record for record in listed(name, *records, site=site) if record["id"] == wanted)


def faults(graph):
    read = documents(graph)
    schema = read.pop("schema")
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    return [
        f"{name}{error.json_path}: {error.message[:200]}"
        for name, document in read.items()
        for error in validator.iter_errors(document)
    ]


@pytest.mark.parametrize("base_url", [None, ""])
@pytest.mark.parametrize("site", SITES)
def test_every_file_is_as_its_schema_says(site, base_url):
    assert faults(compiled(site, base_url)) == []


def test_the_schema_finds_faults():
    read = documents(compiled("model"))
    validator = Draft202012Validator(read["schema"])
    events = read["events"]
    assert validator.is_valid(events)
    for name in events["events"][0]:
        broken = json.loads(json.dumps(events))
        broken["events"][0][name] = {"nobody": "asked"}
        assert not validator.is_valid(broken), name
        del broken["events"][0][name]
        assert not validator.is_valid(broken), name
    assert not validator.is_valid(events | {"notes": "for the desk"})


@pytest.mark.parametrize("site", SITES)
def test_every_record_of_the_graph_is_there_once_and_in_its_order(site):
    graph = compiled(site)
    read = documents(graph)
    for name in LISTS:
        records = read[name][name]
        assert records
        assert [record["id"] for record in records] == [record.id for record in getattr(graph, name)]


@pytest.mark.parametrize("site", SITES)
def test_fields_stand_in_the_order_of_their_table(site):
    read = documents(compiled(site))
    for name, fields in LISTS.items():
        order = [field.name for field in fields]
        assert all(list(record) == order for record in read[name][name])


def test_each_record_stands_on_a_line_of_its_own():
    graph = compiled("ours")
    text = files(graph, json_records)["data/events.json"].decode()
    lines = [line.removesuffix(",") for line in text.split("\n") if line.startswith('{"id":')]
    assert [json.loads(line)["id"] for line in lines] == [record.id for record in graph.events]


def test_links_are_whole_where_the_site_knows_its_address():
    body = {"body": "It fell to [[isil|them]]."}
    whole = only("events", event("falls", **body), actor("isil"), wanted="falls")
    assert whole["link"] == "https://example.org/news/events/falls/"
    assert '<a href="https://example.org/news/actors/isil/">' in whole["body"]
    relative = only("events", event("falls", **body), actor("isil"), wanted="falls", site=SITE)
    assert relative["link"] == "events/falls/"
    assert '<a href="actors/isil/">' in relative["body"]


def test_no_file_holds_the_mark_of_the_root():
    for graph in (compiled("model"), compiled("ours", "")):
        assert not any("\\u0000" in text.decode() for text in files(graph, json_records).values())


@pytest.mark.parametrize(
    ("date", "earliest", "latest"),
    [
        ("2014-08-24", "2014-08-24", "2014-08-24"),
        ("2014-08", "2014-08-01", "2014-08-31"),
        ("2014-08-18/..", "2014-08-18", None),
        ("-0043-03-15", "-0043-03-15", "-0043-03-15"),
    ],
)
def test_dates_come_with_bounds(date, earliest, latest):
    read = only("events", event("falls", date), wanted="falls")["date"]
    assert (read["edtf"], read["earliest"], read["latest"]) == (date, earliest, latest)
    assert read["words"] == Moment.parse(date).words()


def test_doubts_about_a_date_are_told():
    about, maybe = (
        only("events", event("falls", date), wanted="falls")["date"] for date in ("2014~", "2014?")
    )
    assert (about["approximate"], about["uncertain"]) == (True, False)
    assert (maybe["approximate"], maybe["uncertain"]) == (False, True)


def test_claims_are_kept_apart_and_compared():
    read = only(
        "events",
        event(
            "falls",
            claims=(
                claim("at least 346", by="sohr", source="wire"),
                claim("170 to 200", by="army", source="herald"),
                claim("unknown", by="army", source="herald", measure="wounded", group="isil"),
            ),
        ),
        actor("isil", name="Islamic State"),
        wanted="falls",
    )
    bounds = [(one["figure"]["lower"], one["figure"]["upper"]) for one in read["claims"]]
    assert bounds == [(346, None), (170, 200), (None, None)]
    dead, wounded = read["comparisons"]
    assert (dead["span"]["text"], dead["span"]["lower"], dead["span"]["upper"]) == (
        "170 to 346 or more",
        170,
        None,
    )
    assert (dead["claims"], dead["standing"], dead["sources"], dead["claimants"]) == ([0, 1], [0, 1], 2, 2)
    assert wounded["group_actor"] == {"id": "isil", "name": "Islamic State"}


@pytest.mark.parametrize("site", SITES)
def test_comparisons_point_at_their_claims(site):
    seen = 0
    for event_read in documents(compiled(site))["events"]["events"]:
        claims = event_read["claims"]
        places = [place for one in event_read["comparisons"] for place in one["claims"]]
        assert sorted(places) == list(range(len(claims)))
        for one in event_read["comparisons"]:
            assert {claims[place]["measure"] for place in one["claims"]} == {one["measure"]}
            assert set(one["standing"]) <= set(one["claims"])
            seen += 1
    assert seen


@pytest.mark.parametrize("site", SITES)
@pytest.mark.parametrize(
    ("here", "there"),
    [("responds_to", "responded_by"), ("follows", "followed_by"), ("denies", "denied_by")],
)
def test_relations_are_told_at_both_ends(site, here, there):
    events = documents(compiled(site))["events"]["events"]
    forth = {(one["id"], other["id"]) for one in events for other in one[here]}
    back = {(other["id"], one["id"]) for one in events for other in one[there]}
    assert forth == back


@pytest.mark.parametrize("site", SITES)
def test_wholes_know_their_parts(site):
    read = documents(compiled(site))
    for name in ("events", "actors", "locations"):
        records = read[name][name]
        up = {(one["id"], one["part_of"]["id"]) for one in records if one["part_of"]}
        down = {(part["id"], one["id"]) for one in records for part in one["parts"]}
        assert up == down


@pytest.mark.parametrize("site", SITES)
def test_every_reference_leads_to_a_record_of_a_file(site):
    read = documents(compiled(site))
    held = {
        kind: {record["id"] for record in (*read[name][name], *read[name]["withdrawn"])}
        for name, kind in json_records.KINDS.items()
    }
    events = read["events"]["events"]
    assert all(part["id"] in held["actor"] for one in events for part in one["actors"])
    assert all(source["id"] in held["article"] for one in events for source in one["sources"])
    assert all(place["id"] in held["location"] for one in events for place in one["locations"])
    targets = [target for one in events for target in (*one["mentions"], *one["mentioned_by"])]
    assert targets
    assert all(target["id"] in held.get(target["kind"], {target["id"]}) for target in targets)


def test_an_actor_has_its_names_offices_and_events():
    read = only(
        "actors",
        actor(
            "assad",
            name="Bashar al-Assad",
            names=(named("ar", "بشار الأسد"),),
            former_names=(former("Assad", "2013", "2014-06-28"),),
            roles=(office("syria", "president", "2000-07-17", "wire"),),
        ),
        event("falls", actors="assad:speaker isil:attacker", statements=(said("assad", "No.", to="isil"),)),
        wanted="assad",
    )
    assert read["names"] == [{"language": "ar", "name": "بشار الأسد"}]
    assert read["former_names"][0]["until"]["edtf"] == "2014-06-28"
    (post,) = read["roles"]
    assert (post["in"]["id"], post["as"], post["from"]["edtf"], post["until"]) == (
        "syria",
        "president",
        "2000-07-17",
        None,
    )
    assert read["events"] == [{"id": "falls", "name": "falls", "role": "speaker"}]
    assert read["appears_with"] == [{"id": "isil", "name": "isil", "events": 1}]
    assert read["statements_in"] == [{"id": "falls", "name": "falls"}]


def test_an_event_names_its_actors_as_they_were_called_then():
    group = actor("isil", name="Islamic State", former_names=(former("ISIL", "2013-04", "2014-06-28"),))
    for date, name in (("2014-01-04", "ISIL"), ("2014-08-24", "Islamic State")):
        read = only("events", event("falls", date, actors="isil:attacker"), group, wanted="falls")
        assert read["actors"] == [{"id": "isil", "name": name, "role": "attacker", "role_label": "attacker"}]


def test_a_place_keeps_here_and_somewhere_apart():
    records = (
        event("bomb", locations="raqqa"),
        event("clash", locations="province"),
        location("raqqa", "city", part_of="province", coordinates=(35.95, 39.01)),
        location("province", "governorate", part_of="syria"),
    )
    city = only("locations", *records, wanted="raqqa")
    assert city["coordinates"] == {"latitude": 35.95, "longitude": 39.01}
    assert [one["id"] for one in city["events_here"]] == ["bomb"]
    province = only("locations", *records, wanted="province")
    assert [one["id"] for one in province["events_somewhere_in"]] == ["clash"]
    assert (province["events_here"], province["events_in_parts"]) == ([], 1)


def test_sources_say_how_many_are_independent():
    records = (
        event("falls", sources="wire copy"),
        article("wire", publisher="afp"),
        article("copy", based_on="wire"),
    )
    read = only("events", *records, wanted="falls")
    assert read["source_count"] == {"reports": 2, "independent": 1, "chains": [["wire", "copy"]]}
    assert only("articles", *records, wanted="wire")["basis_of"] == [{"id": "copy", "name": "copy"}]


def test_what_was_withdrawn_is_named_and_says_nothing():
    graph = linked(
        event("stands"),
        event(
            "false-report",
            title="A false report",
            summary="It never happened.",
            corrections=(correction("2014-09-01"), correction("2014-09-02", "withdrawn")),
        ),
        site=HOST,
    )
    assert faults(graph) == []
    read = documents(graph)["events"]
    assert [record["id"] for record in read["events"]] == ["stands"]
    (gone,) = read["withdrawn"]
    assert (gone["id"], gone["title"]) == ("false-report", "A false report")
    assert (gone["withdrawn"]["date"]["edtf"], gone["withdrawn"]["why"]) == ("2014-09-02", "it was wrong")
    assert "It never happened." not in json.dumps(read)


def test_a_preview_has_no_draft_in_its_files():
    graph = linked(event("told"), event("hidden", draft=True), drafts=True)
    assert [record["id"] for record in documents(graph)["events"]["events"]] == ["told"]
