"""What the benches are made of: the corpus stays the agreed one, and the tables say what was measured."""

from __future__ import annotations

import sys
from hashlib import sha256
from pathlib import Path

import pytest

from tests.benches.corpus import make_corpus
from tests.benches.gauge import Cost, Failed, cost_of
from tests.benches.layouts import LAYOUTS, lay_out
from tests.benches.rounds import AGAIN, CLEAN, Counted, Line
from tests.benches.tables import comparison, splice

AGREED = {
    "dateline": "f71e4357a69b8999",
    "hugo": "2f9d7b7eb01ae4e2",
    "eleventy": "d241d8e0b38153d2",
    "pelican": "7fa912f342f2d0bf",
}
"""SHA-256 over paths and bytes of each layout of 60 events: figures of different days can be held side by side."""


@pytest.mark.parametrize("tool", LAYOUTS)
def test_the_corpus_is_the_same_on_every_machine(tool: str, tmp_path: Path) -> None:
    lay_out(make_corpus(60), tool, tmp_path / tool)
    digest = sha256()
    for file in sorted(file for file in (tmp_path / tool).rglob("*") if file.is_file()):
        digest.update(f"{file.relative_to(tmp_path).as_posix()}\0".encode() + file.read_bytes())
    assert digest.hexdigest()[:16] == AGREED[tool]


def test_ratios_are_taken_round_by_round_and_aims_are_judged() -> None:
    lines = {
        line.what: line
        for line in (
            Line(f"Hugo, {CLEAN}", [Cost(2, 3), Cost(20, 30), Cost(4, 6)], 200, Counted(5, 4, 5)),
            Line(f"Dateline, {CLEAN}", [Cost(1, 6), Cost(40, 60), Cost(2, 12)], 100, Counted(5, 4, 5)),
            Line(f"Dateline, {AGAIN}", [Cost(1, 1), Cost(1, 1), Cost(1, 1)], 100, Counted(5, 4, 0)),
        )
    }
    said = comparison(lines)
    assert "| Dateline, clean | 2.00 | 12.00 | 0 | 5 | 4 | 5 | 0.500 (0.500–2.000) | 2.000 |" in said
    assert "| clean build, wall time as a part of Hugo's | 1.00 | 0.50 | reached |" in said
    assert "| nothing changed, as a part of Hugo's build | 0.050 | 0.250 | **missed** |" in said
    assert "Pelican" not in said


def test_a_table_takes_its_place_in_a_document(tmp_path: Path) -> None:
    document = tmp_path / "performance.md"
    document.write_text(
        "Before\n<!-- scale: begin (generated, do not edit) -->\n\n<!-- scale: end -->\nAfter\n"
    )
    splice(document, "scale", "| one |")
    splice(document, "scale", "| two |")
    assert document.read_text() == (
        "Before\n<!-- scale: begin (generated, do not edit) -->\n| two |\n<!-- scale: end -->\nAfter\n"
    )
    with pytest.raises(SystemExit, match="no marks"):
        splice(document, "comparison", "| three |")


def test_the_cost_of_a_command_counts_all_its_processes(tmp_path: Path) -> None:
    child = "x = bytearray(64 << 20); sum(range(1_000_000))"
    parent = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}])"
    cost = cost_of([sys.executable, "-c", parent], tmp_path, memory=True)
    assert cost.processor > 0
    assert cost.wall > 0
    assert cost.memory > 0


def test_a_command_that_fails_is_no_measurement(tmp_path: Path) -> None:
    with pytest.raises(Failed, match="exit code 3\nno such thing"):
        cost_of([sys.executable, "-c", "print('no such thing'); exit(3)"], tmp_path)
