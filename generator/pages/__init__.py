"""Floor 5, pages: one file per page kind. Views decide every string; templates place them; nothing here renders."""

from __future__ import annotations

from types import ModuleType

from generator.pages import (
    actor,
    actors,
    article,
    articles,
    atlas,
    corrections,
    day,
    event,
    free_page,
    home,
    location,
    locations,
    month,
    network,
    not_found,
    redirect,
    reported,
    reported_day,
    search,
    timeline,
    tombstone,
    topic,
    topics,
)

PAGES: tuple[ModuleType, ...] = (
    home,
    timeline,
    month,
    day,
    event,
    actors,
    actor,
    network,
    locations,
    location,
    atlas,
    articles,
    article,
    topics,
    topic,
    reported,
    reported_day,
    corrections,
    search,
    free_page,
    tombstone,
    redirect,
    not_found,
)
"""Every page kind, in the order of docs/site.md; each has `outputs(graph)`."""
