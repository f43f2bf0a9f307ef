"""One build at a time in an output folder; whoever is killed keeps nobody out."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from queue import Queue
from threading import Thread
from types import ModuleType, SimpleNamespace

import pytest

from generator.publishing import lock, system_lock
from generator.publishing.lock import locked
from generator.publishing.waiting_room import LOCK_FILE, ROOM_FOLDER
from tests.cli.dateline import CHECKOUT
from tests.site.model_site import Site

HOLD = """
import sys, time
from pathlib import Path
from generator.publishing.lock import locked
with locked(Path(sys.argv[1]), print):
    print("held", flush=True)
    time.sleep(60)
"""


def ignore(_line: str) -> None:
    pass


@contextmanager
def held_by_another_process(output: Path) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-c", HOLD, str(output)]
    with subprocess.Popen(command, cwd=CHECKOUT, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        try:
            yield holder
        finally:
            holder.kill()


def waiting(output: Path) -> tuple[Queue[str], Thread, list[bool]]:
    """A second build: what it says, its thread, and once it has had the lock, whether the first was killed."""
    said: Queue[str] = Queue()
    had: list[bool] = []

    def second() -> None:
        with locked(output, said.put) as killed:
            had.append(killed)

    thread = Thread(target=second, daemon=True)
    thread.start()
    return said, thread, had


def test_it_leaves_nothing(tmp_path: Path) -> None:
    with locked(tmp_path / "a" / "site", ignore) as killed:
        assert not killed
        text = (tmp_path / "a" / "site" / ROOM_FOLDER / LOCK_FILE).read_text()
        assert text.startswith(f"{os.getpid()} 2")
    assert list(tmp_path.iterdir()) == []


def test_it_leaves_what_was_there(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    with locked(tmp_path / "site", ignore):
        pass
    assert list((tmp_path / "site").iterdir()) == []


def test_the_second_waits_and_says_for_whom(tmp_path: Path) -> None:
    with locked(tmp_path, ignore):
        said, second, had = waiting(tmp_path)
        line = said.get(timeout=30)
        assert line.startswith(f"waiting for another build of {tmp_path}: process {os.getpid()}, since 2")
        assert had == []
    second.join(timeout=30)
    assert (had, said.empty()) == ([False], True)
    assert list(tmp_path.iterdir()) == []


def test_who_is_killed_keeps_nobody_out(tmp_path: Path) -> None:
    with held_by_another_process(tmp_path) as holder:
        said, second, had = waiting(tmp_path)
        assert f"process {holder.pid}," in said.get(timeout=30)
        holder.kill()
        second.join(timeout=30)
    assert had == [True]
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("left", ["4194304 2014-08-24T12:00:00+00:00 elsewhere\n", "", "\0\xff" * 999])
def test_a_stale_lock_is_taken_over_at_once(tmp_path: Path, left: str) -> None:
    (tmp_path / ROOM_FOLDER).mkdir()
    (tmp_path / ROOM_FOLDER / LOCK_FILE).write_text(left)
    said: list[str] = []
    with locked(tmp_path, said.append) as killed:
        assert killed == left.startswith("4194304")
    assert said == []
    assert list(tmp_path.iterdir()) == []


def test_many_at_once_go_one_by_one(tmp_path: Path) -> None:
    count, output, rounds, crowd = tmp_path / "count", tmp_path / "site", 25, 8
    output.mkdir()
    count.write_text("0")

    def some() -> None:
        for _ in range(rounds):
            with locked(output, ignore):
                count.write_text(str(int(count.read_text()) + 1))

    threads = [Thread(target=some) for _ in range(crowd)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert count.read_text() == str(rounds * crowd)
    assert list(output.iterdir()) == []


def test_where_there_are_no_locks_it_says_so_and_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(system_lock, "take", refuse(errno.ENOLCK))
    said: list[str] = []
    with locked(tmp_path, said.append):
        pass
    assert said == [f"{tmp_path} is on a disk without locks: let one build at a time write there"]


def test_a_fault_of_the_disk_names_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system_lock, "take", refuse(errno.EIO))
    with pytest.raises(OSError, match=f"{ROOM_FOLDER}/{LOCK_FILE}"), locked(tmp_path / "site", ignore):
        pass


def test_a_full_disk_hides_the_name_and_does_not_break_the_lock(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "write", refuse(errno.ENOSPC))
    with locked(tmp_path, ignore):
        said, second, had = waiting(tmp_path)
        assert said.get(timeout=30) == f"waiting for another build of {tmp_path}"
    second.join(timeout=30)
    assert had == [False]


def test_a_folder_that_is_always_gone_is_no_endless_loop(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lock, "TRIES", 3)
    monkeypatch.setattr(os, "open", refuse(errno.ENOENT))
    with pytest.raises(FileNotFoundError), locked(tmp_path, ignore):
        pass


@pytest.mark.parametrize(("sent", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_build_waits_in_one_line_and_can_be_stopped(
    tmp_path: Path, sent: signal.Signals, code: int
) -> None:
    site = Site.golden(tmp_path)
    with locked(site.output, ignore):
        command = [sys.executable, "-m", "generator", "build", "--root", str(tmp_path)]
        environment = os.environ | {"PYTHONPATH": str(CHECKOUT)}
        with subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True) as second:
            assert second.stderr is not None
            assert f"build of {site.output}: process {os.getpid()}, since" in second.stderr.readline()
            second.send_signal(sent)
            assert second.stderr.read() == "dateline: stopped\n"
        assert second.returncode == code
        assert (site.output / ROOM_FOLDER / LOCK_FILE).exists(), "the first one's lock"
    assert not site.output.exists()


def test_the_lock_of_windows(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The same, with a stand-in for its library: a byte that nobody writes is taken, and asked for again."""
    asked: list[tuple[int, int, int]] = []

    def locking(descriptor: int, mode: int, size: int) -> None:
        asked.append((os.lseek(descriptor, 0, os.SEEK_CUR), mode, size))
        if len(asked) < 3:
            raise PermissionError(errno.EACCES, "in use")

    monkeypatch.setitem(sys.modules, "msvcrt", SimpleNamespace(locking=locking, LK_NBLCK=2))
    monkeypatch.setattr(sys, "platform", "win32")
    windows = loaded_again(system_lock)
    monkeypatch.setattr(windows, "_PAUSE", 0)
    with (tmp_path / "lock").open("w") as file:
        assert not windows.take(file.fileno())
        windows.wait(file.fileno())
    assert asked == [(1 << 30, 2, 1)] * 3


def loaded_again(module: ModuleType) -> ModuleType:
    spec = spec_from_file_location("again", str(module.__file__))
    assert spec is not None
    assert spec.loader is not None
    again = module_from_spec(spec)
    spec.loader.exec_module(again)
    return again


def refuse(number: int) -> Callable[..., object]:
    def refused(*_: object, **__: object) -> object:
        raise OSError(number, os.strerror(number))

    return refused
