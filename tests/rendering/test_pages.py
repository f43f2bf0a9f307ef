"""Rendered pages: their order, their weight, and what every one of them has."""

from __future__ import annotations

import re
from dataclasses import replace

import html5lib
import pytest

from generator.model.record_parts import Media
from generator.plan import plan
from generator.rendering.render import render
from generator.rendering.settings import Settings
from generator.rendering.theme import theme_folder
from tests.graph.story import SITE, article, claim, correction, event, linked, page, said

SETTINGS = Settings((theme_folder(),))
XHTML = "{http://www.w3.org/1999/xhtml}"


def rendered(graph, address):
    output = next(output for output in plan(graph)[0] if output.address == address)
    content, findings = render(output, graph, SETTINGS)
    assert findings == ()
    return content.decode()


def test_an_events_page_says_what_is_disputed_before_its_prose():
    graph = linked(
        event(
            "falls",
            sources="a",
            date_basis="One report says the 25th.",
            body="The note.",
            claims=(claim("170"), claim("346", by="sana")),
            statements=(said("sana", "No."),),
            corrections=(correction("2014-09-01"),),
            follows="raids",
        ),
        event("raids"),
        article("a"),
    )
    text = rendered(graph, "events/falls/")
    order = [
        ">24 August 2014<",
        "known to the day",
        "<h1",
        "Last material change",
        "What is said of the figures",
        "Competing dates",
        "The note.",
        "What was said",
        "Who claims what",
        "<h2>Sources",
        "<h2>As known on",
        "Tied to",
        "The same day",
        "Corrections</h2>",
        "<h2>Cite",
    ]
    places = [text.index(words) for words in order]
    assert places == sorted(places)


@pytest.fixture(scope="module")
def every_page():
    graph = linked(
        event("falls", sources="a", actors="isil", locations="tabqa", topics="bases", former_ids="old"),
        article("a"),
        page("about", "About"),
    )
    pages = [output for output in plan(graph)[0] if hasattr(output, "template")]
    return {output.address: render(output, graph, SETTINGS)[0].decode() for output in pages}


def test_every_page_has_one_heading_landmarks_a_skip_link_and_a_policy(every_page):
    for address, text in every_page.items():
        tree = html5lib.parse(text)
        assert len(tree.findall(f".//{XHTML}h1")) == 1, address
        for landmark in ("header", "nav", "main", "footer"):
            assert tree.find(f".//{XHTML}{landmark}") is not None, address
        assert tree.find(f".//{XHTML}body")[0].get("href") == "#main", address
        assert "default-src 'none'" in text, address
        assert 'name="description" content=""' not in text, address


def test_nothing_is_written_inline_and_nothing_asks_another_host(every_page):
    for address, text in every_page.items():
        assert not re.search(r"<style|\sstyle=|\son[a-z]+=", text), address
        assert re.findall(r"<script(?! src=\"[./]*assets/| type=\"application/ld\+json\")", text) == [], (
            address
        )
        assert not re.search(r'(?:src|<link[^>]*href)="(?:https?:)?//', text), address


def test_the_home_page_of_a_thousand_events_is_light():
    events = [
        event(
            f"event-{number}",
            f"{2011 + number % 5}-{1 + number % 12:02}-{1 + number % 28:02}",
            significance="key",
            summary="Two sentences of a summary stand here. They are as long as an editor makes them, or so.",
        )
        for number in range(1000)
    ]
    text = rendered(linked(*events, site=replace(SITE, base_url="https://example.org")), "")
    assert len(text.encode()) < 150_000
    assert text.count('class="card is-') == 60


def test_a_graphic_picture_is_behind_a_fold_with_its_words_before_it():
    shown = rendered(
        linked(event("falls", media=(Media(alt="A body", file="media/a.jpg", graphic=True),))),
        "events/falls/",
    )
    fold = shown.index("Show a graphic picture: A body")
    assert shown.rindex("<details>", 0, fold) < fold < shown.index('src="../../media/a.jpg"')


def test_a_page_in_arabic_runs_right_to_left():
    text = rendered(linked(event("falls"), site=replace(SITE, language="ar")), "events/falls/")
    assert '<html lang="ar" dir="rtl">' in text
