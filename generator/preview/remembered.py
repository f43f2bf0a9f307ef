"""Pages kept from one preview to the next: while nothing has changed since, they stand at once, before anything is read.

They are good for exactly the files, code, libraries and options that they were made with, told by stat data. The file in
`.dateline/` is disposable and checked; anything else, and it holds nothing.
"""

from __future__ import annotations

import json
import os
import sys
import sysconfig
from collections.abc import Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from generator.options import CACHE_FOLDER
from generator.preview.scan import Seen, theme_on_disk

MAGIC: Final = b"dateline-preview 1"

Pages = Mapping[str, bytes]
"""Pages by address."""


def stock_of(content: Seen, theme: Seen, *, drafts: bool) -> str:
    """SHA-256 over all that pages are made with, as stat data tell it."""
    package = Path(__file__).parents[1]
    code = {path: stat for path, stat in theme_on_disk([package]).items() if path.endswith(".py")}
    libraries = Path(sysconfig.get_path("purelib"))
    names = sorted(os.listdir(libraries)) if libraries.is_dir() else []  # noqa: PTH208 - names alone
    made_with = (drafts, sys.version, names, *(sorted(one.items()) for one in (content, theme, code)))
    return sha256(repr(made_with).encode("utf-8", "surrogatepass")).hexdigest()


def recall(root: Path, stock: str) -> Pages:
    """The pages that were kept with this stock; none when there are no such."""
    try:
        head, _, body = _file(root).read_bytes().partition(b"\n")
        if head != _head(stock, body):
            return {}
        pages: dict[str, Any] = json.loads(body)
        return {address: page.encode() for address, page in pages.items()}
    except (OSError, ValueError, AttributeError):
        return {}


def remember(root: Path, stock: str, pages: Pages) -> None:
    """Keep pages, whole or not at all; a memory that cannot be kept costs time, and nothing else."""
    body = json.dumps({address: page.decode() for address, page in pages.items()}).encode()
    file = _file(root)
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        fresh = file.with_name(f"{file.name}.{os.getpid()}")
        fresh.write_bytes(_head(stock, body) + b"\n" + body)
        fresh.replace(file)


def _file(root: Path) -> Path:
    return root / CACHE_FOLDER / "preview"


def _head(stock: str, body: bytes) -> bytes:
    return b" ".join((MAGIC, stock.encode(), sha256(body).hexdigest().encode()))
