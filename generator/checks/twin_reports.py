"""D315: are two articles one report?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from generator.checks.finding import finding
from generator.diagnostics.diagnostic import Diagnostic
from generator.graph.graph import Graph
from generator.model.names import fold
from generator.model.records import Article

_HOST: Final = re.compile(r"[a-z]+://(?:www\.)?([^/?#]*)", re.IGNORECASE)
_TRACKING: Final = re.compile(r"(?:utm_\w+|fbclid|gclid|mc_[ce]id)=[^&]*", re.IGNORECASE)

Sameness = tuple[str, ...]
"""What two records of one report have in common: an address, or publisher, folded title and date."""


def twin_reports(graph: Graph) -> Iterator[Diagnostic]:
    """Two articles with the same address (`plain_address`), or with the same publisher, folded title and date.

    The later one is found, in the order of publication, and once.
    """
    first_with: dict[Sameness, Article] = {}
    for article in graph.articles:
        twin: tuple[str, Article] | None = None
        for field, sameness in _samenesses(article):
            other = first_with.setdefault(sameness, article)
            if other is not article and twin is None:
                twin = field, other
        if twin:
            yield _finding(graph, article, *twin)


def _samenesses(article: Article) -> Iterator[tuple[str, Sameness]]:
    if article.url:
        yield "url", ("address", plain_address(article.url))
    title = fold(article.title)
    if title:
        yield "title", ("headline", article.publisher, title, article.published.text)


def plain_address(url: str) -> str:
    """An address without what does not change the page: scheme, `www.`, case of the host, fragment, last slash, and
    parameters by which newsletters and social networks count their readers.
    """
    host = _HOST.match(url)
    before = host[1].lower() if host else ""
    rest = url[host.end() if host else 0 :].partition("#")[0]
    path, _, query = rest.partition("?")
    kept = "&".join(part for part in query.split("&") if part and not _TRACKING.fullmatch(part))
    return before + path.rstrip("/") + (f"?{kept}" if kept else "")


def _finding(graph: Graph, article: Article, field: str, twin: Article) -> Diagnostic:
    what = "the address" if field == "url" else "the publisher, title and date"
    return finding(
        graph,
        "D315",
        article,
        field,
        f"{what} of {twin.id}: the two look like one report, which would count as two sources",
        "keep one record, name it wherever the other is named, and give it `former_ids: [the other's id]`; "
        "if they are two reports, accept D315 and say what tells them apart",
        (graph.span(twin, field),),
    )
