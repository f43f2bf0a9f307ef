"""Folders of Jekyll, Hugo and Eleventy: every file a record or a finding, a second run changes nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.importers.importer import Source
from generator.importers.markdown_folder import MARKDOWN
from tests.importers.foreign_site import codes, site, texts

JEKYLL = """---
layout: post
title: "Bridge <em>closed</em>"
tags: [Floods, The Bridge, floods]
categories: news
excerpt: The [[bridge]] was closed.
published: true
---
The bridge was <b>closed</b>.

{% include map.html %}
"""
HUGO = """+++
title = "Dam opened"
date = 2014-08-25T10:00:00+03:00
draft = true
tags = ["floods"]
[params]
place = "Inventia"
+++
Water ran. {{< figure src="x" >}}
"""
ELEVENTY = '---json\n{"title": "Council met", "date": "2014-08", "tags": "council, floods"}\n---\nIt met.\n'
HUGO_JSON = '{\n  "title": "Road mended",\n  "date": "2014"\n}\n\nMended.\n'
FILES = {
    "_posts/2014-08-24-bridge-closed.md": JEKYLL,
    "content/dam/index.md": HUGO,
    "council.markdown": ELEVENTY,
    "road.md": HUGO_JSON,
    "README.md": "# How this site is built\n",
}


def folder(files: dict[str, str] | None = None, map_text: str = "", name: str = "old/blog") -> Source:
    given = sorted((files or FILES).items())
    return Source(
        name=name,
        files=tuple((path, text.encode()) for path, text in given),
        map_name="map.yaml" if map_text else "",
        map_raw=map_text.encode(),
    )


def one(text: str, map_text: str = "", path: str = "a.md") -> Source:
    return folder({path: text}, map_text)


def test_every_file_is_a_record_or_a_finding(tmp_path: Path) -> None:
    settled = site(tmp_path).bring_in(MARKDOWN, folder())
    assert settled.rows == len(FILES)
    assert {made.id: made.date for made in settled.made} == {
        "bridge-closed": "2014-08-24",
        "dam": "2014-08-25T10:00:00+03:00",
        "council": "2014-08",
        "road": "2014",
    }
    assert [(f.span.path, f.span.line, f.code) for f in settled.findings] == [
        ("old/blog", 0, "D705"),
        ("old/blog", 0, "D705"),
        ("old/blog/README.md", 1, "D718"),
        ("old/blog/_posts/2014-08-24-bridge-closed.md", 11, "D723"),
        ("old/blog/content/dam/index.md", 9, "D723"),
    ]


def test_a_post_becomes_an_event(tmp_path: Path) -> None:
    made = site(tmp_path).bring_in(MARKDOWN, one(JEKYLL, path="_posts/2014-08-24-bridge-closed.md")).made[0]
    assert made.file.path == "content/events/2014/bridge-closed.md"
    assert made.file.text == (
        "---\n"
        "title: Bridge closed\n"
        'summary: "The \\\\[[bridge]] was closed."\n'
        "date: 2014-08-24\n"
        "topics: [floods, the-bridge, news]\n"
        "draft: true\n"
        'imported: {from: markdown/blog, id: "_posts/2014-08-24-bridge-closed.md"}\n'
        "---\n"
        "The bridge was **closed**.\n\n{% include map.html %}\n"
    )


def test_a_second_import_changes_nothing(tmp_path: Path) -> None:
    into = site(tmp_path)
    into.bring_in(MARKDOWN, folder())
    before = into.files()
    again = into.bring_in(MARKDOWN, folder(name="elsewhere/blog/"))
    assert (again.made, again.found_again, again.differing) == ((), 4, 0)
    assert into.files() == before


def test_the_map_says_which_key_goes_where(tmp_path: Path) -> None:
    map_text = (
        "fields: {locations: params.place}\nignore: [layout]\norigin: the-old-site\nnames: {Inventia: town}\n"
    )
    into = site(tmp_path)
    into.add("locations/town.md", "---\nname: Another name\nkind: region\n---\n")
    settled = into.bring_in(MARKDOWN, folder(map_text=map_text))
    assert "locations: [town]" in texts(settled)
    assert "from: the-old-site" in texts(settled)
    assert "layout" not in " ".join(finding.message for finding in settled.findings)


def test_files_can_become_articles(tmp_path: Path) -> None:
    map_text = "kind: article\npublisher: Invented Courier\n"
    text = (
        "---\ntitle: Bridge closed\ndate: 2014-08-24 10:00:00 +0300\nauthor: [Ann Example, Bo Example]\n"
        "canonical_url: https://courier.example/bridge?utm_source=x\nlang: en\n---\nWhat it says.\n"
    )
    settled = site(tmp_path).bring_in(MARKDOWN, one(text, map_text))
    assert codes(settled) == []
    assert [made.kind for made in settled.made] == ["actor", "article"]
    assert settled.made[1].file.text == (
        "---\n"
        "title: Bridge closed\n"
        "publisher: invented-courier\n"
        "published: 2014-08-24T10:00:00+03:00\n"
        "byline: Ann Example, Bo Example\n"
        "language: en\n"
        "url: https://courier.example/bridge\n"
        "draft: true\n"
        "imported: {from: markdown/blog, id: a.md}\n"
        "---\n"
        "What it says.\n"
    )


def test_places_are_found_by_their_names_or_made_once(tmp_path: Path) -> None:
    into = site(tmp_path)
    into.add("locations/inventia.md", "---\nname: Inventia\nkind: region\n---\n")
    files = {
        f"{number}.md": f"---\ntitle: T{number}\ndate: 2014\nplaces: [Inventia, Otherville]\n---\n"
        for number in (1, 2)
    }
    settled = into.bring_in(MARKDOWN, folder(files))
    assert texts(settled).count("locations: [inventia, otherville]") == 2
    assert [made.id for made in settled.made if made.kind == "location"] == ["otherville"]


@pytest.mark.parametrize(
    ("date", "edtf", "code"),
    [
        ("2014", "2014", None),
        ("2014-08", "2014-08", None),
        ("24 August 2014", "2014-08-24", None),
        ("2014-01-01", "2014-01-01", "D710"),
        ("3/4/2014", "[2014-03-04,2014-04-03]", "D708"),
        ("soon", None, "D707"),
        ("Last Modified", None, "D707"),
    ],
)
def test_dates_become_edtf_without_invention(
    tmp_path: Path, date: str, edtf: str | None, code: str | None
) -> None:
    settled = site(tmp_path).bring_in(MARKDOWN, one(f"---\ntitle: T\ndate: {date}\n---\n"))
    assert [made.date for made in settled.made] == ([edtf] if edtf else [])
    assert (code is None) or code in [found for _, found in codes(settled)]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("---\ntitle: [unclosed\n---\n", "D0"),
        ("---\ntitle: &a x\nother: *a\n---\n", "D0"),
        ("---\ntitle: never closed\n", "D701"),
        ("---js\n{title: process.exit()}\n---\n", "D701"),
        ("+++\ntitle = broken\n+++\n", "D701"),
        ("+++\na = " + "[" * 9_000 + "\n+++\n", "D701"),
        ('{"title": ' + "[" * 60_000, "D701"),
        ('{"title": "x"', "D701"),
        ("---json\n[1]\n---\n", "D701"),
        ("---\ntitle: T\n---\n", "D706"),
        ("---\ndate: 2014\n---\n", "D706"),
        ("+++\ntitle = '" + "x" * 70_000 + "'\n+++\n", "D701"),
    ],
    ids=lambda value: repr(value[:24]),
)
def test_what_cannot_be_read_is_a_finding(tmp_path: Path, text: str, code: str) -> None:
    settled = site(tmp_path).bring_in(MARKDOWN, one(text))
    assert settled.made == ()
    assert any(found.startswith(code) for _, found in codes(settled))


def test_a_file_that_is_not_utf_8_is_a_finding(tmp_path: Path) -> None:
    source = Source(name="blog", files=(("a.md", "---\ntitle: é\ndate: 2014\n---\n".encode("latin-1")),))
    settled = site(tmp_path).bring_in(MARKDOWN, source)
    assert settled.made == ()
    assert [code for _, code in codes(settled)] == ["D012"]


def test_a_faulty_map_is_told_with_its_lines_and_nothing_is_made(tmp_path: Path) -> None:
    map_text = "kind: story\nfields: {nothing: x, title: [headline]}\nnames: [x]\ncolour: red\n"
    settled = site(tmp_path).bring_in(MARKDOWN, one("---\nheadline: T\ndate: 2014\n---\n", map_text))
    told = sorted((f.span.line, f.code) for f in settled.findings if f.span.path == "map.yaml")
    assert told == [(1, "D105"), (2, "D101"), (3, "D103"), (4, "D101")]
    assert settled.made == ()


def test_hostile_front_matter_is_harmless(tmp_path: Path) -> None:
    text = (
        '---\ntitle: "<script>alert(1)</script>Bridge =1+1 \\u202e"\ndate: 2014\nslug: ../../../etc/passwd\n'
        "tags: ['../x', '<b>']\nurl: javascript:alert(1)\n---\n"
    )
    settled = site(tmp_path).bring_in(MARKDOWN, one(text, path="../2014-08-24-x.md"))
    assert settled.made[0].file.path == "content/events/2014/etc-passwd.md"
    assert "title: Bridge =1+1\n" in texts(settled)
    assert "topics: [x, b]" in texts(settled)
    assert "javascript" not in texts(settled)


def test_a_report_that_the_site_has_is_kept(tmp_path: Path) -> None:
    into = site(tmp_path)
    into.add("actors/other.md", "---\nname: Other\n---\n")
    into.add(
        "articles/ours.md",
        "---\ntitle: Ours\npublisher: other\npublished: 2014\nurl: https://courier.example/b\n---\n",
    )
    text = "---\ntitle: T\ndate: 2014\nlink: https://courier.example/b\noutlet: Other\n---\n"
    settled = into.bring_in(MARKDOWN, one(text, "kind: article\n"))
    assert settled.made == ()
    assert codes(settled) == [(1, "D720")]


def test_a_name_that_two_bear_is_left_out_in_every_run(tmp_path: Path) -> None:
    into = site(tmp_path)
    for number in ("one", "two"):
        into.add(f"locations/{number}.md", "---\nname: Inventia\nkind: region\n---\n")
    source = one("---\ntitle: T\ndate: 2014\nplaces: [Inventia]\n---\n")
    assert codes(into.bring_in(MARKDOWN, source)) == [(1, "D714")]
    again = into.bring_in(MARKDOWN, source)
    assert (codes(again), again.differing) == ([(1, "D714")], 0)
