"""What an editor shows about the thing under the cursor, as Markdown: a record, a field, a date in words, a code."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from generator.desk.tables import of_entry, table_of, table_within
from generator.graph.graph import Graph
from generator.graph.values import Target
from generator.language_server.open_site import Checked
from generator.model.moment import Moment, MomentError
from generator.model.prose import Parts, Prose
from generator.model.records import Actor, AnyRecord, Article, Event, Location, label_of
from generator.reading.fields.field import Field, Table
from generator.reading.fields.notations import Date
from generator.reading.source_file import SourceFile

_TAG: Final = re.compile(r"<[^<>]*>")
_SIGNS: Final = re.compile(r"([\\`*_\[\]<>#|])")
_ENTITIES: Final = (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&#39;", "'"), ("&amp;", "&"))


def record_card(target: Target, checked: Checked) -> str:
    """A record at a glance: name, kind, dates, summary, other names, where it is written."""
    record = next((parsed.record for known, parsed in checked.known() if known == target), None)
    if record is None:
        count = len(checked.compiled.graph.events_of_topic(target.id)) if target.kind == "topic" else 0
        return f"**{_plain(target.id)}**\n\n{target.kind} · {count} events · nobody wrote it yet"
    facts = " · ".join(fact for fact in (target.kind, *_facts(record, checked.compiled.graph)) if fact)
    parts = [f"**{_plain(label_of(record))}**", facts]
    if record.summary:
        parts.append(_plain(_words(record.summary)))
    if isinstance(record, Actor | Location):
        others = [*(f"{one.text} ({one.language})" for one in record.names), *record.aliases]
        parts.append(f"*{_plain(', '.join(others))}*" if others else "")
    parts.append(f"`{record.path}`")
    return "\n\n".join(part for part in parts if part)


def field_card(field: Field) -> str:
    """What a key is for."""
    required = ", required" if field.required else ""
    return f"**{field.key}** · {field.reader.words()}{required}\n\n{field.about}"


def date_card(text: str) -> str:
    """A date in words; nothing when it is none."""
    try:
        moment = Moment.parse(text)
    except MomentError:
        return ""
    return f"{moment.words()} · known to the {moment.precision}"


def field_of(file: SourceFile, path: str) -> Field | None:
    """The field of a dotted path."""
    table: Table | None = table_of(file)
    field = None
    for step in path.split("."):
        if step.isdigit():
            continue
        if table is None:
            return None
        field = table.by_key.get(step)
        if field is None:
            return None
        table = table_within(field.reader)
    return field


def is_date(field: Field) -> bool:
    """Whether the field's value is a date."""
    return isinstance(of_entry(field.reader), Date)


def _facts(record: AnyRecord, graph: Graph) -> Iterator[str]:
    if isinstance(record, Event):
        yield record.date.words()
        yield record.status if record.status != "confirmed" else ""
        yield ", ".join(record.locations)
    elif isinstance(record, Article):
        yield record.publisher
        yield record.published.words()
        yield record.type
    elif isinstance(record, Actor | Location):
        yield record.kind
        yield _events(record, graph)
    yield "draft" if record.draft else ""


def _events(record: Actor | Location, graph: Graph) -> str:
    if record.draft:
        return ""
    if isinstance(record, Actor):
        count = len({appearance.event.id for appearance in graph.events_of(record.id)})
    else:
        count = len(graph.events_of_place(record.id))
    return f"{count} {'event' if count == 1 else 'events'}"


def _words(prose: Prose) -> str:
    """Inline prose without its marks; mentions by the words they have."""
    return "".join(_part(part, prose) for part in _parts(prose.parts))


def _parts(parts: Parts) -> Iterator[str | int]:
    return iter(parts)


def _part(part: str | int, prose: Prose) -> str:
    if isinstance(part, int):
        mention = prose.mentions[part]
        return mention.words or mention.target
    text = _TAG.sub("", part)
    for entity, sign in _ENTITIES:
        text = text.replace(entity, sign)
    return text


def _plain(text: str) -> str:
    """Text that means nothing to Markdown."""
    return _SIGNS.sub(r"\\\1", text)
