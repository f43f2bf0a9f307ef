"""The map of a foreign Markdown folder: which of its keys go into which of our fields.

kind: article                  # what the files become: event (default) or article
origin: old-site               # the source's name in `imported`; default: markdown/ and the folder's name
publisher: Invented Courier    # of articles that name none
fields:                        # ours: theirs, the first that a file has; a dot leads into a mapping
  published: params.first_published
  topics: [tags, sections]
ignore: [layout, weight]       # keys that are meant to go into no record
names: {IC: invented-courier}  # names whose record the editor knows
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal, TypeAlias

from generator.diagnostics.diagnostic import Diagnostic
from generator.importers.maps import Pairs, decided, read_map
from generator.model.records import Kind
from generator.reading.excerpts import in_quotes
from generator.reading.fields.field import Field, JsonSchema, table
from generator.reading.fields.lists import ListOf
from generator.reading.fields.reading import Reading
from generator.reading.fields.scalars import wrong_type
from generator.reading.fields.texts import Line
from generator.reading.fields.words import Choice
from generator.reading.nodes import Mapping as MappingNode
from generator.reading.nodes import Node, Scalar, Sequence

Made: TypeAlias = Literal["event", "article"]
MADE: Final[tuple[Made, ...]] = ("event", "article")

EVENT_KEYS: Final[Mapping[str, tuple[str, ...]]] = {
    "title": ("title",),
    "date": ("date", "publishDate", "published", "pubDate"),
    "summary": ("summary", "description", "excerpt", "subtitle", "lead"),
    "topics": ("topics", "tags", "categories", "keywords", "tag", "category"),
    "locations": ("locations", "location", "places", "place"),
}
ARTICLE_KEYS: Final[Mapping[str, tuple[str, ...]]] = {
    "title": ("title",),
    "published": ("published", "date", "publishDate", "pubDate"),
    "publisher": ("publisher", "outlet"),
    "byline": ("byline", "author", "authors"),
    "language": ("language", "lang", "locale"),
    "url": ("canonical_url", "canonicalUrl", "canonicalURL", "external_url", "link", "source_url", "url"),
    "summary": ("summary", "description", "excerpt", "subtitle", "lead"),
}
"""Our field → their keys, the first that a file has."""
SILENT: Final = ("draft", "slug")
"""Keys whose meaning needs no field: every import is a draft, and a slug becomes the id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkdownMap:
    """What the map says; without one, the defaults."""

    kind: Made = "event"
    origin: str = ""
    publisher: str = ""
    fields: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    ignore: tuple[str, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)

    def keys(self) -> Mapping[str, tuple[str, ...]]:
        """Our field → their keys."""
        return {**(EVENT_KEYS if self.kind == "event" else ARTICLE_KEYS), **self.fields}

    def choices(self) -> Mapping[tuple[Kind, str], str]:
        """Names that the editor has decided."""
        return decided(self.names)


def markdown_map(name: str, raw: bytes) -> tuple[MarkdownMap, tuple[Diagnostic, ...]]:
    """The map in these bytes, and what is wrong with it; the defaults where there is none."""
    if not raw.strip():
        return MarkdownMap(), ()
    values, findings = read_map(raw, name, _MAP)
    return MarkdownMap(**(values or {})), findings


@dataclass(frozen=True, slots=True)
class _Keys:
    """A mapping of our fields to their keys, one or a list of them."""

    def read(self, node: Node, _path: str, reading: Reading) -> dict[str, tuple[str, ...]] | None:
        """The pairs that could be read."""
        if not isinstance(node, MappingNode):
            wrong_type(node, reading, self.words())
            return None
        pairs: dict[str, tuple[str, ...]] = {}
        for key, value in node.entries:
            if key.text not in _OURS:
                message = f"{in_quotes(key.text)} is no field that is filled"
                reading.fault("D101", message, key, f"it may be {', '.join(_OURS)}")
            elif words := _words(value):
                pairs[key.text] = words
            else:
                wrong_type(value, reading, "a key or a list of keys")
        return pairs

    def words(self) -> str:
        """As `Reader`."""
        return "a mapping of our fields and their keys"

    def schema(self) -> JsonSchema:
        """As `Reader`."""
        return {"type": "object"}


def _words(node: Node) -> tuple[str, ...]:
    if isinstance(node, Scalar):
        return (node.text,) if node.text else ()
    if isinstance(node, Sequence):
        return tuple(part.text for part in node.nodes if isinstance(part, Scalar) and part.text)
    return ()


_OURS: Final = tuple(dict.fromkeys((*EVENT_KEYS, *ARTICLE_KEYS)))
_MAP: Final = table(
    "map",
    Field("kind", Choice(MADE), "What the files become. Default `event`."),
    Field("origin", Line(), "The source's name in `imported`."),
    Field("publisher", Line(), "The outlet of articles that name none."),
    Field("fields", _Keys(), "Our field: their key, or several."),
    Field("ignore", ListOf(Line(), "keys", once=True), "Keys that go into no record."),
    Field("names", Pairs("a mapping of name and id"), "Whom a name means: `Rakka: raqqa`."),
)
