"""The entries of feeds, the same for every format: an event, or a line of the ledger of corrections.

`updated` comes from the content, never from the clock: an event's moves with a newer source or a correction only.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import Final

from generator.exports.changes import changes
from generator.exports.once import once_per_graph
from generator.exports.permanent import (
    FIRST_DAY,
    LAST_DAY,
    base_of,
    correction_name,
    first_address,
    legal,
    permanent_id,
)
from generator.graph.graph import Graph
from generator.graph.language import language_of
from generator.graph.values import LedgerEntry
from generator.languages.message import message
from generator.model.addresses import record_address
from generator.model.prose import ROOT
from generator.model.records import Event, Status, label_of
from generator.pages.corrections import CorrectionRow, correction_row
from generator.pages.dates import day_date
from generator.pages.prose import summary_html, summary_text

_GRADES: Final[dict[Status, str]] = {
    "confirmed": message("confirmed"),
    "reported": message("reported"),
    "disputed": message("disputed"),
    "retracted": message("retracted"),
}
"""Grades inside a sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry. `title` and `summary` are plain text without what XML cannot carry; days are civil days.

    `content` is HTML whose links are whole addresses: empty where the site does not know its own, because no
    reader of feeds could follow them. `published` is None where nobody knows when it was first reported.
    """

    id: str
    address: str
    title: str
    summary: str
    content: str
    updated: int
    published: int | None
    topics: tuple[tuple[str, str], ...] = ()
    """Id and title of each."""


def event_entry(graph: Graph, event: Event) -> Entry:
    """The entry of an event that `changes` knows. Made once: an event is in the feeds of all that it is about."""
    made = _made(graph)
    if event.id not in made:
        made[event.id] = _event_entry(graph, event)
    return made[event.id]


def correction_entries(graph: Graph, length: int) -> list[Entry]:
    """The newest dated lines of the ledger, in its order, at most `length`. Drafts' lines are not among them."""
    rows: list[tuple[LedgerEntry, str, int]] = []
    taken: dict[str, int] = {}
    for line in graph.corrections():
        day = line.correction.date.first_day
        if line.record.draft or day is None or not FIRST_DAY <= day <= LAST_DAY:
            continue
        name = f"{first_address(line.record)}#{correction_name(line.correction)}"
        taken[name] = taken.get(name, 0) + 1
        rows.append((line, name if taken[name] == 1 else f"{name}-{taken[name]}", day))
    return [_correction_entry(graph, *row) for row in rows[:length]]


@once_per_graph
def _made(_graph: Graph) -> dict[str, Entry]:
    return {}


def _event_entry(graph: Graph, event: Event) -> Entry:
    change = changes(graph)[event.id]
    reported = graph.first_reported(event)
    lead = _lead(graph, event)
    topics = [graph.topic(topic_id) for topic_id in event.topics]
    said = language_of(graph).say(
        "Last change: {what}, {day}.", what=change.what, day=day_date(graph, change.day).words
    )
    last = f"<p>{said}</p>"
    return Entry(
        id=permanent_id(graph, first_address(event)),
        address=record_address("event", event.id),
        title=legal(event.title),
        summary=legal(f"{lead} {summary_text(graph, event, event.date)}".strip()),
        content=_html(graph, f"<p>{escape(lead)} {summary_html(graph, event, event.date)}</p>{last}"),
        updated=change.day,
        published=None if reported is None or reported < FIRST_DAY else min(reported, change.day),
        topics=tuple((topic.id, legal(topic.title)) for topic in topics if not topic.draft),
    )


def _lead(graph: Graph, event: Event) -> str:
    """The date, and the grade where it is not confirmed."""
    grade = "" if event.status == "confirmed" else f" ({language_of(graph).say(_GRADES[event.status])})"
    return f"{event.date.words(language_of(graph))}{grade}."


def _correction_entry(graph: Graph, line: LedgerEntry, name: str, day: int) -> Entry:
    record, correction = line
    row = correction_row(graph, record, correction)
    say = language_of(graph).say
    done = row.what if row.withdrawn else say("{what} corrected", what=row.what)
    changed = [
        say(pattern, value=value)
        for pattern, value in (
            (message("Was: “{value}”."), row.was),
            (message("Now: “{value}”."), row.now),
        )
        if value
    ]
    return Entry(
        id=permanent_id(graph, name),
        address=f"{row.record.address}#corrections",
        title=legal(f"{label_of(record)}: {done}"),
        summary=legal(" ".join([*changed, row.why])),
        content=_html(graph, "".join(_correction_html(graph, row, correction.source))),
        updated=day,
        published=day,
    )


def _correction_html(graph: Graph, row: CorrectionRow, source_id: str) -> list[str]:
    """The old value struck, the new one, why, and what shows it."""
    old = f"<del>{escape(row.was)}</del>" if row.was else ""
    new = f"<ins>{escape(row.now)}</ins>" if row.now else ""
    change = f"<p>{f'{old} {new}'.strip()}</p>" if old or new else ""
    source = row.source if row.source and not graph.article(source_id).draft else None
    shown = ""
    if source:
        link = f'<a href="{ROOT}{source.address}">{escape(source.title)}</a>'
        said = language_of(graph).say(
            "Source: {report}, {outlet}.", report=link, outlet=escape(source.outlet)
        )
        shown = f"<p>{said}</p>"
    return [change, f"<p>{escape(row.why)}</p>", shown]


def _html(graph: Graph, text: str) -> str:
    base = base_of(graph)
    return legal(text.replace(ROOT, escape(base))) if base else ""
