"""What HTML forbids is found in any text, though only what is unusual in it is searched."""

import re
import sys

from hypothesis import example, given
from hypothesis import strategies as st

from generator.markdown import source
from generator.markdown.source import normal, unusual
from generator.reading import characters

texts = st.text(st.characters(exclude_categories=[])) | st.text(
    st.sampled_from("a\n\t\x0b\x0c\r\x00\x7f\x85\u2028\ud800é’")
)


@given(texts)
@example("".join(map(chr, range(sys.maxunicode + 1))))
def test_nothing_escapes_the_search(text):
    lines = re.sub("\r\n?", "\n", text)
    assert normal(text) == source._FORBIDDEN.sub("\ufffd", lines)
    assert characters.is_clean(text) == (not characters._UNWANTED.search(text))


@given(texts)
def test_what_is_unusual_is_left_in_order(text):
    assert unusual(text) == "".join(one for one in text if one not in "\t\n\r" and not " " <= one <= "~")
