"""The table of codes holds what it promises: permanent, unique, complete, named for the fault."""

from __future__ import annotations

import re
from typing import get_args

import pytest

from generator.diagnostics.code import Code, Family
from generator.diagnostics.codes import BY_CODE, BY_NAME, CODES, FAMILIES
from generator.diagnostics.diagnostic import Severity

every_code = pytest.mark.parametrize("code", CODES, ids=lambda code: code.code)


def test_codes_and_names_are_unique() -> None:
    assert len(BY_CODE) == len(CODES)
    assert len(BY_NAME) == len(CODES)


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.prefix)
def test_a_family_holds_its_own_codes_in_order(family: Family) -> None:
    codes = [code.code for code in family.codes]
    assert all(re.fullmatch(rf"{family.prefix}\d\d", code) for code in codes)
    assert codes == sorted(codes)


@every_code
def test_every_field_says_something(code: Code) -> None:
    assert all(text.strip() for text in (code.what, code.why, code.bad, code.good))
    assert code.severity in get_args(Severity)
    assert code.bad != code.good


@every_code
def test_a_name_says_the_fault(code: Code) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", code.name)
    assert not {"must", "should"} & set(code.name.split("-"))
