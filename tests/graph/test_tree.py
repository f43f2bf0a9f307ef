"""Trees and circles."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.graph.tree import circles_of, tree_of, walk_of

NAMES = st.sampled_from("abcdefgh")
PARENTS = st.dictionaries(NAMES, NAMES)
REFERENCES = st.dictionaries(NAMES, st.lists(NAMES, max_size=4, unique=True))


def test_circles_of_single_references():
    assert circles_of({"b": "c", "c": "a", "a": "b", "x": "a", "z": "y", "y": "z"}) == (
        ("a", "b", "c"),
        ("y", "z"),
    )
    assert circles_of({"a": "b", "b": "c"}) == ()


def test_a_tree_is_cut_at_the_smallest_id():
    tree = tree_of("abcx", {"b": "c", "c": "a", "a": "b", "x": "c"})
    assert tree.root("x") == tree.root("b") == "a"
    assert list(tree.descendants("a")) == ["c", "b", "x"]


def test_a_walk_gives_every_id_after_what_it_refers_to():
    walk = walk_of({"a": ["b", "c"], "b": ["c"], "d": []})
    assert walk.finished == ("c", "b", "a", "d")
    assert (walk.cut, walk.circles) == (frozenset(), ())


def test_a_walk_finds_circles():
    walk = walk_of({"a": ["b"], "b": ["c", "a"], "c": ["b"], "d": ["d"]})
    assert walk.circles == (("a", "b"), ("b", "c"), ("d",))
    assert walk.cut == {("b", "a"), ("c", "b"), ("d", "d")}


def test_a_long_chain_is_no_recursion():
    length = 50_000
    chain = {f"{number:06d}": f"{number + 1:06d}" for number in range(length)}
    assert len(list(tree_of(chain, chain).ancestors("000000"))) == length
    assert len(walk_of({one: (other,) for one, other in chain.items()}).finished) == length + 1


@given(PARENTS)
def test_every_tree_ends_and_keeps_everything_but_one_reference_of_each_circle(whole):
    tree = tree_of(sorted(whole), whole)
    circles = circles_of(whole)
    assert {part: whole[part] for part in tree.whole} == dict(tree.whole)
    assert len(tree.whole) == len(whole) - len(circles)
    for one in whole:
        above = list(tree.ancestors(one))
        assert len(set(above)) == len(above)
        assert all(one in tree.descendants(other) for other in above)


@given(REFERENCES)
def test_without_what_it_cut_a_walk_has_every_id_after_what_it_refers_to(references):
    walk = walk_of(references)
    place = {one: at for at, one in enumerate(walk.finished)}
    assert len(place) == len(walk.finished)
    for one, others in references.items():
        for other in others:
            assert (one, other) in walk.cut or place[other] < place[one]
    assert bool(walk.cut) == bool(walk.circles)
