"""What a file's name says: whether it is an editor's leftover, and whether it has the form of an id."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from generator.model.names import slug

ID: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
LONGEST_ID: Final = 200
"""Characters. Leaves room for `index.html` beside the 255 bytes that disks allow to a name."""

PICTURES: Final = (".avif", ".gif", ".jpeg", ".jpg", ".png", ".webp")
"""SVG is not among them: opened by itself it can run scripts."""

_LEFTOVERS: Final = re.compile(
    r"""
    \. .*                       # hidden: .git, .DS_Store, vim's .x.swp, Emacs's .#x
    | 4913                      # vim tests with it whether a folder can be written
    | .* ~                      # backups
    | .* \.sw[a-p]              # vim
    | \# .* \#                  # Emacs autosave
    | .* ___jb_(?:tmp|old|bak)___   # JetBrains
    | ~\$ .*                    # Office lock files
    | Thumbs\.db | desktop\.ini # Windows Explorer
    """,
    re.VERBOSE | re.DOTALL,
)
_DEVICES: Final = re.compile(r"con|prn|aux|nul|com[0-9]|lpt[0-9]")
"""Windows keeps these names for itself, whatever the extension."""


def is_leftover(name: str) -> bool:
    """Whether an editor or a file manager left it there and takes it away again."""
    return _LEFTOVERS.fullmatch(name) is not None


@lru_cache(maxsize=65_536)  # the ids of a site stand in many of its records
def is_id(text: str) -> bool:
    """Whether it may be the id of a record."""
    return ID.fullmatch(text) is not None and len(text) <= LONGEST_ID and not is_device(text)


def suggested_id(text: str) -> str:
    """An id near to a text; empty when none is."""
    better = slug(text)
    return "" if better == slug("") or not is_id(better) else better


def is_device(text: str) -> bool:
    """Whether Windows would open a device under this name."""
    return _DEVICES.fullmatch(text) is not None


def is_utf8(name: str) -> bool:
    """Whether the name's bytes were UTF-8; the system hands others over as lone surrogates."""
    return name.isascii() or not any("\ud800" <= character <= "\udfff" for character in name)
