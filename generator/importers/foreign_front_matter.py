"""Front matter of other generators to plain values: YAML (Jekyll, Hugo, Eleventy), TOML (Hugo), JSON (Hugo, Eleventy).

Sources: https://jekyllrb.com/docs/front-matter/ · https://gohugo.io/content-management/front-matter/ (`---` YAML, `+++`
TOML, `{` JSON) · https://www.11ty.dev/docs/data-frontmatter/ (`---json`; `---js` is code and is not read). YAML is read
by our own reader with its limits. A value is text, a list or a mapping; numbers, dates and truth values are text as
they are written.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any, Final, TypeAlias

from generator.diagnostics.diagnostic import Diagnostic, Span
from generator.importers.plain_words import one_line
from generator.reading.front_matter import LARGEST, read_yaml
from generator.reading.nodes import Mapping as MappingNode
from generator.reading.nodes import Node, Scalar, Sequence
from generator.reading.text import SourceText

Foreign: TypeAlias = "str | tuple[Foreign, ...] | Mapping[str, Foreign]"

_YAML: Final = re.compile(
    r"---[ \t]*(?:yaml)?[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE
)
_TOML: Final = re.compile(
    r"(?:\+\+\+|---[ \t]*toml)[ \t]*\n(.*?)^(?:\+\+\+|---)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE
)
_JSON: Final = re.compile(r"---[ \t]*json[ \t]*\n(.*?)^---[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_CODE: Final = re.compile(r"---[ \t]*(js|javascript|node)\b")
_TOO_LARGE: Final = f"the front matter is larger than {LARGEST // 1024} KB"


@dataclass(frozen=True, slots=True)
class ForeignText:
    """A file of another generator: its fields (None when they cannot be read), its body and the body's first line."""

    fields: Mapping[str, Foreign] | None
    body: str
    body_line: int
    findings: tuple[Diagnostic, ...] = ()


def read_foreign(source: SourceText) -> ForeignText:
    """The two parts of a file. Without front matter the whole text is the body."""
    text = source.text
    if text.startswith("{"):
        return _json_first(source)
    for pattern, read in ((_JSON, _json), (_TOML, _toml), (_YAML, _yaml)):
        found = pattern.match(text)
        if found:
            fields, findings = read(source, found)
            return ForeignText(fields, text[found.end() :], _line(text, found.end()), findings)
    if _CODE.match(text):
        return _refused(
            source, "the front matter is JavaScript, which is not run", "write it as YAML or JSON"
        )
    if text.startswith(("---\n", "+++\n")):
        return _refused(source, "the front matter is never closed", "close it with a line like its first")
    return ForeignText({}, text, 1)


def _line(text: str, offset: int) -> int:
    return text.count("\n", 0, offset) + 1


def _refused(source: SourceText, message: str, advice: str) -> ForeignText:
    return ForeignText(None, "", 1, (Diagnostic("D701", message, Span(source.path, 1), advice),))


_Read: TypeAlias = "tuple[Mapping[str, Foreign] | None, tuple[Diagnostic, ...]]"


def _yaml(source: SourceText, found: re.Match[str]) -> _Read:
    if not found[1].strip():
        return {}, ()
    mapping, findings = read_yaml(source, found.start(1), found.end(1))
    if mapping is None:
        return None, findings
    return {key.text: _plain(node) for key, node in mapping.entries}, findings


def _plain(node: Node) -> Foreign:
    if isinstance(node, Scalar):
        return "" if node.is_empty else node.text
    if isinstance(node, Sequence):
        return tuple(map(_plain, node.nodes))
    if isinstance(node, MappingNode):
        return {key.text: _plain(part) for key, part in node.entries}
    return ""


def _toml(source: SourceText, found: re.Match[str]) -> _Read:
    if len(found[1]) > LARGEST:
        return _fault(source, 1, _TOO_LARGE)
    try:
        return _flattened(tomllib.loads(found[1])), ()
    except (tomllib.TOMLDecodeError, RecursionError, ValueError) as fault:
        at = re.search(r"line (\d+)", str(fault))
        return _fault(source, 1 + int(at[1]) if at else 1, f"the TOML cannot be read: {fault}")


def _json(source: SourceText, found: re.Match[str]) -> _Read:
    if len(found[1]) > LARGEST:
        return _fault(source, 1, _TOO_LARGE)
    try:
        return _object(_DECODER.decode(found[1].strip()), source)
    except (ValueError, RecursionError) as fault:
        return _fault(source, 1, f"the JSON cannot be read: {fault}")


def _json_first(source: SourceText) -> ForeignText:
    """Hugo's: an object at the very beginning of the file."""
    head = source.text[: LARGEST + 1]
    try:
        told, end = _DECODER.raw_decode(head)
    except (ValueError, RecursionError) as fault:
        return _refused(source, f"the JSON front matter cannot be read: {one_line(str(fault), 100)}", "")
    fields, findings = _object(told, source)
    body = source.text[end:]
    lead = len(body) - len(body.lstrip("\n"))
    return ForeignText(fields, body[lead:], _line(source.text, end + lead), findings)


def _object(told: Any, source: SourceText) -> _Read:
    return (_flattened(told), ()) if isinstance(told, dict) else _fault(source, 1, "the JSON is no object")


def _flattened(told: Mapping[str, Any]) -> dict[str, Foreign]:
    return {str(key): _text(value) for key, value in told.items()}


def _text(value: Any) -> Foreign:
    if isinstance(value, dict):
        return _flattened(value)
    if isinstance(value, list):
        return tuple(map(_text, value))
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    return "" if value is None else str(value)


def _fault(source: SourceText, line: int, message: str) -> _Read:
    said = Diagnostic(
        "D701", one_line(message, 200), Span(source.path, line), "correct it, or write it as YAML"
    )
    return None, (said,)


_DECODER: Final = json.JSONDecoder(parse_int=str, parse_float=str, parse_constant=str)
