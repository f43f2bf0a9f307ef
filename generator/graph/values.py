"""What the graph answers with: small frozen values, most of them pairs that can be unpacked.

Records inside are as written, except that a claim always carries its `as_of` and `scope` (see `figures`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from generator.model.figure import Figure
from generator.model.moment import Moment
from generator.model.prose import Parts
from generator.model.record_parts import Correction
from generator.model.records import (
    AnyRecord,
    Article,
    Citation,
    Claim,
    Event,
    Kind,
    Office,
    Statement,
    Status,
)

# Mentions


class Target(NamedTuple):
    """The record that a mention leads to."""

    kind: Kind
    id: str


@dataclass(frozen=True, slots=True)
class Backlink:
    """A sentence of `kind`/`id` that mentions a record.

    `context` is that sentence; an int in it is a mention, whose target is `targets[int]` (None: unresolved).
    `index` is the mention that led here. A mention from an article's `mentions` list has no sentence:
    its context is empty and its index is -1. `language` is that of a sentence that is not translated.
    """

    kind: Kind
    id: str
    context: Parts
    targets: tuple[Target | None, ...]
    index: int
    language: str = ""


# Parties


class Appearance(NamedTuple):
    """An actor's part in an event; `role` is a slug of the site's vocabulary."""

    event: Event
    role: str


class Companion(NamedTuple):
    """An actor that appears with another, and in how many events (each counted once)."""

    actor_id: str
    events: int


class Membership(NamedTuple):
    """An actor that holds, or held, an office in another."""

    actor_id: str
    office: Office


class ClaimUse(NamedTuple):
    """A claim and the event that carries it."""

    event: Event
    claim: Claim


class StatementUse(NamedTuple):
    """A statement and the event that carries it."""

    event: Event
    statement: Statement


class CitationUse(NamedTuple):
    """A citation (locator, quotation) and the event that carries it."""

    event: Event
    citation: Citation


# Figures


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What different parties say of one figure: claims of one event with the same measure, group and scope.

    `claims` are all of them, by `as_of`, then as written. `standing` are those whose figures make `span`:
    neither denials nor figures that their own claimant revised later. Without any, `span` is the unknown
    figure. `sources` and `claimants` count different articles and actors. `disputed`: somebody denies.
    """

    measure: str
    group: str
    """As written in the first claim of the event that has it."""
    group_target: Target | None
    """The actor that `group` names, if it is an actor's id."""
    scope: Moment
    claims: tuple[Claim, ...]
    standing: tuple[Claim, ...]
    span: Figure
    sources: int
    claimants: int
    disputed: bool


LeftOutReason = Literal["unknown-figure", "part-of-whole", "overlapping-scope"]
"""Why a comparison is not in a total: no figure stands · an event that this one is
part of counts it already · a wider figure of the same event covers the same days."""


class Counted(NamedTuple):
    """A comparison that a total adds."""

    event: Event
    comparison: Comparison


class LeftOut(NamedTuple):
    """A comparison that a total names but does not add."""

    event: Event
    comparison: Comparison
    reason: LeftOutReason


@dataclass(frozen=True, slots=True, kw_only=True)
class Total:
    """Minima and maxima of one measure and group added over events (`totals`); `figure` is unknown if none counts."""

    measure: str
    group: str
    group_target: Target | None
    figure: Figure
    counted: tuple[Counted, ...]
    left_out: tuple[LeftOut, ...]


# Sources


@dataclass(frozen=True, slots=True)
class SourceCount:
    """Counted as "5 reports, 2 independent"; article ids in the order of the event, gathered into chains of one origin."""

    reports: int
    independent: int
    chains: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Resting:
    """Everything that rests on an article. `events` are all that name it as a source of anything;
    `citations` are those of their `sources` lists; the rest is in the order of events, then as written.
    """

    events: tuple[Event, ...] = ()
    citations: tuple[CitationUse, ...] = ()
    claims: tuple[ClaimUse, ...] = ()
    statements: tuple[StatementUse, ...] = ()
    offices: tuple[Membership, ...] = ()
    corrections: tuple[LedgerEntry, ...] = ()
    articles: tuple[Article, ...] = ()
    """Those based on it, as `derived_from` gives them."""


# The two clocks


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """An event as it was known on the evening of `day` (a civil day number).

    `sources` are the ids of all its articles published by then, `new` those that came on the day itself.
    """

    day: int
    status: Status
    comparisons: tuple[Comparison, ...]
    sources: tuple[str, ...]
    new: tuple[str, ...]
    independent: int


# Order


class Month(NamedTuple):
    """A month of the timeline and the events that begin in it (at the earliest)."""

    year: int
    month: int
    events: tuple[Event, ...]


class Neighbours(NamedTuple):
    """What stands before and after an event; None at an end."""

    previous: Event | None
    next: Event | None


# The ledger


class LedgerEntry(NamedTuple):
    """A correction and the record it corrects."""

    record: AnyRecord
    correction: Correction


class Redirect(NamedTuple):
    """An address a record used to have: `former_id` now is `id`."""

    kind: Kind
    former_id: str
    id: str
