"""What `make lighthouse` and `make weights` are made of."""

from __future__ import annotations

import gzip
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from tests.benches.host import hosted
from tests.benches.quality import CATEGORIES, METRICS, Seen, faults, read, table
from tests.benches.weighing import Bytes, weights
from tests.benches.weights import broken


@pytest.fixture
def site(tmp_path: Path) -> Path:
    head = '<link rel="stylesheet" href="../../assets/site.css">\n<script src="../../assets/a.js" defer></script>\n'
    for name, text in {
        "_headers": "/*\n  X-Content-Type-Options: nosniff\n\n/assets/*\n  Cache-Control: max-age=3600\n",
        "404.html": "gone",
        "events/one/index.html": head,
        "events/two/index.html": head + "x" * 60_000,
        "assets/site.css": "p {}",
        "assets/a.js": "1;",
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    (tmp_path / "assets/site.css.gz").write_bytes(gzip.compress(b"p {}"))
    return tmp_path


def test_a_host_sends_what_is_compressed_and_the_headers_asked_for(site: Path) -> None:
    with hosted(site) as address:
        with urlopen(Request(f"{address}assets/site.css", headers={"Accept-Encoding": "gzip, br"})) as answer:  # noqa: S310
            assert answer.headers["Content-Encoding"] == "gzip"
            assert answer.headers["Cache-Control"] == "max-age=3600"
            assert answer.headers["X-Content-Type-Options"] == "nosniff"
            assert gzip.decompress(answer.read()) == b"p {}"
        with urlopen(f"{address}events/one/") as answer:  # noqa: S310
            assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
            assert answer.headers["Cache-Control"] is None
        with pytest.raises(HTTPError, match="404"):
            urlopen(f"{address}../secret")  # noqa: S310


def test_the_heaviest_page_of_a_kind_is_weighed(site: Path) -> None:
    ((kind, count, page),) = weights(site)
    assert (kind, count, page.address) == ("event", 2, "events/two/")
    assert page.of["CSS"].plain == 4
    assert page.of["scripts"].plain == 2
    assert page.of["fonts"] == Bytes()
    assert broken(kind, page) == ["events/two/: an event's HTML, plain: 60,101 of 60,000"]


def lighthouse(performance: float) -> dict:
    return {
        "categories": {
            name: {
                "score": performance if name == "performance" else 1,
                "auditRefs": [{"id": "speed", "weight": 10}],
            }
            for name in CATEGORIES
        },
        "audits": {
            "speed": {"title": "Speed", "score": performance, "displayValue": "2.0 s"},
            **{name: {"numericValue": 1500.0} for name in METRICS},
        },
    }


def test_marks_are_medians_and_what_cost_them_is_named() -> None:
    seen = Seen("home", "mobile", [read(lighthouse(mark)) for mark in (0.9, 1, 1)])
    assert seen.perfect
    assert "| home | mobile | 100 | 100 | 100 | 100 | 1.50 |" in table([seen])
    seen.reports[1] = read(lighthouse(0.98))
    assert not seen.perfect
    assert "performance: Speed 2.0 s" in "".join(faults([seen]))
