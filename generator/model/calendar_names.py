"""English names of months and seasons."""

from typing import Final

from generator.languages.conventions import ENGLISH

MONTHS: Final = ENGLISH.months
SHORT_MONTHS: Final = ENGLISH.short_months

MONTH_NUMBERS: Final = {
    spelling: number
    for number, name in enumerate(MONTHS, start=1)
    for spelling in (name.lower(), name[:3].lower(), *(("sept",) if name == "September" else ()))
}
"""Lower-case spelling, whole or of three letters, to 1 to 12."""

SEASON_CODES: Final = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
"""Lower-case name to EDTF code."""
