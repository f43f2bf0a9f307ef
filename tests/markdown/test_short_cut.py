"""The short cut sets what the parser would set, to the last place, or it declines."""

import sys
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it.common.utils import isMdAsciiPunct, isPunctChar, isWhiteSpace

from generator.markdown import body, inline
from generator.markdown.body import parse_body
from generator.markdown.inline import parse_inline
from generator.markdown.language import ENGLISH, LANGUAGES
from generator.markdown.short_cut import plain_body, plain_line
from generator.markdown.source import normal

CONTENT = Path(__file__).parents[2] / "content"

WORDS = """a Fighters U.S. Gen. no. 17 3. 12) 1.5 ½ ² Ⅷ ① l’État “so” هدنة 停战 。 ؟ it's 'so' "yes" "no '14 90s x" "(y)" - – — …
**bold** *soft* **two words** *it*, **a**. *b*! (*c*) *d* **e** [[a]] [[a|b]] [[a|b c]] [[a|it's "b"]] [[a_b*c]] "[[a]]" '[[a|b]]'s ; : ! ? % $ / >
https://e.org/a""".split()  # noqa: SIM905 - easier to read and to add to
STRANGE = r"""-- a--b --- ... x...y **a*b** ***c*** *f **g** h* ** * a*b*c *" "* _u_ snake_case ~~ ~ **[[m]]** *[[n]]* [[]] [[ ]]
[[a:]] [[[a]]] [[a] [a] [a]: [x](/y) ![[a]] ^[[a]] [^1] < <b> & &amp; # ` | \ \* \[ *a" "*b*""".split()  # noqa: SIM905
HARMLESS = "*é* [[actor:a]] [[`]] [[a]](x) [[a]]: + = **g** a:b".split()  # noqa: SIM905
ENDS = (
    [" "] * 8
    + ["\n"] * 3
    + ["\n\n"] * 4
    + ["\n\n\n", "  ", "", " \n", "  \n", "\n ", "\u00a0", "\u3000", "\t", "\u2028", "\x00"]
)
STARTS = [""] * 6 + ["- ", "> "] * 3
STRANGE_STARTS = [
    "-  ",
    ">",
    ">  ",
    "* ",
    "+ ",
    "1. ",
    "1) ",
    "2014. ",
    "# ",
    "    ",
    " ",
    ": ",
    "~ ",
    "---",
    "===",
    "- - ",
    "> - ",
    "- > ",
]


def written(words: list[str], starts: list[str], ends: list[str]) -> st.SearchStrategy[str]:
    pieces = st.tuples(st.sampled_from(starts), st.sampled_from(words), st.sampled_from(ends))
    return st.lists(pieces, max_size=16).map(_joined)


def _joined(pieces: list[tuple[str, str, str]]) -> str:
    """Blocks begin where lines do."""
    text = ""
    for start, word, end in pieces:
        text += (start if not text or text.endswith("\n") else "") + word + end
    return text


plain = written(WORDS, STARTS, ENDS[:15])
texts = (
    plain
    | written([*WORDS, *WORDS, *HARMLESS, *STRANGE], [*STARTS, *STARTS, *STRANGE_STARTS], ENDS)
    | st.text("ab1 \n*[]|>-.\"'!:(")
)
languages = st.sampled_from(sorted(LANGUAGES))


def by_parser(parse, text, **where):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(body, "plain_body", lambda *_: None)
        patch.setattr(inline, "plain_line", lambda *_: None)
        return parse(text, path="x.md", **where)


@given(texts, languages)
@example("[[a]]: b", "en")
@example("[[a]](b)", "en")
@example("- a\n\n- b", "en")
@example("- a\nb", "en")
@example("> a\nb", "en")
@example("> a\n\n> b\n\n- c\n- d\n\n> e", "en")
@example("a\n- b", "en")
@example("a\n: b", "en")
@example('"[[a]] "b" [[c]]" d', "en")
@example('a **b** *c d*: [[e|f]] "g" [[h]]\'s. *I* j.', "fr")
@example("\n\na  b  [[c]]  d\n", "en")
@settings(max_examples=3000)
def test_a_body_is_what_the_parser_makes_of_it(text, language):
    quick = plain_body(normal(text), 3, LANGUAGES[language])
    if quick is not None:
        assert (quick, ()) == by_parser(parse_body, text, first_line=3, language=language)


@given(texts, languages)
@example(" a  *b* ", "en")
@example("*b*", "en")
@example("- a", "en")
@example(" [[a]]  b ", "en")
@settings(max_examples=1500)
def test_a_line_is_what_the_parser_makes_of_it(text, language):
    quick = plain_line(normal(text), 3, 7, LANGUAGES[language])
    if quick is not None:
        assert (quick, ()) == by_parser(parse_inline, text, line=3, column=7, language=language)


@pytest.mark.parametrize(
    "text",
    [
        "A [[b|c]] **d** *e f*: g.\nA second line, with 'quotes' and \"others\".\n\nAnother.\n",
        "- a [[b]]\n- 12 c",
        "> a",
        "“a” > b",
    ],
)
def test_plain_texts_take_it(text):
    assert plain_body(text, 1, ENGLISH)


@pytest.mark.parametrize(
    "text",
    [
        *(f"a {word} b" for word in STRANGE if word != "**g**"),
        *("a\n- b", "1. a", "# a", "- a\n\n- b", "> a\nb", "a\n===", "a  \nb", "[[a\nb]]", ""),
    ],
)
def test_anything_else_is_left_to_the_parser(text):
    assert plain_body(text, 1, ENGLISH) is None


def test_real_bodies_take_it_and_are_the_same():
    taken = 0
    texts = [file.read_text("utf-8").split("\n---\n", 1)[-1] for file in sorted(CONTENT.rglob("*.md"))]
    for text in filter(str.strip, texts):
        quick = plain_body(normal(text), 7, ENGLISH)
        if quick is not None:
            taken += 1
            assert (quick, ()) == by_parser(parse_body, text, first_line=7)
    assert taken > 500


def test_letters_and_digits_are_neither_space_nor_punctuation_to_the_parser():
    """So it is enough to look at the characters beside an asterisk for letters and digits."""
    letters = filter(str.isalnum, map(chr, range(sys.maxunicode + 1)))
    assert not [
        one for one in letters if isPunctChar(one) or isMdAsciiPunct(ord(one)) or isWhiteSpace(ord(one))
    ]
