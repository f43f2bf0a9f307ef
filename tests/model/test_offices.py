"""Offices valid on a day."""

from __future__ import annotations

import pytest

from generator.model.moment import Moment
from generator.model.offices import held_on
from generator.model.records import Office


def office(since: str = "", until: str = "") -> Office:
    return Office(
        body="un",
        title="envoy",
        since=Moment.parse(since) if since else None,
        until=Moment.parse(until) if until else None,
    )


@pytest.mark.parametrize(
    ("since", "until", "on", "held"),
    [
        ("2012-08", "2014-05-31", "2014-05-13", True),
        ("2012-08", "2014-05-31", "2014-05-31", True),
        ("2012-08", "2014-05-31", "2014-06-01", False),
        ("2014-07-10", "", "2014-07-09", False),
        ("2014-07-10", "", "2020", True),
        ("", "2014-08", "2014-08-24", True),
        ("", "2014-08", "2014-09-01", False),
        ("", "", "2014-08-24", False),
        ("2012", "", "../2014", False),
    ],
)
def test_an_office_is_held_between_its_known_ends(since: str, until: str, on: str, held: bool) -> None:
    one = office(since, until)
    assert held_on([one], Moment.parse(on)) == ((one,) if held else ())
