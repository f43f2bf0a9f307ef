"""What is wrong with YAML, in our words: no jargon of the parser's, and how to write it instead.

The parser says where it gave up; the line there mostly shows which of a few common slips it was.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from generator.reading.excerpts import shortened
from generator.reading.yaml_faults import YamlError, refused

_VALUE: Final = re.compile(r"([ ]*(?:-[ ]+)*(?:[\w-]+:(?=[ ]))?[ ]*)(\S.*)")
_BRACKETED: Final = re.compile(r"(?:\[[^\]]*\]|\{[^}]*\})\s*\S")
_GLUED: Final = re.compile(r"([a-z_]+):(?![\s/])\S")
_PLAIN_ENTRY: Final = re.compile(r"[\w-]+:(?:\s|$)")
_SIGNS: Final = "@`%&*!|>[]{},?-\"'"
"""What YAML gives a meaning at the beginning of a value."""


@dataclass(frozen=True, slots=True)
class Failure:
    """Where the parser gave up: its words, the text, the offset, and where the construct it was in began."""

    problem: str
    text: str
    offset: int
    context: int

    @property
    def here(self) -> str:
        """The character at the offset; empty at the end."""
        return self.text[self.offset : self.offset + 1]

    def value(self) -> tuple[int, str, str]:
        """Offset, key part and text of the `key: value` or `- value` on the line; an empty text if there is none."""
        begin = self.text.rfind("\n", 0, self.offset) + 1
        end = self.text.find("\n", begin)
        line = self.text[begin:] if end < 0 else self.text[begin:end]
        match = _VALUE.match(line)
        return (begin + match.start(2), match[1].strip(" "), match[2].rstrip()) if match else (begin, "", "")


def explained(problem: str, text: str, offset: int, context: int) -> YamlError:
    """The fault behind a parser's error. Offsets count in `text`."""
    failure = Failure(problem, text, min(offset, len(text)), min(context, len(text)))
    return next(fault for slip in _SLIPS if (fault := slip(failure)))


def quoted(text: str) -> str:
    """The text as YAML in quotation marks."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


def _too_deep(failure: Failure) -> YamlError | None:
    if "nesting depth" not in failure.problem:
        return None
    start, _, value = failure.value()
    return refused("depth", start, start + len(value))


def _tab(failure: Failure) -> YamlError | None:
    begin = failure.text.rfind("\n", 0, failure.offset) + 1
    indentation = re.compile(r"[ \t]*").match(failure.text, begin)
    tab = indentation.group().find("\t") if indentation else -1
    at = begin + tab if tab >= 0 else failure.offset
    if tab < 0 and failure.here != "\t":
        return None
    return YamlError("D027", "a tab cannot indent YAML", at, at + 1, "use two spaces for each level")


def _unclosed_quotes(failure: Failure) -> YamlError | None:
    if "quoted scalar" not in failure.problem or "end of stream" not in failure.problem:
        return None
    mark = failure.text[failure.context : failure.context + 1]
    message = f"the quotation mark {mark} that begins this text is never closed"
    return YamlError(
        "D026", message, failure.context, failure.context + 1, f"put {mark} at the end of the text"
    )


def _escape(failure: Failure) -> YamlError | None:
    if "escape" not in failure.problem and "hexdecimal" not in failure.problem:
        return None
    message = 'within " quotation marks a backslash begins an escape, and this is none'
    at = max(failure.context, failure.text.rfind("\\", failure.context, failure.offset + 1))
    return YamlError("D026", message, at, at + 2, "use ' quotation marks, or write the backslash twice")


def _unclosed_bracket(failure: Failure) -> YamlError | None:
    if "flow" not in failure.problem:
        return None
    if _BRACKETED.match(failure.text, failure.context):
        return None
    bracket = failure.text[failure.context : failure.context + 1]
    closing = "}" if bracket == "{" else "]"
    message = f"the {bracket} that opens here is not closed with {closing}, or a comma is missing"
    advice = f"close it with {closing}; put a text that begins with {bracket} in quotation marks"
    return YamlError("D026", message, failure.context, failure.context + 1, advice)


def _early_sign(failure: Failure) -> YamlError | None:
    """A value that begins with one of YAML's signs, or has `: ` in it."""
    start, key, value = failure.value()
    if not value or not start <= failure.offset <= start + len(value):
        return None
    if value[0] in "\"'" and value.count(value[0]) > 1:
        message = f"the text ends at the second {value[0]}, and more follows"
    elif value[0] in _SIGNS and not (value[0] == "-" and not value.startswith("- ")):
        message = f"a text cannot begin with {value[0]} unless it is in quotation marks"
    elif failure.here == ":" and failure.offset > start:
        straight = "straight " if value[0] in "“‘„«" else ""
        message = f'": " in a text must be in {straight}quotation marks'
    else:
        return None
    return YamlError("D028", message, start, start + len(value), _in_quotation_marks(key, _bare(value)))


def _in_quotation_marks(key: str, text: str) -> str:
    if shortened(text) != text:
        return "put the text in quotation marks"
    return f"write {key} {quoted(text)}" if key else f"write {quoted(text)}"


def _bare(value: str) -> str:
    """The text meant, without the quotation marks that were meant to hold it."""
    for opening, closing in (('"', '"'), ("'", "'"), ("“", "”"), ("‘", "’"), ("„", "“"), ("«", "»")):
        if len(value) > 1 and value[0] == opening and value[-1] == closing:
            return value[1:-1]
    return value


def _no_space(failure: Failure) -> YamlError | None:
    """`title:text` swallows the next line, and the parser complains about that one."""
    if "mapping values" not in failure.problem and "expected ':'" not in failure.problem:
        return None
    begin = 0
    glued: tuple[int, str] | None = None
    for line in failure.text[: failure.offset].rstrip("\n").split("\n"):
        match = _GLUED.match(line)
        if match or _PLAIN_ENTRY.match(line):
            glued = (begin, match[1]) if match else None
        begin += len(line) + 1
    if glued is None:
        return None
    at, key = glued
    return YamlError("D026", "a colon after a key needs a space", at, at + len(key) + 1, f'write "{key}: …"')


def _no_key(failure: Failure) -> YamlError | None:
    if "expected ':'" not in failure.problem:
        return None
    line = failure.text[failure.context :].split("\n", 1)[0].rstrip()
    message = "this line is neither `key: value` nor part of the value before it"
    advice = "write a colon and a space after the key; indent the lines of a long text"
    return YamlError("D026", message, failure.context, failure.context + len(line), advice)


def _indentation(failure: Failure) -> YamlError | None:
    words = ("expected key", "expected '-'", "<block end>", "mapping values", "entries are not allowed")
    if not any(word in failure.problem for word in words):
        return None
    message = "this line does not fit the lines above it"
    advice = "indent all entries of one list or mapping by the same number of spaces"
    return YamlError("D026", message, failure.offset, failure.offset + 1, advice)


def _anything(failure: Failure) -> YamlError | None:
    advice = "put texts in quotation marks, and check colons, brackets and indentation"
    return YamlError("D026", "this is not YAML that can be read", failure.offset, failure.offset + 1, advice)


_SLIPS: Final[tuple[Callable[[Failure], YamlError | None], ...]] = (
    _too_deep,
    _tab,
    _unclosed_quotes,
    _escape,
    _unclosed_bracket,
    _early_sign,
    _no_space,
    _no_key,
    _indentation,
    _anything,
)
