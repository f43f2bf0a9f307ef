"""Words on a picture keep clear of each other, of marks and of the edges."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from generator.pages.maps.labels import Lettering, meets

NAMES = st.lists(
    st.tuples(st.integers(0, 300), st.integers(0, 200), st.text("abcdefgh", min_size=1, max_size=20)),
    max_size=25,
)


def test_a_label_stands_beside_its_mark_where_there_is_room():
    letters = Lettering(300, 200)
    assert letters.beside(100, 100, 5, "Raqqa", "part", size=10)
    assert letters.beside(100, 112, 5, "Tabqa", "part", size=10)
    assert letters.beside(290, 50, 5, "Aleppo", "part", size=10)
    assert [(text.text, text.anchor) for text in letters.texts] == [
        ("Raqqa", "start"),
        ("Tabqa", "start"),
        ("Aleppo", "end"),
    ]


@given(NAMES)
def test_no_two_labels_touch_and_none_runs_out_of_the_picture(names):
    letters = Lettering(300, 200)
    for x, y, _ in names:
        letters.mark(x, y, 4)
    marks = len(letters.taken)
    for x, y, name in names:
        letters.beside(x, y, 4, name, "part", size=12)
    written = letters.taken[marks:]
    assert len(written) == len(letters.texts)
    assert not any(meets(one, other) for one, other in combinations(written, 2))
    assert not any(meets(one, mark) for one in written for mark in letters.taken[:marks])
    assert all(left >= 0 and right <= 300 for left, _, right, _ in written)
    assert all(top >= 0 and bottom <= 200 for _, top, _, bottom in written)
