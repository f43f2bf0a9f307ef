"""Floor 7, batches: what is handed to one process at a time.

A file that is made of all records is a batch of its own, with its compressed copy; those come first, so that no core
waits for the longest of them at the end. Pages go in batches, however many there are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from generator.exports.file import FileOutput
from generator.plan import Output

SIZE: Final = 50
"""Pages in a batch: some tens of milliseconds of work, against which handing it over is nothing."""

ENOUGH: Final = 256
"""Outputs that are worth the start of processes."""

MANY_RECORDS: Final = 2_000
"""Records that make two files of all of them worth it, too."""


class Batch(NamedTuple):
    """Outputs that one process makes, and the number under which the first file waits; those after it have the next."""

    outputs: tuple[Output, ...]
    first: int


def batches(outputs: Sequence[Output], first: int) -> list[Batch]:
    """The outputs, in the order of addresses, in batches; their files have the numbers from `first` on."""
    made = []
    for together in (*_alone(outputs), *_pages(outputs)):
        made.append(Batch(together, first))
        first += len(together)
    return made


def is_enough(made: Sequence[Batch], records: int) -> bool:
    """Whether batches are worth more than one process, on a site of so many records."""
    if sum(len(batch.outputs) for batch in made) >= ENOUGH:
        return True
    return records >= MANY_RECORDS and sum(_is_whole(batch.outputs[0]) for batch in made) > 1


def _alone(outputs: Sequence[Output]) -> Iterator[tuple[Output, ...]]:
    """Each file that is made of all records, with its compressed copy (`exports.download`), which stands behind it."""
    together: list[Output] = []
    for output in filter(_is_whole, outputs):
        if together and output.address.startswith(f"{together[0].address}."):
            together.append(output)
            continue
        if together:
            yield tuple(together)
        together = [output]
    if together:
        yield tuple(together)


def _pages(outputs: Sequence[Output]) -> Iterator[tuple[Output, ...]]:
    others = [output for output in outputs if not _is_whole(output)]
    for start in range(0, len(others), SIZE):
        yield tuple(others[start : start + SIZE])


def _is_whole(output: Output) -> bool:
    return isinstance(output, FileOutput) and output.whole
