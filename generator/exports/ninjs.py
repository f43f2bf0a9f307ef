"""`ninjs/<id>.json`: an event as an IPTC ninjs 3 object, for newsroom systems (ninjs 3.1,
https://www.iptc.org/std/ninjs/ninjs-schema_3.1.json); and `ninjs.json`, which lists the files.

A date that is not known to the minute is an `expectedStartDate`, which takes a year or a month as well: 3.1 has no
other property for one. Withdrawn events have no object; what subscribers hold of one is named in `events.json`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping

from generator.exports.download import Download, published
from generator.exports.file import FileOutput
from generator.exports.permanent import (
    FIRST_DAY,
    LAST_DAY,
    base_of,
    first_address,
    legal,
    permanent_id,
    stamp,
)
from generator.exports.reduced_dates import edges, reduced
from generator.exports.standing import event_total, holds, standing
from generator.graph.graph import Graph
from generator.graph.language import language_of
from generator.graph.points import event_point
from generator.languages.message import message
from generator.model.moment import Moment
from generator.model.prose import ROOT
from generator.model.records import AnyRecord, Article, Event, Kind, label_of
from generator.pages.dates import event_change
from generator.pages.prose import body_html, body_text, summary_text
from generator.pages.wording import certainty, grade_of

SCHEMA = "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json"

FOLDER = "data/ninjs/"

NINJS = Download(
    address="data/ninjs.json",
    name=message("News objects (IPTC ninjs)"),
    media_type="application/json",
    fields=message(
        "For newsroom systems: a list of one ninjs 3.1 file for each event (ninjs/<id>.json) with headline, "
        "description, text, dates, people, organisations, places, subjects, related events and sources."
    ),
    records=event_total,
)
DOWNLOADS = (NINJS,)

News = dict[str, object]


def outputs(graph: Graph) -> Iterator[FileOutput]:
    """The list, and a file for each event."""
    yield from published(graph, NINJS, write_list)
    for event in standing(graph).events if graph.site.downloads else ():
        yield FileOutput(address=f"{FOLDER}{event.id}.json", write=write, subject=event.id)


def write_list(graph: Graph, _subject: str) -> bytes:
    """Id, title and file of every event in timeline order; files are relative to the list."""
    files = [
        {"uri": _uri(graph, event), "title": legal(event.title), "href": f"ninjs/{event.id}.json"}
        for event in standing(graph).events
    ]
    return _json({"events": files})


def write(graph: Graph, subject: str) -> bytes:
    """The object of one event."""
    event = graph.event(subject)
    return _json(
        {
            "standard": {"name": "ninjs", "version": "3.1", "schema": SCHEMA},
            "uri": _uri(graph, event),
            "type": "event",
            "pubStatus": "usable",
            "language": graph.site.language,
            **_said(
                versionCreated=_last_change(graph, event),
                by=legal(graph.site.author),
                copyrightHolder=legal(graph.site.author),
                usageTerms=legal(graph.site.licence),
            ),
            "title": legal(event.title),
            "headlines": [{"role": "main", "contentType": "text/plain", "value": legal(event.title)}],
            **_said(
                descriptions=_descriptions(graph, event),
                bodies=_bodies(graph, event),
                eventDetails=_details(event.date),
                **_parties(graph, event),
                places=list(_places(graph, event)),
                subjects=[_named(graph, topic) for topic in _records(graph, "topic", event.topics)],
                events=list(_relations(graph, event)),
                infoSources=_outlets(graph, event),
                associations=[_association(graph, article) for article in _sources(graph, event)],
            ),
            "altIds": [{"role": "id", "value": event.id}],
        }
    )


def _last_change(graph: Graph, event: Event) -> str:
    """The day of the last material change; empty without any dated source."""
    change = event_change(graph, event)
    return stamp(change[0]) if change and FIRST_DAY <= change[0] <= LAST_DAY else ""


def _descriptions(graph: Graph, event: Event) -> list[News]:
    """The summary, when it was, what the date rests on, and the grade with its meaning."""
    grade = grade_of(graph, event.status)
    known = certainty(graph, event.date)
    told = {
        "summary": summary_text(graph, event, event.date),
        "date": f"{event.date.words(language_of(graph))}{f' ({known})' if known else ''}",
        "date-basis": event.date_basis,
        "grade": f"{grade.label}: {grade.verb}.",
    }
    return [
        {"role": role, "contentType": "text/plain", "value": legal(text)}
        for role, text in told.items()
        if text
    ]


def _bodies(graph: Graph, event: Event) -> list[News]:
    """The event's own text: as HTML where its links can be whole addresses, else plain."""
    if not graph.body(event):
        return []
    base = base_of(graph)
    if base:
        html = body_html(graph, event, event.date).replace(ROOT, base)
        return [{"role": "main", "contentType": "text/html", "value": legal(html)}]
    text = body_text(graph, event, event.date)
    return [{"role": "main", "contentType": "text/plain", "value": legal(text)}]


def _details(date: Moment) -> News:
    """`startDate` takes a whole date-time only."""
    when = reduced(date)
    if "T" in when and when.endswith("Z"):
        return {"dates": {"startDate": when}}
    start, end = edges(date)
    dates = {"expectedStartDate": start, "expectedEndDate": end if end != start else ""}
    return {"dates": said} if (said := {name: text for name, text in dates.items() if text}) else {}


def _parties(graph: Graph, event: Event) -> Mapping[str, list[News]]:
    """People and organisations with their roles, in the order of the event."""
    labels = {role.slug: role.label for role in graph.site.roles}
    sorted_out: dict[str, list[News]] = {"people": [], "organisations": []}
    for part in event.actors:
        if holds(graph, "actor", part.actor):
            actor = graph.actor(part.actor)
            party = _named(graph, actor, rel=labels.get(part.role, part.role), on=event.date)
            sorted_out["people" if actor.kind == "person" else "organisations"].append(party)
    return sorted_out


def _places(graph: Graph, event: Event) -> Iterator[News]:
    """Places with a point only where it is exact. GeoJSON (RFC 7946) has the longitude first."""
    for location_id in event.locations:
        if holds(graph, "location", location_id):
            place = graph.location(location_id)
            where = event_point(event, place)
            geo = {"geoJSON": {"type": "Point", "coordinates": [where[1], where[0]]}} if where else {}
            yield {**_named(graph, place, on=event.date), **geo}


def _relations(graph: Graph, event: Event) -> Iterator[News]:
    related = {
        "part of": (event.part_of,) if event.part_of else (),
        "responds to": event.responds_to,
        "follows": event.follows,
        "denies": event.denies,
    }
    for relation, ids in related.items():
        for other in _records(graph, "event", ids):
            yield _named(graph, other, rel=relation)


def _outlets(graph: Graph, event: Event) -> list[News]:
    """Who published the reports, each once, as first named."""
    publishers = dict.fromkeys(article.publisher for article in _sources(graph, event))
    return [
        {"name": party["name"], "role": "publisher", "uri": party["uri"]}
        for outlet in _records(graph, "actor", publishers)
        for party in [_named(graph, outlet)]
    ]


def _association(graph: Graph, article: Article) -> News:
    """A report that the event rests on; the address of the report itself stands in its rendition."""
    rendition = {"name": "original", "href": article.url, "contentType": "text/html"}
    return {
        "name": legal(article.title),
        "rel": "source",
        "uri": permanent_id(graph, first_address(article)),
        "type": "text",
        "representationType": "partial",
        **_said(
            by=legal(article.byline), language=article.language, renditions=[rendition] if article.url else []
        ),
    }


def _sources(graph: Graph, event: Event) -> list[Article]:
    return [article for article in graph.sources_of(event) if holds(graph, "article", article.id)]


def _records(graph: Graph, kind: Kind, ids: Iterable[str]) -> Iterator[AnyRecord]:
    for record_id in ids:
        if holds(graph, kind, record_id):
            yield graph.parsed(kind, record_id).record


def _named(graph: Graph, record: AnyRecord, *, rel: str = "", on: Moment | None = None) -> News:
    name = graph.name_on(record, on) if on else label_of(record)
    return {
        "name": legal(name),
        **({"rel": legal(rel)} if rel else {}),
        "uri": permanent_id(graph, first_address(record)),
        "literal": record.id,
    }


def _uri(graph: Graph, event: Event) -> str:
    return permanent_id(graph, first_address(event))


def _said(**properties: object) -> News:
    """The properties that say something."""
    return {name: value for name, value in properties.items() if value}


def _json(document: News) -> bytes:
    return f"{json.dumps(document, ensure_ascii=False)}\n".encode()
