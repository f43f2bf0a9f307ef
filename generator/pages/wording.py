"""The sober words of pages: what a grade claims, how exactly a place or a day is known, what a list is called.

English for now; every sentence that a page adds of its own stands here or in its template.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.graph.values import LeftOutReason
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
        "Confirmed",
        "happened as described",
        "Sources that do not rest on one another agree, or the party concerned has said so itself, "
        "and no source known to us contradicts the main point. Single figures may still differ; the page then shows them.",
    ),
    "reported": Grade(
        "reported",
        "Reported",
        "was reported; it is not independently confirmed",
        "One source, or several that rest on one another, say that this happened. Nobody independent of them has confirmed it.",
    ),
    "disputed": Grade(
        "disputed",
        "Disputed",
        "was reported, and is disputed",
        "Sources or parties contradict each other on whether, when or how this happened. The page says who says what.",
    ),
    "retracted": Grade(
        "retracted",
        "Retracted",
        "was reported, and has been withdrawn",
        "The report has been withdrawn by its source or by this site. The page stays, to say when and why.",
    ),
}

ACTOR_KIND_WORDS: dict[ActorKind, tuple[str, str]] = {
    "person": ("Person", "People"),
    "armed-group": ("Armed group", "Armed groups"),
    "government": ("Government", "Governments"),
    "military": ("Military", "Military forces"),
    "international-organisation": ("International organisation", "International organisations"),
    "ngo": ("Non-governmental organisation", "Non-governmental organisations"),
    "media": ("News medium", "News media"),
    "political": ("Political body", "Political bodies"),
    "community": ("Community", "Communities"),
    "other": ("Other", "Others"),
}
"""One and many."""

LOCATION_KIND_WORDS: dict[LocationKind, str] = {
    "country": "country",
    "region": "region",
    "governorate": "governorate",
    "district": "district",
    "city": "city",
    "town": "town",
    "village": "village",
    "base": "military base",
    "crossing": "border crossing",
    "site": "site",
    "river": "river",
    "body-of-water": "body of water",
}

ARTICLE_TYPE_WORDS: dict[ArticleType, str] = {
    "news": "News report",
    "wire": "Agency report",
    "official": "Official statement",
    "ngo": "NGO report",
    "reference": "Reference work",
    "social": "Social media",
    "commentary": "Commentary",
}

PLACE_WORDS: dict[Precision, str] = {
    "site": "the exact place is known",
    "town": "known to the town",
    "district": "somewhere in the district",
    "governorate": "somewhere in the governorate",
    "country": "somewhere in the country",
}

COORDINATE_WORDS: dict[Precision, str] = {
    "site": "exact to the site",
    "town": "the middle of the town",
    "district": "a point in the district",
    "governorate": "a point in the governorate",
    "country": "a point in the country",
}

LEFT_OUT_WORDS: dict[LeftOutReason, str] = {
    "unknown-figure": "no figure stands",
    "part-of-whole": "already counted in the event it is part of",
    "overlapping-scope": "a wider figure covers the same days",
}

RECORD_WORDS: dict[Kind, str] = {
    "event": "This report of an event",
    "article": "This record of a report",
    "actor": "This record",
    "location": "This record",
    "topic": "This topic",
    "page": "This page",
}
"""What a record is called where nothing of it is shown."""

_LIST_WORDS = {
    "did": "Did",
    "hit": "Was hit",
    "was-hit": "Was hit",
    "said": "Said",
    "was-told": "Was told",
    "mediated": "Mediated",
    "signed": "Signed",
    "took-part": "Took part",
    "reported": "Reported",
    "other": "Was concerned",
}

_LANGUAGES = {
    "ar": "Arabic", "de": "German", "en": "English", "es": "Spanish", "fa": "Persian", "fr": "French",
    "he": "Hebrew", "it": "Italian", "ja": "Japanese", "ku": "Kurdish", "nl": "Dutch", "pl": "Polish",
    "pt": "Portuguese", "ru": "Russian", "sv": "Swedish", "tr": "Turkish", "uk": "Ukrainian", "zh": "Chinese",
}  # fmt: skip

_PRECISION_WORDS = {
    "second": "known to the second",
    "minute": "known to the minute",
    "day": "known to the day",
    "month": "known to the month only",
    "season": "known to the season only",
    "year": "known to the year only",
    "decade": "known to the decade only",
    "century": "known to the century only",
    "millennium": "the year is not known",
    "set": "one of these dates; which one is not known",
}


def list_words(slug: str) -> str:
    """The heading of a list of an actor's page, which a role of the site's vocabulary feeds."""
    return _LIST_WORDS.get(slug) or slug.replace("-", " ").capitalize()


def language_words(tag: str) -> str:
    """The English name of a language, or its tag."""
    return _LANGUAGES.get(tag.partition("-")[0].lower(), tag)


def counted(number: int, one: str, many: str = "") -> str:
    """`1 event`, `5 events`; thousands with a comma."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def certainty(moment: Moment) -> str:
    """How well a date is known, in words that stand after it."""
    doubts = {
        (True, True): "approximate and uncertain",
        (True, False): "approximate",
        (False, True): "uncertain",
    }
    doubt = doubts.get((moment.approximate, moment.uncertain), "")
    if moment.is_interval:
        known = "no end is known" if moment.upper is None else ""
        return ", ".join(filter(None, ["from first to last day", known, doubt]))
    known = _PRECISION_WORDS.get(moment.precision, "")
    if moment.choices:
        return known
    return doubt or known
