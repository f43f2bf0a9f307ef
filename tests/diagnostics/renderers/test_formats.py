"""Properties of every format: no text of a finding breaks its lines, and nothing is dropped."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.diagnostics.diagnostic import Diagnostic, Span
from generator.diagnostics.renderers import FORMAT_NAMES, FORMATS, Renderer, render
from generator.diagnostics.sources import no_sources
from generator.diagnostics.style import PLAIN
from tests.diagnostics.samples import ACTOR, TABLE
from tests.diagnostics.sarif_rules import faults

_TEXT = st.text(
    st.characters() | st.sampled_from("\n\r\x1b\u2028\x85\u202e\ud800\udce9%:,{}[]()`"), max_size=30
)
_SPANS = st.builds(Span, _TEXT, st.integers(0, 3), st.integers(0, 40), st.integers(0, 40))
_FINDINGS = st.lists(
    st.builds(
        Diagnostic,
        st.sampled_from(sorted(TABLE)),
        _TEXT,
        _SPANS,
        _TEXT,
        _TEXT,
        st.lists(_SPANS, max_size=2).map(tuple),
    ),
    max_size=4,
)
_HEADLINE = re.compile(
    r".*: (error\[D201\] unknown-actor|warning\[D305\] source-before-event|info\[D310\] single-source): "
)
_FULL_LINE = re.compile(r"|see .+|(help: .+   )?· dateline explain D\d{3}| *\d+ \|.*| +\| +\^+")


def test_the_formats_and_their_order() -> None:
    assert FORMAT_NAMES == ("full", "concise", "json", "github", "sarif")


def test_rendering_by_name_uses_the_table_of_codes() -> None:
    assert [render(name, (), no_sources) for name in FORMAT_NAMES[:4]] == ["", "", "[]\n", ""]
    with pytest.raises(KeyError):
        render("xml", (), no_sources)


@pytest.mark.parametrize(("name", "renderer"), FORMATS)
def test_the_order_given_is_kept(name: str, renderer: Renderer) -> None:
    findings = [Diagnostic("D201", f"message {number}", ACTOR.span) for number in (3, 1, 2)]
    text = renderer(findings, no_sources, PLAIN, TABLE)
    assert re.findall(r"message (\d)", text) == ["3", "1", "2"], name


@given(_FINDINGS, _TEXT)
def test_full(findings: list[Diagnostic], source: str) -> None:
    text = _whole("full", findings, source)
    lines = text.split("\n")
    heads = [line for line in lines if not _FULL_LINE.fullmatch(line)]
    assert all(_HEADLINE.match(line) for line in heads)
    assert text.count("· dateline explain D") >= len(findings)
    assert lines.count("") == max(1, len(findings))


@given(_FINDINGS, _TEXT)
def test_concise(findings: list[Diagnostic], source: str) -> None:
    lines = _whole("concise", findings, source).split("\n")[:-1]
    assert len(lines) == len(findings)
    assert all(_HEADLINE.match(line) for line in lines)


@given(_FINDINGS, _TEXT)
def test_json(findings: list[Diagnostic], source: str) -> None:
    text = _whole("json", findings, source)
    assert len(json.loads(text)) == len(findings)
    assert text.count("\n") == (len(findings) + 2 if findings else 1)


@given(_FINDINGS, _TEXT)
def test_github(findings: list[Diagnostic], source: str) -> None:
    lines = _whole("github", findings, source).split("\n")[:-1]
    assert len(lines) == len(findings)
    command = re.compile(r"::(error|warning|notice) ((file|line|col|title)=[^:,]+,?)+::.*")
    assert all(command.fullmatch(line) for line in lines)


@given(_FINDINGS, _TEXT)
def test_sarif(findings: list[Diagnostic], source: str) -> None:
    log = json.loads(_whole("sarif", findings, source))
    assert faults(log) == []
    assert len(log["runs"][0]["results"]) == len(findings)


def _whole(name: str, findings: list[Diagnostic], source: str) -> str:
    """The text, once it is seen to be lines that any encoding and any terminal can take."""
    text = dict(FORMATS)[name](findings, lambda _path, _line: source, PLAIN, TABLE)
    text.encode()  # raises where a lone surrogate is left
    assert text.split("\n")[:-1] == text.splitlines()
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text)
    assert not text or text.endswith("\n")
    return text
