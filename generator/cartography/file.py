"""A base map as the JSON of `content/basemap.json`, which `reading.basemap` reads."""

from __future__ import annotations

import json
from dataclasses import asdict

from generator.model.basemap import Basemap, Outline, Sheet

FORMAT = 1


def written(basemap: Basemap) -> str:
    """The file: a member to a line, so that differences can be read."""
    members: dict[str, object] = {
        "format": FORMAT,
        "credit": basemap.credit,
        "boundaries": basemap.boundaries,
        "packages": [asdict(package) for package in basemap.packages],
        "stretch": basemap.stretch,
        "west": basemap.west,
        "labels": basemap.labels,
        "landmarks": basemap.landmarks,
        "world": _sheet(basemap.world),
        "detail": _sheet(basemap.detail) if basemap.detail else None,
        "outlines": {key: _outline(one) for key, one in sorted(basemap.outlines.items())},
        "countries": {key: _outline(one) for key, one in sorted(basemap.countries.items())},
    }
    lines = (f" {json.dumps(name)}: {_text(member)}" for name, member in members.items() if member)
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _text(member: object) -> str:
    if not isinstance(member, dict):
        return json.dumps(member, ensure_ascii=False)
    lines = (
        f"  {json.dumps(key, ensure_ascii=False)}: {json.dumps(value, ensure_ascii=False)}"
        for key, value in member.items()
    )
    return "{\n" + ",\n".join(lines) + "\n }"


def _sheet(sheet: Sheet) -> dict[str, object]:
    return {name: value for name, value in asdict(sheet).items() if value}


def _outline(outline: Outline) -> dict[str, object]:
    return asdict(outline)
