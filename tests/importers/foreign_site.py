"""A site of a few records to import into, and imports as the command makes them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.graph.graph import Graph
from generator.graph.link import link
from generator.importers.importer import Importer, Source
from generator.importers.settle import Settled, settle
from generator.reading.content import read_content

SITE = "title: Invented\nbase_url: https://timeline.example/\n"


@dataclass(frozen=True)
class ForeignSite:
    """A site's folder."""

    root: Path

    def add(self, path: str, text: str) -> None:
        """Write a file below `content/`."""
        file = self.root / "content" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")

    def graph(self) -> Graph:
        """What the site has, drafts and all."""
        content, _ = read_content(self.root, 1)
        return link(content, drafts=True)[0]

    def bring_in(self, importer: Importer, source: Source) -> Settled:
        """Import and write, as `dateline import` does."""
        graph = self.graph()
        settled = settle(importer.read(source, graph), graph)
        for made in settled.made:
            self.add(made.file.path.removeprefix("content/"), made.file.text)
        return settled

    def files(self) -> dict[str, str]:
        """Every file below `content/` by path, and its text."""
        content = self.root / "content"
        return {
            path.relative_to(content).as_posix(): path.read_text(encoding="utf-8")
            for path in sorted(content.rglob("*"))
            if path.is_file()
        }


def site(root: Path) -> ForeignSite:
    """An empty site in a folder."""
    made = ForeignSite(root)
    made.add("site.yaml", SITE)
    return made


def codes(settled: Settled) -> list[tuple[int, str]]:
    """Line and code of every finding."""
    return [(finding.span.line, finding.code) for finding in settled.findings]


def texts(settled: Settled) -> str:
    """All that an import would write."""
    return "\n".join(made.file.text for made in settled.made)
