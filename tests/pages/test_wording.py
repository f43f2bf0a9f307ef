"""The grades mean on every page what the methodology of the first site says that they mean."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.pages.wording import GRADES

METHODOLOGY = Path(__file__).parents[2] / "content/pages/methodology.md"


@pytest.mark.parametrize("status", ["confirmed", "reported"])
def test_a_grade_is_defined_in_the_words_of_the_methodology(status):
    _, _, rest = METHODOLOGY.read_text(encoding="utf-8").partition(f"### Grade: {status}\n")
    assert rest.strip().partition("\n")[0] == GRADES[status].definition
