"""Faults in a site's own templates (F30 of reliability.md): a finding at the template's line that names the page, exit
code 1, the published site as it was, and no Python frames."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.site.desk import Desk

BAR = "{% extends 'base.html' %}\n{% block main %}\n"
FAULTS = {
    "a tag that is not closed": ("topic.html", "<p>\n{% if title %}\n", "templates/topic.html:2:1 D502"),
    "a malformed expression": ("topic.html", "<p>\n\n{{ title | }}\n", "templates/topic.html:3:1 D502"),
    "an unknown filter": ("topic.html", "{{ title | shout }}\n", "templates/topic.html:1:1 D502"),
    "a missing template": ("topic.html", "\n{% include 'side.html' %}\n", "templates/topic.html:2:1 D501"),
    "a missing layout": ("topic.html", "{% extends 'bass.html' %}\n", "templates/topic.html:1:1 D501"),
    "an infinite include": ("topic.html", "<p>\n{% include 'topic.html' %}", "templates/topic.html:2:1 D504"),
    "an undefined name": (
        "topic.html",
        f"{BAR}{{{{ titel }}}}\n{{% endblock %}}",
        "templates/topic.html:3:1 D503",
    ),
    "an undefined field": ("topic.html", "{{ pager.numbr }}\n", "templates/topic.html:1:1 D503"),
    "an expression that fails": ("topic.html", "<p>\n{{ 1 // 0 }}\n", "templates/topic.html:2:1 D505"),
    "a fault in the layout": ("base.html", "<main>\n{{ nobody }}\n", "templates/base.html:2:1 D503"),
}


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk.at(tmp_path).topic("content/topics/tabqa.md")
    assert desk.build().code == 0
    return desk


@pytest.mark.parametrize("name", FAULTS)
def test_f30_a_fault_of_a_template_leaves_the_site_as_it_was(desk: Desk, name: str) -> None:
    template, text, expected = FAULTS[name]
    before = desk.published()
    desk.write(f"templates/{template}", text).topic("content/topics/new.md")
    outcome = desk.build()
    assert outcome.code == 1
    assert expected in outcome.findings or expected in outcome.said
    assert "/topics/tabqa/" in outcome.said
    assert "nothing published" in outcome.said
    assert desk.published() == before


def test_f30_two_templates_that_include_each_other(desk: Desk) -> None:
    before = desk.published()
    desk.write("templates/topic.html", "{% include 'a.html' %}").write(
        "templates/a.html", "\n{% include 'topic.html' %}"
    )
    outcome = desk.build()
    assert outcome.code == 1
    assert "D504" in outcome.said
    assert desk.published() == before


def test_f30_a_template_that_is_not_utf_8(desk: Desk) -> None:
    before = desk.published()
    desk.write("templates/topic.html", b"<p>caf\xe9</p>")
    outcome = desk.build()
    assert outcome.code == 1
    assert "templates/topic.html" in outcome.said
    assert desk.published() == before
