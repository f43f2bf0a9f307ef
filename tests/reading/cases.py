"""Literate cases: Markdown files that hold small sites and the findings expected of them."""

from __future__ import annotations

import os
import re
import socket
from dataclasses import dataclass
from pathlib import Path

from generator.diagnostics.diagnostic import Diagnostic

FINDINGS = Path(__file__).parent / "findings"
SOUND_SITE = "title: A timeline\n"

_BLOCK = re.compile(
    r"^~~~ (?P<path>.+?)(?: \((?P<form>[^)]*)\))?\n(?P<text>(?:(?!~~~).*\n)*?)~~~$", re.MULTILINE
)
_EXPECTED = re.compile(r"^> (.+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Block:
    path: str
    form: str
    text: str


@dataclass(frozen=True, slots=True)
class Case:
    name: str
    blocks: tuple[Block, ...]
    expected: tuple[str, ...]


def cases() -> list[Case]:
    return [case for file in sorted(FINDINGS.glob("*.md")) for case in _cases(file)]


def _cases(file: Path) -> list[Case]:
    _, *sections = re.split(r"^## ", file.read_text("utf-8"), flags=re.MULTILINE)
    return [_case(f"{file.stem}: {section.splitlines()[0]}", section) for section in sections]


def _case(name: str, section: str) -> Case:
    blocks = tuple(Block(m["path"], m["form"] or "", m["text"]) for m in _BLOCK.finditer(section))
    return Case(name, blocks, tuple(_EXPECTED.findall(_BLOCK.sub("", section))))


def lay_out(case: Case, root: Path) -> None:
    """Write the case's files below `root`."""
    if not any(block.path == "content/site.yaml" for block in case.blocks):
        _write(Block("content/site.yaml", "", SOUND_SITE), root)
    for block in case.blocks:
        if block.form != "absent":
            _write(block, root)


def _write(block: Block, root: Path) -> None:
    path = root / _unescaped(block.path)
    path.parent.mkdir(parents=True, exist_ok=True)
    if block.form == "folder":
        path.mkdir()
    elif block.form == "pipe":
        os.mkfifo(path)
    elif block.form == "socket":
        _bind(path)
    elif block.form == "symbolic link":
        path.symlink_to(block.text.strip())
    else:
        path.write_bytes(_content(block))


def _content(block: Block) -> bytes:
    number = int(re.match(r"\d*", block.form)[0] or 0)
    if block.form.startswith("bytes"):
        text = block.text.removesuffix("\n") if "without" in block.form else block.text
        return re.sub(rb"\\(x..|[rnt])", _escaped_byte, text.encode())
    if block.form.endswith("bytes"):
        return b"-" * number
    if "in notes" in block.form:
        fill = "[" if "brackets" in block.form else "x"
        return f"---\ntitle: Tabqa\nnotes: {fill * number}\ntitel: x\n---\n".encode()
    return re.sub(r"\\u([0-9a-f]{4})", lambda m: chr(int(m[1], 16)), block.text).encode()


def _escaped_byte(match: re.Match[bytes]) -> bytes:
    return match[0].decode().encode().decode("unicode_escape").encode("latin-1")


def _unescaped(path: str) -> str:
    return re.sub(r"\\u([0-9a-f]{4})", lambda m: chr(int(m[1], 16)), path)


def _bind(path: Path) -> None:
    """A socket's address may only be short, so it is bound from its own folder."""
    here = Path.cwd()
    with socket.socket(socket.AF_UNIX) as listener:
        os.chdir(path.parent)
        try:
            listener.bind(path.name)
        finally:
            os.chdir(here)


def shown(finding: Diagnostic) -> str:
    """`path:line:column: code message — help`."""
    span = finding.span
    place = f"{span.path}:{span.line}:{span.column}" if span.line else span.path
    advice = f" — {finding.help}" if finding.help else ""
    return f"{place}: {finding.code} {finding.message}{advice}"
