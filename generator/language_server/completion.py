"""What may be written at the cursor: keys, words of vocabularies, ids, mentions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final, Literal, NamedTuple

from generator.desk.candidates import Candidate, candidates
from generator.desk.tables import AnyReader, of_entry
from generator.diagnostics.codes import CODES
from generator.graph.namings import mention_form, used_topics
from generator.language_server.cursor import Mention, Slot, at_cursor
from generator.language_server.lines import Lines
from generator.language_server.open_site import Checked
from generator.model.moment import Moment, MomentError
from generator.model.records import KINDS, Kind, label_of
from generator.reading.fields.field import Field
from generator.reading.fields.ids import FindingCode, Id
from generator.reading.fields.lists import ListOf
from generator.reading.fields.notations import Amount, Date
from generator.reading.fields.structures import Structure
from generator.reading.fields.words import Boolean, Choice
from generator.reading.records.media import MediaPath
from generator.reading.records.participation import Part
from generator.reading.settings import NavigationTarget
from generator.reading.source_file import SourceFile

_KINDS: Final[dict[str, tuple[Kind, ...]]] = {kind: (kind,) for kind in KINDS} | {
    "record": ("actor", "location")
}
_FIGURES: Final = ("at least ", "more than ", "up to ", "about ", "unknown", "none", "dozens", "hundreds")
_DOUBTS: Final = ("", "~", "?", "/..")
_WITHDRAWN: Final = ("wording", "withdrawn")


class Suggestion(NamedTuple):
    """One thing to write. `start` (an offset) to the cursor gives way to `text`."""

    label: str
    text: str
    start: int
    form: Literal["key", "word", "record"]
    detail: str = ""
    about: str = ""


def suggestions(lines: Lines, file: SourceFile, offset: int, checked: Checked) -> list[Suggestion]:
    """What may be written at an offset, best first."""
    place = at_cursor(lines, file, offset)
    if isinstance(place, Mention):
        return [_mention(found, place, checked) for found in candidates(checked.content, place.words, KINDS)]
    if place is None:
        return []
    found = list(_keys(place))
    if place.value is not None:
        found += _values(place, place.value, file, checked)
    return found


def _mention(found: Candidate, place: Mention, checked: Checked) -> Suggestion:
    """An id, with the name that was typed where it is not the one that the link would show."""
    words = mention_form(found.target, checked.kinds)
    if found.name not in (found.target.id, label_of(found.record)):
        words = f"{words}|{found.name}"
    text = words.partition("|")[0] if place.closed else f"{words}]]"
    return _record(found, place.start, text)


def _record(found: Candidate, start: int, text: str) -> Suggestion:
    name = label_of(found.record)
    detail = f"{found.target.kind} · {found.target.id}"
    label = name if found.name in (found.target.id, name) else f"{found.name} → {name}"
    return Suggestion(label, text, start, "record", detail)


def _keys(place: Slot) -> Iterator[Suggestion]:
    for field in place.keys.fields if place.keys else ():
        if field.key not in place.taken and field.key.startswith(place.words.lower()):
            required = "required: " if field.required else ""
            yield Suggestion(
                field.key,
                f"{field.key}: ",
                place.start,
                "key",
                f"{required}{field.reader.words()}",
                field.about,
            )


def _values(place: Slot, field: Field, file: SourceFile, checked: Checked) -> Iterator[Suggestion]:
    reader = _short(of_entry(field.reader) if isinstance(field.reader, ListOf) else field.reader)
    if isinstance(reader, Id) and reader.of in _KINDS and not reader.free:
        yield from _ids(place, reader, checked)
    elif field.key == "group":
        for found in candidates(checked.content, place.words, _KINDS["actor"]):
            yield _record(found, place.start, found.target.id)
    for word, detail in _words(reader, field, place, file, checked):
        if word.lower().startswith(place.words.lower()):
            yield Suggestion(word.strip(), word, place.start, "word", detail)


def _ids(place: Slot, reader: Id, checked: Checked) -> Iterator[Suggestion]:
    for found in candidates(checked.content, place.words, _KINDS[reader.of]):
        text = mention_form(found.target, checked.kinds) if reader.any_kind else found.target.id
        yield _record(found, place.start, text)


def _short(reader: AnyReader) -> AnyReader:
    """What may stand by itself for a mapping."""
    whole = reader.whole if isinstance(reader, Part) else reader
    if isinstance(whole, Structure) and whole.short:
        return whole.table.by_key[whole.short].reader
    return reader


def _words(
    reader: AnyReader, field: Field, place: Slot, file: SourceFile, checked: Checked
) -> Iterable[tuple[str, str]]:
    """Words of a field that has its own, each with what it means."""
    site = checked.content.site
    if isinstance(reader, Choice):
        return [(word, "") for word in reader.allowed]
    if isinstance(reader, Boolean):
        return [("true", ""), ("false", "")]
    if isinstance(reader, Id):
        roles = [(role.slug, role.label) for role in site.roles] if reader.of == "role" else []
        measures = [(one.slug, one.label) for one in site.measures] if reader.of == "measure" else []
        topics = [(slug, "topic") for slug in _unwritten(checked)] if reader.of == "topic" else []
        return [*roles, *measures, *topics]
    if field.key == "what" and file.record_kind:
        return [(word, "") for word in _WITHDRAWN]
    notation = _NOTATIONS.get(type(reader))
    return notation(place.words, checked) if notation else ()


def _finding_codes(_words: str, _checked: Checked) -> Iterator[tuple[str, str]]:
    return ((code.code, code.name) for code in CODES if code.severity != "error")


def _figures(_words: str, _checked: Checked) -> Iterator[tuple[str, str]]:
    return ((form, "figure") for form in _FIGURES)


def _pictures(_words: str, checked: Checked) -> Iterator[tuple[str, str]]:
    return ((path.removeprefix("content/"), "picture") for path in checked.compiled.content.media)


def _menu(_words: str, checked: Checked) -> Iterator[tuple[str, str]]:
    yield from ((target.id, "page") for target, _ in checked.known() if target.kind == "page")
    yield "/timeline/", "address"


def _dates(words: str, _checked: Checked) -> Iterator[tuple[str, str]]:
    """The date as it is typed, and the ways to say that it is not sure, each in words."""
    for doubt in _DOUBTS:
        try:
            yield f"{words}{doubt}", Moment.parse(f"{words}{doubt}").words()
        except MomentError:
            continue


def _unwritten(checked: Checked) -> list[str]:
    """Topics that events use and nobody wrote."""
    written = {target.id for target, _ in checked.known() if target.kind == "topic"}
    return sorted(used_topics(checked.content) - written)


_NOTATIONS: Final[dict[type, Callable[[str, Checked], Iterator[tuple[str, str]]]]] = {
    Amount: _figures,
    Date: _dates,
    FindingCode: _finding_codes,
    MediaPath: _pictures,
    NavigationTarget: _menu,
}
