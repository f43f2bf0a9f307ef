"""Bad encodings, front matter, values and clocks (F23 to F28 of reliability.md): what the commands make of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.site.desk import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk.at(tmp_path)


ENCODINGS = {
    "c1.md": (b"---\ntitle: A\n---\nhe said \xc2\x93yes\xc2\x94\n", "4:9 D013", "4:13 D013"),
    "latin.md": (b"---\ntitle: Qu\xe9bec\n---\n", "2:10 D012"),
    "overlong.md": (b"---\ntitle: \xc0\xaf\n---\n", "2:8 D012"),
    "surrogate.md": (b"---\ntitle: \xed\xa0\xbd\n---\n", "2:8 D012"),
    "utf16.md": ("---\ntitle: A\n---\n".encode("utf-16"), "1:1 D012"),
    "utf32.md": ("---\ntitle: A\n---\n".encode("utf-32"), "1:1 D012"),
    "windows.md": (b"---\ntitle: \x93A\x94\n---\n", "2:8 D012"),
    "zero.md": (b"---\ntitle: A\x00B\n---\n", "2:9 D012"),
}


def test_f23_other_encodings_are_refused_at_their_line(desk: Desk) -> None:
    for name, (content, *_) in ENCODINGS.items():
        desk.write(f"content/topics/{name}", content)
    outcome = desk.check()
    assert outcome.code == 1
    assert outcome.findings == tuple(
        f"content/topics/{name}:{place}" for name, (_, *places) in ENCODINGS.items() for place in places
    )
    assert "not UTF-8 at byte 13, line 2: looks like Latin-1" in outcome.said


def test_f23_a_byte_order_mark_is_no_fault(desk: Desk) -> None:
    desk.write("content/topics/a.md", b"\xef\xbb\xbf---\ntitle: A\n---\nText.\n")
    outcome = desk.build()
    assert (outcome.code, outcome.findings) == (0, ())
    assert "topics/a" in desk.pages


SOURCE = "---\ntitle: Tabqa\nsummary: |-\n  One line\n  and another.\n---\n# One\n\nA line\nand another.\n\n- a\n- b\n"


@pytest.mark.parametrize("line_end", ["\r\n", "\r"])
def test_f24_line_ends_of_other_systems_make_the_same_pages(desk: Desk, line_end: str) -> None:
    desk.write("content/topics/tabqa.md", SOURCE).build()
    pages = desk.published()
    desk.write("content/topics/tabqa.md", SOURCE.replace("\n", line_end))
    outcome = desk.build()
    assert (outcome.code, outcome.findings) == (0, ())
    assert desk.published() == pages


@pytest.mark.parametrize("separator", ["\u2028", "\u2029", "\x85", "\x0b", "\x0c"])
def test_f24_what_only_some_programs_take_for_a_line_end_moves_no_line(desk: Desk, separator: str) -> None:
    desk.write(
        "content/topics/tabqa.md",
        f"---\ntitle: A{separator}B\ntitel: x\n---\nText{separator}text [[nobody]].\n",
    )
    outcome = desk.check()
    assert outcome.code == 1
    assert outcome.findings == (
        "content/topics/tabqa.md:2:9 D014",
        "content/topics/tabqa.md:3:1 D101",
        "content/topics/tabqa.md:5:5 D014",
        "content/topics/tabqa.md:5:11 D207",
    )


SHAPES = {
    "body.md": ("---\ntitle: A\n---\nOne\n\n---\n\ntwo\n",),
    "dots.md": ("---\ntitle: A\n...\n", "3:1 D019"),
    "empty.md": ("---\n---\n", "2:1 D016"),
    "json.md": ('{"title": "A"}\n', "1:1 D018"),
    "list.md": ("---\n- A\n---\n", "2:1 D020"),
    "none.md": ("# A\n", "1:1 D015"),
    "nothing.md": ("", "1:1 D015"),
    "open.md": ("---\ntitle: A\n", "1:1 D017"),
    "scalar.md": ("---\nA\n---\n", "2:1 D020"),
    "tab.md": ("---\ntitle: A\ncorrections:\n\t- x\n---\n", "4:1 D027"),
    "toml.md": ('+++\ntitle = "A"\n+++\n', "1:1 D018"),
    "twice.md": ("---\ntitle: A\ntitle: B\n---\n", "3:1 D025"),
    "typo.md": ("---\ntitle: A\nsumary: B\n---\n", "3:1 D101"),
    "unknown.md": ("---\ntitle: A\ncolour: red\n---\n", "3:1 D101"),
}


def test_f25_every_shape_of_front_matter_that_is_none_has_its_finding(desk: Desk) -> None:
    for name, (content, *_) in SHAPES.items():
        desk.write(f"content/topics/{name}", content)
    outcome = desk.check()
    assert outcome.code == 1
    assert outcome.findings == tuple(
        f"content/topics/{name}:{place}" for name, (_, *places) in SHAPES.items() for place in places
    )
    assert 'did you mean "summary"?' in desk.run("check").said


WORDS = (
    "no",
    "yes",
    "on",
    "off",
    "null",
    "~x",
    "010",
    "0o17",
    "12:30",
    "190:20:30",
    "1e3",
    ".inf",
    "2014-08",
    "1_000",
    "1.10",
)


def test_f26_text_stays_text(desk: Desk) -> None:
    """Norway, octal, sexagesimal, floats, dates and nothing: as titles, topics, languages, ids and aliases."""
    for number, word in enumerate(WORDS):
        desk.topic(f"content/topics/t{number}.md", title=word)
    desk.write(
        "content/actors/no.md",
        "---\nname: no\nkind: government\nnames: {no: Norge}\naliases: [on, 0x1F]\n---\n",
    )
    desk.write(
        "content/articles/on.md", "---\ntitle: off\npublisher: no\npublished: 2014\nlanguage: no\n---\n"
    )
    desk.write(
        "content/events/2014.md",
        "---\ntitle: null\ndate: 2014-08\ntopics: [no, off, 010]\nactors: [no: speaker]\nsources: on\n---\n[[0x1F]]\n",
    )
    outcome = desk.build()
    assert outcome.code == 0, outcome.said
    pages = desk.published()
    for number, word in enumerate(WORDS):
        assert f'<h1 dir="auto">{word}</h1>'.encode() in pages[f"topics/t{number}/index.html"]
    assert b'<h1 dir="auto">null</h1>' in pages["events/2014/index.html"]
    assert {"topics/no", "topics/off", "topics/010", "actors/no", "articles/on"} <= desk.pages
    assert b"Norge" in pages["actors/no/index.html"]
    assert b'lang="no"' in pages["articles/on/index.html"]


REFUSED_DATES = (
    "20140824",
    "24.08.2014",
    "2014-02-30",
    "2014-13",
    "10000",
    "999",
    "2014-08-24T24:00",
    "2014-08-24T25:00",
    "2014-08-24T12:00+15:00",
    "2014-06-30T23:59:60Z",
    "2014-08-24 14:30",
    "2014/2013",
    "August 2014",
    "44 BC",
)


def test_f27_dates_that_do_not_exist_are_refused_at_their_line(desk: Desk) -> None:
    for number, date in enumerate(REFUSED_DATES):
        desk.write(f"content/events/e{number:02d}.md", f"---\ntitle: A\ndate: {date}\n---\n")
    outcome = desk.check()
    assert outcome.code == 1
    malformed = [one for one in outcome.findings if one.endswith("D109")]
    assert [one.partition(":")[0] for one in malformed] == [
        f"content/events/e{number:02d}.md" for number in range(len(REFUSED_DATES))
    ]
    assert all(one.partition(":")[2].startswith("3:") for one in malformed)


ACCEPTED_DATES = (
    "../-0100",
    "Y-17E7",
    "-9999-12-31",
    "-0043-03-15",
    "0000",
    "0999-05-01",
    "1984?",
    "2014-03-30T02:30",
    "2014-08-24T12:00+14:00",
    "2014-08-24T12:00Z",
    "2014-21",
    "2014-XX",
    "'[2014-08-23,2014-08-24]'",
    "Y10000",
)


def test_f27_dates_of_every_form_are_published_in_one_order(desk: Desk) -> None:
    """The year 999 has four digits in its address; a time that summer time left out is read as written."""
    for number, date in enumerate(ACCEPTED_DATES):
        desk.write(f"content/events/e{number:02d}.md", f"---\ntitle: Event {number:02d}\ndate: {date}\n---\n")
    outcome = desk.build()
    assert outcome.code == 0, outcome.said
    timeline = desk.published()["timeline/index.html"].decode()
    places = [timeline.index(f"Event {number:02d}") for number in range(len(ACCEPTED_DATES))]
    assert places[:6] == sorted(places[:6])
    assert places[-1] == max(places)
    assert "timeline/0999/05/01" in desk.pages


@pytest.mark.parametrize(
    "clock", [{"SOURCE_DATE_EPOCH": "0"}, {"SOURCE_DATE_EPOCH": "99999999999", "TZ": "UTC-14"}]
)
def test_f28_no_clock_reaches_the_pages(desk: Desk, clock: dict[str, str]) -> None:
    desk.write("content/events/a.md", "---\ntitle: A\ndate: 2014-08-24T23:30\n---\n").build()
    pages = desk.published()
    outcome = desk.build(**clock)
    assert outcome.code == 0
    assert "0 written" in outcome.said
    assert desk.published() == pages
