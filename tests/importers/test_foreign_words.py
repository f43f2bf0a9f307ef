"""Foreign bytes to text, foreign text to one plain line, foreign addresses to those that name the report."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.importers.addresses import canonical
from generator.importers.charsets import decoded
from generator.importers.plain_words import LONGEST, hides_something, one_line, plain_words


@pytest.mark.parametrize(
    ("raw", "named", "text", "is_told"),
    [
        ("é".encode(), "", "é", False),
        (b"\xef\xbb\xbfx", "latin1", "x", False),
        ("جسر".encode("windows-1256"), "windows-1256", "جسر", False),
        (
            '<meta charset="windows-1256">جسر'.encode("windows-1256"),
            "",
            '<meta charset="windows-1256">جسر',
            False,
        ),
        ("é".encode("utf-16"), "", "é", False),
        (b"caf\xe9", "", "café", True),
        (b"caf\xe9", "utf-8", "caf\ufffd", True),
        (b"+AGEAYg-", "utf-7", "+AGEAYg-", False),
        (b"x", "zip", "x", False),
        (b'<meta charset="utf-16">x', "", '<meta charset="utf-16">x', False),
        (b"", "", "", False),
    ],
)
def test_bytes_are_read_by_the_marks_that_browsers_go_by(
    raw: bytes, named: str, text: str, is_told: bool
) -> None:
    assert decoded(raw, named)[0] == text
    assert bool(decoded(raw, named)[1]) == is_told


@given(st.binary(), st.text(max_size=12))
def test_no_bytes_make_it_raise(raw: bytes, named: str) -> None:
    decoded(raw, named)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Bridge  closed\n again", "Bridge closed again"),
        ("<b>Bridge</b> closed", "Bridge closed"),
        ("&lt;b&gt;Bridge&lt;/b&gt; &amp;amp; dam", "Bridge & dam"),
        ("<script>alert(1)</script>Bridge", "Bridge"),
        ("&lt;script&gt;alert(1)&lt;/script&gt;Bridge", "Bridge"),
        ("Bridge<script>alert(1)", "Bridge"),
        ("a < b and 3 > 2", "a < b and 3 > 2"),
        ("\u202eegdirB\u202c \x00\x1b[31m", "egdirB [31m"),
        ("Persian می\u200cشود", "Persian می\u200cشود"),
        ("one<br>two", "one two"),
    ],
)
def test_one_plain_line(text: str, words: str) -> None:
    assert plain_words(text) == words


@given(st.text(alphabet=st.sampled_from(list("<>&;!/ltgsmcriptab \n\u202e\0"))))
def test_no_script_is_left_in_a_line(text: str) -> None:
    words = plain_words(text)
    assert "\n" not in words
    assert "\u202e" not in words
    assert len(words) <= LONGEST


def test_long_lines_are_cut_at_a_word() -> None:
    assert one_line("word " * 100, 12) == "word word…"
    assert one_line("w" * 50, 10) == "w" * 9 + "…"


def test_what_shows_nothing_is_noticed() -> None:
    assert hides_something("&lt;script&gt;")
    assert hides_something("<IFRAME src=x>")
    assert not hides_something("<b>scripts</b>")


@pytest.mark.parametrize(
    ("address", "base", "found"),
    [
        ("https://a.example/x?utm_source=f&id=7&fbclid=1#top", "", "https://a.example/x?id=7"),
        ("https://a.example/x?monitor=1", "", "https://a.example/x?monitor=1"),
        ("/x", "https://a.example/feed", "https://a.example/x"),
        ("//b.example/x", "https://a.example/", "https://b.example/x"),
        ("/x", "", ""),
        ("javascript:alert(1)", "https://a.example/", ""),
        ("https://user@a.example/", "", ""),
        ("https://[::1", "", ""),
        ("https://a.example/a b", "", ""),
        ("", "", ""),
    ],
)
def test_canonical_addresses(address: str, base: str, found: str) -> None:
    assert canonical(address, base) == found
