"""What `content/site.yaml` says, as frozen values: the site's own settings, its vocabularies, and what it is called in other
languages. Field by field this is the part on settings of `docs/content-model.md`.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.basemap import Basemap
from generator.model.moment import Moment


@dataclass(frozen=True, slots=True)
class Role:
    """A word of the role vocabulary. `list` is the list of the actor page that it feeds."""

    slug: str
    label: str
    group: str = ""
    list: str = "other"


@dataclass(frozen=True, slots=True)
class Measure:
    """A word of the measure vocabulary. `totals`: figures of different events may be added (the dead, but not
    shares or residents).
    """

    slug: str
    label: str
    group: str = ""
    totals: bool = True


@dataclass(frozen=True, slots=True)
class Label:
    """What a word is called in another language: the slug of a vocabulary, or plain words such as `civilians`."""

    word: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteTranslation:
    """What the site says of itself in another language; empty where it does not. `words` are plain words of its
    records, as they are written there: whom a claim counts, what somebody's office is called.
    """

    language: str
    title: str = ""
    description: str = ""
    licence: str = ""
    author: str = ""
    contact: str = ""
    roles: tuple[Label, ...] = ()
    measures: tuple[Label, ...] = ()
    words: tuple[Label, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """`content/site.yaml`."""

    title: str
    description: str = ""
    base_url: str = ""
    language: str = "en"
    languages: tuple[str, ...] = ()
    timezone: str = "UTC"
    navigation: tuple[str, ...] = ()
    licence: str = ""
    author: str = ""
    contact: str = ""
    roles: tuple[Role, ...] = ()
    measures: tuple[Measure, ...] = ()
    key_period: Moment | None = None
    editor_url: str = ""
    cards: bool | None = None
    """Whether pictures are made for shared links; None where the site leaves it to its size."""
    downloads: bool = True
    """Whether there are files to take away (`/data/`)."""
    basemap: Basemap | None = None
    """What its maps are drawn on; it has none without."""
    translations: tuple[SiteTranslation, ...] = ()
    original: Site | None = None
    """Of a site in another language (`graph.translated`): the site that it is a translation of."""
