"""A desk that imports: a small site on disk, and one import after the other into it."""

from __future__ import annotations

from pathlib import Path

from generator.diagnostics.diagnostic import Diagnostic
from generator.graph.graph import Graph
from generator.graph.link import link
from generator.importers import IMPORTERS
from generator.importers.importer import Source
from generator.importers.settle import Settled, settle
from generator.reading.content import read_content

SITE = "title: A timeline\n"


class Desk:
    """A site below `root`. Texts of records are given by path below `content/`."""

    def __init__(self, root: Path, **records: str) -> None:
        self.root = root
        self.write("site.yaml", SITE)
        for path, text in records.items():
            self.write(path.replace("__", "/") + ".md", text)

    def write(self, path: str, text: str) -> None:
        file = self.root / "content" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")

    def text(self, path: str) -> str:
        return (self.root / "content" / path).read_text("utf-8")

    def files(self) -> dict[str, str]:
        found = sorted(file for file in self.root.rglob("*") if file.is_file())
        return {file.relative_to(self.root).as_posix(): file.read_text("utf-8") for file in found}

    def graph(self, *, drafts: bool = True) -> Graph:
        content, found = read_content(self.root)
        graph, linked = link(content, drafts=drafts)
        assert (*found, *linked) == ()
        return graph

    def dry_run(self, form: str, raw: bytes | str, name: str = "source.csv", map_: str = "") -> Settled:
        content, _ = read_content(self.root)
        graph, _ = link(content, drafts=True)
        importer = next(importer for importer in IMPORTERS if importer.name == form)
        source = Source(
            name=name,
            raw=raw.encode() if isinstance(raw, str) else raw,
            map_name="map.yaml" if map_ else "",
            map_raw=map_.encode(),
        )
        return settle(importer.read(source, graph), graph, content.unread)

    def take(self, form: str, raw: bytes | str, name: str = "source.csv", map_: str = "") -> Settled:
        settled = self.dry_run(form, raw, name, map_)
        self.place(settled)
        return settled

    def place(self, settled: Settled) -> None:
        for made in settled.made:
            assert not (self.root / made.file.path).exists()
            self.write(made.file.path.removeprefix("content/"), made.file.text)

    def publish(self) -> None:
        """Take `draft: true` out of every record, as an editor does when all is well."""
        for path, text in self.files().items():
            if path.endswith(".md"):
                self.write(path.removeprefix("content/"), text.replace("\ndraft: true\n", "\n"))


def codes(findings: Settled | tuple[Diagnostic, ...]) -> list[str]:
    return [one.code for one in (findings.findings if isinstance(findings, Settled) else findings)]


def lines(settled: Settled, code: str) -> list[int]:
    return [one.span.line for one in settled.findings if one.code == code]


def paths(settled: Settled) -> list[str]:
    return [made.file.path for made in settled.made]
