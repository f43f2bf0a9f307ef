"""Where the built-in theme lies, and which of its files are copied as they are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

ASSET_TYPES = frozenset(
    [".css", ".ico", ".jpg", ".js", ".mjs", ".png", ".svg", ".txt", ".webmanifest", ".webp", ".woff2"]
)
"""What a theme may have copied; anything else in `assets/` (`vendor.json`) stays with the theme."""


@dataclass(frozen=True, slots=True)
class Asset:
    """A file to copy: its address in the site (`assets/site.css`) and where it is now."""

    address: str
    source: Path


def theme_folder() -> Path:
    """The built-in theme: inside an installed package, or `templates/` of the checkout that runs."""
    package = Path(__file__).resolve().parents[1]
    installed = package / "theme"
    return installed if installed.is_dir() else package.parent / "templates"


def template_folders(root: Path) -> tuple[Path, ...]:
    """The site's own templates, when it has some, before the built-in theme's."""
    theme = theme_folder()
    own = root / "templates"
    return (own, theme) if own.is_dir() and own.resolve() != theme else (theme,)


def assets(folders: Iterable[Path]) -> tuple[Asset, ...]:
    """The static files of `assets/` in the theme folders, sorted by address; the first folder's file wins."""
    found: dict[str, Asset] = {}
    for folder in folders:
        for path in sorted((folder / "assets").rglob("*")):
            address = path.relative_to(folder).as_posix()
            if path.suffix in ASSET_TYPES and path.is_file() and not path.is_symlink():
                found.setdefault(address, Asset(address, path))
    return tuple(found[address] for address in sorted(found))
