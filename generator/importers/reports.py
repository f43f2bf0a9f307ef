"""What RSS and web pages have in common: a published report becomes an article record, never its text.

A report whose address an article of the site has already is that article; nothing is made of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Final
from urllib.parse import urlsplit

from generator.diagnostics.diagnostic import Diagnostic, Span
from generator.graph.graph import Graph
from generator.importers.dates import Dated, read_date
from generator.importers.importer import Draft, Named, Value

_RFC_822: Final = re.compile(r"(?:[A-Za-z]{3,9},?\s*)?\d{1,2}\s+[A-Za-z]{3,9}\s+\d{2,4}\s+\d{1,2}:\d\d.*")
"""RFC 822, 5.1, as RSS writes dates; a year of two digits is refused all the same."""
_SHORT_YEAR: Final = re.compile(r"(?:[A-Za-z]{3,9},?\s*)?\d{1,2}\s+[A-Za-z]{3,9}\s+\d{2}\s")
_MIDNIGHT: Final = re.compile(r"T00:00(?::00(?:\.0+)?)?(?:Z|[+-]\d\d:?\d\d)?$")
"""In any zone: what content systems write where an hour was never given."""
_FRACTION: Final = re.compile(r"(T\d\d:\d\d:\d\d)\.\d+")
_LANGUAGE: Final = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A report as its source gives it. `published` is as written there."""

    title: str
    outlet: str
    published: str
    byline: str
    language: str
    address: str


def report_fields(report: Report, span: Span) -> tuple[dict[str, Value], list[Diagnostic]]:
    """Front matter of the article, and what an editor must look at."""
    dated = published(report.published)
    findings = list(_told(dated, span))
    outlet = report.outlet
    if not outlet and (host := host_of(report.address)):
        outlet = host
        findings.append(
            Diagnostic("D721", f"the outlet is not named; {host} stands in its place", span, "name it")
        )
    fields: dict[str, Value] = {
        "title": report.title,
        "publisher": Named(kind="actor", name=outlet, fields={"kind": "media"}) if outlet else "",
        "published": dated.edtf,
        "byline": report.byline,
        "language": report.language if _LANGUAGE.fullmatch(report.language) else "",
        "url": report.address,
    }
    return fields, findings


def at_hand(graph: Graph, address: str, span: Span) -> Diagnostic | None:
    """The finding on a report whose address an article has that was not imported; None when no article has it."""
    found = next((article for article in graph.articles if article.url == address and address), None)
    if found is None:
        return None
    return Diagnostic("D720", f"{found.path} is about this report and is kept as it is", span)


def published(written: str) -> Dated:
    """The date of publication: RFC 822 or any form that `read_date` knows. Midnight is no time of day."""
    text = _iso(written) if _RFC_822.fullmatch(written) and not _SHORT_YEAR.match(written) else written
    return read_date(_FRACTION.sub(r"\1", _MIDNIGHT.sub("", text)))


def _iso(written: str) -> str:
    """RFC 822 as ISO 8601. `-0000` says that the zone is not known (RFC 5322, 3.3), and gives none."""
    try:
        moment: datetime = parsedate_to_datetime(written)
    except (ValueError, TypeError, IndexError, OverflowError):
        return written
    return moment.isoformat()


def _told(dated: Dated, span: Span) -> Iterator[Diagnostic]:
    if dated.code:
        yield Diagnostic(dated.code, dated.message, span, dated.help)


def host_of(address: str) -> str:
    """The host of an address without `www.`; nothing for what is no address."""
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def draft_of(key: str, fields: dict[str, Value], span: Span, body: str = "") -> Draft:
    """The article to make. Its id is that of its headline and the day it came out."""
    return Draft(kind="article", key=key, fields=fields, span=span, body=body)
