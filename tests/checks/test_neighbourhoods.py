"""Places that are scattered at random are nobody's strays, however often the dice are thrown."""

from random import Random
from types import SimpleNamespace

import pytest

from generator.checks.neighbourhoods import _first_stray, _neighbourhoods

TOWN = SimpleNamespace(id="town", kind="town", coordinates=(34.0, 40.0))


@pytest.mark.parametrize("seed", range(200))
def test_towns_strewn_over_a_thousand_kilometres_are_no_finding(seed):
    dice = Random(seed)  # noqa: S311 (not for secrets)
    for size in (1, 3, 4, 5, 6, 40):
        points = [(round(dice.uniform(32, 37), 4), round(dice.uniform(36, 45), 4)) for _ in range(size)]
        around = _neighbourhoods(TOWN, points)
        assert [point for point in points if _first_stray(point, around)] == []


def test_four_villages_make_a_neighbourhood_and_the_fifth_is_outside_of_it():
    near = [(35.80, 38.50), (35.82, 38.52), (35.79, 38.55), (35.84, 38.49)]
    around = _neighbourhoods(TOWN, [*near, (35.2, 38.5)])
    assert [_first_stray(point, around) for point in near] == [None] * 4
    assert _first_stray((35.2, 38.5), around) is not None
