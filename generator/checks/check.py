"""Ask every question."""

from __future__ import annotations

from itertools import chain

from generator.checks import CHECKS
from generator.diagnostics.diagnostic import Diagnostic
from generator.graph.graph import Graph


def check(graph: Graph) -> tuple[Diagnostic, ...]:
    """Every finding of every check, those that an editor accepts among them."""
    return tuple(chain.from_iterable(ask(graph) for ask in CHECKS))
