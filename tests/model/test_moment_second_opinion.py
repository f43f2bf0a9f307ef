"""PyPI `edtf` as a second opinion: what it accepts and refuses, and its strict bounds, day by day.

Where the two disagree the reason is written down here, and the disagreement is checked: a reason that no longer holds fails.
"""

from __future__ import annotations

import contextlib
import io
import math
import re
import warnings

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model import civil
from generator.model.moment import Moment, MomentError
from tests.model.edtf_texts import GROUPINGS, PATTERNS, SPECIFICATION

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import edtf

SIGNIFICANT = "edtf bounds a year with significant digits by its estimate"
WINTER = "edtf cuts a season that spans New Year off at 31 December"
CRASH = "edtf raises ValueError on the bounds of such a day"
LENIENT = "the specification has no example, and nothing is unclear: we accept it"
BACKWARDS = "edtf does not compare start and end"

ONLY_WE_ACCEPT = {
    "1984-1X": "an example of the specification, on which edtf raises AttributeError",
    "2014-X1": "edtf raises AttributeError, as on 1984-1X",
    "201X-24": LENIENT,
    "2014-21..24": "our shorthand, from the content model",
    "2014-33..35": "our shorthand, from the content model",
    "2014-08-24T14:30": "minutes without seconds are our addition",
    "2014-08-24T14:30:00+00:00": "ISO 8601-1 writes UTC as Z or +00:00; edtf knows Z only",
    "[2014..,2015..]": LENIENT,
    "[1760-12..,1770]": LENIENT,
    "[2014-21,2014-22]": LENIENT,
    "2014-22~": LENIENT,
    "2014-33/2014-34": LENIENT,
    "2014-XX-24~": LENIENT,
    "2014-08-XX/..": LENIENT,
    "Y170000002?": LENIENT,
    "Y20144/Y20155": LENIENT,
    "Y17E0": LENIENT,
}

ONLY_EDTF_ACCEPTS = {
    "2014-02-29": "2014 was no leap year",
    "2014-08-24T24:00:00": "24:00 left ISO 8601-1 in 2019",
    "2014-08T14:30:00": "a time needs a day",
    "../..": "an interval that says nothing",
    "2014/2013": BACKWARDS,
    "2014-08-24/2014-08-18": BACKWARDS,
    "[2014..2013]": BACKWARDS,
    "[2014,2014]": "one date named twice is no choice",
    "[2014-08-23, 2014-08-24]": "EDTF has no spaces",
    "1950S5": "1950 has four digits",
    "1950S0": "the number of significant digits is positive",
    "1950S2-08": "significant digits end a year",
}

OTHER_BOUNDS = {
    "1950S2": SIGNIFICANT,
    "-1950S2": SIGNIFICANT,
    "0950S2": SIGNIFICANT,
    "Y171010000S3": SIGNIFICANT,
    "Y3388E2S3": SIGNIFICANT,
    "Y-17E7S1": SIGNIFICANT,
    "1950S2/1960": SIGNIFICANT,
    "2014-24": WINTER,
    "2014-28": WINTER,
    "2014-30": WINTER,
    "2014-08-2X": CRASH,
    "2014-08-3X": CRASH,
    "2014-08-X4": CRASH,
    "2014-02-2X": CRASH,
    "2014-0X-31": CRASH,
    "XXXX-02-29": CRASH,
    "201X-02-29": CRASH,
    "19X4-02-29": CRASH,
    "-000X": "there is no year -0000, which edtf takes for the last of them",
}

_BOTH_REFUSE = """
2014-02-30 2014-04-31 2014-13 2014-00 2014-08-32 2014-08-00 2014-20 2014-42 2014-8-4 2014-08-4 14-08-24 20140824 2014/08/24
-0000 00000 Y2014 Y012345 20144 -44 2014?? 2014~? 2014-08-24T14:30:00+14:30 2014-08-24T14:30:00+15:00
2014-08-24T14:30:00-00:00 2014-08-24T24:00:01 2014-08-24T23:59:60 2014-08-24T25:00:00 2014-08-24T14:30:05.1
2014-08-24T14:30:00~ / /.. ../ .. 2014-08-24T10:00:00/2014-08-24T11:00:00 2014/2015/2016 [2014] [] {} [2014,] [..]
unknown 2014-u 201x
"""

_BOTH_ACCEPT = """
2014-08-23/2014-08-24 2014% ~2014-08-~24 2014~-08 2014-08~-24 2014-~08-24 2014-08-24T14:30:00 2014-08-24T14:30:00+14:00
2014-08-24T00:00:00Z [2014-08-23,2014-08-24] [2014-08-24,2014-08-23] {2014-08-23..2014-08-25} 2014-22/2014-23 2014-22~/2014-23
Y-17E7S1 Y1E5 1950S2/1960 201X/202X 201X~ 2014-XX~ 0000-02-29 2000-02-29 -0004-02-29
"""


BOTH_REFUSE, BOTH_ACCEPT = _BOTH_REFUSE.split(), _BOTH_ACCEPT.split()


def refused_by_edtf(text: str) -> bool:
    try:
        with contextlib.redirect_stdout(io.StringIO()), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            edtf.parse_edtf(text)
    except Exception:  # noqa: BLE001 - it raises what it will
        return True
    return False


def refused_by_us(text: str) -> bool:
    try:
        Moment.parse(text)
    except MomentError:
        return True
    return False


def days_by_edtf(text: str) -> tuple[int | None, int | None] | None:
    """First and last civil day; None for an infinite bound, and for both when it cannot say."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            parsed = edtf.parse_edtf(text)
            return _day(parsed.lower_strict()), _day(parsed.upper_strict())
    except ValueError:
        return None


def _day(bound) -> int | None:
    if isinstance(bound, int | float) and math.isinf(bound):
        return None
    return civil.day_of(*bound[:3])


def unknown_end(text: str) -> bool:
    """An empty end, for which edtf's settings put ten years."""
    return text.startswith("/") or text.endswith("/")


@pytest.mark.parametrize("text", ONLY_WE_ACCEPT)
def test_only_we_accept(text):
    assert not refused_by_us(text)
    assert refused_by_edtf(text)


@pytest.mark.parametrize("text", ONLY_EDTF_ACCEPTS)
def test_only_edtf_accepts(text):
    assert refused_by_us(text)
    assert not refused_by_edtf(text)


@pytest.mark.parametrize("text", BOTH_REFUSE)
def test_both_refuse(text):
    assert refused_by_us(text)
    assert refused_by_edtf(text)


@pytest.mark.parametrize(
    "text",
    [text for text in [*SPECIFICATION, *GROUPINGS, *PATTERNS, *BOTH_ACCEPT] if text not in ONLY_WE_ACCEPT],
)
def test_both_accept_with_the_same_bounds(text):
    moment = Moment.parse(text)
    assert not refused_by_edtf(text)
    if unknown_end(text):
        return
    same = days_by_edtf(text) == (moment.first_day, moment.last_day)
    assert same == (text not in OTHER_BOUNDS), OTHER_BOUNDS.get(text)


@given(
    st.one_of(
        st.builds(
            "{:04d}-{:02d}-{:02d}".format, st.integers(0, 9999), st.integers(0, 14), st.integers(0, 33)
        ),
        st.builds("{:04d}-{:02d}{}".format, st.integers(0, 9999), st.integers(0, 45), st.sampled_from("?~%")),
        st.from_regex(r"([0-9X]{3,5}|-[0-9]{3}X)[?~%]?", fullmatch=True),
        st.from_regex(r"[0-9]{4}-[0-9X]{2}-XX", fullmatch=True),
    )
)
@settings(deadline=None, max_examples=150)
def test_plain_dates_are_judged_alike(text):
    if text.endswith("-02-29") and refused_by_us(text):
        return  # it accepts every 29 February
    if text[4:5] == "-" and (
        text[5:7] > "20" or ("X" in text[5:7] and text[5:7] != "XX") or text[5:7] in ("00", "0X")
    ):
        return  # seasons in doubt, and months on which it crashes
    if re.search(r"X[0-9]+[?~%]$", text):
        return  # it cannot qualify a year whose last digit is known and an earlier one is not
    assert refused_by_us(text) == refused_by_edtf(text)
    days = None if refused_by_us(text) or text.startswith("-000") else days_by_edtf(text)
    if days is not None:
        assert days == (Moment.parse(text).first_day, Moment.parse(text).last_day)
