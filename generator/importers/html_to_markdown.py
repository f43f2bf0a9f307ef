"""Clean HTML to Markdown.

`markdown_of` takes what `html_cleaning.cleaned` gives, so every tag is closed and of a known kind. Text is escaped
so that it stays the text it is; links and pictures keep only addresses of the allow list that all bodies keep to.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Final

from generator.importers.plain_words import one_line
from generator.markdown.destinations import destination

_SPECIAL: Final = re.compile(r"[\\`*_\[\]<>&~|$^]")
_AT_START: Final = re.compile(r"^(\s*)([#+=:-]|\d{1,9}[.)](?=\s|$))")
_EMPTY_LINE: Final = "\0"
"""Stands on the empty lines of code until the others have been counted; HTML cannot hold it."""
_BLOCKS: Final = frozenset(
    (
        *(
            "p",
            "div",
            "section",
            "article",
            "aside",
            "header",
            "footer",
            "main",
            "figure",
            "figcaption",
            "center",
        ),
        *("details", "summary", "dl", "dt", "dd", "caption"),
    )
)
_DEEPEST: Final = 50
"""Elements within each other; what is nested deeper is read without its frames."""


@dataclass(frozen=True, slots=True)
class Converted:
    """Markdown, and the links whose addresses were refused, with why."""

    text: str
    refused: tuple[str, ...]


def markdown_of(clean: str) -> Converted:
    """Cleaned HTML as Markdown blocks."""
    writer = _Writer()
    writer.feed(clean)
    writer.close()
    while len(writer.frames) > 1:
        writer.leave()
    text = re.sub(r"\n{3,}", "\n\n", "".join(writer.frames[0].parts)).strip()
    return Converted(text.replace(_EMPTY_LINE, ""), tuple(writer.refused))


def escaped(text: str) -> str:
    """Text that Markdown shows as it is."""
    return _SPECIAL.sub(lambda found: f"\\{found.group()}", text)


@dataclass(slots=True)
class _Frame:
    tag: str
    attributes: dict[str, str]
    parts: list[str] = field(default_factory=list)
    items: int = 0


class _Writer(HTMLParser):
    """A stack of open elements; each becomes text when it closes."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.frames = [_Frame("", {})]
        self.refused: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        if tag in _VOID:
            self._write(_VOID[tag](self, attributes))
        elif len(self.frames) < _DEEPEST:
            self.frames.append(_Frame(tag, attributes))

    def handle_endtag(self, tag: str) -> None:
        if any(frame.tag == tag for frame in self.frames[1:]):
            while self.frames[-1].tag != tag:
                self.leave()
            self.leave()

    def handle_data(self, data: str) -> None:
        inside = {frame.tag for frame in self.frames}
        if inside & {"pre", "code"}:
            self._write(data)
        elif data.strip() or not self._is_between_blocks():
            self._write(_AT_START.sub(_escape_start, escaped(re.sub(r"\s+", " ", data))))

    def _is_between_blocks(self) -> bool:
        """Whether nothing stands before in the element, or a block that has ended."""
        return "".join(self.frames[-1].parts[-1:]).endswith("\n") or not self.frames[-1].parts

    def leave(self) -> None:
        """Close the innermost element."""
        frame = self.frames.pop()
        text = "".join(frame.parts)
        self._write(_rendered(self, frame, text))

    def _write(self, text: str) -> None:
        self.frames[-1].parts.append(text)

    def address(self, written: str) -> str:
        """An address that may stand in a link, ready for it; nothing when it may not."""
        found = destination(written)
        if found.kind == "refused":
            self.refused.append(f"{one_line(written, 80)}: {found.why}")
            return ""
        address = found.address if found.kind == "outside" else written.strip()
        return re.sub(r"[\s<>()\\]", lambda odd: f"%{ord(odd.group()):02X}", address)

    def item_mark(self) -> str:
        """The mark of the next item of the list that is open."""
        parent = next((frame for frame in reversed(self.frames) if frame.tag in ("ol", "ul")), None)
        if parent is None or parent.tag == "ul":
            return "- "
        parent.items += 1
        return f"{parent.items}. "


def _rendered(writer: _Writer, frame: _Frame, text: str) -> str:
    write = _ELEMENTS.get(frame.tag)
    if write is not None:
        return write(writer, frame, text)
    return _block(text) if frame.tag in _BLOCKS else text


def _block(text: str) -> str:
    inner = text.strip()
    return f"\n\n{inner}\n\n" if inner else ""


def _escape_start(found: re.Match[str]) -> str:
    mark = found[2]
    return f"{found[1]}\\{mark}" if len(mark) == 1 else f"{found[1]}{mark[:-1]}\\{mark[-1]}"


def _marked(mark: str) -> Callable[[_Writer, _Frame, str], str]:
    def write(_writer: _Writer, _frame: _Frame, text: str) -> str:
        inner = text.strip()
        if not inner or "\n\n" in inner:
            return text
        before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
        return f"{before}{mark}{inner}{mark}{after}"

    return write


def _heading(_writer: _Writer, frame: _Frame, text: str) -> str:
    words = " ".join(text.split())
    return f"\n\n{'#' * int(frame.tag[1])} {words}\n\n" if words else ""


def _link(writer: _Writer, frame: _Frame, text: str) -> str:
    address = writer.address(frame.attributes.get("href", "")) if frame.attributes.get("href") else ""
    words = " ".join(text.split())
    return f"[{words}]({address})" if address and words else text


def _image(writer: _Writer, attributes: dict[str, str]) -> str:
    address = writer.address(attributes["src"]) if attributes.get("src") else ""
    words = escaped(one_line(attributes.get("alt", "")))
    return f"![{words}]({address})" if address else words


def _code(writer: _Writer, _frame: _Frame, text: str) -> str:
    if any(frame.tag == "pre" for frame in writer.frames) or not text.strip():
        return text
    fence = "`" * (1 + max((len(run) for run in re.findall("`+", text)), default=0))
    edge = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{edge}{' '.join(text.split())}{edge}{fence}"


def _pre(_writer: _Writer, _frame: _Frame, text: str) -> str:
    fence = "`" * max(3, 1 + max((len(run) for run in re.findall("`+", text)), default=0))
    inner = re.sub(r"(?<=\n)(?=\n)", _EMPTY_LINE, text.strip("\n"))
    return f"\n\n{fence}\n{inner}\n{fence}\n\n"


def _indented(text: str, first: str, rest: str) -> str:
    lines = text.strip().split("\n")
    return "\n".join([first + lines[0], *(rest + line if line else rest.rstrip() for line in lines[1:])])


def _quote(_writer: _Writer, _frame: _Frame, text: str) -> str:
    inner = re.sub(r"\n{3,}", "\n\n", text.strip())
    return f"\n\n{_indented(inner, '> ', '> ')}\n\n" if inner else ""


def _list_item(writer: _Writer, _frame: _Frame, text: str) -> str:
    mark = writer.item_mark()
    inner = re.sub(r"\n{2,}", "\n\n", text.strip())
    return f"\n{_indented(inner, mark, ' ' * len(mark))}" if inner else ""


def _list(writer: _Writer, _frame: _Frame, text: str) -> str:
    nested = any(frame.tag == "li" for frame in writer.frames)
    return f"\n{text.strip()}\n" if nested else f"\n\n{text.strip()}\n\n"


def _cell(_writer: _Writer, _frame: _Frame, text: str) -> str:
    return f" {' '.join(text.split())} |"


def _row(_writer: _Writer, _frame: _Frame, text: str) -> str:
    return f"\n| {text.strip()}" if text.strip() else ""


def _table(_writer: _Writer, _frame: _Frame, text: str) -> str:
    lines = [line for line in text.split("\n") if line.strip()]
    rows = [line for line in lines if line.startswith("|")]
    others = "\n\n".join(line for line in lines if not line.startswith("|"))
    if not rows:
        return _block(text)
    columns = len(re.findall(r"(?<!\\)\|", rows[0])) - 1
    return f"\n\n{others}\n\n" + "\n".join([rows[0], "|" + " --- |" * columns, *rows[1:]]) + "\n\n"


_ELEMENTS: Final[dict[str, Callable[[_Writer, _Frame, str], str]]] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), _heading),
    **dict.fromkeys(("b", "strong"), _marked("**")),
    **dict.fromkeys(("i", "em", "cite", "dfn", "var"), _marked("*")),
    **dict.fromkeys(("code", "kbd", "samp"), _code),
    **dict.fromkeys(("td", "th"), _cell),
    **dict.fromkeys(("ol", "ul"), _list),
    "a": _link,
    "blockquote": _quote,
    "li": _list_item,
    "pre": _pre,
    "table": _table,
    "tr": _row,
}
_VOID: Final[dict[str, Callable[[_Writer, dict[str, str]], str]]] = {
    "br": lambda _writer, _attributes: "\\\n",
    "hr": lambda _writer, _attributes: "\n\n***\n\n",
    "img": _image,
}
