"""What is kept of a file comes back as it was, and places are read when they are asked for."""

from __future__ import annotations

import pickle
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.diagnostics.diagnostic import Diagnostic
from generator.model.figure import Figure
from generator.model.moment import Moment
from generator.model.parsed import Parsed
from generator.model.prose import EMPTY, Prose
from generator.model.record_parts import Translation
from generator.model.records import AnyRecord, Page
from generator.reading.discover import discover
from generator.reading.parse import parse_file
from generator.reading.record_codec import decode, encode
from generator.reading.rows import shape_of

ROOT = Path(__file__).parents[2]

st.register_type_strategy(
    Moment, st.sampled_from(["2014-08-24", "2014-08~", "../2014-08", "[2014,2015]"]).map(Moment.parse)
)
st.register_type_strategy(
    Figure, st.sampled_from(["346", "at least 3", "50 to 60", "unknown"]).map(Figure.parse)
)
places = st.dictionaries(st.text(max_size=5), st.tuples(*[st.integers(0, 99)] * 3), max_size=3)
records = st.one_of([st.from_type(kind) for kind in get_args(AnyRecord)])
gave = st.builds(Parsed, records, st.from_type(Prose), places) | st.from_type(Translation) | st.none()


@given(gave, st.lists(st.from_type(Diagnostic), max_size=2).map(tuple))
@settings(max_examples=200)
def test_everything_comes_back(parsed, findings):
    line = encode(parsed, findings)
    assert b"\n" not in line
    assert decode([line, line]) == [(parsed, findings)] * 2
    assert pickle.loads(pickle.dumps(decode([line]))) == [(parsed, findings)]  # noqa: S301 - our own


def test_every_real_record_comes_back():
    files = [file for file in discover(ROOT)[0] if file.record_kind]
    ones = [parse_file(ROOT, file) for file in files]
    assert decode(encode(one.parsed, one.findings) for one in ones) == [
        (one.parsed, one.findings) for one in ones
    ]


def test_a_name_that_is_not_utf_8_comes_back():
    parsed = Parsed(Page(id="a", path="\udce9", title="b\t\n\u2028"), EMPTY, {"title": (1, 2, 3)})
    assert decode([encode(parsed, ())]) == [(parsed, ())]


@dataclass(frozen=True)
class Odd:
    of: dict[str, str]


@pytest.mark.parametrize(
    "hint", [dict[str, str], Odd, str | Moment, tuple[Moment, Moment], tuple[Moment, str]]
)
def test_what_has_no_row_is_refused_at_once(hint):
    with pytest.raises(TypeError):
        shape_of(hint)
