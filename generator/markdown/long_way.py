"""The long way: markdown-it parses a text, and its tokens are set."""

from __future__ import annotations

from urllib.parse import unquote

from generator.diagnostics.diagnostic import Diagnostic
from generator.markdown.galley import Galley
from generator.markdown.language import Language
from generator.markdown.parser import parser_for
from generator.markdown.setting import set_in_html
from generator.model.prose import Prose

Parsed = tuple[Prose, tuple[Diagnostic, ...]]


def parsed_body(source: str, path: str, first_line: int, language: Language) -> Parsed:
    """A body that begins on a line of its file, and what is wrong with it."""
    galley = Galley(path, source.split("\n"), first_line, language)
    prose = set_in_html(galley, parser_for(source).parse(source, {"galley": galley}))
    _check_fragments(galley)
    return prose, _by_place(galley)


def parsed_line(source: str, path: str, place: tuple[int, int], language: Language) -> Parsed:
    """The same for inline text that begins at a line and column of its file."""
    line, column = place
    galley = Galley(path, source.split("\n"), line, language, first_column=column, single=True)
    tokens = parser_for(source).parseInline(source, {"galley": galley})
    return set_in_html(galley, tokens), _by_place(galley)


def _by_place(galley: Galley) -> tuple[Diagnostic, ...]:
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
