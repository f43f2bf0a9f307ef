"""Kilometres on the globe, the middle of points, and exchanged coordinates."""

import pytest

from generator.checks.distance import kilometres, middle, swapped

DAMASCUS, BAGHDAD = (33.5102, 36.2913), (33.3406, 44.4009)


def test_distances_known_from_the_atlas():
    assert kilometres(DAMASCUS, BAGHDAD) == pytest.approx(752, abs=3)
    assert kilometres((90, 0), (-90, 120)) == pytest.approx(20_015, abs=1)
    assert kilometres(DAMASCUS, DAMASCUS) == 0


def test_the_shorter_way_leads_across_the_180th_meridian():
    assert kilometres((0, 179.5), (0, -179.5)) == pytest.approx(111.2, abs=0.1)
    north, east = middle([(0, 179.5), (0, -179.5), (0, 179.9)])
    assert north == 0
    assert east == pytest.approx(179.9)


def test_one_wrong_point_hardly_moves_the_middle():
    assert middle([(35, 38), (35.2, 38.2), (35.1, 38.1), (38.1, 35.1)]) == pytest.approx((35.15, 38.05))


def test_exchanging_is_possible_only_where_both_ways_are_on_the_earth():
    assert swapped((35.8, 38.5)) == (38.5, 35.8)
    assert swapped((35.8, 138.5)) is None
    assert swapped((35.8, 35.8)) is None
