"""A slide of a timeline to the draft of an event."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from generator.diagnostics.diagnostic import Diagnostic, Span
from generator.importers.dates import Dated, read_span
from generator.importers.foreign_text import hides_something, markdown_from, words_of
from generator.importers.importer import Draft, Value
from generator.importers.rows import digest_of
from generator.importers.worded_dates import exact
from generator.model.names import slug
from generator.pages.wording import GRADES
from generator.reading.fields.urls import wrong_with

MOST_SLIDES: Final = 20_000
LONGEST_SUMMARY: Final = 600
"""Characters of a single paragraph that is a summary rather than a body."""

_PARAGRAPH: Final = re.compile(r"<p>(.*?)</p>", re.DOTALL)
_OWN_LINK: Final = re.compile(r'<a href="[^"]*/events/[^"]*/">Sources and figures</a>')
_CLOCK: Final = re.compile(r"(\d{1,2})(?::?(\d{2}))?(?::?(\d{2}))? ?([ap]m)?", re.IGNORECASE)
_NOON: Final = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Slide:
    """What the two forms of a slide have in common; start and end as year, month, day, hour, minute, second."""

    span: Span
    unique_id: str
    start: tuple[str, ...]
    end: tuple[str, ...]
    display_date: str
    headline: str
    text: str
    group: str
    media: Mapping[str, str]


def draft_of(slide: Slide) -> tuple[Draft | None, tuple[Diagnostic, ...]]:
    """The event, and what was found of it; none without a date that can be read."""
    findings: list[Diagnostic] = []
    dated = _date(slide)
    if dated.code:
        findings.append(Diagnostic(dated.code, dated.message, slide.span, dated.help))
    if not dated.edtf:
        if not dated.code:
            message = "no event can be made without a date"
            findings.append(Diagnostic("D706", message, slide.span, "fill in the year"))
        return None, tuple(findings)
    if hides_something(slide.text) or hides_something(slide.headline):
        message = "scripts, frames, forms or broken letters in the text were taken out"
        findings.append(Diagnostic("D717", message, slide.span, "look at the record that is made"))
    status, text = _grade(slide.text)
    summary, body = _summary_and_body(text)
    medium, found = _medium(slide)
    findings.extend(found)
    topic = slug(words_of(slide.group)) if slide.group else ""
    fields: dict[str, Value] = {
        "title": words_of(slide.headline),
        "summary": summary,
        "date": dated.edtf,
        "status": status,
        "topics": (topic,) if topic else (),
        "media": (medium,) if medium else (),
    }
    key = slide.unique_id or digest_of(dated.edtf, slide.headline, slide.text)
    draft = Draft(kind="event", key=key, fields=fields, span=slide.span, body=body, wish=slide.unique_id)
    return replace(draft, wish=slug(slide.unique_id)) if slide.unique_id else draft, tuple(findings)


def _date(slide: Slide) -> Dated:
    numeric = read_span(_written(slide.start), _written(slide.end))
    return exact(numeric, words_of(slide.display_date)) if slide.display_date else numeric


def _written(parts: tuple[str, ...]) -> str:
    """`2014-8-24 14:30` out of the parts; those that are missing end it."""
    year, month, day, *clock = parts
    if not year:
        return ""
    if not (month and day):
        return "-".join(part for part in (year.zfill(4), month) if part)
    text = f"{year.zfill(4)}-{month.zfill(2)}-{day.zfill(2)}"
    time = _time(":".join(part.zfill(2) for part in clock if part)) if clock[0] else ""
    return f"{text} {time}".strip()


def _time(text: str) -> str:
    match = _CLOCK.fullmatch(text.strip())
    if match is None:
        return text
    hour, minute, second, half = int(match[1]), match[2] or "00", match[3], (match[4] or "").lower()
    if half:
        hour = hour % _NOON + (_NOON if half == "pm" else 0)
    if not hour and minute == "00" and (second or "00") == "00":
        return ""
    return f"{hour:02d}:{minute}" + (f":{second}" if second else "")


def _grade(text: str) -> tuple[str, str]:
    """The status that Dateline's own slides end with, and the text without what it adds to a summary."""
    paragraphs = _PARAGRAPH.findall(text)
    if not paragraphs or _PARAGRAPH.sub("", text).strip():
        return "", text
    spoken = {f"{grade.label}: {grade.verb}.": status for status, grade in GRADES.items()}
    status = next((spoken[one] for one in paragraphs if one in spoken), "")
    kept = [one for one in paragraphs if one not in spoken and not _OWN_LINK.fullmatch(one)]
    return status, "".join(f"<p>{one}</p>" for one in kept)


def _summary_and_body(text: str) -> tuple[str, str]:
    """A single short paragraph is a summary; anything else a body."""
    markdown = markdown_from(text) if text.strip() else ""
    alone = "\n" not in markdown and len(markdown) <= LONGEST_SUMMARY
    return (markdown, "") if alone else ("", markdown)


def _medium(slide: Slide) -> tuple[Value, tuple[Diagnostic, ...]]:
    url = slide.media.get("url", "")
    if not url:
        return "", ()
    wrong = wrong_with(url)
    alt = words_of(slide.media.get("alt", "") or slide.media.get("caption", ""))
    if wrong or not alt:
        why = wrong[0] if wrong else "nothing says what is seen in it"
        advice = wrong[1] if wrong else "give it an alt text"
        return "", (Diagnostic("D716", f"the medium {url} is left out: {why}", slide.span, advice),)
    return {"url": url, "alt": alt, "credit": words_of(slide.media.get("credit", ""))}, ()
