"""How front matter is laid out: lines, columns, and the comments between values."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from generator.reading.nodes import Mapping, Node, Scalar, Sequence
from generator.reading.text import SourceText

_COMMENT: Final = re.compile(r"#[^\n]*")
_COMMENT_LINE: Final = re.compile(r"[ \t]*#")


def line_of_comment(source: SourceText, start: int) -> bool:
    """Whether the line that begins at an offset holds a comment alone."""
    return _COMMENT_LINE.match(source.text, start) is not None


def end_of_line(source: SourceText, offset: int) -> int:
    """The offset of the line end at or after an offset."""
    end = source.text.find("\n", offset)
    return len(source.text) if end < 0 else end


def start_of_line(source: SourceText, offset: int) -> int:
    """The offset at which the line of an offset begins."""
    return source.text.rfind("\n", 0, offset) + 1


def column_of(source: SourceText, offset: int) -> int:
    """How many characters stand before an offset on its line."""
    return offset - start_of_line(source, offset)


def trimmed_end(source: SourceText, node: Node) -> int:
    """The end of a value without the line ends that a block of text takes in."""
    end = node.end
    while end > node.start and source.text[end - 1] in "\n ":
        end -= 1
    return end


def comments_within(source: SourceText, node: Node, end: int) -> list[str]:
    """The comments between the start of a value and an offset, those of its inner lines among them."""
    found: list[str] = []
    at = node.start
    for text in (*_texts(node), Scalar("", end, end)):
        found.extend(match.group() for match in _COMMENT.finditer(source.text[at : text.start]))
        if text.style in ("|", ">"):
            found.extend(_COMMENT.findall(source.text[text.start : end_of_line(source, text.start)]))
        at = max(at, text.end)
    return found


def _texts(node: Node) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Sequence):
        for one in node.nodes:
            yield from _texts(one)
    elif isinstance(node, Mapping):
        for key, value in node.entries:
            yield key
            yield from _texts(value)
