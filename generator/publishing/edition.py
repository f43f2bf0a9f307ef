"""The manifest of a published edition, `edition.json`: every file with its SHA-256, the generator's version and
the content digest. It travels with the site, so a copy can be verified and a later build knows what it wrote.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from generator.whole_files import named

EDITION_FILE = "edition.json"
FORMAT = 1

MARK = b'"generator": "dateline '
"""Stands in every manifest of ours, near its beginning."""


@dataclass(frozen=True, slots=True)
class Edition:
    """One published state of the site. `files` maps paths (relative, `/`) to SHA-256 hex; the manifest itself
    is not among them. `content` is the digest over all of them. `compression` says what made the compressed files.
    """

    generator: str
    files: Mapping[str, str] = field(default_factory=dict)
    compression: str = ""

    @property
    def content(self) -> str:
        """SHA-256 over the sorted lines `<digest>  <path>`, the format of the `sha256sum` command."""
        lines = "".join(f"{digest}  {path}\n" for path, digest in sorted(self.files.items()))
        return digest_of(lines.encode())

    def encode(self) -> bytes:
        """The manifest as stable, readable JSON."""
        document = {
            "format": FORMAT,
            "generator": f"dateline {self.generator}",
            "content": self.content,
            **({"compression": self.compression} if self.compression else {}),
            "files": dict(sorted(self.files.items())),
        }
        return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def digest_of(content: bytes) -> str:
    """SHA-256 as hex."""
    return hashlib.sha256(content).hexdigest()


class EditionError(Exception):
    """Why something is no edition, in words that follow its name."""


def read_edition(output: Path) -> Edition | None:
    """The edition that stands in a folder; None where there is no manifest. Raises EditionError and OSError."""
    file = output / EDITION_FILE
    try:
        with named(str(file)):
            return decode_edition(file.read_bytes())[0]
    except FileNotFoundError:
        return None


def decode_edition(manifest: bytes) -> tuple[Edition, str]:
    """The edition that a manifest describes, and the content digest that it gives. Raises EditionError."""
    try:
        document: Any = json.loads(manifest)
        files = {str(path): str(digest) for path, digest in document["files"].items()}
        generator = str(document["generator"]).removeprefix("dateline ")
        form, content = document["format"], str(document["content"])
        compression = str(document.get("compression", ""))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise EditionError("is no manifest of an edition") from None
    if form != FORMAT:
        raise EditionError(f"has the format {form!s:.20}; this Dateline reads {FORMAT}")
    outside = next((path for path in files if not is_inside(path)), None)
    if outside is not None:
        raise EditionError(f"names a file outside the site: {outside!r:.80}")
    return Edition(generator, files, compression), content


def is_inside(path: str) -> bool:
    """Whether a manifest's path stays inside the output folder, so that a forged manifest deletes nothing else."""
    parts = path.split("/")
    return (
        not path.startswith("/")
        and "\\" not in path
        and "\0" not in path
        and all(p not in {"", ".", ".."} for p in parts)
    )
