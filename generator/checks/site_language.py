"""D908, D909: can the site be made in its languages?"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics.diagnostic import Diagnostic
from generator.graph.catalogue import SITE_PATH, span_of
from generator.graph.graph import Graph
from generator.languages import conventions
from generator.languages.language import language


def site_language(graph: Graph) -> Iterator[Diagnostic]:
    """A language other than English whose dates and numbers nothing here can write, or that has no catalogue of the
    site's own words.
    """
    wanted = {"language": graph.site.language} | {
        f"languages.{at}": tag for at, tag in enumerate(graph.site.languages)
    }
    for field, tag in wanted.items():
        spoken = language(tag)
        span = span_of(SITE_PATH, graph.site_places, field)
        if tag.partition("-")[0] != "en" and not conventions.is_installed():
            yield Diagnostic(
                "D908",
                f'dates and numbers in "{tag}" need the library Babel',
                span,
                "install it: pip install 'dateline[i18n]'",
            )
        elif not spoken.spoken:
            yield Diagnostic(
                "D909",
                f'there are no words of the site itself in "{tag}": they are in English',
                span,
                "docs/languages.md says how a language is added",
            )
