"""What may be written at a place (`‸`), while the YAML around it need not be whole."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.language_server.completion import Suggestion, suggestions
from generator.language_server.cursor import at_cursor
from generator.language_server.lines import Lines
from generator.language_server.open_site import Checked, OpenSite
from generator.language_server.outline import outline
from generator.reading.source_file import SourceFile
from tests.site.model_site import Site

EVENT = SourceFile("content/events/new.md", "event", "new")
ARTICLE = SourceFile("content/articles/new.md", "article", "new")
ACTOR = SourceFile("content/actors/new.md", "actor", "new")
SETTINGS = SourceFile("content/site.yaml", "site", "site")


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> Checked:
    return OpenSite(Site.golden(tmp_path_factory.mktemp("site")).root).check()


def offered(marked: str, checked: Checked, file: SourceFile = EVENT) -> list[Suggestion]:
    before, mark, after = marked.partition("‸")
    assert mark
    if file is not SETTINGS and not before.startswith("---"):
        before = f"---\n{before}"
        after = after if "---" in after else f"{after}\n---\n"
    return suggestions(Lines(before + after), file, len(before), checked)


def texts(marked: str, checked: Checked, file: SourceFile = EVENT) -> list[str]:
    return [one.text for one in offered(marked, checked, file)]


@pytest.mark.parametrize(
    ("marked", "first"),
    [
        ("‸", ["title: ", "summary: ", "date: "]),
        ("title: x\n‸", ["summary: ", "date: ", "date_basis: "]),
        ("‸\ntitle: x\nsummary: y", ["date: ", "date_basis: "]),
        ("sta‸", ["status: ", "statements: "]),
        ("claims:\n  - ‸", ["measure: ", "group: ", "figure: "]),
        ("claims:\n- ‸", ["measure: ", "group: ", "figure: "]),
        ("claims:\n  - measure: killed\n    ‸", ["group: ", "figure: "]),
        ("claims:\n  - measure: killed\n    ‸\n    figure: 3\n  - group: x", ["group: ", "claimed_by: "]),
        ("claims:\n  - group: x\n  - ‸", ["measure: ", "group: "]),
        ("claims:\n  - {measure: killed, ‸", ["group: ", "figure: "]),
        ("sources:\n  - article: courier-bridge\n    l‸", ["locator: "]),
        ("media: [{‸", ["file: ", "url: ", "alt: "]),
        ("accept:\n  - ‸", ["code: ", "why: "]),
    ],
)
def test_keys(checked: Checked, marked: str, first: list[str]) -> None:
    assert texts(marked, checked)[: len(first)] == first


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("status: ‸", ["confirmed", "reported", "disputed", "retracted"]),
        ("status: rep‸", ["reported"]),
        ("draft: ‸", ["true", "false"]),
        ("locations: ‸", ["nahr", "valley", "nahr-bridge", "river-country"]),
        ("locations: [nahr-bridge, va‸", ["valley"]),
        ("locations:\n  - nahr-b‸", ["nahr-bridge"]),
        ("actors: [لواء‸", ["river-brigade"]),
        ("actors: [الن‸", ["river-brigade"]),
        ("part_of: river-c‸", ["river-campaign"]),
        ("actors:\n  - town‸", ["town-council"]),
        ("actors: [town‸", ["town-council"]),
        ("actors:\n  - town-council: def‸", ["defender"]),
        ("actors: [{town-council: def‸", ["defender"]),
        ("actors:\n  - actor: am‸", ["amina-saleh"]),
        ("actors:\n  - actor: amina-saleh\n    role: ferr‸", ["ferryman"]),
        ("topics: [‸", ["bridges", "fighting"]),
        ("sources: [courier-s‸", ["courier-second"]),
        ("sources: [{article: courier-s‸", ["courier-second"]),
        ("claims:\n  - measure: boat‸", ["boats"]),
        ("claims:\n  - figure: at‸", ["at least "]),
        ("claims:\n  - group: river-b‸", ["river-brigade"]),
        ("statements:\n  - by: amina-saleh\n    to: [town‸", ["town-council"]),
        ("date: 2014-08-24‸", ["2014-08-24", "2014-08-24~", "2014-08-24?", "2014-08-24/.."]),
        ("corrections:\n  - what: with‸", ["withdrawn"]),
        ("media:\n  - file: med‸", ["media/bridge.png"]),
        ("title: ‸", []),
        ("title: x # stat‸", []),
        ("former_ids: [am‸", []),
        ("unknown: ‸", []),
        ("date_basis: |\n  sta‸", []),
    ],
)
def test_values(checked: Checked, marked: str, expected: list[str]) -> None:
    assert texts(marked, checked) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("---\n---\n[[nahr-‸", ["nahr-bridge]]"]),
        ("---\n---\n[[nahr-‸]]", ["nahr-bridge"]),
        ("---\n---\n[[nahr-‸|the bridge]]", ["nahr-bridge"]),
        ("---\n---\n[[Amina‸", ["amina-saleh]]"]),
        ("---\n---\n[[لواء‸", ["river-brigade|لواء النهر]]"]),
        ("---\n---\n[[liwa‸", ["river-brigade|Liwa al-Nahr]]"]),
        ("---\n---\n[[liwa‸]]", ["river-brigade"]),
        ("---\n---\nواجه 🙂 [[الن‸", ["river-brigade|لواء النهر]]"]),
        ("summary: see [[nahr-‸", ["nahr-bridge]]"]),
        ("---\n---\n[nahr-‸", []),
        ("---\n---\nnahr-‸", []),
        ("---\n---\n[[nahr]] ‸", []),
    ],
)
def test_mentions(checked: Checked, marked: str, expected: list[str]) -> None:
    found = texts(marked, checked)
    assert expected == [] == found or expected[0] in found


@given(st.text("ab:-[]{},|>#\"' \n*&!?🙂ل", max_size=60), st.data())
def test_no_text_makes_it_raise(text: str, data: st.DataObject) -> None:
    lines = Lines(f"---\nactors:{text}")
    at_cursor(lines, EVENT, data.draw(st.integers(0, len(lines.text))))
    outline(lines, EVENT)


def test_other_kinds_of_file(checked: Checked) -> None:
    assert texts("publisher: cour‸", checked, ARTICLE) == ["courier"]
    assert texts("mentions: [nahr-b‸", checked, ARTICLE) == ["nahr-bridge"]
    assert texts("kind: med‸", checked, ACTOR) == ["media"]
    assert texts("roles:\n  - {in: town-c‸", checked, ACTOR) == ["town-council"]
    assert texts("title: x\nnav‸", checked, SETTINGS) == ["navigation: "]
    assert texts("title: x\nnavigation: [ab‸", checked, SETTINGS) == ["about"]
    assert texts("roles:\n  guide:\n    li‸", checked, SETTINGS) == ["list: "]


def test_what_is_said_of_each(checked: Checked) -> None:
    (key,) = offered("loc‸ation_p", checked)[1:]
    assert (key.label, key.start) == ("location_precision", 4)
    assert key.about == "How exactly the place is known."
    (bridge,) = offered("---\n---\n[[nahr-b‸", checked)
    assert (bridge.label, bridge.detail) == ("Nahr bridge", "location · nahr-bridge")
    day = offered("date: 2014-08-24‸", checked)[1]
    assert (day.label, day.detail) == ("2014-08-24~", "about 24 August 2014")
    assert offered("title: x\nda‸", checked)[0].detail == "required: EDTF"


def test_an_id_of_two_kinds_is_offered_with_its_kind(tmp_path: Path) -> None:
    site = Site.golden(tmp_path).write("content/topics/nahr.md", "---\ntitle: On Nahr\n---\n")
    checked = OpenSite(site.root).check()
    assert texts("---\n---\n[[nahr‸", checked)[:2] == ["location:nahr]]", "topic:nahr]]"]
