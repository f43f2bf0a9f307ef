"""Export, import into an empty site, export again: the same but for provenance and for what the format cannot carry."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from generator.exports import calendar, csv_tables, timelinejs
from generator.graph.graph import Graph
from generator.graph.link import link
from generator.importers import IMPORTERS
from generator.importers.importer import Source
from generator.importers.settle import Settled, settle
from generator.reading.content import read_content
from tests.importers.desk import Desk

REPOSITORY = Path(__file__).parents[2]
SITES = {"golden": REPOSITORY / "tests/site/golden", "shipped": REPOSITORY}
both_sites = pytest.mark.parametrize("site", SITES)


@cache
def graph_of(site: str) -> Graph:
    return link(read_content(SITES[site])[0], drafts=False)[0]


def brought_in(form: str, source: Source, site: str, folder: Path) -> tuple[Settled, Graph]:
    """The source imported into a site that has nothing but its settings, and published."""
    desk = Desk(folder)
    shutil.copy(SITES[site] / "content/site.yaml", folder / "content/site.yaml")
    graph = link(read_content(folder)[0], drafts=True)[0]
    importer = next(importer for importer in IMPORTERS if importer.name == form)
    settled = settle(importer.read(source, graph), graph)
    desk.place(settled)
    desk.publish()
    return settled, link(read_content(folder)[0], drafts=False)[0]


def tables(graph: Graph) -> dict[str, bytes]:
    return {
        output.address.removeprefix("data/"): output.write(graph, output.subject)
        for output in csv_tables.outputs(graph)
        if output.address.endswith(".csv")
    }


@both_sites
def test_timelinejs(site, tmp_path):
    graph = graph_of(site)
    raw = timelinejs.write(graph, "")
    settled, again = brought_in("timelinejs", Source(name="timelinejs.json", raw=raw), site, tmp_path)
    assert (settled.rows, len(settled.made)) == (len(graph.events), len(graph.events))
    assert [one.code for one in settled.findings] == ["D718"]  # the title slide
    assert timelinejs.write(again, "") == raw


@both_sites
def test_calendar(site, tmp_path):
    graph = graph_of(site)
    raw = calendar.write(graph, "")
    settled, again = brought_in("icalendar", Source(name="timeline.ics", raw=raw), site, tmp_path)
    assert settled.findings == ()
    assert settled.rows == Counter(made.kind for made in settled.made)["event"] == len(graph.events)
    assert _without_sources(calendar.write(again, "")) == _without_sources(raw)


def _without_sources(raw: bytes) -> list[str]:
    """The lines but for what follows from sources and corrections, which a calendar does not hold."""
    lines = raw.decode().replace("\r\n ", "").split("\r\n")
    stamps = ("DTSTAMP:", "LAST-MODIFIED:", "SEQUENCE:")
    return [
        re.sub(r" \d+ reports?\\, \d+ independent\.", "", line)
        for line in lines
        if not line.startswith(stamps)
    ]


@both_sites
def test_tables(site, tmp_path):
    graph = graph_of(site)
    files = tables(graph)
    source = Source(name="data", files=tuple(sorted(files.items())))
    settled, again = brought_in("dateline", source, site, tmp_path)
    assert settled.findings == ()
    made = Counter(made.kind for made in settled.made)
    shelves = {
        "event": graph.events,
        "article": graph.articles,
        "actor": graph.actors,
        "location": graph.locations,
    }
    assert made == {kind: len(records) for kind, records in shelves.items()}
    for name, raw in tables(again).items():
        assert _without_corrections(raw) == _without_corrections(files[name]), name


def _without_corrections(raw: bytes) -> list[str]:
    """Rows but for the number of corrections, which stand between other columns' last and the record's address."""
    return [re.sub(r",\d+,(https://[^,]*)$", r",\1", line) for line in raw.decode().split("\r\n")]
