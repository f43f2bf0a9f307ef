"""Catalogues as translators keep them: gettext's PO files (GNU gettext manual, "The Format of PO Files").

What is read: `msgctxt`, `msgid`, `msgid_plural`, `msgstr`, `msgstr[n]`, and the header's `Plural-Forms`. Entries that are
fuzzy or not translated are left out, so that their English stands. Reading takes a few milliseconds, so nothing has to be compiled.
"""

from __future__ import annotations

import gettext
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Final

CONTEXT: Final = "\x04"
"""Stands between a context and a message (as in gettext's MO files)."""

_LINE: Final = re.compile(r'(?:(msgctxt|msgid_plural|msgid|msgstr)(?:\[(\d+)\])? )?"(.*)"')
_ESCAPE: Final = re.compile(r"\\(.)")
_ESCAPES: Final = {"n": "\n", "t": "\t", "r": "\r"}
_PLURAL: Final = re.compile(r"nplurals=\d+;\s*plural=([^;]+)")


@dataclass(frozen=True, slots=True, eq=False)
class Catalogue:
    """Messages by their English text, behind their context if they have one. `plurals` holds a form for each value of `form_of`."""

    messages: dict[str, str] = field(default_factory=dict)
    plurals: dict[str, tuple[str, ...]] = field(default_factory=dict)
    form_of: Callable[[int], int] = lambda number: int(number != 1)


def read_portable_objects(text: str) -> Catalogue:
    """The catalogue that a PO file writes. Raises ValueError for a plural rule that cannot be read."""
    messages: dict[str, str] = {}
    plurals: dict[str, tuple[str, ...]] = {}
    for fields in _translated(text):
        english = fields["msgid"]
        key = f"{fields['msgctxt']}{CONTEXT}{english}" if "msgctxt" in fields else english
        if "msgid_plural" in fields:
            plurals[key] = tuple(value for name, value in sorted(fields.items()) if name.startswith("msgstr"))
        else:
            messages[key] = fields["msgstr"]
    rule = _PLURAL.search(messages.pop("", ""))
    return Catalogue(messages, plurals, gettext.c2py(rule[1]) if rule else Catalogue().form_of)


def _translated(text: str) -> Iterator[dict[str, str]]:
    """The entries that say something, each by the names of its fields (`msgid`, `msgstr0`)."""
    for block in re.split(r"\n\s*\n", text):
        fields = dict(_fields(block))
        forms = [value for name, value in fields.items() if name.startswith("msgstr")]
        if forms and all(forms) and not re.search(r"^#,.*\bfuzzy\b", block, re.MULTILINE):
            yield fields


def _fields(block: str) -> Iterator[tuple[str, str]]:
    name, parts = "", list[str]()
    for line in block.splitlines():
        match = _LINE.fullmatch(line)
        if match is None:
            continue
        if match[1]:
            if name:
                yield name, "".join(parts)
            name, parts = match[1] + (match[2] or ""), []
        parts.append(_ESCAPE.sub(lambda found: _ESCAPES.get(found[1], found[1]), match[3]))
    if name:
        yield name, "".join(parts)
