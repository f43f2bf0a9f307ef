"""Readers of running text: one line, several lines, one line of inline Markdown."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from generator.markdown.inline import parse_inline
from generator.model.prose import Mention, Prose
from generator.reading.excerpts import in_quotes
from generator.reading.fields.field import JsonSchema
from generator.reading.fields.reading import Reading
from generator.reading.fields.scalars import scalar, text_of
from generator.reading.nodes import Node, Scalar

_COMMENT: Final = re.compile(r"[ \t]+#(?=[^\s#])")


@dataclass(frozen=True, slots=True)
class Line:
    """Plain text on one line: a title, a name. Line ends in it become spaces."""

    def read(self, node: Node, _path: str, reading: Reading) -> str | None:
        """The text, trimmed; inner runs of white space as one space."""
        found = scalar(node, reading, "text")
        if found is None:
            return None
        _warn_of_comment(found, reading)
        return _said(" ".join(text_of(found, reading).split()), found, reading)

    def words(self) -> str:
        """As `Reader`."""
        return "text"

    def schema(self) -> JsonSchema:
        """As `Reader`."""
        return {"type": ["string", "number", "boolean"]}


@dataclass(frozen=True, slots=True)
class Passage:
    """Plain text that may have several lines."""

    def read(self, node: Node, _path: str, reading: Reading) -> str | None:
        """The text, trimmed, its lines kept."""
        found = scalar(node, reading, "text")
        if found is None:
            return None
        _warn_of_comment(found, reading)
        return _said(text_of(found, reading).strip(), found, reading)

    def words(self) -> str:
        """As `Reader`."""
        return "text"

    def schema(self) -> JsonSchema:
        """As `Reader`."""
        return {"type": ["string", "number", "boolean"]}


@dataclass(frozen=True, slots=True)
class Inline:
    """One line of text with inline Markdown and mentions."""

    def read(self, node: Node, _path: str, reading: Reading) -> Prose | None:
        """The prose; its mentions and findings stand where they are written."""
        found = scalar(node, reading, "text")
        if found is None:
            return None
        _warn_of_comment(found, reading)
        text = _said(text_of(found, reading).replace("\n", " ").rstrip(), found, reading)
        if text is None:
            return None
        exact = reading.written(found)
        line, column, length = reading.source.place(found.start if exact is None else exact, found.end)
        prose, findings = parse_inline(text, path=reading.source.path, line=line, column=column)
        if exact is None:
            findings = tuple(
                replace(finding, span=replace(finding.span, line=line, column=column, length=length))
                for finding in findings
            )
            prose = replace(prose, mentions=_relocated(prose.mentions, found, reading))
        reading.findings.extend(replace(finding, record=reading.record) for finding in findings)
        return prose

    def words(self) -> str:
        """As `Reader`."""
        return "text, inline Markdown"

    def schema(self) -> JsonSchema:
        """As `Reader`."""
        return {"type": ["string", "number", "boolean"]}


def _said(text: str, node: Scalar, reading: Reading) -> str | None:
    """The text, unless nothing but white space was written."""
    if not text:
        reading.fault("D104", "there is no text", node, "write one, or delete the line")
    return text or None


def _warn_of_comment(node: Scalar, reading: Reading) -> None:
    """A sign like `#2170` right after a space ends the text; a comment proper has a space after its sign."""
    if node.style or "#" not in (rest := reading.source.rest_of_line(node.end)):
        return
    if _COMMENT.match(rest):
        start = node.end + rest.index("#")
        lost = Scalar(rest.strip(), start, start + len(rest.strip()))
        reading.fault(
            "D122", f"the text ends before {in_quotes(lost.text)}", lost, "put the text in quotation marks"
        )


def _relocated(mentions: tuple[Mention, ...], node: Scalar, reading: Reading) -> tuple[Mention, ...]:
    """The mentions of a text with escapes or several lines, found again where they are written."""
    source, position = reading.source, node.start
    found: list[Mention] = []
    for mention in mentions:
        target = re.compile(r"\[\[\s*" + r"\s+".join(map(re.escape, mention.target.split())))
        match = target.search(source.text, position, node.end)
        if match:
            position = match.end()
            end = source.text.find("]]", position, node.end)
            line, column, length = source.place(match.start(), end + 2 if end >= 0 else position)
            mention = replace(mention, line=line, column=column, length=length)  # noqa: PLW2901 - the same one, placed
        found.append(mention)
    return tuple(found)
