"""Every finding of sense has cases in which it is found, at its line and column, and cases in which it is not."""

import pytest

from generator.build import Options, compile_content
from generator.diagnostics.codes import d3_sense
from tests.checks.casebook import Expected, read_cases

CASES = read_cases()


def findings(case, root):
    case.lay_out(root)
    return compile_content(Options(root=root, output=root / "site", jobs=1)).findings


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_site_has_the_findings_that_its_case_shows_and_no_other(case, tmp_path):
    found = findings(case, tmp_path)
    places = [
        Expected(one.span.path, one.span.line, one.span.column, one.span.length, one.code) for one in found
    ]
    assert sorted(places) == case.expected, "\n".join(one.message for one in found)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_every_finding_says_what_would_mend_it_and_which_record_may_accept_it(case, tmp_path):
    for finding in findings(case, tmp_path):
        assert finding.help
        assert finding.record.endswith("/" + finding.span.path.rpartition("/")[2].removesuffix(".md"))


@pytest.mark.parametrize("code", [code.code for code in d3_sense.CODES])
def test_every_code_has_a_bad_case_and_a_good_one(code):
    bad = [case for case in CASES if case.code == code and case.kind == "Bad"]
    assert any(one.code == code for case in bad for one in case.expected)
    assert any(case.code == code and case.kind == "Good" for case in CASES)


def test_good_cases_expect_nothing_and_bad_ones_only_their_own_code():
    for case in CASES:
        assert {one.code for one in case.expected} == ({case.code} if case.kind == "Bad" else set())
