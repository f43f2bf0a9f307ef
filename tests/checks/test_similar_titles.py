"""Titles are nearly the same from four fifths of their words on, and no pair is missed for speed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.checks.similar_titles import ALIKE, near_pairs, words_of

FALL = "Tabqa air base falls to the Islamic State"


@pytest.mark.parametrize(
    "other",
    [
        "The Tabqa air-base falls to the Islamic State",
        "ISLAMIC STATE: the base falls to Tabqa air",
        "Tabqa air base falls to the Islamic State at last",
    ],
)
def test_order_case_hyphens_and_one_or_two_words_of_ten_do_not_matter(other):
    assert list(near_pairs([words_of(FALL), words_of(other)])) == [(0, 1)]


@pytest.mark.parametrize(
    "other", ["Tabqa air base falls", "Minnigh air base falls to the rebels", "", "Twelve killed at Tabqa"]
)
def test_other_titles_are_others(other):
    assert list(near_pairs([words_of(FALL), words_of(other)])) == []


def test_titles_without_words_are_like_nothing():
    assert list(near_pairs([frozenset(), frozenset(), words_of("…")])) == []


@given(st.lists(st.frozensets(st.sampled_from("abcdefgh")), max_size=12))
def test_every_title_that_is_like_an_earlier_one_is_found_with_it(titles):
    expected, kept = [], []
    for here, words in enumerate(titles):
        alike = [there for there in kept if words and shared(words, titles[there]) >= ALIKE]
        expected += [(alike[0], here)] if alike else []
        kept += [] if alike else [here]
    assert list(near_pairs(titles)) == expected


def shared(one, other):
    return len(one & other) / len(one | other)
