"""A picture, from a file of the site or from elsewhere."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.record_parts import Media
from generator.reading.excerpts import in_quotes
from generator.reading.fields.field import Field, JsonSchema, Table, table
from generator.reading.fields.reading import Reading
from generator.reading.fields.scalars import word
from generator.reading.fields.structures import Structure
from generator.reading.fields.texts import Line
from generator.reading.fields.urls import WebAddress
from generator.reading.fields.words import Boolean
from generator.reading.nodes import Node
from generator.reading.record_names import is_media_path


@dataclass(frozen=True, slots=True)
class MediaPath:
    """The path of a picture below `content/`."""

    def read(self, node: Node, _path: str, reading: Reading) -> str | None:
        """The path, from `media/` on."""
        found = word(node, reading, "a path")
        if found is None:
            return None
        path = found.text.removeprefix("/").removeprefix("content/")
        if is_media_path(path):
            return path
        advice = "put the picture into content/media/ and write media/name.jpg"
        reading.fault(
            "D118", f"{in_quotes(found.text)} is not the path of a picture below media/", found, advice
        )
        return None

    def words(self) -> str:
        """As `Reader`."""
        return "path below `content/`"

    def schema(self) -> JsonSchema:
        """As `Reader`."""
        return {"type": "string", "pattern": "^media/"}


@dataclass(frozen=True, slots=True)
class Medium:
    """A medium with exactly one source."""

    whole: Structure[Media]

    @property
    def table(self) -> Table:
        """Its fields."""
        return self.whole.table

    def read(self, node: Node, path: str, reading: Reading) -> Media | None:
        """The medium."""
        found = self.whole.read(node, path, reading)
        if found is None or bool(found.file) != bool(found.url):
            return found
        written = all(f"{path}.{key}" in reading.places for key in ("file", "url"))
        given = any(f"{path}.{key}" in reading.places for key in ("file", "url"))
        if written or not given:  # otherwise the one that is there is faulty, and has its finding
            message = "the medium has both file and url" if written else "the medium has neither file nor url"
            reading.fault("D119", message, node, "give it one of the two")
        return None

    def words(self) -> str:
        """As `Reader`."""
        return self.whole.words()

    def schema(self) -> JsonSchema:
        """As `Reader`."""
        return {**self.whole.schema(), "oneOf": [{"required": ["file"]}, {"required": ["url"]}]}


MEDIUM = Medium(
    Structure(
        table(
            "medium",
            Field("file", MediaPath(), "The picture in `content/media/`; this or `url`."),
            Field("url", WebAddress(), "Its address elsewhere: a link, never loaded by readers' browsers."),
            Field("alt", Line(), "What is seen, for those who do not see it.", required=True),
            Field("credit", Line(), "Who made it."),
            Field("licence", Line(), "On what terms it is shown."),
            Field("graphic", Boolean(), "With `true`, shown only on request. Default `false`."),
        ),
        Media,
    )
)
