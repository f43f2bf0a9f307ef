"""Whatever is edited, in whatever order, an incremental build leaves exactly what a clean build would.

A model site goes through random edits; after each, the folder is held against a clean build's, byte for byte and mode
for mode, and the files written must be exactly those whose bytes differ.
"""

from __future__ import annotations

import random
import re
import shutil
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from unittest.mock import patch

import pytest

from generator import renewal
from generator.graph import neighbourhood
from generator.graph.graph import Graph
from generator.last_build import stands
from generator.rendering.theme import Asset, assets
from tests.site import edits
from tests.site.edits import EDITS, Draft, Edit
from tests.site.model_site import Site

SEQUENCES = 200
EDITS_EACH = 8
FEW = 8
"""Pages that are worth processes here, so that the sequences with more than one have them."""

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
    """An incremental build that is not what a clean build is, after so many edits."""

    def __init__(self, log: list[str], what: str) -> None:
        super().__init__(f"{log}: {what}")
        self.edits = len(log)


class Run:
    """One sequence of edits on one site. `step` returns whether the edited site could be published."""

    def __init__(self, folder: Path, seed: int, choices: tuple[Edit, ...]) -> None:
        self.choices = choices
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
            edit = self.chance.choice(self.choices)
            self.log.append(edit.__name__)
            edit(draft)
        return self.build()

    def build(self) -> bool:
        self.before = tree(self.site.output)
        stood = stands(self.site.asked(**self.options))
        built = self.site.build(**self.options)
        if stood is not None and (built.published is None or built.published.written or stood != built.said):
            raise DifferenceError(self.log, "something changed, and it was taken for nothing")
        if built.published is None:
            assert tree(self.site.output) == self.before, "a build that fails leaves the site alone"
            return False
        found = tree(self.site.output)
        expected = self.clean_tree()
        if found != expected:
            wrong = sorted(
                path for path in found.keys() | expected.keys() if found.get(path) != expected.get(path)
            )
            raise DifferenceError(self.log, str(wrong))
        changed = {path for path in found if found[path] != self.before.get(path)} - {"edition.json"}
        if set(built.published.written) != changed:
            unlike = set(built.published.written) ^ changed
            raise DifferenceError(self.log, f"written {unlike} without need, or not")
        assert set(built.published.deleted) == self.before.keys() - found.keys()
        return True

    def clean_tree(self) -> Tree:
        """A build of a copy that remembers nothing."""
        shutil.rmtree(self.clean, ignore_errors=True)
        shutil.copytree(self.site.root / "content", self.clean / "content")
        if (self.site.root / "templates").is_dir():
            shutil.copytree(self.site.root / "templates", self.clean / "templates")
        built = Site(self.clean).build(**self.options | {"jobs": 1})
        assert built.published is not None, built.findings
        return tree(self.clean / "site")


def styles_alone(folders: Iterable[Path]) -> tuple[Asset, ...]:
    """The theme without its fonts, which weigh more than the whole model site and never change."""
    return tuple(asset for asset in assets(folders) if asset.address.endswith(".css"))


def run(seed: int, steps: int, choices: tuple[Edit, ...] = EDITS) -> int:
    """A sequence; how many of its steps were published. Raises DifferenceError."""
    with (
        tempfile.TemporaryDirectory() as folder,
        patch("generator.build.assets", styles_alone),
        patch("generator.batches.ENOUGH", FEW),
        patch("generator.batches.SIZE", FEW),
    ):
        sequence = Run(Path(folder), seed, choices)
        return sum(sequence.step() for _ in range(steps))


def in_two_languages(folder: Path, seed: int, choices: tuple[Edit, ...], steps: int) -> int:
    """The same of a site in two languages."""
    with patch("generator.build.assets", styles_alone):
        sequence = Run(folder, seed, choices)
        edits.tongues(Draft(sequence.site, sequence.chance, sequence.options))
        sequence.log.append("in two languages")
        assert sequence.build()
        return sum(sequence.step() for _ in range(steps))


def run_many(sequences: int, choices: tuple[Edit, ...]) -> int:
    """Sequences one after another, of some edits only."""
    return sum(run(seed, EDITS_EACH, choices) for seed in range(sequences))


@pytest.mark.timeout(900)
@pytest.mark.parametrize("share", range(SHARES))
def test_incremental_equals_clean(share: int) -> None:
    published = sum(run(seed, EDITS_EACH) for seed in range(share, SEQUENCES, SHARES))
    assert published > SEQUENCES * EDITS_EACH / SHARES / 2, "most edits make a site that can be published"


TRANSLATING = (
    *(edits.translate, edits.translation_file, edits.tongues, edits.body, edits.mention, edits.title),
    *(edits.alias, edits.former_name, edits.hide, edits.add, edits.delete, edits.summary, edits.actors),
)


@pytest.mark.timeout(900)
def test_incremental_equals_clean_in_two_languages(tmp_path: Path) -> None:
    published = sum(in_two_languages(tmp_path / str(seed), seed, TRANSLATING, 6) for seed in range(8))
    assert published > 8 * 6 / 3


@pytest.mark.timeout(900)
def test_the_machine_finds_a_translation_that_is_forgotten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(renewal, "_refuse_translations", lambda *_: None)
    with pytest.raises(DifferenceError):
        sum(in_two_languages(tmp_path / str(seed), seed, (edits.translation_file,), 4) for seed in range(20))


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
    """A graph whose site is called the same whatever its settings say."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self.site = replace(graph.site, title="", description="", author="")

    def __getattr__(self, name: str) -> object:
        return getattr(self._graph, name)


Dropped = tuple[Callable[[pytest.MonkeyPatch], None], tuple[Edit, ...]]

DROPPED: dict[str, Dropped] = {
    "body": (_without(r"#"), (edits.body,)),
    "card": (_without(r"="), (edits.title, edits.summary)),
    "neighbour": (_emptied("_beside"), (edits.date, edits.add)),
    "place roll-up": (_without(r"~location/"), (edits.places, edits.add)),
    "claim comparison": (_without(r"~(actor|article)/"), (edits.claims, edits.sources)),
    "reference": (_emptied("_named"), (edits.actors, edits.topics, edits.relation)),
    "mention": (_emptied("_meant"), (edits.mention,)),
    "list": (_without(r"\*"), (edits.add, edits.title)),
    "redirect": (_without(r"(\*|=|~event)"), (edits.rename, edits.body)),
    "template": (_basis_without("templates"), (edits.template,)),
    "settings": (_basis_without("settings"), (edits.settings,)),
}
"""What is dropped, and the edits that depend on it."""


@pytest.mark.timeout(900)
@pytest.mark.parametrize("dependency", DROPPED)
def test_the_machine_finds_a_dropped_dependency(dependency: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its power: with any kind of dependency lost, some sequence of edits that depend on it shows it."""
    drop, those = DROPPED[dependency]
    run_many(2, those)
    drop(monkeypatch)
    with pytest.raises(DifferenceError):
        run_many(20, those)
