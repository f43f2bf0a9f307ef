"""A build is killed, stopped, or refused something by the disk, at calls from the first to the last (`tests.site.kill_points`).

Each strike goes from one edition to another: the folder must then hold whole files only, or the old edition; and the next
build must leave what a clean one would, and nothing else. Here at some calls; `make soak-kill` takes each of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.site.kill_points import KILLED, REFUSED, Bench, breaches, broken


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bench]:
    with Bench.at(tmp_path_factory.mktemp("struck")) as bench:
        yield bench


@pytest.mark.parametrize("begin", [0, 4])
def test_a_killed_build_tears_nothing_and_the_next_one_puts_all_right(bench: Bench, begin: int) -> None:
    assert broken(bench, KILLED, begin=begin, stride=8) == []


@pytest.mark.parametrize(("what", "stride"), [("signal=TERM", 15), ("signal=INT", 43)])
def test_a_stopped_build_leaves_one_edition_or_the_other(bench: Bench, what: str, stride: int) -> None:
    assert broken(bench, what, stride=stride) == []


@pytest.mark.parametrize("what", REFUSED)
def test_what_the_disk_refuses_leaves_the_old_edition_and_is_told(bench: Bench, what: str) -> None:
    assert broken(bench, what, begin=31 * list(REFUSED).index(what), stride=97) == []


def test_what_is_synced_and_when(bench: Bench) -> None:
    """The journal before the first move, the manifest before it moves, the folder before the journal goes."""
    bench.site.lay_out(1 - bench.site.now)
    calls = [call for call in bench.press.build("fsync|openat|rename|unlink").calls if "= -1" not in call]
    calls = calls[next(at for at, call in enumerate(calls) if "journal.json.new" in call) :]
    told = [word for call in calls if (word := _word(call, bench.site.output))]
    assert told[:6] == ["journal written", "sync", "journal named", "sync", "sync", "page"]
    assert told[-4:] == ["page", "manifest", "sync", "journal gone"]


def _word(call: str, output: Path) -> str:
    words = {
        "fsync(": "sync",
        f'rename("{output}/.dateline-publishing/journal.json.new"': "journal named",
        f'unlink("{output}/.dateline-publishing/journal.json")': "journal gone",
    }
    if call.startswith("rename(") and ".dateline/" not in call:
        return "manifest" if "edition.json" in call else words.get(call.partition(",")[0], "page")
    if call.startswith("openat(") and "journal.json.new" in call:
        return "journal written"
    return next((word for start, word in words.items() if call.startswith(start)), "")


@pytest.mark.parametrize(
    ("writer", "promise"),
    [("in place", "torn"), ("beside the page", "the next build is not what a clean one is")],
)
def test_naive_writers_are_caught(tmp_path: Path, writer: str, promise: str) -> None:
    """The control: what is promised here is not so by itself."""
    with Bench.at(tmp_path, writer) as bench:
        assert any(promise in line for line in breaches(bench, KILLED, begin=20, stride=17))


def test_a_call_that_is_never_reached_strikes_nobody(bench: Bench) -> None:
    assert bench.strike(("rename", 10_000), KILLED).struck == ""
