"""A preview from its beginning to its end."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from generator.preview.app import Preview, application
from generator.preview.display import Display
from generator.preview.injection import OWN
from generator.preview.listening import Place, server
from generator.preview.live_site import LiveSite
from generator.preview.manuscripts import Progress
from generator.preview.panel import Panel
from generator.preview.watching import Watch


def prepare(root: Path, *, drafts: bool, jobs: int, progress: Progress) -> LiveSite:
    """A site, read and linked."""
    live = LiveSite(root, drafts, jobs)
    live.start(progress)
    return live


def serve(live: LiveSite, place: Place, host: str, say: Callable[[str], None]) -> None:
    """Show the site until a signal ends it; the signal is raised again when everything has ended."""
    preview = Preview(live, Display({OWN: Panel(live)}), say)
    watch = Watch(live, preview.changed, say)
    watch.start()
    try:
        server(application(preview, host), preview.channel.close).run(sockets=list(place.sockets))
    finally:
        watch.stop()
