"""Every table in the order in which it is made and filled, and the views that join them for reading."""

from __future__ import annotations

from typing import NamedTuple

from generator.exports.database.articles import ARTICLES, BASES, COPIES
from generator.exports.database.happenings import (
    EVENT_ACTORS,
    EVENT_LOCATIONS,
    EVENT_MEDIA,
    EVENT_RELATIONS,
    EVENT_SOURCES,
    EVENT_TOPICS,
    EVENTS,
)
from generator.exports.database.parties import ACTOR_NAMES, ACTORS, OFFICES
from generator.exports.database.places import LOCATION_NAMES, LOCATIONS
from generator.exports.database.sayings import ADDRESSEES, CLAIMS, CORRECTIONS, FIGURES, STATEMENTS
from generator.exports.database.vocabulary import MEASURES, ROLES, SITE, TOPICS


class View(NamedTuple):
    """A question that is asked often, answered by joining tables."""

    name: str
    meaning: str
    query: str

    @property
    def sql(self) -> str:
        """The statement that makes it."""
        return f"CREATE VIEW {self.name} AS\n{self.query};"


TABLES = (
    SITE,
    ROLES,
    MEASURES,
    TOPICS,
    ACTORS,
    ACTOR_NAMES,
    OFFICES,
    LOCATIONS,
    LOCATION_NAMES,
    ARTICLES,
    COPIES,
    BASES,
    EVENTS,
    EVENT_LOCATIONS,
    EVENT_ACTORS,
    EVENT_TOPICS,
    EVENT_SOURCES,
    EVENT_RELATIONS,
    EVENT_MEDIA,
    FIGURES,
    CLAIMS,
    STATEMENTS,
    ADDRESSEES,
    CORRECTIONS,
)

VIEWS = (
    View(
        "timeline",
        "The timeline as the site shows it: date in words, title, main place, grade, sources.",
        """SELECT events.position, events.date_words AS date, events.title, locations.name AS place, events.status,
  events.significance, events.reports, events.independent, events.link
FROM events LEFT JOIN locations ON locations.id = events.location_id
ORDER BY events.position""",
    ),
    View(
        "claims_side_by_side",
        "Who says how many, beside what others say.",
        """SELECT events.date_from, events.title AS event, measures.label AS measure, figures.counted,
  figures.span, claims.figure, actors.name AS claimed_by, claims.as_of, claims.stance, claims.stands,
  articles.title AS report, articles.url
FROM claims JOIN figures ON figures.id = claims.figure_id JOIN events ON events.id = claims.event_id
  JOIN measures ON measures.slug = figures.measure LEFT JOIN actors ON actors.id = claims.claimed_by_id
  LEFT JOIN articles ON articles.id = claims.article_id
ORDER BY events.position, figures.id, claims.id""",
    ),
    View(
        "appearances",
        "Who did or suffered what, when.",
        """SELECT actors.name AS actor, actors.kind, roles.label AS role, events.date_words AS date, events.title AS event,
  events.status, events.link
FROM event_actors JOIN actors ON actors.id = event_actors.actor_id JOIN roles ON roles.slug = event_actors.role
  JOIN events ON events.id = event_actors.event_id
ORDER BY actors.name, actors.id, events.position""",
    ),
    View(
        "sources_of_events",
        "Which reports each event rests on, and which of them go back to one origin.",
        """SELECT events.title AS event, articles.title AS report, actors.name AS outlet, articles.published_words AS published,
  articles.type, articles.language, event_sources.chain, articles.url
FROM event_sources JOIN events ON events.id = event_sources.event_id
  JOIN articles ON articles.id = event_sources.article_id LEFT JOIN actors ON actors.id = articles.publisher_id
ORDER BY events.position, event_sources.position""",
    ),
    View(
        "events_by_place",
        "Each place with the events that name it or a part of it.",
        """WITH RECURSIVE inside(whole, part) AS (
  SELECT id, id FROM locations UNION
  SELECT inside.whole, locations.id FROM inside JOIN locations ON locations.part_of_id = inside.part)
SELECT locations.name AS place, locations.kind, count(DISTINCT event_locations.event_id) AS events, locations.link
FROM inside JOIN locations ON locations.id = inside.whole
  JOIN event_locations ON event_locations.location_id = inside.part
GROUP BY locations.id ORDER BY events DESC, locations.name""",
    ),
    View(
        "reports_by_outlet",
        "How many reports of each outlet are recorded, and how many events rest on them.",
        """SELECT actors.name AS outlet, count(DISTINCT articles.id) AS reports,
  count(DISTINCT event_sources.event_id) AS events, actors.link
FROM articles JOIN actors ON actors.id = articles.publisher_id
  LEFT JOIN event_sources ON event_sources.article_id = articles.id
GROUP BY actors.id ORDER BY reports DESC, actors.name""",
    ),
)
