"""Readers of ids of records, of slugs of a vocabulary, and of other bodies' identifiers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from generator.diagnostics.codes import BY_CODE
from generator.model.names import nearest
from generator.model.records import KINDS
from generator.reading.excerpts import in_quotes
from generator.reading.fields.field import JsonSchema
from generator.reading.fields.reading import Reading
from generator.reading.fields.scalars import word
from generator.reading.file_names import ID, is_id, suggested_id
from generator.reading.nodes import Node, Scalar


@dataclass(frozen=True, slots=True)
class Id:
    """The id of a record, or a slug: its form alone, for the graph knows what there is. `of` names what it is an
    id of (`actor`, `topic`). `any_kind` allows `actor:islamic-state` where an id may stand in two kinds. `free`: it names
    nothing that is there, as a former id, or a word that is being defined.
    """

    of: str
    any_kind: bool = False
    free: bool = False

    def read(self, node: Node, _path: str, reading: Reading) -> str | None:
        """The id as written."""
        found = word(node, reading, _the_id_of(self.of))
        if found is None:
            return None
        kind, colon, bare = found.text.rpartition(":")
        text = bare if self.any_kind and colon and kind in KINDS else found.text
        if is_id(text):
            return found.text
        reading.fault("D108", f"{in_quotes(found.text)} is not the form of an id", found, self._advice(found))
        return None

    def _advice(self, node: Scalar) -> str:
        text = node.text.removesuffix(".md")
        if "," in text:
            return f"write a list: [{', '.join(suggested_id(part) for part in text.split(','))}]"
        better = suggested_id(text.rpartition("/")[2])
        return f'did you mean "{better}"?' if better else "write the stem of the record's file"

    def words(self) -> str:
        """As `Reader`."""
        return f"{self.of} id"

    def schema(self) -> JsonSchema:
        """As `Reader`; what there is to be named is for `reading.schema` to say, in `$defs`."""
        return id_form() if self.free else {"$ref": f"#/$defs/{self.of}"}


def id_form(*, any_kind: bool = False) -> JsonSchema:
    """The form of an id as JSON Schema."""
    kinds = f"(?:(?:{'|'.join(KINDS)}):)?" if any_kind else ""
    return {"type": ["string", "integer"], "pattern": f"^{kinds}(?:{ID.pattern})$"}


@dataclass(frozen=True, slots=True)
class Identifier:
    """An identifier of another body's: `pattern` is its form, `example` one of them."""

    pattern: str
    example: str

    def read(self, node: Node, _path: str, reading: Reading) -> str | None:
        """The identifier as written."""
        found = word(node, reading, "an identifier")
        if found is None:
            return None
        if re.fullmatch(self.pattern, found.text):
            return found.text
        reading.fault(
            "D117", f"{in_quotes(found.text)} is not of this form", found, f"write it as {self.example}"
        )
        return None

    def words(self) -> str:
        """As `Reader`."""
        return f"like `{self.example}`"

    def schema(self) -> JsonSchema:
        """As `Reader`."""
        return {"type": ["string", "integer"], "pattern": f"^(?:{self.pattern})$"}


@dataclass(frozen=True, slots=True)
class FindingCode:
    """The code of a finding (`D305`)."""

    def read(self, node: Node, _path: str, reading: Reading) -> str | None:
        """The code, if there is such a finding."""
        found = word(node, reading, "the code of a finding")
        if found is None:
            return None
        if found.text in BY_CODE:
            return found.text
        near = nearest(found.text, tuple(BY_CODE), 1)
        advice = f'did you mean "{near[0]}"?' if near else "copy the code from the finding, such as D305"
        reading.fault("D120", f"no finding has the code {in_quotes(found.text)}", found, advice)
        return None

    def words(self) -> str:
        """As `Reader`."""
        return "code such as `D305`"

    def schema(self) -> JsonSchema:
        """As `Reader`."""
        return {"type": "string", "pattern": "^D[0-9]{3}$"}


@cache
def _the_id_of(noun: str) -> str:
    return f"the id of an {noun}" if noun[0] in "aeiou" else f"the id of a {noun}"
