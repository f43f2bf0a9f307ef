"""How long an editor waits: from a save to the page in the browser, and from the command to the first page.

    python -m tests.benches.preview [SITE] [--events 10000] [--edits 200] [--pause 1.5]

SITE is a copy of a site that may be edited: its events are changed and put back. Without one, a site of so many events
is made (`tests.benches.corpus`) where the system keeps temporary files. Each edit is written, and the time is
taken until the browser (Chromium through Playwright) shows it, by the clock of the machine that both share. Prints a
table in Markdown. Not part of `make test`: it measures, and tests nothing.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tests.benches.corpus import make_corpus
from tests.benches.layouts import lay_out
from tests.benches.machine import CHECKOUT

WATCH = """text => new Promise(found => {
  const look = () => { if (document.documentElement.textContent.includes(text)) {
    watcher.disconnect(); found(performance.timeOrigin + performance.now()); } };
  const watcher = new MutationObserver(look);
  watcher.observe(document.documentElement, {subtree: true, childList: true, characterData: true});
  look();
})"""

Edit = Callable[[str, str], str]
"""The text of a file, and a word that is to stand in it, to the text with that word."""


def body(text: str, word: str) -> str:
    """A word more in the prose."""
    return f"{text.rstrip()} {word}\n"


def mention(text: str, word: str) -> str:
    """A sentence more that names an actor."""
    return f"{text.rstrip()}\n\nIt was told to [[actor-7]] by {word}.\n"


def field(name: str) -> Edit:
    """A word more in a field of one line."""

    def edit(text: str, word: str) -> str:
        return re.sub(rf"^({name}: *)(.*?)(['\"]?)$", rf"\1\2 {word}\3", text, count=1, flags=re.MULTILINE)

    return edit


EDITS: tuple[tuple[str, Edit], ...] = (
    ("prose", body),
    ("prose", body),
    ("a mention added", mention),
    ("summary", field("summary")),
    ("title", field("title")),
)


@contextmanager
def preview(site: Path, *options: str) -> Iterator[tuple[str, float]]:
    """A running preview: its address, and the seconds until it answered its home page."""
    began = time.perf_counter()
    command = [sys.executable, "-m", "generator", "serve", "--root", str(site), "--port", "0", *options]
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, env=os.environ | {"PYTHONPATH": str(CHECKOUT)}
    )
    try:
        assert process.stdout is not None
        address = re.search(r"http://\S+?/", process.stdout.readline())
        assert address is not None
        urllib.request.urlopen(address[0]).read()  # noqa: S310 - our own server
        yield address[0], time.perf_counter() - began
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(10)


def measured(page: Page, file: Path, edit: Edit, word: str) -> float:
    """Milliseconds from a save to the page in the browser."""
    changed = edit(file.read_text(encoding="utf-8"), word)
    page.evaluate(f"text => {{ window.found = ({WATCH})(text); }}", word)
    fresh = file.with_name(f".{file.name}.fresh")
    fresh.write_text(changed, encoding="utf-8")
    saved = time.time() * 1000
    fresh.replace(file)
    shown: float = page.evaluate("window.found")
    return shown - saved


def edits(address: str, site: Path, count: int, pause: float) -> dict[str, list[float]]:
    """Times by kind of edit; the events are put back after it."""
    chance = random.Random(4)  # noqa: S311 - the same edits each time
    events = sorted((site / "content/events").rglob("*.md"))
    times: dict[str, list[float]] = {}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page()
        for number in range(count):
            kind, edit = EDITS[number % len(EDITS)]
            if number % 20 == 0:
                file = chance.choice(events)
                before = file.read_bytes()
                page.goto(f"{address}events/{file.stem}/")
                page.wait_for_selector("dateline-findings", state="attached")
            time.sleep(pause * chance.uniform(0.5, 1.5))
            times.setdefault(kind, []).append(measured(page, file, edit, f"word{number}"))
            if number % 20 == 19 or number == count - 1:
                file.write_bytes(before)
        browser.close()
    return times


def row(name: str, times: list[float]) -> str:
    """A line of the table."""
    ordered = sorted(times)
    high = ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]
    return f"| {name} | {len(ordered)} | {statistics.median(ordered):.0f} | {high:.0f} | {ordered[-1]:.0f} |"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("site", type=Path, nargs="?")
    parser.add_argument("--events", type=int, default=10_000)
    parser.add_argument("--edits", type=int, default=200)
    parser.add_argument("--pause", type=float, default=1.5, help="Seconds between two saves, on average.")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        site = asked.site or Path(folder) / "site"
        if asked.site is None:
            lay_out(make_corpus(asked.events), "dateline", site)
        measure(site, asked.edits, asked.pause)


def measure(site: Path, count: int, pause: float) -> None:
    """Measure a site and print."""
    shutil.rmtree(site / ".dateline", ignore_errors=True)
    with preview(site) as (_address, cold):
        pass
    warm = []
    for _ in range(3):
        with preview(site) as (_address, seconds):
            warm.append(seconds)
    with preview(site) as (address, _seconds):
        times = edits(address, site, count, pause)
    records = sum(1 for _ in (site / "content").rglob("*.md"))
    lines = [
        f"{records:,} records; first page after {cold:.1f} s cold, {statistics.median(warm):.2f} s warm.",
        "",
        "| saved | edits | median ms | 95 of 100 under | longest |",
        "|---|---|---|---|---|",
        *(row(kind, of_kind) for kind, of_kind in times.items()),
        row("all", [one for of_kind in times.values() for one in of_kind]),
    ]
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
