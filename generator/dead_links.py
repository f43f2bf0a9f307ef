"""Floor 6, dead links: what editors link to within the site, held against what the edition will consist of."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from difflib import get_close_matches
from urllib.parse import unquote, urlsplit

from generator.diagnostics.diagnostic import Diagnostic, Span
from generator.graph.graph import Graph
from generator.graph.mentions import prose_of
from generator.model.addresses import record_address
from generator.model.parsed import Parsed
from generator.model.prose import Link, Prose
from generator.model.records import Actor, AnyRecord, Event, kind_of

MEDIA_FOLDER = "content/"
"""Pictures stand in `content/media/` and are published at `media/`."""

SECTIONS = frozenset(["main", "corrections"])
"""What the theme gives every free page an anchor for, beside its own headings."""

FOOTNOTES = "note"
"""How the anchors of footnotes begin."""


def dead_links(graph: Graph, addresses: Collection[str], media: Collection[str]) -> Iterator[Diagnostic]:
    """A finding for every link, picture and entry of the navigation that leads to none of `addresses`.

    `media` are paths of pictures relative to the site's folder (`content/media/bridge.png`).
    """
    files = {path.removeprefix(MEDIA_FOLDER) for path in media}
    known = {*addresses, *files}
    anchors = _anchors(graph)
    for shelf in graph.shelves.values():
        for parsed in shelf.values():
            yield from _in_prose(parsed, "body", parsed.body, known, anchors)
            yield from _in_prose(parsed, "summary", parsed.record.summary, known, anchors)
            for part, prose in _translations(graph, parsed):
                yield from _in_prose(parsed, part, prose, known, {})
            yield from _pictures(graph, parsed.record, files)
    yield from _in_navigation(graph, known)


def _translations(graph: Graph, parsed: Parsed[AnyRecord]) -> Iterator[tuple[str, Prose]]:
    """What is published in other languages: there each address stands below the language's own root."""
    for translation in parsed.record.translations:
        if translation.language in graph.site.languages:
            yield f"body.{translation.language}", translation.body
            yield f"summary.{translation.language}", translation.summary


def _in_prose(
    parsed: Parsed[AnyRecord],
    part: str,
    prose: Prose,
    known: Collection[str],
    anchors: Mapping[str, frozenset[str]],
) -> Iterator[Diagnostic]:
    record = parsed.record
    for link in prose.links:
        address = _path(link)
        path = next(path for other, _, path in prose_of(parsed) if other == part)
        span = Span(path, link.line, link.column, link.length)
        if address not in known:
            yield _dead(address, span, f"{kind_of(record)}/{record.id}", known)
        elif address in anchors:
            anchor = unquote(urlsplit(link.address).fragment)
            yield from _in_page(address, anchor, anchors[address], span, f"{kind_of(record)}/{record.id}")


def _in_page(
    address: str, anchor: str, anchors: frozenset[str], span: Span, record: str
) -> Iterator[Diagnostic]:
    if anchor and anchor not in anchors and not anchor.startswith(FOOTNOTES):
        near = get_close_matches(anchor, sorted(anchors), n=1)
        advice = f'did you mean "#{near[0]}"?' if near else f"its headings are: {', '.join(sorted(anchors))}"
        yield Diagnostic("D607", f'"/{address}" has no heading "#{anchor}"', span, advice, record)


def _anchors(graph: Graph) -> dict[str, frozenset[str]]:
    """Of each free page, by address, what a link can lead to: other pages have their sections from the theme."""
    return {
        record_address("page", page.id): frozenset(heading.anchor for heading in graph.body(page).headings)
        | SECTIONS
        for page in graph.pages
    }


def _path(link: Link) -> str:
    return unquote(urlsplit(link.address).path)


def _in_navigation(graph: Graph, known: Collection[str]) -> Iterator[Diagnostic]:
    for number, entry in enumerate(graph.site.navigation):
        if entry.startswith("/") and entry[1:].partition("#")[0] not in known:
            line, column, length = graph.site_places.get(f"navigation.{number}", (0, 0, 1))
            yield _dead(entry[1:], Span("content/site.yaml", line, column, length), "", known)


def _pictures(graph: Graph, record: AnyRecord, files: Collection[str]) -> Iterator[Diagnostic]:
    if isinstance(record, Event):
        named = [(f"media.{number}.file", one.file) for number, one in enumerate(record.media)]
    elif isinstance(record, Actor) and record.image:
        named = [("image.file", record.image.file)]
    else:
        return
    for field, file in named:
        if file and file not in files:
            near = get_close_matches(file, sorted(files), n=1)
            yield Diagnostic(
                "D606",
                f'there is no picture "content/{file}"',
                graph.span(record, field),
                f'did you mean "{near[0]}"?' if near else "put it under content/media/",
                f"{kind_of(record)}/{record.id}",
            )


def _dead(address: str, span: Span, record: str, known: Collection[str]) -> Diagnostic:
    near = [f"{address}/"] if f"{address}/" in known else get_close_matches(address, sorted(known), n=1)
    advice = (
        f'did you mean "/{near[0]}"?'
        if near
        else "to name a record, write [[its-id]]: such links never break"
    )
    return Diagnostic("D605", f'nothing is published at "/{address}"', span, advice, record)
