"""Tables as programs write them, and hostile ones."""

from __future__ import annotations

import codecs
import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.importers.delimited import read_delimited, separator_of
from generator.importers.rows import MOST_ROWS
from tests.importers.desk import Desk, codes, lines, paths

ROWS = [["title", "date"], ["Bridge, closed", "2014-08-24"], ["Pont fermé — “là”", "2014-08-25"]]


def written(separator: str = ",", rows=ROWS) -> str:
    stream = io.StringIO()
    csv.writer(stream, delimiter=separator).writerows(rows)
    return stream.getvalue()


def cells(table):
    return [list(row.cells.values()) for row in table.rows]


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_the_separator_is_found(separator):
    table = read_delimited(written(separator).encode(), "a.csv")
    assert (table.columns, cells(table), table.findings) == (("title", "date"), ROWS[1:], ())


def test_a_line_for_excel_says_the_separator():
    table = read_delimited(b"sep=;\r\na,b;c\r\n1,5;2\r\n", "a.csv")
    assert (table.columns, [row.line for row in table.rows]) == (("a,b", "c"), [3])


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (written().encode("utf-8"), ""),
        (codecs.BOM_UTF8 + written().encode(), ""),
        (written().encode("utf-16"), "it was read as UTF-16"),
        (written().encode("windows-1252"), "it is not UTF-8 and was read as Windows-1252"),
    ],
)
def test_encodings_are_read_and_told(raw, said):
    table = read_delimited(raw, "a.csv")
    assert cells(table) == ROWS[1:]
    assert [one.message for one in table.findings] == ([said] if said else [])


def test_an_encoding_that_the_map_names():
    arabic = written(rows=[["title", "date"], ["الجسر مغلق", "2014"]])
    assert cells(read_delimited(arabic.encode("windows-1256"), "a.csv", "windows-1256")) == [
        ["الجسر مغلق", "2014"]
    ]
    refused = read_delimited(arabic.encode("windows-1256"), "a.csv")
    assert [one.code for one in refused.findings] == ["D701"]


def test_lines_are_those_of_the_file():
    table = read_delimited(b'title,date\n"two\nlines",2014\n\nnext,2015\n', "a.csv")
    assert [row.line for row in table.rows] == [2, 5]


@pytest.mark.parametrize(
    "raw", [b'title,date\n"never closed,2014\nx,2015\n', b'title,date\n"a"b,2014\n', b"a\0b,c\n1,2\n", b""]
)
def test_what_cannot_be_told_apart_is_refused(raw):
    table = read_delimited(raw, "a.csv")
    assert (table.rows, [one.code for one in table.findings]) == ((), ["D701"])


def test_more_rows_than_the_limit():
    table = read_delimited(b"title\n" + b"x\n" * (MOST_ROWS + 1), "a.csv")
    assert [one.code for one in table.findings] == ["D702"]


@given(st.binary(max_size=200))
def test_no_bytes_make_it_raise(raw):
    read_delimited(raw, "a.csv")


@given(st.text(alphabet='a,;|\t"\n', max_size=80))
def test_some_separator_is_always_found(text):
    assert separator_of(text) in {",", ";", "\t", "|"}


def test_columns_called_like_fields_need_no_map(tmp_path):
    settled = Desk(tmp_path).take("csv", written())
    assert paths(settled) == ["content/events/2014/bridge-closed.md", "content/events/2014/pont-ferme-la.md"]


def test_formulas_are_text_and_their_guard_is_taken_off(tmp_path):
    desk = Desk(tmp_path)
    desk.take(
        "csv",
        written(
            rows=[["title", "date"], ['\'=HYPERLINK("x")', "2014"], ["=1+1", "2015"], ["'s Morgens", "2016"]]
        ),
    )
    titles = {event.title for event in desk.graph().events}
    assert titles == {'=HYPERLINK("x")', "=1+1", "'s Morgens"}


def test_a_row_that_slipped_is_told(tmp_path):
    settled = Desk(tmp_path).take("csv", "title,date\nBridge, closed,2014-08-24\nopen,2014\n")
    assert (lines(settled, "D719"), len(settled.made), settled.rows) == ([2], 1, 2)


def test_every_row_is_a_record_or_a_finding(tmp_path):
    sheet = "title,date\nok,2014-08-24\n,2014\nno date,\nbad,32/13/2014\nold,24/08/14\nfine,3/4/2014\n"
    settled = Desk(tmp_path).take("csv", sheet)
    told = {line for code in ("D706", "D707") for line in lines(settled, code)}
    assert told == {3, 4, 5, 6}
    assert len(settled.made) + len(told) == settled.rows == 6
    assert lines(settled, "D708") == [7]


def test_columns_that_nobody_named_are_told_once(tmp_path):
    settled = Desk(tmp_path).take("csv", "title,date,colour,size\nx,2014,red,2\ny,2015,red,2\n")
    assert codes(settled) == ["D705"]
    assert settled.findings[0].message.endswith("colour, size")


def test_a_map_with_faults_says_where(tmp_path):
    settled = Desk(tmp_path).dry_run(
        "csv", written(), map_="fields:\n  title: titel\n  date: date\n  plaice: x\nfrm: y\n"
    )
    assert codes(settled) == ["D101", "D704", "D704", "D101"] or set(codes(settled)) == {"D101", "D704"}
    assert settled.made == ()
    assert {one.span.path for one in settled.findings} == {"map.yaml"}


def test_words_and_codes_are_put_into_ours(tmp_path):
    desk = Desk(tmp_path)
    map_ = 'fields: {title: "{title} today", date: date, status: s, date_precision: p}\nwords: {status: {"1": reported}, date_precision: {m: month}}\n'
    desk.take("csv", "title,date,s,p\nBridge,2014-08-24,1,m\n", map_=map_)
    (event,) = desk.graph().events
    assert (event.title, event.status, event.date.text) == ("Bridge today", "reported", "2014-08")


def test_a_value_that_does_not_fit_is_left_out_and_the_row_stays(tmp_path):
    settled = Desk(tmp_path).take("csv", "title,date,status,latitude\nBridge,2014,sure,x\n")
    assert codes(settled) == ["D705", "D716"]
    assert len(settled.made) == 1
