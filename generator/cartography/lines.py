"""Lines made simpler, cut to a box, and written as path data of SVG."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

from generator.cartography.topology import Line, Position
from generator.model.basemap import UNITS, Box

HALF_TURN = 180

Grid = list[tuple[int, int]]
"""Points of the plane in whole units."""


def thinned(line: Line, tolerance: float) -> Line:
    """Fewer points, none of those left out farther than `tolerance` degrees from the line (Douglas and Peucker 1973)."""
    keep = {0, len(line) - 1}
    if line[0] == line[-1]:  # a ring has no chord to measure from: begin with its farthest point
        far = max(range(len(line)), key=lambda i: _square(line[0], line[i]))
        waiting = [(0, far), (far, len(line) - 1)]
        keep.add(far)
    else:
        waiting = [(0, len(line) - 1)]
    while waiting:
        first, last = waiting.pop()
        farthest, distance = _farthest(line, first, last)
        if distance > tolerance * tolerance:
            keep.add(farthest)
            waiting += [(first, farthest), (farthest, last)]
    return [line[i] for i in sorted(keep)]


def _farthest(line: Line, first: int, last: int) -> tuple[int, float]:
    """The point farthest from the chord, and the square of its distance."""
    (x, y), (dx, dy) = line[first], _difference(line[first], line[last])
    length = dx * dx + dy * dy
    found, farthest = first, -1.0
    for index in range(first + 1, last):
        px, py = line[index][0] - x, line[index][1] - y
        along = max(0.0, min(1.0, (px * dx + py * dy) / length)) if length else 0.0
        distance = (px - along * dx) ** 2 + (py - along * dy) ** 2
        if distance > farthest:
            found, farthest = index, distance
    return found, farthest


def _difference(one: Position, other: Position) -> Position:
    return other[0] - one[0], other[1] - one[1]


def _square(one: Position, other: Position) -> float:
    dx, dy = _difference(one, other)
    return dx * dx + dy * dy


def unrolled(line: Line) -> Line:
    """A line without leaps from one edge of the map to the other: its longitudes go on beyond 180° instead."""
    turn, before = 0.0, line[0][0]
    found = []
    for longitude, latitude in line:
        if abs(longitude - before) > HALF_TURN:
            turn += 2 * HALF_TURN if before > longitude else -2 * HALF_TURN
        before = longitude
        found.append((longitude + turn, latitude))
    return found


def gridded(line: Line, stretch: float) -> Grid:
    """Positions in whole units of the plane, without repetitions."""
    points: Grid = []
    for longitude, latitude in line:
        point = (round(longitude * stretch * UNITS), round(-latitude * UNITS))
        if not points or point != points[-1]:
            points.append(point)
    return points


def cut_ring(ring: Grid, box: Box) -> Grid:
    """The part of an area that is in the box; along its edges where the area goes on (Sutherland and Hodgman 1974)."""
    for inside, crossing in _edges(box):
        cut: Grid = []
        for before, point in zip(ring[-1:] + ring[:-1], ring, strict=True):
            if inside(point) != inside(before):
                cut.append(crossing(before, point))
            if inside(point):
                cut.append(point)
        ring = cut
    return ring


Side = tuple[Callable[[tuple[int, int]], bool], Callable[[tuple[int, int], tuple[int, int]], tuple[int, int]]]


def _edges(box: Box) -> Iterator[Side]:
    left, top, right, bottom = (round(edge) for edge in (box.x, box.y, box.right, box.bottom))
    yield (lambda p: p[0] >= left), (lambda a, b: (left, _at(a[1], b[1], left - a[0], b[0] - a[0])))
    yield (lambda p: p[0] <= right), (lambda a, b: (right, _at(a[1], b[1], right - a[0], b[0] - a[0])))
    yield (lambda p: p[1] >= top), (lambda a, b: (_at(a[0], b[0], top - a[1], b[1] - a[1]), top))
    yield (lambda p: p[1] <= bottom), (lambda a, b: (_at(a[0], b[0], bottom - a[1], b[1] - a[1]), bottom))


def _at(begin: int, end: int, part: int, whole: int) -> int:
    return begin + round((end - begin) * part / whole)


def pieces(line: Grid, box: Box) -> Iterator[Grid]:
    """The runs of a line's segments that may cross the box; what sticks out at their ends is not seen."""
    run: Grid = []
    for begin, end in pairwise(line):
        if box.meets(box_of([[begin, end]])):
            run.extend([end] if run else [begin, end])
        elif run:
            yield run
            run = []
    if run:
        yield run


def path_data(lines: Iterable[Grid], *, closed: bool = False) -> str:
    """Path data in relative steps, which are short. An area of less than three points is left out."""
    parts = []
    x = y = 0
    for line in lines:
        points = line[:-1] if closed and line and line[0] == line[-1] else line
        if len(points) < (3 if closed else 2):
            continue
        parts.append("m" + _pair(points[0][0] - x, points[0][1] - y).lstrip())
        x, y = points[0]
        for px, py in points[1:]:
            parts.append(_pair(px - x, py - y))
            x, y = px, py
        if closed:
            parts.append("z")
            x, y = points[0]
    return "".join(parts)


def _pair(dx: int, dy: int) -> str:
    """Two numbers after others: a minus sign parts them as well as a space does."""
    return f"{'' if dx < 0 else ' '}{dx}{'' if dy < 0 else ' '}{dy}"


def box_of(lines: Iterable[Grid]) -> Box:
    """The narrowest box around points."""
    points = [point for line in lines for point in line]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Box(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def holds(rings: Iterable[Line], position: Position) -> bool:
    """Whether an area has the position inside (even-odd rule)."""
    x, y = position
    inside = False
    for ring in rings:
        for (ax, ay), (bx, by) in zip(ring, ring[1:] + ring[:1], strict=True):
            if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
                inside = not inside
    return inside
