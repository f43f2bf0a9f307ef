"""Writes the built-in map of the whole world: `python -m generator.cartography.world node_modules`. For maintainers."""

from __future__ import annotations

import sys
from pathlib import Path

from generator.cartography.extract import whole_world
from generator.cartography.file import written
from generator.cartography.packages import Packages

TARGET = Path(__file__).parents[1] / "reading" / "world.json"


def main(folder: str) -> None:
    """Make it of the packages in the folder."""
    packages = Packages(Path(folder))
    packages.check()
    TARGET.write_text(written(whole_world(packages)), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(sys.argv[1])
