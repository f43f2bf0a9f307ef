"""What a command of the desk would write: splices, moves, and files that come or go."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from generator.desk.splices import Splice, spliced
from generator.diagnostics.codes import severity_of
from generator.diagnostics.diagnostic import Diagnostic
from generator.graph.link import link
from generator.reading.holdings import Holdings

Findings = tuple[Diagnostic, ...]
Texts = Callable[[str], bytes]
"""The bytes of a file of the content, by its path: from the disk, or as an editor holds them."""


@dataclass(frozen=True, slots=True)
class Revision:
    """`splices` are by the path that a file has before it moves; `moves` lead from old paths to new ones."""

    splices: Mapping[str, tuple[Splice, ...]] = field(default_factory=dict)
    moves: Mapping[str, str] = field(default_factory=dict)
    removed: tuple[str, ...] = ()
    made: Mapping[str, str] = field(default_factory=dict)

    def outcome(self, texts: Texts) -> dict[str, bytes | None]:
        """Path to the bytes that it will have; None where no file will be."""
        files: dict[str, bytes | None] = dict.fromkeys((*self.removed, *self.moves))
        for path in dict.fromkeys((*self.moves, *self.splices)):
            if path not in self.removed:
                files[self.moves.get(path, path)] = spliced(texts(path), self.splices.get(path, ()))
        files.update({path: text.encode() for path, text in self.made.items()})
        return files


def gathered(splices: Iterable[tuple[str, Splice]]) -> dict[str, tuple[Splice, ...]]:
    """Splices by path, in order of path and place, each once."""
    by_path: dict[str, list[Splice]] = {}
    for path, splice in sorted(set(splices)):
        by_path.setdefault(path, []).append(splice)
    return {path: tuple(found) for path, found in by_path.items()}


def new_errors(before: Holdings, revision: Revision, outcome: Mapping[str, bytes | None]) -> Findings:
    """Errors that the content would have after a revision and does not have now."""
    after = _errors(before.revised(outcome))
    if not after:
        return ()
    known = Counter(
        (finding.code, revision.moves.get(finding.span.path, finding.span.path))
        for finding in _errors(before)
    )
    found = []
    for finding in after:
        sameness = finding.code, finding.span.path
        known[sameness] -= 1
        if known[sameness] < 0:
            found.append(finding)
    return tuple(found)


def reading_errors(holdings: Holdings) -> Findings:
    """Errors for which a file may name more than can be read of it: those of its YAML and of its fields."""
    _, findings = holdings.content()
    return tuple(
        finding
        for finding in findings
        if severity_of(finding) == "error" and finding.code.startswith(("D0", "D1"))
    )


def _errors(holdings: Holdings) -> Findings:
    content, read = holdings.content()
    _, linked = link(content, drafts=False)
    return tuple(finding for finding in (*read, *linked) if severity_of(finding) == "error")
