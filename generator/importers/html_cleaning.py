"""Foreign HTML without anything but what these lists allow. The work is nh3's (ammonia), the lists are ours: its own
would drop what we keep and keep what we drop.
"""

from __future__ import annotations

from typing import Final

from generator.importers.libraries import library

TAGS: Final = frozenset(
    (
        *("a", "b", "blockquote", "br", "caption", "cite", "code", "dd", "del", "div", "dl", "dt", "em"),
        *(
            "figcaption",
            "figure",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "hr",
            "i",
            "img",
            "ins",
            "kbd",
            "li",
            "mark",
        ),
        *(
            "ol",
            "p",
            "pre",
            "q",
            "s",
            "section",
            "small",
            "span",
            "strong",
            "sub",
            "sup",
            "table",
            "tbody",
            "td",
        ),
        *(
            "tfoot",
            "th",
            "thead",
            "time",
            "tr",
            "u",
            "ul",
            "abbr",
            "article",
            "aside",
            "header",
            "footer",
            "main",
        ),
        *("details", "summary", "center", "font", "bdi", "var", "samp", "dfn"),
    )
)
SILENT: Final = frozenset(
    (
        *(
            "script",
            "style",
            "template",
            "noscript",
            "iframe",
            "object",
            "embed",
            "svg",
            "math",
            "form",
            "button",
        ),
        *(
            "select",
            "textarea",
            "title",
            "audio",
            "video",
            "canvas",
            "applet",
            "frameset",
            "noembed",
            "noframes",
        ),
    )
)
"""Elements that go with all that stands in them."""
ATTRIBUTES: Final = {"a": {"href"}, "img": {"src", "alt"}}
SCHEMES: Final = frozenset({"https", "http", "mailto", "tel"})


def cleaned(html: str) -> str:
    """The HTML with nothing in it but what the lists above allow. Raises MissingLibraryError."""
    nh3 = library("nh3")
    result: str = nh3.clean(
        html,
        tags=set(TAGS),
        clean_content_tags=set(SILENT),
        attributes={tag: set(names) for tag, names in ATTRIBUTES.items()},
        url_schemes=set(SCHEMES),
        strip_comments=True,
        link_rel=None,
    )
    return result
