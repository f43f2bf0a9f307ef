"""How soon the time axis of a large site answers in a browser, and how it moves."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Final

from playwright.sync_api import Page

from tests.benches.host import hosted
from tests.exports.browser import page_of

FRAMES: Final = 180

_READY: Final = """() => new Promise((settle) => {
  const look = () => {
    const shown = document.querySelector("[data-shown]:not(section)")?.textContent;
    if (shown && !document.querySelector("[data-timeline]").hidden) { settle(performance.now()); } else { requestAnimationFrame(look); }
  };
  look();
})"""
"""Milliseconds from the beginning of the navigation (High Resolution Time, 4) until the axis is there and says what it shows."""

_MOVED: Final = """async (count) => {
  const axis = document.querySelector("[data-axis]");
  const frame = () => new Promise(requestAnimationFrame);
  const keys = ["+", "+", "+", "ArrowRight", "ArrowRight", "ArrowRight", "ArrowLeft", "-", "-", "-"];
  const took = [];
  let before = await frame();
  for (let number = 0; number < count; number += 1) {
    axis.dispatchEvent(new KeyboardEvent("keydown", { key: keys[number % keys.length], bubbles: true }));
    const now = await frame();
    took.push(now - before);
    before = now;
  }
  return took;
}"""
"""Milliseconds between frames while a key goes down in each."""


@dataclass(frozen=True, slots=True)
class Moves:
    """Seconds until the axis answers, with an empty cache; milliseconds between frames while it moves."""

    ready: float
    frames: tuple[float, ...]

    @property
    def late(self) -> float:
        """Of a hundred frames, ninety-five are there by then."""
        return sorted(self.frames)[int(len(self.frames) * 0.95)]


def moves(site: Path) -> Moves:
    """Open the timeline of a site, and move its axis by keys. Motion stays as readers have it unless they ask for less."""
    refused: list[str] = []
    with hosted(site) as address, page_of(address.rstrip("/"), refused) as page:
        return _measured(page, address)


def _measured(page: Page, address: str) -> Moves:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(f"{address}timeline/")
    ready = page.evaluate(_READY)
    page.locator("[data-axis]").focus()
    return Moves(ready / 1000, tuple(page.evaluate(_MOVED, FRAMES)))


def smoothness(events: int, seen: Moves) -> str:
    """A line of words."""
    return (
        f"The time axis of {events:,} events answers {seen.ready:.2f} s after the page was asked for. While it moves, "
        f"a frame takes {median(seen.frames):.0f} ms, ninety-five of a hundred at most {seen.late:.0f} ms."
    )
