"""Ways of publishing that look right until a build is killed: the controls of `test_killed_builds`."""

from __future__ import annotations

import os
from pathlib import Path

from generator.publishing.door import Arrival, Door
from generator.publishing.edition import Edition, digest_of, read_edition
from generator.publishing.stage import Published, Stage


def in_place(file: Path, content: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)


def beside_the_page(file: Path, content: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    draft = file.with_name(f"{file.name}.{os.getpid()}.tmp")
    draft.write_bytes(content)
    draft.replace(file)


class OpenDoor(Door):
    """Lets each file in to its place at once."""

    put = staticmethod(in_place)

    def admit(self, path: str, content: bytes, number: int) -> Arrival:
        del number
        self.put(Path(self.output, path), content)
        return Arrival(path, digest_of(content), None, "")


class WideDoor(OpenDoor):
    put = staticmethod(beside_the_page)


class InPlace(Stage):
    """Writes each page over the old one as soon as it is made."""

    opened = OpenDoor

    def __init__(self, output: Path) -> None:
        super().__init__(output)
        self.door = self.opened(str(output), "")

    def publish(self, *, generator: str) -> Published:
        before = read_edition(self.output)
        gone = sorted((before.files if before else {}).keys() - self._digests.keys())
        for path in gone:
            (self.output / path).unlink(missing_ok=True)
        edition = Edition(generator, self._digests)
        self.door.admit("edition.json", edition.encode(), 0)
        return Published(edition, tuple(self._digests), tuple(gone), 0)


class BesideThePage(InPlace):
    """Writes a temporary file beside each page and renames it, and forgets those of builds that were killed."""

    opened = WideDoor


WRITERS: dict[str, type[Stage]] = {"in place": InPlace, "beside the page": BesideThePage}
