"""The one Jinja environment of a language: everything escaped, every undefined name an error.

Templates write `{{ root }}` before the address of a page or an asset. It is a token: the way to the site's root is
put in its place when the page is whole, so that pieces need not know which page they are part of.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any, cast

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined, TemplateNotFound
from jinja2.compiler import CodeGenerator, Frame
from jinja2.nodes import Expr

from generator.languages.language import Language
from generator.model.prose import ROOT
from generator.model.untranslated import Untranslated
from generator.rendering.foreign import marked
from generator.rendering.jsonld import script_block
from generator.rendering.settings import Settings
from generator.rendering.translation import Translation
from generator.rendering.typesetting import typecase


def escaped(value: object) -> str:
    """As `markupsafe.escape`, without making a `Markup` of each of a page's two hundred pieces: they are only joined."""
    if type(value) is str:
        return _escaped(value)
    if type(value) is Untranslated:
        return marked(_escaped(value), value.language)
    html: Callable[[], str] | None = getattr(value, "__html__", None)
    return html() if html is not None else _escaped(str(value))


def _escaped(text: str) -> str:
    return (
        text.replace("&", "&amp;")
        .replace(">", "&gt;")
        .replace("<", "&lt;")
        .replace("'", "&#39;")
        .replace('"', "&#34;")
    )


class _Compiler(CodeGenerator):
    """Compiles `{{ … }}` to a call of `escaped`."""

    def _output_child_pre(self, node: Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape or finalize.src is not None:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("environment.escaped(")


class PageEnvironment(Environment):
    """Jinja's, with that compiler (`code_generator_class` is its documented way in)."""

    code_generator_class = _Compiler
    escaped = staticmethod(escaped)


class _Templates(FileSystemLoader):
    """Templates in folders; a fault of the disk names the one."""

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        try:
            return super().get_source(environment, template)
        except TemplateNotFound:
            raise
        except OSError as fault:
            fault.filename = template
            raise


@lru_cache(maxsize=8)
def environment(settings: Settings, spoken: Language) -> Environment:
    """The environment of these settings and a language. Made once a process: compiled templates live in it, translated."""
    cache = None
    if settings.bytecode is not None:
        folder = settings.bytecode / spoken.key if spoken.key else settings.bytecode
        folder.mkdir(parents=True, exist_ok=True)
        cache = FileSystemBytecodeCache(str(folder))
    made = PageEnvironment(
        loader=_Templates([str(folder) for folder in settings.folders]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
        bytecode_cache=cache,
        extensions=[Translation],
    )
    cast("Translation", made.extensions[Translation.identifier]).language = spoken
    made.globals["root"] = ROOT
    made.filters["json_ld"] = script_block
    made.filters["digits"] = lambda value: spoken.digits(str(value))
    made.filters["fitted"] = lambda text, *limits: typecase(settings.folders).fitted(text, *limits)
    return made
