"""The states of an earlier edition's records (`exports.record_states`), from wherever that edition is."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from generator.editions.address import Address, AddressError, is_address
from generator.exports.record_states import ADDRESS as RECORDS_FILE
from generator.exports.record_states import FORMAT, State
from generator.publishing.edition import EDITION_FILE, EditionError, decode_edition, digest_of

States = dict[str, State]


def states_of(edition: str) -> States:
    """The records of an edition: of a folder, an `edition.json` with its `records.json` beside it, a `records.json`, or
    an address. Raises EditionError, in words that follow the edition's name.
    """
    if is_address(edition):
        return _listed(_on_the_web(Address(edition)))
    path = Path(edition)
    if path.is_dir():
        return _listed(_on_disk(path))
    content = _read(path)
    return _listed(_on_disk(path.parent)) if b'"files"' in content[:2_000] else decode_states(content)


def decode_states(content: bytes) -> States:
    """The states that a `records.json` holds. Raises EditionError."""
    try:
        document: Any = json.loads(content)
        form, records = document["format"], document["records"]
        ledgers = [line["what"] for state in records.values() for line in state.get("corrections", ())]
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise EditionError("holds no records of an edition") from None
    if form != FORMAT or not all(isinstance(what, str) for what in ledgers):
        raise EditionError(f"holds records in another format than {FORMAT}, which this Dateline reads")
    return dict(records)


def _listed(read: Callable[[str], bytes]) -> States:
    """The records that a manifest lists, if they are what it says."""
    edition, _ = decode_edition(read(EDITION_FILE))
    if RECORDS_FILE not in edition.files:
        raise EditionError(f"lists no {RECORDS_FILE}: an older Dateline made it")
    content = read(RECORDS_FILE)
    if digest_of(content) != edition.files[RECORDS_FILE]:
        raise EditionError(f"has another {RECORDS_FILE} than its edition.json says")
    return decode_states(content)


def _on_disk(folder: Path) -> Callable[[str], bytes]:
    return lambda name: _read(folder / name)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise EditionError(f"cannot be read: {path.name}: {error.strerror or error}") from error


def _on_the_web(address: Address) -> Callable[[str], bytes]:
    def read(name: str) -> bytes:
        try:
            return address.read(name)
        except AddressError as error:
            raise EditionError(f"cannot be read: {name} {error}") from error

    return read
