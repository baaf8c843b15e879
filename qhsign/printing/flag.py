"""A country's flag as PDF operators: the polygons of its drawing, never dots."""

from collections.abc import Sequence
from functools import cache

from qhsign.domain.flag_drawing import FlagDrawing, Polygon


@cache
def flag_operators(drawing: FlagDrawing) -> str:
    """Return what fills a flag, in the units of its drawing with y downwards."""
    parts = []
    for shape in drawing.shapes:
        colour = (int(shape.colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
        operands = " ".join(f"{part:.4g}" for part in colour)
        parts.append(f"{operands} rg {_outlines(shape.polygons)} f")
    return "\n".join(parts)


@cache
def flag_outline(drawing: FlagDrawing) -> str:
    """Return the edge of a flag as a path that is not drawn yet."""
    return _outlines(drawing.outline)


def _outlines(polygons: Sequence[Polygon]) -> str:
    return " ".join(_outline(polygon) for polygon in polygons)


def _outline(polygon: Polygon) -> str:
    (x, y), *others = polygon
    return f"{x} {y} m {' '.join(f'{px} {py} l' for px, py in others)} h"
