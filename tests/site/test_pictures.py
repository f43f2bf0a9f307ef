"""Pictures for shared links, as a whole site publishes them, and when they are made."""

from __future__ import annotations

from pathlib import Path
from struct import unpack_from

import pytest

from generator.cli import missing_extras
from generator.rendering import drawing
from tests.site.model_site import Site
from tests.site.published import PublishedSite

BASE = "https://dateline.example/"


def test_every_listed_page_names_a_picture_that_is_there(shipped: PublishedSite) -> None:
    named = set()
    for path, page in shipped.pages.items():
        tags = {attributes.get("property"): attributes.get("content", "") for _, attributes in page.elements}
        listed = any(attributes.get("rel") == "canonical" for _, attributes in page.elements)
        assert ("og:image" in tags) == listed, path
        if listed:
            named.add(tags["og:image"].removeprefix(BASE))
    pictures = {path for path in shipped.files if path.startswith("assets/cards/")}
    assert named == pictures
    assert len(pictures) > 500
    for path in pictures:
        assert unpack_from(">II", shipped.files[path], 16) == (1200, 630), path


def test_pictures_are_small(shipped: PublishedSite) -> None:
    sizes = [len(content) for path, content in shipped.files.items() if path.startswith("assets/cards/")]
    assert max(sizes) < 100_000
    assert sum(sizes) / len(sizes) < 50_000


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The drawings that are made from here on."""
    drawings: list[str] = []
    draw = drawing._draw

    def counted(svg: str, case: drawing.Typecase) -> bytes:
        drawings.append(svg)
        return draw(svg, case)

    monkeypatch.setattr(drawing, "_draw", counted)
    return drawings


def test_a_picture_is_made_only_when_what_it_shows_changes(tmp_path: Path, made: list[str]) -> None:
    site = Site.golden(tmp_path)
    site.build()
    pictures = {path for path in site.published().files if path.startswith("assets/cards/")}
    assert len(made) == len(pictures) > 10
    made.clear()
    site.build()
    site.edit("content/actors/amina-saleh.md", "name: Amina Saleh", "name: Amina al-Saleh").build()
    assert len(made) == 1
    assert "Amina al-Saleh" in made[0]


def test_they_are_made_anew_in_another_folder_out_of_memory(tmp_path: Path, made: list[str]) -> None:
    site = Site.golden(tmp_path)
    site.build()
    made.clear()
    site.build(output=tmp_path / "elsewhere")
    assert made == []


def test_a_site_that_wants_none_and_an_edition_for_a_disk_have_none(tmp_path: Path, made: list[str]) -> None:
    site = Site.golden(tmp_path)
    site.build(portable=True)
    site.edit("content/site.yaml", "title:", "cards: false\ntitle:").build()
    assert made == []
    page = site.published().files["index.html"]
    assert b"og:image" not in page
    assert b'name="twitter:card" content="summary"' in page


def test_a_build_without_the_extra_says_what_it_leaves_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(missing_extras, "find_spec", lambda _module: None)
    (line,) = [line for line in missing_extras.missing_extras() if "cards" in line]
    assert line == "left out: pictures for shared links (pip install 'dateline[cards]' brings it)"
