"""A record's body, or the text of a free page."""

from __future__ import annotations

from urllib.parse import unquote

from generator.diagnostics.diagnostic import Diagnostic, Span
from generator.markdown.galley import Galley
from generator.markdown.language import language_of
from generator.markdown.parser import parser_for
from generator.markdown.setting import set_in_html
from generator.markdown.short_cut import plain_body
from generator.markdown.source import LIMIT, normal, size_above_limit
from generator.model.prose import EMPTY, Prose

_MEGABYTE = 1024 * 1024


def parse_body(
    text: str, *, path: str, first_line: int, language: str = "en"
) -> tuple[Prose, tuple[Diagnostic, ...]]:
    """`first_line` (1-based) is where the body begins in its file; `language` is a BCP 47 tag. Never raises."""
    if size := size_above_limit(text):
        return EMPTY, (_too_large(path, first_line, size),)
    source, written_in = normal(text), language_of(language)
    if plain := plain_body(source, first_line, written_in):
        return plain, ()
    galley = Galley(path, source.split("\n"), first_line, written_in)
    prose = set_in_html(galley, parser_for(source).parse(source, {"galley": galley}))
    _check_fragments(galley)
    return prose, sorted_by_place(galley)


def sorted_by_place(galley: Galley) -> tuple[Diagnostic, ...]:
    """Its findings, first places first."""
    return tuple(sorted(galley.findings, key=lambda found: (found.span.line, found.span.column, found.code)))


def _check_fragments(galley: Galley) -> None:
    """Links to `#fragment` within the body. `#` and `#top` are the page's top in HTML."""
    for fragment, place in galley.fragments:
        if unquote(fragment) not in galley.anchors and fragment not in ("", "top"):
            galley.report(
                "D408",
                f'no heading of this text has the anchor "#{unquote(fragment)}"',
                place,
                "the anchors are: " + ", ".join(f"#{heading.anchor}" for heading in galley.headings)
                if galley.headings
                else "the text has no headings",
            )


def _too_large(path: str, first_line: int, size: int) -> Diagnostic:
    return Diagnostic(
        "D410",
        f"the body has {size / _MEGABYTE:.1f} MB; the limit is {LIMIT // _MEGABYTE} MB",
        Span(path, first_line, 1),
        "split it into several records",
    )
