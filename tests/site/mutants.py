"""`make mutants`: how soon random edits show that a kind of dependency is lost, as a table.

    python -m tests.site.mutants [--most 200]

Each kind is dropped in turn (`test_incremental.DROPPED`). The suite asks whether edits that depend on it show the loss;
here any edit may come, as in `test_incremental_equals_clean`, and the sequences are those that the suite runs.
"""

from __future__ import annotations

import argparse
import sys
from concurrent.futures import ProcessPoolExecutor
from itertools import repeat

import pytest

from generator.workers import available_cores
from tests.site.test_incremental import DROPPED, EDITS_EACH, SEQUENCES, DifferenceError, run

HEAD = "| dropped | found by sequence | after edits | of so many sequences |\n|---|--:|--:|--:|\n"


def found(dependency: str, most: int) -> tuple[int, int]:
    """The number of the sequence that shows the loss, from 1, and how many edits it had made; two zeros: none did."""
    drop, _ = DROPPED[dependency]
    with pytest.MonkeyPatch.context() as monkey:
        drop(monkey)
        for seed in range(most):
            try:
                run(seed, EDITS_EACH)
            except DifferenceError as difference:
                return seed + 1, difference.edits
    return 0, 0


def main() -> int:
    """Print the table; exit code 1 if a loss stayed hidden."""
    asked = argparse.ArgumentParser(
        description="Drops each kind of dependency and lets random edits find it."
    )
    asked.add_argument("--most", type=int, default=SEQUENCES)
    most = asked.parse_args().most
    sys.stdout.write(HEAD)
    hidden = 0
    with ProcessPoolExecutor(available_cores()) as pool:
        for dependency, (sequence, edits) in zip(
            DROPPED, pool.map(found, DROPPED, repeat(most)), strict=True
        ):
            hidden += not sequence
            told = f"{sequence} | {edits}" if sequence else "none | "
            sys.stdout.write(f"| {dependency} | {told} | {most} |\n")
            sys.stdout.flush()
    return bool(hidden)


if __name__ == "__main__":
    sys.exit(main())
