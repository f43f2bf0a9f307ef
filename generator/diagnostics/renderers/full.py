"""`full`: each finding with the line it stands on, carets under the span, and what would mend it.

    content/events/tabqa-falls.md:7:12: error[D201] unknown-actor: no actor is called "islamic-stat"
       7 |   actors: [islamic-stat]
         |            ^^^^^^^^^^^^
    help: did you mean "islamic-state" (content/actors/islamic-state.md)?   · dateline explain D201

A related place follows as `see path:line:column` with its own excerpt. Carets count terminal cells, so
they are right under wide letters, marks, tabs and escapes alike.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.diagnostics.code import Code
from generator.diagnostics.codes import BY_CODE
from generator.diagnostics.diagnostic import Diagnostic, Severity, Span
from generator.diagnostics.excerpt import excerpt
from generator.diagnostics.renderers.concise import headline, location
from generator.diagnostics.sources import SourceLines
from generator.diagnostics.style import NARROWEST, PLAIN, Style
from generator.diagnostics.visible import visible

NUMBER_CELLS = 4
"""Room for line numbers up to 9999; a longer one widens its own margin."""


def render(
    findings: Sequence[Diagnostic],
    sources: SourceLines,
    style: Style = PLAIN,
    codes: Mapping[str, Code] = BY_CODE,
    /,
) -> str:
    """Every finding as a block; blocks are separated by an empty line."""
    blocks = (_block(finding, sources, style, codes[finding.code]) for finding in findings)
    return "\n".join("".join(f"{line}\n" for line in block) for block in blocks)


def _block(finding: Diagnostic, sources: SourceLines, style: Style, code: Code) -> Iterator[str]:
    yield headline(finding, style, code)
    yield from _excerpt(finding.span, sources, style, code.severity)
    for span in finding.related:
        yield f"see {style.paint(location(span), 'place')}"
        yield from _excerpt(span, sources, style, "info")
    yield _foot(finding, style)


def _excerpt(span: Span, sources: SourceLines, style: Style, tone: Severity) -> Iterator[str]:
    """The source line and, where the column is known, carets under the span; nothing without a line."""
    line = sources(span.path, span.line) if span.line else None
    if line is None:
        return
    number = f"{span.line:>{NUMBER_CELLS}} |"
    shown = excerpt(
        line.rstrip("\r\n"), span.column, span.length, max(style.width, NARROWEST) - len(number) - 1
    )
    yield f"{style.paint(number, 'margin')} {shown.text}".rstrip()
    if span.column:
        margin = style.paint(f"{'|':>{len(number)}}", "margin")
        yield f"{margin} {' ' * shown.indent}{style.paint('^' * shown.length, tone)}"


def _foot(finding: Diagnostic, style: Style) -> str:
    pointer = style.paint(f"· dateline explain {finding.code}", "margin")
    if not finding.help:
        return pointer
    return f"{style.paint('help:', 'help')} {visible(finding.help)}   {pointer}"
