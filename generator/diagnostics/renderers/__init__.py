"""Findings as text, one file per format. Adding a format touches its file and `FORMATS`.

A renderer keeps the order it is given (see `order.in_order`), drops nothing, reads no files and prints
nothing. What it returns ends with a line break, or is empty; what a finding says never adds a line to it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from generator.diagnostics.code import Code
from generator.diagnostics.codes import BY_CODE
from generator.diagnostics.diagnostic import Diagnostic
from generator.diagnostics.renderers import concise, full, github, json, sarif
from generator.diagnostics.sources import SourceLines
from generator.diagnostics.style import PLAIN, Style


class Renderer(Protocol):
    """What a format is: a function from findings to text."""

    def __call__(
        self,
        findings: Sequence[Diagnostic],
        sources: SourceLines,
        style: Style = PLAIN,
        codes: Mapping[str, Code] = BY_CODE,
        /,
    ) -> str:
        """Findings, the lines they stand on, the look where the format has one, and the table of codes."""


FORMATS: tuple[tuple[str, Renderer], ...] = (
    ("full", full.render),
    ("concise", concise.render),
    ("json", json.render),
    ("github", github.render),
    ("sarif", sarif.render),
)

FORMAT_NAMES: tuple[str, ...] = tuple(name for name, _ in FORMATS)


def render(name: str, findings: Sequence[Diagnostic], sources: SourceLines, style: Style = PLAIN) -> str:
    """`findings` in the format called `name` (KeyError: no such format)."""
    return dict(FORMATS)[name](findings, sources, style)
