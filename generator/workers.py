"""Floor 0, workers: an ordered map over processes, or over an executor's workers, wherever they are.

The same results in the same order for any number of them.
"""

from __future__ import annotations

import errno
import gc
import multiprocessing
import os
import signal
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.process import BaseProcess
from typing import Any, Protocol, TypeVar

Shared = TypeVar("Shared")
Task = TypeVar("Task")
Result = TypeVar("Result")

CHUNKS_PER_WORKER = 8
"""Enough chunks that a slow one does not leave the other cores idle at the end."""

WATCH = 0.2
"""Seconds between two looks of a worker at whether its parent lives."""

KILLED = "was killed, perhaps for want of memory: try fewer with --jobs"

LARGEST_CHUNK = 256
"""Tasks that are handed out at a time: what they give comes back in one piece, and waits for those before it."""

CHUNKS_AHEAD = 3
"""So many chunks for each worker of an executor are on their way: none waits for work, and no heap of results piles up."""

SELDOM = 50_000, 20, 50
"""Thresholds of the cyclic garbage collector while pages are made, which make little of it."""

_prepared: list[tuple[Callable[[Any, Any], Any], Any]] = []
"""In a worker process: what it does and what it shares, set once at its start."""

_at_work = threading.Lock()
"""Held while a chunk is worked on: what is shared may note what is asked of it (`graph.traced`), and a worker may have
several threads. They would not be quicker, for Python runs one at a time.
"""


class Executor(Protocol):
    """What the map needs of a `concurrent.futures.Executor`."""

    def submit(self, fn: Callable[..., Any], /, *args: Any) -> Future[Any]:
        """Have a function called somewhere, some time."""


def _as_it_is(shared: Any) -> Any:
    return shared


@dataclass(frozen=True, slots=True)
class Crew:
    """An executor and how many processes work for it. `place` takes a shared value to where the work is done and gives
    what to hand the executor in its stead, which arrives there as the value; an executor of this process needs none.
    """

    executor: Executor
    size: int
    place: Callable[[Any], Any] = _as_it_is


Jobs = int | Crew
"""Who does the work: so many processes of our own, or a crew."""


def here(jobs: Jobs) -> int:
    """Processes on this machine for what can only be done here."""
    return jobs if isinstance(jobs, int) else available_cores()


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


@contextmanager
def seldom_collected() -> Iterator[None]:
    """Have the cyclic garbage collector look seldom, and hardly ever at what is old: nearly all of it stays."""
    before = gc.get_threshold()
    gc.set_threshold(*SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*before)


def ordered_map(
    work: Callable[[Shared, Task], Result],
    shared: Shared,
    tasks: Sequence[Task],
    *,
    jobs: Jobs,
    enough: int = 256,
    chunk: int = 0,
) -> Iterator[Result]:
    """`work(shared, task)` for each task, in order, in `jobs` processes when there are `enough` tasks.

    `work` must be a module-level function. `shared` reaches each worker once (by fork where there is one). `chunk` tasks
    are handed out at a time; 0: as many as their number suggests.
    """
    if len(tasks) < enough or (isinstance(jobs, int) and jobs <= 1):
        return (work(shared, task) for task in tasks)
    size = jobs.size if isinstance(jobs, Crew) else jobs
    chunk = chunk or max(1, min(len(tasks) // (size * CHUNKS_PER_WORKER), LARGEST_CHUNK))
    if isinstance(jobs, Crew):
        return _handed_out(work, shared, tasks, jobs, chunk)
    return _mapped(work, shared, tasks, jobs, chunk)


def _mapped(
    work: Callable[[Shared, Task], Result], shared: Shared, tasks: Sequence[Task], jobs: int, chunk: int
) -> Iterator[Result]:
    gc.freeze()  # what there is now will not become garbage, and pages shared with the workers stay shared
    method = "fork" if "fork" in multiprocessing.get_all_start_methods() else "spawn"
    others = multiprocessing.active_children()
    try:
        with (
            ProcessPoolExecutor(
                jobs,
                multiprocessing.get_context(method),
                initializer=_prepare,
                initargs=(work, shared, os.getpid()),
            ) as pool,
            _dismissed(others),
        ):
            # Not `pool.map`: it cancels what is under way, and the pool of Python 3.11 stumbles over that when its workers end.
            starts = range(0, len(tasks), chunk)
            under_way = deque(pool.submit(_apply, tasks[start : start + chunk]) for start in starts)
            while under_way:
                yield from under_way.popleft().result()
    except BrokenProcessPool:
        raise ChildProcessError(errno.ECHILD, KILLED, "a worker process") from None


def _handed_out(
    work: Callable[[Shared, Task], Result], shared: Shared, tasks: Sequence[Task], crew: Crew, length: int
) -> Iterator[Result]:
    placed = crew.place(shared)
    under_way: deque[Future[list[Result]]] = deque()
    try:
        for start in range(0, len(tasks), length):
            chunk = Chunk(work, tuple(tasks[start : start + length]))
            under_way.append(crew.executor.submit(work_on, chunk, placed))
            if len(under_way) > crew.size * CHUNKS_AHEAD:
                yield from under_way.popleft().result()
        while under_way:
            yield from under_way.popleft().result()
    finally:
        for future in under_way:
            future.cancel()


@dataclass(frozen=True, slots=True)
class Chunk:
    """Tasks that are done at one place, one after the other."""

    work: Callable[[Any, Any], Any]
    tasks: tuple[Any, ...]


def work_on(chunk: Chunk, shared: Any) -> list[Any]:
    """What an executor calls: the results of a chunk, in order."""
    with _at_work, uncollected():
        return [chunk.work(shared, task) for task in chunk.tasks]


@contextmanager
def _dismissed(others: Sequence[BaseProcess]) -> Iterator[None]:
    """Workers do not finish what nobody waits for any more: on Ctrl-C, say."""
    try:
        yield
    except BaseException:
        for process in multiprocessing.active_children():
            if process not in others:
                process.terminate()
        raise


def _prepare(work: Callable[[Any, Any], Any], shared: Any, parent: int) -> None:
    gc.freeze()
    gc.set_threshold(*SELDOM)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; the parent answers it
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    threading.Thread(target=_outlive_nobody, args=(parent,), daemon=True).start()
    _prepared[:] = [(work, shared)]


def _outlive_nobody(parent: int) -> None:
    """End with the parent, even when it is killed: a forked worker keeps its files open, and the lock of the build."""
    while os.getppid() == parent:
        time.sleep(WATCH)
    os._exit(1)


def _apply(tasks: Sequence[Any]) -> list[Any]:
    work, shared = _prepared[0]
    return [work(shared, task) for task in tasks]
