"""Our values in the words of the Language Server Protocol (3.17). `lsp` is `lsprotocol.types`, which only an extra brings."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from generator.desk.revision import Revision
from generator.desk.splices import Splice
from generator.diagnostics.codes import severity_of
from generator.diagnostics.diagnostic import Diagnostic, Span
from generator.language_server.completion import Suggestion
from generator.language_server.lines import Lines, Position
from generator.language_server.outline import Part
from generator.language_server.quick_fixes import Fix
from generator.language_server.whereabouts import span_start

_SEVERITIES: Final = {"error": "Error", "warning": "Warning", "info": "Information"}
_SUGGESTIONS: Final = {"key": "Property", "word": "EnumMember", "record": "Reference"}
_PARTS: Final = {"field": "Field", "entry": "Object", "heading": "String"}


@dataclass(frozen=True, slots=True)
class Wire:
    """`lines` gives the text of a file by its path, `uri` its address as the editor knows it."""

    lsp: Any
    lines: Callable[[str], Lines]
    uri: Callable[[str], str]

    def position(self, position: Position) -> Any:
        """A position."""
        return self.lsp.Position(line=position.line, character=position.column)

    def range(self, lines: Lines, start: int, end: int) -> Any:
        """A range between two offsets."""
        return self.lsp.Range(
            start=self.position(lines.position(start)), end=self.position(lines.position(end))
        )

    def span(self, span: Span) -> Any:
        """The range of a span, which ends on its line at the latest; of a whole file, its first line."""
        lines = self.lines(span.path)
        if span.line == 0:
            return self.range(lines, 0, len(lines.line(0)))
        start = span_start(lines, span)
        end = min(start + span.length, lines.start(span.line - 1) + len(lines.line(span.line - 1)))
        return self.range(lines, start, max(start, end))

    def location(self, span: Span) -> Any:
        """A span with its file."""
        return self.lsp.Location(uri=self.uri(span.path), range=self.span(span))

    def diagnostic(self, finding: Diagnostic) -> Any:
        """A finding, its help below its message."""
        severity = getattr(self.lsp.DiagnosticSeverity, _SEVERITIES[severity_of(finding)])
        related = [
            self.lsp.DiagnosticRelatedInformation(location=self.location(span), message="see also")
            for span in finding.related
        ]
        return self.lsp.Diagnostic(
            range=self.span(finding.span),
            message="\n".join(part for part in (finding.message, finding.help) if part),
            severity=severity,
            code=finding.code,
            source="dateline",
            related_information=related or None,
        )

    def completions(self, lines: Lines, offset: int, found: Iterable[Suggestion]) -> Any:
        """Suggestions in their order. The list is never complete: with every letter there may be others."""
        items = [self._completion(lines, offset, number, one) for number, one in enumerate(found)]
        return self.lsp.CompletionList(is_incomplete=True, items=items)

    def _completion(self, lines: Lines, offset: int, number: int, one: Suggestion) -> Any:
        return self.lsp.CompletionItem(
            label=one.label,
            kind=getattr(self.lsp.CompletionItemKind, _SUGGESTIONS[one.form]),
            detail=one.detail or None,
            documentation=one.about or None,
            sort_text=f"{number:04d}",
            # What was typed, so that editors do not filter out what was found by another name, in another script.
            filter_text=lines.text[one.start : offset] or one.label,
            text_edit=self.lsp.TextEdit(range=self.range(lines, one.start, offset), new_text=one.text),
        )

    def hover(self, lines: Lines, start: int, length: int, text: str) -> Any:
        """Markdown about a stretch of text."""
        content = self.lsp.MarkupContent(kind=self.lsp.MarkupKind.Markdown, value=text)
        return self.lsp.Hover(contents=content, range=self.range(lines, start, start + length))

    def symbols(self, lines: Lines, parts: Iterable[Part]) -> list[Any]:
        """The outline of a file."""
        return [
            self.lsp.DocumentSymbol(
                name=part.name,
                detail=part.detail or None,
                kind=getattr(self.lsp.SymbolKind, _PARTS[part.form]),
                range=self.range(lines, part.start, part.end),
                selection_range=self.range(lines, part.at, part.at),
                children=self.symbols(lines, part.parts) or None,
            )
            for part in parts
        ]

    def fix(self, path: str, diagnostic: Any, fix: Fix) -> Any:
        """A quick fix for a finding."""
        changes: list[Any] = []
        if fix.made is not None:
            changes += self._made(fix.made.path, fix.made.text)
        if fix.replacement is not None:
            changes.append(self._edits(path, [Splice(*fix.replacement)]))
        return self.lsp.CodeAction(
            title=fix.title,
            kind=self.lsp.CodeActionKind.QuickFix,
            diagnostics=[diagnostic],
            edit=self.lsp.WorkspaceEdit(document_changes=changes),
        )

    def revision(self, revision: Revision) -> Any:
        """Everything that a renaming changes: first texts, then names of files."""
        changes = [self._edits(path, splices) for path, splices in revision.splices.items()]
        for path, text in revision.made.items():
            changes += self._made(path, text)
        for old, new in revision.moves.items():
            changes.append(self.lsp.RenameFile(kind="rename", old_uri=self.uri(old), new_uri=self.uri(new)))
        return self.lsp.WorkspaceEdit(document_changes=changes)

    def _edits(self, path: str, splices: Iterable[Splice]) -> Any:
        lines = self.lines(path)
        edits = [self.lsp.TextEdit(self.range(lines, one.start, one.end), one.text) for one in splices]
        document = self.lsp.OptionalVersionedTextDocumentIdentifier(uri=self.uri(path), version=None)
        return self.lsp.TextDocumentEdit(text_document=document, edits=edits)

    def _made(self, path: str, text: str) -> list[Any]:
        start = self.position(Position(0, 0))
        document = self.lsp.OptionalVersionedTextDocumentIdentifier(uri=self.uri(path), version=None)
        edit = self.lsp.TextEdit(range=self.lsp.Range(start=start, end=start), new_text=text)
        options = self.lsp.CreateFileOptions(ignore_if_exists=True)
        return [
            self.lsp.CreateFile(kind="create", uri=self.uri(path), options=options),
            self.lsp.TextDocumentEdit(text_document=document, edits=[edit]),
        ]


def uri_of(file: Path) -> str:
    """A file's address."""
    return file.as_uri()
