"""Folders that must never be published into."""

from __future__ import annotations

import os
import pwd
from pathlib import Path
from types import SimpleNamespace

import pytest

from generator.publishing.folder import refusal


def test_the_usual_folder_is_fine(tmp_path: Path) -> None:
    assert refusal(tmp_path, tmp_path / "site") is None
    assert refusal(tmp_path / "a", tmp_path / "elsewhere") is None


@pytest.mark.parametrize(
    "inside", ["content", "content/x", "templates", ".git/x", ".dateline", ".dateline/site"]
)
def test_inside_the_source_is_refused(tmp_path: Path, inside: str) -> None:
    assert "inside" in str(refusal(tmp_path, tmp_path / inside))


def test_the_source_and_what_holds_it_are_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path / "a", tmp_path / "a") == "it holds the source"
    assert refusal(tmp_path / "a", tmp_path) == "it holds the source"


def test_what_a_link_leads_to_is_the_source_too(tmp_path: Path) -> None:
    (tmp_path / "notes" / "story").mkdir(parents=True)
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "content").symlink_to(tmp_path / "notes" / "story")
    assert refusal(tmp_path / "a", tmp_path / "notes" / "story" / "site") == "it is inside the site's source"
    assert refusal(tmp_path / "a", tmp_path / "notes") == "it holds the source"
    assert refusal(tmp_path / "a", tmp_path / "notes" / "site") is None


def test_another_name_of_the_source_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As on disks that do not tell `Content` from `content`: another path, the same folder."""
    (tmp_path / "content").mkdir()
    (tmp_path / "Content").mkdir()
    stat = Path.stat
    monkeypatch.setattr(
        Path,
        "stat",
        lambda self, **_: stat(self.parent / self.name.lower() if self.name == "Content" else self),
    )
    assert refusal(tmp_path, tmp_path / "Content" / "site") == "it is inside the site's source"


@pytest.mark.parametrize("kind", [".git", ".hg", ".svn", ".jj", ".bzr"])
def test_repositories_are_refused(tmp_path: Path, kind: str) -> None:
    (tmp_path / "other" / kind).mkdir(parents=True)
    assert refusal(tmp_path / "a", tmp_path / "other") == "it is the root of a repository"
    assert (
        refusal(tmp_path / "a", tmp_path / "other" / kind / "x")
        == "it is inside what a repository keeps of itself"
    )
    assert refusal(tmp_path / "a", tmp_path / "other" / "site") is None


def test_a_linked_working_tree_is_a_repository_too(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / ".git").write_text("gitdir: elsewhere")
    assert refusal(tmp_path / "a", tmp_path / "other") == "it is the root of a repository"


def test_homes_and_the_root_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert refusal(tmp_path / "a", Path.home().resolve()) == "it is a home folder"
    assert refusal(tmp_path / "a", Path("/")) == "it is the root of the file system"
    monkeypatch.setenv("HOME", str(tmp_path / "homes" / "me"))
    assert refusal(tmp_path / "a", tmp_path / "homes" / "me") == "it is a home folder"
    assert refusal(tmp_path / "a", tmp_path / "homes") == "it holds a home folder"
    assert refusal(tmp_path / "a", tmp_path / "homes" / "me" / "site") is None
    really_mine = Path(pwd.getpwuid(os.getuid()).pw_dir).resolve()
    assert "home folder" in str(refusal(tmp_path / "a", really_mine))
    assert refusal(tmp_path / "a", Path("/home")) == "it holds a home folder"


def test_the_homes_of_others_are_refused_but_not_those_of_servers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    users = [
        SimpleNamespace(pw_uid=1001, pw_dir=str(tmp_path / "her")),
        SimpleNamespace(pw_uid=33, pw_dir=str(tmp_path / "www")),
    ]
    monkeypatch.setattr(pwd, "getpwall", lambda: users)
    assert refusal(tmp_path / "a", tmp_path / "her") == "it is a home folder"
    assert refusal(tmp_path / "a", tmp_path / "www") is None


def test_a_user_without_a_home_is_no_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("HOME")
    monkeypatch.setattr(pwd, "getpwall", list)
    assert refusal(tmp_path / "a", tmp_path / "site") is None


def test_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert refusal(tmp_path / "a", tmp_path / "file") == "it is not a folder"
