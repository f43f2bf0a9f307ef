"""A text of front matter in the place of another: in the quotation marks, or the block, that the other stood in."""

from __future__ import annotations

import re
from typing import Final

from generator.authoring.front_matter import flow_scalar, is_literal, quoted, scalar_text
from generator.desk.splices import Splice
from generator.forms.control import Control
from generator.forms.layout import end_of_line, trimmed_end
from generator.forms.values import plain
from generator.reading.nodes import Scalar
from generator.reading.text import SourceText

_STEP: Final = 2
_DIGIT: Final = re.compile(r"[0-9]")


def scalar_splices(
    source: SourceText, control: Control, node: Scalar, text: str, *, indent: int, flow: bool
) -> list[Splice]:
    """`text` in place of the node's. `indent` is the column of its key or hyphen; `flow`: it stands within brackets."""
    if node.style in ("|", ">"):
        return [_in_block(source, node, text, indent)]
    if "\n" in text and not flow and is_literal(text):
        pad = " " * (indent + _STEP)
        lines = "".join(f"\n{pad}{line}" if line else "\n" for line in text.split("\n"))
        at = end_of_line(source, max(node.end, node.start))
        return [Splice(node.start, node.end, f"{_space(source, node)}|-"), Splice(at, at, lines)]
    return [Splice(node.start, node.end, _space(source, node) + _written(control, node, text, flow=flow))]


def _written(control: Control, node: Scalar, text: str, *, flow: bool) -> str:
    value = plain(control, text)
    if node.style == '"':
        return quoted(text)
    if node.style == "'" and text.isprintable():
        return "'{}'".format(text.replace("'", "''"))
    return flow_scalar(value) if flow or not isinstance(value, str | int | float) else scalar_text(value)


def _space(source: SourceText, node: Scalar) -> str:
    """A space, where an empty value stands right behind its colon or hyphen."""
    return "" if source.text[node.start - 1 : node.start] in ("", " ", "\n", "[", "{") else " "


def _in_block(source: SourceText, node: Scalar, text: str, indent: int) -> Splice:
    """The lines of `text` below the sign, and beside it what comment there is."""
    head_end = end_of_line(source, node.start)
    head = source.text[node.start : head_end]
    end = max(trimmed_end(source, node), head_end)
    sign, hash_, comment = head.partition("#")
    if not is_literal(text):
        return Splice(node.start, end, quoted(text) + (f"  #{comment}" if hash_ else ""))
    if _DIGIT.search(sign):
        sign = "|- " if hash_ else "|-"
    if "\n" in text:
        sign = sign.replace(">", "|", 1)
    first = next((line for line in source.text[head_end:end].split("\n") if line.strip()), "")
    pad = first[: len(first) - len(first.lstrip())] or " " * (indent + _STEP)
    lines = "\n".join(pad + line if line else "" for line in text.split("\n"))
    return Splice(node.start, end, f"{sign}{hash_}{comment}\n{lines}")
