"""`make soak`: many more and longer sequences of edits than the suite runs, on every core.

    python -m tests.site.soak [--sequences 5000] [--edits 12] [--first 0]

Each sequence is a seed of `test_incremental.run`. The first difference ends it, with the seed that shows it.
"""

from __future__ import annotations

import argparse
import sys
import time
from concurrent.futures import ProcessPoolExecutor, as_completed

from generator.workers import available_cores
from tests.site.test_incremental import DifferenceError, run

SAID_EVERY = 100
"""Sequences between two lines of progress."""


def soak(seed: int, edits: int) -> tuple[int, int, str]:
    """One sequence: its seed, how many of its steps were published, and the difference it found."""
    try:
        return seed, run(seed, edits), ""
    except (DifferenceError, AssertionError) as fault:
        return seed, 0, str(fault)


def main() -> int:
    """Run the sequences; exit code 1 at the first difference."""
    asked = argparse.ArgumentParser(description="Random edits: incremental builds held against clean ones.")
    asked.add_argument("--sequences", type=int, default=5000)
    asked.add_argument("--edits", type=int, default=12)
    asked.add_argument("--first", type=int, default=0, help="the seed to begin with")
    options = asked.parse_args()
    seeds = range(options.first, options.first + options.sequences)
    began, published = time.monotonic(), 0
    with ProcessPoolExecutor(available_cores()) as pool:
        sequences = [pool.submit(soak, seed, options.edits) for seed in seeds]
        for done, sequence in enumerate(as_completed(sequences), 1):
            seed, steps, fault = sequence.result()
            published += steps
            if fault:
                sys.stdout.write(f"seed {seed}: {fault}\n")
                pool.shutdown(cancel_futures=True)
                return 1
            if done % SAID_EVERY == 0 or done == options.sequences:
                minutes = (time.monotonic() - began) / 60
                sys.stdout.write(
                    f"{done} sequences of {options.edits}: {published} published, {minutes:.1f} min\n"
                )
                sys.stdout.flush()
    sys.stdout.write("every incremental build was what a clean one is\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
