"""What the files say of an actor."""

from __future__ import annotations

from collections.abc import Iterable

from generator.exports.links import record_link
from generator.exports.records import values
from generator.exports.records.field import (
    COUNT,
    TEXT,
    Field,
    Shape,
    described,
    listed,
    of,
    one_of,
    or_null,
    shape_of,
)
from generator.exports.records.values import Value
from generator.graph.graph import Graph
from generator.graph.values import ClaimUse, StatementUse
from generator.model.records import ACTOR_KINDS, Actor, Office

SHAPES: dict[str, Shape] = {
    "office": shape_of(
        "An office or membership.",
        **{
            "in": described(of("reference"), "The body."),
            "as": described(TEXT, "The post."),
            "from": or_null(of("moment")),
            "until": or_null(of("moment")),
            "source": or_null(of("reference")),
        },
    ),
    "member": shape_of(
        "Who holds or held an office in the actor.",
        **{
            "actor": of("reference"),
            "as": described(TEXT, "The post."),
            "from": or_null(of("moment")),
            "until": or_null(of("moment")),
            "source": or_null(of("reference")),
        },
    ),
    "appearance": shape_of(
        "A part that the actor had in an event.",
        id=described(TEXT, "The event's id."),
        name=described(TEXT, "Its title."),
        role=described(TEXT, "A word of the site's vocabulary of roles."),
    ),
    "companion": shape_of(
        "An actor in the same events.",
        id=TEXT,
        name=TEXT,
        events=described(COUNT, "How many they share."),
    ),
}


def _office(graph: Graph, office: Office) -> Value:
    return {
        "as": office.title,
        "from": values.moment(office.since),
        "until": values.moment(office.until),
        "source": values.maybe(graph, "article", office.source),
    }


def _roles(graph: Graph, actor: Actor) -> list[Value]:
    return [
        {"in": values.reference(graph, "actor", office.body), **_office(graph, office)}
        for office in actor.roles
    ]


def _members(graph: Graph, actor: Actor) -> list[Value]:
    return [
        {"actor": values.reference(graph, "actor", actor_id), **_office(graph, office)}
        for actor_id, office in graph.members_of(actor.id)
    ]


def _events(graph: Graph, actor: Actor) -> list[Value]:
    return [{"id": event.id, "name": event.title, "role": role} for event, role in graph.events_of(actor.id)]


def _companions(graph: Graph, actor: Actor) -> list[Value]:
    return [
        {**values.reference(graph, "actor", companion.actor_id), "events": companion.events}
        for companion in graph.appears_with(actor.id)
    ]


def _where(uses: Iterable[ClaimUse | StatementUse]) -> list[Value]:
    return values.references(use.event for use in uses)


REFERENCES = listed(of("reference"))
MOMENT = or_null(of("moment"))

FIELDS: tuple[Field[Actor], ...] = (
    Field("id", TEXT, "Permanent id.", lambda _, actor: actor.id),
    Field("link", TEXT, "Its page.", record_link),
    Field("name", TEXT, "The name that the site uses.", lambda _, actor: actor.name),
    Field("kind", one_of(*ACTOR_KINDS), "What it is.", lambda _, actor: actor.kind),
    Field("summary", TEXT, "One or two sentences.", values.summary),
    Field("body", TEXT, "The note, as HTML.", values.body),
    Field("names", listed(of("name")), "Names in languages.", lambda _, actor: values.names(actor)),
    Field("aliases", listed(TEXT), "Other spellings.", lambda _, actor: list(actor.aliases)),
    Field(
        "former_names",
        listed(of("former_name")),
        "Names of the past.",
        lambda _, actor: values.former_names(actor.former_names),
    ),
    Field(
        "part_of",
        or_null(of("reference")),
        "The actor it is part of.",
        lambda graph, actor: values.maybe(graph, "actor", actor.part_of),
    ),
    Field(
        "parts",
        REFERENCES,
        "Its parts.",
        lambda graph, actor: values.references(graph.parts_of_actor(actor.id)),
    ),
    Field("roles", listed(of("office")), "Offices and memberships it holds or held.", _roles),
    Field("members", listed(of("member")), "Who holds or held an office in it.", _members),
    Field("born", MOMENT, "Birth.", lambda _, actor: values.moment(actor.born)),
    Field("died", MOMENT, "Death.", lambda _, actor: values.moment(actor.died)),
    Field("founded", MOMENT, "Foundation.", lambda _, actor: values.moment(actor.founded)),
    Field("dissolved", MOMENT, "End.", lambda _, actor: values.moment(actor.dissolved)),
    Field("wikidata", TEXT, "Wikidata id.", lambda _, actor: actor.wikidata),
    Field(
        "image",
        listed(of("media")),
        "A picture, or none.",
        lambda graph, actor: values.media(graph, [actor.image] if actor.image else []),
    ),
    Field("events", listed(of("appearance")), "Events it took part in, once for each role.", _events),
    Field(
        "claims_in",
        REFERENCES,
        "Events of which it gives a figure.",
        lambda graph, actor: _where(graph.claims_by(actor.id)),
    ),
    Field(
        "counted_in",
        REFERENCES,
        "Events with a figure about it.",
        lambda graph, actor: _where(graph.claims_about(actor.id)),
    ),
    Field(
        "statements_in",
        REFERENCES,
        "Events in which it says something.",
        lambda graph, actor: _where(graph.statements_by(actor.id)),
    ),
    Field(
        "addressed_in",
        REFERENCES,
        "Events in which something is said to it.",
        lambda graph, actor: _where(graph.statements_to(actor.id)),
    ),
    Field(
        "appears_with", listed(of("companion")), "Actors in the same events, most shared first.", _companions
    ),
    Field(
        "published",
        REFERENCES,
        "Articles that it published.",
        lambda graph, actor: values.references(graph.published_by(actor.id)),
    ),
    Field(
        "relayed",
        REFERENCES,
        "Articles that lean on it as their agency.",
        lambda graph, actor: values.references(graph.relayed_by(actor.id)),
    ),
    Field("mentions", listed(of("target")), "Records that its prose names.", values.mentions),
    Field(
        "mentioned_by",
        listed(of("target")),
        "Records whose prose names it.",
        lambda graph, actor: values.mentioned_by(graph, "actor", actor),
    ),
    Field("corrections", listed(of("correction")), "Its lines of the ledger.", values.corrections),
    Field("former_ids", listed(TEXT), "Ids it had.", lambda _, actor: list(actor.former_ids)),
)
"""In the order in which they are written."""
