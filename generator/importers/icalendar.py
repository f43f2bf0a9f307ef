"""iCalendar (RFC 5545): an entry becomes an event. What recurs is refused, because an event of a timeline happened once.

Who was invited (ATTENDEE, ORGANIZER, CONTACT) is nobody's business here and is never taken over. In a calendar that Dateline
wrote, the description's first and last lines say the date and the grade as exactly as they are known: they are read back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from generator.diagnostics.diagnostic import Diagnostic, Span
from generator.graph.graph import Graph
from generator.importers.calendar_dates import timing
from generator.importers.calendar_lines import MOST_ENTRIES, CalendarError, Component, read_calendars
from generator.importers.dates import Dated
from generator.importers.foreign_text import markdown_from, plain_markdown, words_of
from generator.importers.importer import Draft, Importer, Intake, Named, Source, Value
from generator.importers.row_order import in_row_order
from generator.importers.rows import digest_of
from generator.importers.worded_dates import exact
from generator.model.names import slug
from generator.pages.wording import GRADES

_OURS: Final = "//Dateline//"
_REMARKS: Final = (
    "This entry covers every day that it may have been.",
    "The start is not known: this entry stands on the last day only.",
    "The end is not known: this entry stands on the first day only.",
    "The time zone is not known.",
)
_USED: Final = frozenset(
    {
        "UID",
        "DTSTART",
        "DTEND",
        "DURATION",
        "SUMMARY",
        "DESCRIPTION",
        "LOCATION",
        "GEO",
        "CATEGORIES",
        "STATUS",
    }
) | {"RELATED-TO", "URL", "DTSTAMP", "CREATED", "LAST-MODIFIED", "SEQUENCE", "TRANSP", "CLASS", "PRIORITY"}
_CERTAINTY: Final = re.compile(r" \((?!UTC)[^()]*\)$")
Points = Mapping[str, tuple[float, ...]]
"""Where places are, by their words: from whichever entry says so."""

_RECURS: Final = ("RRULE", "RDATE", "RECURRENCE-ID")


def read(source: Source, _graph: Graph) -> Intake:
    """The entries of a calendar file."""
    try:
        calendars = read_calendars(source.raw.decode("utf-8-sig"))
    except UnicodeDecodeError as fault:
        message = f"it is not UTF-8 from byte {fault.start} on, as RFC 5545 asks"
        return _nothing(Diagnostic("D701", message, Span(source.name), "export it again"))
    except CalendarError as fault:
        return _nothing(Diagnostic("D701", str(fault), Span(source.name, fault.line), "export it again"))
    entries = [(entry, calendar) for calendar in calendars for entry in calendar.components]
    if len(entries) > MOST_ENTRIES:
        message = f"it has more than {MOST_ENTRIES:,} entries"
        return _nothing(Diagnostic("D702", message, Span(source.name), "split it, for instance by year"))
    drafts: list[Draft] = []
    findings: list[Diagnostic] = list(_unused([entry for entry, _ in entries], source.name))
    points = {_place_words(entry): point for entry, _ in reversed(entries) if (point := _point(entry))}
    for entry, calendar in entries:
        made = _draft(points, entry, Span(source.name, entry.line), ours=_OURS in calendar.text("PRODID"))
        findings.extend(one for one in made if isinstance(one, Diagnostic))
        drafts.extend(one for one in made if isinstance(one, Draft))
    rows = sum(entry.name != "VTIMEZONE" for entry, _ in entries)
    return Intake(origin="icalendar", drafts=in_row_order(drafts), findings=tuple(findings), rows=rows)


IMPORTER = Importer(
    name="icalendar", about="A calendar, .ics: its entries become events.", read=read, endings=(".ics",)
)


def _nothing(finding: Diagnostic) -> Intake:
    return Intake(origin="icalendar", findings=(finding,))


def _unused(entries: Sequence[Component], path: str) -> Iterator[Diagnostic]:
    """Properties that go into no record, once for the file."""
    names = {found.name for entry in entries if entry.name == "VEVENT" for found in entry.properties}
    left = sorted(names - _USED - set(_RECURS))
    if left:
        yield Diagnostic(
            "D705", f"these go into no record: {', '.join(left)}", Span(path), "add them by hand if wanted"
        )


def _draft(points: Points, entry: Component, span: Span, *, ours: bool) -> tuple[Draft | Diagnostic, ...]:
    """The event of an entry, and what was found of it."""
    if entry.name == "VTIMEZONE":
        return ()
    if entry.name != "VEVENT" or entry.text("STATUS").upper() == "CANCELLED":
        what = "a cancelled entry" if entry.name == "VEVENT" else f"a {entry.name}"
        return (Diagnostic("D718", f"{what} becomes no record", span, "add it by hand if wanted"),)
    recurring = next((name for name in _RECURS if entry.get(name)), "")
    if recurring:
        advice = "write the dates that happened as entries of their own"
        return (Diagnostic("D715", f"the entry recurs ({recurring}); nothing is made of it", span, advice),)
    dated = timing(entry)
    words = _Words(entry, ours=ours)
    dated = words.exact(dated)
    found = (Diagnostic(dated.code, dated.message, span, dated.help),) if dated.code else ()
    if not dated.edtf:
        return found
    fields: dict[str, Value] = {
        "title": words_of(entry.text("SUMMARY")),
        "summary": words.summary,
        "date": dated.edtf,
        "date_basis": words.basis,
        "status": words.status,
        "locations": _places(points, entry, ours=ours),
        "location_precision": "district" if ours and _is_vague(points, entry) else "",
        "topics": tuple(Named(kind="topic", name=name) for name in _categories(entry)),
        "part_of": _whole(entry),
        "notes": "" if ours else entry.text("URL"),
    }
    uid = entry.text("UID")
    key = uid or digest_of(dated.edtf, entry.text("SUMMARY"), entry.text("DESCRIPTION"))
    wish, former = _own_ids(entry) if ours else ("", ())
    fields["former_ids"] = former
    return (*found, Draft(kind="event", key=key, fields=fields, span=span, body=words.body, wish=wish))


class _Words:
    """The description of an entry, taken apart where Dateline wrote it."""

    def __init__(self, entry: Component, *, ours: bool) -> None:
        text = entry.text("DESCRIPTION")
        lines = text.split("\n")
        self.summary = self.basis = self.status = self.body = self._date = ""
        spoken = {f"{grade.label}: {grade.verb}.": status for status, grade in GRADES.items()}
        grade = next((said for said in spoken if ours and lines[-1].startswith(said)), "")
        if grade:
            self.status = spoken[grade]
            self._date = lines[0]
            self.summary, self.basis = (*map(plain_markdown, lines[1:2]), *lines[2:-1][:1], "", "")[:2]
        else:
            self.status = "reported" if entry.text("STATUS").upper() == "TENTATIVE" else ""
            self.body = markdown_from(text) if text else ""

    def exact(self, dated: Dated) -> Dated:
        """The date in the description's words, where they say more than the entry's days and do not contradict them."""
        words = self._date
        for remark in _REMARKS:
            words = words.removesuffix(remark).rstrip()
        return exact(dated, _CERTAINTY.sub("", words.removesuffix(".")))


def _own_ids(entry: Component) -> tuple[str, tuple[Value, ...]]:
    """The id of an event of ours, by its address; and the id that it began with, which its UID keeps."""
    first, now = (slug(entry.text(name).rstrip("/").rpartition("/")[2]) for name in ("UID", "URL"))
    return (now, (first,)) if entry.text("URL") and now != first else (first, ())


def _place_words(entry: Component) -> str:
    return " ".join(entry.text("LOCATION").split())


def _is_vague(points: Points, entry: Component) -> bool:
    """Whether an entry of ours names a place that has a point, and gives none: it was not known to be exactly there."""
    return _place_words(entry) in points and not _point(entry)


def _places(points: Points, entry: Component, *, ours: bool) -> tuple[Value, ...]:
    """The place of an entry; in our own calendars with the places that it lies in."""
    text = _place_words(entry)
    if not text:
        return ()
    point = points.get(text, ())
    names = text.split(", ") if ours else [text]
    within: Named | None = None
    for name in reversed(names[1:]):
        kind = "country" if within is None else _kind(name)
        within = Named(
            kind="location", name=name, fields={"kind": kind, **({"part_of": within} if within else {})}
        )
    alone = {"kind": "country"} if ours and within is None else {}
    fields: dict[str, Value] = {
        **alone,
        **({"part_of": within} if within else {}),
        **({"coordinates": point} if point else {}),
    }
    return (Named(kind="location", name=names[0], fields=fields),)


def _kind(name: str) -> str:
    """What a place in the middle of a chain is, by its name; a region when that says nothing."""
    words = name.casefold().split()
    return next((kind for kind in ("governorate", "district") if kind in words), "region")


def _point(entry: Component) -> tuple[float, ...]:
    north, _, east = entry.text("GEO").partition(";")
    try:
        return (float(north), float(east))
    except ValueError:
        return ()


def _categories(entry: Component) -> list[str]:
    found = [name for one in entry.properties if one.name == "CATEGORIES" for name in one.texts() if name]
    return list(dict.fromkeys(found))


def _whole(entry: Component) -> Value:
    """The entry that this one is part of (RFC 9253)."""
    related = entry.get("RELATED-TO")
    if related is None or related.parameters.get("RELTYPE", "PARENT").upper() != "PARENT":
        return ""
    return Named(kind="event", name=related.text.strip(), key=related.text.strip())
