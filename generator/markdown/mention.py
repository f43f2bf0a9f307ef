"""How a mention is written: `[[target]]` or `[[target|words]]`."""

from __future__ import annotations

import re

from generator.markdown.language import Language
from generator.markdown.quotation import curled

MENTION = re.compile(r"\[\[([^\[\]|]*)(?:\|([^\[\]]*))?\]\]")


def target_in(written: str) -> str:
    """The target on one line; nothing when it names no record (`[[ ]]`, `[[actor:]]`)."""
    target = " ".join(written.split())
    return "" if target.endswith(":") else target


def words_in(written: str, language: Language) -> str:
    """The words on one line, with the language's quotation marks."""
    return curled(" ".join(written.split()), language)
