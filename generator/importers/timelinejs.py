"""TimelineJS (Knight Lab): its JSON (https://timeline.knightlab.com/docs/json-format.html) and its spreadsheet, saved as
.csv or .xlsx. A slide becomes an event; the title slide and eras are named in findings and become nothing.

A slide's `display_date` may say more than its numbers ("about August 2014"): it is taken when it is a date with the same
first and last day. Of what Dateline itself writes into a slide's text, the grade is read back and the link left out.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, Final

from generator.diagnostics.diagnostic import Diagnostic, Span
from generator.graph.graph import Graph
from generator.importers.delimited import read_delimited
from generator.importers.importer import Draft, Importer, Intake, Source
from generator.importers.row_order import in_row_order
from generator.importers.rows import Row, Table, origin_of
from generator.importers.slides import MOST_SLIDES, Slide, draft_of
from generator.importers.workbook import is_workbook, read_workbook

_TEXT_KEYS: Final = ("url", "alt", "caption", "credit")


def read(source: Source, _graph: Graph) -> Intake:
    """The slides of a timeline in any of the three forms."""
    if source.raw.lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"{", b"[")):
        slides, findings = _of_json(source)
    else:
        table = (
            read_workbook(source.raw, source.name)
            if is_workbook(source.raw)
            else read_delimited(source.raw, source.name)
        )
        slides, findings = _of_table(source, table)
    drafts: list[Draft] = []
    for slide in slides:
        draft, found = draft_of(slide)
        findings.extend(found)
        if draft is not None:
            drafts.append(draft)
    return Intake(
        origin=origin_of("timelinejs", source.name),
        drafts=in_row_order(drafts),
        findings=tuple(findings),
        rows=len(slides),
    )


IMPORTER = Importer(
    name="timelinejs",
    about="A TimelineJS timeline: its JSON, or its spreadsheet as .csv or .xlsx.",
    read=read,
    endings=(".json", ".csv", ".xlsx"),
    largest=64 * 1024 * 1024,
)


# JSON


def _of_json(source: Source) -> tuple[list[Slide], list[Diagnostic]]:
    try:
        document = json.loads(source.raw.decode("utf-8-sig"))
    except (UnicodeDecodeError, ValueError, RecursionError) as fault:
        line = getattr(fault, "lineno", 0)
        why = getattr(fault, "msg", "it is not UTF-8, or nested too deeply")
        return [], [Diagnostic("D701", f"it is no JSON: {why}", Span(source.name, line), "export it again")]
    events = document.get("events") if isinstance(document, dict) else None
    if not isinstance(events, list):
        advice = 'a timeline is {"events": […]}'
        return [], [Diagnostic("D701", "it has no list of events", Span(source.name), advice)]
    if len(events) > MOST_SLIDES:
        return [], [
            Diagnostic("D702", f"it has more than {MOST_SLIDES:,} events", Span(source.name), "split it")
        ]
    lines = _lines_of_events(source.raw.decode("utf-8-sig"), len(events))
    slides = [_json_slide(event, Span(source.name, line)) for event, line in zip(events, lines, strict=True)]
    return slides, list(_no_records(document, source.name))


def _no_records(document: Mapping[str, Any], path: str) -> Iterator[Diagnostic]:
    if document.get("title"):
        advice = "put its words into content/site.yaml or a page"
        yield Diagnostic("D718", "the title slide becomes no record", Span(path), advice)
    eras = document.get("eras")
    if isinstance(eras, list) and eras:
        yield Diagnostic(
            "D718", f"{len(eras)} eras become no records", Span(path), "make them events by hand if wanted"
        )


def _lines_of_events(text: str, count: int) -> list[int]:
    """The line on which each event begins, found by walking over the list; 0 where it cannot be told."""
    decoder = json.JSONDecoder()
    at = text.find("[", text.find('"events"'))
    lines: list[int] = []
    line, counted_to = 1, 0
    while at >= 0 and len(lines) < count:
        at = _next_value(text, at + 1)
        line += text.count("\n", counted_to, at)
        counted_to = at
        try:
            _, end = decoder.raw_decode(text, at)
        except ValueError:
            break
        lines.append(line)
        at = _next_value(text, end)
    return lines + [0] * (count - len(lines))


def _next_value(text: str, at: int) -> int:
    while at < len(text) and text[at] in " \t\r\n":
        at += 1
    return at


def _json_slide(event: object, span: Span) -> Slide:
    whole = event if isinstance(event, dict) else {}
    words, media = _mapping(whole.get("text")), _mapping(whole.get("media"))
    start, end = _mapping(whole.get("start_date")), _mapping(whole.get("end_date"))
    shown = whole.get("display_date") or start.get("display_date")
    return Slide(
        span=span,
        unique_id=_text(whole.get("unique_id")),
        start=_parts(start),
        end=_parts(end),
        display_date=_text(shown),
        headline=_text(words.get("headline")),
        text=_text(words.get("text")),
        group=_text(whole.get("group")),
        media={key: _text(media.get(key)) for key in _TEXT_KEYS},
    )


def _parts(point: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(_text(point.get(part)) for part in ("year", "month", "day", "hour", "minute", "second"))


def _mapping(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _text(value: object) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip() if isinstance(value, str | int | float) and not isinstance(value, bool) else ""


# The spreadsheet


def _of_table(source: Source, table: Table) -> tuple[list[Slide], list[Diagnostic]]:
    findings = list(table.findings)
    if table.columns and not {"Headline", "Year"} <= set(table.columns):
        message = "it has no columns Year and Headline"
        findings.append(Diagnostic("D701", message, Span(source.name, 1), "is it a TimelineJS spreadsheet?"))
        return [], findings
    slides: list[Slide] = []
    for row in table.rows:
        span = Span(source.name, row.line)
        kind = row.get("Type").lower()
        if kind in ("title", "era"):
            advice = "put a title's words into content/site.yaml; make an era an event by hand if wanted"
            findings.append(Diagnostic("D718", f"a row of type {kind} becomes no record", span, advice))
            continue
        slides.append(_row_slide(row, span))
    return slides, findings


def _row_slide(row: Row, span: Span) -> Slide:
    return Slide(
        span=span,
        unique_id="",
        start=_row_parts(row, ""),
        end=_row_parts(row, "End "),
        display_date=row.get("Display Date"),
        headline=row.get("Headline"),
        text=row.get("Text"),
        group=row.get("Group") or row.get("Tag"),
        media={
            "url": row.get("Media"),
            "alt": row.get("Alt Text"),
            "caption": row.get("Media Caption"),
            "credit": row.get("Media Credit"),
        },
    )


def _row_parts(row: Row, prefix: str) -> tuple[str, ...]:
    hour, _, rest = row.get(f"{prefix}Time").partition(":")
    minute, _, second = rest.partition(":")
    return (*(row.get(f"{prefix}{part}") for part in ("Year", "Month", "Day")), hour, minute, second)
