"""What the server answers to an editor's questions. `params` are those of the protocol."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from generator.desk.good_order import formatted
from generator.desk.renaming import renamed
from generator.desk.revision import Findings
from generator.diagnostics.diagnostic import Span
from generator.graph.namings import Naming
from generator.graph.values import Target
from generator.language_server.cards import date_card, field_card, field_of, is_date, record_card
from generator.language_server.completion import suggestions
from generator.language_server.lines import Lines, Position
from generator.language_server.open_site import OpenSite
from generator.language_server.outline import outline
from generator.language_server.quick_fixes import fixes
from generator.language_server.room import RefusedError, Room
from generator.language_server.whereabouts import (
    Pointed,
    covers,
    field_at,
    heading_span,
    is_own_name,
    named_at,
    naming_at,
    own_target,
    span_start,
    word_at,
    written_at,
)
from generator.language_server.wire import Wire
from generator.reading.discover import source_file
from generator.reading.source_file import SourceFile


class Place:
    """A position in a file of a site, with what is needed to answer about it."""

    def __init__(self, room: Room, site: OpenSite, path: str, position: Any) -> None:
        self.site, self.path = site, path
        self.lines: Lines = site.lines(path)
        self.offset = self.lines.offset(Position(position.line, position.character)) if position else 0
        self.wire: Wire = room.wire(site)
        found = source_file(path)
        self.file = found if isinstance(found, SourceFile) else None

    @property
    def naming(self) -> Naming | None:
        """The reference or mention here."""
        return naming_at(self.site, self.path, self.lines, self.offset)


class Answers:
    """One answer for each question of an editor; each waits until the site was checked once."""

    def __init__(self, room: Room) -> None:
        self.room = room

    async def _place(self, params: Any, *, positioned: bool = True, fresh: bool = False) -> Place | None:
        found = self.room.locate(params.text_document.uri)
        if found is None:
            return None
        await (self.room.fresh(found[0]) if fresh else self.room.checked(found[0]))
        return Place(self.room, *found, params.position if positioned else None)

    async def completion(self, params: Any) -> Any:
        """Keys, words, ids and mentions that may be written here."""
        place = await self._place(params)
        if place is None or place.file is None:
            return None
        found = suggestions(place.lines, place.file, place.offset, place.site.now())
        return place.wire.completions(place.lines, place.offset, found)

    async def hover(self, params: Any) -> Any:
        """What is known of the thing here."""
        place = await self._place(params)
        if place is None:
            return None
        naming = place.naming
        if naming is not None:
            start = span_start(place.lines, naming.span)
            card = record_card(naming.target, place.site.now())
            return place.wire.hover(place.lines, start, naming.span.length, card)
        return _field_hover(place)

    async def definition(self, params: Any) -> Any:
        """Where the record, role or measure here is written."""
        place = await self._place(params)
        if place is None:
            return None
        naming = place.naming
        span = written_at(place.site, naming.target) if naming else _word_definition(place)
        return place.wire.location(span) if span else None

    async def references(self, params: Any) -> Any:
        """Every place that names the record here, or the record of this file."""
        place = await self._place(params, fresh=True)
        target = _target(place) if place else None
        if place is None or target is None:
            return None
        spans = [naming.span for naming in named_at(place.site, target)]
        written = written_at(place.site, target)
        if params.context.include_declaration and written is not None:
            spans.insert(0, written)
        return [place.wire.location(span) for span in spans]

    async def prepare_rename(self, params: Any) -> Any:
        """What would be renamed: the record here, called by its id."""
        place = await self._place(params)
        target = _target(place, own_name_only=True) if place else None
        if place is None or target is None:
            return None
        naming = place.naming
        if naming is None:
            line = place.lines.position(place.offset).line
            bounds = place.lines.start(line), place.lines.start(line) + len(place.lines.line(line))
        else:
            start = span_start(place.lines, naming.span)
            bounds = start, start + naming.span.length
        extent = place.wire.range(place.lines, *bounds)
        return place.wire.lsp.PrepareRenamePlaceholder(range=extent, placeholder=target.id)

    async def rename(self, params: Any) -> Any:
        """The record's other id, everywhere. Raises RefusedError."""
        place = await self._place(params, fresh=True)
        target = _target(place, own_name_only=True) if place else None
        if place is None or target is None:
            raise RefusedError("there is no record here to rename")
        revision, findings = renamed(place.site.holdings(), target, params.new_name.strip(), place.site.raw)
        if findings:
            raise RefusedError(_said(findings))
        return place.wire.revision(revision)

    async def code_actions(self, params: Any) -> Any:
        """What would mend the findings here."""
        place = await self._place(params, positioned=False)
        if place is None:
            return None
        start, end = (
            place.lines.offset(Position(at.line, at.character))
            for at in (params.range.start, params.range.end)
        )
        actions = []
        for finding in place.site.findings(place.path):
            begin = span_start(place.lines, finding.span)
            if begin <= end and start <= begin + finding.span.length:
                diagnostic = place.wire.diagnostic(finding)
                found = fixes(place.site, place.path, place.lines, finding)
                actions += [place.wire.fix(place.path, diagnostic, fix) for fix in found]
        return actions

    async def symbols(self, params: Any) -> Any:
        """The outline of the file."""
        place = await self._place(params, positioned=False)
        if place is None or place.file is None:
            return None
        return place.wire.symbols(place.lines, outline(place.lines, place.file))

    async def formatting(self, params: Any) -> Any:
        """The file in good order."""
        place = await self._place(params, positioned=False)
        if place is None or place.file is None:
            return None
        text = formatted(place.site.raw(place.path), place.file).decode("utf-8", "surrogatepass")
        if text == place.lines.text:
            return []
        whole = place.wire.range(place.lines, 0, len(place.lines.text))
        return [place.wire.lsp.TextEdit(range=whole, new_text=text)]


def workspace_sites(room: Room, folders: list[Path]) -> None:
    """Open the sites of the folders that an editor has open."""
    for folder in folders:
        room.enter(folder)


def _target(place: Place, *, own_name_only: bool = False) -> Target | None:
    """The record that is named here; else that of this file, where nothing else is meant."""
    naming = place.naming
    if naming is not None:
        return naming.target
    parsed = place.site.record(place.path)
    line = place.lines.position(place.offset).line + 1
    if parsed is not None and own_name_only and not is_own_name(parsed, Span(place.path, line, 1)):
        return None
    return own_target(place.site, place.path)


def _word_definition(place: Place) -> Span | None:
    parsed = place.site.record(place.path)
    pointed = _pointed(place) if parsed else None
    if parsed is None or pointed is None:
        return None
    defined = word_at(place.site, parsed, pointed)
    if defined is None and covers(place.lines, heading_span(parsed), place.offset):
        return heading_span(parsed)
    return defined


def _pointed(place: Place) -> Pointed | None:
    parsed = place.site.record(place.path)
    line = place.lines.position(place.offset).line
    column = place.offset - place.lines.start(line) + 1
    return field_at(parsed.places, line + 1, column) if parsed else None


def _field_hover(place: Place) -> Any:
    """The meaning of a key, or a date in words."""
    pointed = _pointed(place)
    field = field_of(place.file, pointed.path) if pointed and place.file else None
    if pointed is None or field is None:
        return None
    line, column, length = pointed.place
    start = place.lines.start(line - 1) + column - 1
    if pointed.is_key:
        return place.wire.hover(place.lines, start, length, field_card(field))
    text = place.lines.text[start : start + length].strip("\"'")
    card = date_card(text) if is_date(field) else ""
    return place.wire.hover(place.lines, start, length, card) if card else None


def _said(findings: Findings) -> str:
    first = findings[0]
    help_ = f"; {first.help}" if first.help else ""
    return f"{first.span.path}: {first.message}{help_} ({first.code})"
