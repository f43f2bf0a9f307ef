"""One line of inline Markdown: a summary, a statement, a caption. No blocks, no footnotes."""

from __future__ import annotations

from generator.diagnostics.diagnostic import Diagnostic
from generator.markdown.language import language_of
from generator.markdown.short_cut import plain_line
from generator.markdown.source import normal
from generator.model.prose import Prose


def parse_inline(
    text: str, *, path: str, line: int, column: int, language: str = "en"
) -> tuple[Prose, tuple[Diagnostic, ...]]:
    """`line` and `column` (1-based) are where the text begins in its file. Of a text folded over several lines only
    that beginning is known, so what stands on its later lines is placed there. Never raises.
    """
    source, written_in = normal(text), language_of(language)
    if plain := plain_line(source, line, column, written_in):
        return plain, ()
    from generator.markdown.long_way import parsed_line  # noqa: PLC0415 - as in `body`

    return parsed_line(source, path, (line, column), written_in)
