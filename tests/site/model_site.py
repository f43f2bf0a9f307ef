"""A small site for tests, written as an editor would: every kind of record, every field, and ways to edit it."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from generator.build import Built, Options, build
from tests.site.published import PublishedSite

GOLDEN = Path(__file__).parent / "golden"


@dataclass(frozen=True)
class Site:
    """A site's folder, in a test's own place: `Site.golden(tmp).write(...).build()`."""

    root: Path

    @classmethod
    def golden(cls, folder: Path) -> Site:
        shutil.copytree(GOLDEN / "content", folder / "content")
        return cls(folder)

    @property
    def output(self) -> Path:
        return self.root / "site"

    def write(self, path: str, text: str) -> Site:
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
        return self

    def edit(self, path: str, old: str, new: str) -> Site:
        text = (self.root / path).read_text(encoding="utf-8")
        assert old in text, f"{path} has no {old!r}"
        return self.write(path, text.replace(old, new))

    def delete(self, path: str) -> Site:
        (self.root / path).unlink()
        return self

    def asked(self, **options: object) -> Options:
        chosen = {"root": self.root, "output": self.output, "jobs": 1} | options
        return Options(**chosen)  # type: ignore[arg-type]

    def build(self, **options: object) -> Built:
        return build(self.asked(**options))

    def published(self) -> PublishedSite:
        return PublishedSite(self.output)

    def codes(self, **options: object) -> list[str]:
        return [finding.code for finding in self.build(**options).findings]
