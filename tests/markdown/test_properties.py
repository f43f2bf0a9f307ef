"""For any text: nothing raises, and what comes out is well formed, placed, and the same by every way to it."""

import re

import html5lib
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.diagnostics.codes import BY_CODE
from generator.markdown import long_way, parser
from generator.markdown.body import parse_body
from generator.markdown.extensions import EXTENSIONS
from generator.markdown.inline import parse_inline
from generator.markdown.plain import plain_text
from generator.model.prose import ROOT

PIECES = r"""[[ ]] | [[a]] [[b|c]] [[d\|e]] [ ] ( ) ![ ](/x.jpg) ](#a) ](javascript:x) ](https://e.org) [^1] [^1]: ^[ [x]:
# ## === --- -- ... * ** _ ~~ ` `` ``` ~~~ > - 1. : < <b> <!-- <https://e.org> & &amp; &#0; &#106; \ \[ " ' |---|
|-|-| /y/ a b word. Gen. U.S. The الرقة ؟ 。 🙂""".split()  # noqa: SIM905 - easier to read and to add to
SPACES = [
    " ",
    "  ",
    "    ",
    "\t",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "\u00a0",
    "\u2028",
    "\x00",
    "\x0c",
    "\ud800",
    "\x85",
    "\uffff",
]

markdown = st.lists(
    st.sampled_from([*PIECES, *SPACES, "\n", "\n", " "]) | st.text(max_size=3), max_size=40
).map("".join)
texts = markdown | st.text()


def html_of(prose):
    return "".join(part if isinstance(part, str) else "mention" for part in prose.parts)


def lines_of(text):
    return re.split(r"\r\n?|\n", text)


@given(texts)
@example("[[a\u2028b]]")
@settings(max_examples=400, deadline=None)
def test_nothing_raises_and_findings_are_known_and_placed(text):
    _, findings = parse_body(text, path="x.md", first_line=3)
    count = len(lines_of(text))
    for finding in findings:
        assert finding.code in BY_CODE
        assert 3 <= finding.span.line < 3 + count
        line = lines_of(text)[finding.span.line - 3]
        assert 1 <= finding.span.column <= len(line) + 1
        assert finding.span.column - 1 + finding.span.length <= max(1, len(line))
    parse_inline(text, path="x.md", line=3, column=5)


@given(texts)
@settings(max_examples=400, deadline=None)
def test_mentions_stand_where_they_say_and_know_their_sentence(text):
    prose, _ = parse_body(text, path="x.md", first_line=1)
    assert [part for part in prose.parts if isinstance(part, int)] == list(range(len(prose.mentions)))
    for index, mention in enumerate(prose.mentions):
        line = lines_of(text)[mention.line - 1]
        assert line[mention.column - 1 :].startswith("[[")
        assert index in mention.context
    places = [(mention.line, mention.column) for mention in prose.mentions]
    assert len(set(places)) == len(places)


@given(texts)
@settings(max_examples=300, deadline=None)
def test_html_is_well_formed(text):
    prose, _ = parse_body(text, path="x.md", first_line=1)
    html = html_of(prose)
    # ROOT begins an address of the site and stands nowhere else
    assert html.count(ROOT) == html.count(f'href="{ROOT}') + html.count(f'src="{ROOT}')
    page = "<!DOCTYPE html><title>x</title><body>" + html.replace(ROOT, "../")
    html5lib.HTMLParser(strict=True).parse(page)
    page.encode()


@given(texts)
@settings(max_examples=300, deadline=None)
def test_ids_are_unique_and_fragments_lead_to_one(text):
    prose, findings = parse_body(text, path="x.md", first_line=1)
    html = html_of(prose)
    ids = re.findall(r' id="([^"]*)"', html)
    assert len(set(ids)) == len(ids)
    assert {heading.anchor for heading in prose.headings} <= set(ids)
    if not findings:
        assert set(re.findall(r'href="#([^"]+)"', html)) <= {*ids, "top"}


@given(texts)
@settings(max_examples=300, deadline=None)
def test_extensions_not_wanted_would_change_nothing(text):
    all_of_them = tuple(True for _ in EXTENSIONS)
    wanted = parse_body(text, path="x.md", first_line=1)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(long_way, "parser_for", lambda _text: parser._parser(all_of_them))
        assert parse_body(text, path="x.md", first_line=1) == wanted


@given(markdown)
@settings(max_examples=200, deadline=None)
def test_line_ends_make_no_difference(text):
    text = text.replace("\r", "")
    assert parse_body(text, path="x", first_line=1) == parse_body(
        text.replace("\n", "\r\n"), path="x", first_line=1
    )


@given(texts)
@settings(max_examples=200, deadline=None)
def test_plain_text_has_no_markup_of_ours(text):
    prose, _ = parse_body(text, path="x", first_line=1)
    plain = plain_text(prose.parts)
    assert ROOT not in "".join(part for part in plain if isinstance(part, str))
    assert [part for part in plain if isinstance(part, int)] == list(range(len(prose.mentions)))


def contained(blocks):
    """A block within a container, its later lines marked as the container asks."""

    def within(first, later):
        return blocks.map(
            lambda lines: [
                first + lines[0],
                *((later + line) if line else later.rstrip() for line in lines[1:]),
            ]
        )

    return (
        within("> ", "> ")
        | within("- ", "  ")
        | within("12. ", "    ")
        | within("-\t", "\t")
        | st.tuples(blocks, blocks).map(lambda pair: [*pair[0], "", *pair[1]])
    )


SIMPLE = st.sampled_from(
    [
        ["@ and @", "  more @  "],
        ["# @ ##"],
        ["@ x", "==="],
        ["| @ | a |", "|---|:-:|", "| b | @ |", "|@|@|"],
        ["Term @", ": @", "", "  @"],
        ["```", "@", "```", "@"],
    ]
)


@given(st.recursive(SIMPLE, contained, max_leaves=4), st.integers(1, 50))
@settings(max_examples=400, deadline=None)
def test_places_within_containers(lines, first_line):
    """Each `@` becomes a mention of its own; every one that is found stands exactly there."""
    expected = {}
    written = []
    for number, line in enumerate(lines, first_line):
        while "@" in line:
            name = f"m{len(expected)}"
            expected[name] = (number, line.index("@") + 1)
            line = line.replace("@", f"[[{name}]]", 1)  # noqa: PLW2901 - the next one is sought in what is left
        written.append(line)
    prose, _ = parse_body("\n".join(written), path="x", first_line=first_line)
    found = {mention.target: (mention.line, mention.column) for mention in prose.mentions}
    assert found == {name: expected[name] for name in found}
    in_code = "".join(part for part in prose.parts if isinstance(part, str)).count("[[m")
    assert len(found) + in_code == len(expected)
