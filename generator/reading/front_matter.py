"""YAML → nodes with places. The only module that knows a YAML library.

The parser's events are read one by one and put together here, so the limits hold while it reads: nesting stops at
32 levels, and anchors, aliases, merge keys and tags are refused before anything is built from them. A scalar stays
text. Where one entry is faulty, the top-level entries are read one by one, so that the others are still read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any, Final

import yaml

from generator.diagnostics.diagnostic import Diagnostic
from generator.reading.excerpts import in_quotes
from generator.reading.nodes import Lost, Mapping, Node, Scalar, Sequence
from generator.reading.text import SourceText
from generator.reading.yaml_faults import YamlError, refused
from generator.reading.yaml_slips import explained

LARGEST: Final = 64 * 1024
"""Bytes of front matter."""
DEEPEST: Final = 32
"""Lists and mappings within each other."""

_LOADER: Final[type] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml's parser where PyYAML was built with it, twenty times faster than the other."""

_ENTRY: Final = re.compile(r"^([A-Za-z_][\w-]*)[ \t]*:(?=\s|$)", re.MULTILINE)
_DIRECTIVE: Final = re.compile(r"\s*%")


def read_yaml(source: SourceText, start: int, end: int) -> tuple[Mapping | None, tuple[Diagnostic, ...]]:
    """The mapping in `start:end` of a text, and every fault of its YAML; None when no mapping is there.

    A value that cannot be read is `Lost`; of a key given twice the first value stands.
    """
    text = source.text[start:end]
    if len(text.encode()) > LARGEST:
        return None, (_oversized(source, start, end),)
    try:
        root, faults = _composed(text, start)
    except YamlError as fault:
        root, faults = _entry_by_entry(text, start, fault)
    findings = tuple(fault.finding(source) for fault in faults)
    if isinstance(root, Mapping):
        return root, findings
    return None, findings or (_no_mapping(source, root, start),)


def _composed(text: str, base: int) -> tuple[Node | None, tuple[YamlError, ...]]:
    """The one document in a text that begins at offset `base`. Raises YamlError."""
    if _DIRECTIVE.match(text):
        at = base + text.index("%")
        raise YamlError("D026", "a line that begins with % is a directive", at, at + 1, "delete it")
    composition = _Composition(base)
    try:
        loader = _LOADER(text)
        while (event := loader.get_event()) is not None:
            composition.add(event)
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        raise _translated(error, text, base) from None
    return composition.root, tuple(composition.faults)


def _translated(error: Exception, text: str, base: int) -> YamlError:
    """The library's error in our words, with its place."""
    if isinstance(error, YamlError):
        return error
    mark = getattr(error, "problem_mark", None)
    context = getattr(error, "context_mark", None)
    offset = mark.index if mark else 0
    problem = f"{getattr(error, 'context', '') or ''} {getattr(error, 'problem', '') or error}"
    return explained(problem, text, offset, context.index if context else offset).moved(base)


def _entry_by_entry(text: str, base: int, whole: YamlError) -> tuple[Mapping | None, tuple[YamlError, ...]]:
    """What can still be read when the whole cannot: each top-level `key:` with the lines up to the next."""
    keys = list(_ENTRY.finditer(text))
    entries: dict[str, tuple[Scalar, Node]] = {}
    faults: list[YamlError] = []
    starts = [*(key.start() for key in keys), len(text)]
    for key, end in zip(keys, starts[1:], strict=True):
        name = Scalar(key[1], base + key.start(1), base + key.end(1))
        try:
            part, found = _composed(text[key.start() : end], base + key.start())
            node: Node = part.entries[0][1] if isinstance(part, Mapping) else Lost(name.start, name.end)
        except YamlError as fault:
            node, found = Lost(base + key.end(), base + end), (fault,)
        faults.extend(found)
        if name.text in entries:
            faults.append(_repeated(name))
        entries.setdefault(name.text, (name, node))
    mapping = Mapping(tuple(entries.values()), base, base + len(text)) if entries else None
    # What is wrong between entries is wrong with none of them: then the first fault stands for all.
    return mapping, tuple(faults) or (whole,)


_STARTS: Final = frozenset({yaml.MappingStartEvent, yaml.SequenceStartEvent})
_ENDS: Final = frozenset({yaml.MappingEndEvent, yaml.SequenceEndEvent})


@dataclass(slots=True)
class _Collection:
    """A list or mapping whose end has not come."""

    is_mapping: bool
    start: int
    flow: bool
    nodes: list[Node] = field(default_factory=list)


@dataclass(slots=True)
class _Composition:
    """Events put together to nodes, iteratively. `base` is the offset of the YAML in its file."""

    base: int
    root: Node | None = None
    faults: list[YamlError] = field(default_factory=list)
    _open: list[_Collection] = field(default_factory=list)

    def add(self, event: Any) -> None:
        """Take the next event. Raises YamlError for what front matter may not hold."""
        kind = type(event)
        if kind is yaml.ScalarEvent:
            if event.anchor is not None or event.tag is not None:
                raise self._property(event)
            self._place(Scalar(event.value, *self._ends(event), event.style or ""))
        elif kind in _STARTS:
            if event.anchor is not None or event.tag is not None:
                raise self._property(event)
            self._begin(event)
        elif kind in _ENDS:
            self._end(self._ends(event)[1])
        elif kind is yaml.AliasEvent:
            raise refused("alias", *self._ends(event))
        elif kind is yaml.DocumentStartEvent and self.root is not None:
            raise refused("document", *self._ends(event))

    def _ends(self, event: Any) -> tuple[int, int]:  # the two parsers have a type of mark each
        return self.base + event.start_mark.index, self.base + event.end_mark.index

    def _property(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> YamlError:
        """The fault of an anchor or a tag before a value."""
        start, _ = self._ends(event)
        if event.anchor is not None:
            return refused("anchor", start, start + len(event.anchor) + 1)
        return refused("tag", start, start + 1)

    def _begin(self, event: yaml.CollectionStartEvent) -> None:
        start, _ = self._ends(event)
        if len(self._open) == DEEPEST:
            raise refused("depth", self._open[1].start, start + 1)
        is_mapping = isinstance(event, yaml.MappingStartEvent)
        self._open.append(_Collection(is_mapping, start, bool(event.flow_style)))

    def _end(self, end: int) -> None:
        done = self._open.pop()
        if not done.flow and done.nodes:  # the mark of a block's end stands at the next token
            end = done.nodes[-1].end
        if done.is_mapping:
            self._place(Mapping(self._entries(done.nodes), done.start, end))
        else:
            self._place(Sequence(tuple(done.nodes), done.start, end))

    def _entries(self, nodes: list[Node]) -> tuple[tuple[Scalar, Node], ...]:
        entries: dict[str, tuple[Scalar, Node]] = {}
        for key, value in zip(nodes[::2], nodes[1::2], strict=True):
            if not isinstance(key, Scalar):
                raise refused("compound", key.start, key.end)
            if key.text == "<<" and not key.style:
                raise refused("merge", key.start, key.end)
            if key.text in entries:
                self.faults.append(_repeated(key))
            else:
                entries[key.text] = key, value
        return tuple(entries.values())

    def _place(self, node: Node) -> None:
        if self._open:
            self._open[-1].nodes.append(node)
        else:
            self.root = node


def _repeated(key: Scalar) -> YamlError:
    return YamlError(
        "D025",
        f"the key {in_quotes(key.text)} stands here a second time",
        key.start,
        key.end,
        "keep one of them",
    )


def _oversized(source: SourceText, start: int, end: int) -> Diagnostic:
    message = f"the front matter is larger than {LARGEST // 1024} KB"
    return Diagnostic("D021", message, source.span(start, end), "move long text below the closing ---")


def _no_mapping(source: SourceText, root: Node | None, start: int) -> Diagnostic:
    if root is None or (isinstance(root, Scalar) and root.is_empty):
        return Diagnostic("D016", "there are no fields", source.span(start, start), "write at least a title")
    form = "a list" if isinstance(root, Sequence) else "plain text"
    advice = "write each field as `key: value`"
    return Diagnostic(
        "D020", f"there is {form} where fields are meant", source.span(root.start, root.end), advice
    )
