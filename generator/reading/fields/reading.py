"""One file while it is read: its text, the places of its fields, and what was found."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.diagnostics.diagnostic import Diagnostic, Span
from generator.diagnostics.visible import visible
from generator.model.parsed import Place
from generator.reading.nodes import Node, Scalar
from generator.reading.text import SourceText


@dataclass(frozen=True, slots=True)
class Reading:
    """Collects while one file is read, and is not seen outside. `record` is what findings call the record."""

    source: SourceText
    record: str
    places: dict[str, Place] = field(default_factory=dict)
    findings: list[Diagnostic] = field(default_factory=list)

    def mark(self, path: str, node: Node) -> None:
        """Note where the value of a dotted path stands."""
        self.places[path] = self.source.place(node.start, node.end)

    def forget(self, path: str) -> None:
        """Drop the places of a list entry that could not be read: the next one takes its number."""
        for known in [known for known in self.places if known == path or known.startswith(f"{path}.")]:
            del self.places[known]

    def fault(self, code: str, message: str, node: Node, advice: str = "") -> None:
        """A finding on a whole value."""
        self._add(code, message, self.source.span(node.start, node.end), advice)

    def fault_within(
        self, code: str, message: str, node: Scalar, offset: int, length: int, advice: str
    ) -> None:
        """A finding on `length` characters of a text, from `offset`; on all of it when the text is not as written."""
        written = self.written(node)
        if written is None:
            self.fault(code, message, node, advice)
            return
        start = min(written + offset, max(written, node.end - 1))
        self._add(code, message, self.source.span(start, start + max(1, length)), advice)

    def written(self, node: Scalar) -> int | None:
        """The offset in the file of the text's first character, when the text stands there letter by letter."""
        quotes = 1 if node.style in ("'", '"') else 0
        start, end = node.start + quotes, node.end - quotes
        return start if self.source.text[start:end] == node.text else None

    def _add(self, code: str, message: str, span: Span, advice: str) -> None:
        self.findings.append(Diagnostic(code, visible(message), span, visible(advice), self.record))
