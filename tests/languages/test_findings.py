"""What a site hears of its languages."""

from __future__ import annotations

import pytest

from generator.languages import conventions
from generator.languages.language import language
from tests.site.model_site import Site


@pytest.fixture
def without_babel(monkeypatch):
    monkeypatch.setattr(conventions, "is_installed", lambda: False)
    language.cache_clear()
    yield
    language.cache_clear()


@pytest.mark.usefixtures("without_babel")
def test_without_babel_another_language_says_what_to_install(tmp_path):
    built = Site.golden(tmp_path).edit("content/site.yaml", "language: en", "language: ar").build()
    (finding,) = built.findings
    assert (finding.code, finding.span.line, finding.help) == (
        "D908",
        4,
        "install it: pip install 'dateline[i18n]'",
    )
    assert built.published is None


@pytest.mark.usefixtures("without_babel")
def test_without_babel_english_is_built_as_ever(tmp_path):
    built = Site.golden(tmp_path).build()
    assert (built.findings, built.published is None) == ((), False)


def test_a_language_without_a_catalogue_is_told_and_built(tmp_path):
    site = Site.golden(tmp_path).edit("content/site.yaml", "language: en", "language: he")
    (finding,) = site.build().findings
    assert (finding.code, finding.span.line) == ("D909", 4)
    page = site.published().files["events/bridge-attack/index.html"].decode()
    assert '<html lang="he" dir="rtl">' in page
    assert "<h2>Sources</h2>" in page
    assert "באוגוסט 2014" in page
