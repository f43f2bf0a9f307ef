"""What changed between two editions, and which corrections are owed."""

from __future__ import annotations

import json

import pytest

from generator.editions.change_words import document_of, lines_of, summary_of
from generator.editions.changes import compare
from generator.exports.record_states import states, write
from generator.model.moment import Moment
from tests.graph.story import (
    actor,
    article,
    claim,
    correction,
    event,
    linked,
    location,
    office,
    page,
)


def stated(*records):
    """The records as an edition holds them: through its file and back."""
    text = write(linked(*records), "")
    assert json.loads(text)["records"] == states(linked(*records))
    return json.loads(text)["records"]


def between(before, after, **options):
    """The changes of one record; the world around it is left out."""
    found = compare(stated(*before), stated(*after), **options)
    named = {change.record: change for change in found}
    return {name: change for name, change in named.items() if name in {*_names(before), *_names(after)}}


def _names(records):
    return states(linked(*records)).keys() & {
        f"{type(parsed.record).__name__.lower()}/{parsed.record.id}" for parsed in records
    }


def only(before, after, **options):
    (change,) = between([before], [after], **options).values()
    return change


def test_nothing_changed():
    assert compare(stated(event("a", sources="r")), stated(event("a", sources="r"))) == ()


def test_added_changed_and_removed():
    found = between([event("a"), event("b")], [event("a", title="A"), event("c")])
    assert {name: change.what for name, change in found.items()} == {
        "event/a": "changed",
        "event/b": "removed",
        "event/c": "added",
    }
    assert found["event/a"].fields == (("title", "a", "A"),)
    assert found["event/a"].faults == ()
    assert found["event/b"].faults == (
        "is gone: what was published is withdrawn (a correction with `what: withdrawn`), not deleted",
    )


@pytest.mark.parametrize(
    ("field", "before", "after"),
    [
        ("date", event("a"), event("a", "2014-08-25")),
        ("date", event("a"), event("a", "2014-08-24~")),
        ("status", event("a"), event("a", status="disputed")),
        ("locations", event("a", locations="raqqa"), event("a", locations="hama")),
        ("locations", event("a"), event("a", locations="hama")),
        ("locations", event("a", locations="raqqa hama"), event("a", locations="hama raqqa")),
        ("location_precision", event("a"), event("a", location_precision="town")),
        ("actors", event("a", actors="isil"), event("a", actors="isil:attacker")),
        ("actors", event("a"), event("a", actors="isil")),
        ("actors", event("a", actors="isil"), event("a")),
        ("claims", event("a", claims=(claim("5"),)), event("a", claims=(claim("6"),))),
        ("claims", event("a", claims=(claim("5"),)), event("a")),
        ("published", article("a"), article("a", "2014-08-26")),
        ("publisher", article("a"), article("a", publisher="sana")),
        ("agency", article("a", agency="afp"), article("a")),
        ("roles", actor("a", roles=(office("x", "head"),)), actor("a", roles=(office("x", "aide"),))),
        ("coordinates", location("a", coordinates=(1.0, 2.0)), location("a", coordinates=(2.0, 1.0))),
        ("part_of", location("a", part_of="b"), location("a", part_of="c")),
    ],
)
def test_a_material_change_owes_a_line_that_names_its_field(field, before, after):
    change = only(before, after)
    assert [one.field for one in change.fields] == [field]
    assert change.faults == (f"`{field}` changed, and no new line in `corrections` names it",)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            event("a"),
            event("a", title="A", summary="New.", body="New.", date_basis="So.", significance="key"),
        ),
        (event("a", sources="r"), event("a", sources="r s", topics="war")),
        (event("a"), event("a", claims=(claim("5"),))),
        (event("a", claims=(claim("5"),)), event("a", claims=(claim("9"), claim("5")))),
        (event("a", claims=(claim("5"), claim("9"))), event("a", claims=(claim("9"), claim("5")))),
        (event("a", actors="isil sana"), event("a", actors="sana isil")),
        (actor("a"), actor("a", name="A", aliases=("B",), wikidata="Q1", born=Moment.parse("1965"))),
        (actor("a"), actor("a", roles=(office("x", "head"),))),
        (location("a"), location("a", coordinates=(1.0, 2.0), precision="town")),
        (page("a", "A"), page("a", "B")),
    ],
)
def test_other_changes_are_told_and_owe_nothing(before, after):
    change = only(before, after)
    assert change.what == "changed"
    assert change.fields
    assert change.faults == ()


def corrected(*lines, date="2014-08-25"):
    return event("a", date, corrections=tuple(correction(*line) for line in lines))


@pytest.mark.parametrize("what", ["date", "date.start", "date[0]", "withdrawn-not"])
def test_a_new_line_that_names_the_field_pays(what):
    change = only(event("a"), corrected(("2014-09-02", what)))
    assert change.what == "corrected"
    assert bool(change.faults) == (what == "withdrawn-not")
    assert [line["what"] for line in change.lines] == [what]


def test_an_old_line_does_not_pay():
    line = ("2014-09-02", "date")
    change = only(corrected(line, date="2014-08-24"), corrected(line))
    assert change.faults == ("`date` changed, and no new line in `corrections` names it",)


def test_a_line_dated_before_those_published_does_not_pay():
    published = ("2014-09-02", "title")
    change = only(corrected(published, date="2014-08-24"), corrected(published, ("2014-09-01", "date")))
    assert change.faults == (
        "`date` changed, and its line in `corrections` is dated 2014-09-01, before 2014-09-02",
    )
    for day in ("2014-09-02", "2014-09", "2014-10-01"):
        paid = only(corrected(published, date="2014-08-24"), corrected(published, (day, "date")))
        assert paid.faults == ()


def test_a_line_dated_before_the_edition_was_published_does_not_pay():
    after = corrected(("2014-09-01", "date"))
    assert only(event("a"), after, published=Moment.parse("2014-09-01")).faults == ()
    assert only(event("a"), after, published=Moment.parse("2014-09-02")).faults == (
        "`date` changed, and its line in `corrections` is dated 2014-09-01, before 2014-09-02",
    )


def test_a_line_cannot_be_taken_out_of_the_ledger():
    change = only(corrected(("2014-09-02", "date")), event("a", "2014-08-25"))
    assert change.what == "changed"
    assert change.faults == ("the line of 2014-09-02 on `date` was taken out of its ledger",)


def test_withdrawing_needs_its_line_and_pays_for_everything():
    before = event("a", claims=(claim("5"),), actors="isil")
    withdrawn = only(
        before, event("a", status="retracted", corrections=(correction("2014-09-02", "withdrawn"),))
    )
    assert (withdrawn.what, withdrawn.fields, withdrawn.faults) == ("withdrawn", (), ())
    silent = only(before, event("a", status="retracted"))
    assert silent.what == "withdrawn"
    assert silent.faults == ("is withdrawn, and no new line in `corrections` says `withdrawn`, when and why",)


def test_what_was_withdrawn_does_not_come_back_silently():
    line = correction("2014-09-02", "withdrawn")
    change = only(event("a", status="retracted", corrections=(line,)), event("a"))
    assert change.what == "reinstated"
    assert change.faults == (
        "the line of 2014-09-02 on `withdrawn` was taken out of its ledger",
        "was withdrawn and stands again, and no new line in `corrections` says why",
    )


def test_a_record_that_was_never_published_may_be_withdrawn_and_a_tombstone_corrected():
    line, later = correction("2014-09-02", "withdrawn"), correction("2014-09-03", "withdrawn")
    assert between([], [event("a", corrections=(line,))])["event/a"].what == "withdrawn"
    change = only(event("a", corrections=(line,)), event("a", corrections=(line, later)))
    assert (change.what, change.fields, change.faults) == ("corrected", (), ())


def test_a_renamed_record_is_held_against_what_it_was():
    change = only_renamed(event("new", "2014-08-25", former_ids="old", title="old"))
    assert (change.record, change.former, change.what) == ("event/new", "event/old", "changed")
    assert [field.field for field in change.fields] == ["date", "former_ids"]
    assert change.faults == ("`date` changed, and no new line in `corrections` names it",)


def only_renamed(after):
    (change,) = compare(stated(event("old")), stated(after))
    return change


def test_a_record_that_became_a_draft_is_told_apart():
    (change,) = compare(stated(event("a")), {}, drafts={"event/a"})
    assert change.what == "removed"
    assert change.faults[0].startswith("is a draft again")


def test_changes_in_words():
    before = [event("a", claims=(claim("5"),), summary="Old."), event("b")]
    after = [
        event(
            "a",
            "2014-08-25",
            title="A\x1b[31m",
            summary="New.",
            claims=(claim("6"),),
            locations="raqqa",
            corrections=(correction("2014-09-02", "date"),),
        ),
        location("raqqa", name="Raqqa"),
    ]
    found = [change for change in compare(stated(*before), stated(*after)) if "/r" not in change.record[:7]]
    assert [*lines_of(found, faults=True)][:13] == [
        "corrected  event/a  A\\x1b[31m",
        "    title: a → A\\x1b[31m",
        "    date: 2014-08-24 → 2014-08-25",
        "    locations: + raqqa",
        "    claims: − measure killed, group soldiers, figure 5, claimed_by sohr, source report, stance asserts",
        "    claims: + measure killed, group soldiers, figure 6, claimed_by sohr, source report, stance asserts",
        "    summary: other words",
        "    ledger: 2014-09-02, date: it was wrong",
        "    owed: `locations` changed, and no new line in `corrections` names it",
        "    owed: `claims` changed, and no new line in `corrections` names it",
        "removed    event/b  b",
        "    owed: is gone: what was published is withdrawn (a correction with `what: withdrawn`), not deleted",
        "added      location/raqqa  Raqqa",
    ]
    assert summary_of(found) == "1 added, 1 corrected, 1 removed"
    assert summary_of([]) == "no changes"


def test_changes_as_json():
    document = json.loads(
        document_of(compare(stated(event("a")), stated(event("a", "2014-08-25", title="A"))))
    )
    assert document == {
        "format": 1,
        "changes": [
            {
                "record": "event/a",
                "title": "A",
                "change": "changed",
                "former": None,
                "fields": [
                    {"field": "title", "was": "a", "now": "A", "material": False, "owed": False},
                    {
                        "field": "date",
                        "was": "2014-08-24",
                        "now": "2014-08-25",
                        "material": True,
                        "owed": True,
                    },
                ],
                "corrections": [],
                "faults": ["`date` changed, and no new line in `corrections` names it"],
            }
        ],
        "faults": 1,
    }
