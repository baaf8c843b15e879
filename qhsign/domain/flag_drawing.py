"""A country's flag as plain data: filled polygons, which the window and the prints draw alike.

Points count from the upper left corner of the flag, in units of which its height has thousands.
What is later in a drawing lies over what is earlier.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Polygon = Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class FlagShape:
    """Polygons filled with one colour (``#RRGGBB``) by the non-zero rule."""

    colour: str
    polygons: Sequence[Polygon]


@dataclass(frozen=True, slots=True, eq=False)
class FlagDrawing:
    """A flag; ``outline`` is its edge: its whole field for all but Nepal's, which is no rectangle.

    A drawing equals itself alone: there is one of each country.
    """

    width: int
    height: int
    outline: Sequence[Polygon]
    shapes: Sequence[FlagShape]

    @property
    def ratio(self) -> float:
        """How wide the flag is for its height."""
        return self.width / self.height


@dataclass(frozen=True, slots=True)
class CountryFlag:
    """Whose flag stands somewhere: code of ISO 3166, name as set, and the flag itself.

    Without a ``drawing`` a plate with the name stands for it.
    """

    country: str
    name: str
    drawing: FlagDrawing | None = None


def read_drawing(data: Mapping[str, Any]) -> FlagDrawing:
    """Return a drawing as it is written down: polygons as a point and the steps to the others."""
    width, height = data["size"]
    field = [(0, 0), (width, 0), (width, height), (0, height)]
    return FlagDrawing(
        width,
        height,
        [_polygon(each) for each in data.get("outline", ())] or [field],
        [FlagShape(colour, list(map(_polygon, polygons))) for colour, polygons in data["shapes"]],
    )


def _polygon(steps: Sequence[int]) -> Polygon:
    x = y = 0
    points = []
    for across, down in zip(steps[::2], steps[1::2], strict=True):
        x, y = x + across, y + down
        points.append((x, y))
    return points
