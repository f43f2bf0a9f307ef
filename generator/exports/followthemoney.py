"""`followthemoney.json`: actors, places, events and reports as FollowTheMoney entities, one JSON object a line, for
Aleph, OpenSanctions and the `ftm` command (https://followthemoney.tech/explorer/, model 3.8).

Dates are prefixes as the model wants them (`2014`, `2014-08`), so a month stays a month. What the model cannot say it
is not made to say: roles in events are `UnknownLink`s with the role in words; figures, which parties dispute, are left
to the other files.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import NamedTuple

from generator.exports.download import Download, published
from generator.exports.file import FileOutput
from generator.exports.followthemoney_model import Properties, entity, entity_id
from generator.exports.once import once_per_graph
from generator.exports.permanent import base_of
from generator.exports.reduced_dates import Edges, edges
from generator.exports.standing import Standing, standing
from generator.exports.whereabouts import main_place, place_words, within
from generator.graph.graph import Graph
from generator.graph.points import location_point
from generator.languages.message import message
from generator.model.addresses import record_address
from generator.model.moment import Moment
from generator.model.names import slug
from generator.model.records import (
    Actor,
    ActorKind,
    AnyRecord,
    Article,
    Event,
    Kind,
    Location,
    Office,
    kind_of,
)
from generator.pages.prose import summary_text
from generator.pages.wording import ACTOR_KIND_WORDS

SCHEMATA: dict[ActorKind, str] = {
    "person": "Person",
    "government": "PublicBody",
    "military": "PublicBody",
    "community": "LegalEntity",
    "other": "LegalEntity",
}
"""Every other kind is an Organization."""

PART = "has part"


class Link(NamedTuple):
    """What links a record to an event: a role, or `PART`."""

    kind: Kind
    id: str
    role: str


@once_per_graph
def entity_total(graph: Graph) -> int:
    """How many lines the file has."""
    known = standing(graph)
    offices = sum(len(_offices(known, actor)) for actor in known.actors)
    links = sum(len(_links(known, event)) for event in known.events)
    things = (known.actors, known.locations, known.articles, known.events)
    return offices + links + sum(map(len, things))


FOLLOWTHEMONEY = Download(
    address="data/followthemoney.json",
    name=message("FollowTheMoney entities"),
    media_type="application/x-ndjson",
    fields=message(
        "For Aleph and OpenSanctions, an entity a line: people, organisations, places (Address), events, reports "
        "(Article), memberships, parts and roles as links, with dates as exactly as they are known."
    ),
    records=entity_total,
)
DOWNLOADS = (FOLLOWTHEMONEY,)


def outputs(graph: Graph) -> Iterator[FileOutput]:
    """The one file."""
    yield from published(graph, FOLLOWTHEMONEY, write)


def write(graph: Graph, _subject: str) -> bytes:
    """A line for each entity: actors, places, reports, events, each with its links after it."""
    return b"".join([f"{json.dumps(one, ensure_ascii=False)}\n".encode() for one in entities(graph)])


def entities(graph: Graph) -> Iterator[dict[str, object]]:
    """Every entity, in the order of the file."""
    known = standing(graph)
    for actor in known.actors:
        yield _actor(graph, actor)
        for name, office in _offices(known, actor):
            yield _belonging(graph, actor, name, office)
    for location in known.locations:
        yield _location(graph, location)
    for article in known.articles:
        yield _article(graph, known, article)
    for event in known.events:
        yield _event(graph, known, event)
        for link in _links(known, event):
            yield _link(graph, event, link)


def _actor(graph: Graph, actor: Actor) -> dict[str, object]:
    schema = SCHEMATA.get(actor.kind, "Organization")
    is_person = schema == "Person"
    began, ended = ("birthDate", "deathDate") if is_person else ("incorporationDate", "dissolutionDate")
    sector: Properties = {} if is_person else {"classification": [ACTOR_KIND_WORDS[actor.kind][0]]}
    return entity(
        _id(graph, actor),
        schema,
        {
            **_thing(graph, actor, actor.name),
            "alias": [*(name.text for name in actor.names), *actor.aliases],
            "previousName": [former.name for former in actor.former_names],
            began: [_edges(actor.born or actor.founded).start],
            ended: [_edges(actor.died or actor.dissolved).end],
            "wikidataId": [actor.wikidata],
            **sector,
        },
    )


def _offices(known: Standing, actor: Actor) -> list[tuple[str, Office]]:
    """What the actor is part of, and its offices, each with what tells it from the others."""
    whole = Office(body=actor.part_of, title="part of")
    named = [("part", whole), *((f"office-{number}", office) for number, office in enumerate(actor.roles, 1))]
    return [(name, office) for name, office in named if known.has("actor", office.body)]


def _belonging(graph: Graph, actor: Actor, name: str, office: Office) -> dict[str, object]:
    """A Membership, whose organisation the model wants to be one; for any other body an UnknownLink."""
    body = graph.actor(office.body)
    in_organisation = SCHEMATA.get(body.kind, "Organization") in {"Organization", "PublicBody"}
    schema, ends = (
        ("Membership", ("member", "organization"))
        if in_organisation
        else ("UnknownLink", ("subject", "object"))
    )
    source = graph.find("article", office.source) if office.source else None
    return entity(
        f"{_id(graph, actor)}-{name}",
        schema,
        {
            ends[0]: [_id(graph, actor)],
            ends[1]: [_id(graph, body)],
            "role": [office.title],
            "startDate": [_edges(office.since).start],
            "endDate": [_edges(office.until).end],
            "sourceUrl": [_address(source.url)] if isinstance(source, Article) and not source.draft else [],
        },
    )


def _location(graph: Graph, place: Location) -> dict[str, object]:
    point = location_point(place)
    region = within(graph, place, "governorate")
    town = place if place.kind in {"city", "town", "village"} else None
    return entity(
        _id(graph, place),
        "Address",
        {
            **_thing(graph, place, place.name),
            "alias": [*(name.text for name in place.names), *place.aliases],
            "previousName": [former.name for former in place.former_names],
            "full": [place_words(graph, place)],
            "city": [town.name] if town else [],
            "state": [region.name] if region else [],
            "latitude": [str(point[0])] if point else [],
            "longitude": [str(point[1])] if point else [],
            "wikidataId": [place.wikidata],
        },
    )


def _article(graph: Graph, known: Standing, article: Article) -> dict[str, object]:
    publisher = graph.actor(article.publisher).name if known.has("actor", article.publisher) else ""
    return entity(
        _id(graph, article),
        "Article",
        {
            **_thing(graph, article, article.title),
            "title": [article.title],
            "author": [article.byline],
            "publisher": [publisher],
            **({"sourceUrl": [article.url]} if _address(article.url) else {}),
            "publishedAt": [_edges(article.published).start],
            "retrievedAt": [_edges(article.retrieved).start],
        },
    )


def _event(graph: Graph, known: Standing, event: Event) -> dict[str, object]:
    when = _edges(event.date)
    dates: Properties = (
        {"date": [when.start]}
        if when.start == when.end
        else {"startDate": [when.start], "endDate": [when.end]}
    )
    place = main_place(graph, event)
    places = [location_id for location_id in event.locations if known.has("location", location_id)]
    sources = [article.id for article in graph.sources_of(event) if known.has("article", article.id)]
    return entity(
        _id(graph, event),
        "Event",
        {
            **_thing(graph, event, event.title),
            **dates,
            "description": [f"{event.date.words()} ({event.status})"],
            "recordId": [event.id],
            "location": [place_words(graph, place, event.date)] if place else [],
            "addressEntity": [entity_id(graph, "location", location_id) for location_id in places],
            "involved": [
                entity_id(graph, "actor", part.actor)
                for part in event.actors
                if known.has("actor", part.actor)
            ],
            "keywords": [graph.topic(topic).title for topic in event.topics if known.has("topic", topic)],
            "proof": [entity_id(graph, "article", article_id) for article_id in sources],
        },
    )


def _links(known: Standing, event: Event) -> list[Link]:
    """Who did what, each role once, and what the event is part of."""
    parts = [Link("actor", part.actor, part.role) for part in dict.fromkeys(event.actors)]
    whole = Link("event", event.part_of, PART)
    return [link for link in [*parts, whole] if known.has(link.kind, link.id)]


def _link(graph: Graph, event: Event, link: Link) -> dict[str, object]:
    labels = {role.slug: role.label for role in graph.site.roles}
    return entity(
        f"{_id(graph, event)}-{link.kind}-{link.id}-{slug(link.role)}",
        "UnknownLink",
        {
            "subject": [entity_id(graph, link.kind, link.id)],
            "object": [_id(graph, event)],
            "role": [labels.get(link.role, link.role)],
        },
    )


def _thing(graph: Graph, record: AnyRecord, name: str) -> Properties:
    """Name, summary and page of any record."""
    base = base_of(graph)
    page = f"{base}{record_address(kind_of(record), record.id)}" if base else ""
    return {"name": [name], "summary": [summary_text(graph, record)], "sourceUrl": [page]}


def _edges(moment: Moment | None) -> Edges:
    """Times without the `Z` that the model's dates do not have; all of them are in UTC."""
    found = edges(moment) if moment else Edges("", "")
    return Edges(found.start.removesuffix("Z"), found.end.removesuffix("Z"))


def _address(url: str) -> str:
    return url if url.startswith(("https://", "http://")) else ""


def _id(graph: Graph, record: AnyRecord) -> str:
    return entity_id(graph, kind_of(record), record.id)
