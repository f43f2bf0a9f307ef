"""`/actors/<id>/`: who, under which names, in which roles over time, and what it did, suffered and said.

Each further page (`/actors/<id>/page/2/`) carries the next hundred rows of every list.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.graph.graph import Graph
from generator.graph.language import language_of
from generator.graph.values import ClaimUse, StatementUse
from generator.languages.message import message
from generator.model.addresses import record_address
from generator.model.records import Actor, Office
from generator.pages.actor_lists import part_lists
from generator.pages.backlinks import backlink_rows
from generator.pages.cards import ArticleCard, Card, Name, actor_name, article_card, event_card
from generator.pages.corrections import record_corrections
from generator.pages.dates import Date, date_of, period
from generator.pages.figures import FigureRow, claim_row, group_name, measure_label, span_line, total_rows
from generator.pages.media import pictures
from generator.pages.names_band import name_band
from generator.pages.networks.circle import circle
from generator.pages.page import PageOutput, View, page_slice, page_total, paged, paged_subject, pager
from generator.pages.positions import StatementRow, statement_row
from generator.pages.prose import body_html, summary_html, summary_text
from generator.pages.things import actor_thing
from generator.pages.wording import ACTOR_KIND_WORDS


@dataclass(frozen=True, slots=True)
class OfficeRow:
    """An office or membership; `who` is the body, or on the body's page the one who holds it."""

    who: Name
    title: str
    period: str
    source: ArticleCard | None


@dataclass(frozen=True, slots=True)
class ClaimBeside:
    """A claim the actor makes beside what all sources of that figure say."""

    card: Card
    measure: str
    group: Name
    row: FigureRow
    others: str


@dataclass(frozen=True, slots=True)
class Said:
    """A statement and the event it belongs to."""

    card: Card
    statement: StatementRow


@dataclass(frozen=True, slots=True)
class CompanionRow:
    """An actor it appears with, and in how many events."""

    actor: Name
    events: int


def outputs(graph: Graph) -> Iterator[PageOutput]:
    """A page for each actor, and those that continue its lists."""
    for actor in graph.actors:
        page = PageOutput(
            address=record_address("actor", actor.id),
            template="actor.html",
            view=view,
            subject=actor.id,
            record=f"actor/{actor.id}",
        )
        yield from paged(page, _pages(graph, actor))


def view(graph: Graph, subject: str) -> View:
    """One page of an actor."""
    actor_id, number = paged_subject(subject)
    actor = graph.actor(actor_id)
    lists: View = {
        "lists": part_lists(graph, actor_id, number),
        "events_total": len({appearance.event.id for appearance in graph.events_of(actor_id)}),
        "said": [_said(graph, use) for use in page_slice(graph.statements_by(actor_id), number)],
        "told": [_said(graph, use) for use in page_slice(graph.statements_to(actor_id), number)],
        "claims": [_beside(graph, use) for use in page_slice(graph.claims_by(actor_id), number)],
        "companions": [
            CompanionRow(actor_name(graph, other), events)
            for other, events in page_slice(graph.appears_with(actor_id), number)
        ],
        "circle": circle(graph, actor_id) if number == 1 else None,
        "published": [
            article_card(graph, article) for article in page_slice(graph.published_by(actor_id), number)
        ],
        "relayed": [
            article_card(graph, article) for article in page_slice(graph.relayed_by(actor_id), number)
        ],
        "members": [
            office_row(graph, member, office)
            for member, office in page_slice(graph.members_of(actor_id), number)
        ],
        "parts": [actor_name(graph, part.id) for part in page_slice(graph.parts_of_actor(actor_id), number)],
        "backlinks": backlink_rows(graph, "actor", actor_id, number),
    }
    base = record_address("actor", actor_id)
    return {**_heading(graph, actor), **lists, "pager": pager(base, number, _pages(graph, actor))}


def office_row(graph: Graph, actor_id: str, office: Office) -> OfficeRow:
    """An office, named with the actor `actor_id`: its body, or its holder."""
    source = graph.find("article", office.source) if office.source else None
    return OfficeRow(
        actor_name(graph, actor_id, office.since),
        office.title,
        period(graph, office.since, office.until),
        article_card(graph, graph.article(office.source)) if source else None,
    )


def _heading(graph: Graph, actor: Actor) -> View:
    """What stands above the lists, on the first page and in short on the others."""
    description = summary_text(graph, actor) or language_of(graph).say(
        "{name}: {kind}.",
        name=actor.name,
        kind=language_of(graph).say(ACTOR_KIND_WORDS[actor.kind][0]).lower(),
    )
    return {
        "title": actor.name,
        "description": description,
        "kind": language_of(graph).say(ACTOR_KIND_WORDS[actor.kind][0]),
        "summary": summary_html(graph, actor),
        "body": body_html(graph, actor),
        "names": name_band(graph, actor),
        "life": _life(graph, actor),
        "part_of": actor_name(graph, actor.part_of) if actor.part_of else None,
        "offices": [office_row(graph, office.body, office) for office in actor.roles],
        "totals": total_rows(graph, [use.event for use in graph.claims_about(actor.id)]),
        "wikidata": actor.wikidata,
        "pictures": pictures([actor.image] if actor.image else []),
        "corrections": record_corrections(graph, actor),
        "draft": actor.draft,
        "structured": actor_thing(graph, actor, description),
    }


def _life(graph: Graph, actor: Actor) -> list[tuple[str, Date]]:
    dates = (
        (message("Born"), actor.born),
        (message("Died"), actor.died),
        (message("Founded"), actor.founded),
        (message("Dissolved"), actor.dissolved),
    )
    say = language_of(graph).say
    return [(say(label), date_of(graph, moment)) for label, moment in dates if moment]


def _pages(graph: Graph, actor: Actor) -> int:
    """Pages that the longest of the actor's lists needs."""
    return page_total(
        len(graph.events_of(actor.id)),
        len(graph.statements_by(actor.id)),
        len(graph.statements_to(actor.id)),
        len(graph.claims_by(actor.id)),
        len(graph.appears_with(actor.id)),
        len(graph.published_by(actor.id)),
        len(graph.relayed_by(actor.id)),
        len(graph.members_of(actor.id)),
        len(graph.parts_of_actor(actor.id)),
        len(graph.backlinks("actor", actor.id)),
    )


def _said(graph: Graph, use: StatementUse) -> Said:
    return Said(event_card(graph, use.event), statement_row(graph, use.event, use.statement))


def _beside(graph: Graph, use: ClaimUse) -> ClaimBeside:
    """The claim, and the span of everything claimed of that figure where others claim it too."""
    event, claim = use
    comparison = next(one for one in graph.comparisons(event) if claim in one.claims)
    return ClaimBeside(
        event_card(graph, event),
        measure_label(graph, claim.measure),
        group_name(graph, comparison, event.date),
        claim_row(graph, event, claim),
        span_line(graph, comparison) if comparison.claimants > 1 else "",
    )
