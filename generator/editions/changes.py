"""What changed between two editions, record by record and field by field, and what the ledger owes its readers.

A correction is owed for what was said and is said no longer. So is a line for anything else that changes when, where, by
whom or how surely something happened, but a claim that is only added: that is how new reports come in, and it carries
its own source and day. A line pays for a field if it is new, names that field (or says `withdrawn`), and is not dated
before the lines that were published, for readers look for news at the end of the ledger.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from generator.exports.record_states import State
from generator.graph.withdrawal import WITHDRAWN
from generator.model.moment import Moment, MomentError

What = Literal["added", "changed", "corrected", "withdrawn", "reinstated", "removed"]

WHATS: tuple[What, ...] = ("added", "changed", "corrected", "withdrawn", "reinstated", "removed")

Owed = Literal["any", "said"]
"""Whether any change of a field needs a line in the ledger, or only that of what was said before."""

MATERIAL: Mapping[str, Mapping[str, Owed]] = {
    "event": {
        "date": "any",
        "locations": "any",
        "location_precision": "any",
        "actors": "any",
        "claims": "said",
        "status": "any",
    },
    "article": {"published": "said", "publisher": "said", "agency": "said"},
    "actor": {"roles": "said", "born": "said", "died": "said", "founded": "said", "dissolved": "said"},
    "location": {"coordinates": "said", "precision": "said", "part_of": "said"},
}
"""When, where, who, in which role, who claims what, how surely: the fields that nobody may change silently."""

ORDER_MATTERS = frozenset({"locations", "coordinates"})
"""Lists that say something else in another order; of all others the order is no change."""

LEDGER = "corrections"


class FieldChange(NamedTuple):
    """A field before and after. Of a list, what went and what came (the whole of it, where only its order changed)."""

    field: str
    was: Any
    now: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordChange:
    """A record that is not what it was. `lines` are new in its ledger; `faults` say what the ledger owes."""

    record: str
    title: str
    what: What
    former: str = ""
    """The record's name before, where it has a new id."""
    fields: tuple[FieldChange, ...] = ()
    lines: tuple[State, ...] = ()
    faults: tuple[str, ...] = ()


def compare(
    before: Mapping[str, State],
    after: Mapping[str, State],
    *,
    drafts: Collection[str] = (),
    published: Moment | None = None,
) -> tuple[RecordChange, ...]:
    """The changes from one edition's records to another's, by name. `drafts` are names of records that are withheld now;
    `published` is when the earlier edition was, before which no line can be dated that pays for a change of it.
    """
    return tuple(sorted(_changes(before, after, drafts, published), key=lambda change: change.record))


def _changes(
    before: Mapping[str, State],
    after: Mapping[str, State],
    drafts: Collection[str],
    published: Moment | None,
) -> Iterator[RecordChange]:
    renamed = {
        f"{name.partition('/')[0]}/{former}": name
        for name, state in after.items()
        for former in state.get("former_ids", ())
    }
    taken = set()
    for former, was in before.items():
        name = former if former in after else renamed.get(former, "")
        if not name:
            yield _gone(former, was, drafted=former in drafts)
            continue
        taken.add(name)
        change = _change(name, was, after[name], former if former != name else "", published)
        if change:
            yield change
    for name in after.keys() - taken:
        what: What = "withdrawn" if after[name].get(WITHDRAWN) else "added"
        yield RecordChange(record=name, title=_title(after[name]), what=what)


def _gone(name: str, was: State, *, drafted: bool) -> RecordChange:
    fault = (
        "is a draft again: what was published is withdrawn (a correction with `what: withdrawn`), not hidden"
        if drafted
        else "is gone: what was published is withdrawn (a correction with `what: withdrawn`), not deleted"
    )
    return RecordChange(record=name, title=_title(was), what="removed", faults=(fault,))


def _change(name: str, was: State, now: State, former: str, published: Moment | None) -> RecordChange | None:
    before, after = was.get(LEDGER, ()), now.get(LEDGER, ())
    lines = [line for line in after if line not in before]
    lost = [line for line in before if line not in after]
    what = _what(was, now, lines)
    fields = tuple(_fields(was, now)) if what in {"changed", "corrected"} else ()
    if what == "changed" and not (fields or lost or former):
        return None
    faults = (
        *(f"the line of {line['date']} on `{line['what']}` was taken out of its ledger" for line in lost),
        *_standing_faults(what, lines),
        *_field_faults(MATERIAL.get(name.partition("/")[0], {}), fields, lines, _since(before, published)),
    )
    return RecordChange(
        record=name,
        title=_title(now),
        what=what,
        former=former,
        fields=fields,
        lines=tuple(lines),
        faults=faults,
    )


def _what(was: State, now: State, lines: Sequence[State]) -> What:
    if bool(was.get(WITHDRAWN)) != bool(now.get(WITHDRAWN)):
        return "withdrawn" if now.get(WITHDRAWN) else "reinstated"
    return "corrected" if lines else "changed"


def _fields(was: State, now: State) -> Iterator[FieldChange]:
    """The fields that differ, in the order of the record's table; the ledger is told apart."""
    for field in dict.fromkeys([*now, *was]):
        old, new = was.get(field), now.get(field)
        if field == LEDGER or old == new:
            continue
        if not isinstance(old, list | None) or not isinstance(new, list | None):
            yield FieldChange(field, old, new)
            continue
        gone = [value for value in old or () if value not in (new or ())]
        come = [value for value in new or () if value not in (old or ())]
        yield FieldChange(field, gone, come) if gone or come else FieldChange(field, old, new)


def is_owed(material: Mapping[str, Owed], change: FieldChange) -> bool:
    """Whether the ledger owes a line for the change of a field."""
    owed = material.get(change.field)
    if owed is None or (change.field not in ORDER_MATTERS and _is_order(change)):
        return False
    return owed == "any" or bool(change.was)


def _is_order(change: FieldChange) -> bool:
    """Whether a list holds what it held, in another order."""
    was, now = change.was, change.now
    return (
        isinstance(was, list)
        and isinstance(now, list)
        and all(value in now for value in was)
        and all(value in was for value in now)
    )


def _standing_faults(what: What, lines: Sequence[State]) -> Iterator[str]:
    if what == "withdrawn" and not any(line["what"] == WITHDRAWN for line in lines):
        yield "is withdrawn, and no new line in `corrections` says `withdrawn`, when and why"
    if what == "reinstated" and not lines:
        yield "was withdrawn and stands again, and no new line in `corrections` says why"


def _field_faults(
    material: Mapping[str, Owed], fields: Sequence[FieldChange], lines: Sequence[State], since: Moment | None
) -> Iterator[str]:
    for change in fields:
        if not is_owed(material, change):
            continue
        naming = [line for line in lines if _first(line["what"]) in {change.field, WITHDRAWN}]
        if not naming:
            yield f"`{change.field}` changed, and no new line in `corrections` names it"
        elif since is not None and not any(_is_on_or_after(line, since) for line in naming):
            dates = ", ".join(str(line.get("date")) for line in naming)
            yield f"`{change.field}` changed, and its line in `corrections` is dated {dates}, before {since}"


def _first(what: str) -> str:
    """The field that a line is about: `claims` of `claims.0.figure`."""
    return what.partition(".")[0].partition("[")[0].strip()


def _since(lines: Sequence[State], published: Moment | None) -> Moment | None:
    """The day before which no new line is expected: the newest of the published lines', and of publication."""
    dates = [date for line in lines if (date := _date(line)) is not None]
    if published is not None:
        dates.append(published)
    return max(dates, key=lambda date: date.sort_key, default=None)


def _is_on_or_after(line: State, since: Moment) -> bool:
    """Whether the line may be of that day or a later one."""
    date = _date(line)
    if date is None or date.last_day is None or since.first_day is None:
        return True
    return date.last_day >= since.first_day


def _date(line: State) -> Moment | None:
    try:
        return Moment.parse(str(line.get("date")))
    except MomentError:
        return None


def _title(state: State) -> str:
    return str(state.get("title") or state.get("name") or "")
