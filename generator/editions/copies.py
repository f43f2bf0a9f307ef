"""A copy of an edition held against its manifest: every file there, whole, and nothing besides."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, NamedTuple

from generator.editions.address import Address, AddressError, NotThereError
from generator.exports.host_headers import ADDRESS as HEADERS
from generator.exports.host_redirects import ADDRESS as REDIRECTS
from generator.publishing.edition import EDITION_FILE, Edition, EditionError, decode_edition, digest_of

FOR_THE_HOST = frozenset({HEADERS, REDIRECTS})
"""Settings that a host reads and does not serve."""

AT_ONCE = 8
"""Files asked for at a time: quick enough, and no burden to a host."""

BLOCK = 1 << 20

FaultKind = Literal["missing", "altered", "extra", "unreadable"]


class CopyFault(NamedTuple):
    """What is wrong with one file; `why` may be empty."""

    kind: FaultKind
    path: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Verified:
    """What was found: the edition, how many of its files were read, and the faults by path."""

    edition: Edition
    read: int
    faults: tuple[CopyFault, ...]


def verify_folder(folder: Path, *, allow_extra: bool = False) -> Verified:
    """A copy on a disk. Raises EditionError without a manifest, OSError if the folder cannot be read."""
    manifest = folder / EDITION_FILE
    try:
        edition, given = decode_edition(manifest.read_bytes())
    except FileNotFoundError:
        raise EditionError("has no edition.json") from None
    standing = dict(_standing(folder))
    faults = [*_of_manifest(edition, given)]
    faults += (fault for path in edition.files if (fault := _on_disk(folder, path, edition, standing)))
    if not allow_extra:
        faults += (CopyFault("extra", path) for path in standing.keys() - edition.files.keys())
    return Verified(edition, len(edition.files), _in_order(faults))


def verify_address(address: Address) -> Verified:
    """A copy on the web, where nobody can see what else is there. Raises EditionError or AddressError."""
    try:
        edition, given = decode_edition(address.read(EDITION_FILE))
    except NotThereError:
        raise EditionError("has no edition.json") from None
    with ThreadPoolExecutor(AT_ONCE) as pool:
        found = list(pool.map(lambda path: _on_the_web(address, path, edition), sorted(edition.files)))
    faults = [*_of_manifest(edition, given), *(fault for fault in found if fault)]
    return Verified(edition, len(edition.files), _in_order(faults))


def _of_manifest(edition: Edition, given: str) -> Iterator[CopyFault]:
    if given != edition.content:
        yield CopyFault("altered", EDITION_FILE, "its content digest is not that of its list")


def _standing(folder: Path) -> Iterator[tuple[str, bool]]:
    """Paths below the folder, but for the manifest, and whether each is a file; links are not followed."""
    for at, folders, files in os.walk(folder, onerror=_raise):
        here = Path(at)
        for name in [*files, *(name for name in folders if (here / name).is_symlink())]:
            path = (here / name).relative_to(folder).as_posix()
            if path != EDITION_FILE:
                yield path, (here / name).is_file() and not (here / name).is_symlink()


def _on_disk(folder: Path, path: str, edition: Edition, standing: dict[str, bool]) -> CopyFault | None:
    if path not in standing:
        return CopyFault("missing", path)
    if not standing[path]:
        return CopyFault("altered", path, "it is a link, not a file")
    try:
        digest = _digest(folder / path)
    except OSError as error:
        return CopyFault("unreadable", path, error.strerror or str(error))
    return None if digest == edition.files[path] else CopyFault("altered", path)


def _digest(file: Path) -> str:
    digest = hashlib.sha256()
    with file.open("rb") as stream:
        while block := stream.read(BLOCK):
            digest.update(block)
    return digest.hexdigest()


def _on_the_web(address: Address, path: str, edition: Edition) -> CopyFault | None:
    try:
        content = address.read(path)
    except NotThereError:
        return None if path in FOR_THE_HOST else CopyFault("missing", path)
    except AddressError as error:
        return CopyFault("unreadable", path, str(error))
    return None if digest_of(content) == edition.files[path] else CopyFault("altered", path)


def _raise(error: OSError) -> None:
    raise error


def _in_order(faults: list[CopyFault]) -> tuple[CopyFault, ...]:
    return tuple(sorted(faults, key=lambda fault: (fault.path, fault.kind)))
