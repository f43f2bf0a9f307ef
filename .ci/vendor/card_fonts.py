"""The fonts of card pictures: TrueType, because what draws them reads neither woff2 nor more than one font a line.

Each is one file with the letters of several subsets, so that a line of Latin and Arabic is shaped as one. A changed
font may not bear the name that its makers reserve ("Source", SIL Open Font License 1.1, section 3), so these go by
names of their own; copyright and licence stay in their `name` tables, and the licences beside them.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from fontTools.merge import Merger
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

FEATURES = (
    "calt",
    "ccmp",
    "curs",
    "fina",
    "init",
    "isol",
    "kern",
    "liga",
    "locl",
    "mark",
    "medi",
    "mkmk",
    "rlig",
)
"""What shaping needs; small capitals, old-style figures and the like are left out."""

UNUSED_TABLES = ("BASE", "STAT", "gasp", "prep")

COPYRIGHT, FAMILY, STYLE, UNIQUE, FULL, VERSION, POSTSCRIPT, LICENCE, LICENCE_URL = (
    0,
    1,
    2,
    3,
    4,
    5,
    6,
    13,
    14,
)
"""Ids of the `name` table (OpenType 1.9.1, "name")."""

TIME = 0
"""When the fonts were made, as `head` counts; the merger would look at the clock."""

WINDOWS = (3, 1, 0x409)
"""Platform, encoding and language of the names that are kept."""

ARABIC = (range(0x0600, 0x0700), range(0x0750, 0x0780))


@dataclass(frozen=True, slots=True)
class CardFont:
    """One font to be: its name, its weight, and the package of its Latin, Cyrillic and Greek letters."""

    stem: str
    family: str
    weight: int
    package: str


CARD_FONTS = (
    CardFont("serif-600", "Dateline Serif", 600, "@fontsource/source-serif-4"),
    CardFont("sans-400", "Dateline Sans", 400, "@fontsource/source-sans-3"),
    CardFont("sans-600", "Dateline Sans", 600, "@fontsource/source-sans-3"),
)
SUBSETS = ("latin", "latin-ext", "cyrillic", "greek")
ARABIC_PACKAGE = "@fontsource/noto-naskh-arabic"


def make_card_fonts(modules: Path, folder: Path) -> list[Path]:
    """Make every font of the cards in `folder` from the packages in `modules`; the files made."""
    folder.mkdir(parents=True)
    return [_make(font, modules, folder / f"{font.stem}.ttf") for font in CARD_FONTS]


def _make(font: CardFont, modules: Path, target: Path) -> Path:
    sources = [(font.package, subset) for subset in SUBSETS] + [(ARABIC_PACKAGE, "arabic")]
    taken: set[int] = set()
    copyrights: list[str] = []
    with TemporaryDirectory() as scratch:
        parts = []
        for number, (package, subset) in enumerate(sources):
            name = f"{package.rpartition('/')[2]}-{subset}-{font.weight}-normal.woff2"
            part = TTFont(modules / package / "files" / name, recalcTimestamp=False)
            copyrights.append(part["name"].getDebugName(COPYRIGHT))
            parts.append(str(Path(scratch) / f"{number}.ttf"))
            taken |= _cut(part, taken, subset, parts[-1])
        whole = Merger().merge(parts)
    whole.recalcTimestamp = False
    whole["head"].created = whole["head"].modified = TIME
    _rename(whole, font, list(dict.fromkeys(copyrights)))
    whole.save(target)
    return target


def _cut(part: TTFont, taken: set[int], subset: str, path: str) -> set[int]:
    """Save the letters of one subset that no earlier one had; Noto's Latin is left out."""
    letters = set(part.getBestCmap()) - taken
    if subset == "arabic":
        letters = {letter for letter in letters if any(letter in block for block in ARABIC)}
    options = Options(layout_features=list(FEATURES), hinting=False, notdef_outline=True, glyph_names=False)
    options.drop_tables += UNUSED_TABLES
    part.flavor = None
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=letters)
    subsetter.subset(part)
    part.save(path)
    return letters


def _rename(whole: TTFont, font: CardFont, copyrights: list[str]) -> None:
    names = whole["name"]
    names.names = []
    said = {
        COPYRIGHT: " · ".join(copyrights),
        FAMILY: font.family,
        STYLE: "Regular",
        UNIQUE: f"{font.family} {font.weight}",
        FULL: f"{font.family} {font.weight}",
        VERSION: "Version 1.000",
        POSTSCRIPT: f"{font.family.replace(' ', '')}-{font.weight}",
        LICENCE: "This Font Software is licensed under the SIL Open Font License, Version 1.1.",
        LICENCE_URL: "https://openfontlicense.org",
    }
    for number, text in said.items():
        names.setName(text, number, *WINDOWS)
    whole["OS/2"].usWeightClass = font.weight
