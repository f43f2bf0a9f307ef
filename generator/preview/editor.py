"""The address that opens a source file at its line in the editor that is used here."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final
from urllib.parse import quote

from generator.diagnostics.diagnostic import Span
from generator.model.site_settings import Site

VARIABLE: Final = "DATELINE_EDITOR_URL"
"""One person's own pattern, before the site's."""

_SLASH: Final = re.compile(r"(?:(?<!/)|(?<=://))/\{path\}")

PATTERNS: Final = {
    "code": "vscode://file{path}:{line}:{column}",
    "codium": "vscodium://file{path}:{line}:{column}",
    "cursor": "cursor://file{path}:{line}:{column}",
    "windsurf": "windsurf://file{path}:{line}:{column}",
    "zed": "zed://file{path}:{line}:{column}",
    "idea": "idea://open?file={path}&line={line}&column={column}",
    "pycharm": "pycharm://open?file={path}&line={line}&column={column}",
    "subl": "subl://open?url=file://{path}&line={line}&column={column}",
    "mate": "txmt://open?url=file://{path}&line={line}&column={column}",
    "mvim": "mvim://open?url=file://{path}&line={line}&column={column}",
}
"""Addresses that editors register, by the command that starts them."""


def editor_pattern(site: Site, environment: Mapping[str, str] = os.environ) -> str:
    """The pattern: one's own, the site's, that of `$VISUAL` or `$EDITOR` if it has one, or Visual Studio Code's."""
    own = environment.get(VARIABLE) or site.editor_url
    commands = (environment.get(name, "").split(" ")[0] for name in ("VISUAL", "EDITOR"))
    known = (PATTERNS.get(Path(command).name) for command in commands)
    return own or next(filter(None, known), PATTERNS["code"])


def editor_url(pattern: str, root: Path, span: Span) -> str:
    """The address for a place in a file of the site; empty for a file whose name cannot be written in one."""
    try:
        path = quote((root / span.path).as_posix())
    except UnicodeEncodeError:
        return ""
    if not path.startswith("/"):  # a Windows drive
        path = f"/{path}"
    # A pattern may write the path's first slash itself, as `vscode://file/{path}` does.
    pattern = _SLASH.sub("{path}", pattern)
    for name, value in (("path", path), ("line", max(1, span.line)), ("column", max(1, span.column))):
        pattern = pattern.replace(f"{{{name}}}", str(value))
    return pattern
