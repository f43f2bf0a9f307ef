"""What went wrong in a template, as a finding at the template's line that names the page."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType
from typing import cast

from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError, UndefinedError

from generator.diagnostics.diagnostic import Diagnostic, Span
from generator.graph.graph import Graph
from generator.model.records import Kind
from generator.pages.page import PageOutput
from generator.rendering.settings import Settings
from generator.rendering.typesetting import FONTS

TEMPLATE_FAULTS = (
    TemplateError,
    RecursionError,
    TypeError,
    ValueError,
    ArithmeticError,
    LookupError,
    AttributeError,
)
"""What rendering a template can raise when the template is at fault; views have been computed before."""

SHOWN = 12
"""Letters that a finding names."""

_TITLES = {"actor": "name", "location": "name"}


def finding(error: BaseException, output: PageOutput, settings: Settings) -> Diagnostic:
    """The finding for a template's fault while `output` was being rendered."""
    code, message = _said(error)
    path, line = _place(error, settings) or (output.template, 0)
    help_text = ""
    if isinstance(error, TemplateNotFound):
        looked = ", ".join(folder.name + "/" for folder in settings.folders)
        help_text = f"looked in {looked}; a site's own templates/ stands before the built-in theme"
    return Diagnostic(
        code,
        f"{message} (while rendering /{output.address})",
        Span(_shown(path, settings), line, 1 if line else 0),
        help_text,
        output.record,
    )


def letters_without_font(letters: str, output: PageOutput, graph: Graph) -> Diagnostic:
    """The finding for a picture whose words no font can show whole."""
    kind, _, record_id = output.record.partition("/")
    record = graph.find(cast(Kind, kind), record_id) if record_id else None
    span = Span("content/site.yaml") if record is None else graph.span(record, _TITLES.get(kind, "title"))
    return Diagnostic(
        "D506",
        f'no font of the pictures for shared links has "{letters[:SHOWN]}"',
        span,
        f"put a font that has into templates/{FONTS}/, or leave the pictures out with `cards: false` in site.yaml",
        output.record,
    )


def _said(error: BaseException) -> tuple[str, str]:
    if isinstance(error, TemplateNotFound):
        return "D501", f'no template is called "{error.name}"'
    if isinstance(error, TemplateSyntaxError):
        return "D502", f"the template cannot be read: {error.message}"
    if isinstance(error, UndefinedError):
        return "D503", str(error.message)
    if isinstance(error, RecursionError):
        return "D504", "the template includes itself without end"
    return "D505", f"the template failed: {error}"


def _place(error: BaseException, settings: Settings) -> tuple[str, int] | None:
    """The template and line that failed: what the error says itself, else its innermost frame in a template."""
    if isinstance(error, TemplateSyntaxError):
        return error.filename or error.name or "", error.lineno
    folders = tuple(str(folder) for folder in settings.folders)
    found: tuple[str, int] | None = None
    step: TracebackType | None = error.__traceback__
    while step is not None:
        filename = step.tb_frame.f_code.co_filename
        if filename.startswith(folders):
            found = filename, step.tb_lineno
        step = step.tb_next
    return found


def _shown(path: str, settings: Settings) -> str:
    """`templates/event.html`, as seen from the folder that holds the template folder."""
    for folder in settings.folders:
        if Path(path).is_relative_to(folder):
            return Path(path).relative_to(folder.parent).as_posix()
    return f"{settings.folders[-1].name}/{path}"
