"""What is wrong with a date, where, and what may have been meant."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.moment import Moment, MomentError
from tests.model.edtf_texts import likely_valid

FAULTS = {
    # text: (part of the text that is marked, part of the message, suggestion)
    "2014-02-30": ("02-30", "there is no 30 February 2014", None),
    "2014-02-29": ("02-29", "there is no 29 February 2014", None),
    "2X01-02-29": ("02-29", "there is no 29 February 2X01", None),
    "2014-13": ("13", "month 13", None),
    "2014-00": ("00", "month 00", None),
    "2014-13-01": ("13", "month 13", "2014-01-13"),
    "2014-24-08": ("24", "has no days", "2014-08-24"),
    "2014-15": ("15", "month 15", "2014/2015"),
    "2014-08-32": ("32", "day 32", None),
    "2014-08-00": ("00", "day 00", None),
    "2014-8-4": ("8", "a month of two digits", "2014-08-04"),
    "2014-08-4": ("4", "a day of two digits", "2014-08-04"),
    "2014-08-": ("", "breaks off", None),
    "2014-08-24x": ("x", "nothing more", None),
    "2014??": ("?", "only one of", "2014?"),
    "2014?~": ("~", "only one of", "2014%"),
    "-0000": ("-0000", "no year -0000", "0000"),
    "987": ("987", "four digits", "0987"),
    "20144": ("20144", "four digits", "Y20144"),
    "Y2014": ("Y", "more than four digits", "2014"),
    "Y020144": ("0", "leading zeros", "Y20144"),
    "Y1E1000000": ("Y1E1000000", "18 digits", None),
    "Y170000002-05": ("-05", "no month or day", None),
    "2018E3": ("E3", "found “E3”", None),
    "1950S5": ("5", "1 to 4", None),
    "1950S0": ("0", "1 to 4", None),
    "2014-08-24T24:00": ("24:00", "next day", "2014-08-25T00:00"),
    "2014-12-31T24:00:00Z": ("24:00", "next day", "2015-01-01T00:00:00Z"),
    "2014-08-24T25:00": ("25", "hour 25", None),
    "2014-08-24T14:60": ("60", "minute 60", None),
    "2014-06-30T23:59:60Z": ("60", "leap seconds", "2014-06-30T23:59:59Z"),
    "2014-08-24T14:30+14:01": ("+14:01", "-14:00 to +14:00", None),
    "2014-08-24T14:30-00:00": ("-00:00", "write Z", "2014-08-24T14:30Z"),
    "2014-08-24T14:30~": ("~", "only dates do", "2014-08-24T14:30"),
    "2014-08-24T14:30:05.1Z": (".", "fractions", "2014-08-24T14:30:05Z"),
    "2014-08T14:30": ("2014-08", "a whole date", None),
    "2014-08-24~T14:30": ("2014-08-24~", "a whole date", None),
    "2014-08-24/2014-08-18": ("2014-08-18", "ends before it starts", "2014-08-18/2014-08-24"),
    "2014-08-18/2014-08-32": ("32", "day 32", None),
    "../..": ("../..", "needs a start or an end", None),
    "/": ("/", "needs a start or an end", None),
    "2014/2015/2016": ("/", "one slash", None),
    "2014-08-24T10:00/2014-08-25": ("T10:00", "a time of day cannot", "2014-08-24/2014-08-25"),
    "[2014]": ("2014", "two dates or more", "2014"),
    "[2014,2014]": ("2014,2014", "twice", "2014"),
    "[2014-08-23,2014-08-24": ("", "not closed", "[2014-08-23,2014-08-24]"),
    "[2014-08-23,2014-08-32]": ("32", "day 32", None),
    "[2014-08-23, 2014-08-24]": (" ", "found “ ”", "[2014-08-23,2014-08-24]"),
    "[2014,]": ("", "missing", None),
    "[..]": ("..", "needs a start or an end", None),
    "2014-08-18..24": ("..", "only in a set", "2014-08-18/2014-08-24"),
    "2014-07..08": ("..", "only in a set", "2014-07/2014-08"),
    "2014-21..26": ("21..26", "not two seasons", None),
    "2014-23..21": ("21", "ends before it starts", "2014-21/2014-23"),
    "": ("", "no date here", None),
    "2014\u202e": ("\u202e", "U+202E", None),
    "yesterday": ("yesterday", "four digits", None),
}

MEANT = {
    "24 August 2014": "2014-08-24",
    "24 Aug. 2014": "2014-08-24",
    "24th of August 2014": "2014-08-24",
    "August 24, 2014": "2014-08-24",
    "Sunday 24 August 2014": "2014-08-24",
    "24-Aug-2014": "2014-08-24",
    "2014 August 24": "2014-08-24",
    "2014/08/24": "2014-08-24",
    "2014.08.24": "2014-08-24",
    "24.08.2014": "2014-08-24",
    "24/08/2014": "2014-08-24",
    "08/24/2014": "2014-08-24",
    "08/09/2014": None,
    "08.09.2014": "2014-09-08",
    "20140824": "2014-08-24",
    "٢٠١٤-٠٨-٢٤": "2014-08-24",
    "2014\u201108\u201124": "2014-08-24",
    " 2014-08-24\n": "2014-08-24",
    "Aug 2014": "2014-08",
    "8/2014": "2014-08",
    "2014-8": "2014-08",
    "c. 2014": "2014~",
    "ca. 2014": "2014~",
    "circa August 2014": "2014-08~",
    "about 24 August 2014": "2014-08-24~",
    "possibly 2014": "2014?",
    "2014-08-24 (uncertain)": "2014-08-24?",
    "the 2010s": "201X",
    "201u": "201X",
    "2014-xx": "2014-XX",
    "summer 2014": "2014-22",
    "fall of 2014": "2014-23",
    "early August 2014": "2014-08-0X",
    "mid-August 2014": "2014-08-1X",
    "late 2014": "2014-39",
    "44 BC": "-0043",
    "15 March 44 BC": "-0043-03-15",
    "AD 33": "0033",
    "2014-08-24 14:30": "2014-08-24T14:30",
    "2014-08-24t14:30z": "2014-08-24T14:30Z",
    "2014-08-24T14:30+0300": "2014-08-24T14:30+03:00",
    "24 August 2014, 14.30 UTC": "2014-08-24T14:30Z",
    "18-24 August 2014": "2014-08-18/2014-08-24",
    "18–24 August 2014": "2014-08-18/2014-08-24",
    "28 July – 3 August 2014": "2014-07-28/2014-08-03",
    "July-August 2014": "2014-07/2014-08",
    "2014-08-18 to 2014-08-24": "2014-08-18/2014-08-24",
    "2014-8-4/2014-8-9": "2014-08-04/2014-08-09",
    "from 18 to 24 August 2014": "2014-08-18/2014-08-24",
    "2013-2014": "2013/2014",
    "since 18 August 2014": "2014-08-18/..",
    "2014-08-18/ongoing": "2014-08-18/..",
    "2014-08-18 - present": "2014-08-18/..",
    "until 24 August 2014": "../2014-08-24",
    "unknown/2014": "/2014",
    "2014/unknown": "2014/",
    "23 or 24 August 2014": "[2014-08-23,2014-08-24]",
    "23 and 24 August 2014": "{2014-08-23,2014-08-24}",
    "30 February 2014": None,
}


@pytest.mark.parametrize(("text", "fault"), FAULTS.items())
def test_a_fault_is_told_with_its_place(text, fault):
    marked, message, suggestion = fault
    with pytest.raises(MomentError) as caught:
        Moment.parse(text)
    error = caught.value
    assert text[error.offset : error.offset + error.length] == marked
    assert message in str(error)
    assert error.suggestion == suggestion


@pytest.mark.parametrize(("text", "meant"), MEANT.items())
def test_what_was_meant_is_suggested(text, meant):
    with pytest.raises(MomentError) as caught:
        Moment.parse(text)
    assert caught.value.suggestion == meant


def test_the_error_survives_pickling():
    with pytest.raises(MomentError) as caught:
        Moment.parse("24 August 2014")
    again = pickle.loads(pickle.dumps(caught.value))  # noqa: S301 - our own
    assert (str(again), again.offset, again.length, again.suggestion) == (
        str(caught.value),
        0,
        2,
        "2014-08-24",
    )


@given(
    st.one_of(
        st.text(),
        st.text(alphabet="0123456789X-/.,[]{}?~%YSETZ:+ ", max_size=24),
        st.text(alphabet="0123456789 -/.,augsptjunefromtilcbd~?", max_size=30),
        st.builds("{}{}".format, likely_valid, st.text(max_size=2)),
        likely_valid,
    )
)
@settings(deadline=None, max_examples=500)
def test_any_text_is_read_or_refused_with_a_place_in_it(text):
    error = fault_of(text)
    if error is None:
        moment = Moment.parse(text)
        assert Moment.parse(str(moment)) == moment
        assert str(Moment.parse(str(moment))) == str(moment)
        assert moment.lower is None or moment.upper is None or moment.lower <= moment.upper
        return
    assert 0 <= error.offset <= len(text)
    assert 0 <= error.length <= len(text) - error.offset
    assert str(error).isprintable()
    assert error.suggestion is None or str(Moment.parse(error.suggestion)) == error.suggestion


def fault_of(text: str) -> MomentError | None:
    try:
        Moment.parse(text)
    except MomentError as error:
        return error
    return None


@pytest.mark.parametrize("text", ["2014" * 100_000, "[" + "2014," * 10_000, "Y" + "9" * 10_000, "1" * 5_000])
def test_a_hostile_length_is_refused_at_once(text):
    with pytest.raises(MomentError, match="more than"):
        Moment.parse(text)
