"""A site in a test's folder, as the desk's commands read and change it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.desk.merging import merged
from generator.desk.renaming import renamed
from generator.desk.revision import Findings, Revision
from generator.desk.writing import write
from generator.graph.values import Target
from generator.model.records import Kind
from generator.reading.holdings import read_holdings
from tests.site.model_site import Site


@dataclass(frozen=True)
class DeskCopy:
    site: Site

    @classmethod
    def golden(cls, folder: Path) -> DeskCopy:
        return cls(Site.golden(folder))

    def text(self, path: str) -> bytes:
        return (self.site.root / path).read_bytes()

    def files(self) -> dict[str, str]:
        content = self.site.root / "content"
        return {
            file.relative_to(self.site.root).as_posix(): file.read_bytes().decode()
            for file in sorted(content.rglob("*"))
            if file.suffix in (".md", ".yaml")
        }

    def rename(self, kind: Kind, old: str, new: str) -> list[str]:
        """Rename and write; the codes of what is in the way."""
        return self._finish(renamed(read_holdings(self.site.root), Target(kind, old), new, self.text))

    def merge(self, kind: Kind, gone: str, kept: str) -> list[str]:
        holdings = read_holdings(self.site.root)
        return self._finish(merged(holdings, Target(kind, gone), Target(kind, kept), self.text))

    def _finish(self, done: tuple[Revision, Findings]) -> list[str]:
        revision, findings = done
        outcome = revision.outcome(self.text)
        before = {path: self.text(path) for path in outcome if (self.site.root / path).exists()}
        findings += write(self.site.root, outcome, before)
        return [finding.code for finding in findings]


def changes(before: dict[str, str], after: dict[str, str]) -> dict[str, list[str]]:
    """The lines that are new in each file; of a file that is new, all of them; of one that has gone, none."""
    changed = {}
    for path in sorted({*before, *after}):
        if before.get(path) != after.get(path):
            old = before.get(path, "").split("\n")
            changed[path] = [line for line in after.get(path, "").split("\n") if line not in old]
    return changed
