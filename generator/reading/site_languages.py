"""Whether what `site.yaml` says of its languages fits together."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics.diagnostic import Diagnostic, Span
from generator.model.names import nearest
from generator.model.parsed import Places
from generator.model.site_settings import Site, SiteTranslation
from generator.reading.discover import SITE_FILE
from generator.reading.excerpts import in_quotes


def language_findings(site: Site, places: Places) -> Iterator[Diagnostic]:
    """Its own language among the others; translations into one that is not published, or of words that it has not."""
    for at, language in enumerate(site.languages):
        if language == site.language:
            message = f"{in_quotes(language)} is the site's own language"
            yield _finding("D906", message, places, f"languages.{at}", "leave it out: `language` has it")
    for translation in site.translations:
        language = translation.language
        if language not in site.languages:
            message = f"nothing is published in {in_quotes(language)}"
            yield _finding(
                "D907", message, places, f"translations.{language}", f"add {language} to `languages`"
            )
        yield from _unknown_words(site, translation, places)


def _unknown_words(site: Site, translation: SiteTranslation, places: Places) -> Iterator[Diagnostic]:
    for field, known in (("roles", site.roles), ("measures", site.measures)):
        slugs = {word.slug for word in known}
        for label in getattr(translation, field):
            if label.word not in slugs:
                near = nearest(label.word, sorted(slugs), 1)
                yield _finding(
                    "D907",
                    f"there is no {field.removesuffix('s')} {in_quotes(label.word)} that this could translate",
                    places,
                    f"translations.{translation.language}.{field}.{label.word}",
                    f'did you mean "{near[0]}"?' if near else "leave it out",
                )


def _finding(code: str, message: str, places: Places, field: str, advice: str) -> Diagnostic:
    line, column, length = places.get(f"key:{field}") or places.get(field, (0, 0, 1))
    return Diagnostic(code, message, Span(SITE_FILE, line, column, length), advice, "site")
