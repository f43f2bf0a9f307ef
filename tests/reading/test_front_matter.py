"""Limits hold while the parser reads, and both parsers of PyYAML give the same nodes."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from generator.reading import front_matter
from generator.reading.front_matter import read_yaml
from generator.reading.text import source_text
from tests.reading.cases import cases

LOADERS = {"libyaml": yaml.CSafeLoader, "Python": yaml.SafeLoader}


@pytest.fixture(params=LOADERS)
def loader(request, monkeypatch):
    monkeypatch.setattr(front_matter, "_LOADER", LOADERS[request.param])
    return request.param


def read(text: str):
    return read_yaml(source_text("x.md", text), 0, len(text))


@pytest.mark.parametrize(
    "bomb",
    [
        "a: " + "[" * 30_000,
        "a: " + "{a: " * 15_000,
        "a:\n" + "- " * 30_000,
        "".join(f"{' ' * level}a:\n" for level in range(300)),
        "a: &a [x]\nb: &b [*a,*a]\nc: &c [*b,*b]\nd: [*c,*c]\n",
        "a: {<<: {b: c}}\n",
        "a: " + '"' + "x" * 60_000,
        "? " * 30_000,
        "a: " * 20_000,
        "&a " * 20_000,
        "".join(f"k{n}: [\n" for n in range(7_000)),
    ],
    ids=lambda bomb: bomb[:12],
)
@pytest.mark.timeout(60)  # a bomb that goes off takes hours
@pytest.mark.usefixtures("loader")
def test_a_bomb_is_refused(bomb):
    _, findings = read(bomb)
    assert findings


def test_depth_is_refused_at_33():
    assert read("a: " + "[" * 31 + "]" * 31)[1] == ()
    assert [finding.code for finding in read("a: " + "[" * 32 + "]" * 32)[1]] == ["D022"]


def sources() -> list[str]:
    return [
        block.text.split("---\n")[1]
        for case in cases()
        for block in case.blocks
        if not block.form and block.text.startswith("---\n")
    ]


@pytest.mark.parametrize("text", sources())
def test_both_parsers_read_the_cases_alike(text, monkeypatch):
    both = []
    for loader in LOADERS.values():
        monkeypatch.setattr(front_matter, "_LOADER", loader)
        both.append(read(text))
    assert both[0] == both[1]


YAML_LIKE = st.lists(
    st.sampled_from(
        [*"\n :-#[]{},'\"|>*&!%@`?~<\t.ab1", "\n  ", ": ", "- ", "key: ", "\\", "---\n", "é", "\u2028", "<<"]
    ),
    max_size=60,
).map("".join)


@given(YAML_LIKE)
@example('a: "\\UFFFFFFFF"')
@example("%YAML 1." + "9" * 5_000 + "\n--- a")
def test_no_text_makes_either_parser_raise(text):
    for loader in LOADERS.values():
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(front_matter, "_LOADER", loader)
            mapping, findings = read(text)
        assert mapping is not None or findings
        lines = text.split("\n")
        for finding in findings:
            assert 1 <= finding.span.line <= len(lines)
            assert 1 <= finding.span.column <= len(lines[finding.span.line - 1]) + 1
