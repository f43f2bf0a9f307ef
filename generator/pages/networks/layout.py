"""Where the actors of a network stand: those that share events near each other, and none upon another.

Forces after Fruchterman and Reingold (1991), with a pull to the middle for what hangs on nothing. Only sums, products
and square roots are used, which IEEE 754 rounds alike everywhere; libraries that use sines, random numbers or vector
units may not. So the same actors stand at the same places on every machine.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import sqrt
from typing import Final

Point = tuple[float, float]

ROUNDS: Final = 120
GOLDEN: Final = 0.6180339887498949
"""Multiples of it, without their whole parts, are spread evenly: where everybody begins."""

PULL: Final = 0.12
"""Towards the middle, so that groups without ties to others stay in the picture."""

LEAST: Final = 1e-4

Pull = tuple[int, int, float]
"""Two actors by number, and how strongly they draw each other."""


def laid_out(
    count: int, pulls: Sequence[Pull], width: int, height: int, margin: int
) -> list[tuple[int, int]]:
    """Whole places in a picture of that size for actors 0 to `count` - 1."""
    points: list[Point] = [((n * GOLDEN) % 1.0, (n + 0.5) / count) for n in range(count)]
    near = sqrt(1.0 / max(count, 1))
    for turn in range(ROUNDS):
        reach = 0.12 * (1.0 - turn / ROUNDS) + 0.002
        points = _moved(points, _forces(points, pulls, near), reach)
    return _fitted(points, width, height, margin)


def _forces(points: Sequence[Point], pulls: Sequence[Pull], near: float) -> list[list[float]]:
    forces = [[(0.5 - x) * PULL, (0.5 - y) * PULL] for x, y in points]
    square = near * near
    for one, (x, y) in enumerate(points):
        mine = forces[one]
        for other in range(one):
            ox, oy = points[other]
            dx, dy = x - ox, y - oy
            push = square / max(dx * dx + dy * dy, LEAST)
            mine[0] += dx * push
            mine[1] += dy * push
            forces[other][0] -= dx * push
            forces[other][1] -= dy * push
    for one, other, strength in pulls:
        (x, y), (ox, oy) = points[one], points[other]
        dx, dy = x - ox, y - oy
        pull = sqrt(dx * dx + dy * dy) / near * strength
        forces[one][0] -= dx * pull
        forces[one][1] -= dy * pull
        forces[other][0] += dx * pull
        forces[other][1] += dy * pull
    return forces


def _moved(points: Sequence[Point], forces: Sequence[Sequence[float]], reach: float) -> list[Point]:
    """Each a step along its force, and no farther than `reach`."""
    moved = []
    for (x, y), (fx, fy) in zip(points, forces, strict=True):
        length = sqrt(fx * fx + fy * fy)
        step = min(length, reach) / length if length else 0.0
        moved.append((x + fx * step, y + fy * step))
    return moved


def _fitted(points: Sequence[Point], width: int, height: int, margin: int) -> list[tuple[int, int]]:
    """Stretched to the picture; a single actor, or a row of them, stands in the middle."""
    across = _scaled([x for x, _ in points], width, margin)
    down = _scaled([y for _, y in points], height, margin)
    return list(zip(across, down, strict=True))


def _scaled(values: Sequence[float], size: int, margin: int) -> list[int]:
    least, most = min(values, default=0.0), max(values, default=0.0)
    if most - least < LEAST:
        return [size // 2 for _ in values]
    return [round(margin + (value - least) / (most - least) * (size - 2 * margin)) for value in values]


def pulls_of(numbers: Mapping[str, int], ties: Sequence[tuple[str, str, int]]) -> list[Pull]:
    """Ties as forces: the square root of the events, against that of the strongest."""
    strongest = max((events for _, _, events in ties), default=1)
    return [(numbers[one], numbers[other], sqrt(events / strongest)) for one, other, events in ties]
