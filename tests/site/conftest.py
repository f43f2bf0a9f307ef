"""The shipped site, built once for all tests that look at it."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.build import Options, build
from tests.site.published import PublishedSite

CHECKOUT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> PublishedSite:
    output = tmp_path_factory.mktemp("shipped") / "site"
    built = build(Options(root=CHECKOUT, output=output))
    assert built.published is not None, built.findings
    return PublishedSite(output)
