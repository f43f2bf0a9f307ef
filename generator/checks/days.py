"""Civil days as checks compare them: in favour of the editor wherever a date leaves room.

A date marked approximate (`~` or `%`) may be out by more than it says, so its bounds are widened by `slack`. A time
with a zone is one instant, which the calendars of the world call by different days; a plain date is taken as it is.
"""

from __future__ import annotations

from typing import Final

from generator.model.civil import SECONDS_PER_DAY
from generator.model.moment import Moment
from generator.model.records import Article

EASTERNMOST: Final = 14 * 3600
WESTERNMOST: Final = -12 * 3600
"""Seconds east of UTC of the zones where a day begins first and last."""

MONTH_SLACK: Final = 31
YEAR_SLACK: Final = 366
DECADE_SLACK: Final = 3653
_SLACK: Final = {
    "year": YEAR_SLACK,
    "decade": DECADE_SLACK,
    "century": DECADE_SLACK,
    "millennium": DECADE_SLACK,
}


def slack(moment: Moment) -> int:
    """Days by which an approximate date may be out: a month for one given to a season, month, day or finer, a year
    for a year, ten years for anything coarser; 0 for a date that is not approximate.
    """
    return _SLACK.get(moment.precision, MONTH_SLACK) if moment.approximate else 0


def earliest(moment: Moment) -> int | None:
    """The first civil day that it may be; None where the start is open or unknown."""
    opening = moment.start or moment
    return None if moment.first_day is None else moment.first_day - slack(opening)


def latest(moment: Moment) -> int | None:
    """The last civil day that it may be; None where the end is open or unknown."""
    closing = moment.end or moment
    return None if moment.last_day is None else moment.last_day + slack(closing)


def is_out_before(article: Article, moment: Moment) -> bool:
    """Whether the article was surely published before the moment began: by the instant where both have one,
    otherwise by the day.
    """
    published = article.published
    if published.instant is not None and moment.instant is not None:
        return published.instant < moment.instant
    out, began = _latest_day_name(published), _earliest_day_name(moment)
    return out is not None and began is not None and out < began


def _latest_day_name(moment: Moment) -> int | None:
    instant = moment.instant
    return latest(moment) if instant is None else (instant + EASTERNMOST) // SECONDS_PER_DAY


def _earliest_day_name(moment: Moment) -> int | None:
    instant = moment.instant
    return earliest(moment) if instant is None else (instant + WESTERNMOST) // SECONDS_PER_DAY
