"""Payloads leave the skeleton of the HTML (names of elements and attributes) as a harmless text leaves it.

Each zero needs a positive control: with escaping switched off, the same comparison finds the payloads.
"""

import html5lib
import pytest

from generator.markdown import escape
from generator.markdown.body import parse_body
from generator.model.prose import ROOT

PAYLOADS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "'><b>",
    '" onmouseover="alert(1)',
    "' onmouseover='alert(1)",
    "</title></style></textarea><script>alert(1)</script>",
    "<!--><script>alert(1)</script>",
    "-->",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)&#60;/script&#62;",
    "&quot; onclick=&quot;alert(1)",
    "<a href=javascript:alert(1)>",
    "\x00<script>",
    "<\x00script>",
    "＜script＞",
    "<iframe/srcdoc='<script>alert(1)</script>'>",
    "<math><mtext></mtext><mglyph><style><img src onerror=alert(1)>",
    "]]><script>",
    "%3Cscript%3E",
]

CONTEXTS = {
    "text": "a {} b",
    "words of a link": "[a {} b](/x/)",
    "title of a link": "[a](/x/ \"a {} b\") [a](/x/ 'a {} b')",
    "address of a link": "[a](</x/{}>)",
    "address of a link outside": "[a](<https://example.org/{}>)",
    "definition of a link": "[a]\n\n[a]: </x/{}> 'a {}'",
    "description of an image": "![a {} b](/x.jpg)",
    "address of an image": "![a](</{}>)",
    "title of an image": '![a](/x.jpg "a {} b")',
    "image elsewhere": "![a {}](<https://example.org/{}>)",
    "info of a fence": "~~~ {}\na\n~~~",
    "info of a fence, one word": "~~~ a{}\na\n~~~",
    "code": "```\n{}\n```",
    "code, indented": "a\n\n    {}",
    "code span": "`` a {} b ``",
    "heading": "## a {} b",
    "cell": "| a {} |\n|---|\n| b {} |",
    "term and definition": "a {}\n: b {}",
    "footnote": "a[^1]\n\n[^1]: b {}",
    "label of a footnote": "a[^x{}]\n\n[^x{}]: b",
    "address in brackets": "<https://example.org/{}>",
    "words of a mention": "[[a|b {}]]",
    "target of a mention": "[[a {}]]",
    "number of a list": "7. a {}",
}


def skeleton(html: str) -> list[tuple[str, tuple[str, ...]]]:
    tree = html5lib.parseFragment(html, namespaceHTMLElements=False)
    return [(str(element.tag), tuple(sorted(element.attrib))) for element in tree.iter()]


def made(context: str, words: str) -> str:
    # `{}` is not a format: payloads hold braces and the contexts brackets
    prose, _ = parse_body(context.replace("{}", words), path="x", first_line=1)
    return "".join(part if isinstance(part, str) else "" for part in prose.parts).replace(ROOT, "../")


@pytest.mark.parametrize("payload", PAYLOADS)
@pytest.mark.parametrize("context", CONTEXTS.values(), ids=CONTEXTS.keys())
def test_payload_leaves_the_skeleton(context, payload):
    found = skeleton(made(context, payload))
    harmless = skeleton(made(context, "x"))
    # a payload may end a construct of Markdown early (a label, a link), never add an element or attribute of its own
    names = {name for _, names in harmless for name in names} | {
        "href",
        "id",
        "class",
        "role",
        "aria-label",
        "title",
    }
    assert {tag for tag, _ in found} <= {tag for tag, _ in harmless} | {"p", "a"}
    assert {name for _, attributes in found for name in attributes} <= names


@pytest.mark.parametrize("payload", PAYLOADS)
def test_payload_in_text_leaves_exactly_the_skeleton(payload):
    assert skeleton(made("a {} b", payload)) == skeleton(made("a {} b", "x"))


def test_positive_control(monkeypatch):
    monkeypatch.setattr(escape, "text", lambda words: words)
    monkeypatch.setattr(escape, "attribute", lambda words: words)
    caught = [
        (name, payload)
        for name, context in CONTEXTS.items()
        for payload in PAYLOADS
        if skeleton(made(context, payload)) != skeleton(made(context, "x"))
    ]
    assert len(caught) > len(PAYLOADS) * 4
    assert {name for name, _ in caught} >= {
        "text",
        "title of a link",
        "description of an image",
        "code",
        "cell",
    }
