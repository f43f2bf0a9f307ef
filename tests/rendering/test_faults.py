"""A fault of a template is a finding at its line that names the page, never a traceback (F30)."""

from __future__ import annotations

import pytest

from generator.plan import plan
from generator.rendering.render import render
from generator.rendering.settings import Settings
from generator.rendering.theme import theme_folder
from tests.graph.story import event, linked

FAULTS = {
    "missing include": ("D501", 2, '<p>\n{% include "nowhere.html" %}'),
    "syntax": ("D502", 3, "<p>\n\n{% for card in %}"),
    "unclosed": ("D502", 1, "{% if title %}"),
    "unknown filter": ("D502", 2, "\n{{ title | shout }}"),
    "undefined name": ("D503", 2, "<p>\n{{ titel }}"),
    "undefined field": ("D503", 2, "<p>\n{{ date.wrods }}"),
    "endless include": ("D504", 2, '<p>\n{% include "event.html" %}'),
    "failing expression": ("D505", 3, "\n\n{{ 1 + title }}"),
    "division by nothing": ("D505", 1, "{{ 1 // 0 }}"),
}


@pytest.fixture(scope="module")
def graph():
    return linked(event("falls"))


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_names_the_template_its_line_and_the_page(tmp_path, graph, name):
    code, line, text = FAULTS[name]
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates/event.html").write_text(text)
    content, (finding,) = render(_page(graph), graph, Settings((tmp_path / "templates", theme_folder())))
    assert content == b""
    assert (finding.code, finding.span.path) == (code, "templates/event.html")
    assert finding.span.line == line
    assert "/events/falls/" in finding.message
    assert finding.record == "event/falls"


def test_a_missing_template_says_where_it_was_looked_for(tmp_path, graph):
    _, (finding,) = render(_page(graph), graph, Settings((tmp_path,)))
    assert finding.code == "D501"
    assert '"event.html"' in finding.message
    assert tmp_path.name in finding.help


def test_a_fault_in_the_layout_is_placed_in_the_layout(tmp_path, graph):
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates/base.html").write_text("{% block main %}{% endblock %}\n{{ nobody }}")
    _, (finding,) = render(_page(graph), graph, Settings((tmp_path / "templates", theme_folder())))
    assert (finding.code, finding.span.path, finding.span.line) == ("D503", "templates/base.html", 2)


def _page(graph):
    outputs, _ = plan(graph)
    return next(output for output in outputs if output.address == "events/falls/")
