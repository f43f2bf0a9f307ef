"""A preview at work: the site, what is shown of it, and what keeps it up to date."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from starlette.types import ASGIApp

from generator.diagnostics.codes import severity_of
from generator.preview.app import Preview, application
from generator.preview.display import Display
from generator.preview.editing.desk import Desk
from generator.preview.live_site import LiveSite
from generator.preview.manuscripts import Progress
from generator.preview.own_files import OWN
from generator.preview.panel import Panel
from generator.preview.remembered import remember, stock_of
from generator.preview.styleguide import ADDRESS, Styleguide
from generator.preview.watching import Watch

SWITCH: Final = 0.0005
"""Seconds after which a thread that proofreads lets one go on that answers a save. A save waits so at each file it opens
and each message it sends; five milliseconds, Python's own choice, would add up to more than all the rest.
"""


@dataclass(slots=True)
class Session:
    """One run of a preview, from the moment in which everything has been read."""

    live: LiveSite
    token: str
    say: Callable[[str], None]
    edits: bool = False
    preview: Preview = field(init=False)
    _watch: Watch = field(init=False)

    def __post_init__(self) -> None:
        display = Display({OWN: Panel(self.live, self.edits), ADDRESS: Styleguide()})
        self.preview = Preview(self.live, display, self.say, self.token)
        self._watch = Watch(self.live, self.preview.changed, self.say)
        if self.edits:
            self.preview.desk = Desk(self.live, self._watch.hint)

    @property
    def application(self) -> ASGIApp:
        """What answers."""
        return application(self.preview)

    def begin(self) -> None:
        """Begin to watch. What is there now stays: looking for garbage among it would stop the preview for a while."""
        gc.freeze()
        gc.set_threshold(100_000, 50, 1_000)
        sys.setswitchinterval(SWITCH)
        self._watch.start()

    def end(self) -> None:
        """Stop watching, and keep the pages that were looked at last for the next start."""
        self._watch.stop()
        snapshot = self.live.snapshot
        sound = snapshot.proofread and not any(severity_of(one) == "error" for one in snapshot.findings)
        if sound and snapshot.outputs and "" in snapshot.outputs:
            self.preview.shown(snapshot, "")
            content, theme = self.live.seen()
            stock = stock_of(content, theme, drafts=self.live.drafts)
            remember(self.live.root, stock, self.preview.display.whole_pages(snapshot))


def read_session(
    root: Path,
    *,
    drafts: bool,
    jobs: int,
    token: str,
    progress: Progress,
    say: Callable[[str], None],
    edits: bool = False,
) -> Session:
    """Read and link a site."""
    live = LiveSite(root, drafts, jobs)
    live.start(progress)
    if live.note:
        say(live.note)
    return Session(live, token, say, edits)
