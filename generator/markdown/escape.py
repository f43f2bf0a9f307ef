"""Text into HTML. Every piece of text that reaches the output goes through one of these two."""

from __future__ import annotations


def text(words: str) -> str:
    """Text between tags."""
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def attribute(words: str) -> str:
    """Text between the double quotes of an attribute."""
    return text(words).replace('"', "&quot;")
