"""A small site that goes from one edition to another and back: an event edited, a topic renamed, an actor added."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tests.site.model_site import Site

NO_SOURCE = "accept: [{code: D317, why: Everybody saw it.}]\n"

FIRST = {
    "content/site.yaml": "title: A timeline\ncards: false\n",
    "content/events/fire.md": f"---\ntitle: Fire at the mill\ndate: 2014-08-24\ntopics: [mill]\n{NO_SOURCE}---\nIt burned.\n",
    "content/topics/mill.md": "---\ntitle: The mill\n---\nIt stands by the river.\n",
}

SECOND = {
    "content/site.yaml": FIRST["content/site.yaml"],
    "content/events/fire.md": f"---\ntitle: A fire at the mill\ndate: 2014-08-24\ntopics: [the-mill]\n{NO_SOURCE}---\nIt burned down.\n",
    "content/topics/the-mill.md": FIRST["content/topics/mill.md"],
    "content/actors/miller.md": "---\nname: The miller\nkind: person\n---\nOf the mill.\n",
}

Tree = dict[str, tuple[bytes, int]]
"""Files by path: bytes and mode."""


@dataclass
class TwoEditions:
    """The site in `root`; `now` is the edition that its content is of."""

    root: Path
    now: int = 0

    def lay_out(self, edition: int) -> None:
        """Make the content that of an edition: 0 or 1."""
        wanted = (FIRST, SECOND)[edition]
        for path in FIRST.keys() | SECOND.keys():
            file = self.root / path
            if path not in wanted:
                file.unlink(missing_ok=True)
            elif not file.exists() or file.read_text() != wanted[path]:
                Site(self.root).write(path, wanted[path])
        self.now = edition

    @property
    def output(self) -> Path:
        return self.root / "site"

    def tree(self) -> Tree:
        """What stands in the output folder."""
        return {
            file.relative_to(self.output).as_posix(): (file.read_bytes(), file.stat().st_mode)
            for file in self.output.rglob("*")
            if file.is_file()
        }
