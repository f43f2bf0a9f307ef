"""Places of mentions and findings: line and column in the file, whatever stands around them."""

import pytest

from generator.markdown.body import parse_body
from generator.markdown.inline import parse_inline

PLACES = {
    "paragraph": "One [[a]] two\nthree [[b]]\n   four [[c]].",
    "indented": "   [[a]]\n      [[b]]",
    "trailing space": "[[a]]   \n[[b]]\t\n[[c]] ",
    "no-break spaces": "\u00a0\n\u00a0[[a]] b\u00a0\n[[b]]\u00a0\n\u00a0",
    "heading": "#   [[a]] x [[b]]  ##  ",
    "heading, underlined": "[[a]]\nand [[b]]\n===",
    "list": "- [[a]]\n\n  [[b]]\n  - x [[c]]\n1. [[d]]\n    lazy [[e]]",
    "list, tabs": "-\t[[a]]\n\n\t[[b]]\n\t-\t[[c]]\n\n\t\t[[d]]",
    "quotation": "> [[a]]\n>[[b]]\n>   [[c]]\nlazy [[d]]\n> > [[e]]",
    "quotation, tabs": ">\t[[a]]\n>\t[[b]]\n> -\t[[c]]",
    "quotation in a list": "1. > [[a]]\n   > - [[b]]\n   >   [[c]]",
    "same words before": "- - [[a]] - [[b]]\n> # # [[c]]",
    "repeated": "x [[a]] y [[a]] z\n[[a]]",
    "table": "| [[a]] | b |\n|---|---|\n| [[c]] |[[d]]|\n|x|  [[e\\|f]] [[g]]|",
    "table without outer bars": "[[a]] | b\n--|--\n c | [[d]]\n\\| [[e]] \\| | [[f]]",
    "table with equal cells": "|[[a]]|[[a]]|[[a]]|\n|-|-|-|\n|a|[[a]]|a [[a]]|",
    "table in a quotation in a list": "- > | a | [[b]] |\n  > |---|---|\n  > | | [[c]] |",
    "table in a footnote with a bar in its label": "x[^a|b]\n\n[^a|b]: | x | [[a]] |\n    |---|---|\n    | y | [[b]] |",
    "definitions": "Term [[a]]\n: [[b]]\n  [[c]]\n:   [[d]]\n\n    [[e]]\n\n[[f]]\n~ [[g]]",
    "footnotes": "x[^1]\n\n[^1]: [[a]]\n    [[b]]\n\n    - [[c]]",
    "inline footnotes": "x^[[[a]] y] and\nz^[*b* [[b]]^[ [[c]]]]",
    "emphasis": "**[[a]]** *x [[b]] y* ~~[[c]]~~",
    "after code": "`[[x]]` [[a]] ``[[`y`` [[b]]",
    "after escapes": "\\[[x]] &amp; [[a]] \\\\[[b]]",
    "after links": "[x](/y/) <https://example.org> ![z](/w.jpg) [[a]]",
    "over a line's end": "x [[a\nb]] [[c|d\n   e]] [[f]]",
    "over a line's end in a quotation": "> x [[a\n> b]] [[c]]",
    "words": "[[a|b c]] [[ d ]]",
    "scripts": "في [[الرقة]] و[[حلب|مدينة]] 𐤀 [[a]]",
    "line separators": "a\u2028[[a]]\u0085[[b]]\v[[c]]\f[[d]]",
    "form feed before": "\f[[a]]",
    "controls": "\x00\x01 [[a]]",
}


@pytest.mark.parametrize("first_line", [1, 12])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("text", PLACES.values(), ids=PLACES.keys())
def test_each_mention_stands_at_its_place(text, end, first_line):
    prose, _ = parse_body(text.replace("\n", end), path="x", first_line=first_line)
    lines = text.split("\n")
    places = set()
    assert prose.mentions
    for mention in prose.mentions:
        line = lines[mention.line - first_line]
        written = line[mention.column - 1 : mention.column - 1 + mention.length]
        assert written.startswith("[[")
        assert " ".join(written[2:].split()).startswith(mention.target.partition(" ")[0])
        assert written.endswith("]]") or mention.column - 1 + mention.length == len(line)
        places.add((mention.line, mention.column))
    # none is taken for another
    assert len(places) == len(prose.mentions)
    code_or_escaped = {"after code": 2, "after escapes": 1}
    held = next(name for name, written in PLACES.items() if written == text)
    assert len(places) == text.count("[[") - code_or_escaped.get(held, 0)


def test_first_line_and_column_of_an_inline_text():
    prose, findings = parse_inline("By [[a]] and [[b", path="x", line=7, column=12)
    assert [(m.line, m.column, m.length) for m in prose.mentions] == [(7, 15, 5)]
    assert [(f.span.line, f.span.column, f.span.length) for f in findings] == [(7, 25, 2)]


def test_later_lines_of_an_inline_text_are_placed_at_its_beginning():
    prose, _ = parse_inline("By [[a]]\nand [[b]]", path="x", line=7, column=12)
    assert [(m.line, m.column) for m in prose.mentions] == [(7, 15), (7, 12)]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a\n> [x](javascript:y)", (2, 3, 17)),
        ("| a |\n|---|\n| x [\\|](javascript:y) |", (3, 5, 18)),
        ("- ![](/x.jpg)", (1, 3, 11)),
        ("x[^1]\n\n[^1]: <b>", (3, 7, 3)),
        ("x ^[y [z](//w)]", (1, 7, 8)),
        ("![x [[ ]] y](/z.jpg)", (1, 5, 5)),
        ("## a\n\n  #### b", (3, 3, 6)),
        ("> [a]: /b", (1, 1, 9)),
    ],
)
def test_findings_stand_at_their_places(text, place):
    _, findings = parse_body(text, path="x", first_line=1)
    assert [(f.span.line, f.span.column, f.span.length) for f in findings] == [place]
