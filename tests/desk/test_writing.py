"""All files of a change, or none."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from generator.desk.splices import Splice, spliced
from generator.desk.writing import write


def test_new_changed_and_removed(tmp_path: Path) -> None:
    (tmp_path / "old").write_bytes(b"old")
    (tmp_path / "same").write_bytes(b"1")
    (tmp_path / "same").chmod(0o640)
    outcome = {"old": None, "same": b"2", "folder/new": b"new"}
    assert write(tmp_path, outcome, {"old": b"old", "same": b"1"}) == ()
    assert sorted(file.name for file in tmp_path.rglob("*")) == ["folder", "new", "same"]
    assert (tmp_path / "same").read_bytes() == b"2"
    assert (tmp_path / "same").stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("now", [b"an editor's text", None])
def test_a_file_that_changed_meanwhile_stops_everything(tmp_path: Path, now: bytes | None) -> None:
    (tmp_path / "a").write_bytes(b"a")
    if now is not None:
        (tmp_path / "b").write_bytes(now)
    findings = write(tmp_path, {"a": b"A", "b": b"B"}, {"a": b"a", "b": b"b"})
    assert [(finding.code, finding.span.path) for finding in findings] == [("D804", "b")]
    assert (tmp_path / "a").read_bytes() == b"a"


def test_a_disk_that_fills_up_midway_leaves_all_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = {"a": b"a", "b": b"b", "c": b"c"}
    for name, text in before.items():
        (tmp_path / name).write_bytes(text)
    replace = Path.replace

    def fails(self: Path, target: Path) -> Path:
        if target.name == "b":
            raise OSError(errno.ENOSPC, "No space left on device")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", fails)
    with pytest.raises(OSError, match="No space"):
        write(tmp_path, {"a": b"A", "b": b"B", "c": None}, before)
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == before


def test_splices_count_lines_as_the_reader_does() -> None:
    raw = "\ufeffa\r\nbé\rc\r\n".encode()
    assert (
        spliced(raw, [Splice(2, 3, "B"), Splice(5, 6, "x\ny"), Splice(7, 7, "\n")])
        == "\ufeffa\r\nBé\rx\r\ny\r\n\r\n".encode()
    )
