"""An editor answers for a warning of one record and one code, for nothing else, and never for an error."""

from __future__ import annotations

from dataclasses import replace

from generator.diagnostics.acceptance import Accepted, accepted
from tests.diagnostics.samples import ACTOR, EARLY, LONE, TABLE

EVENT = "event/tabqa-falls"
ELSEWHERE = replace(EARLY, record="event/other")


def test_record_and_code_must_both_match() -> None:
    assert accepted((EARLY, ELSEWHERE, LONE), [(EVENT, "D305")], TABLE) == Accepted(
        kept=(ELSEWHERE, LONE), accepted=(EARLY,), unused=()
    )


def test_one_acceptance_answers_for_every_such_finding_of_the_record() -> None:
    again = replace(EARLY, message="another source is older too")
    assert accepted((EARLY, again), [(EVENT, "D305")], TABLE) == Accepted((), (EARLY, again), ())


def test_an_acceptance_of_what_does_not_occur_is_unused() -> None:
    answers = [("event/other", "D310"), (EVENT, "D999"), (EVENT, "D310"), (EVENT, "D999")]
    assert accepted((LONE,), answers, TABLE) == Accepted(
        kept=(), accepted=(LONE,), unused=(("event/other", "D310"), (EVENT, "D999"))
    )


def test_an_error_is_never_accepted() -> None:
    assert accepted((ACTOR,), [(EVENT, "D201")], TABLE) == Accepted((ACTOR,), (), ((EVENT, "D201"),))


def test_a_finding_of_no_record_is_kept() -> None:
    lone = replace(LONE, record="")
    assert accepted((lone,), [(EVENT, "D310")], TABLE).kept == (lone,)


def test_nothing_to_accept() -> None:
    assert accepted((), [], TABLE) == Accepted((), (), ())
