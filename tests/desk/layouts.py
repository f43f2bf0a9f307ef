"""One record's fields, written in any of the ways in which editors write YAML, with comments wherever they may stand."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn


class _Pen:
    """Writes one text; comments are numbered, so that a lost one is seen."""

    def __init__(self, draw: DrawFn) -> None:
        self.draw = draw
        self.comments = 0

    def chance(self, of: int) -> bool:
        return self.draw(st.integers(0, of)) == 0

    def comment(self) -> str:
        self.comments += 1
        return f"# c{self.comments}."

    def above(self, indent: str) -> list[str]:
        lines = [indent + self.comment()] if self.chance(4) else []
        return [*lines, ""] if self.chance(8) else lines

    def beside(self) -> str:
        return f"  {self.comment()}" if self.chance(4) else " " if self.chance(8) else ""

    def scalar(self, value: Any) -> str:
        if isinstance(value, bool):
            return "true" if value else "false"
        text = str(value)
        if "\n" not in text and text.isprintable() and self.chance(1):
            return "'" + text.replace("'", "''") + "'"
        return json.dumps(text, ensure_ascii=False)

    def flow(self, value: Any) -> str:
        if isinstance(value, list):
            return f"[{', '.join(map(self.flow, value))}]"
        if isinstance(value, dict):
            pairs = [f"{key}: {self.flow(one)}" for key, one in self.shuffled(value)]
            return f"{{ {', '.join(pairs)} }}"
        return self.scalar(value)

    def shuffled(self, value: dict[str, Any]) -> list[tuple[str, Any]]:
        return self.draw(st.permutations(list(value.items())))

    def mapping(self, value: dict[str, Any], indent: str) -> list[str]:
        lines = []
        for key, one in self.shuffled(value):
            lines += self.above(indent)
            lines += self.entry(key, one, indent)
        return [*lines, *self.above(indent)]

    def entry(self, key: str, value: Any, indent: str) -> list[str]:
        colon = f"{indent}{key}{self.draw(st.sampled_from([':', ' :', ':  ']))}"
        if isinstance(value, list) and value and self.chance(1):
            return [
                f"{colon.rstrip()}{self.beside()}",
                *self.entries(value, indent + self.draw(st.sampled_from(["", "  "]))),
            ]
        if isinstance(value, dict) and value and self.chance(1):
            return [f"{colon.rstrip()}{self.beside()}", *self.mapping(value, indent + "  ")]
        if (
            isinstance(value, str)
            and value.isprintable()
            and value == value.strip()
            and value
            and self.chance(3)
        ):
            return [f"{colon} |{self.beside()}", f"{indent}  {value}", *([""] if self.chance(2) else [])]
        return [f"{colon} {self.flow(value)}{self.beside()}"]

    def entries(self, value: list[Any], indent: str) -> list[str]:
        lines = []
        for one in value:
            lines += self.above(indent)
            if isinstance(one, dict) and one and self.chance(1):
                first, *rest = self.mapping(one, indent + "  ")
                while not first.strip() or first.lstrip().startswith("#"):
                    lines.append(first)
                    first, *rest = rest
                lines += [f"{indent}- {first[len(indent) + 2 :]}", *rest]
            else:
                lines.append(f"{indent}- {self.flow(one)}{self.beside()}")
        return lines


@st.composite
def written(draw: DrawFn, fields: dict[str, Any]) -> tuple[str, int]:
    """The fields as YAML, and how many comments are in it."""
    pen = _Pen(draw)
    lines = [pen.comment(), ""] if pen.chance(3) else []
    lines += pen.mapping(fields, "")
    return "\n".join(lines) + "\n", pen.comments
