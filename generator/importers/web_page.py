"""A web page, saved or at an address, to an article record. The text of the report is read and never kept.

A quotation that the editor names stands in the body, if it occurs in the page word for word and is short.
"""

from __future__ import annotations

from typing import Final

from generator.diagnostics.diagnostic import Diagnostic, Span
from generator.graph.graph import Graph
from generator.importers.charsets import decoded
from generator.importers.html_to_markdown import escaped
from generator.importers.importer import Importer, Intake, Source
from generator.importers.matching import present
from generator.importers.page_reading import PageError, ReadPage, quotation, read_page
from generator.importers.reports import Report, at_hand, draft_of, host_of, report_fields
from generator.model.slugs import slug
from generator.reading.excerpts import in_quotes

ORIGIN: Final = "web"
MOST_WORDS: Final = 25
"""Words of a quotation."""


def _read(source: Source, graph: Graph) -> Intake:
    text, remark = decoded(source.raw, source.charset)
    span = Span(source.name)
    findings = [Diagnostic("D703", remark, span, "look at the headline")] if remark else []
    try:
        page = read_page(text, source.name if host_of(source.name) else "")
    except PageError as fault:
        findings.append(Diagnostic("D701", str(fault), span, "save the page as HTML"))
        return Intake(origin=ORIGIN, findings=tuple(findings), rows=1)
    key = page.address or f"{slug(page.title)}/{slug(page.published)}"
    again = present(graph).found_again("article", ORIGIN, key)
    there = None if again else at_hand(graph, page.address, span)
    body, wrong = _quoted(page, source.quote, span)
    stop = there or wrong
    if stop:
        return Intake(origin=ORIGIN, findings=(*findings, stop), rows=1)
    fields, found = report_fields(_report(page), span)
    findings += [*found, *_remarks(page, source.name, span)]
    draft = draft_of(key, fields, span, body)
    return Intake(origin=ORIGIN, drafts=(draft,), findings=tuple(findings), rows=1)


def _report(page: ReadPage) -> Report:
    return Report(
        title=page.title,
        outlet=page.outlet,
        published=page.published,
        byline=page.byline,
        language=page.language,
        address=page.address,
    )


def _quoted(page: ReadPage, quote: str, span: Span) -> tuple[str, Diagnostic | None]:
    """The body with the quotation, or why there is none."""
    if not quote.strip():
        return "", None
    count = len(quote.split())
    if count > MOST_WORDS:
        message = f"the quotation has {count} words; {MOST_WORDS} are the most"
        return "", Diagnostic("D724", message, span, "quote the words that matter, and tell the rest")
    found = quotation(page, quote)
    if not found:
        message = f"{in_quotes(quote)} does not occur in the page"
        return "", Diagnostic("D724", message, span, "copy the words from the page")
    return f"> {escaped(found)}", None


def _remarks(page: ReadPage, name: str, span: Span) -> list[Diagnostic]:
    remarks: list[Diagnostic] = []
    if page.is_guess and page.published:
        message = f"the page does not mark when it was published; {page.published} was found in it"
        remarks.append(Diagnostic("D722", message, span, "look at the page"))
    asked, named = host_of(name), host_of(page.address)
    if asked and named and asked != named:
        message = f"the page at {asked} gives {page.address} as its address"
        remarks.append(Diagnostic("D725", message, span, "look where the report was first published"))
    if not page.address:
        remarks.append(Diagnostic("D721", "the page does not say its address", span, "write its url by hand"))
    return remarks


HTML: Final = Importer(
    name="html",
    about="An article record from a web page, saved or at an address.",
    read=_read,
    takes=("file", "address"),
    largest=8 * 1024 * 1024,
)
