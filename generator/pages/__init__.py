"""Floor 5, pages: one file per page kind. Views decide every string; templates place them; nothing here renders."""

from __future__ import annotations

from types import ModuleType

PAGES: tuple[ModuleType, ...] = ()
"""Every page kind, in the order of docs/site.md; each has `outputs(graph)`."""
