"""The public ledger of corrections, withdrawn records, and the former addresses of records."""

from __future__ import annotations

from dataclasses import dataclass

from generator.graph.catalogue import Catalogue
from generator.graph.values import LedgerEntry, Redirect
from generator.graph.withdrawal import is_withdrawn
from generator.model.records import AnyRecord


@dataclass(frozen=True, slots=True)
class Ledger:
    """Corrections newest first, withdrawn records, redirects."""

    corrections: tuple[LedgerEntry, ...]
    withdrawn: tuple[AnyRecord, ...]
    redirects: tuple[Redirect, ...]


def ledger_of(catalogue: Catalogue, redirects: tuple[Redirect, ...]) -> Ledger:
    """The ledger of all records. On one date corrections stand by kind, the order of that kind, as written."""
    records = [parsed.record for shelf in catalogue.shelves.values() for parsed in shelf.values()]
    entries = [LedgerEntry(record, correction) for record in records for correction in record.corrections]
    entries.sort(key=lambda entry: entry.correction.date.sort_key, reverse=True)  # stable, reversed or not
    withdrawn = tuple(record for record in records if is_withdrawn(record))
    return Ledger(tuple(entries), withdrawn, redirects)
