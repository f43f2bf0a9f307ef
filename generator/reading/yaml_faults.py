"""A fault of YAML, and those of well-formed YAML that front matter may not hold."""

from __future__ import annotations

from typing import Final

from generator.diagnostics.diagnostic import Diagnostic
from generator.diagnostics.visible import visible
from generator.reading.text import SourceText


class YamlError(ValueError):
    """One fault: a code, a message, the offsets it stands at, and what would mend it."""

    def __init__(self, code: str, message: str, start: int, end: int, advice: str = "") -> None:
        super().__init__(code, message, start, end, advice)
        self.code, self.message, self.start, self.end, self.advice = code, message, start, end, advice

    def moved(self, by: int) -> YamlError:
        """The same fault in a text that stands `by` characters further on."""
        return YamlError(self.code, self.message, self.start + by, self.end + by, self.advice)

    def finding(self, source: SourceText) -> Diagnostic:
        """The fault as a finding in the text that its offsets count in."""
        return Diagnostic(
            self.code, visible(self.message), source.span(self.start, self.end), visible(self.advice)
        )


_REFUSED: Final = {
    "alias": (
        "D023",
        "a text that begins with * is an alias in YAML",
        "put text in quotation marks; write a value out",
    ),
    "anchor": ("D023", "a text that begins with & is an anchor in YAML", "put text in quotation marks"),
    "merge": ("D023", "<< is a merge key, which is not read", "write the fields out"),
    "tag": (
        "D024",
        "a text that begins with ! is a tag in YAML",
        "put text in quotation marks; delete a tag",
    ),
    "depth": (
        "D022",
        "lists and mappings are nested more than 32 levels deep",
        "no field needs more than four",
    ),
    "compound": ("D029", "a key cannot be a list or a mapping", "write one word before the colon"),
    "document": (
        "D026",
        "a second YAML document begins here",
        "delete the line; --- alone closes the front matter",
    ),
}


def refused(what: str, start: int, end: int) -> YamlError:
    """A fault of what is well-formed YAML but not allowed here; `what` is a key of `_REFUSED`."""
    code, message, advice = _REFUSED[what]
    return YamlError(code, message, start, end, advice)
