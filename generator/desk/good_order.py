"""`dateline fmt`: one way to write what a record says. No field, comment or word of the body is lost or changed.

- Keys in the order of `docs/content-model.md`, in every mapping, with the comments that belong to them.
- Quotation marks only where they are needed, and double ones; one space after a colon; none at the end of a line.
- `---` around the fields, lines that end in LF, a line end at the end of the file, no byte order mark.

A file whose fields cannot be read stays as it is, and has its finding. Doing it twice does what doing it once does.
"""

from __future__ import annotations

from typing import Final

from generator.desk.key_order import order_splice
from generator.desk.quotation import quotation_splices
from generator.desk.splices import Splice
from generator.desk.tables import mappings, table_of
from generator.reading.fields.field import Table
from generator.reading.front_matter import read_yaml
from generator.reading.nodes import Mapping, Node, Scalar, Sequence
from generator.reading.source_file import SourceFile
from generator.reading.split import Division, split
from generator.reading.text import SourceText, decode, source_text

_FENCE: Final = "---\n"


def formatted(raw: bytes, file: SourceFile) -> bytes:
    """The file in good order; the same bytes where it is, or cannot be read."""
    source, findings = decode(raw, file.path)
    if source is None or findings:
        return raw
    if file.kind == "site":
        fields = _in_order(source.text, table_of(file))
        return raw if fields is None else _ended(fields).encode()
    division, _ = split(source)
    if division is None:
        return raw
    fields = _in_order(source.text[division.start : division.end], table_of(file))
    if fields is None:
        return raw
    return _ended(f"{_FENCE}{fields}{_FENCE}{_body(source, division)}").encode()


def _body(source: SourceText, division: Division) -> str:
    return source.text[division.body :]


def _ended(text: str) -> str:
    return text if text.endswith("\n") else f"{text}\n"


def _in_order(text: str, table: Table) -> str | None:
    """Front matter in good order; None where it cannot be read."""
    source = source_text("", text)
    mapping = _read(source)
    if mapping is None:
        return None
    text = _spliced(text, [*quotation_splices(source, mapping, table), *_line_ends(source, mapping)])
    while True:
        source = source_text("", text)
        mapping = _read(source)
        splice = None if mapping is None else _first_move(source, mapping, table)
        if splice is None:
            return text
        text = _spliced(text, [splice])


def _first_move(source: SourceText, root: Mapping, table: Table) -> Splice | None:
    moves = (order_splice(source, mapping, inner) for mapping, inner in mappings(root, table))
    return next((move for move in moves if move is not None), None)


def _read(source: SourceText) -> Mapping | None:
    mapping, findings = read_yaml(source, 0, len(source.text))
    return None if findings else mapping


def _spliced(text: str, splices: list[Splice]) -> str:
    for splice in sorted(splices, reverse=True):
        text = text[: splice.start] + splice.text + text[splice.end :]
    return text


def _line_ends(source: SourceText, mapping: Mapping) -> list[Splice]:
    """Spaces at the ends of lines, but not within texts of several lines."""
    kept = {line for first, last in _long_texts(source, mapping) for line in range(first, last)}
    found = []
    for number, start in enumerate(source.line_starts):
        line = source.rest_of_line(start)
        blank = len(line) - len(line.rstrip(" \t"))
        if blank and number not in kept:
            found.append(Splice(start + len(line) - blank, start + len(line), ""))
    return found


def _long_texts(source: SourceText, node: Node) -> list[tuple[int, int]]:
    """The lines (from 0, end excluded) at whose ends a text goes on."""
    if isinstance(node, Scalar):
        lines = [source.place(at, at)[0] - 1 for at in (node.start, node.end)]
        lines[0] += node.style in ("|", ">")  # their first line holds the sign alone
        return [(lines[0], lines[1])] if lines[1] > lines[0] else []
    inner = [value for _, value in node.entries] if isinstance(node, Mapping) else []
    if isinstance(node, Sequence):
        inner = list(node.nodes)
    return [lines for one in inner for lines in _long_texts(source, one)]
