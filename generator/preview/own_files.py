"""The preview's own files, and the theme's: known by their addresses alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

OWN: Final = "_dateline/"
"""Below this address stands what is the preview's own."""

OWN_FILES: Final = {
    "channel.js": "channel.js",
    "client.js": "client.js",
    "findings.css": "findings.css",
    "form.css": "form.css",
    "form.js": "form.js",
    "idiomorph.js": "vendor/idiomorph.js",
    "panel.css": "panel.css",
    "picker.js": "picker.js",
    "rows.js": "rows.js",
    "styleguide.css": "styleguide.css",
    "texts.js": "texts.js",
}
"""The preview's own files, and where they lie in the theme's `preview/` folder."""

WORKER_POLICY: Final = "default-src 'none'; connect-src 'self'"
"""Of the script that listens: it may ask this server, and do nothing else."""


def own_file(name: str, folders: Iterable[Path]) -> Path:
    """Where one of them lies: in the first of the template folders that has it."""
    places = [folder / "preview" / OWN_FILES[name] for folder in folders]
    return next((place for place in places if place.is_file()), places[-1])


def own_headers(name: str) -> Mapping[str, str]:
    """What is said of one of them beside its type."""
    return {"content-security-policy": WORKER_POLICY} if name == "channel.js" else {}
