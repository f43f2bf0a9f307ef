"""Which folders may be published into."""

from __future__ import annotations

from pathlib import Path

SOURCE_FOLDERS = ("content", "templates", "generator", ".git")


def refusal(root: Path, output: Path) -> str | None:
    """Why `output` must not be published into, or None. Both paths resolved.

    Pruning and replacing files in a home, a repository root, or the source would be beyond repair.
    """
    reasons = (
        (output == Path(output.anchor), "it is the root of the file system"),
        (output == Path.home().resolve(), "it is your home folder"),
        (output == root or output in root.parents, "it holds the source"),
        (_inside_source(root, output), "it is inside the site's source"),
        ((output / ".git").exists(), "it is the root of a repository"),
        (output.exists() and not output.is_dir(), "it is not a folder"),
    )
    return next((reason for applies, reason in reasons if applies), None)


def _inside_source(root: Path, output: Path) -> bool:
    return any(output == root / name or root / name in output.parents for name in SOURCE_FOLDERS)
