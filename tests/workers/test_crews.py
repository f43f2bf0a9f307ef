"""The ordered map over executors: the same results in the same order, whoever works."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from typing import Any

import pytest

from generator.workers import CHUNKS_AHEAD, Crew, available_cores, here, ordered_map

TASKS = list(range(1000))


def added(shared: int, task: int) -> int:
    return shared + task


def noted(shared: list[int], task: int) -> tuple[int, ...]:
    """Not to be run by two threads at a time: what is shared tells of the last task alone."""
    shared.clear()
    shared.append(task)
    return tuple(shared)


class Queue:
    """An executor that does a task when its result is asked for, and counts those under way."""

    def __init__(self) -> None:
        self.under_way: list[Later] = []
        self.most = 0

    def submit(self, fn: Callable[..., Any], /, *args: Any) -> Future[Any]:
        self.under_way.append(Later(self, fn, args))
        self.most = max(self.most, len(self.under_way))
        return self.under_way[-1]


class Later(Future[Any]):
    def __init__(self, queue: Queue, fn: Callable[..., Any], args: tuple[Any, ...]) -> None:
        super().__init__()
        self.queue, self.fn, self.args = queue, fn, args

    def result(self, timeout: float | None = None) -> Any:
        assert timeout is None
        self.queue.under_way.remove(self)
        return self.fn(*self.args)


@pytest.mark.parametrize("pool", [ThreadPoolExecutor, ProcessPoolExecutor])
@pytest.mark.parametrize("size", [1, 3, 2000])
def test_any_executor_gives_what_one_process_gives(pool: Callable[[int], Executor], size: int) -> None:
    with pool(2) as executor:
        assert list(ordered_map(added, 7, TASKS, jobs=Crew(executor, size))) == [7 + task for task in TASKS]


def test_threads_of_one_worker_do_not_meet_in_what_they_share() -> None:
    with ThreadPoolExecutor(8) as executor:
        assert list(ordered_map(noted, [], TASKS, jobs=Crew(executor, 8))) == [(task,) for task in TASKS]


def test_few_tasks_are_done_here() -> None:
    queue = Queue()
    assert list(ordered_map(added, 0, TASKS[:255], jobs=Crew(queue, 2))) == TASKS[:255]
    assert queue.most == 0


def test_what_is_shared_is_placed_once() -> None:
    placed: list[int] = []

    def place(shared: int) -> int:
        placed.append(shared)
        return shared * 100

    assert list(ordered_map(added, 7, TASKS, jobs=Crew(Queue(), 2, place))) == [700 + task for task in TASKS]
    assert placed == [7]


def test_only_so_many_chunks_are_under_way_and_what_is_no_longer_wanted_is_cancelled() -> None:
    queue = Queue()
    results = ordered_map(added, 0, TASKS, jobs=Crew(queue, 2))
    assert next(results) == 0
    assert queue.most == 2 * CHUNKS_AHEAD + 1
    left = list(queue.under_way)
    results.close()  # type: ignore[attr-defined]
    assert left
    assert all(future.cancelled() for future in left)


def test_a_fault_in_a_task_reaches_the_caller() -> None:
    with ThreadPoolExecutor(2) as executor, pytest.raises(TypeError):
        list(ordered_map(added, 7, ["no number"] * 300, jobs=Crew(executor, 2)))


def test_what_must_be_done_here_takes_the_cores_there_are() -> None:
    assert here(3) == 3
    assert here(Crew(Queue(), 40)) == available_cores()
