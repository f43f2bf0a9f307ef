"""Readers of language tags and of names by language."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.names import nearest
from generator.model.record_parts import Name
from generator.reading.excerpts import in_quotes
from generator.reading.fields.field import JsonSchema
from generator.reading.fields.reading import Reading
from generator.reading.fields.scalars import word, wrong_type
from generator.reading.fields.texts import Line
from generator.reading.language_tags import BY_NAME, canonical, is_known, is_well_formed
from generator.reading.nodes import Mapping, Node, Scalar


@dataclass(frozen=True, slots=True)
class Language:
    """A BCP 47 language tag."""

    def read(self, node: Node, _path: str, reading: Reading) -> str | None:
        """The tag in its recommended case."""
        found = word(node, reading, "a language tag")
        return None if found is None else tag_of(found, reading)

    def words(self) -> str:
        """As `Reader`."""
        return "BCP 47 tag"

    def schema(self) -> JsonSchema:
        """As `Reader`."""
        return {"type": "string", "pattern": "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$"}


@dataclass(frozen=True, slots=True)
class Names:
    """A mapping of language → name."""

    def read(self, node: Node, path: str, reading: Reading) -> tuple[Name, ...] | None:
        """The names in the order written."""
        if not isinstance(node, Mapping):
            wrong_type(node, reading, "a mapping of language and name, such as `ar: وليد المعلم`,")
            return None
        names: dict[str, Name] = {}
        for key, value in node.entries:
            language = tag_of(key, reading)
            at = f"{path}.{key.text}"
            reading.mark(at, value)
            reading.mark(f"key:{at}", key)
            name = Line().read(value, at, reading)
            if language is None or name is None:
                continue
            if language in names:
                reading.fault("D025", f'a second name in the language "{language}"', key, "keep one of them")
            names.setdefault(language, Name(language, name))
        return tuple(names.values())

    def words(self) -> str:
        """As `Reader`."""
        return "mapping language → name"

    def schema(self) -> JsonSchema:
        """As `Reader`."""
        return {
            "type": "object",
            "propertyNames": Language().schema(),
            "additionalProperties": Line().schema(),
        }


def tag_of(node: Scalar, reading: Reading) -> str | None:
    """The language that a key or value names."""
    text = node.text
    if not is_well_formed(text):
        with_hyphens = text.replace("_", "-")
        better = canonical(with_hyphens) if is_well_formed(with_hyphens) else _by_name(text)
        advice = f'did you mean "{better}"?' if better else "write a tag such as en, ar or ar-SY"
        reading.fault("D112", f"{in_quotes(text)} is not the form of a language tag", node, advice)
        return None
    if not is_known(text):
        named = _by_name(text)
        advice = f'did you mean "{named}"?' if named else "write a code of ISO 639, such as en, ar or ckb"
        reading.fault("D113", f"no language is called {in_quotes(text)}", node, advice)
        return None
    return canonical(text)


def _by_name(text: str) -> str:
    """The tag of the language that is called so, or nearly so; empty when none is."""
    near = nearest(text, tuple(BY_NAME), 1)
    return BY_NAME.get(text.lower()) or (BY_NAME[near[0]] if near else "")
