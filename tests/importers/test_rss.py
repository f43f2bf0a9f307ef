"""Feeds become article records: no text, no invented date, nothing twice, and no feed does harm."""

from __future__ import annotations

import io
from pathlib import Path

import feedparser
import pytest

from generator.importers.importer import Source
from generator.importers.rss import RSS
from tests.importers.foreign_site import codes, site, texts

RSS_FEED = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>Invented Courier</title><link>https://www.courier.example/</link><language>en-GB</language>
<item><title>Bridge closed</title><guid isPermaLink="false">c-1</guid><dc:creator>Ann Example</dc:creator>
<pubDate>Sun, 24 Aug 2014 14:30:00 +0300</pubDate><link>https://courier.example/bridge?utm_source=feed&amp;id=7</link>
<description>The whole text of the report, which is theirs.</description></item>
<item><title>Dam opened</title><link>https://courier.example/dam</link><pubDate>2014</pubDate></item>
<item><title>No day</title><link>https://courier.example/no-day</link></item>
<item><title>New year</title><link>https://courier.example/ny</link><pubDate>Wed, 01 Jan 2014 00:00:00 GMT</pubDate></item>
<item><title>Night</title><link>https://courier.example/night</link><pubDate>Mon, 25 Aug 2014 00:00:00 +0300</pubDate></item>
</channel></rss>
"""
ATOM_FEED = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ar"><title>ساعي</title>
<link href="https://sai.example/"/><id>urn:x:1</id><updated>2014-08-24T10:00:00Z</updated>
<entry><title type="html">جسر &lt;b&gt;مغلق&lt;/b&gt;</title><id>urn:x:2</id><link href="/jisr"/>
<author><name>آن</name></author><updated>2014-08-24T10:00:00Z</updated></entry></feed>
"""
BOMB = """<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;">
<!ENTITY secret SYSTEM "{file}">]><rss version="2.0"><channel><title>B</title>
<item><title>&b;</title><link>https://b.example/1</link><pubDate>2014-08-24</pubDate></item></channel></rss>
"""


def feed(text: str, name: str = "feed.xml") -> Source:
    return Source(name=name, raw=text.encode())


def test_every_entry_is_a_record_or_a_finding_with_its_line(tmp_path: Path) -> None:
    settled = site(tmp_path).bring_in(RSS, feed(RSS_FEED))
    assert settled.rows == 5
    assert [made.id for made in settled.made] == [
        "invented-courier",
        "bridge-closed",
        "dam-opened",
        "new-year",
        "night",
    ]
    assert codes(settled) == [(8, "D706"), (9, "D710")]


def test_an_entry_becomes_a_record_about_the_report_without_its_text(tmp_path: Path) -> None:
    made = site(tmp_path).bring_in(RSS, feed(RSS_FEED)).made[1]
    assert made.file.path == "content/articles/2014/bridge-closed.md"
    assert made.file.text == (
        "---\n"
        "title: Bridge closed\n"
        "publisher: invented-courier\n"
        "published: 2014-08-24T14:30:00+03:00\n"
        "byline: Ann Example\n"
        "language: en-GB\n"
        "url: https://courier.example/bridge?id=7\n"
        "draft: true\n"
        "imported: {from: feed/courier.example, id: c-1}\n"
        "---\n"
    )


def test_no_precision_is_invented(tmp_path: Path) -> None:
    dates = {made.id: made.date for made in site(tmp_path).bring_in(RSS, feed(RSS_FEED)).made}
    assert dates["dam-opened"] == "2014"
    assert dates["new-year"] == "2014-01-01"  # with D710, above
    assert dates["night"] == "2014-08-25"


def test_a_second_import_changes_nothing(tmp_path: Path) -> None:
    into = site(tmp_path)
    into.bring_in(RSS, feed(RSS_FEED))
    before = into.files()
    again = into.bring_in(RSS, feed(RSS_FEED, "elsewhere/feed.xml"))
    assert (again.made, again.found_again, again.differing) == ((), 4, 0)
    assert into.files() == before


def test_atom_with_a_date_of_change_alone(tmp_path: Path) -> None:
    settled = site(tmp_path).bring_in(RSS, feed(ATOM_FEED, "https://sai.example/feed"))
    assert "title: جسر مغلق\n" in texts(settled)
    assert "url: https://sai.example/jisr\n" in texts(settled)
    assert "language: ar\n" in texts(settled)
    assert codes(settled) == [(3, "D722")]


def test_a_report_that_the_site_has_is_kept(tmp_path: Path) -> None:
    into = site(tmp_path)
    into.add(
        "actors/invented-courier.md", "---\nname: The Invented Courier\naliases: [Invented Courier]\n---\n"
    )
    into.add(
        "articles/ours.md",
        "---\ntitle: Ours\npublisher: invented-courier\npublished: 2014\nurl: https://courier.example/dam\n---\n",
    )
    settled = into.bring_in(RSS, feed(RSS_FEED))
    assert (7, "D720") in codes(settled)
    assert "invented-courier" not in [made.id for made in settled.made]
    assert "dam-opened" not in [made.id for made in settled.made]


def test_feeds_that_declare_entities_are_refused(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("canary")
    bomb = BOMB.format(file=secret.as_uri())
    unguarded = feedparser.parse(io.BytesIO(bomb.encode()))
    assert unguarded.entries[0].title == "lol" * 5, "positive control: without our guard they are expanded"
    for text in (bomb, bomb.replace("</rss>", "")):
        for encoding in ("utf-8", "utf-16"):
            raw = text.encode(encoding)
            settled = site(tmp_path).bring_in(RSS, Source(name="bomb.xml", raw=raw))
            assert settled.made == ()
            assert [code for _, code in codes(settled)][-1] == "D701"


def test_a_doctype_without_declarations_is_harmless(tmp_path: Path) -> None:
    doctype = '<!DOCTYPE rss PUBLIC "-//Invented//DTD" "http://127.0.0.1:9/never-asked.dtd">'
    settled = site(tmp_path).bring_in(RSS, feed(RSS_FEED.replace("<rss", f"{doctype}<rss", 1)))
    assert len(settled.made) == 5


def test_hostile_headlines_become_plain_words(tmp_path: Path) -> None:
    hostile = "&lt;script&gt;alert(1)&lt;/script&gt;Bridge &lt;img src=x onerror=alert(1)&gt;closed &amp;amp; \u202egone"
    settled = site(tmp_path).bring_in(RSS, feed(RSS_FEED.replace("Bridge closed", hostile)))
    assert "\ntitle: Bridge closed & gone\n" in texts(settled)
    assert (4, "D717") in codes(settled)


def test_a_headline_that_looks_like_yaml_or_a_formula_stays_text(tmp_path: Path) -> None:
    hostile = "=HYPERLINK(1) --- # {a: b}: !!python/object"
    into = site(tmp_path)
    into.bring_in(RSS, feed(RSS_FEED.replace("Bridge closed", hostile)))
    assert hostile in [article.title for article in into.graph().articles]


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\0",
        b"no feed",
        b"<html><body>page</body></html>",
        b"<" * 50_000,
        b"<a>" * 50_000,
        b"\xff\xfe<rss",
    ],
)
def test_what_is_no_feed_is_a_finding(tmp_path: Path, raw: bytes) -> None:
    settled = site(tmp_path).bring_in(RSS, Source(name="x", raw=raw))
    assert settled.made == ()
    assert "D701" in [code for _, code in codes(settled)]


def test_a_malformed_feed_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    settled = site(tmp_path).bring_in(RSS, feed(RSS_FEED.replace("</channel></rss>", "")))
    assert len(settled.made) == 5
    assert (0, "D721") in codes(settled)


def test_an_old_encoding_is_read_by_its_name(tmp_path: Path) -> None:
    text = RSS_FEED.replace("utf-8", "windows-1256").replace("Bridge closed", "جسر")
    settled = site(tmp_path).bring_in(RSS, Source(name="f", raw=text.encode("windows-1256")))
    assert "title: جسر\n" in texts(settled)
