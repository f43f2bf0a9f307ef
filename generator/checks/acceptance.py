"""D324: does every `accept:` answer for something?

Which acceptances are left over is known only after all findings are in, so the pipeline asks this one itself. An
unknown code is a fault of the field, found when the file is read (D120).
"""

from __future__ import annotations

from collections.abc import Iterable

from generator.checks.finding import finding, reference
from generator.checks.shelf import every_record
from generator.diagnostics.codes import BY_CODE
from generator.diagnostics.diagnostic import Diagnostic
from generator.graph.graph import Graph
from generator.model.records import AnyRecord


def unused_acceptances(graph: Graph, unused: Iterable[tuple[str, str]]) -> tuple[Diagnostic, ...]:
    """The acceptances of the records that answered for nothing; `unused` are pairs of `event/tabqa-falls` and `D305`."""
    wanted = {answer for answer in unused if answer[1] in BY_CODE}
    return tuple(
        _unused(graph, record, index, acceptance.code)
        for record in every_record(graph)
        for index, acceptance in enumerate(record.accept)
        if (reference(record), acceptance.code) in wanted
    )


def _unused(graph: Graph, record: AnyRecord, index: int, code: str) -> Diagnostic:
    name = BY_CODE[code].name
    if BY_CODE[code].severity == "error":
        message, advice = f"{code} ({name}) is an error, which nobody can accept", "mend the error"
    else:
        message, advice = f"there is no {code} ({name}) here to accept", "remove this acceptance"
    return finding(graph, "D324", record, f"accept.{index}.code", message, advice)
