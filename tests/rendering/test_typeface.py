"""Reading fonts: which letters they have and how wide those are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.rendering.theme import theme_folder
from generator.rendering.typeface import UnreadableFontError, read_typeface
from generator.rendering.typesetting import FONTS, typecase

FOLDER = theme_folder() / FONTS
SERIF = FOLDER / "serif-600.ttf"


@pytest.mark.parametrize("name", ["serif-600", "sans-400", "sans-600"])
def test_the_themes_fonts_have_the_letters_of_four_scripts(name):
    face = read_typeface(FOLDER / f"{name}.ttf")
    assert [letter for letter in "Aaz09(“–…ßéşłʿΩжїقطٱپ؟٣" if not face.has(letter)] == []
    assert not face.has("東")


def test_widths_are_parts_of_the_size():
    """As fontTools reads them from the same file, of 1000 units."""
    widths = read_typeface(SERIF).widths
    assert (widths["i"], widths["m"], widths[" "]) == (0.336, 0.961, 0.228)


def test_what_is_no_font_is_said_to_be_none(tmp_path):
    path = tmp_path / "serif-600.ttf"
    path.write_bytes(b"OTTO no font")
    with pytest.raises(UnreadableFontError, match=r"serif-600\.ttf cannot be read"):
        read_typeface(path)


@given(st.integers(0, 4000), st.integers(0, 255))
def test_a_broken_font_is_read_or_refused(tmp_path_factory, at, byte):
    content = bytearray(SERIF.read_bytes())
    content[at] = byte
    path = tmp_path_factory.mktemp("broken") / "font.ttf"
    path.write_bytes(content[: max(at, 3000)])
    try:
        read_typeface(path)
    except UnreadableFontError:
        return


def test_a_sites_own_font_stands_before_the_themes_of_that_name(tmp_path):
    own = tmp_path / FONTS
    own.mkdir(parents=True)
    (own / "serif-600.ttf").write_bytes((FOLDER / "sans-600.ttf").read_bytes())
    (own / "more.ttf").write_bytes(SERIF.read_bytes())
    case = typecase((tmp_path, theme_folder()))
    assert [path.name for path in case.files] == ["more.ttf", "sans-400.ttf", "sans-600.ttf", "serif-600.ttf"]
    assert case.faces["serif-600"].path.parent == own
