"""D5xx: templates."""

from __future__ import annotations

from generator.diagnostics.code import Code

CODES: tuple[Code, ...] = (
    Code(
        code="D501",
        name="missing-template",
        severity="error",
        what="A template that a page needs, or that another template names, is in no template folder.",
        why="The page cannot be rendered.",
        bad='{% include "pieces/masthed.html" %}',
        good='{% include "pieces/masthead.html" %}',
    ),
    Code(
        code="D502",
        name="template-syntax",
        severity="error",
        what="A template cannot be read: a tag is not closed, or an expression is malformed.",
        why="No page that uses it can be rendered.",
        bad="{% for card in cards %} … {% end %}",
        good="{% for card in cards %} … {% endfor %}",
    ),
    Code(
        code="D503",
        name="undefined-name",
        severity="error",
        what="A template uses a name that the page does not have.",
        why="An empty place in a page is an error that nobody sees; so a wrong name stops the build.",
        bad="{{ titel }}",
        good="{{ title }}",
    ),
    Code(
        code="D504",
        name="endless-include",
        severity="error",
        what="A template includes or extends itself, directly or by way of others.",
        why="Rendering it would never end.",
        bad='{# pieces/card.html #} {% include "pieces/card.html" %}',
        good='{# pieces/card.html #} {% include "pieces/date.html" %}',
    ),
    Code(
        code="D505",
        name="template-fault",
        severity="error",
        what="An expression of a template failed while a page was being rendered.",
        why="The page would be incomplete.",
        bad="{{ 1 + title }}",
        good='{{ "1 " ~ title }}',
    ),
    Code(
        code="D506",
        name="letters-without-font",
        severity="warning",
        what="The picture for shared links of a page has letters that none of its fonts can show.",
        why="They are drawn as empty boxes. The fonts at hand have Latin, Greek, Cyrillic and Arabic letters.",
        bad="name: 東京",
        good="# templates/assets/fonts/cards/ has a font with these letters\nname: 東京",
    ),
)
