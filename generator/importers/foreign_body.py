"""A Markdown body from another generator, made into one of ours: raw HTML turned into Markdown, what cannot be told.

Blocks of HTML are cleaned by nh3 and converted; tags within a line become the marks that mean the same, or go. Whatever
is left is safe in any case, because our Markdown shows raw HTML as text and compiles nothing. Code stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Final, Literal

from generator.importers.html_cleaning import SILENT, TAGS, cleaned, is_too_deep
from generator.importers.html_to_markdown import markdown_of
from generator.importers.plain_words import one_line
from generator.markdown.destinations import destination
from generator.markdown.regions import regions

Matter = Literal["markup", "link", "command"]

_COMMANDS: Final = re.compile(
    r"\{%-?\s*(?P<liquid>[\w-]+)|\{\{(?P<hugo>[<%]\s*/?\s*[\w./-]+)|\{\{-?\s*(?P<output>[\w.$\[\]\"']+)|^\{:(?P<kramdown>[^}\n]*)\}",
    re.MULTILINE,
)
"""Liquid tags and outputs (Jekyll, Eleventy's Nunjucks), Hugo shortcodes, attribute lists of kramdown."""

_PIECES: Final = re.compile(
    r"(?P<escape>\\.)"
    r"|(?P<code>(?<!`)(?P<ticks>`+)(?!`)(?:(?!(?P=ticks)).|`(?!`))*?(?<!`)(?P=ticks)(?!`))"
    r"|(?P<auto><[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*>)"
    r"|(?P<comment><!--)"
    r"|<(?P<close>/?)(?P<tag>[A-Za-z][A-Za-z0-9-]*)(?P<rest>(?:\s[^<>]*)?)/?>"
    r"|(?P<link>\]\((?P<address><[^<>\n]*>|(?:[^\s()<>]|\([^\s()<>]*\))*)(?=[\s)]))"
    r"|(?P<mention>\[\[)",
    re.DOTALL,
)
_LONGEST_LINE: Final = 100_000
"""Characters of a region whose tags are looked at one by one; what is longer stays as it is."""


@dataclass(frozen=True, slots=True)
class Remark:
    """Something in a body that an editor must look at. `line` counts from 1 in the body."""

    matter: Matter
    line: int
    message: str


@dataclass(frozen=True, slots=True)
class Body:
    """Our Markdown, and what was changed or could not be."""

    text: str
    remarks: tuple[Remark, ...]


def our_markdown(text: str) -> Body:
    """The body in our Markdown. Lines end in LF."""
    lines = text.split("\n")
    parts: list[str] = []
    remarks: list[Remark] = []
    for region in regions(text):
        part = "\n".join(lines[region.first : region.end])
        if region.kind != "code":
            remarks += _commands(part, region.first + 1)
        if region.kind == "html":
            part, found = _block(part, region.first + 1)
            remarks += found
        elif region.kind == "text":
            part, found = _running_text(part, region.first + 1)
            remarks += found
        parts.append(part)
    return Body("\n".join(parts).strip("\n"), tuple(remarks))


def _commands(text: str, first_line: int) -> Iterator[Remark]:
    for found in _COMMANDS.finditer(text):
        words = one_line(found.group().strip(), 60)
        yield Remark(
            "command",
            first_line + text.count("\n", 0, found.start()),
            f"{words} … is a command of another generator",
        )


def _block(html: str, first_line: int) -> tuple[str, list[Remark]]:
    census = _Census(first_line)
    census.feed(html)  # never closed: what is left then is no whole tag, and closing takes quadratic time
    converted = markdown_of(cleaned(html))
    remarks = [*census.remarks()]
    if is_too_deep(html):
        remarks.append(Remark("markup", first_line, "it is nested too deep, and was read as plain text"))
    open_comment = html.rfind("<!--")
    if open_comment > html.rfind("-->"):
        line = first_line + html.count("\n", 0, open_comment)
        said = "a comment that is never closed was taken out, with all that follows it"
        remarks.append(Remark("markup", line, said))
    # Blank lines around keep the Markdown before and after it a paragraph of its own.
    return (f"\n{converted.text}\n" if converted.text else ""), remarks


_LEADS: Final = {"a": "href", "img": "src"}


class _Census(HTMLParser):
    """Which elements and attributes go, and where they stand."""

    def __init__(self, first_line: int) -> None:
        super().__init__(convert_charrefs=True)
        self._first = first_line
        self._gone: dict[str, tuple[int, str]] = {}
        self._comments: list[int] = []
        self._links: list[tuple[int, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        line = self._first + self.getpos()[0] - 1
        if tag not in TAGS:
            source = next((value for name, value in attrs if name in ("src", "href", "data") and value), "")
            self._gone.setdefault(tag, (line, source))
        for name, _ in attrs:
            if name.startswith("on"):
                self._gone.setdefault(f"{tag} {name}", (line, ""))
        self._judge(tag, dict(attrs), line)

    def _judge(self, tag: str, attributes: dict[str, str | None], line: int) -> None:
        """Note a link or picture whose address is not allowed."""
        address = attributes.get(_LEADS.get(tag, "")) or ""
        judged = destination(address) if address else None
        if judged and judged.kind == "refused":
            self._links.append((line, f"{one_line(address, 80)}: {judged.why}"))

    def handle_comment(self, data: str) -> None:
        del data
        self._comments.append(self._first + self.getpos()[0] - 1)

    def remarks(self) -> Iterator[Remark]:
        for line, said in self._links:
            yield Remark("link", line, f"the link was taken out: {said}")
        for line in self._comments:
            yield Remark("markup", line, "a comment was taken out")
        for name, (line, source) in self._gone.items():
            came = f" from {one_line(source, 80)}" if source else ""
            yield Remark("markup", line, f"<{one_line(name, 40)}>{came} was taken out")


@dataclass(slots=True)
class _Line:
    """Running text while its tags are replaced one after the other."""

    first_line: int
    text: str
    done: list[str] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    """Ends of the links that are open: `](address)`, or nothing where the address was refused."""

    unclosed: set[str] = field(default_factory=set)

    def end_of(self, mark: str, at: int) -> int:
        """Where the next such mark ends, in small letters or capitals; 0 when none follows."""
        if mark in self.unclosed:
            return 0
        found = re.compile(re.escape(mark), re.IGNORECASE).search(self.text, at)
        if found is None:
            self.unclosed.add(mark)  # so that many openings do not each read to the end
        return found.end() if found else 0

    def remark(self, matter: Matter, at: int, message: str) -> None:
        self.remarks.append(Remark(matter, self.first_line + self.text.count("\n", 0, at), message))


def _running_text(text: str, first_line: int) -> tuple[str, list[Remark]]:
    if len(text) > _LONGEST_LINE and "<" in text:
        return text, [Remark("markup", first_line, "the text is too long to look for markup in it")]
    line = _Line(first_line, text)
    at = 0
    while found := _PIECES.search(text, at):
        line.done.append(text[at : found.start()])
        at = found.end()
        kind = found.lastgroup if found.lastgroup in _KEEPERS else "tag"
        at = _KEEPERS[kind or "tag"](line, found) or at
    line.done.append(text[at:])
    line.done.extend(reversed(line.links))
    return "".join(line.done), line.remarks


def _keep(line: _Line, found: re.Match[str]) -> int:
    line.done.append(found.group())
    return 0


def _drop_comment(line: _Line, found: re.Match[str]) -> int:
    end = line.end_of("-->", found.end())
    if not end:
        return _keep(line, found)
    line.remark("markup", found.start(), "a comment was taken out")
    return end


def _judge_link(line: _Line, found: re.Match[str]) -> int:
    judged = destination(found["address"].strip("<>"))
    if judged.kind != "refused" or not found["address"].strip("<>"):
        return _keep(line, found)
    said = f"the link stays plain text: {one_line(found['address'], 80)}: {judged.why}"
    line.remark("link", found.start(), said)
    line.done.append(f"\\{found.group()}")
    return 0


def _escape_mention(line: _Line, _found: re.Match[str]) -> int:
    line.done.append("\\[[")
    return 0


def _tag(line: _Line, found: re.Match[str]) -> int:
    tag = found["tag"].lower()
    if tag in SILENT:
        return _silence(line, found, tag)
    if tag not in TAGS:
        line.remark("markup", found.start(), f"<{one_line(tag, 40)}> was taken out")
    elif tag == "a":
        _anchor(line, found)
    elif tag == "img":
        _picture(line, found)
    else:
        line.done.append(_MARKS.get(tag, ""))
    return 0


def _silence(line: _Line, found: re.Match[str], tag: str) -> int:
    """Drop the element with what stands in it; returns where it ends."""
    if not found["close"]:
        line.remark("markup", found.start(), f"<{tag}> was taken out")
    return 0 if found["close"] else line.end_of(f"</{tag}>", found.end())


def _anchor(line: _Line, found: re.Match[str]) -> None:
    if found["close"]:
        line.done.append(line.links.pop() if line.links else "")
        return
    address = _attribute(found["rest"], "href")
    judged = destination(address) if address else None
    if judged is None or judged.kind == "refused":
        line.links.append("")
        if judged:
            line.remark(
                "link", found.start(), f"the link was taken out: {one_line(address, 80)}: {judged.why}"
            )
        return
    line.done.append("[")
    line.links.append(f"](<{address.strip()}>)")


def _picture(line: _Line, found: re.Match[str]) -> None:
    address, words = _attribute(found["rest"], "src"), one_line(_attribute(found["rest"], "alt"))
    judged = destination(address) if address else None
    words = re.sub(r"[\[\]\\]", r"\\\g<0>", words)
    line.done.append(f"![{words}](<{address.strip()}>)" if judged and judged.kind != "refused" else words)


def _attribute(rest: str, name: str) -> str:
    parser = _Attributes()
    parser.feed(f"<i {rest}>")
    parser.close()
    return re.sub(r"[\s<>]", "", parser.found.get(name, "")) if name != "alt" else parser.found.get(name, "")


class _Attributes(HTMLParser):
    """The attributes of one tag, their entities read."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: dict[str, str] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del tag
        self.found = {name: value or "" for name, value in attrs}


_MARKS: Final = {
    **dict.fromkeys(("b", "strong"), "**"),
    **dict.fromkeys(("i", "em", "cite", "dfn", "var"), "*"),
    **dict.fromkeys(("code", "kbd", "samp"), "`"),
    "br": "\\\n",
}
_KEEPERS: Final[dict[str, Callable[[_Line, re.Match[str]], int]]] = {
    "escape": _keep,
    "code": _keep,
    "auto": _keep,
    "comment": _drop_comment,
    "link": _judge_link,
    "mention": _escape_mention,
    "tag": _tag,
}
