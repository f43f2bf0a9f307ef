"""The TimelineJS file: its dates and texts, and the real TimelineJS that shows it in a browser."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from html import unescape

import pytest

from generator.exports import timelinejs
from generator.model.record_parts import Media
from tests.exports.browser import page_of, served
from tests.exports.compiled import CHECKOUT, compiled
from tests.graph.story import SITE, actor, event, linked

PROGRAM = CHECKOUT / ".ci/checkers/node_modules/@knight-lab/timelinejs/dist"
HOST = replace(SITE, base_url="https://example.org/news/", description="What <happened>.")

SHOW = """<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><title>Timeline</title>
<link rel="stylesheet" href="program/css/timeline.css"><div id="timeline" style="width:1000px;height:700px"></div>
<script src="program/js/timeline.js"></script>
<script>
fetch("timelinejs.json").then(answer => answer.json()).then(file => {
  window.timeline = new TL.Timeline("timeline", file, {font: "font.css", script_path: location.origin + "/program/js/"});
  window.timeline.on("loaded", () => { window.shown = true; });
});
</script>
"""


def read(graph) -> dict:
    return json.loads(timelinejs.write(graph, ""))


def slide(day="2014-08-24", site=HOST, **fields) -> dict:
    (found,) = read(linked(event("falls", day, **fields), actor("isil"), site=site))["events"]
    return found


# In a browser


@pytest.fixture(params=["model", "ours"])
def shown(request, tmp_path):
    """What the program makes of a file, and whom else it asked."""
    graph = compiled(request.param)
    shutil.copytree(PROGRAM, tmp_path / "program")
    (tmp_path / "index.html").write_text(SHOW)
    (tmp_path / "font.css").write_text("")  # the program's own font files ask other hosts
    (tmp_path / "timelinejs.json").write_bytes(timelinejs.write(graph, ""))
    refused: list[str] = []
    with served(tmp_path) as address, page_of(address, refused) as page:
        faults: list[str] = []
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.goto(f"{address}/index.html")
        page.wait_for_function("window.shown === true", timeout=60_000)
        config = page.evaluate(
            "({errors: timeline.config.messages.errors, title: timeline.config.title.text.headline,"
            " events: timeline.config.events.map(one => ({id: one.unique_id, headline: one.text.headline,"
            " year: one.start_date.data.date_obj.getFullYear(), display: one.display_date}))})"
        )
        markers = page.locator(".tl-timemarker").count()
        page.evaluate(f"timeline.goToId('{graph.events[0].id}')")
        page.wait_for_selector(".tl-slide.tl-slide-active, .tl-slide h2.tl-headline")
        words = page.locator("#timeline").inner_text()
    return graph, config, markers, words, faults, refused


def test_timelinejs_shows_every_event_and_asks_nobody_else(shown):
    graph, config, markers, words, faults, refused = shown
    assert config["errors"] == faults == []
    assert refused == []
    assert markers == len(graph.events)
    assert sorted(one["id"] for one in config["events"]) == sorted(record.id for record in graph.events)
    by_id = {one["id"]: one for one in config["events"]}
    for record in graph.events:
        assert unescape(by_id[record.id]["headline"]) == record.title
        assert by_id[record.id]["display"] == record.date.words()
    assert config["title"] == graph.site.title
    assert graph.events[0].title in words
    assert graph.events[0].date.words() in words


# The file itself


@pytest.mark.parametrize(
    ("day", "start", "end"),
    [
        ("2014-08-24", {"year": 2014, "month": 8, "day": 24}, None),
        ("2014-08", {"year": 2014, "month": 8}, None),
        ("2014", {"year": 2014}, None),
        ("-0043", {"year": -43}, None),
        (
            "2014-08-24T14:30:05+03:00",
            {"year": 2014, "month": 8, "day": 24, "hour": 14, "minute": 30, "second": 5},
            None,
        ),
        ("2014-08-18/2014-09", {"year": 2014, "month": 8, "day": 18}, {"year": 2014, "month": 9}),
        ("2014-08-18/..", {"year": 2014, "month": 8, "day": 18}, None),
        ("../2014-08-18", {"year": 2014, "month": 8, "day": 18}, None),
        (
            "2014-21",
            {"year": 2014, "month": 3, "day": 1},
            {"year": 2014, "month": 5, "day": 31},
        ),
        (
            "[2014-08-23,2014-08-24]",
            {"year": 2014, "month": 8, "day": 23},
            {"year": 2014, "month": 8, "day": 24},
        ),
    ],
)
def test_a_date_is_as_exact_as_it_is_known(day, start, end):
    found = slide(day)
    assert (found["start_date"], found.get("end_date")) == (start, end)
    assert found["display_date"] == event("x", day).record.date.words()


def test_texts_are_html_with_whole_addresses():
    found = slide(title="Base <b>falls</b> & burns", summary="It fell to [[isil]].", status="disputed")
    assert found["text"]["headline"] == "Base &lt;b&gt;falls&lt;/b&gt; &amp; burns"
    assert 'href="https://example.org/news/actors/isil/"' in found["text"]["text"]
    assert "Disputed: was reported, and is disputed." in found["text"]["text"]
    assert 'href="https://example.org/news/events/falls/"' in found["text"]["text"]


def test_a_site_without_an_address_has_no_links():
    assert slide(site=SITE, summary="It fell to [[isil]].")["text"]["text"] == "<p>It fell to isil.</p>"


def test_pictures_are_the_sites_own_and_none_that_shocks():
    own = Media(file="media/bridge.png", alt="A bridge", credit="A & B", licence="CC BY")
    assert slide(media=(own,))["media"] == {
        "url": "https://example.org/news/media/bridge.png",
        "alt": "A bridge",
        "credit": "A &amp; B · CC BY",
    }
    assert "media" not in slide(media=(Media(url="https://elsewhere.example/x.png", alt="x"),))
    assert "media" not in slide(media=(replace(own, graphic=True),))


def test_a_long_timeline_has_its_key_events_and_says_of_how_many(monkeypatch):
    monkeypatch.setattr(timelinejs, "LONGEST", 2)
    ranks = ("key", "major", "major", "minor")
    graph = linked(*(event(f"e{n}", significance=rank) for n, rank in enumerate(ranks)), site=HOST)
    found = read(graph)
    assert [one["unique_id"] for one in found["events"]] == ["e0"]
    assert "<p>1 event of 4.</p>" in found["title"]["text"]["text"]
    assert timelinejs.slide_total(graph) == 1


def test_drafts_are_not_in_it():
    graph = linked(event("secret", draft=True), event("open"), drafts=True, site=HOST)
    assert [one["unique_id"] for one in read(graph)["events"]] == ["open"]
