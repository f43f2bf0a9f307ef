"""iCalendar (RFC 5545) as lines and components: unfolding, parameters, escapes. No other meaning is read here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

MOST_ENTRIES: Final = 50_000
LONGEST_LINE: Final = 1_000_000
"""Characters of an unfolded line."""
DEEPEST: Final = 8
"""Components within each other."""

_NAME: Final = re.compile(r"[A-Za-z0-9-]+")
_PARAMETER: Final = re.compile(r';([A-Za-z0-9-]+)=((?:"[^"]*"|[^";:,])*(?:,(?:"[^"]*"|[^";:,])*)*)')
_ESCAPE: Final = re.compile(r"\\([\\;,nN])")


class CalendarError(ValueError):
    """The text is no calendar; `line` is where that shows."""

    def __init__(self, message: str, line: int) -> None:
        super().__init__(message)
        self.line = line


@dataclass(frozen=True, slots=True)
class Property:
    """`DTSTART;TZID=Asia/Damascus:20140824T143000` with the line on which it begins."""

    name: str
    parameters: dict[str, str]
    value: str
    line: int

    @property
    def text(self) -> str:
        """The value, of type TEXT."""
        return _ESCAPE.sub(lambda m: "\n" if m[1] in "nN" else m[1], self.value)

    def texts(self) -> list[str]:
        """The values of a list of TEXT."""
        parts = re.split(r"(?<!\\)((?:\\\\)*),", self.value)
        joined = [before + slashes for before, slashes in zip(parts[::2], [*parts[1::2], ""], strict=True)]
        return [_ESCAPE.sub(lambda m: "\n" if m[1] in "nN" else m[1], part).strip() for part in joined]


@dataclass(slots=True)
class Component:
    """`BEGIN:VEVENT` to `END:VEVENT`, with what stands directly in it."""

    name: str
    line: int
    properties: list[Property] = field(default_factory=list)
    components: list[Component] = field(default_factory=list)

    def get(self, name: str) -> Property | None:
        """The first property of that name."""
        return next((one for one in self.properties if one.name == name), None)

    def text(self, name: str) -> str:
        """Its text; empty when it is not there."""
        found = self.get(name)
        return found.text.strip() if found else ""


def read_calendars(text: str) -> list[Component]:
    """The VCALENDAR components of a text. Raises CalendarError."""
    top = Component("", 0)
    opened = [top]
    entries = 0
    for line, content in _unfolded(text):
        found = _property(content, line)
        if found.name == "BEGIN":
            entries += 1
            if len(opened) > DEEPEST or entries > 4 * MOST_ENTRIES:
                raise CalendarError("there are too many components in it", line)
            component = Component(found.value.strip().upper(), line)
            opened[-1].components.append(component)
            opened.append(component)
        elif found.name == "END":
            if found.value.strip().upper() != opened[-1].name or len(opened) == 1:
                raise CalendarError(f"END:{found.value.strip()[:20]} ends nothing that is open", line)
            opened.pop()
        else:
            opened[-1].properties.append(found)
    if len(opened) > 1:
        raise CalendarError(
            f"the {opened[-1].name} that begins here never ends: it is cut short", opened[-1].line
        )
    calendars = [component for component in top.components if component.name == "VCALENDAR"]
    if not calendars:
        raise CalendarError("there is no BEGIN:VCALENDAR in it", 1)
    return calendars


def _unfolded(text: str) -> Iterator[tuple[int, str]]:
    """Content lines with the number of their first line; empty ones are passed over."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    parts: list[str] = []
    begins = length = 0
    for number, line in enumerate(lines, 1):
        if line[:1] in (" ", "\t") and parts:
            parts.append(line[1:])
            length += len(line)
            if length > LONGEST_LINE:
                raise CalendarError(f"a line is longer than {LONGEST_LINE:,} characters", begins)
            continue
        if parts:
            yield begins, "".join(parts)
        parts, begins, length = ([line], number, len(line)) if line.strip() else ([], number, 0)
    if parts:
        yield begins, "".join(parts)


def _property(content: str, line: int) -> Property:
    name = _NAME.match(content)
    if name is None:
        raise CalendarError("a line begins with no name of a property", line)
    parameters: dict[str, str] = {}
    at = name.end()
    while match := _PARAMETER.match(content, at):
        parameters[match[1].upper()] = match[2].replace('"', "")
        at = match.end()
    if content[at : at + 1] != ":":
        raise CalendarError(f"the property {name[0][:20]} has no colon before its value", line)
    return Property(name[0].upper(), parameters, content[at + 1 :], line)
