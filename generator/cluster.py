"""Floor 0, cluster: a crew on a Dask cluster (`dask://host:8786`; Dask `distributed`, extra `cluster`).

Its workers run the same functions on the same files: they see the site's folder and the theme's at the same paths (a
shared folder), and have the same Dateline with the same libraries. Both are looked at before anything is handed out, for
the bytes must come out the same.
"""

from __future__ import annotations

import errno
import logging
import sys
from collections.abc import Iterable, Iterator
from concurrent.futures import CancelledError
from contextlib import contextmanager
from functools import partial
from hashlib import sha256
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any, Final

from generator.workers import Crew

SCHEME: Final = "dask://"
PATIENCE: Final = 20
"""Seconds in which a scheduler has to answer."""

LIBRARIES: Final = (
    "jinja2",
    "markupsafe",
    "markdown-it-py",
    "mdit-py-plugins",
    "pyyaml",
    "babel",
    "networkx",
    "resvg-py",
)
"""Those that have a say in what comes out."""


LOGGERS: Final = ("distributed", "distributed.client", "tornado.application", "asyncio")
"""Those that would print tracebacks of the library's own threads when a build is stopped: one line says what it is."""


@contextmanager
def crew_at(address: str, folders: Iterable[Path]) -> Iterator[Crew]:
    """The workers of the scheduler at `dask://host:port`, who must see these folders.

    Raises ConnectionError, with the address as its file name: nobody there, no worker, another Dateline or no such
    folder there, or the cluster broke down while it was at work. Raises ModuleNotFoundError without the library.
    """
    distributed: Any = import_module("distributed")
    for logger in LOGGERS:
        logging.getLogger(logger).setLevel(logging.CRITICAL + 1)
    lost = (CancelledError, distributed.KilledWorker, distributed.comm.CommClosedError)
    try:
        client = distributed.Client(
            address.replace(SCHEME, "tcp://", 1), timeout=PATIENCE, set_as_default=False
        )
    except OSError as fault:
        raise _failed(address, "no Dask scheduler answers there") from fault
    with client:
        found = client.run(muster, tuple(map(str, folders)), on_error="return")
        reason = _unfit(found)
        if reason:
            raise _failed(address, reason)
        place = partial(client.scatter, broadcast=True, hash=False)
        try:
            yield Crew(client.get_executor(pure=False), len(found), place)
        except lost as fault:
            why = ": ".join([type(fault).__name__, *str(fault).split("\n")[:1]]).rstrip(": ")
            raise _failed(address, f"the cluster broke down ({why})") from fault


def muster(folders: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """Run on each worker before a build: what Dateline it has, and the folders that are not there.

    A worker outlives a build, and what it remembers of the templates and fonts of the last one may be out of date.
    """
    _forget()
    return _IDENTITY, tuple(folder for folder in folders if not Path(folder).is_dir())


def _unfit(found: dict[str, Any]) -> str:
    """Why these workers cannot do it; empty if they can."""
    if not found:
        return "the scheduler has no workers"
    for worker, answer in sorted(found.items()):
        if isinstance(answer, BaseException):
            return f"the worker at {worker} cannot run Dateline: {type(answer).__name__}: {answer}"
        identity, missing = answer
        if missing:
            return f"the worker at {worker} has no folder {missing[0]}"
        if identity != _IDENTITY:
            return (
                f"the worker at {worker} runs another Dateline, or other libraries "
                f"({identity}; here {_IDENTITY}): install the same there, and start it again"
            )
    return ""


def _failed(address: str, reason: str) -> ConnectionError:
    return ConnectionError(errno.ENOTCONN, reason, address)


def _forget() -> None:
    """Empty what functions of this package remember (`functools.lru_cache`)."""
    for name, module in tuple(sys.modules.items()):
        if name.startswith("generator."):
            for value in tuple(vars(module).values()):
                clear = getattr(value, "cache_clear", None)
                if clear:
                    clear()


def _identity() -> str:
    """Sixteen digits for what makes pages: Python, this package's code, and the libraries' versions."""
    digest = sha256(repr((sys.version_info[:2], [_version(name) for name in LIBRARIES])).encode())
    package = Path(__file__).parent
    for file in sorted(package.rglob("*.py")):
        digest.update(f"{file.relative_to(package).as_posix()}\0".encode("utf-8", "surrogateescape"))
        digest.update(file.read_bytes())
    return digest.hexdigest()[:16]


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return ""


_IDENTITY: Final = _identity()
"""Taken when this module is imported: in a worker that is no later than all the code it runs pages with."""
