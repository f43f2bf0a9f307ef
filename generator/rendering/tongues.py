"""What a page says of itself in other languages: where it stands, for search engines and for readers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from generator.graph.graph import Graph
from generator.model.records import Kind, label_of
from generator.model.site_settings import Site
from generator.model.untranslated import left_in
from generator.pages.page import PageOutput
from generator.pages.structured import shared_url
from generator.pages.tongues import DEFAULT, in_all

WORDS = ("untranslated", "language_folder", "locale")
"""What a site in one language leaves empty."""


@dataclass(frozen=True, slots=True)
class Alternate:
    """A page in a language: `url` is whole, `address` the way from the root of the page's own language. `name` is what
    the language is called in itself; `locale` is what Open Graph calls it, empty for no language.
    """

    language: str
    url: str
    address: str
    name: str
    locale: str
    here: bool


def tongues(graph: Graph, output: PageOutput) -> dict[str, object]:
    """The names that the layout uses for languages; a site in one language has none of it."""
    site = graph.site
    if not site.languages:
        return {**dict.fromkeys(("alternates", "other_languages"), ()), **dict.fromkeys(WORDS, "")}
    every = tuple(_alternates(site, output))
    return {
        "alternates": every if output.listed and site.base_url else (),
        "other_languages": [one for one in every if not one.here and one.language != DEFAULT],
        "locale": _locale(site.language),
        "untranslated": _untranslated(graph, output),
        "language_folder": f"{output.language}/" if output.language else "",
    }


def _untranslated(graph: Graph, output: PageOutput) -> Alternate | None:
    """The language that some of a record's own page is still in, if there is any."""
    original = graph.site.original
    kind, _, record_id = output.record.partition("/")
    if original is None or not output.listed or not record_id:
        return None
    parsed = graph.parsed(cast("Kind", kind), record_id)
    record = parsed.record
    if not (left_in(label_of(record)) or left_in(record.summary) or left_in(parsed.body)):
        return None
    return next(one for one in _alternates(graph.site, output) if one.language == original.language)


def _alternates(site: Site, output: PageOutput) -> Iterator[Alternate]:
    # There is one page for what is not found: from it one goes to the beginning in another language.
    place = "" if output.address == "404.html" else output.place
    up = "../" if output.language else ""
    for language, address in in_all(site, place):
        here = language == site.language
        url = shared_url(site, address)
        yield Alternate(language, url, f"{up}{address}", endonym(language), _locale(language), here)


def _locale(language: str) -> str:
    """`ar_SY` of `ar-SY`: the Open Graph protocol (ogp.me) has language and territory, apart by a low line."""
    return "" if language == DEFAULT else language.replace("-", "_")


def endonym(language: str) -> str:
    """What a language is called in itself; its tag where nobody knows."""
    return ENDONYMS.get(language) or ENDONYMS.get(language.partition("-")[0]) or language


ENDONYMS = {
    "ar": "العربية",
    "arc": "ܐܪܡܝܐ",
    "ckb": "کوردی",
    "de": "Deutsch",
    "en": "English",
    "es": "Español",
    "fa": "فارسی",
    "fr": "Français",
    "he": "עברית",
    "hy": "Հայերեն",
    "it": "Italiano",
    "ja": "日本語",
    "kmr": "Kurmancî",
    "ku": "Kurdî",
    "nl": "Nederlands",
    "pl": "Polski",
    "pt": "Português",
    "ru": "Русский",
    "sv": "Svenska",
    "syr": "ܣܘܪܝܝܐ",
    "tr": "Türkçe",
    "uk": "Українська",
    "ur": "اردو",
    "zh": "中文",
}
"""As the Unicode CLDR 45 has them; a site's other languages show their tags."""
