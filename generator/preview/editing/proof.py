"""What `dateline check` would find if a file said something else: everything read, linked, checked and planned with it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from generator.diagnostics.codes import severity_of
from generator.diagnostics.diagnostic import Diagnostic
from generator.preview.snapshot import Findings, Snapshot, proofread
from generator.reading.holdings import parsed
from generator.reading.record_names import misnamed
from generator.reading.source_file import SourceFile


@dataclass(frozen=True, slots=True)
class Proof:
    """What would be found. `here` are findings about the record itself; `elsewhere` those that other records would have
    and do not have now; `old` are findings of either that there are already.
    """

    here: Findings
    elsewhere: Findings
    old: frozenset[Diagnostic]

    @property
    def errors(self) -> Findings:
        """What stands in the way of saving."""
        return tuple(one for one in self._all() if severity_of(one) == "error" and one not in self.old)

    @property
    def doubts(self) -> Findings:
        """What may be saved when somebody says so: warnings, and errors that the file has already."""
        return tuple(
            one
            for one in self._all()
            if severity_of(one) == "warning" or (severity_of(one) == "error" and one in self.old)
        )

    def _all(self) -> Findings:
        return (*self.here, *self.elsewhere)


def proof_of(snapshot: Snapshot, file: SourceFile, raw: bytes) -> Proof:
    """What would be found with these bytes in the place of a file's."""
    reading = snapshot.reading
    fresh = parsed(raw, file, reading.site.language)
    kept = {path: one for path, one in reading.kept.items() if path != file.path}
    files = {**reading.files, file.path: fresh}
    other = (*reading.other, *(misnamed(file) if file.path not in reading.files else ()))
    changed = replace(
        snapshot,
        reading=replace(reading, files={path: files[path] for path in sorted(files)}, kept=kept, other=other),
        patched=True,
        faults=(),
        held=False,
        proofread=False,
    )
    found = (proofread(changed) or changed).findings
    about = [one for one in found if is_about(one, file)]
    known = Counter(map(_sameness, snapshot.findings))
    elsewhere = [one for one in _fresh(found, known) if one not in about]
    old = {_sameness(one) for one in snapshot.findings if is_about(one, file)}
    if any(severity_of(one) == "error" for one in about):  # what others would have follows from it
        elsewhere = []
    return Proof(tuple(about), tuple(elsewhere), frozenset(one for one in about if _sameness(one) in old))


def is_about(finding: Diagnostic, file: SourceFile) -> bool:
    """Whether a finding is about the record of a file."""
    return finding.record == file.subject or finding.span.path == file.path


def _fresh(found: Iterable[Diagnostic], known: Counter[tuple[str, str, str]]) -> Iterable[Diagnostic]:
    for one in found:
        known[_sameness(one)] -= 1
        if known[_sameness(one)] < 0:
            yield one


def _sameness(finding: Diagnostic) -> tuple[str, str, str]:
    return finding.code, finding.span.path, finding.message
