"""Every D4 code: its bad example gives it, its good one gives nothing."""

import pytest

from generator.diagnostics.codes.d4_prose import CODES
from generator.markdown.body import parse_body
from generator.markdown.source import LIMIT

TOO_LARGE = next(code for code in CODES if code.name == "body-too-large")
WRITTEN = [code for code in CODES if code is not TOO_LARGE]


@pytest.mark.parametrize("code", WRITTEN, ids=lambda code: code.name)
def test_bad_example(code):
    _, findings = parse_body(code.bad, path="x", first_line=1)
    assert code.code in {finding.code for finding in findings}


@pytest.mark.parametrize("code", WRITTEN, ids=lambda code: code.name)
def test_good_example(code):
    assert parse_body(code.good, path="x", first_line=1)[1] == ()


def test_too_large():
    assert parse_body("a" * (LIMIT + 1), path="x", first_line=1)[1][0].code == TOO_LARGE.code


def test_numbers_are_in_order():
    assert [code.code for code in CODES] == [f"D4{number:02d}" for number in range(1, len(CODES) + 1)]
