"""Pictures for shared links: who has one, what it says, and that what it says is shown as text."""

from __future__ import annotations

import re
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from generator.exports import card_images
from generator.exports.card_images import HEIGHT, SITE_CARD, WIDTH, CardImage, card_address, outputs, view
from generator.plan import plan
from generator.rendering import render as rendering
from generator.rendering.render import render
from generator.rendering.settings import Settings
from generator.rendering.theme import theme_folder
from tests.graph import story
from tests.graph.story import SITE, event, linked, named
from tests.rendering.pixels import read_png

HOST = replace(SITE, base_url="https://example.org/news/")
SETTINGS = Settings((theme_folder(),))
SVG = "{http://www.w3.org/2000/svg}"


def of(graph, record: str) -> CardImage:
    return view(graph, record)["card"]


def drawing(graph, record: str, monkeypatch) -> ET.Element:
    """The drawing of a picture, as XML."""
    monkeypatch.setattr(rendering, "drawn", lambda svg, _case, _folder: svg.encode())
    (output,) = (output for output in outputs(graph) if output.subject == record)
    content, findings = render(output, graph, SETTINGS)
    assert findings == ()
    return ET.fromstring(content)  # noqa: S314 - our own drawing


def texts(picture: ET.Element) -> list[str]:
    return [(text.text or "").strip("\u202b\u202c") for text in picture.iter(f"{SVG}text")]


def test_every_event_actor_and_place_has_one_and_the_site_has_one_for_the_rest():
    graph = linked(event("falls", actors="isil"), site=HOST)
    addresses = {output.address for output in outputs(graph)}
    assert {SITE_CARD, "assets/cards/events/falls.png", "assets/cards/actors/isil.png"} <= addresses
    assert {address.split("/")[2] for address in addresses} <= {"site.png", "events", "actors", "locations"}
    assert [card_address(graph, record) for record in ("event/falls", "article/sana-1", "")] == [
        "assets/cards/events/falls.png",
        SITE_CARD,
        SITE_CARD,
    ]


@pytest.mark.parametrize("site", [SITE, replace(HOST, cards=False)], ids=["no address", "not wanted"])
def test_a_site_without_address_or_that_wants_none_has_none(site):
    graph = linked(event("falls"), site=site)
    assert list(outputs(graph)) == []
    assert card_address(graph, "event/falls") == ""


def test_without_the_extra_there_are_none(monkeypatch):
    monkeypatch.setattr(card_images, "_can_draw", lambda: False)
    graph = linked(event("falls"), site=HOST)
    assert list(outputs(graph)) == []
    assert card_address(graph, "event/falls") == ""


def test_an_event_shows_its_date_in_words_its_place_and_what_is_not_sure():
    graph = linked(
        event("falls", "2014-08-18/2014-08-24", status="disputed", significance="key", locations="tabqa"),
        story.location("tabqa", name="Tabqa"),
        site=HOST,
    )
    assert of(graph, "event/falls") == CardImage(
        over="18–24 August 2014", title="falls", under=("Tabqa",), mark="Disputed", shape="span", key=True
    )


def test_an_actor_and_a_place_show_what_they_are_and_their_names_elsewhere():
    graph = linked(
        story.actor("isil", name="Islamic State", kind="armed-group", names=(named("ar", "تنظيم الدولة"),)),
        story.location("tabqa", "town", name="Tabqa", part_of="syria", names=(named("ar", "الطبقة"),)),
        story.location("syria", name="Syria"),
        site=HOST,
    )
    assert of(graph, "actor/isil") == CardImage(
        over="Armed group", title="Islamic State", under=("تنظيم الدولة",)
    )
    assert of(graph, "location/tabqa") == CardImage(over="Town", title="Tabqa", under=("Syria", "الطبقة"))


def test_a_draft_is_marked():
    graph = linked(event("falls", draft=True, status="reported"), site=HOST, drafts=True)
    assert of(graph, "event/falls").mark == "Draft · Reported"


def test_words_are_text_and_never_drawing(monkeypatch):
    title = '</text><rect width="9"/><!-- & "x" \x0b\ufffe ]]> {{ 1 }}'
    graph = linked(event("falls", title=title), site=replace(HOST, title="<b>&"))
    benign = linked(event("falls", title="x" * 10 + " " + "y" * 10), site=replace(HOST, title="b"))
    picture = drawing(graph, "event/falls", monkeypatch)
    assert {one.tag for one in picture.iter()} == {
        one.tag for one in drawing(benign, "event/falls", monkeypatch).iter()
    }
    assert "".join(texts(picture)[1:-1]).replace(" ", "") == re.sub("[\x0b\ufffe ]", "", title)
    assert texts(picture)[-1] == "<b>&"


def test_a_right_to_left_site_has_its_spine_on_the_right(monkeypatch):
    graph = linked(event("falls", title="سقوط مطار الطبقة"), site=replace(HOST, language="ar"))
    picture = drawing(graph, "event/falls", monkeypatch)
    title = next(text for text in picture.iter(f"{SVG}text") if "سقوط" in (text.text or ""))
    assert (title.get("text-anchor"), title.get("x")) == ("end", "1080")
    assert (title.text or "").startswith("\u202b")


def test_a_picture_is_of_the_size_that_its_page_says():
    graph = linked(event("falls"), site=HOST)
    (output,) = (output for output in outputs(graph) if output.subject == "event/falls")
    content, findings = render(output, graph, SETTINGS)
    assert findings == ()
    assert read_png(content).size == (WIDTH, HEIGHT)


def test_letters_that_no_font_has_are_a_finding_at_the_record():
    graph = linked(story.actor("tokyo", name="東京"), site=HOST)
    (output,) = (output for output in outputs(graph) if output.subject == "actor/tokyo")
    content, (finding,) = render(output, graph, SETTINGS)
    assert read_png(content).size == (WIDTH, HEIGHT)
    assert (finding.code, finding.record) == ("D506", "actor/tokyo")
    assert '"東京"' in finding.message
    assert finding.span.path.endswith(".md")


def test_a_drawing_that_cannot_be_drawn_is_a_fault_of_its_template(tmp_path):
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates/card.svg").write_text("<svg")
    graph = linked(event("falls"), site=HOST)
    (output,) = (output for output in outputs(graph) if output.subject == "event/falls")
    content, (finding,) = render(output, graph, Settings((tmp_path / "templates", theme_folder())))
    assert content == b""
    assert (finding.code, finding.span.path) == ("D505", "templates/card.svg")


@pytest.mark.parametrize(
    ("address", "picture", "kind"),
    [
        ("events/falls/", "https://example.org/news/assets/cards/events/falls.png", "article"),
        ("actors/isil/", "https://example.org/news/assets/cards/actors/isil.png", "profile"),
        ("", "https://example.org/news/assets/cards/site.png", "website"),
        ("404.html", None, "website"),
    ],
)
def test_pages_name_their_picture_by_its_whole_address(address, picture, kind):
    graph = linked(event("falls", actors="isil"), site=HOST)
    tags = head(graph, address)
    assert tags.get("og:image") == picture
    assert tags["og:type"] == kind
    assert tags["twitter:card"] == ("summary_large_image" if picture else "summary")
    if picture:
        assert (tags["og:image:width"], tags["og:image:height"]) == ("1200", "630")
        assert tags["og:image:alt"] == tags["og:title"]


def test_a_site_without_pictures_names_none():
    tags = head(linked(event("falls"), site=SITE), "events/falls/")
    assert "og:image" not in tags
    assert tags["twitter:card"] == "summary"


def head(graph, address: str) -> dict[str, str]:
    """The `og:` and `twitter:` tags of a page."""
    (output,) = (output for output in plan(graph)[0] if output.address == address)
    content, _ = render(output, graph, SETTINGS)
    return dict(
        re.findall(r'<meta (?:property|name)="((?:og|twitter):[^"]+)" content="([^"]*)">', content.decode())
    )


def test_more_than_a_thousand_are_drawn_only_when_asked_for(monkeypatch):
    graph = linked(event("falls"), site=HOST)
    monkeypatch.setattr(card_images, "MANY", 0)
    assert list(outputs(graph)) == []
    assert card_address(graph, "event/falls") == ""
    asked = linked(event("falls"), site=replace(HOST, cards=True))
    assert card_address(asked, "event/falls") == "assets/cards/events/falls.png"
