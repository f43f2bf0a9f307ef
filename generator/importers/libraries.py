"""Libraries of the extra `import`: loaded when a format needs them, named when they are missing."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from generator.importers.importer import MissingLibraryError


def library(name: str) -> Any:
    """A module of the extra. Raises MissingLibraryError."""
    try:
        return import_module(name)
    except ImportError as fault:
        raise MissingLibraryError(name.partition(".")[0]) from fault
