"""The whole site, linked: one frozen value that answers the questions pages, checks and exports ask.

Each method hands its question to the part that knows the answer and states the formula: `parties`, `places`,
`relations`, `order`, `figures`, `totals`, `sources`, `clock`, `mentions`, `ledger`. Parameters called `*_id` take an id and
raise KeyError for one that the graph does not have; the others take a record of this graph. "Timeline order" is
`order.timeline_key`; every tuple has one total order.

When `link` found no error, every reference and mention in every record resolves. Otherwise the records still say
what was written, and the answers leave out what leads nowhere. What was withdrawn is in no answer but `withdrawn` and
the ledger's; about a withdrawn event, ask nothing that its place in the timeline answers.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.graph.catalogue import Catalogue
from generator.graph.clock import Clock
from generator.graph.figures import Figures
from generator.graph.ledger import Ledger
from generator.graph.mentions import Mentions
from generator.graph.order import Timeline
from generator.graph.parties import Parties
from generator.graph.places import Gazetteer
from generator.graph.relations import Relations
from generator.graph.sources import Provenance
from generator.graph.totals import add_up
from generator.graph.values import (
    Appearance,
    Backlink,
    ClaimUse,
    Companion,
    Comparison,
    LedgerEntry,
    Membership,
    Month,
    Neighbours,
    Redirect,
    Resting,
    SourceCount,
    State,
    StatementUse,
    Target,
    Total,
)
from generator.model.records import Actor, AnyRecord, Article, Event, Kind, Location


@dataclass(frozen=True, slots=True, kw_only=True)
class Graph(Catalogue):
    """The records (`Catalogue`) and everything that follows from how they refer to each other."""

    mentions: Mentions
    parties: Parties
    gazetteer: Gazetteer
    relations: Relations
    timeline: Timeline
    figures: Figures
    provenance: Provenance
    clock: Clock
    ledger: Ledger

    # Mentions

    def targets(self, record: AnyRecord) -> tuple[Target | None, ...]:
        """Where each mention of the record's body leads; None where it leads nowhere."""
        return self.mentions.targets(record, "body")

    def summary_targets(self, record: AnyRecord) -> tuple[Target | None, ...]:
        """Where each mention of the record's summary leads."""
        return self.mentions.targets(record, "summary")

    def translation_targets(self, record: AnyRecord, language: str) -> tuple[Target | None, ...]:
        """Where each mention of the body of the record's translation leads."""
        return self.mentions.targets(record, f"body.{language}")

    def translation_summary_targets(self, record: AnyRecord, language: str) -> tuple[Target | None, ...]:
        """Where each mention of the summary of the record's translation leads."""
        return self.mentions.targets(record, f"summary.{language}")

    def backlinks(self, kind: Kind, record_id: str) -> tuple[Backlink, ...]:
        """The sentences of other records that mention this one: by kind, in the order of that kind, then as written."""
        return self.mentions.backlinks(self.parsed(kind, record_id).record)

    # Actors

    def events_of(self, actor_id: str) -> tuple[Appearance, ...]:
        """The actor's events with its role in each, in timeline order; one entry for each role it has there."""
        return self.parties.events_of[actor_id]

    def claims_by(self, actor_id: str) -> tuple[ClaimUse, ...]:
        """Claims that the actor makes, in timeline order."""
        return self.parties.claims_by[actor_id]

    def claims_about(self, actor_id: str) -> tuple[ClaimUse, ...]:
        """Claims whose `group` is the actor, in timeline order."""
        return self.parties.claims_about[actor_id]

    def statements_by(self, actor_id: str) -> tuple[StatementUse, ...]:
        """What the actor said, in timeline order."""
        return self.parties.statements_by[actor_id]

    def statements_to(self, actor_id: str) -> tuple[StatementUse, ...]:
        """What was said to the actor, in timeline order."""
        return self.parties.statements_to[actor_id]

    def appears_with(self, actor_id: str) -> tuple[Companion, ...]:
        """Actors that take part in the same events: most shared events first, then by folded name and id."""
        return self.parties.appears_with(actor_id)

    def members_of(self, actor_id: str) -> tuple[Membership, ...]:
        """Who holds or held an office in the actor: by the office's start (none first), folded name, id."""
        return self.parties.members_of[actor_id]

    def parts_of_actor(self, actor_id: str) -> tuple[Actor, ...]:
        """Actors that are directly part of this one, by folded name and id."""
        return self.parties.parts_of(actor_id)

    def published_by(self, actor_id: str) -> tuple[Article, ...]:
        """Articles that the actor published, by date and id."""
        return self.parties.published_by[actor_id]

    def relayed_by(self, actor_id: str) -> tuple[Article, ...]:
        """Articles that lean on the actor as their agency, by date and id."""
        return self.parties.relayed_by[actor_id]

    # Locations

    def events_at(self, location_id: str) -> tuple[Event, ...]:
        """Events known to have been precisely here, in timeline order."""
        return self.gazetteer.events_at[location_id]

    def events_somewhere_in(self, location_id: str) -> tuple[Event, ...]:
        """Events placed here of which only is known that they were somewhere in it (`places.is_somewhere_in`)."""
        return self.gazetteer.events_somewhere_in[location_id]

    def events_within(self, location_id: str) -> tuple[Event, ...]:
        """Events placed in a part of the location, however deep, and not at it; each once, in timeline order."""
        return self.gazetteer.events_within(location_id)

    def events_of_place(self, location_id: str) -> tuple[Event, ...]:
        """At, somewhere in and within together: each event once, in timeline order."""
        return self.gazetteer.events_of_place(location_id)

    def ancestors(self, location_id: str) -> tuple[Location, ...]:
        """What the location is part of, nearest first."""
        return self.gazetteer.ancestors(location_id)

    def children(self, location_id: str) -> tuple[Location, ...]:
        """Its direct parts, by folded name and id."""
        return self.gazetteer.children(location_id)

    def descendants(self, location_id: str) -> tuple[Location, ...]:
        """All its parts: each before its own parts, siblings by folded name and id."""
        return self.gazetteer.descendants(location_id)

    # Events

    def comparisons(self, event: Event) -> tuple[Comparison, ...]:
        """What different parties say of each figure of the event, in the order in which its claims name them."""
        return self.figures.comparisons(event)

    def totals(self, events: Iterable[Event]) -> tuple[Total, ...]:
        """Figures of the events added (`totals`), by measure in the order of the vocabulary, then by group."""
        return add_up(self.figures, self.relations.parts, events)

    def parts_of(self, event_id: str) -> tuple[Event, ...]:
        """Events that are directly part of this one, in timeline order."""
        return self.relations.parts_of(event_id)

    def wholes_of(self, event_id: str) -> tuple[Event, ...]:
        """The events that this one is part of, nearest first; a circle of `part_of` ends where `tree` cuts it."""
        return self.relations.wholes_of(event_id)

    def story(self, event: Event) -> tuple[Event, ...]:
        """The root of the event's `part_of` tree, then every other event in that tree, in timeline order."""
        return self.relations.story(event)

    def responded_by(self, event: Event) -> tuple[Event, ...]:
        """Events that answer this one, in timeline order."""
        return self.relations.responded_by[event.id]

    def followed_by(self, event: Event) -> tuple[Event, ...]:
        """Events that follow this one, in timeline order."""
        return self.relations.followed_by[event.id]

    def denied_by(self, event: Event) -> tuple[Event, ...]:
        """Events in which somebody denies this one, in timeline order."""
        return self.relations.denied_by[event.id]

    def events_of_topic(self, slug: str) -> tuple[Event, ...]:
        """Events filed under the topic, in timeline order."""
        return self.relations.events_of_topic[slug]

    # Order

    def months(self) -> tuple[Month, ...]:
        """Months in which an event begins (at the earliest), oldest first; none without an event."""
        return self.timeline.months

    def days(self) -> tuple[int, ...]:
        """Civil days on which an event that is known to the day begins, oldest first."""
        return self.timeline.days

    def events_on(self, day: int) -> tuple[Event, ...]:
        """Events that begin on that civil day and are known to the day, in timeline order; () for any other day."""
        return self.timeline.events_on(day)

    def same_day(self, event: Event) -> tuple[Event, ...]:
        """The others of `events_on` the event's day; () for an event that is not known to the day."""
        return self.timeline.same_day(event)

    def previous_and_next(self, event: Event) -> Neighbours:
        """The events before and after it in the timeline."""
        return self.timeline.neighbours(event)

    def previous_and_next_in_story(self, event: Event) -> Neighbours:
        """The events before and after it among those of its story in timeline order (the root takes its turn)."""
        return self.timeline.neighbours_among(event, self.relations.story_positions(event))

    def previous_and_next_of_actor(self, event: Event, actor_id: str) -> Neighbours:
        """The actor's events before and after this one, which need not be one of them."""
        return self.timeline.neighbours_among(event, self.parties.positions[actor_id])

    # Sources

    def sources_of(self, event: Event) -> tuple[Article, ...]:
        """Every article it rests on: of `sources`, then claims, then statements; each once, as first named."""
        return self.provenance.sources_of(event)

    def source_count(self, event: Event) -> SourceCount:
        """How many reports the event rests on, and how many chains of one origin they make (`sources`)."""
        return self.provenance.source_count(event)

    def resting_on(self, article_id: str) -> Resting:
        """Everything that rests on the article."""
        return self.provenance.resting_on(article_id)

    def derived_from(self, article_id: str) -> tuple[Article, ...]:
        """Articles directly based on this one, by date and id."""
        return self.provenance.derived_from[article_id]

    # The two clocks

    def first_reported(self, event: Event) -> int | None:
        """The civil day on which the event was first reported (`clock`); None without dated sources."""
        return self.clock.first_reported[event.id]

    def report_days(self) -> tuple[int, ...]:
        """All civil days on which an event was first reported, oldest first."""
        return self.clock.days

    def reported_on(self, day: int) -> tuple[Event, ...]:
        """Events first reported on that civil day, in timeline order; () for any other day."""
        return self.clock.reported_on(day)

    def known_by(self, day: int) -> tuple[Event, ...]:
        """Events first reported on that civil day or before, in timeline order."""
        return self.clock.known_by(day)

    def states(self, event: Event) -> tuple[State, ...]:
        """The event as it was known after each day on which one of its sources was published, oldest first."""
        return self.clock.states(event)

    # The ledger

    def corrections(self) -> tuple[LedgerEntry, ...]:
        """Every correction of every record, newest first; on one date by kind, order of that kind, as written."""
        return self.ledger.corrections

    def withdrawn(self) -> tuple[AnyRecord, ...]:
        """Records that no longer stand (`withdrawal`), by kind and in the order of that kind."""
        return self.ledger.withdrawn

    def redirects(self) -> tuple[Redirect, ...]:
        """Former ids and the records they lead to now, by kind and former id."""
        return self.ledger.redirects
