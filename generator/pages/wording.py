"""The sober words of pages: what a grade claims, how exactly a place or a day is known, what a list is called.

In English, as messages: what is shown is what the page's language says for them (`generator.languages`). Every sentence
that a page adds of its own stands here or in its template.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from generator.graph.graph import Graph
from generator.graph.language import language_of
from generator.graph.values import LeftOutReason
from generator.languages.language import Language
from generator.languages.message import message, message_in
from generator.model.moment import Moment
from generator.model.records import ActorKind, ArticleType, Kind, LocationKind, Precision, Status


@dataclass(frozen=True, slots=True)
class Grade:
    """An evidence grade. `verb` completes "It …"; `definition` is what a reader gets one tap away."""

    slug: Status
    label: str
    verb: str
    definition: str


GRADES: dict[Status, Grade] = {
    "confirmed": Grade(
        "confirmed",
        message("Confirmed"),
        message("happened as described"),
        message(
            "Sources that do not rest on one another agree, or the party concerned has said so itself, "
            "and no source known to us contradicts the main point. Single figures may still differ; the page then shows them."
        ),
    ),
    "reported": Grade(
        "reported",
        message("Reported"),
        message("was reported; it is not independently confirmed"),
        message(
            "One source, or several that rest on one another, say that this happened. Nobody independent of them has confirmed it."
        ),
    ),
    "disputed": Grade(
        "disputed",
        message("Disputed"),
        message("was reported, and is disputed"),
        message(
            "Sources or parties contradict each other on whether, when or how this happened. The page says who says what."
        ),
    ),
    "retracted": Grade(
        "retracted",
        message("Retracted"),
        message("was reported, and has been withdrawn"),
        message(
            "The report has been withdrawn by its source or by this site. The page stays, to say when and why."
        ),
    ),
}

ACTOR_KIND_WORDS: dict[ActorKind, tuple[str, str]] = {
    "person": (message("Person"), message("People")),
    "armed-group": (message("Armed group"), message("Armed groups")),
    "government": (message("Government"), message("Governments")),
    "military": (message("Military"), message("Military forces")),
    "international-organisation": (
        message("International organisation"),
        message("International organisations"),
    ),
    "ngo": (message("Non-governmental organisation"), message("Non-governmental organisations")),
    "media": (message("News medium"), message("News media")),
    "political": (message("Political body"), message("Political bodies")),
    "community": (message("Community"), message("Communities")),
    "other": (message("Other"), message("Others")),
}
"""One and many."""

LOCATION_KIND_WORDS: dict[LocationKind, str] = {
    "country": message("country"),
    "region": message("region"),
    "governorate": message("governorate"),
    "district": message("district"),
    "city": message("city"),
    "town": message("town"),
    "village": message("village"),
    "base": message("military base"),
    "crossing": message("border crossing"),
    "site": message("site"),
    "river": message("river"),
    "body-of-water": message("body of water"),
}

ARTICLE_TYPE_WORDS: dict[ArticleType, str] = {
    "news": message("News report"),
    "wire": message("Agency report"),
    "official": message("Official statement"),
    "ngo": message("NGO report"),
    "reference": message("Reference work"),
    "social": message("Social media"),
    "commentary": message("Commentary"),
}

PLACE_WORDS: dict[Precision, str] = {
    "site": message("the exact place is known"),
    "town": message("known to the town"),
    "district": message("somewhere in the district"),
    "governorate": message("somewhere in the governorate"),
    "country": message("somewhere in the country"),
}

COORDINATE_WORDS: dict[Precision, str] = {
    "site": message("exact to the site"),
    "town": message("the middle of the town"),
    "district": message("a point in the district"),
    "governorate": message("a point in the governorate"),
    "country": message("a point in the country"),
}

LEFT_OUT_WORDS: dict[LeftOutReason, str] = {
    "unknown-figure": message("no figure stands"),
    "part-of-whole": message("already counted in the event it is part of"),
    "overlapping-scope": message("a wider figure covers the same days"),
}

RECORD_WORDS: dict[Kind, str] = {
    "event": message("This report of an event"),
    "article": message("This record of a report"),
    "actor": message("This record"),
    "location": message("This record"),
    "topic": message("This topic"),
    "page": message("This page"),
}
"""What a record is called where nothing of it is shown."""

_LIST_WORDS = {
    "did": message_in("list", "Did"),
    "hit": message_in("list", "Was hit"),
    "was-hit": message_in("list", "Was hit"),
    "said": message_in("list", "Said"),
    "was-told": message_in("list", "Was told"),
    "mediated": message_in("list", "Mediated"),
    "signed": message_in("list", "Signed"),
    "took-part": message_in("list", "Took part"),
    "reported": message_in("list", "Reported"),
    "other": message_in("list", "Was concerned"),
}

_LANGUAGES = {
    "ar": message("Arabic"), "de": message("German"), "en": message("English"), "es": message("Spanish"), "fa": message("Persian"), "fr": message("French"),
    "he": message("Hebrew"), "it": message("Italian"), "ja": message("Japanese"), "ku": message("Kurdish"), "nl": message("Dutch"), "pl": message("Polish"),
    "pt": message("Portuguese"), "ru": message("Russian"), "sv": message("Swedish"), "tr": message("Turkish"), "uk": message("Ukrainian"), "zh": message("Chinese"),
}  # fmt: skip

_PRECISION_WORDS = {
    "second": message("known to the second"),
    "minute": message("known to the minute"),
    "day": message("known to the day"),
    "month": message("known to the month only"),
    "season": message("known to the season only"),
    "year": message("known to the year only"),
    "decade": message("known to the decade only"),
    "century": message("known to the century only"),
    "millennium": message("the year is not known"),
    "set": message("one of these dates; which one is not known"),
}


_DOUBTS = {
    (True, True): message("approximate and uncertain"),
    (True, False): message("approximate"),
    (False, True): message("uncertain"),
}


def grade_of(graph: Graph, status: Status) -> Grade:
    """A grade in the words of the page's language."""
    return _grade(language_of(graph), status)


def grades(graph: Graph) -> tuple[Grade, ...]:
    """All grades, likewise."""
    return tuple(grade_of(graph, status) for status in GRADES)


@lru_cache(maxsize=256)
def _grade(language: Language, status: Status) -> Grade:
    english = GRADES[status]
    return Grade(
        status, language.say(english.label), language.say(english.verb), language.say(english.definition)
    )


def event_count(graph: Graph, number: int) -> str:
    """`1 event`, `5 events`; thousands with a comma."""
    return language_of(graph).count(number, "{count} event", "{count} events")


def report_count(graph: Graph, reports: int, independent: int) -> str:
    """`5 reports, 2 independent`."""
    language = language_of(graph)
    return language.say(
        "{reports}, {independent} independent",
        reports=language.count(reports, "{count} report", "{count} reports"),
        independent=language.number(independent),
    )


def list_words(graph: Graph, slug: str) -> str:
    """The heading of a list of an actor's page, which a role of the site's vocabulary feeds."""
    known = _LIST_WORDS.get(slug)
    return language_of(graph).say_in("list", known) if known else slug.replace("-", " ").capitalize()


def language_words(graph: Graph, tag: str) -> str:
    """The name of a language, or its tag."""
    known = _LANGUAGES.get(tag.partition("-")[0].lower())
    return language_of(graph).say(known) if known else tag


def certainty(graph: Graph, moment: Moment) -> str:
    """How well a date is known, in words that stand after it."""
    language = language_of(graph)
    doubt = _DOUBTS.get((moment.approximate, moment.uncertain), "")
    if moment.is_interval:
        known = message("no end is known") if moment.upper is None else ""
        said = filter(None, [message("from first to last day"), known, doubt])
        return language.say(", ").join(map(language.say, said))
    known = _PRECISION_WORDS.get(moment.precision, "")
    if moment.choices:
        return language.say(known)
    return language.say(doubt or known)
