"""Floor 0, workers: an ordered map over processes. The same results in the same order for any number of them."""

from __future__ import annotations

import errno
import gc
import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from typing import Any, TypeVar

Shared = TypeVar("Shared")
Task = TypeVar("Task")
Result = TypeVar("Result")

CHUNKS_PER_WORKER = 8
"""Enough chunks that a slow one does not leave the other cores idle at the end."""

WATCH = 0.2
"""Seconds between two looks of a worker at whether its parent lives."""

KILLED = "was killed, perhaps for want of memory: try fewer with --jobs"

_prepared: list[tuple[Callable[[Any, Any], Any], Any]] = []
"""In a worker process: what it does and what it shares, set once at its start."""


def available_cores() -> int:
    """Cores this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not on every system
        return os.cpu_count() or 1


@contextmanager
def uncollected() -> Iterator[None]:
    """Pause the cyclic garbage collector: while many values are made that all stay, it looks at them in vain."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def ordered_map(
    work: Callable[[Shared, Task], Result],
    shared: Shared,
    tasks: Sequence[Task],
    *,
    jobs: int,
    enough: int = 256,
) -> Iterator[Result]:
    """`work(shared, task)` for each task, in order, in `jobs` processes when there are `enough` tasks.

    `work` must be a module-level function. `shared` reaches each worker once (by fork where there is one).
    """
    if jobs <= 1 or len(tasks) < enough:
        return (work(shared, task) for task in tasks)
    return _mapped(work, shared, tasks, jobs)


def _mapped(
    work: Callable[[Shared, Task], Result], shared: Shared, tasks: Sequence[Task], jobs: int
) -> Iterator[Result]:
    gc.freeze()  # what there is now will not become garbage, and pages shared with the workers stay shared
    method = "fork" if "fork" in multiprocessing.get_all_start_methods() else "spawn"
    chunk = max(1, len(tasks) // (jobs * CHUNKS_PER_WORKER))
    try:
        with ProcessPoolExecutor(
            jobs,
            multiprocessing.get_context(method),
            initializer=_prepare,
            initargs=(work, shared, os.getpid()),
        ) as pool:
            yield from pool.map(_apply, tasks, chunksize=chunk)
    except BrokenProcessPool:
        raise ChildProcessError(errno.ECHILD, KILLED, "a worker process") from None


def _prepare(work: Callable[[Any, Any], Any], shared: Any, parent: int) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; the parent answers it
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    threading.Thread(target=_outlive_nobody, args=(parent,), daemon=True).start()
    _prepared[:] = [(work, shared)]


def _outlive_nobody(parent: int) -> None:
    """End with the parent, even when it is killed: a forked worker keeps its files open, and the lock of the build."""
    while os.getppid() == parent:
        time.sleep(WATCH)
    os._exit(1)


def _apply(task: Any) -> Any:
    work, shared = _prepared[0]
    return work(shared, task)
