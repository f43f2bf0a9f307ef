"""Every case in `findings/`: a small site, and all that is found in it, word for word."""

from __future__ import annotations

import pytest

from generator.diagnostics.codes import d0_files, d1_fields, d9_settings
from generator.reading.content import read_content
from tests.reading.cases import cases, lay_out, shown


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_finds_exactly(case, tmp_path):
    lay_out(case, tmp_path)
    _, findings = read_content(tmp_path)
    assert tuple(map(shown, findings)) == case.expected


def test_every_code_has_a_case():
    found = {line.split(": ")[1].split(" ")[0] for case in cases() for line in case.expected}
    codes = {code.code for code in (*d0_files.CODES, *d1_fields.CODES, *d9_settings.CODES)}
    codes -= {"D908", "D909"}  # found when the settings have been read: tests/languages/test_findings.py
    assert codes <= found
