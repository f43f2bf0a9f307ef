"""Each event as it stood on the evening of each day of reports: the story of a base whose fall was told in figures."""

from __future__ import annotations

import json
from datetime import date

import pytest

from tests.site.model_site import Site

ARTICLE = "---\ntitle: {title}\npublisher: {outlet}\npublished: {day}\n---\n"

FALL = """---
title: Base falls
date: 2014-08-24
status: disputed
sources: [first-word, paper-25, paper-28]
claims:
  - {measure: killed, group: river-brigade, figure: at least 346, claimed_by: herald, source: paper-25}
  - {measure: killed, group: soldiers, figure: more than 170, claimed_by: herald, source: paper-25}
  - {measure: killed, group: soldiers, figure: 200, claimed_by: courier, source: paper-28}
---
"""


@pytest.fixture
def told(tmp_path):
    site = Site.golden(tmp_path)
    for name, outlet, day in (
        ("first-word", "wire", "2014-08-24"),
        ("paper-25", "herald", "2014-08-25"),
        ("paper-28", "courier", "2014-08-28"),
    ):
        site.write(f"content/articles/{name}.md", ARTICLE.format(title=name, outlet=outlet, day=day))
    site.write("content/events/base-falls.md", FALL)
    assert site.build().published is not None
    text = site.published().files["reported/states.js"].decode()
    return json.loads(text.partition(",")[2].removesuffix(");\n"))


def states(told, event):
    """Each state in words."""
    for since, grade, new, independent, figures in told["event"][event]:
        yield (
            date.fromordinal(since + date(1970, 1, 1).toordinal()).isoformat(),
            told["grades"][grade][0],
            [told["articles"][number] for number in new],
            independent,
            figures
            and [" ".join(told["words"][word] for word in row[:4] if told["words"][word]) for row in figures],
        )


def test_on_the_day_of_the_article_its_figures_stand_alone_and_later_ones_change_them(told):
    assert list(states(told, "base-falls")) == [
        ("2014-08-24", "reported", ["first-word"], 1, []),
        (
            "2014-08-25",
            "disputed",
            ["paper-25"],
            2,
            ["killed River Brigade at least 346", "killed soldiers more than 170"],
        ),
        (
            "2014-08-28",
            "disputed",
            ["paper-28"],
            3,
            ["killed River Brigade at least 346", "killed soldiers 170 to 200 or more"],
        ),
    ]


def test_days_of_first_reports_are_named(told):
    assert (date(2014, 8, 24) - date(1970, 1, 1)).days in told["days"]


def test_grades_come_with_what_they_mean(told):
    assert [slug for slug, _, _ in told["grades"]] == ["confirmed", "reported", "disputed", "retracted"]
    assert all(label and definition for _, label, definition in told["grades"])
