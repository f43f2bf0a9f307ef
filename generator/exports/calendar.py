"""`timeline.ics`: the timeline as a calendar to subscribe to (RFC 5545; names and addresses of calendars after RFC 7986).

A date becomes days, a date-time an instant in UTC. What is not known to the day covers every day that it may have
been, and its description says so; nothing is set to the first of a month. Days before the year 1 cannot be written
(RFC 5545, 3.3.4): the calendar's own description counts what it leaves out. `DTSTAMP` is the day of the last material
change, never the clock. Entries never block anybody's time (`TRANSP`).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.exports.changes import changes
from generator.exports.content_lines import folded, text
from generator.exports.download import Download, published
from generator.exports.file import FileOutput
from generator.exports.permanent import base_of, first_address, permanent_id
from generator.exports.reduced_dates import FIRST_DAY, LAST_DAY, day_text, is_known_to_the_day, time_text
from generator.exports.standing import event_total, standing
from generator.exports.whereabouts import main_place, place_words
from generator.graph.graph import Graph
from generator.graph.language import language_of
from generator.graph.points import event_point
from generator.languages.message import message
from generator.model.addresses import record_address
from generator.model.civil import SECONDS_PER_DAY
from generator.model.edtf_clock import DateAndTime
from generator.model.moment import Moment
from generator.model.records import Event, Status
from generator.pages.prose import summary_text
from generator.pages.wording import certainty, event_count, grade_of, report_count

CALENDAR = Download(
    address="data/timeline.ics",
    name=message("Calendar (iCalendar)"),
    media_type="text/calendar; charset=utf-8",
    fields=message(
        "For calendar programs: title, days (or instant in UTC), place, grade, summary, sources, address. What is "
        "not known to the day covers all days that it may have been, and says so."
    ),
    records=event_total,
)
DOWNLOADS = (CALENDAR,)

STATUS: dict[Status, str] = {"confirmed": "CONFIRMED", "reported": "TENTATIVE", "disputed": "TENTATIVE"}
"""Evidence grades as RFC 5545, 3.8.1.11 has them; `retracted` events are in no file."""


class Timing(NamedTuple):
    """The lines that say when, and a sentence where they show something else than what is known."""

    lines: tuple[str, ...]
    remark: str


def outputs(graph: Graph) -> Iterator[FileOutput]:
    """The one file."""
    yield from published(graph, CALENDAR, write)


def write(graph: Graph, _subject: str) -> bytes:
    """The calendar, events in timeline order."""
    timed = [(event, timing(event.date)) for event in standing(graph).events]
    known = [(event, when) for event, when in timed if when is not None]
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Dateline//Dateline//EN",
        "CALSCALE:GREGORIAN",
        *_about(graph, left_out=len(timed) - len(known)),
        *(line for event, when in known for line in _event(graph, event, when)),
        "END:VCALENDAR",
    ]
    return b"".join(map(folded, lines))


def timing(date: Moment) -> Timing | None:
    """When the entry stands; None beyond the years that a calendar can write."""
    if isinstance(date.expression, DateAndTime):
        return _instant(date)
    first, last = date.first_day, date.last_day
    start, end = (last if first is None else first), (first if last is None else last)
    if start is None or end is None or not FIRST_DAY <= start <= end < LAST_DAY:
        return None
    return Timing(
        (
            f"DTSTART;VALUE=DATE:{_compact(day_text(start))}",
            f"DTEND;VALUE=DATE:{_compact(day_text(end + 1))}",
        ),
        _remark(date),
    )


def _instant(date: Moment) -> Timing | None:
    """A time whose zone nobody knows stands on every reader's own clock (RFC 5545, 3.3.5, form 1)."""
    second = date.lower if date.instant is None else date.instant
    if second is None or not day_text(second // SECONDS_PER_DAY):
        return None
    zone = "" if date.instant is None else "Z"
    return Timing(
        (f"DTSTART:{_compact(time_text(second))}{zone}",),
        "" if zone else message("The time zone is not known."),
    )


def _remark(date: Moment) -> str:
    if date.first_day is None:
        return message("The start is not known: this entry stands on the last day only.")
    if date.last_day is None:
        return message("The end is not known: this entry stands on the first day only.")
    if date.is_interval or is_known_to_the_day(date) or date.first_day == date.last_day:
        return ""
    return message("This entry covers every day that it may have been.")


def _compact(text_: str) -> str:
    return text_.replace("-", "").replace(":", "")


def _about(graph: Graph, *, left_out: int) -> Iterator[str]:
    """The calendar's own properties, under their names of RFC 7986 and those that older programs read."""
    site, base = graph.site, base_of(graph)
    missing = ""
    if left_out:
        events = event_count(graph, left_out)
        missing = language_of(graph).say(
            "Not in this calendar: {events} outside the years 1 to 9999.", events=events
        )
    description = " ".join(filter(None, [site.description, missing]))
    yield f"NAME:{text(site.title)}"
    yield f"X-WR-CALNAME:{text(site.title)}"
    if description:
        yield f"DESCRIPTION:{text(description)}"
        yield f"X-WR-CALDESC:{text(description)}"
    yield f"UID:{text(permanent_id(graph, ''))}"
    if base:
        yield f"URL:{base}"


def _event(graph: Graph, event: Event, when: Timing) -> Iterator[str]:
    place = main_place(graph, event)
    where = event_point(event, place) if place else None
    base = base_of(graph)
    yield "BEGIN:VEVENT"
    yield f"UID:{text(_uid(graph, event))}"
    yield from _stamps(graph, event)
    yield from when.lines
    yield f"SUMMARY:{text(event.title)}"
    yield f"DESCRIPTION:{text(_description(graph, event, when.remark))}"
    yield f"STATUS:{STATUS[event.status]}"
    yield "TRANSP:TRANSPARENT"
    if place:
        yield f"LOCATION:{text(place_words(graph, place, event.date))}"
    if where:
        yield f"GEO:{where[0]:.6f};{where[1]:.6f}"
    topics = [graph.topic(topic) for topic in event.topics if standing(graph).has("topic", topic)]
    if topics:
        yield "CATEGORIES:" + ",".join(text(topic.title) for topic in topics)
    if standing(graph).has("event", event.part_of):
        yield f"RELATED-TO;RELTYPE=PARENT:{text(_uid(graph, graph.event(event.part_of)))}"
    if base:
        yield f"URL:{base}{record_address('event', event.id)}"
    yield "END:VEVENT"


def _uid(graph: Graph, event: Event) -> str:
    """The same id as in the feeds: it outlives edits of title, date and id."""
    return permanent_id(graph, first_address(event))


def _stamps(graph: Graph, event: Event) -> Iterator[str]:
    """The last material change; without any dated source, the first day of 1970, which is no claim about anything."""
    change = changes(graph).get(event.id)
    stamp = f"{_compact(day_text(change.day if change else 0))}T000000Z"
    yield f"DTSTAMP:{stamp}"
    yield f"LAST-MODIFIED:{stamp}"
    yield f"SEQUENCE:{len(event.corrections)}"


def _description(graph: Graph, event: Event, remark: str) -> str:
    language = language_of(graph)
    count = graph.source_count(event)
    known = certainty(graph, event.date)
    grade = grade_of(graph, event.status)
    sources = f"{report_count(graph, count.reports, count.independent)}." if count.reports else ""
    return "\n".join(
        filter(
            None,
            [
                f"{event.date.words(language)}{f' ({known})' if known else ''}. {language.say(remark)}".strip(),
                summary_text(graph, event, event.date),
                event.date_basis,
                f"{grade.label}: {grade.verb}. {sources}".strip(),
            ],
        )
    )
