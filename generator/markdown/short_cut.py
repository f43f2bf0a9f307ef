r"""The short cut: plain paragraphs, which most texts are, set without the parser.

It knows paragraphs, flat lists, quotations of one line, mentions, and emphasis around whole words. It keeps its hands
off all else: a text with one sign more in it is the parser's from beginning to end. So it is no second dialect; what it
sets is what the parser would set, to the last place (`tests/markdown/test_short_cut.py`).

A mention is one NUL in the text while it is looked at, so that nothing within its brackets counts. NUL stands in no
text that has gone through `source.normal`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.markdown import escape
from generator.markdown.language import Language
from generator.markdown.mention import MENTION, target_in, words_in
from generator.markdown.plain import collapsed
from generator.markdown.quotation import curled
from generator.markdown.sentences import MARK, parts_of, sentences_in
from generator.model.prose import Mention, Prose

_ORDINARY = bytes(set(range(256)) - set(b"\\`_~^|<&#[]\t\v\f"))
"""All bytes but the signs that some rule begins with; three more are looked at more closely."""

_FIRST = re.compile(r"[^\W0-9_]|[\x00\"'“”‘’„«‹(]|[0-9]+(?![0-9.)])")
"""What a line may begin with: nothing that could be the mark of a block."""

_BETWEEN_BLOCKS = re.compile(r"\n\n+")

# A letter or digit after an opening mark and before a closing one, a space or a stop around them: then a mark can only
# open or only close, and pairs are as they stand (CommonMark 0.31.2, section 6.2).
_AFTER = r"(?=[ \n.,;:?!)<]|\Z)"  # at "<", a block ends: the text has none
_STRONG = re.compile(rf"\*\*(?<= \*\*)([^\W_](?:[^*\n\x00]*[^\W_])?)\*\*{_AFTER}")
_EMPHASIS = re.compile(rf"\*(?<= \*)([^\W_](?:[^*\n\x00<]*[^\W_])?)\*{_AFTER}")

Block = tuple[str, str, str]
"""The HTML before a text, the text as written, the HTML after it."""

Sighting = tuple[str, str, int, int, int]
"""A mention's target and words; line, column and length of its place."""


def plain_body(source: str, first_line: int, language: Language) -> Prose | None:
    """A body that begins on a line of its file; None where the parser is needed."""
    pieces = MENTION.split(source)
    skeleton = MARK.join(pieces[::3])
    blocks = _blocks(skeleton) if _is_plain(skeleton) else None
    return None if blocks is None else _set(blocks, pieces, (first_line, 1), language)


def plain_line(source: str, line: int, column: int, language: Language) -> Prose | None:
    """A text of one line that begins at a place of its file; None where the parser is needed."""
    pieces = MENTION.split(source)
    skeleton = MARK.join(pieces[::3])
    if "\n" in skeleton or not _is_plain(skeleton):
        return None
    return _set([("", skeleton, "")], pieces, (line, column), language)


def _is_plain(skeleton: str) -> bool:
    return (
        not skeleton.encode().translate(None, _ORDINARY)  # ten times faster than a search
        and "--" not in skeleton
        and "..." not in skeleton
        and f"!{MARK}" not in skeleton
    )


def _blocks(skeleton: str) -> list[Block] | None:
    """The blocks of a text in order; None when one is of another kind."""
    blocks: list[Block] = []
    after_list = False
    for written in _BETWEEN_BLOCKS.split(skeleton.strip("\n")):
        is_list = written.startswith("- ")
        found = _list(written) if is_list else _single(written)
        if not found or (is_list and after_list):  # two lists are one, of items that stand apart
            return None
        blocks += found
        after_list = is_list
    return blocks


def _list(written: str) -> list[Block]:
    lines = written.split("\n")
    if not all(line.startswith("- ") and _is_text(line[2:]) for line in lines):
        return []
    items = [("<li>", line[2:], "\n</li>\n") for line in lines]
    return [("<ul>\n", "", ""), *items, ("</ul>\n", "", "")]


def _single(written: str) -> list[Block]:
    """A quotation or a paragraph."""
    if written.startswith("> "):
        quoted = written[2:]
        known = "\n" not in quoted and _is_text(quoted)
        return [("<blockquote>\n<p>", quoted, "</p>\n</blockquote>\n")] if known else []
    return [("<p>", written, "</p>\n")] if all(map(_is_text, written.split("\n"))) else []


def _is_text(line: str) -> bool:
    """Whether a line goes on to its end as it begins, as text."""
    return _FIRST.match(line) is not None and not line[-1].isspace()


def _set(
    blocks: Sequence[Block], pieces: Sequence[str], begin: tuple[int, int], language: Language
) -> Prose | None:
    sightings = _sightings(pieces, begin, language)
    if sightings is None:
        return None
    html: list[str] = []
    mentions: list[Mention] = []
    for before, written, after in blocks:
        text = _curled(written, language)
        html += (before, escape.text(text), after)
        if MARK in text:
            mentions += _in_context(sightings, text, len(mentions))
    whole = _emphasised("".join(html))
    if "*" in whole:
        return None
    return Prose(parts_of(whole, range(len(mentions))), tuple(mentions))


def _curled(text: str, language: Language) -> str:
    """The text with the language's quotation marks. They are set from one mention to the next; beside a mention, a
    mark stands beside a word.
    """
    if '"' not in text and "'" not in text:
        return text
    return "\n".join(_curled_line(line.split(MARK), language) for line in text.split("\n"))


def _curled_line(pieces: Sequence[str], language: Language) -> str:
    last = len(pieces) - 1
    return MARK.join(
        curled(piece, language, "x" if number else " ", "x" if number < last else " ")
        for number, piece in enumerate(pieces)
    )


def _emphasised(html: str) -> str:
    """What cannot be told keeps its asterisk."""
    if "*" not in html:
        return html
    return _EMPHASIS.sub(r"<em>\1</em>", _STRONG.sub(r"<strong>\1</strong>", html))


def _in_context(sightings: Sequence[Sighting], text: str, first: int) -> list[Mention]:
    """The mentions of a block, from the one with that index, each with its sentence."""
    indices = range(first, first + text.count(MARK))
    contexts = sentences_in(collapsed(text.replace("*", "")).strip(" "), indices)
    return [Mention(*sightings[index], contexts[index]) for index in indices]


def _sightings(pieces: Sequence[str], begin: tuple[int, int], language: Language) -> list[Sighting] | None:
    """The mentions between pieces of text; None when one names no record, or runs over a line's end."""
    line, column = begin
    found: list[Sighting] = []
    for text, target, words in zip(pieces[:-1:3], pieces[1::3], pieces[2::3], strict=True):
        inside = target if words is None else f"{target}|{words}"
        named = target_in(target)
        if "\n" in inside or not named:
            return None
        lines, newline, rest = text.rpartition("\n")
        if newline:
            line += lines.count("\n") + 1
            column = 1
        column += len(rest)
        length = len(inside) + 4
        found.append((named, words_in(words or "", language), line, column, length))
        column += length
    return found
