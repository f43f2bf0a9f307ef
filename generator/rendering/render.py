"""An output's way to bytes. A fault of a template is a finding, never a traceback."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import unescape
from urllib.parse import urlsplit

from jinja2 import TemplateError

from generator.diagnostics.diagnostic import Diagnostic
from generator.exports.file import FileOutput
from generator.graph.graph import Graph
from generator.graph.language import language_of
from generator.graph.translated import in_language
from generator.languages.language import Language
from generator.model.addresses import relative_root
from generator.model.prose import ROOT
from generator.pages.page import PageOutput
from generator.rendering.chrome import chrome
from generator.rendering.drawing import drawn
from generator.rendering.environment import environment
from generator.rendering.faults import TEMPLATE_FAULTS, finding, letters_without_font
from generator.rendering.foreign import said_in_other_words, shared_below
from generator.rendering.settings import Settings
from generator.rendering.typesetting import typecase

Findings = tuple[Diagnostic, ...]

_FOLDER_LINK = re.compile(f'{ROOT}(|[^"#?]*/)(?=["#?])')
"""A link to a folder of the site, as it stands in an attribute before its root is known."""

DRAWING = ".svg"
"""A template of this type draws a picture."""

_TAG = re.compile("<[^>]*>")


def render(output: PageOutput | FileOutput, graph: Graph, settings: Settings) -> tuple[bytes, Findings]:
    """The bytes of one output, and what was wrong with its template (then the bytes are empty)."""
    graph = in_language(graph, output.language)
    if isinstance(output, FileOutput):
        return output.write(graph, output.subject), ()
    seen = {**chrome(graph, output), "portable": settings.portable, **output.view(graph, output.subject)}
    try:
        text = _fill(output, seen, settings, language_of(graph))
        if output.template.endswith(DRAWING):
            return _picture(text, output, graph, settings)
    except TEMPLATE_FAULTS as error:
        return b"", (finding(error, output, settings),)
    if output.language:
        text = shared_below(said_in_other_words(text))
    return rooted(text, _root(output.place, graph, settings), portable=settings.portable).encode(), ()


def _picture(svg: str, output: PageOutput, graph: Graph, settings: Settings) -> tuple[bytes, Findings]:
    """A drawing as a picture, and a finding where it shows boxes instead of letters."""
    case = typecase(settings.folders)
    missing = case.missing(unescape(_TAG.sub(" ", svg)))
    found = (letters_without_font(missing, output, graph),) if missing else ()
    return drawn(svg, case, settings.drawings), found


def rooted(text: str, root: str, *, portable: bool) -> str:
    """Page text with every link's way to the root filled in; a portable edition names each folder's index."""
    if portable:
        text = _FOLDER_LINK.sub(lambda match: f"{root}{match[1]}index.html", text)
    return text.replace(ROOT, root)


def _fill(output: PageOutput, seen: Mapping[str, object], settings: Settings, spoken: Language) -> str:
    try:
        return environment(settings, spoken).get_template(output.template).render(seen)
    except TemplateError:
        raise
    except RecursionError as error:
        # The interpreter's stack is full here: let go of it before anything is said about the fault.
        raise error from None


def _root(address: str, graph: Graph, settings: Settings) -> str:
    """`../../` for `events/x/`. A host shows 404.html at any depth, so there the way starts at the host."""
    if address == "404.html" and not settings.portable:
        return urlsplit(graph.site.base_url).path.rstrip("/") + "/"
    return relative_root(address) or "./"
