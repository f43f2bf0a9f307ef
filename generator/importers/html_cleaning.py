"""Foreign HTML without anything but what these lists allow. The work is nh3's (ammonia), the lists are ours: its own
would drop what we keep and keep what we drop.
"""

from __future__ import annotations

import re
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

MOST_OPEN: Final = 2000
_OPENED: Final = re.compile(
    r"<(?!(?:br|hr|img|p|li|td|th|tr|dt|dd|input|meta|link|wbr)\b)[A-Za-z]", re.IGNORECASE
)
"""A tag that opens an element which may stand within its like."""
_TAG: Final = re.compile(r"</?[A-Za-z][^<>]*>?")


def is_too_deep(html: str) -> bool:
    """Whether so many elements are left open that cleaning, which takes the square of their depth, would not end."""
    return len(_OPENED.findall(html)) - html.count("</") > MOST_OPEN


def cleaned(html: str) -> str:
    """The HTML with nothing in it but what the lists above allow; of one that is too deep, the text alone.

    Raises MissingLibraryError.
    """
    nh3 = library("nh3")
    if is_too_deep(html):
        html = _TAG.sub(" ", html)
    result: str = nh3.clean(
        html.encode("utf-8", "replace").decode("utf-8"),  # JSON can hold half of a surrogate pair
        tags=set(TAGS),
        clean_content_tags=set(SILENT),
        attributes={tag: set(names) for tag, names in ATTRIBUTES.items()},
        url_schemes=set(SCHEMES),
        strip_comments=True,
        link_rel=None,
    )
    return result
