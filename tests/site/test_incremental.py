"""Whatever is edited, in whatever order, an incremental build leaves exactly what a clean build would.

A model site goes through random edits; after each, the folder is held against a clean build's, byte for byte and mode
for mode, and the files written must be exactly those whose bytes differ.
"""

from __future__ import annotations

import random
import re
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from generator import renewal
from generator.graph import neighbourhood
from tests.site.edits import EDITS, Draft
from tests.site.model_site import Site

SEQUENCES = 200
EDITS_EACH = 8
SHARES = 4
"""Processes may share the work."""

Tree = dict[str, tuple[bytes, int]]


def tree(folder: Path) -> Tree:
    return {
        file.relative_to(folder).as_posix(): (file.read_bytes(), file.stat().st_mode)
        for file in folder.rglob("*")
        if file.is_file()
    }


class DifferenceError(AssertionError):
    """An incremental build that is not what a clean build is."""


class Run:
    """One sequence of edits on one site. `step` returns whether the edited site could be published."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.chance = random.Random(seed)  # noqa: S311 - chance that repeats is what is wanted
        self.site = Site.golden(folder / "site")
        self.site.edit("content/site.yaml", "licence:", "cards: false\nlicence:")
        self.clean = folder / "clean"
        self.options: dict[str, object] = {"drafts": False}
        self.log: list[str] = []
        assert self.build()

    def step(self) -> bool:
        draft = Draft(self.site, self.chance, self.options)
        for _ in range(self.chance.choice([1, 1, 1, 2, 3])):
            edit = self.chance.choice(EDITS)
            self.log.append(edit.__name__)
            edit(draft)
        return self.build()

    def build(self) -> bool:
        self.before = tree(self.site.output)
        built = self.site.build(**self.options)
        if built.published is None:
            assert tree(self.site.output) == self.before, "a build that fails leaves the site alone"
            return False
        found = tree(self.site.output)
        expected = self.clean_tree()
        if found != expected:
            wrong = sorted(
                path for path in found.keys() | expected.keys() if found.get(path) != expected.get(path)
            )
            raise DifferenceError(f"{self.log}: {wrong}")
        changed = {path for path in found if found[path] != self.before.get(path)} - {"edition.json"}
        if set(built.published.written) != changed:
            raise DifferenceError(
                f"{self.log}: written {set(built.published.written) ^ changed} without need, or not"
            )
        assert set(built.published.deleted) == self.before.keys() - found.keys()
        return True

    def clean_tree(self) -> Tree:
        """A build of a copy that remembers nothing."""
        shutil.rmtree(self.clean, ignore_errors=True)
        shutil.copytree(self.site.root / "content", self.clean / "content")
        if (self.site.root / "templates").is_dir():
            shutil.copytree(self.site.root / "templates", self.clean / "templates")
        built = Site(self.clean).build(**self.options)
        assert built.published is not None, built.findings
        return tree(self.clean / "site")


def run(seed: int, edits: int) -> int:
    """A sequence; how many of its steps were published. Raises DifferenceError."""
    with tempfile.TemporaryDirectory() as folder:
        sequence = Run(Path(folder), seed)
        return sum(sequence.step() for _ in range(edits))


def run_many(sequences: int) -> int:
    """Sequences one after another."""
    return sum(run(seed, EDITS_EACH) for seed in range(sequences))


@pytest.mark.timeout(900)
@pytest.mark.parametrize("share", range(SHARES))
def test_incremental_equals_clean(share: int) -> None:
    published = sum(run(seed, EDITS_EACH) for seed in range(share, SEQUENCES, SHARES))
    assert published > SEQUENCES * EDITS_EACH / SHARES / 2, "most edits make a site that can be published"


def _without(pattern: str) -> Callable[[pytest.MonkeyPatch], None]:
    """Marks of a kind are lost."""

    def patch(monkey: pytest.MonkeyPatch) -> None:
        marks_of = renewal.marks_of
        monkey.setattr(
            renewal,
            "marks_of",
            lambda graph, changes: frozenset(
                mark for mark in marks_of(graph, changes) if not re.match(pattern, mark)
            ),
        )

    return patch


def _emptied(name: str) -> Callable[[pytest.MonkeyPatch], None]:
    """A part of the neighbourhood is forgotten."""
    return lambda monkey: monkey.setattr(neighbourhood, name, lambda *_args, **_options: iter(()))


def _basis_without(part: str) -> Callable[[pytest.MonkeyPatch], None]:
    """The basis of all pages forgets something."""

    def patch(monkey: pytest.MonkeyPatch) -> None:
        if part == "templates":
            monkey.setattr(renewal, "STYLES", frozenset([".css", ".js", ".html"]))
        else:
            basis_of = renewal.basis_of
            monkey.setattr(
                renewal,
                "basis_of",
                lambda graph, settings, *, drafts: basis_of(_Nameless(graph), settings, drafts=drafts),
            )

    return patch


class _Nameless:
    """A graph whose site is always the same."""

    site = "the same"

    def __init__(self, graph: object) -> None:
        self._graph = graph

    def __getattr__(self, name: str) -> object:
        return getattr(self._graph, name)


DROPPED: dict[str, Callable[[pytest.MonkeyPatch], None]] = {
    "body": _without(r"#"),
    "the record itself (card, name)": _without(r"="),
    "neighbours in the timeline, the day and the story": _emptied("_beside"),
    "roll-up of places": _without(r"~location/"),
    "what a record names (claims, sources, actors)": _emptied("_named"),
    "comparison of claims on other pages": _without(r"~actor/"),
    "mentions": _emptied("_meant"),
    "the site as a whole": _without(r"\*"),
    "redirects and lists": _without(r"(\*|~)"),
    "template": _basis_without("templates"),
}


@pytest.mark.timeout(900)
@pytest.mark.parametrize("dependency", DROPPED)
def test_the_machine_finds_a_dropped_dependency(dependency: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its power: with any kind of dependency lost, some sequence shows it."""
    DROPPED[dependency](monkeypatch)
    with pytest.raises(DifferenceError):
        run_many(150)
