"""What an import writes is read back as it was meant, whatever texts a source holds."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.authoring.front_matter import record_text
from generator.diagnostics.codes import severity_of
from generator.diagnostics.diagnostic import Span
from generator.importers.foreign_text import markdown_from, plain_markdown
from generator.importers.importer import Draft
from generator.importers.values import attributes, checked
from generator.markdown.body import parse_body
from generator.markdown.plain import plain_text
from generator.reading.parse import parse_bytes
from generator.reading.records.tables import RECORDS
from generator.reading.source_file import SourceFile

TEXTS = st.text(max_size=60) | st.text(alphabet="ab:#-[]{}\"'\\|>&*!%@`,? \n~=.0", max_size=40)
FILE = SourceFile("content/events/x.md", "event", "x")


@given(TEXTS, TEXTS, TEXTS, st.lists(TEXTS, max_size=3))
def test_any_text_comes_back(title, notes, quote, aliases):
    fields = {
        "title": title,
        "date": "2014-08-24",
        "notes": notes,
        "sources": ({"article": "report", "quote": quote, "locator": title},),
        "draft": True,
        "imported": {"from": "test", "id": quote or "x"},
    }
    _comes_back("event", fields)
    _comes_back("actor", {"name": title, "aliases": tuple(aliases), "names": {"ar": notes, "en": quote}})


def _comes_back(kind, fields):
    draft, _ = checked(Draft(kind=kind, key="k", fields=fields, span=Span("x")))
    if draft is None:
        return
    text = record_text(kind, draft.fields)
    file = SourceFile(f"content/{kind}s/x.md", kind, "x")
    result = parse_bytes(text.encode(), file)
    assert [one for one in result.findings if severity_of(one) == "error"] == [], text
    meant = attributes(kind, draft.fields)
    assert {name: getattr(result.parsed.record, name) for name in meant} == meant, text


def test_keys_stand_in_the_order_of_the_model():
    keys = [field.key for field in RECORDS["event"].fields.fields]
    fields = {
        "imported": {"from": "a", "id": "b"},
        "draft": True,
        "date": "2014",
        "title": "x",
        "summary": "y",
    }
    written = [line.partition(":")[0] for line in record_text("event", fields).split("\n")[1:-2]]
    assert written == sorted(written, key=keys.index) == ["title", "summary", "date", "draft", "imported"]


@given(st.text(alphabet="ab*_`[]<>#+-=:~|$^&!\\.1() \n", max_size=40) | st.text(max_size=40))
def test_plain_text_stays_the_text_it_is(text):
    body, _ = parse_body(plain_markdown(text), path="x", first_line=1)
    assert body.mentions == ()
    shown = "".join(part for part in plain_text(body.parts) if isinstance(part, str))
    assert _letters(shown) == _letters(text)


def _letters(text):
    """Without what typography may change: spaces, dashes, dots, quotation marks."""
    return [letter for letter in text if letter.isalnum() and letter.isascii()] + [
        c for c in text if c in "*_`[]<>#|"
    ]


def test_hostile_html_becomes_harmless_markdown():
    html = '<p onclick="x()">Bridge <b>closed</b> <a href="javascript:alert(1)">here</a><script>alert(2)</script></p>'
    assert markdown_from(html) == "Bridge **closed** here"
    assert markdown_from("<iframe src=x></iframe><p>[[actor]] {{ x }}</p>") == r"\[\[actor\]\] {{ x }}"
