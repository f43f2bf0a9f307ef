"""A page in all languages of its site: the same address below each one's root."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.site_settings import Site

DEFAULT = "x-default"
"""What search engines show to whoever reads none of the languages: the page in the site's own."""


def place_of(site: Site, address: str) -> str:
    """The address of a page below the root of its language, from that below the site's."""
    language, _, rest = address.partition("/")
    return rest if language in site.languages else address


def in_all(site: Site, place: str) -> Iterator[tuple[str, str]]:
    """Language and address, below the site's root, of a page in every language, the site's own first, and by default."""
    own = (site.original or site).language
    yield own, place
    yield from ((language, f"{language}/{place}") for language in site.languages)
    yield DEFAULT, place
