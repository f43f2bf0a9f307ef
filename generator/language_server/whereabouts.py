"""What the cursor points at: a naming of a record, a key, a value; and where a record is written and named."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.diagnostics.diagnostic import Span
from generator.graph.catalogue import SITE_PATH
from generator.graph.mentions import target_of
from generator.graph.namings import Naming, namings, namings_in
from generator.graph.values import Target
from generator.language_server.lines import Lines
from generator.language_server.open_site import OpenSite, record_file
from generator.model.parsed import Parsed, Place, Places
from generator.model.records import Actor, AnyRecord, Event, Location

HEADINGS = ("title", "name")


class Pointed(NamedTuple):
    """A field of front matter: its dotted path, whether it is the key that is pointed at, and its place."""

    path: str
    is_key: bool
    place: Place


def naming_at(site: OpenSite, path: str, lines: Lines, offset: int) -> Naming | None:
    """The reference or mention under the cursor; of several that overlap the shortest."""
    parsed = site.record(path) or _translated(site, path)
    if parsed is not None:
        found = namings_in(parsed, site.now().meanings)
    elif path == SITE_PATH:
        found = namings(site.now().content, site.now().meanings, lambda target: target.kind == "page")
    else:
        return None
    kinds = site.now().kinds
    under = [
        one
        for one in found
        if one.span.path == path
        and covers(lines, one.span, offset)
        and one.target.kind in kinds.get(one.target.id, ())
    ]
    return min(under, key=lambda one: one.span.length, default=None)


def own_target(site: OpenSite, path: str) -> Target | None:
    """The record that a file holds."""
    parsed = site.record(path)
    return target_of(parsed.record) if parsed else None


def field_at(places: Places, line: int, column: int) -> Pointed | None:
    """The field under a line and column (1-based, in characters); of several the innermost."""
    under = [
        Pointed(path.removeprefix("key:"), path.startswith("key:"), place)
        for path, place in places.items()
        if place[0] == line and place[1] <= column <= place[1] + place[2]
    ]
    return min(under, key=lambda one: (one.place[2], -len(one.path)), default=None)


def covers(lines: Lines, span: Span, offset: int) -> bool:
    """Whether an offset is in a span or at its end."""
    start = span_start(lines, span)
    return start <= offset <= start + span.length


def span_start(lines: Lines, span: Span) -> int:
    """The offset at which a span begins."""
    return min(lines.start(max(span.line, 1) - 1) + max(span.column, 1) - 1, len(lines.text))


def written_at(site: OpenSite, target: Target) -> Span | None:
    """Where a record is written: its title or name, else its file; None for a topic that nobody wrote."""
    for known, parsed in site.now().known():
        if known == target:
            return heading_span(parsed)
    return None


def heading_span(parsed: Parsed[AnyRecord]) -> Span:
    """The title or name in the record's file."""
    place = next((parsed.places[key] for key in HEADINGS if key in parsed.places), (1, 1, 1))
    return Span(parsed.record.path, *place)


def named_at(site: OpenSite, target: Target) -> Iterator[Naming]:
    """Every place that names the record, as the site was checked last."""
    checked = site.now()
    return namings(checked.content, checked.meanings, lambda other: other == target)


def word_at(site: OpenSite, parsed: Parsed[AnyRecord], pointed: Pointed) -> Span | None:
    """Where the settings define the role or measure that is pointed at."""
    record, steps = parsed.record, pointed.path.split(".")
    if not isinstance(record, Event) or len(steps) != 3 or not steps[1].isdigit():  # noqa: PLR2004 - actors.0.role
        return None
    at = int(steps[1])
    if steps[0] == "actors" and steps[2] == "role" and at < len(record.actors):
        key = f"key:roles.{record.actors[at].role}"
    elif steps[0] == "claims" and steps[2] == "measure" and at < len(record.claims):
        key = f"key:measures.{record.claims[at].measure}"
    else:
        return None
    places = site.now().content.site_places
    return Span(SITE_PATH, *places[key]) if key in places else None


def is_own_name(parsed: Parsed[AnyRecord], span: Span) -> bool:
    """Whether a span touches the record's own title or name, or a line with its former ids."""
    keys = [*HEADINGS] if isinstance(parsed.record, Actor | Location) else ["title"]
    return any(parsed.places.get(key, (0,))[0] == span.line for key in keys) or span.line == 1


def _translated(site: OpenSite, path: str) -> Parsed[AnyRecord] | None:
    """The record that a file translates."""
    file = record_file(path)
    if file is None or not file.language:
        return None
    return next((parsed for target, parsed in site.now().known() if target == (file.kind, file.id)), None)
