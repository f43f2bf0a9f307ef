"""What records are about, as schema.org values: what happened, who, where, and who reported it.

A record's page is `mainEntityOfPage`; `@id` tells things apart from pages about them. Nothing is made more certain than
it is: a date only where it is known, a point only where there is one, no organiser of a war.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.graph.graph import Graph
from generator.graph.places import is_somewhere_in
from generator.model.addresses import record_address
from generator.model.record_parts import Media
from generator.model.records import Actor, AnyRecord, Article, Event, Location, Office, kind_of, label_of
from generator.pages.dates import day_date, event_change
from generator.pages.named_things import ACTOR_TYPES, exact, filled, found, geo, named, names, report
from generator.pages.page import PAGE_LENGTH
from generator.pages.structured import Thing, document, page, shared_url, url
from generator.pages.trail import LISTS


def event_thing(graph: Graph, event: Event, description: str) -> Thing:
    """An event: its days, places and parties, what it is part of, and the reports of it."""
    change = event_change(graph, event)
    modified = day_date(graph, change[0]).iso if change else ""
    return document(
        {
            **named(graph, event),
            **filled(
                url=url(graph, record_address("event", event.id)),
                description=description,
                startDate=exact(event.date.start) if event.date.is_interval else exact(event.date),
                endDate=exact(event.date.end) if event.date.is_interval else "",
                location=[_scene(graph, event, place) for place in found(graph, "location", event.locations)],
                about=names(graph, found(graph, "actor", _parties(graph, event)), event.date),
                keywords=[graph.topic(topic).title for topic in event.topics],
                superEvent=names(graph, found(graph, "event", [event.part_of])),
                subEvent=names(graph, graph.parts_of(event.id)[:PAGE_LENGTH]),
                subjectOf=[report(graph, article) for article in graph.sources_of(event)],
                image=_images(graph, event.media),
                mainEntityOfPage=_page(graph, event, modified=modified),
            ),
        }
    )


def article_thing(graph: Graph, article: Article) -> Thing:
    """A report: published by its outlet, at its outlet's address. The page here is about it."""
    resting = [event for event in graph.resting_on(article.id).events if not event.draft]
    mentioned = [
        record
        for record_id in article.mentions
        for kind in ("actor", "location")
        if (record := graph.find(kind, record_id))
    ]
    return document(
        {
            **report(graph, article),
            **filled(
                inLanguage=article.language,
                creditText=article.byline,
                contributor=names(graph, found(graph, "actor", [article.agency])),
                isBasedOn=names(graph, found(graph, "article", article.based_on)),
                archivedAt=[copy.url for copy in article.archived],
                about=names(graph, resting[:PAGE_LENGTH]),
                mentions=names(graph, mentioned),
                mainEntityOfPage=_page(graph, article),
            ),
        }
    )


def actor_thing(graph: Graph, actor: Actor, description: str) -> Thing:
    """A person or an organisation, with all its names and what it belongs to."""
    parent = names(graph, found(graph, "actor", [actor.part_of]))
    return document(
        {
            **named(graph, actor),
            **filled(
                description=description,
                alternateName=_other_names(actor),
                sameAs=_wikidata(actor.wikidata),
                image=_images(graph, [actor.image] if actor.image else []),
                mainEntityOfPage=_page(graph, actor),
                **_life(graph, actor, parent),
            ),
        }
    )


def location_thing(graph: Graph, location: Location, description: str) -> Thing:
    """A place, inside the nearest place that it is part of."""
    around = graph.ancestors(location.id)
    way = [(place.name, record_address("location", place.id)) for place in reversed((location, *around))]
    geonames = f"https://sws.geonames.org/{location.geonames}/" if location.geonames else ""
    return document(
        {
            **named(graph, location),
            **filled(
                description=description,
                alternateName=_other_names(location),
                geo=geo(location),
                containedInPlace=names(graph, around[:1]),
                sameAs=[*filter(None, (*_wikidata(location.wikidata), geonames))],
                mainEntityOfPage=_page(graph, location, way=[(LISTS["locations"], "locations/"), *way]),
            ),
        }
    )


def page_mentions(graph: Graph, record: AnyRecord) -> list[Thing]:
    """What a record's prose names, once each, as it comes."""
    named = dict.fromkeys(target for target in graph.targets(record) if target)
    records = (graph.find(kind, record_id) for kind, record_id in named if kind not in {"topic", "page"})
    return names(graph, [record for record in records if record])


def _parties(graph: Graph, event: Event) -> list[str]:
    """The actors that took part; who only reported it is no party."""
    reporting = {role.slug for role in graph.site.roles if role.list == "reported"}
    return [part.actor for part in event.actors if part.role not in reporting]


def _page(graph: Graph, record: AnyRecord, way: Sequence[tuple[str, str]] = (), modified: str = "") -> Thing:
    """A record's page: the way to it, when it changed last, and what its prose names."""
    address = record_address(kind_of(record), record.id)
    about = page("WebPage", graph, label_of(record), address, way=way, mentions=page_mentions(graph, record))
    return {**about, **filled(dateModified=modified)}


def _scene(graph: Graph, event: Event, place: AnyRecord) -> Thing:
    """A place of an event, with its point where the event is known to have been there."""
    exact = isinstance(place, Location) and not is_somewhere_in(event, place)
    return {**named(graph, place, event.date), **filled(geo=geo(place) if exact else None)}


def _life(graph: Graph, actor: Actor, parent: Sequence[Thing]) -> Thing:
    """Its dates and what it belongs to, in the words of its type."""
    offices = [
        office
        for role in actor.roles
        for body in names(graph, found(graph, "actor", [role.body]))
        if (office := _office(role, body))
    ]
    match ACTOR_TYPES.get(actor.kind):
        case "Person":
            dates = {"birthDate": exact(actor.born), "deathDate": exact(actor.died)}
            return {**dates, "memberOf": [*_bodies(parent), *offices]}
        case "Thing":
            return {}
        case _:
            dates = {"foundingDate": exact(actor.founded), "dissolutionDate": exact(actor.dissolved)}
            return {**dates, "parentOrganization": _bodies(parent), "memberOf": offices}


def _office(office: Office, body: Thing) -> Thing | None:
    """An office or membership with its time, as a schema.org role between the holder and the body."""
    if not _bodies([body]):
        return None
    return {
        "@type": "OrganizationRole",
        "memberOf": body,
        **filled(roleName=office.title, startDate=exact(office.since), endDate=exact(office.until)),
    }


def _bodies(things: Iterable[Thing]) -> list[Thing]:
    """Those that one can be a member of."""
    return [one for one in things if one["@type"] not in {"Thing", "Person"}]


def _other_names(record: Actor | Location) -> list[str]:
    every = (
        *(name.text for name in record.names),
        *(former.name for former in record.former_names),
        *record.aliases,
    )
    return [name for name in dict.fromkeys(every) if name != record.name]


def _images(graph: Graph, media: Iterable[Media]) -> list[Thing]:
    """Pictures of this site that a page shows unfolded."""
    return [
        {
            "@type": "ImageObject",
            "contentUrl": shared_url(graph.site, one.file),
            **filled(description=one.alt, creditText=one.credit),
        }
        for one in media
        if one.file and not one.graphic and graph.site.base_url
    ]


def _wikidata(number: str) -> list[str]:
    return [f"https://www.wikidata.org/entity/{number}"] if number else []
