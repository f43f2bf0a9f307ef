"""The galley: what the rules of one parse write on. It lives for one text and never leaves this room."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import cast

from markdown_it.token import Token
from markdown_it.utils import EnvType

from generator.diagnostics.diagnostic import Diagnostic, Span
from generator.markdown.language import Language
from generator.markdown.places import Segment, block_segments, cell_segments, locate
from generator.markdown.plain import plain_text
from generator.model.parsed import Place
from generator.model.prose import ROOT, Heading, Link, Mention, Parts


@dataclass(slots=True)
class Galley:
    """`first_line` and `first_column` (1-based): where the text begins in its file. `single`: one inline text
    without blocks, such as a summary.
    """

    path: str
    lines: Sequence[str]
    first_line: int
    language: Language
    first_column: int = 1
    single: bool = False

    out: list[str | int] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    headings: list[Heading] = field(default_factory=list)
    anchors: set[str] = field(default_factory=set)
    repeats: dict[str, int] = field(default_factory=dict)
    """How often the anchor of a heading was wished for by others too."""
    fragments: list[tuple[str, Place]] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    used_definitions: set[str] = field(default_factory=set)
    findings: list[Diagnostic] = field(default_factory=list)

    slot: int = 0
    """Where in `out` the tag stands that waits for the text of its heading or table."""
    shift: int = 0
    """Position, in the block's text, of the text being parsed: above 0 within an image's alt or an inline footnote."""
    in_alt: bool = False
    failures: int = 0
    """Inline footnotes of this block that turned out not to be closed."""
    _token: Token | None = None
    _segments: list[Segment] | None = None

    def open(self, token: Token) -> None:
        """From here on, positions are those of this block's text."""
        self._token, self._segments, self.failures = token, None, 0

    def place(self, start: int, end: int) -> Place:
        """The place in the file of a stretch of the text being parsed."""
        segments = self._segments
        if segments is None:
            segments = self._segments = self._cut()
        line, column = locate(start + self.shift, segments)
        last_line, last_column = locate(end + self.shift - 1, segments)
        if self.single and line > 0:  # a value folded over lines in its file: only its beginning is known
            return self.first_line, self.first_column, 1
        stop = last_column + 1 if last_line == line else len(self.lines[line])
        return self.first_line + line, column + (self.first_column if line == 0 else 1), max(1, stop - column)

    def line_place(self, line: int) -> Place:
        """The place of a source line, by its index, without its indent."""
        text = self.lines[line] if line < len(self.lines) else ""
        indent = len(text) - len(text.lstrip())
        return self.first_line + line, indent + 1, max(1, len(text.strip()))

    def report(self, code: str, message: str, place: Place, advice: str = "") -> None:
        """Add a finding."""
        line, column, length = place
        self.findings.append(Diagnostic(code, message, Span(self.path, line, column, length), advice))

    def note_link(self, address: str, place: Place) -> None:
        """Note a link within the site; its address begins with ROOT."""
        self.links.append(Link(address.removeprefix(ROOT), *place))

    def enter(self, token: Token) -> int:
        """Add a mention whose context is not yet known, and give its index."""
        line, column, length = token.meta["place"]
        self.mentions.append(Mention(token.meta["target"], token.meta["words"], line, column, length))
        return len(self.mentions) - 1

    def words_since(self, slot: int) -> str:
        """The plain text set after a place in `out`, mentions by their words."""
        return self.flat(plain_text(merged(self.out[slot + 1 :])))

    def flat(self, parts: Parts) -> str:
        """Plain parts as one text; a mention shows its words or, without any, its target."""
        return "".join(part if isinstance(part, str) else self._spoken(part) for part in parts)

    def _spoken(self, index: int) -> str:
        mention = self.mentions[index]
        return mention.words or mention.target

    def _cut(self) -> list[Segment]:
        token = self._token
        if token is None or token.map is None or self.single:
            return block_segments("\n".join(self.lines), 0, len(self.lines), self.lines)
        if "span" in token.meta:
            return cell_segments(token.map[0], token.meta["span"], self.lines)
        return block_segments(token.content, token.map[0], token.map[1], self.lines)


def galley_of(env: EnvType) -> Galley:
    """The galley that a rule's state carries."""
    return cast("Galley", env["galley"])


def merged(pieces: Iterable[str | int]) -> Parts:
    """Neighbouring texts joined, empty ones dropped."""
    parts: list[str | int] = []
    texts: list[str] = []
    for piece in pieces:
        if isinstance(piece, str):
            texts.append(piece)
            continue
        if joined := "".join(texts):
            parts.append(joined)
        texts.clear()
        parts.append(piece)
    if joined := "".join(texts):
        parts.append(joined)
    return tuple(parts)
