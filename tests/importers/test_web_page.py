"""A page becomes a record about its report; its text is read and never kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.importers.importer import Source
from generator.importers.page_reading import PageError, read_page
from generator.importers.web_page import HTML
from tests.importers.foreign_site import codes, site, texts

HEAD = """<link rel="canonical" href="https://courier.example/2014/bridge?utm_campaign=x#top">
<meta property="og:site_name" content="Invented Courier"><meta name="author" content="Ann Example">"""
DATE = '<meta property="article:published_time" content="2014-08-24T10:00:00+03:00">'
BODY = """<h1>Bridge closed again</h1><p>The bridge was “closed” on <b>Sun</b>day, the council said.
It will open when the water has gone.</p><script>var quoted = "never shown";</script>"""


def page(head: str = HEAD + DATE, body: str = BODY, **given: str) -> Source:
    text = f'<!doctype html><html lang="en-GB"><head><title>Bridge closed again</title>{head}</head><body>{body}</body></html>'
    return Source(name=given.pop("name", "saved/page.html"), raw=text.encode(), **given)


def test_a_saved_page_becomes_an_article_record(tmp_path: Path) -> None:
    settled = site(tmp_path).bring_in(HTML, page())
    assert codes(settled) == []
    assert settled.made[-1].file.path == "content/articles/2014/bridge-closed-again.md"
    assert settled.made[-1].file.text == (
        "---\n"
        "title: Bridge closed again\n"
        "publisher: invented-courier\n"
        "published: 2014-08-24T10:00:00+03:00\n"
        "byline: Ann Example\n"
        "language: en-GB\n"
        "url: https://courier.example/2014/bridge\n"
        "draft: true\n"
        "imported: {from: web, id: https://courier.example/2014/bridge}\n"
        "---\n"
    )


def test_the_text_is_never_kept(tmp_path: Path) -> None:
    settled = site(tmp_path).bring_in(HTML, page())
    assert "council" not in texts(settled)
    assert "water" not in texts(settled)


def test_a_second_import_changes_nothing(tmp_path: Path) -> None:
    into = site(tmp_path)
    into.bring_in(HTML, page())
    before = into.files()
    again = into.bring_in(HTML, page(name="other/place.html"))
    assert (again.made, again.found_again, again.differing) == ((), 1, 0)
    assert into.files() == before


@pytest.mark.parametrize(
    "quote",
    ['was "closed" on Sunday', "was “closed” on  Sunday", "It will open when the water has gone."],
)
def test_a_quotation_that_occurs_is_kept_as_the_page_has_it(tmp_path: Path, quote: str) -> None:
    settled = site(tmp_path).bring_in(HTML, page(quote=quote))
    kept = quote.replace('"closed"', "“closed”").replace("  ", " ")
    assert settled.made[-1].file.text.endswith(f"---\n> {kept}\n")


@pytest.mark.parametrize(
    "quote", ["will stay closed", "never shown", "water " * 26, "bridge … closed", "b.*d"]
)
def test_a_quotation_that_does_not_occur_or_is_long_is_a_finding(tmp_path: Path, quote: str) -> None:
    settled = site(tmp_path).bring_in(HTML, page(quote=quote))
    assert settled.made == ()
    assert codes(settled) == [(0, "D724")]


def test_a_quotation_may_not_be_the_whole_text(tmp_path: Path) -> None:
    settled = site(tmp_path).bring_in(HTML, page(body="<p>" + "word " * 30, quote="word " * 26))
    assert codes(settled) == [(0, "D724")]


@pytest.mark.parametrize(
    ("marked", "date"),
    [
        ('<meta property="article:published_time" content="2014">', "2014"),
        ('<meta name="dc.date" content="2014-08">', "2014-08"),
        ('<meta itemprop="datePublished" content="2014-08-24T00:00:00Z">', "2014-08-24"),
        (
            '<script type="application/ld+json">{"@graph": [{"datePublished": "2014-08-24"}]}</script>',
            "2014-08-24",
        ),
        (
            '<script type="application/ld+json">{not json</script><meta name="date" content="2014-08">',
            "2014-08",
        ),
    ],
)
def test_a_date_keeps_the_precision_that_it_is_marked_with(tmp_path: Path, marked: str, date: str) -> None:
    settled = site(tmp_path).bring_in(HTML, page(head=HEAD + marked))
    assert settled.made[-1].date == date


def test_a_date_that_is_not_marked_is_a_guess(tmp_path: Path) -> None:
    settled = site(tmp_path).bring_in(HTML, page(head=HEAD.replace("2014/bridge", "2014/08/24/bridge")))
    assert (0, "D722") in codes(settled)
    assert settled.made[-1].date == "2014-08-24"


def test_a_page_without_a_date_makes_no_record(tmp_path: Path) -> None:
    settled = site(tmp_path).bring_in(HTML, page(head=HEAD))
    assert settled.made == ()
    assert [code for _, code in codes(settled)] == ["D706"]


def test_an_outlet_that_is_not_named_is_its_host(tmp_path: Path) -> None:
    head = DATE + '<link rel="canonical" href="https://www.courier.example/bridge">'
    settled = site(tmp_path).bring_in(HTML, page(head=head))
    assert codes(settled) in ([], [(0, "D721")])  # trafilatura may name the host itself
    assert "courier-example" in [made.id for made in settled.made]


def test_a_page_that_names_another_host_is_told(tmp_path: Path) -> None:
    settled = site(tmp_path).bring_in(HTML, page(name="https://copy.example/bridge"))
    assert (0, "D725") in codes(settled)


def test_an_address_that_is_no_web_address_is_not_kept(tmp_path: Path) -> None:
    head = (
        DATE
        + '<link rel="canonical" href="javascript:alert(1)"><meta property="og:url" content="file:///etc/passwd">'
    )
    settled = site(tmp_path).bring_in(HTML, page(head=head, name="https://courier.example/bridge"))
    assert "url: https://courier.example/bridge\n" in texts(settled)
    assert "javascript" not in texts(settled)


def test_a_report_that_the_site_has_is_kept(tmp_path: Path) -> None:
    into = site(tmp_path)
    into.add("actors/other.md", "---\nname: Other\n---\n")
    ours = "title: Ours\npublisher: other\npublished: 2014\nurl: https://courier.example/2014/bridge\n"
    into.add("articles/ours.md", f"---\n{ours}---\n")
    settled = into.bring_in(HTML, page())
    assert settled.made == ()
    assert codes(settled) == [(0, "D720")]


def test_hostile_pages_give_plain_words(tmp_path: Path) -> None:
    head = DATE + HEAD.replace("Ann Example", "&lt;img src=x onerror=alert(1)&gt;Ann\u202e")
    hostile = page(head=head).raw.replace(
        b"Bridge closed again", b"&lt;script&gt;alert(1)&lt;/script&gt;Bridge &lt;b&gt;closed&lt;/b&gt;"
    )
    written = texts(site(tmp_path).bring_in(HTML, Source(name="p.html", raw=hostile)))
    assert "title: Bridge closed\n" in written
    for sign in ("<", "onerror", "alert", "\u202e"):
        assert sign not in written


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"   ",
        b"\x00\x01\x02" * 99,
        b"<div>" * 60_000,
        b"<table><tr><td>" * 20_000,
        b"<a href='" * 30_000,
        b"<!--" * 30_000,
        b"&" * 90_000,
        b'<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><title>&x;</title><p>&x;',
        b'<script type="application/ld+json">' + b"[" * 90_000,
    ],
    ids=lambda raw: repr(raw[:9]),
)
def test_bombs_and_scraps_are_findings(tmp_path: Path, raw: bytes) -> None:
    settled = site(tmp_path).bring_in(HTML, Source(name="p.html", raw=raw))
    assert settled.made == ()
    assert settled.findings
    assert "root:" not in texts(settled)


@given(st.text(alphabet=st.sampled_from(list("<>&;/!-=\"' abtitlemetahrefscript\n\0\u202e[](){}"))))
def test_no_page_makes_the_reader_raise(text: str) -> None:
    try:
        read = read_page(text)
    except PageError:
        return
    assert "\n" not in read.title
