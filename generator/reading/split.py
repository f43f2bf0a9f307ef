"""Where front matter ends and the body begins."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from generator.diagnostics.diagnostic import Diagnostic
from generator.reading.text import SourceText

_OPENING: Final = re.compile(r"---[ \t]*(?:\n|\Z)")
_CLOSING: Final = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
_NEAR_CLOSING: Final = re.compile(r"^[ \t]*(?:-{2,}|[—–]+-?|\*{3,}|={3,}|_{3,})[ \t]*$", re.MULTILINE)
_DASHES: Final = re.compile(r"[ \t]*[-—–]{1,}[ \t]*(?:\n|\Z)")


@dataclass(frozen=True, slots=True)
class Division:
    """Offsets of the front matter's YAML, and of the body's first line."""

    start: int
    end: int
    body: int


def split(source: SourceText) -> tuple[Division | None, tuple[Diagnostic, ...]]:
    """The two parts of a record's text.

    Only the first line opens front matter and the next `---` line closes it; any later `---` is the body's own.
    """
    opening = _OPENING.match(source.text)
    if opening is None:
        return None, (_unopened(source),)
    closing = _CLOSING.search(source.text, opening.end())
    if closing is None:
        return None, (_unclosed(source, opening.end()),)
    division = Division(opening.end(), closing.start(), min(closing.end() + 1, len(source.text)))
    return division, (_dotted(source, closing),) if closing.group().startswith(".") else ()


def _unopened(source: SourceText) -> Diagnostic:
    text = source.text
    begin = len(text) - len(text.lstrip())
    span = source.span(begin, begin + len(source.rest_of_line(begin)))
    if begin == len(text):
        return Diagnostic("D015", "the file is empty", span, "begin with the fields between two --- lines")
    if text.startswith(("+++", "{"), begin):
        language = "TOML" if text[begin] == "+" else "JSON"
        advice = "write the fields as YAML, `key: value`, between two --- lines"
        return Diagnostic("D018", f"the front matter is {language}, which is not read", span, advice)
    if _OPENING.match(text, begin):
        advice = "delete what stands before ---"
        return Diagnostic("D015", f"front matter begins on line {span.line}, not on line 1", span, advice)
    if _DASHES.match(text, begin):
        return Diagnostic(
            "D015", "the first line is not ---", span, "write exactly three hyphens, nothing else"
        )
    return Diagnostic(
        "D015", "the file has no front matter", span, "begin with the fields between two --- lines"
    )


def _unclosed(source: SourceText, begin: int) -> Diagnostic:
    near = _NEAR_CLOSING.search(source.text, begin)
    advice = "put a line of three hyphens, ---, after the last field"
    if near:
        line, _, _ = source.place(near.start(), near.end())
        advice = f"is line {line} meant to close it? write exactly three hyphens there"
    return Diagnostic("D017", "the front matter is never closed", source.span(0, 3), advice)


def _dotted(source: SourceText, closing: re.Match[str]) -> Diagnostic:
    span = source.span(closing.start(), closing.start() + 3)
    return Diagnostic("D019", "... ends the front matter", span, "write --- in its place")
