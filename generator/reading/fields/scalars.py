"""The text of a scalar, for all readers that want one."""

from __future__ import annotations

import unicodedata
from typing import Final

from generator.reading.characters import is_clean, replaced
from generator.reading.excerpts import in_quotes
from generator.reading.fields.reading import Reading
from generator.reading.nodes import Mapping, Node, Scalar, Sequence

_NULLS: Final = frozenset({"null", "Null", "NULL"})


def scalar(node: Node, reading: Reading, expected: str) -> Scalar | None:
    """The node when it is text that says something; `expected` names what is meant, for the finding."""
    if not isinstance(node, Scalar):
        wrong_type(node, reading, expected)
        return None
    if node.is_empty:
        empty(node, reading)
        return None
    return node


def word(node: Node, reading: Reading, expected: str) -> Scalar | None:
    """The same for what is no running text: there `null` says that nothing is meant."""
    found = scalar(node, reading, expected)
    if found is not None and not found.style and found.text in _NULLS:
        reading.fault(
            "D104", f"{in_quotes(found.text)} says nothing", found, "write a value, or delete the line"
        )
        return None
    return found


def text_of(node: Scalar, reading: Reading) -> str:
    """The text in Unicode's composed form (NFC), without what an escape in quotation marks put into it."""
    text = node.text
    if node.style == '"' and not is_clean(text):
        text, found = replaced(text)
        for fault in found:
            advice = (
                f"{fault.advice}; a backslash begins an escape in \" quotation marks, use ' for a plain one"
            )
            reading.fault(fault.code, fault.message, node, advice)
    return unicodedata.normalize("NFC", text)


def wrong_type(node: Node, reading: Reading, expected: str) -> None:
    """A finding on a value of the wrong form."""
    form = {Sequence: "a list", Mapping: "a mapping"}.get(type(node), "text")
    reading.fault("D103", f"there is {form} where {expected} is meant", node, _advice(node, expected))


def empty(node: Scalar, reading: Reading) -> None:
    """A finding on a key or a list entry without a value."""
    advice = "write a value, or delete the line"
    if reading.source.rest_of_line(node.end).lstrip().startswith("#"):
        advice = "# begins a comment: put a text that begins with it in quotation marks"
    reading.fault("D104", "there is no value", node, advice)


def _advice(node: Node, expected: str) -> str:
    if isinstance(node, Sequence) and len(node.nodes) > 1:
        return "write one value"
    if expected == "text":
        sign = "that begins with [" if isinstance(node, Sequence) else "with a colon in it"
        return f"put a text {sign} in quotation marks"
    return ""
