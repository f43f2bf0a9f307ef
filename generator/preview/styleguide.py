"""`/styleguide/`: what pages are made of, piece by piece, in both schemes and both directions. Not part of any edition.

Each piece is cut out of a page of this site as it would be published, so it is what templates make of real records, and
a theme of one's own shows its own. Where the site has no such piece, the same macros are given made-up values.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Final

from generator.graph.graph import Graph
from generator.model.addresses import relative_root
from generator.pages.html import Html
from generator.pages.page import PageOutput, View
from generator.plan import Output
from generator.preview.snapshot import Snapshot
from generator.preview.styleguide_samples import samples
from generator.rendering.render import render

ADDRESS: Final = "styleguide/"

LOOKED_AT: Final = 60
"""Pages of one template in which pieces are looked for."""

ROOMY: Final = 6000
"""Characters: of the pieces found, the longest of at most so many is shown; the shortest, if all are longer."""

PIECES: Final = (
    ("Date, place, title, grade", "event.html", '<header class="record-head">'),
    ("Figures side by side", "event.html", '<section class="figures">'),
    ("Competing dates", "event.html", '<section id="dates"'),
    ("Prose", "event.html", '<section class="prose"'),
    ("A statement", "event.html", '<figure class="statement">'),
    ("Who claims what", "event.html", '<dl class="positions">'),
    ("Sources", "event.html", '<section class="sources">'),
    ("As known on", "event.html", '<section class="states">'),
    ("Ties, as cards", "event.html", '<section class="relations">'),
    ("Mentions", "event.html", '<ul class="mentions">'),
    ("Corrections", "event.html", '<section class="corrections"'),
    ("Who, as facts", "event.html", '<dl class="facts">'),
    ("Cite", "event.html", '<div class="cite">'),
    ("Earlier and later", "event.html", '<nav class="steps"'),
    ("Locator map", "event.html", '<figure class="map is-locator">'),
    ("Map of a place", "location.html", '<figure class="map is-place">'),
    ("Where it is", "location.html", '<nav class="breadcrumb"'),
    ("Density strip", "home.html", '<figure class="density"'),
    ("The spine of the timeline", "home.html", '<section class="timeline">'),
    ("Months", "home.html", '<section class="months">'),
    ("What changed last", "home.html", '<ul class="changes">'),
    ("Names in scripts", "actor.html", '<div class="name-band">'),
    ("Roles over time", "actor.html", '<ol class="band">'),
    ("Figures added up", "actor.html", '<section class="totals">'),
    ("Who appears with whom", "actor.html", '<figure class="net is-circle">'),
    ("Cards of events", "day.html", '<ol class="cards">'),
    ("A directory", "topics.html", '<ul class="directory">'),
    ("Pages of a list", "timeline.html", '<nav class="pager"'),
    ("Filters of the timeline", "timeline.html", '<form class="axis-filters"'),
    ("Filters of the map", "map.html", '<form class="atlas-filters"'),
    ("As known on: the control", "home.html", '<form class="known'),
    ("Search in every head", "home.html", '<form class="box"'),
    ("Search", "search.html", '<form class="search"'),
    ("A draft", "preview/samples.html", '<p class="notice">'),
    ("Withdrawn", "tombstone.html", '<p class="notice is-withdrawn">'),
    ("Moved", "redirect.html", '<header class="page-head">'),
)
"""What each is called, the template whose pages have it, and how it begins there."""

STYLES: Final = ("fonts", "site", "timeline", "map", "network", "search")

SPECIMENS: Final = (("light", "ltr"), ("light", "rtl"), ("dark", "ltr"), ("dark", "rtl"))
"""Scheme and direction."""

_NAMED: Final = re.compile(r'\b(id|for|aria-labelledby|aria-describedby)="([^"]*)"')
_WAITING: Final = re.compile(r" hidden(?=[ >])")
_WITHIN: Final = re.compile(r'href="#([^"]*)"')


@dataclass(frozen=True, slots=True)
class Specimen:
    """A piece in one scheme and direction."""

    scheme: str
    direction: str
    html: Html


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece with the page it was cut out of; without specimens there is none."""

    label: str
    template: str
    page: str = ""
    specimens: tuple[Specimen, ...] = ()


@dataclass(slots=True)
class Styleguide:
    """Makes the page; once for each state of the site."""

    _made: tuple[int, bool, bytes] = field(default=(-1, False, b""))

    def __call__(self, snapshot: Snapshot) -> bytes:
        """The page's bytes; the site's own, if it has a page at that address."""
        number, proofread, content = self._made
        if (number, proofread) != (snapshot.number, snapshot.proofread):
            own = snapshot.output(ADDRESS)
            content = render(own or _guide(snapshot), snapshot.graph, snapshot.settings)[0]
            self._made = (snapshot.number, snapshot.proofread, content)
        return content


def _guide(snapshot: Snapshot) -> PageOutput:
    def view(_graph: Graph, _subject: str) -> View:
        return {
            "title": "Style guide",
            "description": "",
            "pieces": list(pieces(snapshot)),
            "styles": STYLES,
        }

    return PageOutput(address=ADDRESS, template="preview/styleguide.html", view=view, listed=False)


def pieces(snapshot: Snapshot) -> Iterator[Piece]:
    """Every piece, in the order of `PIECES`."""
    found = _cut_out(snapshot)
    for number, (label, template, begins) in enumerate(PIECES):
        if begins in found:
            page, html = found[begins]
            shown = tuple(
                Specimen(scheme, direction, Html(_apart(html, f"{number}-{scheme}-{direction}")))
                for scheme, direction in SPECIMENS
            )
            yield Piece(label, template, page, shown)
        else:
            yield Piece(label, template)


def _cut_out(snapshot: Snapshot) -> dict[str, tuple[str, str]]:
    """By its beginning, each piece with the address of its page, which is empty for a made-up one's or the home page's."""
    wanted: dict[str, list[str]] = {}
    for _, template, begins in PIECES:
        wanted.setdefault(template, []).append(begins)
    outputs: Mapping[str, Output] = snapshot.outputs or {}
    best: dict[str, tuple[str, str]] = {}
    for template, beginnings in wanted.items():
        of_template = (
            one for one in outputs.values() if isinstance(one, PageOutput) and one.template == template
        )
        for output in islice(of_template, LOOKED_AT):
            page = _page(output, snapshot)
            for begins in beginnings:
                piece = cut(page, begins)
                if piece and _fits_better(piece, best.get(begins, ("", ""))[1]):
                    best[begins] = (output.address, piece)
    for output in samples():
        page = _page(output, snapshot)
        best |= {
            begins: ("", piece)
            for _, _, begins in PIECES
            if begins not in best and (piece := cut(page, begins))
        }
    return best


def _page(output: PageOutput, snapshot: Snapshot) -> str:
    """A page whose links lead on from anywhere in the preview."""
    content = render(output, snapshot.graph, snapshot.settings)[0].decode()
    return content.replace(f'="{relative_root(output.address) or "./"}', '="/')


def _fits_better(piece: str, than: str) -> bool:
    if len(than) > ROOMY or not than:
        return not than or len(piece) < len(than)
    return len(than) < len(piece) <= ROOMY


def cut(page: str, begins: str) -> str:
    """The first element of a page that begins so, with all that is in it; empty if there is none. What a script would
    show is shown.
    """
    start = page.find(begins)
    if start < 0:
        return ""
    name = begins[1:].partition(" ")[0]
    depth = 0
    for tag in re.finditer(f"<(/?){name}\\b", page[start:]):
        depth += -1 if tag[1] else 1
        if not depth:
            return _WAITING.sub("", page[start : start + tag.end() + 1])
    return ""


def _apart(html: str, suffix: str) -> str:
    """A piece whose names are unlike those of its other specimens."""
    named = _NAMED.sub(
        lambda found: f'{found[1]}="{" ".join(f"{name}-{suffix}" for name in found[2].split())}"', html
    )
    return _WITHIN.sub(lambda found: f'href="#{found[1]}-{suffix}"', named)
