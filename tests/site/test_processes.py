"""Pages are made and brought in by several processes: the same edition, and none where the disk refuses one of them."""

from __future__ import annotations

import errno
import os
import signal
from pathlib import Path

import pytest

from generator import batches, renewal
from generator.exports.file import FileOutput
from generator.plan import Output
from generator.publishing import door
from generator.publishing.waiting_room import ROOM_FOLDER
from tests.site.model_site import Site
from tests.site.two_editions import Tree, TwoEditions

HERE = os.getpid()


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> TwoEditions:
    """A site whose every build is worth processes, in batches of three pages."""
    monkeypatch.setattr(batches, "SIZE", 3)
    monkeypatch.setattr(renewal, "is_enough", lambda *_: True)
    site = TwoEditions(tmp_path)
    site.lay_out(0)
    return site


def build(site: TwoEditions, jobs: int) -> Tree:
    Site(site.root).build(jobs=jobs)
    return site.tree()


def test_any_number_of_processes_leaves_the_same_edition(site: TwoEditions, tmp_path: Path) -> None:
    by_one = TwoEditions(tmp_path / "one")
    by_one.lay_out(0)
    assert build(site, 3) == build(by_one, 1)


def fail_in_a_worker(monkeypatch: pytest.MonkeyPatch, fault: OSError | None) -> None:
    """The third file that a worker brings in does not get through; without a fault, the worker is killed there."""
    write, written = door.write_file, []

    def struck(file: str, content: bytes) -> None:
        written.append(file)
        if os.getpid() != HERE and len(written) == 3:
            if fault is None:
                os.kill(os.getpid(), signal.SIGKILL)
            else:
                raise fault
        write(file, content)

    monkeypatch.setattr(door, "write_file", struck)


@pytest.mark.parametrize("fault", [OSError(errno.ENOSPC, "No space left on device"), None])
def test_a_fault_in_a_worker_leaves_the_old_edition(
    site: TwoEditions, monkeypatch: pytest.MonkeyPatch, fault: OSError | None
) -> None:
    before = build(site, 2)
    site.lay_out(1)
    with monkeypatch.context() as here:
        fail_in_a_worker(here, fault)
        with pytest.raises(OSError, match=r"No space left|was killed") as told:
            build(site, 2)
    if fault:
        assert (told.value.errno, Path(told.value.filename).is_relative_to(site.output)) == (
            errno.ENOSPC,
            True,
        )
    assert (site.tree(), (site.output / ROOM_FOLDER).exists()) == (before, False)
    after = build(site, 2)
    assert after != before
    assert after.keys() == {path for path in after if not path.startswith(ROOM_FOLDER)}


def written(graph: object, subject: str) -> bytes:
    raise AssertionError((graph, subject))


def output(address: str, *, whole: bool = False) -> Output:
    return FileOutput(address=address, write=written, whole=whole)


def test_files_of_all_records_are_batches_of_their_own_and_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batches, "SIZE", 2)
    outputs = [
        output("a/"),
        output("data/events.csv", whole=True),
        output("data/events.json", whole=True),
        output("data/events.json.gz", whole=True),
        output("data/events.jsonld", whole=True),
        output("events/x/"),
        output("events/y/"),
    ]
    made = batches.batches(outputs, 7)
    assert [[one.address for one in batch.outputs] for batch in made] == [
        ["data/events.csv"],
        ["data/events.json", "data/events.json.gz"],
        ["data/events.jsonld"],
        ["a/", "events/x/"],
        ["events/y/"],
    ]
    assert [batch.first for batch in made] == [7, 8, 10, 11, 13]


def test_processes_are_started_for_many_pages_or_for_large_files() -> None:
    pages = batches.batches([output(f"{number}/") for number in range(batches.ENOUGH)], 0)
    files = batches.batches([output("a.json", whole=True), output("b.json", whole=True)], 0)
    assert batches.is_enough(pages, 1)
    assert not batches.is_enough(pages[:-1], batches.MANY_RECORDS)
    assert not batches.is_enough(files, 100)
    assert batches.is_enough(files, batches.MANY_RECORDS)
