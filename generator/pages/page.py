"""What a page is before it is rendered: an address, a template, and how to see its subject.

A view is a pure function of the graph that makes strings already decided; a template only places them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from generator.graph.graph import Graph

View = dict[str, object]
"""What a template sees, by name."""

T = TypeVar("T")

PAGE_LENGTH = 100
"""Rows of any one list on one page (docs/adr/0003-paging.md)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageOutput:
    """One page to be.

    `address` is `events/x/` (a folder's index) or a file's own name (`404.html`). `view` must be a module-level
    function, so that workers can be sent the page; it is called with the graph and `subject`. `record` names
    the record whose page it is (`event/tabqa-falls`), if it is one record's. `listed`: in the sitemap. `language` is the
    one it is made in, whose folder its address begins with (`ar/events/x/`); empty for the site's own.
    """

    address: str
    template: str
    view: Callable[[Graph, str], View]
    subject: str = ""
    record: str = ""
    listed: bool = True
    language: str = ""

    @property
    def place(self) -> str:
        """The address below the root of its language: the same in each."""
        return self.address.removeprefix(f"{self.language}/") if self.language else self.address


@dataclass(frozen=True, slots=True)
class Step:
    """A page of a paged list, as its pager shows it; `address` is empty for the page one is on."""

    label: str
    address: str


@dataclass(frozen=True, slots=True)
class Pager:
    """Where one is in a paged list. Empty `steps`: it has one page only."""

    number: int
    total: int
    previous: str
    next: str
    steps: tuple[Step, ...]


def page_address(base: str, number: int) -> str:
    """`actors/isil/` for the first page, then `actors/isil/page/2/`."""
    return base if number == 1 else f"{base}page/{number}/"


def page_total(*lengths: int) -> int:
    """How many pages lists of these lengths need side by side; one when all are empty."""
    return max(1, *(-(-length // PAGE_LENGTH) for length in lengths))


def page_slice(rows: Sequence[T], number: int) -> Sequence[T]:
    """The rows of a list that stand on page `number`."""
    return rows[(number - 1) * PAGE_LENGTH : number * PAGE_LENGTH]


def pager(base: str, number: int, total: int) -> Pager:
    """The pager of page `number` of `total`: first, last, and those within two steps."""
    near = sorted({1, total, *range(max(1, number - 2), min(total, number + 2) + 1)})
    steps = tuple(Step(str(n), "" if n == number else page_address(base, n)) for n in near)
    return Pager(
        number,
        total,
        page_address(base, number - 1) if number > 1 else "",
        page_address(base, number + 1) if number < total else "",
        steps if total > 1 else (),
    )


def paged(output: PageOutput, total: int) -> Iterator[PageOutput]:
    """A page and those that continue it, their number after the subject (`isil 2`)."""
    for number in range(1, total + 1):
        yield PageOutput(
            address=page_address(output.address, number),
            template=output.template,
            view=output.view,
            subject=f"{output.subject} {number}",
            record=output.record,
            listed=output.listed,
        )


def paged_subject(subject: str) -> tuple[str, int]:
    """The subject and the page number out of what `paged` made."""
    name, _, number = subject.rpartition(" ")
    return name, int(number)


Outputs = Iterable[PageOutput]
