"""The order of moments in a timeline: total, and the same on every machine.

1. What has no first bound (`../2014`, `/2014`, `[..2014]`) comes first: it may have begun at any time.
2. Then by the civil day on which the moment may begin, as written.
3. On one day, what has no clock time comes before what has one: the day is the heading, its hours follow.
4. Clock times of one day stand by the instant in UTC, so that 13:00 in Washington follows 18:00 in Damascus.
   A time without a zone is taken as UTC; a site whose zone is known gives it one first (`Moment.with_offset`).
5. At an equal beginning the wider comes first, endless ones foremost: 2014, 2014-08, 2014-08-01, 2014-08-01T00:00.
   So "some day in August" opens August, as a heading would, and a whole stands before its parts.
6. What is still equal stands by its text (one instant in two zones, `2014-08-24` and `2014-08-24~`).
"""

from typing import Final

from generator.model import civil

SortKey = tuple[int, int, int, int, int, int, str]
_NO_BOUND: Final = 0
_BOUND: Final = 1


def sort_key(lower: int | None, upper: int | None, shift: int | None, text: str, *, timed: bool) -> SortKey:
    """The key by which moments sort; `shift` is minutes east of UTC, bounds are civil seconds."""
    first = 0 if lower is None else lower // civil.SECONDS_PER_DAY
    to_utc = 60 * (shift or 0)
    return (
        _NO_BOUND if lower is None else _BOUND,
        first,
        int(timed),
        lower - to_utc if timed and lower is not None else 0,
        _NO_BOUND if upper is None else _BOUND,
        0 if upper is None else to_utc - upper,
        text,
    )
