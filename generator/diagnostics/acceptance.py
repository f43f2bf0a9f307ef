"""Findings that an editor has looked at and accepts, taken out of the rest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.diagnostics.code import Code
from generator.diagnostics.codes import BY_CODE
from generator.diagnostics.diagnostic import Diagnostic

Answer = tuple[str, str]
"""A record (`event/tabqa-falls`) and the code its `accept:` names (`D305`)."""


@dataclass(frozen=True, slots=True)
class Accepted:
    """What is left to mend, what editors accept, and the acceptances that answer for nothing, in the given order."""

    kept: tuple[Diagnostic, ...]
    accepted: tuple[Diagnostic, ...]
    unused: tuple[Answer, ...]


def accepted(
    findings: Sequence[Diagnostic],
    acceptances: Iterable[Answer],
    codes: Mapping[str, Code] = BY_CODE,
) -> Accepted:
    """`findings` split by `acceptances`: a finding is accepted when its `(record, code)` is among them.

    An error is never accepted, for it stops publication; an acceptance of one is unused.
    """
    answers = tuple(dict.fromkeys(acceptances))
    known = frozenset(answers)
    met = tuple(
        finding for finding in findings if _answer(finding) in known and not _is_error(finding, codes)
    )
    used = frozenset(map(_answer, met))
    return Accepted(
        kept=tuple(finding for finding in findings if _answer(finding) not in used),
        accepted=met,
        unused=tuple(answer for answer in answers if answer not in used),
    )


def _answer(finding: Diagnostic) -> Answer:
    return finding.record, finding.code


def _is_error(finding: Diagnostic, codes: Mapping[str, Code]) -> bool:
    return codes[finding.code].severity == "error"
