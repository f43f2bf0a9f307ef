"""Addresses of pages: site-relative, with a trailing slash, without a leading one (`events/tabqa-falls/`).

`docs/site.md` lists them; they are permanent.
"""

from __future__ import annotations

from generator.model.records import Kind

FOLDERS: dict[Kind, str] = {
    "event": "events",
    "article": "articles",
    "actor": "actors",
    "location": "locations",
    "topic": "topics",
    "page": "",
}


def record_address(kind: Kind, record_id: str) -> str:
    """`events/<id>/`; a free page stands at the top (`about/`)."""
    folder = FOLDERS[kind]
    return f"{folder}/{record_id}/" if folder else f"{record_id}/"


def month_address(year: int, month: int) -> str:
    """`timeline/2014/08/`."""
    return f"timeline/{year_segment(year)}/{month:02d}/"


def day_address(year: int, month: int, day: int) -> str:
    """`timeline/2014/08/24/`."""
    return f"timeline/{year_segment(year)}/{month:02d}/{day:02d}/"


def reported_address(year: int, month: int, day: int) -> str:
    """`reported/2014-08-25/`."""
    return f"reported/{year_segment(year)}-{month:02d}-{day:02d}/"


def year_segment(year: int) -> str:
    """Four digits at least, as ISO 8601 writes years; a year before 0 keeps its sign."""
    return f"{year:04d}" if year >= 0 else f"-{-year:04d}"


def relative_root(address: str) -> str:
    """The way from a page up to the site's root: `""` for the home page, `../../` for `events/x/`."""
    return "../" * address.count("/")
