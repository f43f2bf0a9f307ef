"""What the files say of an event."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from generator.exports.links import record_link
from generator.exports.records import values
from generator.exports.records.field import (
    DAY_OR_NULL,
    INTEGER_OR_NULL,
    TEXT,
    Field,
    listed,
    of,
    one_of,
    or_null,
)
from generator.exports.records.values import Value
from generator.graph.graph import Graph
from generator.graph.values import Comparison, Target
from generator.model.moment import Moment
from generator.model.records import PRECISIONS, SIGNIFICANCES, STATUSES, Claim, Event, Kind
from generator.pages.figures import group_name, measure_label


def claims(graph: Graph, event: Event) -> list[Value]:
    """The claims as written, each with its dates."""
    return [_claim(graph, event, claim) for claim in graph.figures.claims(event)]


def precision_of(graph: Graph, event: Event) -> str | None:
    """How exactly the event's main place is known: as it says, else as the location does."""
    if not event.locations:
        return None
    return event.location_precision or graph.location(event.locations[0]).precision


def _claim(graph: Graph, event: Event, claim: Claim) -> Value:
    on = event.date
    is_actor = graph.find("actor", claim.group) is not None
    return {
        "measure": claim.measure,
        "measure_label": measure_label(graph, claim.measure),
        "group": graph.name_of(Target("actor", claim.group), on) if is_actor else claim.group,
        "group_actor": values.reference(graph, "actor", claim.group, on) if is_actor else None,
        "figure": values.figure(claim.figure),
        "claimed_by": values.reference(graph, "actor", claim.claimed_by, on),
        "source": values.reference(graph, "article", claim.source),
        "as_of": values.moment(claim.as_of),
        "scope": values.moment(claim.scope),
        "stance": claim.stance,
    }


def _comparisons(graph: Graph, event: Event) -> list[Value]:
    places = {id(claim): place for place, claim in enumerate(graph.figures.claims(event))}
    return [_comparison(graph, event, comparison, places) for comparison in graph.comparisons(event)]


def _comparison(graph: Graph, event: Event, comparison: Comparison, places: dict[int, int]) -> Value:
    target = comparison.group_target
    return {
        "measure": comparison.measure,
        "group": group_name(graph, comparison, event.date).label,
        "group_actor": values.reference(graph, "actor", target.id, event.date) if target else None,
        "scope": values.moment(comparison.scope),
        "span": values.figure(comparison.span),
        "sources": comparison.sources,
        "claimants": comparison.claimants,
        "disputed": comparison.disputed,
        "claims": _places(comparison.claims, places),
        "standing": _places(comparison.standing, places),
    }


def _places(found: Sequence[Claim], places: dict[int, int]) -> list[int]:
    return [places[id(claim)] for claim in found]


def _statements(graph: Graph, event: Event) -> list[Value]:
    return [
        {
            "by": values.reference(graph, "actor", one.by, event.date),
            "to": [values.reference(graph, "actor", hearer, event.date) for hearer in one.to],
            "text": one.text,
            "quoted": one.quoted,
            "source": values.reference(graph, "article", one.source),
        }
        for one in event.statements
    ]


def _actors(graph: Graph, event: Event) -> list[Value]:
    labels = {role.slug: role.label for role in graph.site.roles} if event.actors else {}
    return [
        {
            **values.reference(graph, "actor", part.actor, event.date),
            "role": part.role,
            "role_label": labels.get(part.role, part.role),
        }
        for part in event.actors
    ]


def _sources(graph: Graph, event: Event) -> list[Value]:
    cited = {citation.article: citation for citation in event.sources}
    return [
        {
            "id": article.id,
            "name": article.title,
            "locator": cited[article.id].locator if article.id in cited else "",
            "quote": cited[article.id].quote if article.id in cited else "",
        }
        for article in graph.sources_of(event)
    ]


def _source_count(graph: Graph, event: Event) -> Value:
    count = graph.source_count(event)
    return {
        "reports": count.reports,
        "independent": count.independent,
        "chains": [list(chain) for chain in count.chains],
    }


def _named(kind: Kind, ids: Callable[[Event], Sequence[str]]) -> Callable[[Graph, Event], object]:
    return lambda graph, event: values.by_ids(graph, kind, ids(event))


def _dated(date: Callable[[Event], Moment]) -> Callable[[Graph, Event], object]:
    return lambda _, event: values.moment(date(event))


EVENT = listed(of("reference"))

FIELDS: tuple[Field[Event], ...] = (
    Field("id", TEXT, "Permanent id.", lambda _, event: event.id),
    Field("link", TEXT, "Its page.", record_link),
    Field("title", TEXT, "What happened.", lambda _, event: event.title),
    Field(
        "summary",
        TEXT,
        "One or two sentences.",
        lambda graph, event: values.summary(graph, event, event.date),
    ),
    Field("body", TEXT, "The note, as HTML.", lambda graph, event: values.body(graph, event, event.date)),
    Field("date", of("moment"), "When it happened.", _dated(lambda event: event.date)),
    Field("date_basis", TEXT, "Why we say so, where sources differ.", lambda _, event: event.date_basis),
    Field("order", INTEGER_OR_NULL, "Place within its day, where one is set.", lambda _, event: event.order),
    Field("status", one_of(*STATUSES), "Evidence grade.", lambda _, event: event.status),
    Field(
        "significance", one_of(*SIGNIFICANCES), "Weight in the story.", lambda _, event: event.significance
    ),
    Field(
        "locations",
        listed(of("reference")),
        "Places, the main one first.",
        lambda graph, event: [
            values.reference(graph, "location", place, event.date) for place in event.locations
        ],
    ),
    Field(
        "location_precision",
        one_of(*PRECISIONS, None),
        "How exactly the main place is known; null where nobody says.",
        precision_of,
    ),
    Field("actors", listed(of("participation")), "Who took part, in which role.", _actors),
    Field("topics", listed(of("reference")), "Topics.", _named("topic", lambda event: event.topics)),
    Field(
        "first_reported",
        DAY_OR_NULL,
        "Day of the first report; null without dated sources.",
        lambda graph, event: values.iso_day(graph.first_reported(event)),
    ),
    Field("source_count", of("source_count"), "Reports, and how many are independent.", _source_count),
    Field("sources", listed(of("citation")), "Every article it rests on.", _sources),
    Field("claims", listed(of("claim")), "Figures, each as one party gave it.", claims),
    Field("comparisons", listed(of("comparison")), "Claims side by side, with their span.", _comparisons),
    Field("statements", listed(of("statement")), "Who said what.", _statements),
    Field(
        "part_of",
        or_null(of("reference")),
        "The event it is part of.",
        lambda graph, event: values.maybe(graph, "event", event.part_of),
    ),
    Field(
        "parts",
        EVENT,
        "Events that are part of it.",
        lambda graph, event: values.references(graph.parts_of(event.id)),
    ),
    Field("responds_to", EVENT, "Events it answers.", _named("event", lambda event: event.responds_to)),
    Field(
        "responded_by",
        EVENT,
        "Events that answer it.",
        lambda graph, event: values.references(graph.responded_by(event)),
    ),
    Field("follows", EVENT, "Events it follows from.", _named("event", lambda event: event.follows)),
    Field(
        "followed_by",
        EVENT,
        "Events that follow from it.",
        lambda graph, event: values.references(graph.followed_by(event)),
    ),
    Field("denies", EVENT, "Events it denies.", _named("event", lambda event: event.denies)),
    Field(
        "denied_by",
        EVENT,
        "Events in which it is denied.",
        lambda graph, event: values.references(graph.denied_by(event)),
    ),
    Field("mentions", listed(of("target")), "Records that its prose names.", values.mentions),
    Field(
        "mentioned_by",
        listed(of("target")),
        "Records whose prose names it.",
        lambda graph, event: values.mentioned_by(graph, "event", event),
    ),
    Field("media", listed(of("media")), "Pictures.", lambda graph, event: values.media(graph, event.media)),
    Field("corrections", listed(of("correction")), "Its lines of the ledger.", values.corrections),
    Field("former_ids", listed(TEXT), "Ids it had, oldest first.", lambda _, event: list(event.former_ids)),
)
"""In the order in which they are written."""
