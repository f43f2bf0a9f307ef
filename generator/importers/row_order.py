"""The order of rows within a day, kept as `order` where ids alone would give another."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby

from generator.importers.importer import Draft


def in_row_order(drafts: Iterable[Draft]) -> tuple[Draft, ...]:
    """The drafts; those of events that follow each other under one date are numbered, unless their ids do it."""
    numbered: list[Draft] = []
    for _, group in groupby(drafts, key=lambda draft: (draft.kind, str(draft.fields.get("date", "")))):
        run = list(group)
        ids = [draft.wish or draft.key for draft in run]
        if run[0].kind == "event" and ids != sorted(ids):
            run = [replace(draft, fields={**draft.fields, "order": at}) for at, draft in enumerate(run, 1)]
        numbered += run
    return tuple(numbered)
