"""A record as text: front matter in the order of the content model, then the body. `reading` reads the same back."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Final, TypeAlias

from generator.model.records import Kind
from generator.reading.records.tables import RECORDS

Plain: TypeAlias = "str | int | float | tuple[Plain, ...] | Mapping[str, Plain]"
"""What front matter is made of; a bool is an int."""

_PLAIN_TEXT: Final = re.compile(r"[^\W_](?:[^:#\[\]{}`\"\\|>]|:(?=\S)|(?<! )#)*")
"""Text that needs no quotation marks: nothing in it means anything to YAML."""
LITERALS: Final = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})
"""Words that other readers of YAML take for a truth value or for nothing."""
_BREAKS_FLOW: Final = re.compile(r",|:[:?]")
"""What ends a text within brackets."""
_WIDEST: Final = 100
"""Characters of a list or mapping on one line."""
_INDENT: Final = "  "


def record_text(kind: Kind, fields: Mapping[str, Plain], body: str = "") -> str:
    """The file of a record. Keys come in the order of the kind's table; empty values are left out."""
    keys = [field.key for field in RECORDS[kind].fields.fields]
    lines = [entry_text(key, _trimmed(fields[key])) for key in keys if says_something(fields.get(key, ""))]
    text = body.strip("\n")
    return "\n".join(["---", *lines, "---", *([text, ""] if text else [""])])


def says_something(value: object) -> bool:
    """Whether there is anything in a value to write down."""
    if isinstance(value, str):
        return bool(value) and not value.isspace()
    if isinstance(value, Mapping):
        return any(map(says_something, value.values()))
    return any(map(says_something, value)) if isinstance(value, tuple) else True


def _trimmed(value: Plain) -> Plain:
    """The value without the parts that say nothing."""
    if isinstance(value, Mapping):
        return {key: _trimmed(part) for key, part in value.items() if says_something(part)}
    return (
        tuple(_trimmed(part) for part in value if says_something(part)) if isinstance(value, tuple) else value
    )


def entry_text(key: str, value: Plain, indent: str = "") -> str:
    """`key: value`, on one line or several."""
    if isinstance(value, str) and "\n" in value and is_literal(value):
        lines = value.split("\n")
        return f"{key}: |-\n" + "\n".join(f"{indent}{_INDENT}{line}" if line else "" for line in lines)
    if isinstance(value, str | int | float):
        return f"{key}: {scalar_text(value)}"
    short = flow_text(value)
    if short and len(key) + len(short) <= _WIDEST:
        return f"{key}: {short}"
    return f"{key}:\n" + _block(value, indent + _INDENT)


def _block(value: tuple[Plain, ...] | Mapping[str, Plain], indent: str) -> str:
    if isinstance(value, Mapping):
        return "\n".join(f"{indent}{entry_text(key_text(key), part, indent)}" for key, part in value.items())
    return "\n".join(f"{indent}- {list_entry_text(entry, indent + _INDENT)}" for entry in value)


def list_entry_text(value: Plain, indent: str) -> str:
    """An entry of a list as it stands behind its hyphen; `indent` is that of its further lines."""
    if isinstance(value, Mapping):
        return _block(value, indent).removeprefix(indent)
    return scalar_text(value) if isinstance(value, str | int | float) else flow_text(value)


def flow_text(value: Plain) -> str:
    """The value on one line within brackets; empty where that is no easy reading."""
    if isinstance(value, tuple):
        parts = [flow_scalar(part) for part in value]
        return f"[{', '.join(parts)}]" if all(parts) else ""
    if isinstance(value, Mapping):
        pairs = [(key_text(key), flow_scalar(part)) for key, part in value.items()]
        return f"{{{', '.join(f'{key}: {part}' for key, part in pairs)}}}" if all(p for _, p in pairs) else ""
    return ""


def quoted(text: str) -> str:
    """A YAML double-quoted scalar; JSON's strings are a subset of it."""
    return json.dumps(text, ensure_ascii=False)


def flow_scalar(value: Plain) -> str:
    """A text, number or truth value as it stands within brackets; empty for a list or mapping."""
    if not isinstance(value, str | int | float):
        return ""
    text = scalar_text(value)
    return quoted(str(value)) if _BREAKS_FLOW.search(text) and not text.startswith('"') else text


def key_text(text: str) -> str:
    """A key, in quotation marks where it needs them."""
    return text if re.fullmatch(r"[A-Za-z0-9][\w-]*", text) else quoted(text)


def scalar_text(value: str | float) -> str:
    """A text, number or truth value on one line, in quotation marks where it needs them."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if not isinstance(value, str):
        return _number(value)
    is_plain = _PLAIN_TEXT.fullmatch(value) and value.isprintable() and value == value.strip()
    return value if is_plain and value[-1] != ":" and value.lower() not in LITERALS else quoted(value)


def _number(value: float) -> str:
    """Without an exponent, which no field reads."""
    return str(value) if isinstance(value, int) else f"{Decimal(repr(value)):f}".rstrip("0").rstrip(".")


def is_literal(text: str) -> bool:
    """Whether a text of several lines can stand as it is, indented."""
    lines = text.split("\n")
    return all(line.isprintable() and line == line.rstrip() for line in lines) and not text[:1].isspace()
