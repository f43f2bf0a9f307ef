"""Workers that are killed, and workers whose parent is: nobody waits for ever, and nobody stays."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from generator.workers import ordered_map

CHECKOUT = Path(__file__).parents[2]

AT_WORK = """
import os, time
from generator.workers import ordered_map

def work(_shared, task):
    print(os.getpid(), flush=True)
    time.sleep(60)

list(ordered_map(work, None, [1, 2], jobs=2, enough=1))
"""


def die(_shared: None, task: int) -> int:
    if task == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return task


def test_a_killed_worker_is_a_fault_and_no_wait() -> None:
    with pytest.raises(ChildProcessError, match="for want of memory"):
        list(ordered_map(die, None, range(8), jobs=2, enough=1))


def test_workers_end_with_their_parent() -> None:
    script = [sys.executable, "-c", AT_WORK]
    with subprocess.Popen(script, cwd=CHECKOUT, stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        assert parent.stdout.readline()
        assert parent.stdout.readline()
        parent.kill()
        assert parent.stdout.read() == ""  # which it is when nobody is left who could write there


def test_workers_do_not_finish_what_nobody_waits_for() -> None:
    """Ctrl-C is answered at once, whatever the workers are at."""
    script = [sys.executable, "-c", AT_WORK]
    with subprocess.Popen(
        script, cwd=CHECKOUT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as parent:
        assert parent.stdout is not None
        assert parent.stdout.readline()
        assert parent.stdout.readline()
        parent.send_signal(
            signal.SIGINT
        )  # to the parent alone: as on a terminal, where workers do not mind it
        assert parent.stdout.read() == ""
    assert parent.returncode not in {0, -signal.SIGKILL}
