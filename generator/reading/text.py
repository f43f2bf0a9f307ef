"""Bytes → text with lines. UTF-8 alone is read; LF, CRLF and CR all end a line, and nothing else does."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from generator.diagnostics.diagnostic import Diagnostic, Span
from generator.model.parsed import Place
from generator.reading.characters import replaced
from generator.reading.encodings import undecodable


@dataclass(frozen=True, slots=True)
class SourceText:
    """A file's text, lines ending in LF. Offsets count characters of `text`."""

    path: str
    text: str
    line_starts: tuple[int, ...]

    def place(self, start: int, end: int) -> Place:
        """The part of `start:end` on its first line; one character at least."""
        line = bisect_right(self.line_starts, start)
        begin = self.line_starts[line - 1]
        line_end = self.line_starts[line] - 1 if line < len(self.line_starts) else len(self.text)
        length = (end if end < line_end else line_end) - start  # noqa: FURB136 - thousands of times, so no calls
        return line, start - begin + 1, length if length > 0 else 1

    def span(self, start: int, end: int) -> Span:
        """The same as a place to show."""
        return Span(self.path, *self.place(start, end))

    def rest_of_line(self, offset: int) -> str:
        """What follows `offset` on its line."""
        end = self.text.find("\n", offset)
        return self.text[offset:] if end < 0 else self.text[offset:end]


def decode(raw: bytes, path: str) -> tuple[SourceText | None, tuple[Diagnostic, ...]]:
    """The text, or why it is none.

    A byte order mark is taken off. What may not stand in a page is replaced, one character by one, with a finding.
    """
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        return None, (undecodable(raw, fault.start, path),)
    if "\0" in text:
        return None, (undecodable(raw, raw.index(0), path),)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    source = source_text(path, text)
    return replaced_in(source)


def source_text(path: str, text: str) -> SourceText:
    """A text whose lines end in LF, with its lines counted."""
    starts = [0]
    position = text.find("\n")
    while position >= 0:
        starts.append(position + 1)
        position = text.find("\n", position + 1)
    return SourceText(path, text, tuple(starts))


def replaced_in(source: SourceText) -> tuple[SourceText, tuple[Diagnostic, ...]]:
    """The text without control characters and stray line separators, and what was found of them."""
    text, found = replaced(source.text)
    if not found:
        return source, ()
    findings = tuple(
        Diagnostic(fault.code, fault.message, source.span(fault.offset, fault.offset + 1), fault.advice)
        for fault in found
    )
    return SourceText(source.path, text, source.line_starts), findings
