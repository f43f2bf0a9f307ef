"""Images: files of the site, with a description. One from elsewhere becomes a link: no page asks another host for anything."""

from __future__ import annotations

from collections.abc import Iterable

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline import image as read_image
from markdown_it.token import Token

from generator.markdown import escape
from generator.markdown.extensions.extension import Extension, holds
from generator.markdown.extensions.links import checked
from generator.markdown.galley import Galley, galley_of
from generator.model.parsed import Place


def _image(state: StateInline, silent: bool) -> bool:
    if not state.src.startswith("![", state.pos):
        return False
    galley, start = galley_of(state.env), state.pos
    outer = galley.in_alt, galley.shift
    # the description is parsed as a text of its own, which begins two characters on
    galley.in_alt, galley.shift = True, galley.shift + start + 2
    found = read_image(state, silent)
    galley.in_alt, galley.shift = outer
    if found and not silent:
        _settle(galley, state.tokens[-1], galley.place(start, state.pos), in_link=state.linkLevel > 0)
    return found


def _settle(galley: Galley, token: Token, place: Place, *, in_link: bool) -> None:
    """Decide what the image becomes: an image, a link to it, or its description."""
    if label := token.meta.get("label"):
        galley.used_definitions.add(label)
    alt = " ".join("".join(_spoken(token.children or ())).split())
    goal = checked(galley, str(token.attrs["src"]), place)
    token.attrs.update(src=goal.address, alt=alt)
    if goal.kind == "outside" and goal.address.lower().startswith("http"):
        token.type = "text_special" if in_link else "remote_image"
        token.content = alt or goal.address
        _report_remote(galley, place)
    elif goal.kind in ("outside", "fragment"):
        token.type, token.content = "text_special", alt
        galley.report(
            "D405",
            "the address is malformed: it is not one of a file",
            place,
            "write one such as /media/tabqa.jpg",
        )
    elif goal.kind == "refused":
        token.type, token.content = "text_special", alt
    else:
        galley.note_link(goal.address, place)
    if not alt:
        galley.report(
            "D406",
            "the image has no description",
            place,
            "say between the brackets what it shows, for readers who do not see it",
        )


def _report_remote(galley: Galley, place: Place) -> None:
    galley.report(
        "D407",
        "the image is on another site; a link stands in its place",
        place,
        "put a copy under content/media/, if its licence allows, and write /media/<file>",
    )


def _spoken(tokens: Iterable[Token]) -> Iterable[str]:
    for token in tokens:
        if token.type == "image":
            yield str(token.attrs["alt"])
        else:
            yield " " if token.type in ("softbreak", "hardbreak") else token.content


def _set(_galley: Galley, token: Token) -> str:
    title = str(token.attrs.get("title", ""))
    titled = f' title="{escape.attribute(title)}"' if title else ""
    src, alt = escape.attribute(str(token.attrs["src"])), escape.attribute(str(token.attrs["alt"]))
    return f'<img src="{src}" alt="{alt}"{titled} loading="lazy" decoding="async">'


def _set_link(_galley: Galley, token: Token) -> str:
    return f'<a href="{escape.attribute(str(token.attrs["src"]))}">{escape.text(token.content)}</a>'


def _install(parser: MarkdownIt) -> None:
    parser.inline.ruler.at("image", _image)
    parser.enable("image")


IMAGES = Extension("images", holds("!["), _install, {"image": _set, "remote_image": _set_link})
