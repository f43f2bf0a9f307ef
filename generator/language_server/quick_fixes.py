"""What would mend a finding at one stroke: the word that was probably meant, or the record that is missing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from generator.authoring.scaffold import Scaffold, Wish, scaffold
from generator.diagnostics.diagnostic import Diagnostic
from generator.graph.namebook import split_kind
from generator.graph.namings import known
from generator.language_server.lines import Lines
from generator.language_server.open_site import OpenSite
from generator.language_server.whereabouts import span_start
from generator.model.names import slug
from generator.model.records import Article, Event, Kind
from generator.reading.file_names import is_id

_WORD: Final = re.compile(r'(?:did you mean|is now) "([^"]+)"')
_OFFERED: Final = re.compile(r"\[\[([^\[\]|]+)\]\]")
_MENTIONS: Final = frozenset({"D207", "D208"})
_MENTION: Final = re.compile(r"\[\[\s*([^\[\]|]*?)\s*(?:\|[^\[\]]*)?\]\]")
_MISSING: Final[dict[str, tuple[Kind, ...]]] = {
    "D201": ("actor",),
    "D202": ("location",),
    "D203": ("article",),
    "D204": ("event",),
    "D205": ("page",),
    "D207": ("actor", "location", "event"),
}
_UNDATED: Final = "XXXX"
"""EDTF for a year that is not known: the blank of a new event or report."""


class Replacement(NamedTuple):
    """`start:end` of the file gives way to `text`."""

    start: int
    end: int
    text: str


class Fix(NamedTuple):
    """A title, and what is done: a replacement, and a file that is made."""

    title: str
    replacement: Replacement | None = None
    made: Scaffold | None = None


def fixes(site: OpenSite, path: str, lines: Lines, finding: Diagnostic) -> Iterator[Fix]:
    """What would mend a finding, the likeliest first."""
    start = span_start(lines, finding.span)
    text = lines.text[start : start + finding.span.length]
    mention = _MENTION.match(text)
    words = mention[1] if mention else text.strip("\"'")
    place = (start + mention.start(1), start + mention.end(1)) if mention else (start, start + len(text))
    for better in _meant(finding) if text else ():
        yield Fix(f"Write “{better}”", Replacement(*place, better))
    named, words = split_kind(words)
    kinds = _MISSING.get(finding.code, ())
    for kind in (named,) if named and kinds else kinds:
        made = _record(site, path, kind, words)
        if made is not None:
            new_id = made.path.rpartition("/")[2].removesuffix(".md")
            renamed = Replacement(*place, new_id) if mention and words != new_id else None
            yield Fix(f"Create this {kind} “{words}”", renamed, made)


def _meant(finding: Diagnostic) -> Iterator[str]:
    """What the finding's help offers to write instead: a word, or each mention that may be meant."""
    word = _WORD.search(finding.help)
    if word:
        yield word[1]
    yield from _OFFERED.findall(finding.help) if finding.code in _MENTIONS else ()


def _record(site: OpenSite, path: str, kind: Kind, words: str) -> Scaffold | None:
    """The record that words name, as a draft; None where its id is taken or cannot be made."""
    record_id = words if is_id(words) else slug(words)
    title = words if words != record_id else words.replace("-", " ").capitalize()
    taken = {target.id for target, _ in known(site.now().content) if target.kind == kind}
    if not is_id(record_id) or record_id in taken:
        return None
    return scaffold(Wish(kind=kind, title=title, id=record_id, date=_date(site, path)))


def _date(site: OpenSite, path: str) -> str:
    """The date of the record from which another one is made, as the likeliest."""
    parsed = site.record(path)
    if parsed is not None and isinstance(parsed.record, Event):
        return str(parsed.record.date)
    return str(parsed.record.published) if parsed and isinstance(parsed.record, Article) else _UNDATED
