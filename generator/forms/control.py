"""The controls of a form: one for each field, from the tables by which records are read and JSON Schemas are made."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any, Final, Literal

from generator.model.records import KINDS, Kind
from generator.reading.fields.coordinates import Coordinates
from generator.reading.fields.field import Field, Reader, Table
from generator.reading.fields.ids import Id
from generator.reading.fields.languages import Names
from generator.reading.fields.lists import ListOf
from generator.reading.fields.notations import Amount, Date
from generator.reading.fields.texts import Inline, Line, Passage
from generator.reading.fields.translations import ByLanguage
from generator.reading.fields.words import Boolean, Choice, Integer
from generator.reading.records.participation import Part
from generator.reading.records.tables import RECORDS

Sort = Literal[
    "line", "prose", "passage", "date", "figure", "number", "choice", "word", "truth", "record", "plain", "body",
    "group", "part", "pair", "list", "names", "translations",
]  # fmt: skip
"""How a value is written. `prose` is one line of Markdown, `word` a word of the site's vocabulary, `part` an actor with
its role, `pair` coordinates, `names` a mapping of language and name, `translations` one of language and texts; `plain`
is whatever else is short.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Control:
    """One field of a form.

    `about` says what it is for, `form` what may be written. `kinds` are those of the records that may be picked,
    `words` those to choose among; `fields` are a group's, `of` is a list's entry; `short` names the field of a group whose
    value may stand for the whole; `free`: other words than an id may be written as well.
    """

    key: str
    sort: Sort
    about: str = ""
    form: str = ""
    required: bool = False
    kinds: tuple[Kind, ...] = ()
    vocabulary: str = ""
    words: tuple[str, ...] = ()
    fields: tuple[Control, ...] = ()
    of: Control | None = None
    short: str = ""
    subject: str = ""
    free: bool = False

    @property
    def entry(self) -> Control:
        """What controls an entry of its list. Raises LookupError for what is no list."""
        if self.of is None:
            raise LookupError(self.key)
        return self.of


_SORTS: Final[dict[type, Sort]] = {
    Line: "line", Inline: "prose", Passage: "passage", Date: "date", Amount: "figure", Integer: "number", Boolean: "truth",
}  # fmt: skip
_VOCABULARIES: Final = frozenset({"role", "measure"})
_NAMED_WITH_KIND: Final = "record"
_ACTOR_OR_WORDS: Final = frozenset({("claim", "group")})
"""Lines that may be the id of an actor."""

LATITUDE: Final = Control(key="latitude", sort="plain", about="Degrees north; south with a minus.")
LONGITUDE: Final = Control(key="longitude", sort="plain", about="Degrees east; west with a minus.")
LANGUAGE: Final = Control(key="language", sort="plain", about="A tag such as `ar`.", required=True)
NAME: Final = Control(key="name", sort="line", about="The name in that language.", required=True)


BODY: Final = Control(key="body", sort="body", about="The account, in Markdown. `[[…]]` links to a record.")
"""What stands below the fields. It is no field, but a control as they are."""


def form_controls(kind: Kind) -> tuple[Control, ...]:
    """The controls of a kind's form: those of its fields, and the body's."""
    return (*record_controls(kind), BODY)


@cache
def record_controls(kind: Kind) -> tuple[Control, ...]:
    """The controls of a kind of record, in the order of its table."""
    return _of_table(RECORDS[kind].fields)


def _of_table(table: Table) -> tuple[Control, ...]:
    return tuple(_control(field, table.subject) for field in table.fields)


def _control(field: Field, subject: str) -> Control:
    told: dict[str, Any] = {"key": field.key, "about": field.about, "form": field.reader.words()}
    told |= {"required": field.required}
    if (subject, field.key) in _ACTOR_OR_WORDS:
        return Control(sort="record", kinds=("actor",), free=True, **told)
    return Control(**told | _shape(field.reader, field.key))


def _shape(reader: Reader[object], key: str) -> dict[str, Any]:
    """What the reader of a field says of its control."""
    if isinstance(reader, Id):
        return _of_id(reader)
    if isinstance(reader, Choice):
        return {"sort": "choice", "words": reader.allowed}
    if isinstance(reader, ListOf | Names | ByLanguage):
        return _of_list(reader, key)
    if isinstance(reader, Coordinates):
        return {"sort": "pair", "fields": (LATITUDE, LONGITUDE)}
    table = getattr(reader, "table", None)
    return (
        _of_group(reader, table) if isinstance(table, Table) else {"sort": _SORTS.get(type(reader), "plain")}
    )


def _of_list(reader: ListOf[object] | Names | ByLanguage[object], key: str) -> dict[str, Any]:
    if isinstance(reader, ByLanguage):
        fields = (LANGUAGE, *_of_table(reader.entry))
        entry = Control(key=key, sort="group", fields=fields, subject=reader.entry.subject)
        return {"sort": "translations", "of": entry}
    if isinstance(reader, Names):
        entry = Control(key=key, sort="group", fields=(LANGUAGE, NAME), subject="name")
        return {"sort": "names", "of": entry}
    return {"sort": "list", "of": Control(key=key, form=reader.of.words(), **_shape(reader.of, key))}


def _of_group(reader: Reader[object], table: Table) -> dict[str, Any]:
    sort: Sort = "part" if isinstance(reader, Part) else "group"
    short = getattr(getattr(reader, "whole", reader), "short", "")
    return {"sort": sort, "fields": _of_table(table), "short": short, "subject": table.subject}


def _of_id(reader: Id) -> dict[str, Any]:
    if reader.free:
        return {"sort": "plain"}
    if reader.of in _VOCABULARIES:
        return {"sort": "word", "vocabulary": reader.of}
    if reader.of == _NAMED_WITH_KIND:
        return {"sort": "record", "kinds": ("actor", "location"), "free": True}
    return {
        "sort": "record",
        "kinds": tuple(kind for kind in KINDS if kind == reader.of),
        "free": reader.of == "topic",
    }
