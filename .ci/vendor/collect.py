"""Copy what the built-in theme carries from npm packages into `templates/assets/`. For maintainers.

    cd .ci/vendor && npm ci && pip install -r requirements.txt && python3 collect.py

Writes the fonts with their licences, those of card pictures made of them (`card_fonts.py`), `fonts.css` (one `@font-face` a file, with the package's own
`unicode-range`, so that a browser fetches Arabic only where Arabic stands), the libraries of `libraries.py` (those of the preview in a folder of their own) and `vendor.json`
(name, version, licence, and path, SHA-256 and bytes of every file), which `tests/rendering` checks.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from dataclasses import dataclass
from pathlib import Path

from card_fonts import ARABIC_PACKAGE, CARD_FONTS, make_card_fonts
from libraries import OF_PREVIEW, collect_libraries

HERE = Path(__file__).resolve().parent
MODULES = HERE / "node_modules"
ASSETS = HERE.parents[1] / "templates" / "assets"
PREVIEW = HERE.parents[1] / "templates" / "preview" / "vendor"


@dataclass(frozen=True, slots=True)
class Face:
    """One family: its npm package, its CSS name, and the subsets and styles that the theme uses. `display` is how a browser
    shows text before the font has come (CSS Fonts 4, 4.7): `optional` lets no text jump, and `swap` is for scripts that a
    machine may have no font for.
    """

    package: str
    family: str
    subsets: tuple[str, ...]
    styles: tuple[tuple[int, str], ...]
    weights_served: dict[int, str]
    display: str = "optional"


FACES = (
    Face(
        "@fontsource/source-serif-4",
        "Source Serif 4",
        ("latin-ext", "latin"),
        ((400, "normal"), (400, "italic"), (600, "normal")),
        {400: "400", 600: "600 700"},
    ),
    Face(
        "@fontsource/source-sans-3",
        "Source Sans 3",
        ("latin-ext", "latin"),
        ((400, "normal"), (600, "normal")),
        {400: "400", 600: "600 700"},
    ),
    Face(
        "@fontsource/noto-naskh-arabic",
        "Noto Naskh Arabic",
        ("arabic",),
        ((400, "normal"),),
        {400: "400 700"},
        display="swap",
    ),
)


def main() -> None:
    """Collect every face and library; the folders are made anew, so nothing old stays."""
    fonts = ASSETS / "fonts"
    shutil.rmtree(fonts, ignore_errors=True)
    fonts.mkdir(parents=True)
    rules: list[str] = ["/* Made by .ci/vendor/collect.py from the fonts' own packages. */\n"]
    packages = []
    for face in FACES:
        files = _copy(face, fonts)
        rules += [_rule(face, subset, style) for style in face.styles for subset in face.subsets]
        packages.append(_packing_slip(face.package, files))
    packages.append(_made_of(make_card_fonts(MODULES, fonts / "cards")))
    libraries = collect_libraries(MODULES, ASSETS / "vendor")
    packages += [_packing_slip(library.package, files) for library, files in libraries]
    (ASSETS / "fonts.css").write_text("".join(rules), encoding="utf-8")
    (ASSETS / "vendor.json").write_text(json.dumps(packages, indent=2) + "\n", encoding="utf-8")
    collect_preview()


def collect_preview() -> None:
    """Collect what the preview alone uses, with a list of its own."""
    libraries = collect_libraries(MODULES, PREVIEW, OF_PREVIEW)
    slips = [_packing_slip(library.package, files, PREVIEW) for library, files in libraries]
    (PREVIEW / "vendor.json").write_text(json.dumps(slips, indent=2) + "\n", encoding="utf-8")


def _stem(face: Face, subset: str, style: tuple[int, str]) -> str:
    return f"{face.package.rpartition('/')[2]}-{subset}-{style[0]}-{style[1]}.woff2"


def _copy(face: Face, fonts: Path) -> list[Path]:
    source = MODULES / face.package
    names = [_stem(face, subset, style) for style in face.styles for subset in face.subsets]
    copied = [Path(shutil.copyfile(source / "files" / name, fonts / name)) for name in names]
    licence = fonts / f"{face.package.rpartition('/')[2]}-LICENSE.txt"
    return [*copied, Path(shutil.copyfile(source / "LICENSE", licence))]


def _rule(face: Face, subset: str, style: tuple[int, str]) -> str:
    ranges = json.loads((MODULES / face.package / "unicode.json").read_text("utf-8"))
    return (
        "@font-face {\n"
        f'  font-family: "{face.family}";\n'
        f"  font-style: {style[1]};\n"
        f"  font-weight: {face.weights_served[style[0]]};\n"
        f"  font-display: {face.display};\n"
        f'  src: url("fonts/{_stem(face, subset, style)}") format("woff2");\n'
        f"  unicode-range: {ranges[subset].replace(',', ', ')};\n"
        "}\n"
    )


def _packing_slip(name: str, files: list[Path], folder: Path = ASSETS) -> dict[str, object]:
    package = json.loads((MODULES / name / "package.json").read_text("utf-8"))
    return {
        "name": name,
        "version": package["version"],
        "licence": package["license"],
        "files": [_line(path, folder) for path in files],
    }


def _made_of(files: list[Path]) -> dict[str, object]:
    """The packing slip of the fonts of cards, which are no package's own files."""
    sources = sorted({ARABIC_PACKAGE, *(font.package for font in CARD_FONTS)})
    made_of = {
        name: json.loads((MODULES / name / "package.json").read_text("utf-8"))["version"] for name in sources
    }
    return {
        "name": "fonts of card pictures",
        "licence": "OFL-1.1",
        "made_of": made_of,
        "files": [_line(path) for path in files],
    }


def _line(path: Path, folder: Path = ASSETS) -> dict[str, object]:
    return {
        "path": path.relative_to(folder).as_posix(),
        "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
        "bytes": path.stat().st_size,
    }


if __name__ == "__main__":
    main()
