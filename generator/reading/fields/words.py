"""Readers of single words: booleans, whole numbers, a choice of words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from generator.model.names import nearest
from generator.reading.excerpts import in_quotes
from generator.reading.fields.field import JsonSchema
from generator.reading.fields.reading import Reading
from generator.reading.fields.scalars import word
from generator.reading.nodes import Node

W = TypeVar("W", bound=str)

_YES: Final = frozenset({"yes", "y", "on", "1", "true"})
_NO: Final = frozenset({"no", "n", "off", "0", "false"})
_WHOLE: Final = re.compile(r"[-+]?[0-9]{1,9}")


@dataclass(frozen=True, slots=True)
class Boolean:
    """`true` or `false`, and nothing else."""

    def read(self, node: Node, _path: str, reading: Reading) -> bool | None:
        """The truth value."""
        found = word(node, reading, "true or false")
        if found is None:
            return None
        if found.text in ("true", "false"):
            return found.text == "true"
        lower = found.text.lower()
        advice = "write true" if lower in _YES else "write false" if lower in _NO else "write true or false"
        reading.fault("D106", f"{in_quotes(found.text)} is neither true nor false", found, advice)
        return None

    def words(self) -> str:
        """As `Reader`."""
        return "`true` or `false`"

    def schema(self) -> JsonSchema:
        """As `Reader`."""
        return {"type": "boolean"}


@dataclass(frozen=True, slots=True)
class Integer:
    """A whole number in decimal digits."""

    def read(self, node: Node, _path: str, reading: Reading) -> int | None:
        """The number."""
        found = word(node, reading, "a whole number")
        if found is None:
            return None
        if _WHOLE.fullmatch(found.text):
            return int(found.text)
        reading.fault(
            "D107", f"{in_quotes(found.text)} is not a whole number", found, "write digits, such as 2"
        )
        return None

    def words(self) -> str:
        """As `Reader`."""
        return "whole number"

    def schema(self) -> JsonSchema:
        """As `Reader`."""
        return {"type": "integer"}


@dataclass(frozen=True, slots=True)
class Choice(Generic[W]):
    """One of the words that the content model lists."""

    allowed: tuple[W, ...]

    def read(self, node: Node, _path: str, reading: Reading) -> W | None:
        """The word."""
        found = word(node, reading, "one word")
        if found is None:
            return None
        for allowed in self.allowed:
            if allowed == found.text:
                return allowed
        near = nearest(found.text, self.allowed, 1)
        advice = f'did you mean "{near[0]}"?' if near else f"write one of {', '.join(self.allowed)}"
        reading.fault("D105", f"{in_quotes(found.text)} is none of the words for this field", found, advice)
        return None

    def words(self) -> str:
        """As `Reader`."""
        return " · ".join(f"`{word}`" for word in self.allowed)

    def schema(self) -> JsonSchema:
        """As `Reader`."""
        return {"enum": list(self.allowed)}
