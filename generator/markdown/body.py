"""A record's body, or the text of a free page."""

from __future__ import annotations

from generator.diagnostics.diagnostic import Diagnostic, Span
from generator.markdown.language import language_of
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
    # markdown-it is slow to import, and a build after an edit mostly does without it
    from generator.markdown.long_way import parsed_body  # noqa: PLC0415

    return parsed_body(source, path, first_line, written_in)


def _too_large(path: str, first_line: int, size: int) -> Diagnostic:
    return Diagnostic(
        "D410",
        f"the body has {size / _MEGABYTE:.1f} MB; the limit is {LIMIT // _MEGABYTE} MB",
        Span(path, first_line, 1),
        "split it into several records",
    )
