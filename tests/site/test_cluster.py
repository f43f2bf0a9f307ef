"""A build on a Dask cluster: the same bytes as here, or one line that says why not."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator import cluster
from tests.benches.corpus import make_corpus
from tests.benches.layouts import lay_out
from tests.cli.dateline import CHECKOUT, dateline
from tests.site.published import PublishedSite


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Enough records and pages to be handed out."""
    folder = tmp_path_factory.mktemp("cluster") / "site"
    lay_out(make_corpus(100), "dateline", folder)
    return folder


@pytest.fixture
def scheduler(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """A scheduler with two workers in processes of their own."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.site.dask_cluster", "2", "2"],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(CHECKOUT)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        yield process
        process.communicate()


def answer(process: subprocess.Popen[str], line: str = "") -> str:
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(line)
    process.stdin.flush()
    return process.stdout.readline().strip()


def test_two_workers_over_a_shared_folder_give_the_same_edition(
    site: Path, scheduler: subprocess.Popen[str], tmp_path: Path
) -> None:
    address = answer(scheduler)
    own = site / "templates"
    own.mkdir()
    for text in (
        "one",
        "another",
    ):  # what a worker remembers of a build's templates must not stand in the next
        (own / "topics.html").write_text(text)
        there = dateline("build", "--output", tmp_path / "there", "--executor", address, cwd=site)
        assert there.returncode == 0, there.stderr
    assert answer(scheduler, "who?\n").split()[0] == "2"
    here = dateline("build", "--output", tmp_path / "here", cwd=site)
    assert here.returncode == 0, here.stderr
    edition = PublishedSite(tmp_path / "there").files
    assert edition == PublishedSite(tmp_path / "here").files
    assert edition["topics/index.html"] == b"another"


def test_nobody_at_the_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "PATIENCE", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as free:
        address = f"dask://127.0.0.1:{free.getsockname()[1]}"
    with pytest.raises(ConnectionError) as failed, cluster.crew_at(address, ()):
        pass
    assert (failed.value.filename, failed.value.strerror) == (address, "no Dask scheduler answers there")


def test_workers_that_would_give_other_bytes_are_refused(tmp_path: Path) -> None:
    mine = cluster.muster((str(tmp_path), str(tmp_path / "away")))
    assert mine[1] == (str(tmp_path / "away"),)
    unfit = cluster._unfit
    assert unfit({}) == "the scheduler has no workers"
    assert unfit({"tcp://a": (mine[0], ())}) == ""
    assert unfit({"tcp://a": mine}) == f"the worker at tcp://a has no folder {tmp_path / 'away'}"
    assert "runs another Dateline" in unfit({"tcp://a": (mine[0], ()), "tcp://b": ("0" * 16, ())})
    assert unfit({"tcp://a": ModuleNotFoundError("No module named 'generator'")}) == (
        "the worker at tcp://a cannot run Dateline: ModuleNotFoundError: No module named 'generator'"
    )


def test_without_the_extra_the_command_says_what_brings_it(site: Path, tmp_path: Path) -> None:
    (tmp_path / "distributed.py").write_text(
        "raise ModuleNotFoundError(\"No module named 'distributed'\", name='distributed')"
    )
    said = dateline(
        *("build", "--output", tmp_path / "there", "--executor", "dask://127.0.0.1:1"),
        cwd=site,
        PYTHONPATH=f"{tmp_path}:{CHECKOUT}",
    )
    assert said.returncode == 2
    assert said.stderr.endswith(
        "Error: --executor needs distributed: pip install 'dateline[cluster]' brings it\n"
    )


@pytest.mark.parametrize("address", ["tcp://host:8786", "dask://host", "dask://host:8786/x", "ray://host:1"])
def test_an_address_that_is_none(site: Path, address: str) -> None:
    said = dateline("build", "--executor", address, cwd=site)
    assert said.returncode == 2
    assert "is no address of a Dask scheduler, like dask://host:8786" in said.stderr
