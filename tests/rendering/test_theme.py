"""The built-in theme's own files: what it carries from npm, and colours that can be read."""

from __future__ import annotations

import gzip
import hashlib
import json
import re

import pytest

from generator.rendering.theme import assets, theme_folder

THEME = theme_folder()
CSS = (THEME / "assets/site.css").read_text(encoding="utf-8")
ROOM = {
    "assets/box.js",
    "assets/days.js",
    "assets/fold.js",
    "assets/icon.svg",
    "assets/known.js",
    "assets/loading.js",
    "assets/map-pane.js",
    "assets/map.css",
    "assets/map.js",
    "assets/network.css",
    "assets/network.js",
    "assets/search-index.js",
    "assets/search.css",
    "assets/search.js",
    "assets/site.css",
    "assets/theme.js",
    "assets/timeline-axis.js",
    "assets/timeline-drawing.js",
    "assets/timeline-marks.js",
    "assets/timeline-steering.js",
    "assets/timeline.css",
    "assets/timeline.js",
}


def vendored():
    for package in json.loads((THEME / "assets/vendor.json").read_text(encoding="utf-8")):
        yield from package["files"]


def test_vendored_files_are_those_that_were_collected():
    for file in vendored():
        content = (THEME / "assets" / file["path"]).read_bytes()
        assert (hashlib.sha256(content).hexdigest(), len(content)) == (file["sha256"], file["bytes"]), file[
            "path"
        ]


def test_every_asset_is_ours_or_accounted_for():
    collected = {f"assets/{file['path']}" for file in vendored() if not file["path"].endswith(".ttf")}
    assert {asset.address for asset in assets([THEME])} == collected | ROOM | {"assets/fonts.css"}


def test_no_asset_asks_another_host():
    for asset in assets([THEME]):
        if asset.source.suffix in {".css", ".js"}:
            text = asset.source.read_text(encoding="utf-8")
            assert not re.search(r"https?://|@import|url\(\s*[\"']?//", text), asset.address


def test_fonts_that_are_named_are_there():
    css = (THEME / "assets/fonts.css").read_text(encoding="utf-8")
    named = re.findall(r'url\("([^"]+)"\)', css)
    assert len(named) == 11
    assert all((THEME / "assets" / name).is_file() for name in named)


def test_scripts_are_small():
    scripts = [asset for asset in assets([THEME]) if asset.source.suffix == ".js"]
    ours = [asset for asset in scripts if not re.match(r"assets/(vendor/|search|map)", asset.address)]
    assert sum(len(gzip.compress(asset.source.read_bytes(), mtime=0)) for asset in ours) < 30_000


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    ("text", "ground", "least"),
    [
        ("ink", "paper", 7),
        ("soft", "paper", 4.5),
        ("accent", "paper", 4.5),
        ("ink", "sheet", 7),
        ("ink", "accent-sheet", 4.5),
        ("line", "paper", 3),
    ],
)
def test_contrast_is_wcag_aa(scheme, text, ground, least):
    colours = palettes()[scheme]
    assert contrast(colours[text], colours[ground]) >= least


def test_the_switch_and_the_systems_setting_show_the_same_dark():
    blocks = re.findall(r"color-scheme: dark;(.*?)\}", CSS, re.DOTALL)
    assert len(blocks) == 2
    assert len({re.sub(r"\s", "", block) for block in blocks}) == 1


def palettes():
    """Custom properties that are colours, for each scheme."""
    return {
        scheme: dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6})", block))
        for scheme, block in re.findall(
            r"color-scheme: (light|dark);(.*?)\}", CSS.partition("@layer print {")[0], re.DOTALL
        )
    }


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2.2."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    channels = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    linear = [
        channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4 for channel in channels
    ]
    return sum(weight * channel for weight, channel in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
