"""What a form holds: texts, groups of fields, lists whose rows know which entry of the file they are."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, NamedTuple, TypeAlias

from generator.authoring.front_matter import Plain
from generator.forms.control import Control

BY_LANGUAGE: Final = frozenset({"names", "translations"})
"""Sorts of lists whose rows are the entries of a mapping of languages."""

Value: TypeAlias = "str | tuple[Row, ...] | Mapping[str, Value]"
Values: TypeAlias = "Mapping[str, Value]"


class Row(NamedTuple):
    """An entry of a list. `origin` is its number in the file; empty for one that is new."""

    origin: str
    value: Value


_SPACE: Final = re.compile(r"[ \t\r\n]+")
_NUMBER: Final = re.compile(r"[-+]?[0-9]{1,9}(?:\.[0-9]{1,15})?")
_ONE_LINE: Final = frozenset({"line", "prose", "date", "figure", "number", "choice", "word", "truth", "record", "plain"})  # fmt: skip


def tidy(control: Control, text: str) -> str:
    """A text as it is compared and kept: on one line, or with its lines ending in LF; nothing around it."""
    if control.sort in _ONE_LINE:
        return one_line(text)
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return lines.strip("\n") if control.sort == "body" else lines.strip()


def one_line(text: str) -> str:
    """A text with each run of spaces and line ends as one space, and none around it."""
    return _SPACE.sub(" ", text).strip(" ")


def empty(control: Control) -> Value:
    """The value of a control in which nothing is written."""
    if control.fields and control.of is None:
        return {field.key: empty(field) for field in control.fields}
    return () if control.of is not None else ""


def is_blank(value: Value) -> bool:
    """Whether nothing is written in it."""
    if isinstance(value, str):
        return not value
    if isinstance(value, Mapping):
        return all(map(is_blank, value.values()))
    return all(is_blank(row.value) for row in value)


def same(control: Control, one: Value, other: Value) -> bool:
    """Whether two values of a control say the same; rows by what they say, not by where they come from."""
    if control.of is not None:
        mine, theirs = rows(one), rows(other)
        entry = control.of
        return len(mine) == len(theirs) and all(
            same(entry, a.value, b.value) for a, b in zip(mine, theirs, strict=True)
        )
    if control.fields:
        return all(same(field, part(one, field.key), part(other, field.key)) for field in control.fields)
    if control.sort == "truth" and _is_truth(one) and _is_truth(other):
        return (one == "true") == (other == "true")
    return one == other


def _is_truth(value: Value) -> bool:
    return value in ("true", "false", "")


def rows(value: Value) -> tuple[Row, ...]:
    """The rows of a list's value."""
    return value if isinstance(value, tuple) else ()


def part(value: Value, key: str) -> Value:
    """One field of a group's value."""
    return value.get(key, "") if isinstance(value, Mapping) else ""


def text(value: Value) -> str:
    """The text of a value that is one."""
    return value if isinstance(value, str) else ""


def plain(control: Control, value: Value) -> Plain:
    """The value as front matter writes it, in its shortest form; what is blank is left out."""
    if control.sort in BY_LANGUAGE:
        return {text(part(row.value, "language")): plain_texts(control, row.value) for row in rows(value)}
    if control.of is not None:
        entry = control.of
        return tuple(plain(entry, row.value) for row in rows(value) if not is_blank(row.value))
    if control.sort == "pair":
        return tuple(_number(text(part(value, field.key))) for field in control.fields)
    if control.fields:
        return _plain_group(control, value)
    if control.sort == "truth":
        return text(value) == "true" if _is_truth(value) else text(value)
    return _number(text(value)) if control.sort == "number" else text(value)


def plain_texts(control: Control, value: Value) -> Plain:
    """What a row of a mapping of languages says in its language: a name, or texts by their keys."""
    if control.sort == "names":
        return text(part(value, "name"))
    fields = control.entry.fields[1:]
    return {one.key: plain(one, found) for one in fields if not is_blank(found := part(value, one.key))}


def _plain_group(control: Control, value: Value) -> Plain:
    said = {
        field.key: plain(field, found)
        for field in control.fields
        if not is_blank(found := part(value, field.key))
    }
    if control.short and said.keys() == {control.short}:
        return said[control.short]
    if control.sort == "part" and said.keys() == {"actor", "role"}:
        return {text(part(value, "actor")): said["role"]}
    return said


def _number(written: str) -> Plain:
    """A number without quotation marks, where it is one."""
    if not _NUMBER.fullmatch(written):
        return written
    return float(written) if "." in written else int(written)
