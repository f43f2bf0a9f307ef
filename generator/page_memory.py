"""Floor 7, page memory: what each published file was made of, so that only those that may differ are made again.

`.dateline/pages-<output>` holds, for one output folder, each file's digest and stat data and the marks of the answers
its page had read (`graph.traced`). It is good for exactly the parsed files, code, templates and settings it was made
with; anything else, and all files are made again. Disposable, checked, plain JSON.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any, Final, NamedTuple

from generator.whole_files import write_whole

MAGIC: Final = b"dateline-pages 1"


class Standing(NamedTuple):
    """Stat data of a published file: size in bytes, times in nanoseconds, inode."""

    size: int
    modified: int
    changed: int
    inode: int


class Page(NamedTuple):
    """A published file: what it is an output of, its SHA-256, its stat data, the marks its page read, sorted (a set of
    twenty numbers takes five times the room).
    """

    made_of: str
    digest: str
    standing: Standing
    marks: tuple[int, ...]


@dataclass(slots=True)
class PageMemory:
    """The pages of one output folder. `basis` names all that they were made with but the content: code, templates,
    settings; `parsed` is the identity of the parse cache that was saved with them.
    """

    basis: str
    parsed: str
    pages: dict[str, Page] = field(default_factory=dict)
    marks: dict[str, int] = field(default_factory=dict)
    """Numbers of the marks."""

    def number(self, marks: Iterable[str]) -> tuple[int, ...]:
        """Marks by their numbers, sorted; new ones get the next."""
        return tuple(sorted({self.marks.setdefault(mark, len(self.marks)) for mark in marks}))

    def known(self, marks: Iterable[str]) -> frozenset[int]:
        """The numbers of those marks that some page has read."""
        return frozenset(self.marks[mark] for mark in marks if mark in self.marks)

    def untouched(self, path: str, made_of: str, touched: frozenset[int], file: str) -> str:
        """The digest of a published file that need not be made again; empty if it must be.

        It was made of the same output, read nothing that was touched, and stands as it was written.
        """
        page = self.pages.get(path)
        if page is None or page.made_of != made_of or not touched.isdisjoint(page.marks):
            return ""
        return page.digest if standing(file) == page.standing else ""

    def encode(self) -> bytes:
        """The memory as one checked file."""
        pages = {
            path: [page.made_of, page.digest, *page.standing, *page.marks]
            for path, page in self.pages.items()
        }
        document = {"basis": self.basis, "parsed": self.parsed, "marks": list(self.marks), "pages": pages}
        body = json.dumps(document, separators=(",", ":")).encode()
        return b"%s %s\n%s" % (MAGIC, sha256(body).hexdigest().encode(), body)


def standing(file: Path | str) -> Standing | None:
    """The stat data of a published file; None where there is none."""
    try:
        found = os.lstat(file)
    except OSError:
        return None
    return Standing(found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino)


def read_memory(file: Path, basis: str, parsed: str) -> PageMemory:
    """The memory in a file; an empty one when it is missing, damaged, or of another basis or cache."""
    try:
        head, _, body = file.read_bytes().partition(b"\n")
        if head != b"%s %s" % (MAGIC, sha256(body).hexdigest().encode()):
            return PageMemory(basis, parsed)
        document: Any = json.loads(body)
        if document["basis"] != basis or document["parsed"] != parsed:
            return PageMemory(basis, parsed)
        return PageMemory(basis, parsed, _pages(document["pages"]), _numbers(document["marks"]))
    except (OSError, ValueError, KeyError, TypeError):
        return PageMemory(basis, parsed)


def write_memory(file: Path, memory: PageMemory) -> None:
    """Write the memory whole. Raises OSError."""
    file.parent.mkdir(parents=True, exist_ok=True)
    write_whole(file, memory.encode())


def memory_file(folder: Path, output: Path) -> Path:
    """Where the memory of an output folder is kept."""
    return folder / f"pages-{sha256(str(output).encode('utf-8', 'surrogateescape')).hexdigest()[:16]}"


def _pages(rows: Mapping[str, list[Any]]) -> dict[str, Page]:
    return {path: Page(row[0], row[1], Standing(*row[2:6]), tuple(row[6:])) for path, row in rows.items()}


def _numbers(marks: list[str]) -> dict[str, int]:
    return {mark: number for number, mark in enumerate(marks)}
