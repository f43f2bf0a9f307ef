"""`timelinejs.json`: the timeline for TimelineJS 3 (Knight Lab), by its documented JSON format
(https://timeline.knightlab.com/docs/json-format.html).

A date that is known to the month or year is given so, and the format's `display_date` says every date in words, so a
slide never shows a day that nobody knows. Headlines and texts of this format are HTML. It shows one slide for an event
and is slow with thousands: of a longer timeline it holds the key events, and its title says of how many.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from html import escape

from generator.exports.download import Download, published
from generator.exports.file import FileOutput
from generator.exports.once import once_per_graph
from generator.exports.permanent import base_of
from generator.exports.standing import standing
from generator.graph.graph import Graph
from generator.graph.language import language_of
from generator.languages.message import message
from generator.model.addresses import record_address
from generator.model.civil import civil_of
from generator.model.edtf_clock import DateAndTime
from generator.model.edtf_date import CalendarDate
from generator.model.moment import Moment
from generator.model.prose import ROOT
from generator.model.record_parts import Media
from generator.model.records import Event
from generator.pages.prose import summary_html, summary_text
from generator.pages.wording import event_count, grade_of

LONGEST = 500
"""Slides; the program's makers advise far fewer."""

FARTHEST_YEAR = 270_000
"""The program's scale of days ends at the years -271820 and 275759."""

Slide = dict[str, object]
Point = dict[str, int]


def slide_total(graph: Graph) -> int:
    """How many events the file holds."""
    return len(shown(graph))


TIMELINEJS = Download(
    address="data/timelinejs.json",
    name=message("TimelineJS"),
    media_type="application/json",
    fields=message(
        "For TimelineJS 3: title slide and a slide for each event (of a long timeline, each key event) with dates "
        "as exactly as they are known, date in words, headline, summary, grade, and picture where the site has one."
    ),
    records=slide_total,
)
DOWNLOADS = (TIMELINEJS,)


def outputs(graph: Graph) -> Iterator[FileOutput]:
    """The one file."""
    yield from published(graph, TIMELINEJS, write)


def write(graph: Graph, _subject: str) -> bytes:
    """The timeline, a line for each slide, in timeline order."""
    events = shown(graph)
    title = {"text": {"headline": escape(graph.site.title, quote=False), "text": _about(graph, events)}}
    slides = (
        _slide(graph, event, *points) for event in events if (points := _points(event.date)) is not None
    )
    lines = ",\n".join(_json(slide) for slide in slides)
    return f'{{"title":{_json(title)},\n"scale":"human",\n"events":[\n{lines}\n]}}\n'.encode()


@once_per_graph
def shown(graph: Graph) -> tuple[Event, ...]:
    """All events; of more than `LONGEST`, without the minor ones, then the key events alone (if there is one)."""
    events = tuple(event for event in standing(graph).events if _points(event.date))
    without_minor = tuple(event for event in events if event.significance != "minor")
    key = tuple(event for event in events if event.significance == "key")
    for fewer in (without_minor, key):
        if len(events) > LONGEST and fewer:
            events = fewer
    return events


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _about(graph: Graph, events: Sequence[Event]) -> str:
    total = len(standing(graph).events)
    language = language_of(graph)
    share = ""
    if len(events) < total:
        shown_events = event_count(graph, len(events))
        share = language.say("{events} of {total}.", events=shown_events, total=language.number(total))
    return " ".join(f"<p>{escape(text)}</p>" for text in (graph.site.description, share) if text)


def _slide(graph: Graph, event: Event, start: Point, end: Point) -> Slide:
    media = next(filter(None, (_media(graph, medium) for medium in event.media)), None)
    return {
        "unique_id": event.id,
        "start_date": start,
        **({"end_date": end} if end != start else {}),
        "display_date": event.date.words(language_of(graph)),
        "text": {"headline": escape(event.title, quote=False), "text": _text(graph, event)},
        **({"media": media} if media else {}),
    }


def _text(graph: Graph, event: Event) -> str:
    """Summary, grade where there is a doubt, link. Without the site's address links would lead astray: there are none."""
    base = base_of(graph)
    if not base:
        summary = escape(summary_text(graph, event, event.date))
    else:
        summary = summary_html(graph, event, event.date).replace(ROOT, escape(base))
    grade = grade_of(graph, event.status)
    doubt = f"{grade.label}: {grade.verb}." if event.status != "confirmed" else ""
    address = escape(f"{base}{record_address('event', event.id)}")
    link = f'<a href="{address}">{language_of(graph).say("Sources and figures")}</a>' if base else ""
    return "".join(f"<p>{paragraph}</p>" for paragraph in (summary, doubt, link) if paragraph)


def _media(graph: Graph, medium: Media) -> Slide | None:
    """A picture of the site's own; none that would be asked of another host, none that could shock unasked."""
    base = base_of(graph)
    if not (base and medium.file) or medium.graphic:
        return None
    credit = " · ".join(filter(None, [medium.credit, medium.licence]))
    return {"url": f"{base}{medium.file}", "alt": medium.alt, "credit": escape(credit)}


def _points(date: Moment) -> tuple[Point, Point] | None:
    """Where the slide's bar starts and ends, the same twice for one date; None for years beyond the program's."""
    first, last = (date.start, date.end) if date.is_interval else (date, date)
    start = _point(first) or _day(first.first_day) if first else {}
    end = _point(last) or _day(last.last_day) if last else {}
    points = (start or end, end or start)
    near = all(point and abs(point["year"]) <= FARTHEST_YEAR for point in points)
    return points if near else None


def _point(date: Moment) -> Point:
    """The parts that are known; nothing for what is not one date."""
    expression = date.expression
    if isinstance(expression, DateAndTime):
        clock = {"hour": expression.hour, "minute": expression.minute}
        second = {} if expression.second is None else {"second": expression.second}
        return _parts(*map(int, expression.date.parts)) | clock | second
    if isinstance(expression, CalendarDate) and expression.is_plain:
        return _parts(*map(int, expression.parts))
    return {}


def _day(day: int | None) -> Point:
    return {} if day is None else _parts(*civil_of(day))


def _parts(*numbers: int) -> Point:
    return dict(zip(("year", "month", "day"), numbers, strict=False))
