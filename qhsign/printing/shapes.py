"""The outlines of the categories: seven shapes that are told apart without colour; and an arrow.

Each is drawn in a unit square, y downwards, by PDF path operators; ``{second}`` marks where the
ground's colour is set and ``{first}`` where the shape's colour returns.
"""

import math
from types import MappingProxyType

_KAPPA = 0.5522847498  # control point of a quarter circle as a Bézier curve
_STAR_INNER = 0.46
_STAR_POINTS = 5


def _polygon(*points: tuple[float, float]) -> str:
    (x, y), *others = points
    return f"{x:.4f} {y:.4f} m " + " ".join(f"{x:.4f} {y:.4f} l" for x, y in others) + " h"


def _bar(x: float, y: float, w: float, h: float) -> str:
    return f"{x} {y} {w} {h} re"


def _disc(radius: float) -> str:
    r, k, c = radius, radius * _KAPPA, 0.5
    quarters = (
        (c + r, c + k, c + k, c + r, c, c + r),
        (c - k, c + r, c - r, c + k, c - r, c),
        (c - r, c - k, c - k, c - r, c, c - r),
        (c + k, c - r, c + r, c - k, c + r, c),
    )
    curves = (" ".join(f"{number:.4f}" for number in quarter) + " c" for quarter in quarters)
    return f"{c + r:.4f} {c:.4f} m " + " ".join(curves) + " h"


def _star() -> str:
    points = []
    for corner in range(2 * _STAR_POINTS):
        radius = 0.53 * (1 if corner % 2 == 0 else _STAR_INNER)
        angle = math.pi * corner / _STAR_POINTS
        points.append((0.5 + radius * math.sin(angle), 0.53 - radius * math.cos(angle)))
    return _polygon(*points)


_DIAMONDS = " ".join(
    _polygon((left, 0.5), (left + 0.3, 0.12), (left + 0.6, 0.5), (left + 0.3, 0.88))
    for left in (0.0, 0.6)
)

_ARROW = _polygon((0.5, 0), (1, 0.52), (0.66, 0.52), (0.66, 1), (0.34, 1), (0.34, 0.52), (0, 0.52))

SHAPES = MappingProxyType(
    {
        "diamonds": f"{_DIAMONDS} f",
        "square": f"{_bar(0, 0.04, 0.92, 0.92)} f",
        "disc": f"{_disc(0.5)} f",
        "triangle": f"{_polygon((0.53, 0.02), (1.06, 0.95), (0, 0.95))} f",
        "lens": f"{_disc(0.5)} f {{second}} {_disc(0.345)} f {{first}} {_disc(0.19)} f",
        "star": f"{_star()} f",
        "arrow": f"{_ARROW} f",
        "bars": " ".join(_bar(0, y, 1, 0.2) for y in (0.06, 0.4, 0.74)) + " f",
    }
)
