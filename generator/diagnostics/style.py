"""How findings look on a terminal: width and colours."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from generator.diagnostics.diagnostic import Severity

Tone = Literal["error", "warning", "info", "place", "margin", "help"]

RESET = "\x1b[0m"
TONES: dict[Tone, str] = {
    "error": "\x1b[1;31m",
    "warning": "\x1b[1;33m",
    "info": "\x1b[1;36m",
    "place": "\x1b[1m",
    "margin": "\x1b[2m",
    "help": "\x1b[32m",
}
NARROWEST = 40


@dataclass(frozen=True, slots=True)
class Style:
    """`width` in cells (excerpts keep to it; less than 40 is taken as 40); `colour` asks for ANSI colours."""

    colour: bool = False
    width: int = 100

    def paint(self, text: str, tone: Tone | Severity) -> str:
        """`text` in a tone, where colours are wanted."""
        return f"{TONES[tone]}{text}{RESET}" if self.colour and text else text


PLAIN = Style()
