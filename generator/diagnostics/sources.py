"""Where a renderer gets the lines it quotes. Floor 0 reads no files: the caller does."""

from __future__ import annotations

from typing import Protocol


class SourceLines(Protocol):
    """Line `line` (1-based) of the file at `path` (as in `Span.path`) without its line ending, or None."""

    def __call__(self, path: str, line: int, /) -> str | None:
        """The line; None when there is no such file or line, or it cannot be read."""


def no_sources(_path: str, _line: int, /) -> str | None:
    """For a caller without files: every finding is shown without an excerpt."""
    return None
