"""Changes as a desk reads them, and as JSON for whatever watches over it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from generator.diagnostics.visible import visible
from generator.editions.changes import MATERIAL, WHATS, FieldChange, RecordChange, is_owed

DIGESTED = frozenset({"summary", "body", "translations"})
"""Fields of which an edition keeps a digest only."""

WIDTH = max(map(len, WHATS))


def lines_of(changes: Sequence[RecordChange], *, faults: bool) -> Iterator[str]:
    """A line for each record, with its fields below it; `faults`: with what its ledger owes."""
    for change in changes:
        renamed = f" (was {change.former})" if change.former else ""
        yield visible(f"{change.what:{WIDTH}} {change.record}{renamed}  {change.title}")
        for field in change.fields:
            yield from (visible(f"    {line}") for line in _field_lines(field))
        for line in change.lines:
            yield visible(f"    ledger: {line.get('date')}, {line['what']}: {line.get('why', '')}")
        if faults:
            yield from (visible(f"    owed: {fault}") for fault in change.faults)


def summary_of(changes: Sequence[RecordChange]) -> str:
    """`2 added, 1 corrected`, or `no changes`."""
    counts = Counter(change.what for change in changes)
    return ", ".join(f"{counts[what]:,} {what}" for what in WHATS if counts[what]) or "no changes"


def document_of(changes: Sequence[RecordChange]) -> str:
    """The changes as one JSON object, which ends in a line break."""
    document = {
        "format": 1,
        "changes": [_change(change) for change in changes],
        "faults": sum(len(change.faults) for change in changes),
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _change(change: RecordChange) -> dict[str, Any]:
    material = MATERIAL.get(change.record.partition("/")[0], {})
    return {
        "record": change.record,
        "title": change.title,
        "change": change.what,
        "former": change.former or None,
        "fields": [
            {**field._asdict(), "material": field.field in material, "owed": is_owed(material, field)}
            for field in change.fields
        ],
        "corrections": list(change.lines),
        "faults": list(change.faults),
    }


def _field_lines(change: FieldChange) -> Iterator[str]:
    field, was, now = change
    if field in DIGESTED:
        yield f"{field}: {'other words' if was and now else 'added' if now else 'left out'}"
    elif isinstance(was, list) or isinstance(now, list):
        yield from (f"{field}: − {_words(value)}" for value in was or ())
        yield from (f"{field}: + {_words(value)}" for value in now or ())
    else:
        yield f"{field}: {_words(was)} → {_words(now)}"


def _words(value: Any) -> str:
    """A value of a field on one line: `killed, group civilians, figure 12`."""
    if value is None or value == "":
        return "nothing"
    if isinstance(value, dict):
        return ", ".join(f"{name} {_words(part)}" for name, part in value.items())
    if isinstance(value, list):
        return ", ".join(map(_words, value))
    return str(value)
