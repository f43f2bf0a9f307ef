"""RSS and Atom: each entry of a feed becomes an article record: headline, outlet, date, language, address."""

from __future__ import annotations

import re
from typing import Final

from generator.diagnostics.diagnostic import Diagnostic, Span
from generator.graph.graph import Graph
from generator.importers.charsets import decoded
from generator.importers.feed_reading import Feed, FeedEntry, FeedError, read_feed
from generator.importers.importer import Draft, Importer, Intake, Source
from generator.importers.matching import present
from generator.importers.plain_words import one_line
from generator.importers.reports import Report, at_hand, draft_of, host_of, report_fields
from generator.model.slugs import slug
from generator.reading.excerpts import in_quotes

_ENTRY: Final = re.compile(r"<(?:\w+:)?(?:item|entry)[\s>]")


def _read(source: Source, graph: Graph) -> Intake:
    text, remark = decoded(source.raw, source.charset)
    findings = [Diagnostic("D703", remark, Span(source.name), "look at the headlines")] if remark else []
    try:
        feed = read_feed(text, source.name if host_of(source.name) else "")
    except FeedError as fault:
        findings.append(
            Diagnostic("D701", str(fault), Span(source.name), "give the address or file of a feed")
        )
        return Intake(origin="feed", findings=tuple(findings))
    if feed.fault:
        message = f"the feed is malformed and was read as far as it goes: {one_line(feed.fault, 100)}"
        findings.append(Diagnostic("D721", message, Span(source.name), "look whether entries are missing"))
    origin = _origin(feed, source.name)
    lines = _lines(text, len(feed.entries))
    known = present(graph)
    drafts: list[Draft] = []
    for entry, line in zip(feed.entries, lines, strict=True):
        span = Span(source.name, line)
        again = entry.id and known.found_again("article", origin, entry.id)
        there = None if again else at_hand(graph, entry.address, span)
        if there or not entry.id:
            findings.append(there or _nameless(entry, span))
            continue
        draft, found = _article(entry, span)
        drafts.append(draft)
        findings.extend(found)
    return Intake(origin=origin, drafts=tuple(drafts), findings=tuple(findings), rows=len(feed.entries))


def _article(entry: FeedEntry, span: Span) -> tuple[Draft, list[Diagnostic]]:
    report = Report(
        title=entry.title,
        outlet=entry.outlet,
        published=entry.published or entry.updated,
        byline=entry.byline,
        language=entry.language,
        address=entry.address,
    )
    fields, findings = report_fields(report, span)
    if entry.is_cleaned:
        message = "a script or frame in the headline was taken out"
        findings.append(Diagnostic("D717", message, span, "look at the record that is made"))
    if not entry.published and entry.updated:
        message = f"{in_quotes(entry.title)} says only when it was changed, {entry.updated}"
        findings.append(Diagnostic("D722", message, span, "look when it was published"))
    return draft_of(entry.id, fields, span), findings


def _nameless(entry: FeedEntry, span: Span) -> Diagnostic:
    message = f"entry {entry.number} has neither an id nor an address"
    return Diagnostic("D706", message, span, "without one it could not be found again")


def _origin(feed: Feed, name: str) -> str:
    """The feed's name in provenance: the same wherever the file lies."""
    return f"feed/{host_of(feed.home) or host_of(name) or slug(feed.title)}"


def _lines(text: str, count: int) -> list[int]:
    """The line on which each entry begins; the entry's number where they cannot be told apart."""
    starts = [found.start() for found in _ENTRY.finditer(text)]
    if len(starts) != count:
        return list(range(1, count + 1))
    lines: list[int] = []
    line, at = 1, 0
    for start in starts:
        line += text.count("\n", at, start)
        at = start
        lines.append(line)
    return lines


RSS: Final = Importer(
    name="rss",
    about="Articles from a feed, RSS or Atom, in a file or at an address.",
    read=_read,
    takes=("file", "address"),
    largest=8 * 1024 * 1024,
)
