"""Lines made simpler, cut, and written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.cartography.lines import cut_ring, holds, path_data, pieces, thinned, unrolled
from generator.model.basemap import Box

BOX = Box(0, 0, 100, 50)
SQUARE = [(0, 0), (10, 0), (10, 10), (0, 10)]


def test_points_near_the_line_are_left_out():
    line = [(0.0, 0.0), (1.0, 0.01), (2.0, 0.0), (3.0, 1.0), (4.0, 0.0)]
    assert thinned(line, 0.1) == [(0.0, 0.0), (2.0, 0.0), (3.0, 1.0), (4.0, 0.0)]


@given(
    st.lists(st.tuples(st.integers(-50, 50), st.integers(-50, 50)), min_size=2, max_size=30),
    st.floats(0, 20),
)
def test_a_thinned_line_keeps_its_ends_and_strays_no_farther(points, tolerance):
    line = [(float(x), float(y)) for x, y in points]
    left = thinned(line, tolerance)
    assert (left[0], left[-1]) == (line[0], line[-1])
    assert all(
        min(_distance(point, a, b) for a, b in zip(left, left[1:] or left, strict=False)) <= tolerance + 1e-9
        for point in line
    )


def _distance(point, a, b):
    (x, y), dx, dy = point, b[0] - a[0], b[1] - a[1]
    length = dx * dx + dy * dy
    along = max(0, min(1, ((x - a[0]) * dx + (y - a[1]) * dy) / length)) if length else 0
    return ((x - a[0] - along * dx) ** 2 + (y - a[1] - along * dy) ** 2) ** 0.5


def test_a_line_across_the_antimeridian_goes_on():
    assert unrolled([(179.0, 0.0), (-179.0, 1.0), (178.0, 2.0)]) == [(179.0, 0.0), (181.0, 1.0), (178.0, 2.0)]


def test_an_area_is_cut_along_the_edges_of_the_box():
    assert set(cut_ring([(-20, 10), (20, 10), (20, 20), (-20, 20)], BOX)) == {
        (0, 10),
        (20, 10),
        (20, 20),
        (0, 20),
    }
    assert cut_ring([(200, 0), (210, 0), (210, 10)], BOX) == []


def test_a_line_is_cut_into_its_runs_in_the_box():
    line = [(-10, 5), (10, 5), (20, 5), (120, 5), (130, 5), (90, 5), (80, 6)]
    assert list(pieces(line, BOX)) == [[(-10, 5), (10, 5), (20, 5), (120, 5)], [(130, 5), (90, 5), (80, 6)]]
    assert list(pieces([(-10, 5), (200, 5)], BOX)) == [[(-10, 5), (200, 5)]]
    assert list(pieces([(-10, 5)], BOX)) == []


@pytest.mark.parametrize(
    ("lines", "closed", "data"),
    [
        ([SQUARE], True, "m0 0 10 0 0 10-10 0z"),
        ([[*SQUARE, (0, 0)]], True, "m0 0 10 0 0 10-10 0z"),
        ([[(1, 2), (3, 1)], [(5, 5), (6, 6)]], False, "m1 2 2-1m2 4 1 1"),
        ([[(1, 2), (3, 1)]], True, ""),
    ],
)
def test_path_data_is_relative_and_short(lines, closed, data):
    assert path_data(lines, closed=closed) == data


def test_what_is_inside_an_area():
    square = [(float(x), float(y)) for x, y in SQUARE]
    hole = [(4.0, 4.0), (6.0, 4.0), (6.0, 6.0), (4.0, 6.0)]
    assert holds([square], (5.0, 5.0))
    assert not holds([square, hole], (5.0, 5.0))
    assert not holds([square], (11.0, 5.0))
