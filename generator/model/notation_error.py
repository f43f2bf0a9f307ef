"""What is wrong with a short notation (a date, a figure), and at which character of it."""

from typing import Self


class NotationError(ValueError):
    """A notation that cannot be read.

    `offset` and `length` count characters of the text that was read; `length` is 0 where something is missing.
    `suggestion` is a whole corrected text that can be read, or None when none is near.
    """

    def __init__(self, message: str, offset: int = 0, length: int = 0, suggestion: str | None = None) -> None:
        """All four become `args`, so that the error survives pickling between processes."""
        super().__init__(message, offset, length, suggestion)
        self.message = message
        self.offset = offset
        self.length = length
        self.suggestion = suggestion

    def __str__(self) -> str:
        """The message alone."""
        return self.message

    def within(self, whole: str, at: int, part: str) -> Self:
        """The same fault seen from `whole`, in which the faulty `part` begins at `at`."""
        suggestion = self.suggestion
        if suggestion is not None:
            suggestion = whole[:at] + suggestion + whole[at + len(part) :]
        return type(self)(self.message, at + self.offset, self.length, suggestion)

    def suggesting(self, suggestion: str | None) -> Self:
        """The same fault with another suggestion."""
        return type(self)(self.message, self.offset, self.length, suggestion)


class MomentError(NotationError):
    """A text that is not an EDTF date."""


def shown(text: str) -> str:
    """`text` as a message may quote it: spaces single, a code point in place of text that cannot be seen."""
    visible = " ".join(text.split()) or text
    return visible if visible.isprintable() else " ".join(f"U+{ord(letter):04X}" for letter in text)
