"""Bodies of other generators: HTML becomes Markdown, commands are told, and nothing hostile comes through."""

from __future__ import annotations

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from generator.importers.foreign_body import our_markdown
from generator.importers.html_cleaning import cleaned
from generator.importers.html_to_markdown import markdown_of
from generator.markdown.body import parse_body
from generator.markdown.regions import regions
from generator.model.prose import Prose

BENIGN = {
    "a",
    "p",
    "em",
    "strong",
    "code",
    "pre",
    "ul",
    "ol",
    "li",
    "blockquote",
    "br",
    "hr",
    "img",
    "div",
    "span",
}
BENIGN |= {
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "html",
    "head",
    "body",
    "dl",
    "dt",
    "dd",
    "figure",
    "bdi",
}
BENIGN |= {"sup", "section", "h1", "h2", "h3", "h4", "h5", "h6", "s", "figcaption"}

HOSTILE = [
    "<script>alert(1)</script>",
    "text <script>alert(1)</script> text",
    "<img src=x onerror=alert(1)>",
    "<div onclick='alert(1)'>x</div>",
    "<a href='javascript:alert(1)'>x</a>",
    "in <a href='java\tscript:alert(1)'>x</a> line",
    "<iframe src='https://video.example/'></iframe>",
    "<svg><script>alert(1)</script></svg>",
    "<math><mtext><style><img src=x onerror=alert(1)>",
    "<style>body{display:none}</style>",
    "<scr<script>ipt>alert(1)</script>",
    "- <b onmouseover=alert(1)>x</b>\n  <script>1</script>",
    "[x](javascript:alert(1))",
    "[x](<javascript:alert(1)>)",
    "![x](data:text/html,<script>1</script>)",
    "<!-- --><script>alert(1)</script><!-- -->",
    "<base href='https://evil.example/'><meta http-equiv=refresh content=0>",
    "<form action='https://evil.example/'><input name=x></form>",
    "<div>\n\n<script>\nalert(1)\n\nalert(2)\n</script>\n\n</div>",
    "<a href='//evil.example/'>x</a>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
]


def shown(markdown: str) -> str:
    """Our HTML of a body."""
    prose: Prose = parse_body(markdown, path="x.md", first_line=1)[0]
    return "".join(part if isinstance(part, str) else "" for part in prose.parts)


def skeleton(html: str) -> tuple[set[str], set[str]]:
    """Names of the elements, and names of attributes with what leads elsewhere."""
    tree = html5lib.parse(html, namespaceHTMLElements=False)
    names = {str(element.tag) for element in tree.iter()}
    leads = {
        f"{name}={value.split(':')[0]}" if name in ("href", "src") else name
        for element in tree.iter()
        for name, value in element.attrib.items()
    }
    return names, leads


def is_hostile(html: str) -> bool:
    names, leads = skeleton(html)
    bad_leads = {lead for lead in leads if lead.startswith("on") or lead.endswith(("javascript", "data"))}
    return bool(names - BENIGN or bad_leads)


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_hostile_comes_through(text: str) -> None:
    assert not is_hostile(shown(our_markdown(text).text))


def test_the_same_texts_are_hostile_where_html_is_let_through() -> None:
    careless = MarkdownIt("commonmark", {"html": True})
    careless.validateLink = lambda _url: True  # type: ignore[method-assign]
    assert sum(is_hostile(careless.render(text)) for text in HOSTILE) >= len(HOSTILE) - 2


@given(st.text(alphabet=st.sampled_from(list("<>/!-=\"'`*_[](){}%:&;# \n\\abscriptonjv"))))
def test_no_body_makes_it_raise_or_turn_hostile(text: str) -> None:
    assert not is_hostile(shown(our_markdown(text).text))


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("a <b>bold</b> and <em>soft</em> <code>x</code>", "a **bold** and *soft* `x`"),
        ("one<br>two", "one\\\ntwo"),
        ('<a href="https://a.example/?a=1&amp;b=2">x</a>', "[x](<https://a.example/?a=1&b=2>)"),
        ("<p>One</p><p>Two <strong>2</strong></p>", "One\n\nTwo **2**"),
        (
            "<div>\n<h2>Head</h2>\n<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>\n</div>",
            "## Head\n\n- a\n- b\n  - c",
        ),
        ("<ol><li>a</li><li>b</li></ol>", "1. a\n2. b"),
        ("<blockquote><p>q</p><p>r</p></blockquote>", "> q\n>\n> r"),
        ("<pre><code>a *b*\n\n\n  c</code></pre>", "```\na *b*\n\n\n  c\n```"),
        ("<p>1. no list # no head *no* [[no]]</p>", "1\\. no list # no head \\*no\\* \\[\\[no\\]\\]"),
        (
            "<table><tr><th>a</th><th>b|c</th></tr><tr><td>1</td><td>2</td></tr></table>",
            "| a | b\\|c |\n| --- | --- |\n| 1 | 2 |",
        ),
        ('<p><img src="https://a.example/p.png" alt="a [p]"></p>', "![a \\[p\\]](https://a.example/p.png)"),
        ("<p><img src='data:x' alt='words'></p>", "words"),
    ],
)
def test_html_becomes_the_markdown_that_means_the_same(html: str, markdown: str) -> None:
    assert our_markdown(html).text == markdown


@pytest.mark.parametrize(
    "html", ["<p>a <b>b</b></p>", "<ul><li>x</li></ul>", "<h3>y</h3>", "<p>&lt;b&gt; &amp;amp; *</p>"]
)
def test_the_markdown_shows_what_the_html_showed(html: str) -> None:
    assert words(shown(markdown_of(cleaned(html)).text)) == words(html)


def words(html: str) -> str:
    return " ".join("".join(html5lib.parse(html).itertext()).split())


def test_code_stays_as_it_is() -> None:
    text = "```html\n<b>x</b> {{ y }} [[z]]\n\n\n\n\nend\n```\n\n`<i>` \\<b> <https://a.example/>"
    body = our_markdown(text)
    assert body.text == text
    assert body.remarks == ()


def test_mentions_of_others_are_text() -> None:
    assert our_markdown("a [[Wiki Page]]").text == "a \\[[Wiki Page]]"


def test_every_change_is_told_with_its_line() -> None:
    text = (
        "one\n\n{% include x.html %}\n\n{{< youtube id >}} and {{ page.title }}\n{: .note}\n\n"
        "<div onclick='x'>\n<iframe src='https://v.example/'></iframe>\n<!-- note --></div>\n\n"
        "a <x-y>b</x-y> <a href='javascript:1'>c</a> <!-- d -->\n"
    )
    told = [(remark.line, remark.matter) for remark in our_markdown(text).remarks]
    assert told == [
        (3, "command"),
        (5, "command"),
        (5, "command"),
        (6, "command"),
        (10, "markup"),
        (8, "markup"),
        (9, "markup"),
        (12, "markup"),
        (12, "markup"),
        (12, "link"),
        (12, "markup"),
    ]


@pytest.mark.timeout(60)
@pytest.mark.parametrize(
    "part",
    [
        *("<a ", "`", "[", "<!--", "<div>\n", "](", "](a(", "`a``b", "<script>", "x <script>", "<ul><li>"),
        *("<table>", "<div>&#", "{{", "{% ", "<div><!", "x <!-- ", "x </script>", "<b><i>"),
    ],
)
def test_no_bomb_takes_for_ever(part: str) -> None:
    """A step that took quadratic time would not end within the suite's patience."""
    assert isinstance(our_markdown(part * (150_000 // len(part))).text, str)


def test_regions_cover_every_line_once() -> None:
    text = "a\n\n<div>\nx\n</div>\n\n```\n<b>\n```\n- <i>\n\n    code\nend"
    found = list(regions(text))
    assert [region.first for region in found] == [0, *(region.end for region in found[:-1])]
    assert found[-1].end == text.count("\n") + 1
    assert [region.kind for region in found] == ["text", "html", "text", "code", "text"]
