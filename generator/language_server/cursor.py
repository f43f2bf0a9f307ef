"""What stands at the cursor, found from the lines alone, because what is being typed is seldom YAML yet.

Block mappings and lists are told by their columns, as YAML tells them; `[…]` and `{…}` within one line by their brackets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from generator.desk.tables import AnyReader, of_entry, table_of, table_within
from generator.language_server.lines import Lines
from generator.reading.fields.field import Field, Table
from generator.reading.source_file import SourceFile
from generator.reading.vocabulary_fields import Vocabulary

_KEY: Final = re.compile(r"""(["']?)([^\s"'#:{}\[\],][^"'#:{}\[\],]*?)\1[ \t]*:(?=\s|$)""")
_DASH: Final = re.compile(r"-(?:[ ]+|$)")
_MENTION: Final = re.compile(r"\[\[([^\[\]|]*)$")
_CLOSED: Final = re.compile(r"[^\[\]]*\]\]")


@dataclass(frozen=True, slots=True)
class Mention:
    """Within `[[`: the words so far, from `start` (an offset) on; `closed` when `]]` or `|` follows."""

    words: str
    start: int
    closed: bool


@dataclass(frozen=True, slots=True)
class Slot:
    """A place in front matter where a key or a value may stand.

    `keys` is the table whose keys may stand here, without those `taken`; `value` the field whose value (or an entry of it)
    may. `words` is what is written so far, from `start` on. `in_brackets`: no line may end here.
    """

    words: str
    start: int
    keys: Table | None = None
    taken: frozenset[str] = frozenset()
    value: Field | None = None
    in_brackets: bool = False


def at_cursor(lines: Lines, file: SourceFile, offset: int) -> Mention | Slot | None:
    """What may be written at an offset."""
    number = lines.position(offset).line
    before = lines.text[lines.start(number) : offset]
    mention = _MENTION.search(before)
    if mention and file.kind != "site":
        after = lines.line(number)[len(before) :]
        closed = bool(_CLOSED.match(after)) or after.startswith("|")
        return Mention(mention[1], offset - len(mention[1]), closed)
    first, last = front_matter_lines(lines, file)
    if not first <= number < last:
        return None
    return _slot(_Block(lines, table_of(file), first, last), number, before, offset)


def front_matter_lines(lines: Lines, file: SourceFile) -> tuple[int, int]:
    """The lines, from 0, between the two `---`; an unclosed front matter reaches to the end."""
    count = lines.text.count("\n") + 1
    if file.kind == "site":
        return 0, count
    if lines.line(0).rstrip() != "---":
        return 0, 0
    ends = (number for number in range(1, count) if lines.line(number).rstrip() in ("---", "..."))
    return 1, next(ends, count)


@dataclass(frozen=True, slots=True)
class _Step:
    """A key or, empty, a hyphen, with its column."""

    column: int
    key: str


@dataclass(slots=True)
class _Block:
    """Front matter by lines."""

    lines: Lines
    table: Table
    first: int
    last: int

    def steps_to(self, number: int) -> list[_Step]:
        """The keys and hyphens that line `number` stands under, outermost first."""
        stack: list[_Step] = []
        for above in range(self.first, number):
            _descend(stack, self.lines.line(above))
        return stack

    def keys_beside(self, number: int, column: int, *, begins: bool) -> Iterator[str]:
        """Keys of the mapping that a key at this line and column would belong to; `begins`: as its first one."""
        if not begins:
            yield from self._keys(range(number - 1, self.first - 1, -1), column, above=True)
        yield from self._keys(range(number + 1, self.last), column, above=False)

    def _keys(self, numbers: range, column: int, *, above: bool) -> Iterator[str]:
        for number in numbers:
            found = _content(self.lines.line(number))
            if found is None:
                continue
            indent, text_column, text = found
            begins = (
                indent < text_column == column
            )  # after a hyphen: the first key of this mapping, or of the next
            key = _KEY.match(text)
            if key and text_column == column and (indent == column or above):
                yield key[2]
            if begins or indent < column:
                return


def _slot(block: _Block, number: int, before: str, offset: int) -> Slot | None:
    stack = block.steps_to(number)
    indent = len(before) - len(before.lstrip(" "))
    column, text = _descend_dashes(stack, indent, before[indent:])
    _leave(stack, column)
    reader, table = _resolved(block.table, stack)
    key = _KEY.match(text)
    if key:
        field = table.by_key.get(key[2]) if table else None
        value = text[key.end() :]
        if field is None:
            return _pair_value(reader, value, offset)
        return _value_slot(field, value, offset)
    taken = frozenset(block.keys_beside(number, column, begins=column > indent))
    field = Field("", reader, "") if reader and stack and not stack[-1].key else None
    return _open_slot(text, offset, table, taken, field)


def _open_slot(
    text: str, offset: int, table: Table | None, taken: frozenset[str], field: Field | None
) -> Slot | None:
    """A key may stand here, or an entry of a list, or, in brackets, an entry of what is in them."""
    if field is not None and text.startswith(("[", "{")):
        return _value_slot(field, text, offset)
    if table is None and field is None:
        return None
    words = text.lstrip()
    return Slot(words, offset - len(words), table, taken, None if taken else field)


def _value_slot(field: Field, value: str, offset: int) -> Slot | None:
    """The value of a field, or what is open in its brackets."""
    opened = _brackets(value)
    reader: AnyReader = field.reader
    table: Table | None = None
    taken: frozenset[str] = frozenset()
    for sign, inside in opened:
        if sign == "[":
            reader, table = of_entry(reader), None
            continue
        table = table_within(reader)
        pairs = [part.partition(":") for part in inside]
        taken = frozenset(key.strip() for key, _, _ in pairs[:-1])
        key, colon, _ = pairs[-1]
        if colon:
            inner = table.by_key.get(key.strip()) if table else None
            if inner is None:
                return _pair_value(reader, pairs[-1][2], offset)
            reader, table = inner.reader, None
    words = _last_words(value, opened)
    if words.startswith(("|", ">", "&", "*", "#")):
        return None
    words = words.lstrip("\"'")
    short = Field(field.key, reader, field.about)
    return Slot(words, offset - len(words), table, taken, None if taken else short, in_brackets=bool(opened))


def _pair_value(reader: AnyReader | None, value: str, offset: int) -> Slot | None:
    """The role in `actor-id: role`."""
    table = table_within(reader) if reader else None
    role = table.by_key.get("role") if table else None
    words = value.strip().lstrip("\"'")
    return Slot(words, offset - len(words), value=role, in_brackets=True) if role else None


def _brackets(value: str) -> list[tuple[str, list[str]]]:
    """The brackets that are open at the end of a value, outermost first, each with its parts between commas so far."""
    opened: list[tuple[str, list[str]]] = []
    quote = ""
    for character in value:
        if quote:
            quote = "" if character == quote else quote
        elif character in "\"'":
            quote = character
        elif character in "[{":
            opened.append((character, [""]))
            continue
        elif character in "]}" and opened:
            opened.pop()
            continue
        elif character == "," and opened:
            opened[-1][1].append("")
            continue
        if opened:
            opened[-1][1][-1] += character
    return opened


def _last_words(value: str, opened: list[tuple[str, list[str]]]) -> str:
    if not opened:
        return value.strip()
    sign, parts = opened[-1]
    return (parts[-1].partition(":")[2] if sign == "{" and ":" in parts[-1] else parts[-1]).strip()


def _resolved(table: Table, stack: list[_Step]) -> tuple[AnyReader | None, Table | None]:
    """The reader of the value that the steps lead to, and the table of the mapping it may be."""
    reader: AnyReader | None = None
    inner: Table | None = table
    for step in stack:
        words: object = reader
        if isinstance(words, Vocabulary):  # the key is a word of the site's own
            reader, inner = None, words.table
            continue
        if step.key:
            field = inner.by_key.get(step.key) if inner else None
            reader = field.reader if field else None
        else:
            reader = of_entry(reader) if reader else None
        inner = None if reader is None or isinstance(reader, Vocabulary) else table_within(reader)
    return reader, inner


def _descend(stack: list[_Step], line: str) -> None:
    """Follow one line: leave what it does not stand under, enter what it opens."""
    found = _content(line)
    if found is None:
        return
    indent, _, _ = found
    column, text = _descend_dashes(stack, indent, line[indent:])
    key = _KEY.match(text)
    if key:
        _leave(stack, column)
        stack.append(_Step(column, key[2]))


def _descend_dashes(stack: list[_Step], column: int, text: str) -> tuple[int, str]:
    while dash := _DASH.match(text):
        while stack and (stack[-1].column > column or (stack[-1].column == column and not stack[-1].key)):
            stack.pop()
        stack.append(_Step(column, ""))
        column += dash.end()
        text = text[dash.end() :]
    return column, text


def _leave(stack: list[_Step], column: int) -> None:
    while stack and stack[-1].column >= column:
        stack.pop()


def _content(line: str) -> tuple[int, int, str] | None:
    """The indent of a line, the column of its text behind hyphens, and that text; None for a blank line or a comment."""
    text = line.lstrip(" ")
    if not text or text.startswith("#"):
        return None
    indent = column = len(line) - len(text)
    while dash := _DASH.match(text):
        column += dash.end()
        text = text[dash.end() :]
    return indent, column, text
