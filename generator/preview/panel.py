"""`/_dateline/`: what an editor wants to see of the whole site while writing it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import islice
from typing import Final, Generic, TypeVar

from generator.diagnostics.codes import severity_of
from generator.diagnostics.diagnostic import Diagnostic, Span
from generator.diagnostics.order import counts, summary_line
from generator.diagnostics.visible import visible
from generator.forms.sections import KIND_NAMES
from generator.graph.graph import Graph
from generator.model.addresses import record_address
from generator.model.parsed import Parsed
from generator.model.records import KINDS, AnyRecord, kind_of, label_of
from generator.pages.page import PageOutput, View
from generator.preview.editor import editor_pattern, editor_url
from generator.preview.live_site import LiveSite
from generator.preview.orphans import orphans
from generator.preview.own_files import OWN
from generator.preview.shown_findings import form_address, rows
from generator.preview.snapshot import Snapshot
from generator.preview.unlinked import NameSearch, UnlinkedName
from generator.reading.load import load
from generator.rendering.render import render

T = TypeVar("T")

SHOWN: Final = 200
"""Rows of one list; its heading says how many there are."""

RECENT: Final = 20

NEW_RECORDS: Final = tuple((KIND_NAMES.get(kind, kind), f"/{OWN}new/{kind}") for kind in KINDS)
"""What can be begun in the browser, and where."""


@dataclass(frozen=True, slots=True)
class Listed(Generic[T]):
    """The beginning of a list, and how long it is; `more`: it was not looked through to its end."""

    rows: Sequence[T]
    total: int
    more: bool = False


@dataclass(frozen=True, slots=True)
class RecordRow:
    """A record: what it is called, its page (empty for one without), and the address that opens its file."""

    kind: str
    label: str
    page: str
    path: str
    url: str
    form: str = ""
    note: str = ""
    mention: str = ""


@dataclass(slots=True)
class Panel:
    """Makes the page. Keeps what it found in prose from one time to the next."""

    live: LiveSite
    edits: bool = False
    """Whether records are edited in the browser."""
    _search: NameSearch = field(default_factory=NameSearch)

    def __call__(self, snapshot: Snapshot) -> bytes:
        """The page's bytes."""
        seen = self._view(snapshot)

        def view(_graph: Graph, _subject: str) -> View:
            return seen

        output = PageOutput(address=OWN, template="preview/panel.html", view=view, listed=False)
        content, faults = render(output, snapshot.graph, snapshot.settings)
        return content or "\n".join(fault.message for fault in faults).encode()

    def _view(self, snapshot: Snapshot) -> View:
        edited = self._edited(snapshot)
        gravest = sorted(snapshot.findings, key=_gravity)[:SHOWN]
        found = rows(gravest, snapshot, self.live.root, edits=self.edits)
        lonely = [self._row(snapshot, record) for record in orphans(snapshot.graph)]
        drafts = [self._row(snapshot, parsed.record) for parsed in _written(snapshot) if parsed.record.draft]
        return {
            "title": "Preview",
            "new_records": NEW_RECORDS if self.edits else (),
            "description": "",
            "counts": _counts(snapshot),
            "summary": summary_line(snapshot.findings, snapshot.accepted),
            "severities": dict(zip(("error", "warning", "info"), counts(snapshot.findings), strict=True)),
            "checked": snapshot.proofread,
            "held": snapshot.held,
            "findings": Listed(found, len(snapshot.findings)),
            "drafts": Listed(drafts[:SHOWN], len(drafts)),
            "drafts_shown": snapshot.drafts,
            "unlinked": self._unlinked(snapshot, [parsed for _, parsed in edited]),
            "orphans": Listed(lonely[:SHOWN], len(lonely)),
            "recent": [self._row(snapshot, parsed.record, _when(at)) for at, parsed in edited[:RECENT]],
        }

    def _edited(self, snapshot: Snapshot) -> list[tuple[int, Parsed[AnyRecord]]]:
        """Records with the time of their last change, the newest first."""
        seen, _theme = self.live.seen()
        times = (
            (seen[one.record.path].modified, one) for one in _written(snapshot) if one.record.path in seen
        )
        return sorted(times, key=lambda pair: (-pair[0], pair[1].record.path))

    def _unlinked(self, snapshot: Snapshot, records: Iterable[Parsed[AnyRecord]]) -> Listed[RecordRow]:
        graph = snapshot.graph
        shown = (
            parsed
            for one in records
            if (parsed := graph.shelves[kind_of(one.record)].get(one.record.id)) is not None
        )
        names = self._search.search(graph, snapshot.linked.register.names, shown)
        found = list(islice(names, SHOWN + 1))
        return Listed(
            [self._name_row(snapshot, name) for name in found[:SHOWN]],
            min(len(found), SHOWN),
            len(found) > SHOWN,
        )

    def _name_row(self, snapshot: Snapshot, found: UnlinkedName) -> RecordRow:
        line = self._line_of(found)
        row = self._row(snapshot, found.record, found.name, line)
        return replace(row, mention=found.mention)

    def _line_of(self, found: UnlinkedName) -> int:
        """The line of a record's file on which a name stands first after its front matter; 1 if that cannot be told."""
        raw = load(self.live.root, found.record.path)
        lines = raw.decode(errors="replace").splitlines() if isinstance(raw, bytes) else []
        bodies = [number for number, line in enumerate(lines) if number and line.rstrip() == "---"][:1]
        places = [number for number, line in enumerate(lines, 1) if found.name in line]
        return next(
            (number for number in places if bodies and number > bodies[0]), places[0] if places else 1
        )

    def _row(self, snapshot: Snapshot, record: AnyRecord, note: str = "", line: int = 1) -> RecordRow:
        kind = kind_of(record)
        stands = record.id in snapshot.graph.shelves[kind]
        pattern = editor_pattern(snapshot.reading.site)
        return RecordRow(
            kind=kind,
            label=visible(label_of(record)),
            page=record_address(kind, record.id) if stands else "",
            path=visible(record.path),
            url=editor_url(pattern, self.live.root, Span(record.path, line)),
            form=form_address(f"{kind}/{record.id}") if self.edits and record.path else "",
            note=note,
        )


def _written(snapshot: Snapshot) -> Iterator[Parsed[AnyRecord]]:
    """Every record that has a file, drafts among them."""
    for one in snapshot.reading.files.values():
        if isinstance(one.parsed, Parsed):
            yield one.parsed


def _counts(snapshot: Snapshot) -> list[tuple[str, int]]:
    found = Counter(kind_of(parsed.record) for parsed in _written(snapshot))
    return [(kind, found[kind]) for kind in KINDS]


def _gravity(finding: Diagnostic) -> int:
    return ("error", "warning", "info").index(severity_of(finding))


def _when(modified: int) -> str:
    """A file's time on the editor's own clock."""
    return datetime.fromtimestamp(modified / 1e9).astimezone().strftime("%d %B, %H:%M")
