"""Definition lists: a term on a line, `: ` and its definition below."""

from __future__ import annotations

import re

from mdit_py_plugins.deflist import deflist_plugin

from generator.markdown.extensions.extension import Extension

_LINE_START = re.compile(r"^[ \t>]*[:~][ \t]", re.MULTILINE)

DEFINITIONS = Extension(
    "definition lists",
    lambda text: _LINE_START.search(text) is not None,
    deflist_plugin,
    {
        "dl_open": "<dl>\n",
        "dl_close": "</dl>\n",
        "dt_open": "<dt>",
        "dt_close": "</dt>\n",
        "dd_open": "<dd>",
        "dd_close": "</dd>\n",
    },
)
