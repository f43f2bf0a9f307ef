"""The one Jinja environment: everything escaped, every undefined name an error.

Templates write `{{ root }}` before the address of a page or an asset. It is a token: the way to the site's root is
put in its place when the page is whole, so that pieces need not know which page they are part of.
"""

from __future__ import annotations

from functools import lru_cache

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined

from generator.model.prose import ROOT
from generator.rendering.jsonld import script_block
from generator.rendering.settings import Settings
from generator.rendering.typesetting import typecase


@lru_cache(maxsize=4)
def environment(settings: Settings) -> Environment:
    """The environment of these settings. Made once a process: compiled templates live in it."""
    cache = None
    if settings.bytecode is not None:
        settings.bytecode.mkdir(parents=True, exist_ok=True)
        cache = FileSystemBytecodeCache(str(settings.bytecode))
    made = Environment(
        loader=FileSystemLoader([str(folder) for folder in settings.folders]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
        bytecode_cache=cache,
    )
    made.globals["root"] = ROOT
    made.filters["json_ld"] = script_block
    made.filters["fitted"] = lambda text, *limits: typecase(settings.folders).fitted(text, *limits)
    return made
