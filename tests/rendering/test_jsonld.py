"""JSON inside HTML."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from generator.rendering.jsonld import safe_json, script_block


def test_nothing_closes_the_element_it_stands_in():
    written = script_block({"name": "</script><!-- & \u2028\u2029 -->"})
    assert written.count("<") == 2
    assert "\u2028" not in written
    assert "&" not in written


@given(st.dictionaries(st.text(), st.text() | st.integers() | st.lists(st.text())))
def test_it_reads_back_as_it_was(value):
    written = safe_json(value)
    assert json.loads(written) == value
    assert not set(written) & set("<>&\u2028\u2029\x00")
