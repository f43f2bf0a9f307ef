"""Roles as lists: the parties of an event by role, and an actor's events by what it did in them."""

from __future__ import annotations

from dataclasses import dataclass

from generator.graph.graph import Graph
from generator.graph.language import language_of
from generator.graph.values import Appearance
from generator.model.moment import Moment
from generator.model.offices import held_on
from generator.model.records import Event
from generator.model.site_settings import Role
from generator.pages.cards import Card, Name, actor_name, event_card
from generator.pages.page import page_slice
from generator.pages.wording import list_words


@dataclass(frozen=True, slots=True)
class Party:
    """The actors that have one role in an event. `posts` are the offices each is known to have held on its day, a
    line for each actor, empty for none.
    """

    role: str
    actors: tuple[Name, ...]
    posts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """An actor's part in one event."""

    card: Card
    role: str


@dataclass(frozen=True, slots=True)
class PartList:
    """The events in which an actor did one kind of thing. `total` counts those on other pages too."""

    slug: str
    label: str
    total: int
    parts: tuple[Part, ...]


def parties(graph: Graph, event: Event) -> tuple[Party, ...]:
    """Roles in the order in which the event names them first."""
    by_role: dict[str, list[str]] = {}
    for participation in event.actors:
        by_role.setdefault(participation.role, []).append(participation.actor)
    return tuple(
        Party(
            role_label(graph, role),
            tuple(actor_name(graph, actor_id, event.date) for actor_id in actor_ids),
            tuple(_posts(graph, actor_id, event.date) for actor_id in actor_ids),
        )
        for role, actor_ids in by_role.items()
    )


def _posts(graph: Graph, actor_id: str, on: Moment) -> str:
    return (
        language_of(graph).say(", ").join(office.title for office in held_on(graph.actor(actor_id).roles, on))
    )


def role_label(graph: Graph, slug: str) -> str:
    """The word of the site's vocabulary."""
    role = _role(graph, slug)
    return language_of(graph).say(role.label) if role else slug.replace("-", " ")


def part_lists(graph: Graph, actor_id: str, number: int) -> tuple[PartList, ...]:
    """One page's share of an actor's events: by list in the order of the vocabulary, each in timeline order."""
    by_list: dict[str, list[Appearance]] = {}
    for appearance in graph.events_of(actor_id):
        by_list.setdefault(_list_of(graph, appearance.role), []).append(appearance)
    order = {role.list: place for place, role in reversed(list(enumerate(graph.site.roles)))}
    names = sorted(by_list, key=lambda name: (order.get(name, len(order) + len(graph.site.roles)), name))
    ordered = [(name, appearance) for name in names for appearance in by_list[name]]
    shown: dict[str, list[Part]] = {}
    for name, appearance in page_slice(ordered, number):
        part = Part(event_card(graph, appearance.event), role_label(graph, appearance.role))
        shown.setdefault(name, []).append(part)
    return tuple(
        PartList(name, list_words(graph, name), len(by_list[name]), tuple(parts))
        for name, parts in shown.items()
    )


def _list_of(graph: Graph, slug: str) -> str:
    role = _role(graph, slug)
    return role.list if role else "other"


def _role(graph: Graph, slug: str) -> Role | None:
    return next((role for role in graph.site.roles if role.slug == slug), None)
