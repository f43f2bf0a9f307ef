"""The same content gives the same bytes, whatever the machine is like."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator.publishing.edition import Edition, read_edition

CHECKOUT = Path(__file__).parents[2]

CIRCUMSTANCES = {
    "one process": (["--jobs", "1"], {}),
    "three processes": (["--jobs", "3"], {}),
    "another hash seed": ([], {"PYTHONHASHSEED": "4711"}),
    "another time zone": ([], {"TZ": "Pacific/Kiritimati"}),
    "another locale": ([], {"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"}),
    "no home, no UTF-8": ([], {"LC_ALL": "C", "PYTHONUTF8": "0", "HOME": "/nonexistent"}),
    "another day": ([], {"SOURCE_DATE_EPOCH": "0"}),
}


def edition(
    root: Path, output: Path, arguments: list[str], environment: dict[str, str], umask: int = 0o022
) -> Edition:
    done = subprocess.run(
        [sys.executable, "-m", "generator", "build", "--root", root, "--output", output, *arguments],
        env=os.environ | {"PYTHONPATH": str(CHECKOUT), "PYTHONHASHSEED": "1"} | environment,
        capture_output=True,
        text=True,
        cwd=output.parent,
        umask=umask,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found = read_edition(output)
    assert found is not None
    return found


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    return edition(CHECKOUT, tmp_path_factory.mktemp("usual") / "site", [], {})


@pytest.mark.parametrize("circumstance", CIRCUMSTANCES)
def test_the_same_bytes(usual: Edition, circumstance: str, tmp_path: Path) -> None:
    arguments, environment = CIRCUMSTANCES[circumstance]
    assert edition(CHECKOUT, tmp_path / "site", arguments, environment) == usual


def test_the_same_bytes_in_another_folder_with_files_made_in_another_order(
    usual: Edition, tmp_path: Path
) -> None:
    files = sorted((CHECKOUT / "content").rglob("*.*"), key=lambda file: file.name[::-1])
    for file in files:
        target = tmp_path / "elsewhere" / "content" / file.relative_to(CHECKOUT / "content")
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, target)
    assert edition(tmp_path / "elsewhere", tmp_path / "site", [], {}) == usual


def test_something_else_gives_other_bytes(usual: Edition, tmp_path: Path) -> None:
    """The control: the comparison can tell editions apart."""
    assert edition(CHECKOUT, tmp_path / "site", ["--base-url", "https://other.example/"], {}) != usual


def test_file_modes_follow_the_umask_alone(tmp_path: Path) -> None:
    edition(CHECKOUT, tmp_path / "site", [], {}, umask=0o027)
    modes = {file.stat().st_mode & 0o777 for file in (tmp_path / "site").rglob("*") if file.is_file()}
    assert modes == {0o640}
