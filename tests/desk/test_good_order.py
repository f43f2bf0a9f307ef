"""Good order: what a record says, its comments and its body stay; doing it twice does what once does."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from generator.authoring.front_matter import record_text
from generator.authoring.scaffold import Wish, scaffold
from generator.authoring.starter import starter
from generator.desk.good_order import formatted
from generator.model.records import KINDS, Kind
from generator.reading.discover import discover, source_file
from generator.reading.parse import parse_bytes
from generator.reading.records.tables import RECORDS
from generator.reading.site import parse_site
from generator.reading.source_file import SourceFile
from tests.desk.layouts import written
from tests.site import generated_texts as texts
from tests.site.model_site import GOLDEN

ROOT = Path(__file__).parents[2]
EVENT = SourceFile("content/events/a.md", "event", "a")
STARTER = ROOT / "generator/authoring/starter"


def said(raw: bytes, file: SourceFile) -> str:
    """Everything that was read but for where it stands."""
    if file.kind == "site":
        site, _, findings = parse_site(raw)
        return repr((site, sorted(finding.code for finding in findings)))
    one = parse_bytes(raw, file)
    read = (getattr(one.parsed, "record", one.parsed), getattr(one.parsed, "body", ""))
    return re.sub(r"(line|column|length)=\d+", "", repr((read, sorted(f.code for f in one.findings))))


def comments(text: str) -> list[str]:
    return sorted(re.findall(r"# c\d+\.", text))


def event(yaml: str, body: str = "") -> bytes:
    return f"---\n{yaml}---\n{body}".encode()


@pytest.mark.parametrize("root", [ROOT, GOLDEN, STARTER], ids=["shipped", "golden", "starter"])
def test_every_file_of_a_site(root: Path) -> None:
    files = [file for file in discover(root)[0] if file.kind != "media"]
    assert files
    for file in files:
        raw = (root / file.path).read_bytes().replace(b"@@TITLE@@", b"T")
        done = formatted(raw, file)
        assert said(done, file) == said(raw, file)
        assert formatted(done, file) == done
        assert sorted(re.findall(rb"#.*", done)) == sorted(re.findall(rb"#.*", raw))
        assert raw.partition(b"\n---\n")[2] == done.partition(b"\n---\n")[2]


RECORD_FILES = [file for file in discover(GOLDEN)[0] if file.record_kind]


@settings(
    max_examples=120, phases=[Phase.generate]
)  # of so many small draws, a smaller example takes minutes to find
@given(st.sampled_from(RECORD_FILES), texts.names, st.data())
def test_any_record_in_any_layout(file: SourceFile, title: str, data: st.DataObject) -> None:
    table = RECORDS[file.kind]
    fields = _fields((GOLDEN / file.path).read_text("utf-8")) | {table.heading: title}
    text, count = data.draw(written(fields))
    raw = event(text, data.draw(st.sampled_from(["", "Text.  \n\n---\n# Heading\n"])))
    done = formatted(raw, file)
    assert said(done, file) == said(raw, file)
    assert formatted(done, file) == done
    assert len(comments(done.decode())) == count
    assert comments(done.decode()) == comments(raw.decode())
    assert list(_fields(done.decode())) == [field.key for field in table.fields.fields if field.key in fields]


def _fields(text: str) -> dict[str, Any]:
    return yaml.load(text.split("---\n")[1], Loader=yaml.BaseLoader)  # noqa: S506 - texts alone


@settings(max_examples=60)
@given(st.text(), st.sampled_from(KINDS))
def test_what_dateline_writes_itself_is_in_good_order(text: str, kind: str) -> None:
    heading = RECORDS[kind].heading
    written_text = record_text(
        kind, {heading: text or "x", "summary": text, "accept": ({"code": "D305", "why": text},)}
    )
    file = SourceFile(f"content/{kind}s/a.md", kind, "a")
    raw = written_text.encode("utf-8", "surrogatepass")
    assert formatted(raw, file).rstrip(b"\n") == raw.rstrip(b"\n")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("title", ["Town council resigns", 'It said: "no" — Ünïcode', "لواء", "yes"])
def test_what_dateline_starts_is_in_good_order(kind: Kind, title: str) -> None:
    made = scaffold(Wish(kind=kind, title=title, id="a", date="2014-08-24~"))
    raw = made.text.encode()
    assert formatted(raw, SourceFile(made.path, kind, "a")) == raw


def test_a_new_site_is_in_good_order() -> None:
    for file in starter("On: the river"):
        source = source_file(file.path) if file.path.startswith("content/") else None
        if isinstance(source, SourceFile):
            assert formatted(file.text.encode(), source) == (file.text.rstrip("\n") + "\n").encode(), (
                file.path
            )


@given(st.binary(max_size=200), st.sampled_from(["event", "site"]))
def test_no_bytes_make_it_raise(raw: bytes, kind: str) -> None:
    file = SourceFile("content/x.md", kind, "a")
    formatted(raw, file)
    formatted(b"---\ntitle: x\n" + raw + b"\n---\n", file)


def test_comments_move_with_what_they_stand_at() -> None:
    raw = event(
        """# about this file

# of the summary
summary: S   # beside it
sources:
  # of the first source
  - locator: p. 3
    # of the article
    article: a   # beside the article
    # within the source
  # after the sources, before the date
date: 2014-08-24
  # deeper than the date
title: T
# at the end
"""
    )
    assert (
        formatted(raw, EVENT).decode()
        == """---
# about this file

title: T
# of the summary
summary: S   # beside it
date: 2014-08-24
  # deeper than the date
sources:
  # of the first source
    # of the article
  - article: a   # beside the article
    locator: p. 3
    # within the source
  # after the sources, before the date
# at the end
---
"""
    )


@pytest.mark.parametrize(
    ("written_as", "then"),
    [
        ("title: 'It''s'", "title: It's"),
        ("title: 'plain'", "title: plain"),
        ('"title": "a: b"', 'title: "a: b"'),
        ("title: no", 'title: "no"'),
        ("title:    x", "title: x"),
        ("title: x   # c   ", "title: x   # c"),
        ("draft: 'true'", "draft: true"),
        ("locations: ['a', \"b\"]", "locations: [a, b]"),
        ("date_basis: 'a, b'", "date_basis: a, b"),
        ("sources: [{quote: 'a, b', article: c}]", 'sources: [{article: c, quote: "a, b"}]'),
        ("actors:\n- 'isil' : \"attacker\"", "actors:\n- isil: attacker"),
        ("title: |  \n  a  \n  b", "title: |\n  a  \n  b"),
        ("title: 'a\n  b'", "title: 'a\n  b'"),
        ("date: '[2014-08-23,2014-08-24]'", 'date: "[2014-08-23,2014-08-24]"'),
        ('title: "\\u200f"', 'title: "\\u200f"'),
        ("kid: 1\ntitle: x", "title: x\nkid: 1"),
        ("? date\n: x\n? title\n: z", "? date\n: x\n? title\n: z"),
    ],
)
def test_one_way_to_write_it(written_as: str, then: str) -> None:
    assert formatted(event(written_as + "\n"), EVENT) == event(then + "\n")


def test_line_ends_fences_and_byte_order_mark() -> None:
    raw = b"\xef\xbb\xbf--- \r\ntitle: x\r\n...\r\nbody  \r\nend"
    assert formatted(raw, EVENT) == b"---\ntitle: x\n---\nbody  \nend\n"


@pytest.mark.parametrize(
    "text", ["title: x\ntitle: y\n", "title: [\n", "\ttitle: x\n", "- a\n", "title: \x01\n"]
)
def test_what_cannot_be_read_stays(text: str) -> None:
    raw = event(f"summary: s\n{text}")
    assert formatted(raw, EVENT) == raw


def test_settings() -> None:
    file = SourceFile("content/site.yaml", "site", "site")
    raw = b"roles:\n  # first\n  guide: {list: did, label: 'Guide'}\n  b: B\ntitle: 'T'"
    assert (
        formatted(raw, file) == b"title: T\nroles:\n  # first\n  guide: {label: Guide, list: did}\n  b: B\n"
    )
