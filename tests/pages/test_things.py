"""schema.org values: nothing is made more certain than it is, and nobody is taken for somebody else."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace

import pytest

from generator.model.record_parts import Media
from generator.model.records import Archived, Office
from generator.model.site_settings import Role
from generator.pages import actor, article, event, free_page, location
from generator.pages.structured import collection, website
from generator.pages.trail import trail
from tests.graph import story
from tests.graph.story import SITE, former, linked, moment, named

ENGLISH_SITE = SimpleNamespace(site=SimpleNamespace(language="en"))

HOST = replace(SITE, title="River", base_url="https://x.example/", author="The desk", licence="CC BY 4.0")
TOWN = (
    story.location("tabqa", "town", name="Tabqa", part_of="raqqa", coordinates=(35.8, 38.5)),
    story.location("raqqa", "governorate", name="Raqqa", part_of="syria", coordinates=(35.9, 39.0)),
    story.location("syria", name="Syria"),
)


def of_event(*records, **fields):
    site = fields.pop("site", HOST)
    return event.view(linked(story.event("falls", **fields), *records, site=site), "falls")["structured"]


@pytest.mark.parametrize(
    ("date", "start", "end"),
    [
        ("2014-08-24", "2014-08-24", None),
        ("2014-08", "2014-08", None),
        ("2014-08-24T14:30+03:00", "2014-08-24T14:30+03:00", None),
        ("2014-08-18/2014-08-24", "2014-08-18", "2014-08-24"),
        ("2014-08-18/..", "2014-08-18", None),
        ("2014-08-18~/2014-08-24", None, "2014-08-24"),
        ("2014-08-24~", None, None),
        ("2014-08-24?", None, None),
        ("2014-08-XX", None, None),
        ("2014-21", None, None),
        ("[2014-08-23,2014-08-24]", None, None),
    ],
)
def test_only_what_is_known_of_a_date_is_said(date, start, end):
    block = of_event(date=date)
    assert (block.get("startDate"), block.get("endDate")) == (start, end)


def test_a_point_is_given_only_where_there_is_one():
    (exact,) = of_event(*TOWN, locations="tabqa")["location"]
    assert exact["geo"] == {"@type": "GeoCoordinates", "latitude": 35.8, "longitude": 38.5}
    (area,) = of_event(*TOWN, locations="raqqa")["location"]
    assert "geo" not in area
    (unsure,) = of_event(*TOWN, locations="tabqa", location_precision="district")["location"]
    assert "geo" not in unsure


def test_parties_are_what_an_event_is_about_and_reporters_are_not():
    site = replace(
        HOST, roles=(Role("attacker", "attacker", list="did"), Role("reporter", "r", list="reported"))
    )
    block = of_event(
        story.actor(
            "isil",
            name="Islamic State",
            kind="armed-group",
            former_names=(former("ISIL", "2013", "2014-06"),),
        ),
        site=site,
        date="2014-01-01",
        actors="isil:attacker sana:reporter",
    )
    assert block["about"] == [
        {"@type": "Organization", "@id": "https://x.example/actors/isil/#actor", "name": "ISIL"}
    ]
    assert "organizer" not in block


def test_an_event_points_to_its_whole_its_parts_and_the_reports_of_it():
    graph = linked(
        story.event("whole"),
        story.event("falls", part_of="whole", sources="a"),
        story.event("part", part_of="falls"),
        story.article(
            "a", title="Base falls", publisher="herald", published="2014-08-25", url="https://h.example/a"
        ),
        story.actor("herald", name="Herald", kind="media"),
        site=HOST,
    )
    block = event.view(graph, "falls")["structured"]
    assert [one["name"] for one in (*block["superEvent"], *block["subEvent"])] == ["whole", "part"]
    assert block["subjectOf"] == [
        {
            "@type": "NewsArticle",
            "@id": "https://x.example/articles/a/#article",
            "name": "Base falls",
            "headline": "Base falls",
            "url": "https://h.example/a",
            "datePublished": "2014-08-25",
            "publisher": {
                "@type": "NewsMediaOrganization",
                "@id": "https://x.example/actors/herald/#actor",
                "name": "Herald",
            },
        }
    ]


def test_a_picture_behind_a_fold_is_not_offered():
    media = (
        Media(alt="The base", file="media/base.png", credit="The desk"),
        Media(alt="The dead", file="media/dead.png", graphic=True),
        Media(alt="Elsewhere", url="https://h.example/x.png"),
    )
    assert of_event(media=media)["image"] == [
        {
            "@type": "ImageObject",
            "contentUrl": "https://x.example/media/base.png",
            "description": "The base",
            "creditText": "The desk",
        }
    ]


@pytest.mark.parametrize(
    ("kind", "wanted"),
    [
        ("news", "NewsArticle"),
        ("ngo", "Report"),
        ("official", "Report"),
        ("commentary", "OpinionNewsArticle"),
    ],
)
def test_a_report_is_its_outlets_at_its_outlets_address(kind, wanted):
    graph = linked(
        story.article(
            "a",
            type=kind,
            publisher="herald",
            agency="wire",
            byline="Anne Barnard and others",
            url="https://h.example/a",
            archived=(Archived("https://archive.example/a"),),
            language="en",
            mentions=("isil",),
        ),
        story.actor("isil"),
        site=HOST,
    )
    block = article.view(graph, "a 1")["structured"]
    assert (block["@type"], block["url"], block["publisher"]["name"]) == (
        wanted,
        "https://h.example/a",
        "herald",
    )
    assert block["creditText"] == "Anne Barnard and others"
    assert [one["name"] for one in block["contributor"]] == ["wire"]
    assert block["archivedAt"] == ["https://archive.example/a"]
    assert [one["name"] for one in block["mentions"]] == ["isil"]
    assert block["mainEntityOfPage"]["url"] == "https://x.example/articles/a/"
    assert "author" not in block


def test_a_person_has_all_names_and_offices_with_their_time():
    graph = linked(
        story.actor(
            "assad",
            name="Bashar al-Assad",
            kind="person",
            names=(named("ar", "بشار الأسد"),),
            aliases=("Bashar Assad",),
            wikidata="Q44329",
            born=moment("1965-09-11"),
            roles=(
                Office(body="syria-government", title="president", since=moment("2000-07-17")),
                Office(body="alawites", title="elder"),
            ),
        ),
        story.actor("syria-government", name="Syrian government", kind="government"),
        story.actor("alawites", kind="community"),
        site=HOST,
    )
    block = actor.view(graph, "assad 1")["structured"]
    assert block["@type"] == "Person"
    assert block["alternateName"] == ["بشار الأسد", "Bashar Assad"]
    assert block["sameAs"] == ["https://www.wikidata.org/entity/Q44329"]
    assert block["birthDate"] == "1965-09-11"
    (role,) = block["memberOf"]
    assert (role["@type"], role["roleName"], role["startDate"]) == (
        "OrganizationRole",
        "president",
        "2000-07-17",
    )
    assert role["memberOf"]["@type"] == "GovernmentOrganization"


def test_a_group_has_its_parent_and_a_community_is_no_organisation():
    graph = linked(
        story.actor("army", kind="military", part_of="forces", founded=moment("1946")),
        story.actor("forces", kind="military"),
        story.actor("yazidis", kind="community", founded=moment("1200")),
        site=HOST,
    )
    army = actor.view(graph, "army 1")["structured"]
    assert ([one["name"] for one in army["parentOrganization"]], army["foundingDate"]) == (["forces"], "1946")
    community = actor.view(graph, "yazidis 1")["structured"]
    assert community["@type"] == "Thing"
    assert "foundingDate" not in community


def test_a_place_lies_in_the_next_larger_one_and_shows_the_way():
    block = location.view(linked(*TOWN, site=HOST), "tabqa 1")["structured"]
    assert (block["@type"], block["containedInPlace"][0]["name"]) == ("City", "Raqqa")
    steps = block["mainEntityOfPage"]["breadcrumb"]["itemListElement"]
    assert [(step["name"], step["item"]) for step in steps] == [
        ("Home", "https://x.example/"),
        ("Places", "https://x.example/locations/"),
        ("Syria", "https://x.example/locations/syria/"),
        ("Raqqa", "https://x.example/locations/raqqa/"),
        ("Tabqa", "https://x.example/locations/tabqa/"),
    ]


def test_a_site_without_an_address_names_none():
    block = of_event(*TOWN, locations="tabqa", site=SITE)
    assert "url" not in block
    assert "@id" not in block["location"][0]
    assert "breadcrumb" not in block["mainEntityOfPage"]


def test_lists_and_free_pages_are_pages_of_the_site():
    graph = linked(story.page("about", title="About"), site=HOST)
    assert free_page.view(graph, "about")["structured"]["@type"] == "AboutPage"
    listed = collection(graph, "August 2014", "timeline/2014/08/")
    assert (listed["@type"], listed["isPartOf"]["name"]) == ("CollectionPage", "River")
    assert website(graph)["publisher"] == {"@type": "Organization", "name": "The desk"}
    assert "license" not in website(graph)


@pytest.mark.parametrize(
    ("address", "steps"),
    [
        ("timeline/", ["x"]),
        ("timeline/2014/08/", ["Timeline", "x"]),
        ("timeline/2014/08/24/", ["Timeline", "August 2014", "x"]),
        ("events/falls/", ["Timeline", "x"]),
        ("reported/2014-08-25/", ["As reported", "x"]),
        ("about/", ["x"]),
    ],
)
def test_the_way_to_an_address(address, steps):
    assert [label for label, _ in trail(ENGLISH_SITE, address, "x")] == steps
