"""Large and hostile texts: built in time, or refused with the limit named."""

import time

import pytest

from generator.markdown.body import parse_body
from generator.markdown.source import LIMIT

MANY = 20_000
HOSTILE = {
    "brackets": "[" * MANY,
    "closed brackets": "[" * MANY + "](x)" * MANY,
    "mention brackets": "[[" * MANY,
    "mentions": "[[a]] " * MANY,
    "mentions not closed": "[[a " * MANY,
    "images": "![" * MANY,
    "inline footnotes": "^[" * MANY,
    "closed inline footnotes": "^[" * MANY + "]" * MANY,
    "footnotes": "[^a" * MANY + "\n\n[^a]: x",
    "links": "[a](b" * MANY,
    "tags": "<a " * MANY,
    "stars": "*a **b" * MANY,
    "backticks": "".join("`" * (n % 300) + " " for n in range(1000)),
    "quotation marks": "\"'" * MANY,
    "stops": "[[a]]" + "." * MANY + "a",
    "quotations": ">" * MANY,
    "equal headings": "# a\n\n" * 5_000,
    "definitions of links": "\n".join(f"[a{n}]: /x" for n in range(5_000)),
    "columns": "|" + "a|" * 5_000 + "\n|" + "-|" * 5_000 + "\n|" + "[[b]]|" * 5_000,
    "one line": "Some words about [[x]] and more. " * 10_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_text_takes_time_in_proportion(text):
    begun = time.process_time()
    parse_body(text, path="x", first_line=1)
    assert time.process_time() - begun < 10


def test_a_body_above_the_limit_is_refused_and_the_limit_named():
    prose, (finding,) = parse_body("é" * (LIMIT // 2 + 1), path="x", first_line=4)
    assert not prose
    assert (finding.code, finding.span.line) == ("D410", 4)
    assert "16 MB" in finding.message


def test_text_nested_too_deep_is_reported_once():
    prose, findings = parse_body("> " * 40 + "deep\n\nafter", path="x", first_line=1)
    assert [(f.code, f.span.line) for f in findings] == [("D409", 1)]
    assert "after" in prose.parts[0]


def test_text_not_so_deep_is_whole():
    prose, findings = parse_body("> " * 31 + "[[deep]]", path="x", first_line=1)
    assert findings == ()
    assert len(prose.mentions) == 1
