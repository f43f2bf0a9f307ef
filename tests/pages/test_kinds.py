"""The other page kinds: what decides what they say."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace

from generator.model.record_parts import Media
from generator.model.site_settings import Role
from generator.pages import actor, article, corrections, home, location, month, reported_day
from generator.pages.location import coordinates_words
from generator.pages.media import pictures
from tests.graph import story
from tests.graph.story import SITE, claim, correction, day, event, former, linked, moment, named, said

ENGLISH_SITE = SimpleNamespace(site=SimpleNamespace(language="en"))

ROLES = (
    Role("attacker", "attacker", "", "did"),
    Role("target", "target", "", "was-hit"),
    Role("speaker", "speaker", "", "said"),
)


def test_an_actors_events_are_grouped_by_what_it_did_in_the_order_of_the_vocabulary():
    graph = linked(
        event("hit", "2014-08-01", actors="isil:target"),
        event("attack", "2014-08-02", actors="isil:attacker"),
        event("words", "2014-08-03", actors="isil:speaker"),
        site=replace(SITE, roles=ROLES),
    )
    lists = actor.view(graph, "isil 1")["lists"]
    assert [(one.label, [part.card.title for part in one.parts]) for one in lists] == [
        ("Did", ["attack"]),
        ("Was hit", ["hit"]),
        ("Said", ["words"]),
    ]


def test_an_actors_claim_stands_beside_what_all_say():
    graph = linked(event("falls", claims=(claim("170"), claim("346", by="sana"))))
    (row,) = actor.view(graph, "sohr 1")["claims"]
    assert (row.row.figure, row.others) == ("170", "170 to 346 reported, 1 source")


def test_names_show_language_direction_and_dates_of_use():
    graph = linked(
        story.actor(
            "isil",
            name="Islamic State",
            names=(named("ar", "تنظيم الدولة"),),
            former_names=(former("ISIL", "2013-04-08", "2014-06-29"),),
            aliases=("Daesh",),
        )
    )
    band = actor.view(graph, "isil 1")["names"]
    assert [(row.text, row.language, row.direction, row.use) for row in band.names] == [
        ("تنظيم الدولة", "ar", "rtl", "Arabic"),
        ("ISIL", "", "", "from 8 April 2013 until 29 June 2014"),
    ]
    assert [row.text for row in band.spellings] == ["Daesh"]


def test_a_place_keeps_here_somewhere_and_within_apart():
    graph = linked(
        event("here", locations="tabqa"),
        event("somewhere", locations="raqqa"),
        story.location("tabqa", "town", part_of="raqqa"),
        story.location("raqqa", "governorate", part_of="syria"),
        story.location("syria"),
    )
    shown = location.view(graph, "raqqa 1")
    assert [[card.title for card in shown[name]] for name in ("here", "somewhere", "within")] == [
        [],
        ["somewhere"],
        ["here"],
    ]
    assert [name.label for name in shown["breadcrumb"]] == ["syria"]
    assert [(child.name.label, child.count) for child in shown["children"]] == [("tabqa", "1 event")]


def test_coordinates_are_as_exact_as_they_were_given():
    assert coordinates_words(ENGLISH_SITE, (35.755, 38.567)) == "35.755° N, 38.567° E"
    assert coordinates_words(ENGLISH_SITE, (-1.5, -0.25)) == "1.5° S, 0.25° W"


def test_an_articles_page_lists_what_rests_on_it():
    graph = linked(
        event(
            "falls",
            sources="a",
            claims=(claim("3", source="a"),),
            statements=(said("sana", "No.", source="a"),),
        ),
        story.article("a", based_on="wire"),
        story.article("b", based_on="a"),
        story.article("wire"),
    )
    shown = article.view(graph, "a 1")
    assert [len(shown[name]) for name in ("events", "claims", "statements", "derived", "based_on")] == [
        1,
        1,
        1,
        1,
        1,
    ]
    assert shown["structured"]["publisher"] == {"@type": "Organization", "name": "herald"}


def test_the_ledger_is_newest_first_and_names_the_record():
    graph = linked(
        event("falls", corrections=(correction("2014-09-01"), correction("2014-09-03", "withdrawn"))),
        event("raids", corrections=(correction("2014-09-02"),)),
    )
    rows = corrections.view(graph, " 1")["rows"]
    assert [(row.record.label, row.withdrawn) for row in rows] == [
        ("falls", True),
        ("raids", False),
        ("falls", False),
    ]


def test_the_home_page_leads_with_the_key_period():
    graph = linked(
        event("caliphate", "2014-06-29", significance="key"),
        event("falls", "2014-08-24", significance="key"),
        event("aside", "2014-08-24"),
        site=replace(SITE, key_period=moment("2014-08-15/2014-08-26")),
    )
    shown = home.view(graph, "")
    titles = [[card.title for one in shown[name] for card in one.cards] for name in ("lead", "others")]
    assert titles == [["falls"], ["caliphate"]]
    assert shown["scope"] == "3 events, 0 reports, 0 actors, 0 places"


def test_an_evening_shows_figures_as_they_stood():
    graph = linked(
        event("falls", sources="a b", claims=(claim("170", source="a"), claim("346", by="sana", source="b"))),
        story.article("a", "2014-08-25"),
        story.article("b", "2014-08-27"),
    )
    (row,) = reported_day.view(graph, f"{day('2014-08-25')} 1")["standing"]
    assert [figure.figure for figure in row.state.figures] == ["170"]


def test_a_month_knows_the_months_beside_it():
    graph = linked(event("a", "2014-06-01"), event("b", "2014-08-01"), event("c", "2015-01-01"))
    shown = month.view(graph, "1 1")
    assert (shown["title"], shown["earlier"].label, shown["later"].address) == (
        "August 2014",
        "June 2014",
        "timeline/2015/01/",
    )


def test_a_picture_elsewhere_is_a_link_never_a_request():
    (picture,) = pictures([Media(alt="Smoke", url="https://pictures.example/a.jpg")])
    assert (picture.address, picture.host) == ("", "pictures.example")
