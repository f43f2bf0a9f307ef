"""Counts, from a site whose records can be counted by hand."""

from __future__ import annotations

from pathlib import Path

from generator.build import compile_content
from generator.desk.statistics import statistics
from generator.options import Options
from tests.site.model_site import Site


def test_every_section(tmp_path: Path) -> None:
    site = Site.golden(tmp_path)
    compiled = compile_content(Options(root=site.root, output=site.output, jobs=1))
    found = {
        section.title: {row.label: row.number for row in section.rows if row.number}
        for section in statistics(compiled.graph, compiled.content)
    }
    assert found == {
        "records": {"events": 4, "articles": 5, "actors": 7, "locations": 4, "topics": 2, "pages": 2},
        "not published": {"drafts of events": 1, "withdrawn events": 1},
        "events": {"key": 1, "major": 2, "minor": 1, "confirmed": 2, "reported": 1, "disputed": 1},
        "dates of events are known to the": {"day": 1, "interval": 1, "minute": 1, "set": 1},
        "what parties say": {
            "claims": 6,
            "figures that several parties give": 1,
            "figures that somebody denies": 1,
            "statements": 2,
            "corrections": 2,
        },
        "events rest on": {"one report": 3, "independent reports": 1},
        "sources": {"news": 4, "wire": 1},
        "languages of sources": {"en": 4, "ar": 1},
        "actors": {"person": 1, "armed-group": 1, "government": 1, "media": 3, "community": 1},
        "locations": {"country": 1, "governorate": 1, "town": 1, "site": 1},
        "prose": {"bodies": 7, "summaries": 6, "mentions of records": 6},
        "actors in most events": {"river-brigade": 3, "ferry-union": 2, "town-council": 2},
        "places of most events": {"nahr": 2, "valley": 2},
        "sources of most events": {"courier-bridge": 2, "wire-bridge": 2},
    }
