"""Cases of findings as a reader can read them.

A case is a Markdown file. Each `## Bad: …` or `## Good: …` is one small site: every fenced block is a file of it, named
after the fence, and `cases/ground.md` is added. A comment of carets in the front matter says which finding is expected
on the line above it, from the first caret to the last:

    date: 2014-08-24
    #     ^^^^^^^^^^ D301
"""

import re
from dataclasses import dataclass
from pathlib import Path

CASES = Path(__file__).parent / "cases"

_SECTION = re.compile(r"^## (Bad|Good): (.+)$", re.MULTILINE)
_FILE = re.compile(r"^```(content/\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_ARROW = re.compile(r"#( +)(\^+) (D\d{3})")


@dataclass(frozen=True, slots=True, order=True)
class Expected:
    path: str
    line: int
    column: int
    length: int
    code: str


@dataclass(frozen=True, slots=True)
class Case:
    code: str
    kind: str
    title: str
    files: dict[str, str]
    expected: list[Expected]

    def __str__(self):
        return f"{self.code} {self.kind}: {self.title}"

    def lay_out(self, root):
        for path, text in (ground() | self.files).items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(text, encoding="utf-8")


def ground():
    return dict(_FILE.findall((CASES / "ground.md").read_text(encoding="utf-8")))


def read_cases():
    return [case for path in sorted(CASES.glob("D*.md")) for case in _cases(path)]


def _cases(path):
    _, *parts = _SECTION.split(path.read_text(encoding="utf-8"))
    for kind, title, text in zip(parts[::3], parts[1::3], parts[2::3], strict=True):
        files = dict(_FILE.findall(text))
        expected = [arrow for name, content in files.items() for arrow in _arrows(name, content)]
        yield Case(path.stem, kind, title, files, sorted(expected))


def _arrows(path, content):
    for line, text in enumerate(content.split("\n")):
        arrow = _ARROW.fullmatch(text)
        if arrow:
            yield Expected(path, line, len(arrow[1]) + 2, len(arrow[2]), arrow[3])
