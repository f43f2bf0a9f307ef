"""Saving a form: what was changed is changed, and every other byte of the file is as it was."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from generator.desk.splices import source_of
from generator.forms.control import record_controls
from generator.forms.reading import Manuscript, manuscript
from generator.forms.submitted import settled, submitted
from generator.forms.values import same
from generator.forms.writing import revised
from generator.model.records import KINDS as KINDS_OF_RECORDS
from generator.model.records import Kind
from generator.reading.discover import discover
from tests.desk.layouts import written
from tests.forms.changes import WORDS, changed
from tests.site.model_site import GOLDEN

EVENT: dict[str, Any] = {
    "title": "Fighters attack: the bridge",
    "date": "2014-08-24~",
    "status": "reported",
    "locations": ["nahr-bridge", "nahr"],
    "actors": [{"river-brigade": "attacker"}, "town-council", {"actor": "wire", "role": "speaker"}],
    "sources": ["courier-bridge", {"article": "wire-bridge", "quote": "lost, by noon"}, "herald-bridge"],
    "claims": [
        {
            "measure": "killed",
            "group": "civilians",
            "figure": "at least 12",
            "claimed_by": "wire",
            "source": "a",
        },
        {"measure": "missing", "group": "men", "figure": 3, "claimed_by": "wire", "source": "b"},
    ],
    "statements": [
        {"by": "wire", "to": ["nahr", "courier"], "text": "We shall cross.", "source": "a", "quoted": True}
    ],
    "summary": "It *fell*.",
    "translations": {"ar": {"title": "الجسر", "summary": "سقط"}, "fr": {"title": "Le pont: perdu"}},
    "notes": "one\ntwo",
    "accept": [{"code": "D305", "why": "it is so"}],
}
PLACE: dict[str, Any] = {
    "name": "Nahr",
    "kind": "town",
    "coordinates": [35.95, 39],
    "names": {"ar": "نهر", "fr": "Le Nahr"},
    "aliases": ["Nahar", "al-Nahr"],
    "former_names": ["Old Nahr", {"name": "Older", "until": 1950}],
}
ACTOR: dict[str, Any] = {
    "name": "Amina Saleh",
    "kind": "person",
    "names": {"ar": "أمينة صالح"},
    "roles": [
        {"in": "town-council", "as": "Mayor: of Nahr", "from": "2010", "to": "2014-08"},
        {"in": "wire", "as": "reader"},
    ],
    "born": "1960~",
    "image": {"file": "media/a.png", "alt": "She, standing", "graphic": False},
}
ARTICLE: dict[str, Any] = {
    "title": "Bridge lost",
    "publisher": "wire",
    "published": "2014-08-25",
    "based_on": ["herald-bridge"],
    "url": "https://example.org/a?b=c#d",
    "archived": ["https://archive.example/1", {"url": "https://archive.example/2", "at": "2015"}],
    "mentions": ["actor:wire", "nahr"],
    "imported": {"from": "a table", "id": "7"},
}
RECORDS: dict[Kind, dict[str, Any]] = {"event": EVENT, "location": PLACE, "actor": ACTOR, "article": ARTICLE}
BODY = "\nThe body: one.\n\n- two\n\nthree  \n"


def file_of(raw: bytes, kind: Kind) -> Manuscript:
    found = manuscript(source_of(raw, "content/a.md"), record_controls(kind))
    assert found is not None
    return found


def encoded(text: str, layout: str) -> bytes:
    """The text with line ends and byte order mark as they may be."""
    if "crlf" in layout:
        text = text.replace("\n", "\r\n")
    return (b"\xef\xbb\xbf" if "mark" in layout else b"") + text.encode()


def comments(text: str) -> list[str]:
    return sorted(re.findall(r"# c\d+\.", text))


ROOT = Path(__file__).parents[2]
KINDS_BY_NAME: dict[str, Kind] = {kind: kind for kind in KINDS_OF_RECORDS}

LAYOUTS = st.sampled_from(["lf", "crlf", "mark", "crlf mark"])
KINDS = st.sampled_from(list(RECORDS))


@st.composite
def records(draw: Any) -> tuple[Kind, bytes, Manuscript]:
    kind = draw(KINDS)
    yaml, _ = draw(written(RECORDS[kind]))
    raw = encoded(f"---\n{yaml}---\n{BODY}", draw(LAYOUTS))
    return kind, raw, file_of(raw, kind)


@given(records())
def test_saving_what_is_there_writes_nothing(record: tuple[Kind, bytes, Manuscript]) -> None:
    kind, raw, file = record
    assert not file.odd
    assert revised(raw, file, record_controls(kind), file.values, file.body) is raw


@pytest.mark.parametrize("root", [ROOT, GOLDEN], ids=["shipped", "golden"])
def test_every_record_of_a_site_is_a_form_that_writes_nothing_by_itself(root: Path) -> None:
    files = [file for file in discover(root)[0] if file.record_kind and not file.language]
    assert files
    for file in files:
        raw = (root / file.path).read_bytes()
        kind = KINDS_BY_NAME[file.kind]
        found = file_of(raw, kind)
        assert (found.odd, found.unknown) == ({}, ()), file.path
        assert revised(raw, found, record_controls(kind), found.values, found.body) is raw
        sent = submitted(record_controls(kind), pairs_of(found.values))
        again = settled(record_controls(kind), sent, found.values)
        assert again == found.values, file.path


def pairs_of(values: Any, path: str = "") -> list[tuple[str, str]]:
    """The names and texts that a browser would send of these values."""
    if isinstance(values, str):
        return [(path, values)]
    inner = values.items() if isinstance(values, dict) else [(row.origin, row.value) for row in values]
    return [pair for key, one in inner for pair in pairs_of(one, f"{path}.{key}" if path else key)]


def lines_of(raw: bytes, file: Manuscript, key: str) -> tuple[list[bytes], list[bytes]]:
    """A file's lines before and after those of a key; all before where there is no such key."""
    lines = raw.splitlines(keepends=True)
    starts = {name.text: file.source.place(name.start, name.end)[0] - 1 for name, _ in file.mapping.entries}
    if key not in starts:
        return lines, []
    end = file.source.place(file.division.end, file.division.end)[0] - 1
    following = [line for line in starts.values() if line > starts[key]]
    return lines[: starts[key]], lines[min(following, default=end) :]


@settings(max_examples=300)
@given(records(), st.data())
def test_one_changed_field_changes_the_lines_of_its_key_alone(
    record: tuple[Kind, bytes, Manuscript], data: st.DataObject
) -> None:
    kind, raw, file = record
    controls = record_controls(kind)
    control = data.draw(st.sampled_from(controls))
    value = data.draw(changed(control, file.values[control.key]))
    values = {**file.values, control.key: value}
    assume(not same(control, value, file.values[control.key]))
    outcome = revised(raw, file, controls, values, file.body)
    after = file_of(outcome, kind)
    assert after.body == file.body
    assert all(same(one, after.values[one.key], values[one.key]) for one in controls)
    assert outcome.startswith(b"\xef\xbb\xbf") == raw.startswith(b"\xef\xbb\xbf")
    if b"\r\n" in raw:
        assert b"\n" not in outcome.replace(b"\r\n", b"")
    before, behind = lines_of(raw, file, control.key)
    lines = outcome.splitlines(keepends=True)
    if control.key in {name.text for name, _ in file.mapping.entries}:
        assert lines[: len(before)] == before
        assert lines[len(lines) - len(behind) :] == behind
    else:
        kept = iter(lines)
        assert all(line in kept for line in before)


@given(records(), st.data())
def test_comments_at_other_fields_and_at_entries_that_stay_are_kept(
    record: tuple[Kind, bytes, Manuscript], data: st.DataObject
) -> None:
    kind, raw, file = record
    controls = record_controls(kind)
    written_keys = {name.text for name, _ in file.mapping.entries}
    control = data.draw(
        st.sampled_from(
            [one for one in controls if one.key in written_keys and one.of is None and one.sort != "group"]
        )
    )
    value = data.draw(changed(control, file.values[control.key]))
    outcome = revised(raw, file, controls, {**file.values, control.key: value}, file.body)
    if value not in ("", ()):
        assert comments(outcome.decode()) == comments(raw.decode())


@given(records(), st.text(st.sampled_from("ab- #\n"), max_size=30).map(lambda text: text.strip("\n")))
def test_a_changed_body_leaves_the_fields_alone(record: tuple[Kind, bytes, Manuscript], body: str) -> None:
    kind, raw, file = record
    outcome = revised(raw, file, record_controls(kind), file.values, body)
    fence = raw.index(b"---", 6) + 3
    assert outcome[:fence] == raw[:fence]
    assert file_of(outcome, kind).body == body


@given(st.data())
def test_several_fields_at_once(data: st.DataObject) -> None:
    kind, raw, file = data.draw(records())
    controls = record_controls(kind)
    chosen = data.draw(
        st.lists(st.sampled_from(controls), min_size=2, max_size=4, unique_by=lambda one: one.key)
    )
    values = {**file.values, **{one.key: data.draw(changed(one, file.values[one.key])) for one in chosen}}
    after = file_of(
        revised(raw, file, controls, values, f"{file.body}\n{data.draw(WORDS)}".strip("\n")), kind
    )
    assert all(same(one, after.values[one.key], values[one.key]) for one in controls)


@pytest.mark.parametrize(
    ("before", "key", "value", "after"),
    [
        ("title: Old   # a word\n", "title", "New", "title: New   # a word\n"),
        ("title: 'It''s'\n", "title", "It's new", "title: 'It''s new'\n"),
        ('title: "a"\n', "title", "b", 'title: "b"\n'),
        (
            "title: a\nnotes: >  # why\n    old\n    text\n",
            "notes",
            "new",
            "title: a\nnotes: >  # why\n    new\n",
        ),
        ("title: a\nnotes: b # why\n", "notes", "c\nd", "title: a\nnotes: |- # why\n  c\n  d\n"),
        ("title: a\nstatus: reported # so\ndate: 2014\n", "status", "", "title: a\ndate: 2014\n"),
        (
            "title: a\n# on topics\ntopics: [a]\n",
            "status",
            "reported",
            "title: a\nstatus: reported\n# on topics\ntopics: [a]\n",
        ),
    ],
)
def test_a_text_is_written_as_the_one_before_it(before: str, key: str, value: str, after: str) -> None:
    raw = f"---\n{before}---\n".encode()
    file = file_of(raw, "event")
    outcome = revised(raw, file, record_controls("event"), {**file.values, key: value}, "")
    assert outcome.decode() == f"---\n{after}---\n"
