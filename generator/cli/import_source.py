"""The bytes of what is imported: one file or a folder of them, and the map. Nothing beyond the importer's limit is read."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import click

from generator.importers.fetch import FetchError, fetch, is_address
from generator.importers.importer import Importer, Source

MOST_FILES = 100_000
LARGEST_MAP = 64 * 1024


def read_source(importer: Importer, name: str, map_file: Path | None, quote: str = "") -> Source:
    """What the editor named. Raises UsageError for what the importer does not take, or is too large."""
    if is_address(name) and "address" in importer.takes:
        return _fetched(importer, name, quote)
    map_name, map_raw = (str(map_file), _bytes(map_file, LARGEST_MAP)) if map_file else ("", b"")
    path = Path(name)
    if path.is_dir() and "folder" in importer.takes:
        files = tuple(_files(importer, path))
        return Source(name=name, files=files, map_name=map_name, map_raw=map_raw)
    if not path.is_file() or "file" not in importer.takes:
        raise click.UsageError(f"{name} is no {' or '.join(importer.takes)} that {importer.name} could read")
    raw = _bytes(path, importer.largest)
    return Source(name=name, raw=raw, quote=quote, map_name=map_name, map_raw=map_raw)


def _fetched(importer: Importer, address: str, quote: str) -> Source:
    """What stands at an address, named by the address that gave it in the end."""
    try:
        found = fetch(address, largest=importer.largest)
    except FetchError as fault:
        raise click.ClickException(f"{address}: {fault}") from fault
    return Source(name=found.address, raw=found.raw, charset=found.charset, quote=quote)


def _files(importer: Importer, folder: Path) -> list[tuple[str, bytes]]:
    """The files below a folder, hidden ones and links left out, sorted by path."""
    found: list[Path] = []
    for here, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        paths = (Path(here, name) for name in names if not name.startswith("."))
        found += [
            path for path in paths if path.name.endswith(importer.endings or ("",)) and _is_regular(path)
        ]
        if len(found) > MOST_FILES:
            raise click.UsageError(f"{folder} has more than {MOST_FILES:,} files")
    return [(path.relative_to(folder).as_posix(), _bytes(path, importer.largest)) for path in sorted(found)]


def _is_regular(path: Path) -> bool:
    return stat.S_ISREG(path.lstat().st_mode)


def _bytes(path: Path, largest: int) -> bytes:
    with path.open("rb") as stream:
        raw = stream.read(largest + 1)
    if len(raw) > largest:
        raise click.UsageError(f"{path} is larger than {largest // (1024 * 1024) or 1:,} MB: split it")
    return raw
