"""schema.org values for the JSON-LD of pages. They say nothing that the page does not say.

Addresses are absolute, so a site that does not know its own leaves them out.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.graph.graph import Graph
from generator.model.addresses import record_address
from generator.model.moment import Moment
from generator.model.records import Actor, ActorKind, Article, Event, Location

Thing = dict[str, object]

_ACTOR_TYPES: dict[ActorKind, str] = {
    "person": "Person",
    "government": "GovernmentOrganization",
    "ngo": "NGO",
    "media": "NewsMediaOrganization",
}


def thing(kind: str, name: str, **properties: object) -> Thing:
    """A schema.org value; properties that are empty are left out."""
    return {"@type": kind, "name": name, **{key: value for key, value in properties.items() if value}}


def document(value: Thing) -> Thing:
    """A value that stands on its own in a page."""
    return {"@context": "https://schema.org", **value}


def url(graph: Graph, address: str) -> str:
    """The absolute address of a page, or empty."""
    base = graph.site.base_url.rstrip("/")
    return f"{base}/{address}" if base else ""


def website(graph: Graph) -> Thing:
    """The site itself, for the home page."""
    site = graph.site
    return document(
        thing(
            "WebSite",
            site.title,
            url=url(graph, ""),
            description=site.description,
            inLanguage=site.language,
            license=site.licence if site.licence.startswith("https://") else "",
        )
    )


def collection(graph: Graph, name: str, address: str) -> Thing:
    """A list of records."""
    return document(
        thing("CollectionPage", name, url=url(graph, address), isPartOf=thing("WebSite", graph.site.title))
    )


def free_page(graph: Graph, name: str, address: str) -> Thing:
    """A page of prose; About has a type of its own."""
    kind = "AboutPage" if address == "about/" else "WebPage"
    return document(thing(kind, name, url=url(graph, address), isPartOf=thing("WebSite", graph.site.title)))


def event_thing(graph: Graph, event: Event, description: str) -> Thing:
    """An event with its days, place and parties."""
    return document(
        thing(
            "Event",
            event.title,
            url=url(graph, record_address("event", event.id)),
            description=description,
            startDate=_start(event.date),
            endDate=_end(event.date),
            location=[place_name(graph, location_id) for location_id in event.locations],
            subjectOf=[article_name(graph, source.article) for source in event.sources],
        )
    )


def article_thing(graph: Graph, article: Article, outlet: str) -> Thing:
    """A report: published by its outlet, at its outlet's address. Our page about it is a mention of it only."""
    kind = "NewsArticle" if article.type in {"news", "wire", "commentary"} else "Report"
    return document(
        thing(
            kind,
            article.title,
            headline=article.title,
            url=article.url,
            datePublished=article.published.iso_datetime(),
            inLanguage=article.language,
            author=thing("Person", article.byline) if article.byline else None,
            publisher=thing("Organization", outlet),
            archivedAt=[copy.url for copy in article.archived],
            mainEntityOfPage=url(graph, record_address("article", article.id)),
        )
    )


def actor_thing(graph: Graph, actor: Actor, description: str) -> Thing:
    """A person or an organisation."""
    kind = _ACTOR_TYPES.get(actor.kind, "Organization")
    born, died = ("birthDate", "deathDate") if kind == "Person" else ("foundingDate", "dissolutionDate")
    dates = {born: _exact(actor.born or actor.founded), died: _exact(actor.died or actor.dissolved)}
    return document(
        thing(
            kind,
            actor.name,
            url=url(graph, record_address("actor", actor.id)),
            description=description,
            alternateName=[*(name.text for name in actor.names), *actor.aliases],
            sameAs=f"https://www.wikidata.org/entity/{actor.wikidata}" if actor.wikidata else "",
            **dates,
        )
    )


def location_thing(graph: Graph, location: Location, ancestors: Sequence[Location]) -> Thing:
    """A place, inside the nearest place it is part of."""
    point = location.coordinates
    kinds = {
        "country": "Country",
        "city": "City",
        "governorate": "AdministrativeArea",
        "district": "AdministrativeArea",
    }
    geo = {"@type": "GeoCoordinates", "latitude": point[0], "longitude": point[1]} if point else None
    return document(
        thing(
            kinds.get(location.kind, "Place"),
            location.name,
            url=url(graph, record_address("location", location.id)),
            alternateName=[*(name.text for name in location.names), *location.aliases],
            geo=geo,
            containedInPlace=thing("Place", ancestors[0].name) if ancestors else None,
            sameAs=f"https://www.wikidata.org/entity/{location.wikidata}" if location.wikidata else "",
        )
    )


def place_name(graph: Graph, location_id: str) -> Thing:
    """A place by name."""
    return thing(
        "Place", graph.location(location_id).name, url=url(graph, record_address("location", location_id))
    )


def article_name(graph: Graph, article_id: str) -> Thing:
    """A report by headline."""
    article = graph.article(article_id)
    return thing("CreativeWork", article.title, url=article.url)


def _exact(moment: Moment | None) -> str:
    return (moment.iso_datetime() or "") if moment else ""


def _start(date: Moment) -> str:
    return _exact(date.start) if date.is_interval else _exact(date)


def _end(date: Moment) -> str:
    return _exact(date.end) if date.is_interval else ""
