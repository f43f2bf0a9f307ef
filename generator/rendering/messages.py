"""Every message of the site's own words, and the catalogues brought up to date with them (`make messages`).

Messages are found in Python by the names of the functions that say or mark one (`PLACES`), in templates by the same
extension that translates them, so that what is looked up is what is found. Babel keeps the files. Translators keep what is still said; what no
longer is goes, and nothing is guessed: a message that changed is a new one.
"""

from __future__ import annotations

import ast
import io
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, cast

from generator.languages.language import CATALOGUES
from generator.rendering.environment import PageEnvironment
from generator.rendering.theme import theme_folder
from generator.rendering.translation import Translation

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog

PLACES: dict[str, tuple[int, ...]] = {
    "message": (0,),
    "say": (0,),
    "count": (1, 2),
    "message_in": (1,),
    "say_in": (1,),
}
"""Functions that say or mark a message, and which of their arguments it is."""

WITH_CONTEXT = frozenset(["message_in", "say_in"])
"""Those whose first argument is a context."""

WIDTH = 110


def of_template(source: str) -> Iterator[tuple[int, str]]:
    """Line and text of every message of a template."""
    found: list[tuple[int, str]] = []
    made = PageEnvironment(extensions=[Translation], trim_blocks=True, lstrip_blocks=True)
    cast("Translation", made.extensions[Translation.identifier]).heard = lambda line, text: found.append(
        (line, text)
    )
    made.parse(source)
    yield from found


def template_catalogue() -> Catalog:
    """All messages in English: those of the package and of the theme."""
    from babel.messages.catalog import Catalog  # noqa: PLC0415 - an extra

    package = Path(__file__).parents[1]
    found = Catalog(project="Dateline", charset="utf-8", fuzzy=False)
    for path in sorted(package.rglob("*.py")):
        for texts, context in of_python(path.read_text("utf-8")):
            place = (f"generator/{path.relative_to(package).as_posix()}", 0)
            found.add(texts if len(texts) > 1 else texts[0], context=context, locations=[place])
    theme = theme_folder()
    for path in sorted(theme.glob("*.html")):
        for _, text in of_template(path.read_text("utf-8")):
            found.add(text, locations=[(f"templates/{path.name}", 0)])
    return found


def updated(text: str, messages: Catalog) -> str:
    """A PO file with the messages there are now: what was translated stays, in the order of the code, under its own header."""
    from babel.messages.pofile import read_po, write_po  # noqa: PLC0415 - an extra

    catalogue = read_po(io.BytesIO(text.encode()))
    catalogue.update(messages, no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    out = io.BytesIO()
    write_po(out, catalogue, width=WIDTH, include_lineno=False, omit_header=True)
    header, _, _ = text.partition("\n\n")
    return f"{header}\n\n{out.getvalue().decode().strip()}\n"


def main() -> None:
    """Bring every catalogue up to date."""
    messages = template_catalogue()
    for path in sorted(CATALOGUES.glob("*.po")):
        path.write_text(updated(path.read_text("utf-8"), messages), "utf-8")


def of_python(source: str) -> Iterator[tuple[tuple[str, ...], str | None]]:
    """Every message of a module, one or one and many, with its context."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        texts = tuple(_text(node.args[place : place + 1]) for place in PLACES.get(name, ()))
        if texts and all(texts):
            yield texts, _text(node.args[:1]) if name in WITH_CONTEXT else None


def _text(arguments: list[ast.expr]) -> str:
    """The constant text of an argument, or nothing."""
    value = ast.literal_eval(arguments[0]) if arguments and isinstance(arguments[0], ast.Constant) else None
    return value if isinstance(value, str) else ""


if __name__ == "__main__":
    main()
