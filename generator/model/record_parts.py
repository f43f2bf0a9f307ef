"""What records of any kind may be made of: names, corrections, pictures, translations, and what an editor has accepted.

Frozen values, described field by field in `docs/content-model.md`.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.moment import Moment
from generator.model.prose import EMPTY, Prose


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """One line of the public ledger. `what` names a field, or is `wording` or `withdrawn`."""

    date: Moment
    what: str
    why: str
    was: str = ""
    now: str = ""
    source: str = ""
    """Article id, or empty."""


@dataclass(frozen=True, slots=True)
class Acceptance:
    """A warning an editor has looked at: its code (`D305`) and why it stands."""

    code: str
    why: str


@dataclass(frozen=True, slots=True)
class Imported:
    """Where a record was imported from: the source's name and the record's id in it. A second import finds it by both."""

    origin: str
    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Media:
    """A picture or other medium: exactly one of `file` (below `content/`) and `url` is set."""

    alt: str
    file: str = ""
    url: str = ""
    credit: str = ""
    licence: str = ""
    graphic: bool = False


@dataclass(frozen=True, slots=True)
class Name:
    """A name in one language (BCP 47 tag)."""

    language: str
    text: str


@dataclass(frozen=True, slots=True)
class FormerName:
    """A name with the dates of its use; an open end is None. `names` are what it was in other languages."""

    name: str
    since: Moment | None = None
    until: Moment | None = None
    names: tuple[Name, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Translation:
    """What a record says in another language: title or name, summary and body. The first two stand in its own
    front matter or in `<id>.<language>.md`, whose body is the third.
    """

    language: str
    title: str = ""
    summary: Prose = EMPTY
    body: Prose = EMPTY
