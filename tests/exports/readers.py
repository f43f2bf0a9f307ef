"""Readers that live in an environment of their own (.ci/checkers/readers.txt): called as a user calls them."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

from tests.exports.compiled import CHECKOUT

BIN = CHECKOUT / ".ci/checkers/readers/bin"


def asked(script: str, *arguments: Path | str) -> object:
    """What a Python script in that environment prints as JSON."""
    done = subprocess.run(
        [BIN / "python", "-c", script, *arguments], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
