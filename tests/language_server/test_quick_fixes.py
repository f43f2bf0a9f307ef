"""What is offered to mend a finding."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.language_server.lines import Lines
from generator.language_server.open_site import OpenSite
from generator.language_server.quick_fixes import fixes
from tests.site.model_site import Site

PATH = "content/pages/about.md"


def mended(root: Path, text: str) -> dict[str, str]:
    """The titles of what is offered for the first finding, each with the text that it leaves."""
    site = OpenSite(root)
    site.open(PATH, text)
    site.check()
    finding = next(one for one in site.findings(PATH) if one.code[:2] in ("D1", "D2"))
    offered = {}
    for fix in fixes(site, PATH, Lines(text), finding):
        start, end, better = fix.replacement or (0, 0, "")
        offered[fix.title] = text[:start] + better + text[end:] if fix.replacement else text
    return offered


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("[[river-brigad|they]]", {"Write “river-brigade”": "[[river-brigade|they]]"}),
        (
            "[[ nahr ]]",
            {"Write “location:nahr”": "[[ location:nahr ]]", "Write “topic:nahr”": "[[ topic:nahr ]]"},
        ),
        ("[[actor:valley]]", {"Write “location:valley”": "[[location:valley]]"}),
        (
            "[[Zahra]]",
            {"Create this actor “Zahra”": "[[zahra]]", "Create this location “Zahra”": "[[zahra]]"},
        ),
    ],
)
def test_mentions(tmp_path: Path, body: str, expected: dict[str, str]) -> None:
    site = Site.golden(tmp_path).write("content/topics/nahr.md", "---\ntitle: On the town\n---\n")
    head = "---\ntitle: About\n---\n"
    offered = mended(site.root, head + body)
    assert {title: offered.get(title, "").removeprefix(head) for title in expected} == expected


def test_keys(tmp_path: Path) -> None:
    site = Site.golden(tmp_path)
    assert mended(site.root, "---\ntitel: About\n---\n") == {"Write “title”": "---\ntitle: About\n---\n"}


def test_a_kind_that_is_named_is_the_one_that_is_made(tmp_path: Path) -> None:
    site = Site.golden(tmp_path)
    offered = mended(site.root, "---\ntitle: About\n---\n[[event:herald]] [[actor:herald]]")
    assert [title for title in offered if title.startswith("Create")] == ["Create this event “herald”"]
