"""Moments in English."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from generator.model.moment import Moment
from tests.model.edtf_texts import likely_valid

WORDS = {
    "2014-08-24": "24 August 2014",
    "2014-08": "August 2014",
    "2014": "2014",
    "0476": "476",
    "-0043": "44 BC",
    "0000": "1 BC",
    "-0043-03-15": "15 March 44 BC",
    "Y170000002": "170,000,002",
    # Doubt
    "2014-08-24~": "about 24 August 2014",
    "2014-08-24?": "24 August 2014 (uncertain)",
    "2014-08-24%": "about 24 August 2014 (uncertain)",
    "2014~": "about 2014",
    "2014-08-~24": "about 24 August 2014",
    "2014-08-?24": "24 August 2014 (day uncertain)",
    "2014-~08-24": "24 August 2014 (month approximate)",
    "2004-06~-11": "11 June 2004 (month and year approximate)",
    "2004-%06-11": "11 June 2004 (month approximate and uncertain)",
    "?2004-06-~11": "11 June 2004 (day approximate, year uncertain)",
    # Digits left out
    "2014-08-XX": "some day in August 2014",
    "2014-XX": "some month in 2014",
    "2014-XX-XX": "some day in 2014",
    "2014-08-0X": "early August 2014",
    "2014-08-1X": "mid-August 2014",
    "2014-08-2X": "late August 2014",
    "2014-08-2X~": "about late August 2014",
    "2014-08-3X": "30 or 31 August 2014",
    "2014-02-X9": "9 or 19 February 2014",
    "2014-08-X4": "4, 14 or 24 August 2014",
    "2014-1X": "October, November or December 2014",
    "2014-0X": "some month from January to September 2014",
    "2014-XX-24": "the 24th of some month in 2014",
    "2014-1X-XX": "some day in October, November or December 2014",
    "2014-XX-2X": "some day from the 20th to 29th of some month in 2014",
    "201X": "the 2010s",
    "200X": "the years 2000–2009",
    "20XX": "the years 2000–2099",
    "XXXX": "an unknown year",
    "1X84": "a year between 1084 and 1984 (1X84)",
    "-004X": "the years 50–41 BC",
    "156X-12-25": "25 December in the 1560s",
    "XXXX-12-XX": "some day in December in an unknown year",
    "1950S2": "between 1900 and 1999, estimated 1950",
    # Seasons and other parts of a year
    "2014-22": "summer 2014",
    "2014-22~": "about summer 2014",
    "2014-24": "winter 2014–15",
    "1999-24": "winter 1999–00",
    "2014-30": "summer 2014–15 (southern hemisphere)",
    "2014-34": "the second quarter of 2014",
    "2014-37": "early 2014 (January–April)",
    "2014-38": "mid-2014 (May–August)",
    "2014-39": "late 2014 (September–December)",
    "2014-41": "the second half of 2014",
    "201X-22": "summer in the 2010s",
    # Times
    "2014-08-24T14:30": "24 August 2014, 14:30",
    "2014-08-24T14:30+03:00": "24 August 2014, 14:30 (UTC+3)",
    "2014-08-24T14:30:05-04:30": "24 August 2014, 14:30:05 (UTC\N{MINUS SIGN}4:30)",
    "2014-08-24T14:30Z": "24 August 2014, 14:30 (UTC)",
    # Intervals
    "2014-08-18/2014-08-24": "18–24 August 2014",
    "2014-07-28/2014-08-03": "28 July – 3 August 2014",
    "2013-12-28/2014-01-03": "28 December 2013 – 3 January 2014",
    "2014-07/2014-08": "July–August 2014",
    "2013-07/2014-08": "July 2013 – August 2014",
    "2013/2014": "2013–2014",
    "-0049/-0043": "50–44 BC",
    "-0043/0014": "44 BC – AD 14",
    "2014-08-24/2014-08-24": "24 August 2014",
    "2014-08-10~/2014-08-24~": "about 10–24 August 2014",
    "2014-08-10~/2014-08-24": "from about 10 August to 24 August 2014",
    "2014-06~/2014-07-14": "from about June to 14 July 2014",
    "2014-06-XX/2014-07-03": "from some day in June to 3 July 2014",
    "2012/2014-03-03": "from 2012 to 3 March 2014",
    "2014-21/2014-23": "from spring to autumn 2014",
    "2014-08-18/..": "18 August 2014 – ongoing",
    "2014-08-18/": "from 18 August 2014 (end not known)",
    "../2014-08-24": "until 24 August 2014",
    "/2014-08-24": "until 24 August 2014 (start not known)",
    # Sets
    "[2014-08-23,2014-08-24]": "23 or 24 August 2014",
    "{2014-08-23,2014-08-24}": "23 and 24 August 2014",
    "[2014-07-28,2014-08-03]": "28 July or 3 August 2014",
    "[2014-08-23~,2014-08-24~]": "about 23 or 24 August 2014",
    "[2014-08-23,2014-09]": "23 August 2014 or September 2014",
    "[2014-08-18..2014-08-24]": "between 18 and 24 August 2014",
    "{2014-08-18..2014-08-24}": "every day of 18–24 August 2014",
    "[1667,1668,1670..1672]": "1667, 1668 or 1670–1672",
    "[..1984]": "1984 or earlier",
    "{1984..}": "1984 and later",
}

SHORT = {
    "2014-08-24": ("24 Aug 2014", "24 Aug"),
    "2014-08": ("Aug 2014", "Aug"),
    "2014": ("2014", "2014"),
    "2014-08-24~": ("c. 24 Aug 2014", "c. 24 Aug"),
    "2014-08-24?": ("24 Aug 2014?", "24 Aug?"),
    "2014-08-18/2014-08-24": ("18–24 Aug 2014", "18–24 Aug"),
    "2013-12-28/2014-01-03": ("28 Dec 2013 – 3 Jan 2014", "28 Dec 2013 – 3 Jan 2014"),
    "2013-07/2014-08": ("Jul 2013 – Aug 2014", "Jul 2013 – Aug 2014"),
    "2014-08-18/..": ("from 18 Aug 2014", "from 18 Aug"),
    "/2014-08-24": ("until 24 Aug 2014", "until 24 Aug"),
    "[2014-08-23,2014-08-24]": ("23 or 24 Aug 2014", "23 or 24 Aug"),
    "2014-XX-XX": ("some day in 2014", "some day"),
    "2014-22": ("summer 2014", "summer"),
    "2014-37": ("early 2014 (January–April)", "early 2014 (January–April)"),
}


@pytest.mark.parametrize(("text", "words"), WORDS.items())
def test_words(text, words):
    assert Moment.parse(text).words() == words


@pytest.mark.parametrize(("text", "short"), SHORT.items())
def test_short_words_with_and_without_the_year(text, short):
    moment = Moment.parse(text)
    assert (moment.short(), moment.short(year=False)) == short


@given(likely_valid)
@settings(deadline=None)
def test_every_moment_has_tidy_words(text):
    try:
        moment = Moment.parse(text)
    except ValueError:
        return
    for words in (moment.words(), moment.short(), moment.short(year=False)):
        assert words
        assert words == " ".join(words.split())
        assert "{" not in words
