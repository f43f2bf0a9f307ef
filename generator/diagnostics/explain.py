"""A code explained on a page of the terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from difflib import get_close_matches

from generator.diagnostics.code import Code
from generator.diagnostics.codes import CODES
from generator.diagnostics.visible import visible

WIDTH = 80
MOST_NEAREST = 3


def explain(code_or_name: str, codes: Sequence[Code] = CODES) -> str | None:
    """What a code (`D201`) or name (`unknown-actor`) means, why it matters, a bad and a good example.

    None when there is no such code: see `nearest`.
    """
    wanted = _folded(code_or_name)
    found = next((code for code in codes if wanted in (code.code.lower(), code.name)), None)
    return _page(found) if found else None


def nearest(code_or_name: str, codes: Sequence[Code] = CODES) -> tuple[Code, ...]:
    """Up to three codes whose code or name is most like what was asked for, best first."""
    wanted = _folded(code_or_name)
    spellings = {code.name: code for code in codes} | {code.code.lower(): code for code in codes}
    matches = get_close_matches(wanted, spellings, n=MOST_NEAREST)
    return tuple(dict.fromkeys(spellings[match] for match in matches))


def _folded(code_or_name: str) -> str:
    return code_or_name.strip().lower().replace("_", "-").replace(" ", "-")


def _page(code: Code) -> str:
    parts = (
        f"{code.severity}[{code.code}] {code.name}",
        _wrapped(code.what),
        f"Why it matters\n{textwrap.indent(_wrapped(code.why, WIDTH - 2), '  ')}",
        f"Not this\n{_indented(code.bad)}",
        f"But this\n{_indented(code.good)}",
    )
    return "\n\n".join(parts) + "\n"


def _wrapped(text: str, width: int = WIDTH) -> str:
    return textwrap.fill(
        visible(" ".join(text.split())), width, break_long_words=False, break_on_hyphens=False
    )


def _indented(sample: str) -> str:
    return "\n".join(f"    {visible(line)}".rstrip() for line in sample.strip("\n").split("\n"))
