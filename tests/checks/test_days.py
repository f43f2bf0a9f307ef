"""Which day is surely over: dates are read in favour of the editor."""

import pytest

from generator.checks.days import earliest, is_out_before, latest
from generator.model.moment import Moment
from generator.model.records import Article


@pytest.mark.parametrize(
    ("published", "happened", "before"),
    [
        ("2014-08-23", "2014-08-24", True),
        ("2014-08-24", "2014-08-24", False),
        ("2014-08", "2014-08-24", False),
        ("2014-07", "2014-08-24", True),
        ("2014-08-23", "2014-08", False),
        ("2014-08-23", "2014-08-24~", False),
        ("2014-06-23", "2014-08-24~", True),
        ("2013-02-01", "2014~", False),
        ("2012-12-01", "2014~", True),
        ("2014-08-23", "../2014-08-24", False),
        ("2014-08-20~", "2014-08-24", False),
        # It is past midnight in Damascus while the evening paper is out in Washington.
        ("2014-08-23T20:30-04:00", "2014-08-24", False),
        ("2014-08-23", "2014-08-24T01:00+03:00", False),
        ("2014-08-22T20:30-04:00", "2014-08-24", True),
        # Two instants are compared as such.
        ("2014-08-24T03:00+03:00", "2014-08-24T04:30+03:00", True),
        ("2014-08-23T22:00-04:00", "2014-08-24T04:30+03:00", False),
    ],
)
def test_an_article_is_out_before_a_moment_only_when_no_reading_of_the_dates_allows_otherwise(
    published, happened, before
):
    article = Article(id="a", path="a.md", title="A", publisher="p", published=Moment.parse(published))
    assert is_out_before(article, Moment.parse(happened)) is before


def test_each_end_of_an_interval_has_its_own_doubt():
    moment = Moment.parse("2014-08-10~/2014-08-24")
    assert moment.first_day - earliest(moment) == 31
    assert latest(moment) == moment.last_day


def test_what_has_no_bound_has_none():
    assert earliest(Moment.parse("../2014-08-24")) is None
    assert latest(Moment.parse("2014-08-24/..")) is None
