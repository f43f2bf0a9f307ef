"""Who took it from whom: sources of an event, chains of one origin, and what rests on an article.

The *origins* of an article are the articles at the end of its `based_on`, followed all the way (itself, if it has
none), the agencies that it and those between lean on, and its own publisher where that is anybody's agency. Two
reports with an origin in common are one chain, and so are two that a third one links (union-find over the reports
of one event, so that nothing outside the event joins them). Where `based_on` goes in a circle, the reference that
`tree.walk_of` cuts is not followed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.graph.catalogue import Catalogue
from generator.graph.figures import Figures
from generator.graph.gathering import gathered
from generator.graph.order import Timeline
from generator.graph.tree import walk_of
from generator.graph.values import (
    CitationUse,
    ClaimUse,
    LedgerEntry,
    Membership,
    Resting,
    SourceCount,
    StatementUse,
    Target,
)
from generator.model.records import Article, Event

Origins = Mapping[str, frozenset[Target]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """All articles in order (published, id); `used_by`, `derived_from`, `offices`, `corrections` have each of them.

    An event's sources are those that stand. A withdrawn one still tells which reports come from one origin.
    """

    articles: Mapping[str, Article]
    figures: Figures
    origins: Origins
    used: Mapping[str, tuple[str, ...]]
    """Event id to the ids of its articles."""
    used_by: Mapping[str, tuple[Event, ...]]
    derived_from: Mapping[str, tuple[Article, ...]]
    offices: Mapping[str, tuple[Membership, ...]]
    corrections: Mapping[str, tuple[LedgerEntry, ...]]

    def sources_of(self, event: Event) -> tuple[Article, ...]:
        """Every article that the event names as a source of anything."""
        return tuple(self.articles[article_id] for article_id in self.used[event.id])

    def source_count(self, event: Event) -> SourceCount:
        """Reports and the chains they make."""
        reports = self.used[event.id]
        chains = chains_of(reports, self.origins)
        return SourceCount(len(reports), len(chains), chains)

    def resting_on(self, article_id: str) -> Resting:
        """Everything that names the article as its source."""
        events = self.used_by[article_id]
        return Resting(
            events=events,
            citations=tuple(
                CitationUse(event, of) for event in events for of in event.sources if of.article == article_id
            ),
            claims=tuple(
                ClaimUse(event, claim)
                for event in events
                for claim in self.figures.claims(event)
                if claim.source == article_id
            ),
            statements=tuple(
                StatementUse(event, said)
                for event in events
                for said in event.statements
                if said.source == article_id
            ),
            offices=self.offices[article_id],
            corrections=self.corrections[article_id],
            articles=self.derived_from[article_id],
        )


def provenance_of(catalogue: Catalogue, timeline: Timeline, figures: Figures) -> Provenance:
    """Sources and what rests on them; references that lead nowhere are left out."""
    articles = {article.id: article for article in catalogue.every(Article)}
    standing = {article.id for article in catalogue.articles}
    used = {
        event.id: tuple(article_id for article_id in named_sources(event) if article_id in standing)
        for event in timeline.events
    }
    return Provenance(
        articles=articles,
        figures=figures,
        origins=origins_of(articles),
        used=used,
        used_by=gathered(
            articles, ((source, event) for event in timeline.events for source in used[event.id])
        ),
        derived_from=gathered(articles, _derivations(catalogue.articles)),
        offices=gathered(articles, _offices(catalogue)),
        corrections=gathered(articles, _corrections(catalogue)),
    )


def named_sources(event: Event) -> Iterable[str]:
    """The article ids of its sources, then claims, then statements; each once, as first named."""
    named = dict.fromkeys(citation.article for citation in event.sources)
    named.update(dict.fromkeys(claim.source for claim in event.claims))
    named.update(dict.fromkeys(statement.source for statement in event.statements))
    return named


def origins_of(articles: Mapping[str, Article]) -> Origins:
    """The origins of every article."""
    agencies = {article.agency for article in articles.values() if article.agency}
    based_on = {
        article.id: tuple(base for base in article.based_on if base in articles and base != article.id)
        for article in articles.values()
    }
    walk = walk_of(based_on)
    origins: dict[str, frozenset[Target]] = {}
    for article_id in walk.finished:
        bases = [origins[base] for base in based_on[article_id] if (article_id, base) not in walk.cut]
        inherited = frozenset().union(*bases) if bases else frozenset({Target("article", article_id)})
        origins[article_id] = inherited | _leaning(articles[article_id], agencies)
    return origins


def chains_of(article_ids: Iterable[str], origins: Origins) -> tuple[tuple[str, ...], ...]:
    """The articles gathered into chains, by first member; members in the order given."""
    chain_of: dict[
        str, str
    ] = {}  # union-find: an article to an earlier one of its chain, a first one to itself
    first_with: dict[Target, str] = {}
    for article_id in article_ids:
        chain_of[article_id] = article_id
        for origin in origins[article_id]:
            _join(chain_of, first_with.setdefault(origin, article_id), article_id)
    chains: dict[str, list[str]] = {}
    for article_id in chain_of:
        chains.setdefault(_first(chain_of, article_id), []).append(article_id)
    return tuple(tuple(chain) for chain in chains.values())


def _join(chain_of: dict[str, str], one: str, other: str) -> None:
    first, second = _first(chain_of, one), _first(chain_of, other)
    if first != second:
        chain_of[second] = first


def _first(chain_of: dict[str, str], article_id: str) -> str:
    while chain_of[article_id] != article_id:
        chain_of[article_id] = article_id = chain_of[chain_of[article_id]]
    return article_id


def _leaning(article: Article, agencies: set[str]) -> frozenset[Target]:
    own = (article.agency, article.publisher if article.publisher in agencies else "")
    return frozenset(Target("actor", actor_id) for actor_id in own if actor_id)


def _derivations(articles: Iterable[Article]) -> Iterator[tuple[str, Article]]:
    for article in articles:
        for base in dict.fromkeys(article.based_on):
            if base != article.id:
                yield base, article


def _offices(catalogue: Catalogue) -> Iterator[tuple[str, Membership]]:
    for actor in catalogue.actors:
        for office in actor.roles:
            yield office.source, Membership(actor.id, office)


def _corrections(catalogue: Catalogue) -> Iterator[tuple[str, LedgerEntry]]:
    for shelf in catalogue.shelves.values():
        for parsed in shelf.values():
            for correction in parsed.record.corrections:
                yield correction.source, LedgerEntry(parsed.record, correction)
