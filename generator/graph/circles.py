"""References that lead back to where they started, and places that hang in the air."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.diagnostics.diagnostic import Diagnostic
from generator.graph.catalogue import Catalogue
from generator.graph.places import Gazetteer
from generator.graph.register import Fault
from generator.graph.resolve import finding
from generator.graph.tree import Circle, circles_of, walk_of
from generator.model.records import Kind, LocationKind

ROOTS: frozenset[LocationKind] = frozenset({"country", "region"})
"""The kinds of location that need to be part of nothing."""


def circle_findings(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Circles of `part_of`, `based_on` and `follows`, each once, at its smallest id."""
    wholes: dict[Kind, dict[str, str]] = {
        "event": {event.id: event.part_of for event in catalogue.events},
        "actor": {actor.id: actor.part_of for actor in catalogue.actors},
        "location": {location.id: location.part_of for location in catalogue.locations},
    }
    for kind, whole in wholes.items():
        yield from _findings(catalogue, kind, "part_of", circles_of(_others(whole)))
    based_on = {article.id: article.based_on for article in catalogue.articles}
    yield from _findings(catalogue, "article", "based_on", walk_of(_known(based_on)).circles)
    follows = {event.id: event.follows for event in catalogue.events}
    yield from _findings(catalogue, "event", "follows", walk_of(_known(follows)).circles)


def unrooted_findings(catalogue: Catalogue, gazetteer: Gazetteer) -> Iterator[Diagnostic]:
    """Locations that are part of nothing and are no country or region, each once, at the top of its chain.

    One whose `part_of` leads nowhere, or in a circle, has its finding already.
    """
    for location in catalogue.locations:
        if not location.part_of and location.kind not in ROOTS:
            below = len(list(gazetteer.tree.descendants(location.id)))
            message = (
                f'the {location.kind} "{location.id}" is part of no country or region{_and_parts(below)}'
            )
            fault = Fault("D217", message, "say in `part_of` what it is part of")
            yield finding(catalogue.parsed("location", location.id), "kind", fault)


def _findings(
    catalogue: Catalogue, kind: Kind, field: str, circles: Sequence[Circle]
) -> Iterator[Diagnostic]:
    code, verb = CIRCULAR[field]
    for circle in circles:
        records = [catalogue.parsed(kind, record_id) for record_id in circle]
        way = " → ".join((*circle, circle[0]))
        message = f'the {kind} "{circle[0]}" {verb} itself: {way}'
        fault = Fault(code, message, f"take `{field}` out of one of them")
        yield finding(records[0], _field(field, records[0].record, circle), fault, records[1:])


def _field(field: str, record: object, circle: Circle) -> str:
    named = getattr(record, field)
    return field if isinstance(named, str) else f"{field}.{named.index(circle[1])}"


def _others(whole: Mapping[str, str]) -> dict[str, str]:
    return {part: of for part, of in whole.items() if of in whole and of != part}


def _known(references: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    return {
        source: tuple(target for target in targets if target in references and target != source)
        for source, targets in references.items()
    }


def _and_parts(below: int) -> str:
    if not below:
        return ""
    return ", nor is the 1 location in it" if below == 1 else f", nor are the {below} locations in it"


CIRCULAR: Mapping[str, tuple[str, str]] = {
    "part_of": ("D210", "is part of"),
    "based_on": ("D211", "is based on"),
    "follows": ("D212", "follows"),
}
"""Code and words for each field."""
