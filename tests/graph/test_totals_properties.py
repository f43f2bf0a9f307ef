"""What holds of every total, whatever the events."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from generator.graph.figures import key_of
from tests.graph.story import claim, event, linked

FIGURES = ("unknown", "0", "7", "50 to 60", "at least 346", "more than 170", "up to 40", "about 12", "dozens")
SCOPES = (
    "2014-08-24",
    "2014-08-18/2014-08-24",
    "2014-08-20/2014-08-26",
    "2014-08",
    "2014-09-01",
    "2014-08-22/..",
)

claims = st.builds(
    lambda figure, measure, group, scope, by, stance: claim(
        figure, measure=measure, group=group, scope=scope, by=by, stance=stance
    ),
    st.sampled_from(FIGURES),
    st.sampled_from(("killed", "wounded")),
    st.sampled_from(("soldiers", "Soldiers", "civilians", "isil")),
    st.sampled_from(SCOPES),
    st.sampled_from(("sohr", "isil")),
    st.sampled_from(("asserts", "asserts", "denies", "revises")),
)


@st.composite
def stories(draw):
    """A forest of up to seven events: each may be part of an earlier one."""
    records = []
    for number in range(draw(st.integers(1, 7))):
        whole = draw(st.integers(-1, number - 1))
        records.append(
            event(
                f"e{number}",
                draw(st.sampled_from(SCOPES)),
                part_of=f"e{whole}" if whole >= 0 else "",
                claims=tuple(draw(st.lists(claims, max_size=4))),
                status=draw(st.sampled_from(("confirmed", "confirmed", "retracted"))),
            )
        )
    return linked(*records, event("actors", claims=(claim("unknown", by="isil"),)))


def picks(graph):
    return st.lists(st.sampled_from(graph.events), max_size=12)


@given(stories(), st.data())
def test_every_comparison_is_counted_once_or_left_out_once(graph, data):
    events = data.draw(picks(graph))
    named = Counter()
    for total in graph.totals(events):
        for entry in (*total.counted, *total.left_out):
            assert key_of(entry.comparison)[0] == total.measure
            named[
                entry.event.id, entry.comparison.measure, entry.comparison.group, entry.comparison.scope
            ] += 1
    given_once = {one.id: one for one in events}.values()
    assert named == Counter(
        (one.id, comparison.measure, comparison.group, comparison.scope)
        for one in given_once
        for comparison in graph.comparisons(one)
    )


@given(stories(), st.data())
def test_what_is_counted_never_overlaps(graph, data):
    for total in graph.totals(data.draw(picks(graph))):
        counted = {entry.event.id for entry in total.counted}
        for at, (one, comparison) in enumerate(total.counted):
            assert counted.isdisjoint(whole.id for whole in graph.wholes_of(one.id))
            for other, its in total.counted[at + 1 :]:
                assert one.id != other.id or not comparison.scope.overlaps(its.scope)


@given(stories(), st.data())
def test_a_total_does_not_depend_on_the_order_of_events(graph, data):
    events = data.draw(picks(graph))
    assert graph.totals(data.draw(st.permutations(events))) == graph.totals(events)


@given(stories(), st.data())
def test_a_total_is_the_sum_of_what_it_counts_and_its_minimum_is_not_above_its_maximum(graph, data):
    for total in graph.totals(data.draw(picks(graph))):
        spans = [entry.comparison.span for entry in total.counted]
        assert all(span.known for span in spans)
        assert (total.figure.lower or 0) == sum(span.lower or 0 for span in spans)
        uppers = [span.upper for span in spans]
        assert total.figure.upper == (None if None in uppers or not uppers else sum(uppers))
        if total.figure.lower is not None and total.figure.upper is not None:
            assert total.figure.lower <= total.figure.upper


@given(stories(), st.data())
def test_adding_a_part_never_changes_the_total_of_its_whole(graph, data):
    whole = data.draw(st.sampled_from(graph.events))
    parts = [one for one in graph.events if whole in graph.wholes_of(one.id)]
    some = data.draw(st.lists(st.sampled_from(parts), max_size=4)) if parts else []
    before = {
        (total.measure, total.group_target, total.group.casefold()): total for total in graph.totals([whole])
    }
    for total in graph.totals([whole, *some]):
        alone = before.get((total.measure, total.group_target, total.group.casefold()))
        if alone is not None and alone.counted:
            assert total.figure == alone.figure
            assert total.counted == alone.counted


@given(stories())
def test_the_last_state_knows_what_the_event_says(graph):
    for one in graph.events:
        states = graph.states(one)
        assert [state.day for state in states] == sorted({state.day for state in states})
        if states:
            assert states[-1].comparisons == graph.comparisons(one)
            assert states[0].day == graph.first_reported(one)
            assert states[-1].independent == graph.source_count(one).independent
