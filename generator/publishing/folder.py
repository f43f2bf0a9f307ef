"""Which folders may be published into."""

from __future__ import annotations

from pathlib import Path

SOURCE_FOLDERS = ("content", "templates", "generator", ".git")


def refusal(root: Path, output: Path) -> str | None:
    """Why `output` must not be published into, or None. Both paths resolved.

    Pruning and replacing files in a home, a repository root, or the source would be beyond repair.
    """
    if output == Path(output.anchor):
        return "it is the root of the file system"
    if output == Path.home().resolve():
        return "it is your home folder"
    if output == root or output in root.parents:
        return "it holds the source"
    for name in SOURCE_FOLDERS:
        if output == root / name or root / name in output.parents:
            return f"it is inside the site's {name}/"
    if (output / ".git").exists():
        return "it is the root of a repository"
    if output.exists() and not output.is_dir():
        return "it is not a folder"
    return None
