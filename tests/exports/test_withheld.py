"""What no file of an edition may hold, whatever its format: drafts, the desk's notes, why a warning was accepted, and
what was withdrawn. The whole output is searched, compressed files too.
"""

from __future__ import annotations

import gzip
import zlib

import pytest

from generator.pages import data
from tests.site.model_site import Site

SECRETS = {
    "note": "canary-note-91c2",
    "draft": "canary-draft-52e8",
    "draft-id": "secret-plan",
    "reason": "canary-reason-b7d1",
    "withdrawn": "canary-withdrawn-e04f",
}
PUBLIC = "canary-public-3a6b"


def event(title, *fields, body=""):
    lines = "\n".join([f"title: {title}", "date: 2014-08-24", "sources: [wire-bridge]", *fields])
    return f"---\n{lines}\n---\n{body}\n"


@pytest.fixture
def published(tmp_path, monkeypatch):
    monkeypatch.setattr(data, "LARGE", 0)
    site = Site.golden(tmp_path)
    withdrawn = "corrections:\n  - {date: 2014-09-02, what: withdrawn, why: It was false.}"
    site.write(
        "content/events/open.md",
        event(
            "Something open",
            f"summary: {PUBLIC}",
            f"notes: {SECRETS['note']}",
            f"accept:\n  - {{code: D301, why: {SECRETS['reason']}}}",
        ),
    )
    site.write(
        "content/events/secret-plan.md",
        event(f"A plan {SECRETS['draft']}", "draft: true", body=f"It is {SECRETS['draft']} [[courier]]."),
    )
    site.write(
        "content/events/false-report.md",
        event("A false report", f"summary: {SECRETS['withdrawn']}", withdrawn, body=SECRETS["withdrawn"]),
    )
    assert site.build().published is not None
    return site.published().files


def readable(path, content):
    """The bytes of a file and what its compressed parts hold."""
    if path.endswith(".gz"):
        return gzip.decompress(content)
    if path.endswith(".ics"):
        return content.replace(b"\r\n ", b"")  # folded lines
    if path.endswith(".png"):
        return content + b"".join(_chunks(content))
    return content


def _chunks(picture):
    """The text chunks of a PNG, compressed or not."""
    position = 8
    while position < len(picture):
        length = int.from_bytes(picture[position : position + 4])
        if picture[position + 4 : position + 8] in {b"zTXt", b"iTXt"}:
            start = picture.index(b"x\x9c", position) if b"x\x9c" in picture[position:] else None
            if start is not None:
                yield zlib.decompressobj().decompress(picture[start : position + 8 + length])
        position += 12 + length


def holding(files, word):
    return [path for path, content in files.items() if word.encode() in readable(path, content)]


def test_what_is_published_is_in_every_format(published):
    found = holding(published, PUBLIC)
    for address in (
        "events/open/index.html",
        "data/events.json",
        "data/events.json.gz",
        "data/events.csv",
        "data/timeline.ics",
        "data/timelinejs.json",
        "data/dateline.sqlite",
        "data/dateline.sqlite.gz",
        "data/followthemoney.json",
        "data/acled.csv",
        "data/ninjs/open.json",
    ):
        assert address in found


@pytest.mark.parametrize("secret", SECRETS)
def test_no_file_holds_what_is_withheld(published, secret):
    assert holding(published, SECRETS[secret]) == []
