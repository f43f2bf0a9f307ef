import pytest

from generator.markdown.inline import parse_inline
from generator.model.prose import Mention


def test_a_summary():
    prose, findings = parse_inline('The *fall* of [[tabqa]]: "over".', path="x", line=3, column=10)
    assert prose.parts == ("The <em>fall</em> of ", 0, ": “over”.")
    assert prose.mentions == (Mention("tabqa", "", 3, 24, 9, ("The fall of ", 0, ": “over”.")),)
    assert findings == ()


@pytest.mark.parametrize("text", ["# a", "- a", "> a", "    a", "a | b", "1. a"])
def test_no_blocks(text):
    assert parse_inline(text, path="x", line=1, column=1)[0].parts == (text.replace(">", "&gt;"),)


def test_no_footnotes():
    prose, findings = parse_inline("a[^1] ^[b]", path="x", line=1, column=1)
    assert prose.parts == ("a[^1] ^[b]",)
    assert [f.code for f in findings] == ["D412"]


def test_nothing():
    assert not parse_inline("", path="x", line=1, column=1)[0]


def test_quotation_marks_of_the_language():
    assert parse_inline('"نعم"', path="x", line=1, column=1, language="ar-SY")[0].parts == ("«نعم»",)
    assert parse_inline('"oui"', path="x", line=1, column=1, language="fr")[0].parts == ("«\u202foui\u202f»",)
    assert parse_inline('"ja"', path="x", line=1, column=1, language="de")[0].parts == ("„ja“",)
    assert parse_inline('"?"', path="x", line=1, column=1, language="xx")[0].parts == ("“?”",)
