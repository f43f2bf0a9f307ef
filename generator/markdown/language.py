"""What typography and footnotes need to know of a language: its quotation marks and a few words."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Language:
    """`quotes`: double opening and closing, single opening and closing."""

    quotes: tuple[str, str, str, str] = ("“", "”", "‘", "’")
    footnotes: str = "Footnotes"
    footnote: str = "Footnote"
    back: str = "Back to reference"
    table: str = "Table"


ENGLISH = Language()

LANGUAGES: dict[str, Language] = {
    "en": ENGLISH,
    "ar": Language(("«", "»", "‹", "›"), "الحواشي", "حاشية", "عودة إلى الإشارة", "جدول"),
    "de": Language(("„", "“", "‚", "‘"), "Fußnoten", "Fußnote", "Zurück zur Stelle", "Tabelle"),
    "fr": Language(("«\u202f", "\u202f»", "“", "”"), "Notes", "Note", "Retour à l’appel", "Tableau"),
}


def language_of(tag: str) -> Language:
    """The language of a BCP 47 tag by its first part; English where we have no table."""
    return LANGUAGES.get(tag.partition("-")[0].lower(), ENGLISH)
