"""Folders that must never be published into."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.publishing.folder import refusal


def test_the_usual_folder_is_fine(tmp_path: Path) -> None:
    assert refusal(tmp_path, tmp_path / "site") is None
    assert refusal(tmp_path / "a", tmp_path / "elsewhere") is None


@pytest.mark.parametrize("inside", ["content", "content/x", "templates", ".git/x"])
def test_inside_the_source_is_refused(tmp_path: Path, inside: str) -> None:
    assert "inside" in str(refusal(tmp_path, tmp_path / inside))


def test_the_source_and_what_holds_it_are_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path / "a", tmp_path / "a") == "it holds the source"
    assert refusal(tmp_path / "a", tmp_path) == "it holds the source"


def test_home_root_and_repositories_are_refused(tmp_path: Path) -> None:
    (tmp_path / "other" / ".git").mkdir(parents=True)
    assert refusal(tmp_path / "a", Path.home().resolve()) == "it is your home folder"
    assert refusal(tmp_path / "a", Path("/")) == "it is the root of the file system"
    assert refusal(tmp_path / "a", tmp_path / "other") == "it is the root of a repository"


def test_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert refusal(tmp_path / "a", tmp_path / "file") == "it is not a folder"
