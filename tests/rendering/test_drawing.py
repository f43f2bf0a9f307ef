"""Drawings as pictures: letters of both directions, and a memory that is never trusted."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.rendering import drawing
from generator.rendering.drawing import SHELF, drawn
from generator.rendering.theme import theme_folder
from generator.rendering.typesetting import typecase
from tests.rendering.pixels import likeness, read_png

CASE = typecase((theme_folder(),))
REFERENCE = Path(__file__).parent / "reference" / "arabic-line.png"
ARABIC = "سقوط مطار الطبقة (2014) بيد ISIL."


def line(text: str) -> str:
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="72"><rect width="600" height="72" fill="#fff"/>'
        '<text x="590" y="48" text-anchor="end" font-family="Dateline Serif" font-weight="600" font-size="40">'
        f"{text}</text></svg>"
    )


def turned(text: str) -> str:
    (only,) = CASE.fitted(text, "serif-600", 40, 40, 2000, 1).lines
    return only


def test_arabic_with_figures_and_latin_is_shaped_and_ordered_as_harfbuzz_and_fribidi_do():
    """The reference was drawn from the same font by Pillow with Raqm, HarfBuzz 14.5 and FriBidi 1.0.8."""
    reference = read_png(REFERENCE.read_bytes())
    assert likeness(read_png(drawn(line(turned(ARABIC)), CASE, None)), reference) > 0.75


@pytest.mark.parametrize(
    "wrong",
    [ARABIC, turned("\u200c".join(ARABIC)), f"\u202e{ARABIC[::-1]}\u202c"],
    ids=["run from left to right", "letters apart", "backwards"],
)
def test_the_comparison_sees_what_is_wrong(wrong):
    reference = read_png(REFERENCE.read_bytes())
    assert likeness(read_png(drawn(line(wrong), CASE, None)), reference) < 0.75


def test_a_drawing_is_the_same_picture_every_time(tmp_path):
    first = drawn(line("Tabqa"), CASE, None)
    assert read_png(first).size == (600, 72)
    assert [drawn(line("Tabqa"), CASE, folder) for folder in (None, tmp_path, tmp_path)] == [first] * 3


def test_what_was_drawn_is_not_drawn_again(tmp_path, monkeypatch):
    first = drawn(line("Tabqa"), CASE, tmp_path)
    monkeypatch.setattr(drawing, "_draw", lambda _svg, _case: b"again")
    assert drawn(line("Tabqa"), CASE, tmp_path) == first
    assert drawn(line("Raqqa"), CASE, tmp_path) == b"again"


@pytest.mark.parametrize(
    "harm",
    [
        lambda _: b"",
        lambda png: png[:-1],
        lambda png: png + b"x",
        lambda png: png[:60] + b"\0" + png[61:],
        lambda png: png[:33],
    ],
    ids=["empty", "cut", "longer", "changed", "no end"],
)
def test_a_picture_that_was_harmed_is_drawn_again(tmp_path, harm):
    first = drawn(line("Tabqa"), CASE, tmp_path)
    (kept,) = tmp_path.rglob("*.png")
    kept.write_bytes(harm(first))
    assert drawn(line("Tabqa"), CASE, tmp_path) == first
    assert kept.read_bytes() == first


def test_a_memory_that_cannot_be_used_is_done_without(tmp_path):
    (tmp_path / "cards").write_text("a file where a folder must be")
    assert drawn(line("Tabqa"), CASE, tmp_path / "cards") == drawn(line("Tabqa"), CASE, None)


def test_other_fonts_or_another_renderer_draw_anew(tmp_path, monkeypatch):
    drawn(line("Tabqa"), CASE, tmp_path)
    monkeypatch.setattr(drawing, "_renderer", lambda _case: "resvg-py 99")
    drawn(line("Tabqa"), CASE, tmp_path)
    assert len(list(tmp_path.rglob("*.png"))) == 2


def test_a_full_shelf_lets_the_oldest_go(tmp_path):
    drawn(line("Tabqa"), CASE, tmp_path)
    (kept,) = tmp_path.rglob("*.png")
    kept.unlink()
    for number in range(SHELF):
        (kept.parent / f"{number:03}.png").write_bytes(b"")
    drawn(line("Tabqa"), CASE, tmp_path)
    assert len(list(kept.parent.iterdir())) == SHELF
    assert kept.is_file()


def test_what_is_no_svg_is_a_value_error():
    with pytest.raises(ValueError, match="root node"):
        drawn("<svg", CASE, None)
