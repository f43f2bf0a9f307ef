"""Records as the schema.org values that name them: of which type, by which name, told from the pages about them by `@id`.

Nothing is made more certain than it is: a date only where it is known, a point only where there is one.
"""

from __future__ import annotations

from collections.abc import Iterable

from generator.graph.graph import Graph
from generator.graph.points import location_point
from generator.graph.withdrawal import is_withdrawn
from generator.model.addresses import record_address
from generator.model.moment import Moment
from generator.model.records import (
    Actor,
    ActorKind,
    AnyRecord,
    Article,
    ArticleType,
    Event,
    Kind,
    Location,
    LocationKind,
    kind_of,
)
from generator.pages.structured import Thing, shared_url, thing

ACTOR_TYPES: dict[ActorKind, str] = {
    "person": "Person",
    "government": "GovernmentOrganization",
    "ngo": "NGO",
    "media": "NewsMediaOrganization",
    "community": "Thing",
}
"""Others are an Organization. A community is nobody's organisation, and schema.org has no word for it."""

ARTICLE_TYPES: dict[ArticleType, str] = {
    "news": "NewsArticle",
    "wire": "NewsArticle",
    "commentary": "OpinionNewsArticle",
    "official": "Report",
    "ngo": "Report",
    "reference": "Article",
    "social": "SocialMediaPosting",
}

LOCATION_TYPES: dict[LocationKind, str] = {
    "country": "Country",
    "region": "AdministrativeArea",
    "governorate": "AdministrativeArea",
    "district": "AdministrativeArea",
    "city": "City",
    "town": "City",
    "river": "RiverBodyOfWater",
    "body-of-water": "BodyOfWater",
}
"""Others are a Place. A City is "a city or town"."""


def names(graph: Graph, records: Iterable[AnyRecord], on: Moment | None = None) -> list[Thing]:
    """Records by type and name, valid on a day if one is given; those that stand."""
    return [named(graph, record, on) for record in records if not is_withdrawn(record)]


def report(graph: Graph, article: Article) -> Thing:
    """A report by headline, outlet, day and the outlet's address."""
    return {
        **named(graph, article),
        **filled(
            headline=article.title,
            url=article.url,
            datePublished=exact(article.published),
            publisher=_outlet(graph, article),
        ),
    }


def named(graph: Graph, record: AnyRecord, on: Moment | None = None) -> Thing:
    """Type, name (valid on a day if one is given), and what tells it from the page about it."""
    kind = kind_of(record)
    address = shared_url(graph.site, record_address(kind, record.id))  # one thing, in whatever language
    identity: Thing = {"@id": f"{address}#{kind}"} if address else {}
    return {"@type": type_of(record), **identity, "name": graph.name_on(record, on)}


def type_of(record: AnyRecord) -> str:
    """The schema.org type of what a record is about."""
    match record:
        case Event():
            return "Event"
        case Article():
            return ARTICLE_TYPES[record.type]
        case Actor():
            return ACTOR_TYPES.get(record.kind, "Organization")
        case Location():
            return LOCATION_TYPES.get(record.kind, "Place")
        case _:
            return "WebPage"


def found(graph: Graph, kind: Kind, ids: Iterable[str]) -> list[AnyRecord]:
    """Records by id, each once; what leads nowhere is a finding of `link`."""
    records = (graph.find(kind, record_id) for record_id in dict.fromkeys(ids))
    return [record for record in records if record]


def geo(location: AnyRecord) -> Thing | None:
    """The point of a place that is at one, and known better than to a district."""
    point = location_point(location) if isinstance(location, Location) else None
    if point is None:
        return None
    latitude, longitude = point
    return {"@type": "GeoCoordinates", "latitude": latitude, "longitude": longitude}


def _outlet(graph: Graph, article: Article) -> Thing:
    """The publisher under the name of the day; whatever it is, to publish it must be somebody."""
    outlet = graph.find("actor", article.publisher)
    if outlet is None:
        return thing("Organization", article.publisher)
    kind = type_of(outlet) if type_of(outlet) != "Thing" else "Organization"
    return {**named(graph, outlet, article.published), "@type": kind}


def filled(**properties: object) -> Thing:
    """Properties that are not empty."""
    return {key: value for key, value in properties.items() if value}


def exact(moment: Moment | None) -> str:
    """A date as ISO 8601 writes it, if it is known; else empty."""
    return (moment.iso_datetime() or "") if moment else ""
