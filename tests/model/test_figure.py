"""Figures: what they say, how they read, what several come to."""

from __future__ import annotations

import pickle
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.figure import Figure, FigureError, add, span

FIGURES = {
    # text: (canonical text, words, lower, upper, approximate)
    "346": ("346", "346", 346, 346, False),
    "0": ("none", "none", 0, 0, False),
    "none": ("none", "none", 0, 0, False),
    "no": ("none", "none", 0, 0, False),
    "1,700": ("1700", "1,700", 1700, 1700, False),
    "75 000": ("75000", "75,000", 75_000, 75_000, False),
    "75\N{NARROW NO-BREAK SPACE}000": ("75000", "75,000", 75_000, 75_000, False),
    "10319723": ("10319723", "10,319,723", 10_319_723, 10_319_723, False),
    "88.70": ("88.7", "88.7", Decimal("88.7"), Decimal("88.7"), False),
    "1.7 million": ("1700000", "1,700,000", 1_700_000, 1_700_000, False),
    "at least 346": ("at least 346", "at least 346", 346, None, False),
    "At  Least 346": ("at least 346", "at least 346", 346, None, False),
    "no fewer than 346": ("at least 346", "at least 346", 346, None, False),
    "346 or more": ("at least 346", "at least 346", 346, None, False),
    "more than 170": ("more than 170", "more than 170", 170, None, False),
    "over 3,000": ("more than 3000", "more than 3,000", 3000, None, False),
    "up to 50": ("up to 50", "up to 50", None, 50, False),
    "at most 50": ("up to 50", "up to 50", None, 50, False),
    "fewer than 20": ("fewer than 20", "fewer than 20", None, 20, False),
    "less than 20": ("fewer than 20", "fewer than 20", None, 20, False),
    "about 200": ("about 200", "about 200", 200, 200, True),
    "around 200": ("about 200", "about 200", 200, 200, True),
    "some 150": ("about 150", "about 150", 150, 150, True),
    "approximately 150": ("about 150", "about 150", 150, 150, True),
    "nearly 200": ("nearly 200", "nearly 200", 200, 200, True),
    "almost 200": ("nearly 200", "nearly 200", 200, 200, True),
    "50 to 60": ("50 to 60", "between 50 and 60", 50, 60, False),
    "50-60": ("50 to 60", "between 50 and 60", 50, 60, False),
    "50–60": ("50 to 60", "between 50 and 60", 50, 60, False),
    "between 1,000 and 1,200": ("1000 to 1200", "between 1,000 and 1,200", 1000, 1200, False),
    "60 to 60": ("60", "60", 60, 60, False),
    "about 50 to 60": ("about 50 to 60", "about 50 to 60", 50, 60, True),
    "78 to 346 or more": ("78 to 346 or more", "78 to 346 or more", 78, None, False),
    "50 or fewer to 100": ("50 or fewer to 100", "50 or fewer to 100", None, 100, False),
    "dozens": ("dozens", "dozens", 24, None, False),
    "scores": ("scores", "scores", 40, None, False),
    "Hundreds": ("hundreds", "hundreds", 200, None, False),
    "thousands": ("thousands", "thousands", 2_000, None, False),
    "tens of thousands": ("tens of thousands", "tens of thousands", 20_000, None, False),
    "hundreds of thousands": ("hundreds of thousands", "hundreds of thousands", 200_000, None, False),
    "unknown": ("unknown", "unknown", None, None, False),
}

FAULTS = {
    # text: (part of the text that is marked, part of the message, suggestion)
    "": ("", "no figure here", None),
    "many": ("many", "found “many”", None),
    "346 killed": ("killed", "found “killed”", "346"),
    "346+": ("+", "found “+”", "at least 346"),
    "> 100": (">", "found “>”", "more than 100"),
    "~50": ("~", "found “~”", "about 50"),
    "at least twelve": ("twelve", "found “twelve”", "at least 12"),
    "several hundred": ("several", "found “several”", "hundreds"),
    "60 to 50": ("50", "below its start", "50 to 60"),
    "1,70": (",", "found “,”", None),
    "75.000": ("75.000", "75000 or 75", "75000"),
    "at least": ("at least", "is no figure", None),
    "-5": ("-5", "is no figure", None),
    "?": ("?", "found “?”", "unknown"),
    "٣٤٦": ("٣", "found “٣”", None),
    "1e5": ("e", "found “e”", None),
    "\u202e5": ("\u202e", "U+202E", None),
    "9" * 40: ("9" * 40, "at most 15 digits", None),
    "999999999999999 billion": ("999999999999999 billion", "at most 15 digits", None),
}

numbers = st.one_of(
    st.integers(0, 10**12).map(str),
    st.integers(0, 10**9).map("{:,}".format),
    st.decimals(0, 1000, places=1).map(str),
)
figures = st.one_of(
    st.builds(
        "{}{}".format,
        st.sampled_from(
            ["", "at least ", "more than ", "up to ", "at most ", "fewer than ", "about ", "some ", "nearly "]
        ),
        numbers,
    ),
    st.tuples(st.integers(0, 10**6), st.integers(0, 10**6))
    .map(sorted)
    .map(lambda pair: "{} to {}".format(*pair)),
    st.tuples(st.integers(0, 99), st.integers(100, 200)).map(
        "about {0[0]} or fewer to {0[1]} or more".format
    ),
    st.sampled_from(["dozens", "hundreds", "tens of thousands", "unknown", "none", "millions"]),
).map(Figure.parse)


@pytest.mark.parametrize(("text", "meaning"), FIGURES.items())
def test_what_a_figure_says(text, meaning):
    figure = Figure.parse(text)
    assert (str(figure), figure.words(), figure.lower, figure.upper, figure.approximate) == meaning
    assert figure.known == (text != "unknown")


@pytest.mark.parametrize(("text", "fault"), FAULTS.items())
def test_a_fault_is_told_with_its_place(text, fault):
    marked, message, suggestion = fault
    with pytest.raises(FigureError) as caught:
        Figure.parse(text)
    error = caught.value
    assert text[error.offset : error.offset + error.length] == marked
    assert message in str(error)
    assert error.suggestion == suggestion


@given(figures)
def test_canonical_text_reads_back(figure):
    assert Figure.parse(str(figure)) == figure
    assert Figure.parse(figure.words()) == figure
    assert Figure.parse(figure.short()) == figure
    assert pickle.loads(pickle.dumps(figure)) == figure  # noqa: S301 - our own
    if figure.lower is not None and figure.upper is not None:
        assert figure.lower <= figure.upper


@given(
    st.one_of(
        st.text(), st.text(alphabet="0123456789,. tofupleasmrn-–+", max_size=30), figures.map("x{}".format)
    )
)
def test_any_text_is_read_or_refused_with_a_place_in_it(text):
    error = fault_of(text)
    if error is None:
        figure = Figure.parse(text)
        assert Figure.parse(str(figure)) == figure
        return
    assert 0 <= error.offset <= len(text)
    assert 0 <= error.length <= len(text) - error.offset
    assert str(error).isprintable()
    assert error.suggestion is None or Figure.parse(error.suggestion)


def fault_of(text: str) -> FigureError | None:
    try:
        Figure.parse(text)
    except FigureError as error:
        return error
    return None


def spanned(*texts: str) -> str:
    return str(span([Figure.parse(text) for text in texts]))


def total(*texts: str) -> str:
    return str(add([Figure.parse(text) for text in texts]))


def test_a_span_covers_every_report():
    assert spanned("170", "200") == "170 to 200"
    assert spanned("78", "at least 346") == "78 to 346 or more"
    assert spanned("at least 78", "346") == "78 to 346 or more"
    assert spanned("up to 50", "at least 100") == "50 or fewer to 100 or more"
    assert spanned("about 170", "200") == "about 170 to 200"
    assert spanned("more than 170", "more than 170") == "more than 170"
    assert spanned("unknown", "dozens") == "dozens"
    assert spanned("unknown", "unknown") == "unknown"
    assert span([]) is None


def test_a_sum_adds_the_least_and_the_most():
    assert total("346", "at least 170") == "at least 516"
    assert total("5 to 6", "about 2") == "about 7 to 8"
    assert total("up to 5", "3") == "3 to 8"
    assert total("up to 5", "up to 3") == "up to 8"
    assert total("346", "unknown") == "at least 346"
    assert total("up to 5", "unknown") == "unknown"
    assert total("0.5", "0.5") == "1"
    assert total() == "none"


@given(st.lists(figures, min_size=1, max_size=5))
def test_spans_and_sums_are_honest(reports):
    covering, sum_of_all = span(reports), add(reports)
    assert covering is not None
    assert Figure.parse(str(covering)) == covering
    assert span(reversed(reports)) == covering
    assert add(reversed(reports)) == sum_of_all
    for report in reports:
        if report.known:
            assert covering.lower is None or (report.lower is not None and covering.lower <= report.lower)
            assert covering.upper is None or (report.upper is not None and report.upper <= covering.upper)
        if sum_of_all.upper is not None:
            assert report.upper is not None
            assert report.upper <= sum_of_all.upper
        if report.lower is not None:
            assert sum_of_all.lower is not None
            assert report.lower <= sum_of_all.lower


def test_exactly():
    assert Figure.exactly(3) == Figure.parse("3")
