"""Every Markdown extension, in order. Adding one is a file and a line here.

The order matters where two act on one text: footnotes are gathered before quotation marks are set.
"""

from __future__ import annotations

from generator.markdown.extensions.commonmark import BASICS, COMMONMARK
from generator.markdown.extensions.dashes import DASHES
from generator.markdown.extensions.definitions import DEFINITIONS
from generator.markdown.extensions.extension import Extension, Setter
from generator.markdown.extensions.footnotes import FOOTNOTES
from generator.markdown.extensions.headings import HEADINGS
from generator.markdown.extensions.images import IMAGES
from generator.markdown.extensions.links import LINKS
from generator.markdown.extensions.mentions import MENTIONS
from generator.markdown.extensions.quotes import QUOTES
from generator.markdown.extensions.raw_html import RAW_HTML
from generator.markdown.extensions.tables import TABLES

EXTENSIONS: tuple[Extension, ...] = (
    *COMMONMARK,
    HEADINGS,
    TABLES,
    DEFINITIONS,
    LINKS,
    IMAGES,
    MENTIONS,
    FOOTNOTES,
    RAW_HTML,
    QUOTES,
    DASHES,
)

SETTERS: dict[str, Setter] = BASICS | {
    token: setter for extension in EXTENSIONS for token, setter in extension.setters.items()
}
