"""TimelineJS, all three forms. What is told in them is invented."""

from __future__ import annotations

import io
import json
import zipfile
from datetime import date, datetime

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.importers.importer import MissingLibraryError
from generator.importers.workbook import LARGEST_UNPACKED, cell_text, read_workbook
from tests.importers.desk import Desk, codes, lines, paths

COLUMNS = (
    "Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,Media,Media Credit,"
    "Media Caption,Media Thumbnail,Type,Group,Background"
)
SHEET = f"""\
{COLUMNS}
2014,,,,,,,,,The story (invented),,,,,,title,,
2014,8,24,,,,,,,Bridge closed,<b>Closed</b> for good.,https://pictures.example/b.jpg,A. Nobody,The bridge,,,Repairs,
2014,8,18,,2014,8,24,,,The campaign,,,,,,,,
2014,8,,,,,,,about August 2014,A month,,https://pictures.example/c.jpg,,,,,,
2014,8,24,2:30 PM,,,,,,At half past two,,,,,,,,
2013,,,,2015,,,,,An age,,,,,,era,,
,,,,,,,,,No date,,,,,,,,
2014,8,24,,,,,,,,No headline,,,,,,,
"""


def slide(headline="Bridge closed", **more):
    return {"start_date": {"year": "2014", "month": "8", "day": "24"}, "text": {"headline": headline}, **more}


def timeline(*events, **more):
    return json.dumps({"events": events, **more}, indent=1)


@pytest.fixture
def desk(tmp_path):
    return Desk(tmp_path)


def test_the_spreadsheet(desk):
    settled = desk.take("timelinejs", SHEET, name="our timeline.csv")
    assert settled.rows == 6
    assert lines(settled, "D718") == [2, 7]
    assert lines(settled, "D706") == [8, 9]
    assert lines(settled, "D716") == [5]  # a medium of which nothing says what is seen
    assert {event.title: event.date.text for event in desk.graph().events} == {
        "Bridge closed": "2014-08-24",
        "The campaign": "2014-08-18/2014-08-24",
        "A month": "2014-08~",
        "At half past two": "2014-08-24T14:30",
    }
    text = desk.text("events/2014/bridge-closed.md")
    assert "summary: '**Closed** for good.'" in text or 'summary: "**Closed** for good."' in text
    assert "topics: [repairs]" in text
    assert "  - url: https://pictures.example/b.jpg\n    alt: The bridge\n    credit: A. Nobody\n" in text
    assert "imported: {from: timelinejs/our-timeline, id: " in text


def test_a_second_run_changes_nothing(desk):
    desk.take("timelinejs", SHEET)
    again = desk.take("timelinejs", SHEET)
    assert (again.made, again.found_again, again.differing) == ((), 4, 0)


def test_json(desk):
    raw = timeline(
        slide(unique_id="closed"), slide("Opened", unique_id="opened"), title=slide("Story"), eras=[{}]
    )
    settled = desk.take("timelinejs", raw, name="t.json")
    assert codes(settled) == ["D718", "D718"]
    assert paths(settled) == ["content/events/2014/closed.md", "content/events/2014/opened.md"]


def test_lines_of_json_are_those_of_the_slides(desk):
    settled = desk.dry_run("timelinejs", timeline(slide(), slide(start_date={}), slide("")), name="t.json")
    assert lines(settled, "D706") == [13, 19]


@pytest.mark.parametrize(
    "raw", ["{", "[]", '{"events": 3}', "{}", "[" * 100_000, '{"events": [' + "9" * 5000 + "]}", "\xff"]
)
def test_what_is_no_timeline_is_a_finding(desk, raw):
    settled = desk.dry_run("timelinejs", raw.encode("latin-1"), name="t.json")
    assert set(codes(settled)) <= {"D701", "D706"}
    assert codes(settled)


@pytest.mark.parametrize(
    "event", [None, 3, "x", [], {"text": 3, "start_date": [], "media": "x"}, {"start_date": {"year": {}}}]
)
def test_slides_of_any_shape_are_findings(desk, event):
    assert codes(desk.dry_run("timelinejs", timeline(event), name="t.json")) == ["D706"]


def test_hostile_texts_are_harmless(desk):
    hostile = '<script>x()</script><img src=x onerror=y()><a href="javascript:z()">Words</a> [[nobody]]\ud800'
    settled = desk.take(
        "timelinejs", timeline(slide(hostile, text={"headline": hostile, "text": hostile})), name="t.json"
    )
    assert codes(settled) == ["D717", "D717"]
    (event,) = desk.graph().events
    assert event.title == "Words [[nobody]]\ufffd"
    assert event.summary.mentions == ()


json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-3, 3000) | st.text(max_size=6),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["text", "headline", "start_date", "year", "month", "media", "url", "unique_id"]),
            inner,
        )
    ),
    max_leaves=12,
)


@given(st.lists(json_values, max_size=3))
def test_no_json_makes_it_raise(events):
    from generator.importers.importer import Source  # noqa: PLC0415
    from generator.importers.timelinejs import read  # noqa: PLC0415
    from tests.graph.story import linked  # noqa: PLC0415

    read(Source(name="t.json", raw=timeline(*events).encode()), linked())


# Workbooks


def workbook(rows):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def test_a_workbook_is_the_same_as_its_csv(tmp_path):
    rows = [
        [int(cell) if cell.isdigit() else cell or None for cell in line.split(",")]
        for line in SHEET.splitlines()
    ]
    by_csv = Desk(tmp_path / "csv").take("timelinejs", SHEET, name="t.csv")
    by_book = Desk(tmp_path / "book").take("timelinejs", workbook(rows), name="t.xlsx")
    assert [made.file for made in by_book.made] == [made.file for made in by_csv.made]
    assert codes(by_book) == codes(by_csv)


def test_cells_are_what_they_show():
    values = [datetime(2014, 8, 24), datetime(2014, 8, 24, 14, 30), date(2014, 8, 24), 7.0, 7.5, None, True]  # noqa: DTZ001
    assert list(map(cell_text, values)) == [
        "2014-08-24",
        "2014-08-24T14:30",
        "2014-08-24",
        "7",
        "7.5",
        "",
        "True",
    ]


def test_formulas_are_not_computed():
    table = read_workbook(workbook([["title", "date"], ['=HYPERLINK("https://x.example")', 2014]]), "a.xlsx")
    assert [list(row.cells.values()) for row in table.rows] == [["", "2014"]]


def test_a_bomb_is_not_opened():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"")
    raw = stream.getvalue()
    size = (LARGEST_UNPACKED + 1).to_bytes(4, "little")
    central = raw.index(b"PK\x01\x02")
    table = read_workbook(raw[: central + 24] + size + raw[central + 28 :], "a.xlsx")
    assert [one.code for one in table.findings] == ["D702"]


def test_a_document_type_is_refused():
    raw = workbook([["title"]])
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as before, zipfile.ZipFile(stream, "w") as after:
        for part in before.infolist():
            text = before.read(part)
            after.writestr(
                part, b"<!DOCTYPE x [<!ENTITY a 'b'>]>" + text if "sheet1" in part.filename else text
            )
    assert [one.code for one in read_workbook(stream.getvalue(), "a.xlsx").findings] == ["D701"]


@pytest.mark.parametrize("cut", range(4, 4000, 531))
def test_a_cut_workbook_is_refused(cut):
    assert [one.code for one in read_workbook(workbook([["title"], ["x"]])[:cut], "a.xlsx").findings] == [
        "D701"
    ]


def test_without_the_library_its_name_is_told(monkeypatch):
    from generator.importers import libraries  # noqa: PLC0415

    def missing(_name):
        raise ImportError

    monkeypatch.setattr(libraries, "import_module", missing)
    with pytest.raises(MissingLibraryError, match="openpyxl"):
        read_workbook(workbook([["title"]]), "a.xlsx")
