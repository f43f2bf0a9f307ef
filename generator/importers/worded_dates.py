"""A date in words beside the same in numbers: the words are taken where they say more and do not contradict.

Calendars and slides hold whole days; "about August 2014" or "18 March 2014 – ongoing" beside them says what is known.
"""

from __future__ import annotations

import re
from typing import Final

from generator.importers.dates import Dated, read_date
from generator.model.moment import Moment, MomentError

_ZONE: Final = re.compile(r",? (\d\d:\d\d(?::\d\d)?) \(UTC(?:([+−-])(\d{1,2})(?::(\d\d))?)?\)$")
_SPAN: Final = re.compile(r"from (about )?(.+) to (about )?(.+)")


def exact(dated: Dated, words: str) -> Dated:
    """The date as its words say it, if they mean the same days, with ends that nobody knows left open; else as it is."""
    said = _said(words)
    if said is None or not dated.edtf or said.text == dated.edtf:
        return dated
    shown = Moment.parse(dated.edtf)
    if said.instant is not None or shown.instant is not None:
        return Dated(said.text) if said.instant == shown.instant or said.lower == shown.lower else dated
    starts_alike = said.first_day in (None, shown.first_day)
    return Dated(said.text) if starts_alike and said.last_day in (None, shown.last_day) else dated


def _said(words: str) -> Moment | None:
    zoned = _ZONE.search(words)
    if zoned:
        words = f"{words[: zoned.start()]} {zoned[1]}{_shift(zoned)}"
    span = _SPAN.fullmatch(words)
    plain = f"from {span[2]} to {span[4]}" if span else words
    edtf = read_date(plain).edtf
    if not edtf:
        return None
    if words.startswith("between ") and "/" in edtf:
        return Moment.parse(f"[{edtf.replace('/', '..')}]")
    if not span:
        return Moment.parse(edtf)
    return _about(edtf, start=bool(span[1]), end=bool(span[3]))


def _shift(zoned: re.Match[str]) -> str:
    if not zoned[2]:
        return "Z"
    return f"{'+' if zoned[2] == '+' else '-'}{zoned[3].zfill(2)}:{zoned[4] or '00'}"


def _about(edtf: str, *, start: bool, end: bool) -> Moment | None:
    """An interval with the ends that were said with "about" approximate."""
    first, slash, last = edtf.partition("/")
    try:
        return Moment.parse(f"{first}{'~' * start}{slash}{last}{'~' * end}" if slash else edtf)
    except MomentError:
        return None
