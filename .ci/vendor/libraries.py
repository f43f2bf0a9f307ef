"""The browser libraries that the theme carries: each one file of its package, made small, with its licence beside it.

Classic scripts, not modules: browsers load no module from a disk (`dateline build --portable`).
"""

from __future__ import annotations

import json
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Library:
    """One library: its npm package, which file of it, and where its licence stands."""

    package: str
    script: str
    licence: str


LIBRARIES = (Library("minisearch", "dist/umd/index.js", "LICENSE.txt"),)

OF_PREVIEW = (Library("idiomorph", "dist/idiomorph.js", "LICENSE"),)
"""Used by `dateline serve` alone, and never published."""


def collect_libraries(
    modules: Path, folder: Path, libraries: tuple[Library, ...] = LIBRARIES
) -> list[tuple[Library, list[Path]]]:
    """Put libraries into `folder`, which is made anew; each with its files there."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return [(library, _collect(library, modules, folder)) for library in libraries]


def _collect(library: Library, modules: Path, folder: Path) -> list[Path]:
    script, licence = folder / f"{library.package}.js", folder / f"{library.package}-LICENSE.txt"
    version = json.loads((modules / library.package / "package.json").read_text("utf-8"))["version"]
    banner = f"/* {library.package} {version}; licence: {licence.name} */"
    terser = [modules / ".bin" / "terser", modules / library.package / library.script]
    options = ["--compress", "--mangle", "--comments", "false", "--format", f"preamble={json.dumps(banner)}"]
    subprocess.run([*terser, *options, "--output", script], check=True)  # noqa: S603 - our own package
    shutil.copyfile(modules / library.package / library.licence, licence)
    return [script, licence]
