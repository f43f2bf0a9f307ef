"""The sections of a form, and what its fields and rows are called there. A field that no section names comes in the last."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from generator.forms.control import Control
from generator.model.records import Kind


class Section(NamedTuple):
    """A heading and the fields under it. `folded`: it is shown closed while nothing is written in it."""

    title: str
    keys: tuple[str, ...]
    folded: bool = False


LAST: Final = "For the desk"
TRANSLATED: Final = Section("In other languages", ("translations",), folded=True)
_ACCOUNT: Final = Section("The account", ("body",))
_NAMES: Final = Section("Other names", ("names", "aliases", "former_names"), folded=True)

SECTIONS: Final[dict[Kind, tuple[Section, ...]]] = {
    "event": (
        Section("What happened", ("title", "date", "status", "significance", "summary", "date_basis")),
        Section("Where and who", ("locations", "location_precision", "actors", "topics")),
        _ACCOUNT,
        Section("Sources", ("sources",)),
        Section("Figures", ("claims",)),
        Section("Statements", ("statements",), folded=True),
        Section("Other events", ("part_of", "responds_to", "follows", "denies"), folded=True),
        Section("Pictures", ("media",), folded=True),
    ),
    "article": (
        Section(
            "The report", ("title", "publisher", "published", "type", "language", "url", "byline", "summary")
        ),
        _ACCOUNT,
        Section("Where it comes from", ("agency", "based_on", "archived", "retrieved"), folded=True),
        Section("Whom else it names", ("mentions",), folded=True),
    ),
    "actor": (
        Section("Who it is", ("name", "kind", "summary", "part_of")),
        _NAMES,
        Section("Offices and years", ("roles", "born", "died", "founded", "dissolved"), folded=True),
        _ACCOUNT,
        Section("Elsewhere", ("wikidata", "image"), folded=True),
    ),
    "location": (
        Section("Where it is", ("name", "kind", "part_of", "coordinates", "precision", "summary")),
        _NAMES,
        _ACCOUNT,
        Section("Elsewhere", ("geonames", "wikidata"), folded=True),
    ),
    "topic": (Section("What it is about", ("title", "summary")), _ACCOUNT),
    "page": (Section("The page", ("title", "summary")), _ACCOUNT),
}

KIND_NAMES: Final[dict[str, str]] = {"article": "report", "location": "place"}
"""What the site's readers call a kind, where that is another word."""

_NOUNS: Final = {"participation": "actor", "citation": "source", "medium": "picture"}
_PLURALS: Final = {"aliases": "alias", "former_ids": "former id", "mentions": "record"}
_LABELS: Final = {
    "locations": "Places",
    "article": "Report",
    "date_basis": "Why this date",
    "location_precision": "How exactly the place is known",
    "claimed_by": "Who says so",
    "as_of": "As of",
    "scope": "Period covered",
    "by": "Who said it",
    "to": "To",
    "names": "In other languages",
    "aliases": "Other spellings",
    "url": "Web address",
    "alt": "What is seen",
    "was": "It said",
    "now": "It says",
    "accept": "Accepted warnings",
    "body": "Text",
    "order": "Place among the day's events",
    "imported": "Imported from",
}
_LABELS_WITHIN: Final = {("office", "to"): "Until", ("office", "in"): "Body", ("office", "as"): "Post"}


def sections_of(kind: Kind, controls: tuple[Control, ...]) -> Iterator[tuple[Section, tuple[Control, ...]]]:
    """The sections of a kind with their controls."""
    by_key = {control.key: control for control in controls}
    for section in SECTIONS[kind]:
        yield section, tuple(by_key.pop(key) for key in section.keys if key in by_key)
    if translated := by_key.pop("translations", None):
        yield TRANSLATED, (translated,)
    by_key.pop("draft", None)  # the buttons say so
    yield Section(LAST, tuple(by_key), folded=True), tuple(by_key.values())


def label_of_field(control: Control, subject: str = "") -> str:
    """`claimed_by` as "Who says so", `part_of` as "Part of"."""
    words = control.key.replace("_", " ")
    within = _LABELS_WITHIN.get((subject, control.key), "")
    return within or _LABELS.get(control.key, words[:1].upper() + words[1:])


def noun_of(control: Control) -> str:
    """What one row of a list is: a claim, a place, a source."""
    entry = control.entry
    if entry.sort == "record" and entry.kinds and control.key not in _PLURALS:
        return KIND_NAMES.get(entry.kinds[0], entry.kinds[0])
    named = entry.subject or _PLURALS.get(control.key, control.key.replace("_", " ").removesuffix("s"))
    return _NOUNS.get(named, named)
