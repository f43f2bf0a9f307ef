"""Ways of publishing that look right until a build is killed: the controls of `test_killed_builds`."""

from __future__ import annotations

import os
from pathlib import Path

from generator.publishing.edition import Edition, digest_of, read_edition
from generator.publishing.stage import Published, Stage


class InPlace(Stage):
    """Writes each page over the old one as soon as it is made."""

    def add(self, path: str, content: bytes) -> None:
        self._put(self.output / path, content)
        self._digests[path] = digest_of(content)

    def publish(self, *, generator: str) -> Published:
        before = read_edition(self.output)
        gone = sorted((before.files if before else {}).keys() - self._digests.keys())
        for path in gone:
            (self.output / path).unlink(missing_ok=True)
        edition = Edition(generator, self._digests)
        self._put(self.output / "edition.json", edition.encode())
        return Published(edition, tuple(self._digests), tuple(gone), 0)

    def _put(self, file: Path, content: bytes) -> None:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


class BesideThePage(InPlace):
    """Writes a temporary file beside each page and renames it, and forgets those of builds that were killed."""

    def _put(self, file: Path, content: bytes) -> None:
        file.parent.mkdir(parents=True, exist_ok=True)
        draft = file.with_name(f"{file.name}.{os.getpid()}.tmp")
        draft.write_bytes(content)
        draft.replace(file)


WRITERS: dict[str, type[Stage]] = {"in place": InPlace, "beside the page": BesideThePage}
