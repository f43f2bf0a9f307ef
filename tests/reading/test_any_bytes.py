"""No bytes make the reader raise, and every finding stands in its file."""

from __future__ import annotations

import pickle

from hypothesis import given
from hypothesis import strategies as st

from generator.diagnostics.codes import BY_CODE
from generator.diagnostics.visible import visible
from generator.model.records import KINDS
from generator.reading.parse import parse_bytes
from generator.reading.records.tables import RECORDS
from generator.reading.site import SITE, parse_site
from generator.reading.source_file import SourceFile
from tests.reading.cases import cases

SOUND = [
    block.text.encode()
    for case in cases()
    for block in case.blocks
    if "sound" in case.name and block.path.endswith(".md")
]
FILES = st.builds(
    lambda kind, language: SourceFile(f"content/{kind}s/a.md", kind, "a", language),
    st.sampled_from(KINDS),
    st.sampled_from(["", "", "ar"]),
)
KEYS = sorted(
    {key for table in (SITE, *(record.fields for record in RECORDS.values())) for key in table.by_key}
)

SCALARS = st.one_of(
    st.sampled_from(
        ["", "~", "null", "true", "2014-08-24", "at least 3", "a", "https://a.example/", "en", "'x'", "[[a]]"]
    ),
    st.text(max_size=12).map(repr),
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda parts: f"[{', '.join(parts)}]"),
        st.dictionaries(st.sampled_from(KEYS), inner, max_size=3).map(
            lambda pairs: "{" + ", ".join(f"{key}: {value}" for key, value in pairs.items()) + "}"
        ),
    ),
    max_leaves=6,
)
FRONT_MATTER = st.lists(st.tuples(st.sampled_from(KEYS), VALUES), max_size=8).map(
    lambda pairs: "".join(f"{key}: {value}\n" for key, value in pairs)
)


def is_sound(raw: bytes, file: SourceFile) -> None:
    result = parse_bytes(raw, file)
    assert pickle.loads(pickle.dumps(result)) == result  # noqa: S301 - it crosses between our own processes
    assert result.parsed is not None or any(
        BY_CODE[finding.code].severity == "error" for finding in result.findings
    )
    lines = raw.count(b"\n") + raw.count(b"\r") + 1
    for finding in result.findings:
        assert finding.span.path == file.path
        assert 0 <= finding.span.line <= lines
        assert finding.record == file.subject
        assert visible(finding.message + finding.help) == finding.message + finding.help
        assert len(finding.message) < 250


@given(st.binary(max_size=200), FILES)
def test_bytes(raw, file):
    is_sound(raw, file)


@given(st.text(max_size=200), st.sampled_from(["utf-8", "utf-16", "utf-32", "utf-8-sig"]), FILES)
def test_text_in_any_encoding(text, encoding, file):
    is_sound(f"---\n{text}".encode(encoding, "surrogatepass"), file)


@given(FRONT_MATTER, st.text(max_size=40), FILES)
def test_any_value_in_any_field(front_matter, body, file):
    is_sound(f"---\n{front_matter}---\n{body}".encode("utf-8", "surrogatepass"), file)


@given(FRONT_MATTER)
def test_any_value_in_any_setting(front_matter):
    site, _, findings = parse_site(front_matter.encode("utf-8", "surrogatepass"))
    assert site.title or findings


@given(st.sampled_from(SOUND), st.data(), FILES)
def test_a_sound_file_damaged(raw, data, file):
    at = data.draw(st.integers(0, len(raw)))
    until = data.draw(st.integers(at, min(len(raw), at + 20)))
    is_sound(raw[:at] + data.draw(st.binary(max_size=8)) + raw[until:], file)
