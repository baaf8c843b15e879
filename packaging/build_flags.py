"""Build resources/flags from the drawings of two npm packages and our corrections.

Run it when a country changes its flag::

    npm pack svg-country-flags@1.2.10 flag-icons@7.5.0
    pip install picosvg==0.23.0
    python packaging/build_flags.py svg-country-flags-1.2.10.tgz flag-icons-7.5.0.tgz

Geometry comes from svg-country-flags (public domain), which keeps every flag's own proportions;
what changed after it was published comes from flag-icons (MIT), as the README beside the result
tells. The window and the prints must draw the same flag, and neither reads SVG in full: every
drawing is reduced to filled polygons on one grid, coarser than either can show.
"""

import argparse
import base64
import hashlib
import json
import math
import re
import sys
import tarfile
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import pathops
from picosvg import svg_pathops
from picosvg.svg import SVG
from picosvg.svg_pathops import skia_path, svg_commands

FLAGS = Path(__file__).resolve().parent.parent / "resources" / "flags"
PACKAGES = {
    "svg-country-flags-1.2.10.tgz": (
        "xrqwo0TYf/h2cfPvGpjdSuSguUbri4vNNizBnwzoZnX0xGo3O5nGJMlbYEp7NOYcnPGBm6LE2axqDWSB847bLw=="
    ),
    "flag-icons-7.5.0.tgz": (
        "kd+MNXviFIg5hijH766tt+3x76ele1AXlo4zDdCxIvqWZhKt4T83bOtxUOOMlTx/EcFdUMH5yvQgYlFh1EqqFg=="
    ),
}
# Members and observers of the United Nations, Cook Islands and Niue, and the two regions that have
# a flag by law. Dependent territories keep their name: whose flag stands for them is a question of
# protocol. AF and HN are left out because it is in doubt which flag, or which blue, is theirs.
DRAWN = (
    "AD AE AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CD CF"
    " CG CH CI CK CL CM CN CO CR CU CV CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FM FR GA"
    " GB GD GE GH GM GN GQ GR GT GW GY HK HR HT HU ID IE IL IN IQ IR IS IT JM JO JP KE KG KH KI"
    " KM KN KP KR KW KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK ML MM MN MO MR MT"
    " MU MV MW MX MY MZ NA NE NG NI NL NO NP NR NU NZ OM PA PE PG PH PK PL PS PT PW PY QA RO RS"
    " RU RW SA SB SC SD SE SG SI SK SL SM SN SO SR SS ST SV SY SZ TD TG TH TJ TL TM TN TO TR TT"
    " TV TZ UA UG US UY UZ VA VC VE VN VU WS YE ZA ZM ZW"
)
CODES = tuple(DRAWN.split())
# Flags changed since: taken from flag-icons, whose 4:3 fields are widened to their proportions.
RECENT = {"KG": (5, 3), "SY": (3, 2)}
# Colours stated or corrected since, as flag-icons has them.
COLOURS = {
    "CN": {"#DE2910": "#EE1C25", "#FFDE00": "#FFFF00"},
    "FR": {"#002395": "#000091", "#ED2939": "#E1000F"},
    "HK": {"#DE2910": "#EC1B2E"},
    "MN": {"#015197": "#0066B3", "#C4272F": "#DA2032", "#F9CF02": "#FFD900"},
    "TM": {"#28AE66": "#00843D"},
}
HEIGHT = 3000
"""Of every flag, in units of the grid."""

FINE, COARSE = 0.75, 2.4  # what is nearer to a line than this, in units, lies on it
SMALL = 0.45  # of the height: what is smaller is part of an emblem and drawn coarser
LARGE = 0.004  # of the field: what is smaller hides nothing worth leaving out
LEAST_AREA = 60.0  # square units: below what a printer of 1,200 dots shows of a table flag
NAMED = {
    "black": "#000000",
    "gold": "#FFD700",
    "goldenrod": "#DAA520",
    "gray": "#808080",
    "green": "#008000",
    "lime": "#00FF00",
    "navy": "#000080",
    "olive": "#808000",
    "red": "#FF0000",
    "silver": "#C0C0C0",
    "white": "#FFFFFF",
    "yellow": "#FFFF00",
}

Point = tuple[float, float]
Polygon = list[tuple[int, int]]


class Shape(NamedTuple):
    """Polygons filled by the non-zero rule with one colour."""

    colour: str
    path: pathops.Path


def source_of(tarball: Path, member: str) -> str:
    """Return a drawing from a package; raises ValueError unless it is the very package pinned."""
    digest = base64.b64encode(hashlib.sha512(tarball.read_bytes()).digest()).decode()
    if PACKAGES.get(tarball.name) != digest:
        raise ValueError(f"{tarball.name} is not the package the flags were checked with")
    with tarfile.open(tarball) as package:
        held = package.extractfile(f"package/{member}")
        if held is None:
            raise FileNotFoundError(member)
        return held.read().decode()


def readable(svg: str) -> str:
    """Return a drawing without what picosvg cannot read: points as a unit, percentages of boxes."""
    svg = re.sub(r'(stroke-width[:=]"?)([\d.]+)pt', lambda m: f"{m[1]}{float(m[2]) * 4 / 3:g}", svg)
    box = re.search(r'viewBox="(\S+) (\S+) (\S+) (\S+)"', svg)
    if box is None:
        return svg
    width, height = float(box[3]), float(box[4])

    def in_units(found: re.Match[str]) -> str:
        whole = width if found[1] in {"x", "width"} else height
        return f'{found[1]}="{float(found[2]) * whole / 100:g}"'

    return re.sub(r'\b(x|y|width|height)="(-?[\d.]+)%"', in_units, svg)


def stroke_finely(
    commands: Any,
    cap: str,
    join: str,
    width: float,
    miter: float,
    tolerance: float,
    dashes: Sequence[float] = (),
    offset: float = 0.0,
) -> Any:
    """Return a line's outline, made large: Skia's outlines are coarse where a unit is a mile."""
    path = skia_path(commands, "nonzero")
    finer = 10.0 / tolerance
    path = path.transform(finer, 0, 0, finer, 0, 0)
    caps, joins = svg_pathops._SVG_TO_SKIA_LINE_CAP, svg_pathops._SVG_TO_SKIA_LINE_JOIN  # noqa: SLF001 - its tables
    path.stroke(
        width * finer, caps[cap], joins[join], miter,
        [each * finer for each in dashes], offset * finer,
    )  # fmt: skip
    path.convertConicsToQuads(0.1)
    path = _joined(path, pathops.Path(), pathops.PathOp.UNION) or path
    return svg_commands(path.transform(1 / finer, 0, 0, 1 / finer, 0, 0))


def colour_of(svg: SVG, fill: str) -> str:
    """Return a fill as #RRGGBB; of a gradient the middle of its ends, finer than anybody sees."""
    if fill.startswith("url("):
        stops = _stops(svg, fill[5:-1])
        return mixed(stops[0], stops[-1], 0.5)
    fill = NAMED.get(fill, fill).upper()
    if re.fullmatch(r"#[0-9A-F]{3}", fill):
        fill = "#" + "".join(letter * 2 for letter in fill[1:])
    if not re.fullmatch(r"#[0-9A-F]{6}", fill):
        raise ValueError(f"unreadable colour {fill}")
    return fill


def _stops(svg: SVG, name: str) -> list[str]:
    """Return the colours of a gradient, which may have those of another one."""
    gradient = svg.xpath_one(f"//*[@id='{name}']")
    stops = []
    for stop in gradient:
        style = dict(part.split(":", 1) for part in stop.get("style", "").split(";") if part)
        colour = stop.get("stop-color") or style.get("stop-color", "#000000")
        stops.append(colour_of(svg, colour.strip()))
    if stops:
        return stops
    return _stops(svg, gradient.get("{http://www.w3.org/1999/xlink}href")[1:])


def mixed(colour: str, other: str, share: float) -> str:
    """Return a colour with a share of another one."""

    def parts(text: str) -> list[int]:
        return [int(text[at : at + 2], 16) for at in (1, 3, 5)]

    both = zip(parts(colour), parts(other), strict=True)
    return "#" + "".join(f"{round(one + (two - one) * share):02X}" for one, two in both)


def shapes_of(text: str) -> tuple[list[Shape], tuple[float, float]]:
    """Return a drawing's shapes from back to front on the grid, and its size there."""
    svg = SVG.fromstring(readable(text)).topicosvg(ndigits=6, drop_unsupported=True)
    box = svg.view_box()
    if box is None:
        raise ValueError("a drawing without a view box")
    scale = HEIGHT / box.h
    shapes: list[Shape] = []
    for shape in svg.shapes():
        path = skia_path(shape.as_cmd_seq(), shape.fill_rule)
        path = path.transform(scale, 0, 0, scale, -box.x * scale, -box.y * scale)
        path = _joined(path, pathops.Path(), pathops.PathOp.UNION) or path
        colour = colour_of(svg, shape.fill)
        if shape.opacity < 1:
            colour = mixed(_colour_under(shapes, path), colour, shape.opacity)
        shapes.append(Shape(colour, path))
    return shapes, (box.w * scale, HEIGHT)


def _colour_under(shapes: Sequence[Shape], path: pathops.Path) -> str:
    """Return the colour that shines through a shape: the uppermost that holds its middle."""
    left, top, right, bottom = path.bounds
    middle = ((left + right) / 2, (top + bottom) / 2)
    for shape in reversed(shapes):
        if shape.path.contains(middle):
            return str(shape.colour)
    return "#FFFFFF"


def widened(shapes: Sequence[Shape], width: float, wanted: float) -> list[Shape]:
    """Return a drawing on a wider field: what spans it is stretched, what stands on it centred."""
    made = []
    for colour, path in shapes:
        left, _, right, _ = path.bounds
        if left <= 1 and right >= width - 1:
            moved = path.transform(wanted / width, 0, 0, 1, 0, 0)
        else:
            moved = path.transform(1, 0, 0, 1, (wanted - width) / 2, 0)
        made.append(Shape(colour, moved))
    return made


def rectangle(left: float, top: float, right: float, bottom: float) -> pathops.Path:
    """Return a rectangle as a path."""
    path = pathops.Path()
    pen = path.getPen()
    pen.moveTo((left, top))
    for corner in ((right, top), (right, bottom), (left, bottom)):
        pen.lineTo(corner)
    pen.closePath()
    return path


def seen(shapes: Sequence[Shape], size: tuple[float, float]) -> tuple[list[Shape], pathops.Path]:
    """Return the shapes cut to the field, without the hidden ones, and what large ones cover."""
    field = rectangle(0, 0, *size)
    kept: list[Shape] = []
    over = pathops.Path()
    for colour, path in reversed(shapes):
        cut = _joined(path, field, pathops.PathOp.INTERSECTION) or path
        left = _joined(cut, over, pathops.PathOp.DIFFERENCE)
        if left is not None and abs(left.area) < LEAST_AREA:
            continue
        kept.append(Shape(colour, cut))
        if abs(cut.area) > size[0] * size[1] * LARGE:
            over = _joined(over, cut, pathops.PathOp.UNION) or over
    return kept[::-1], over


def _joined(one: pathops.Path, other: pathops.Path, how: pathops.PathOp) -> pathops.Path | None:
    """Return what becomes of two paths, None where Skia cannot tell, as with some fine curves."""
    try:
        return pathops.op(one, other, how, fix_winding=True)
    except pathops.PathOpsError:
        return None


def polygons_of(path: pathops.Path) -> list[Polygon]:
    """Return a path as polygons on the grid, without points that lie on a line, and specks."""
    found = []
    left, top, right, bottom = path.bounds
    close = COARSE if max(right - left, bottom - top) < SMALL * HEIGHT else FINE
    for contour in _contours(path):
        points = [(round(x), round(y)) for x, y in _thinned(contour, close)]
        points = [each for at, each in enumerate(points) if each != points[at - 1]]
        if len(points) > 2 and abs(_area(points)) > LEAST_AREA:  # noqa: PLR2004 - a triangle
            found.append(points)
    return found


def _contours(path: pathops.Path) -> Iterator[list[Point]]:
    """Give the contours of a path, curves as many short lines."""
    points: list[Point] = []
    path.convertConicsToQuads(0.1)
    for verb, at in path:
        if verb is pathops.PathVerb.MOVE:
            points = [at[0]]
        elif verb is pathops.PathVerb.LINE:
            points.append(at[0])
        elif verb is pathops.PathVerb.QUAD:
            start, (control, end) = points[-1], at
            points += _curve(start, _between(start, control), _between(end, control), end)
        elif verb is pathops.PathVerb.CUBIC:
            points += _curve(points[-1], *at)
        else:
            yield points


def _curve(a: Point, b: Point, c: Point, d: Point) -> list[Point]:
    length = math.dist(a, b) + math.dist(b, c) + math.dist(c, d)
    steps = max(math.ceil(math.sqrt(length)), 2)
    found = []
    for step in range(1, steps + 1):
        t = step / steps
        weights = ((1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t * t, t**3)
        parts = list(zip(weights, (a, b, c, d), strict=True))
        found.append((sum(w * p[0] for w, p in parts), sum(w * p[1] for w, p in parts)))
    return found


def _between(end: Point, control: Point) -> Point:
    """Return the control point of a cubic curve for that of the same quadratic one."""
    return end[0] + (control[0] - end[0]) * 2 / 3, end[1] + (control[1] - end[1]) * 2 / 3


def _thinned(points: list[Point], close: float) -> list[Point]:
    """Return a contour without the points that lie close to the line of their neighbours."""
    if points[0] == points[-1]:
        points = points[:-1]
    if not points:
        return []
    far = max(range(len(points)), key=lambda at: math.dist(points[0], points[at]))
    first, second = points[: far + 1], [*points[far:], points[0]]
    return _line(first, close)[:-1] + _line(second, close)[:-1]


def _line(points: list[Point], close: float) -> list[Point]:
    """Return a line by the rule of Ramer, Douglas and Peucker."""
    kept = {0, len(points) - 1}
    spans = [(0, len(points) - 1)]
    while spans:
        first, last = spans.pop()
        away, at = 0.0, 0
        for between in range(first + 1, last):
            distance = _distance(points[between], points[first], points[last])
            if distance > away:
                away, at = distance, between
        if away > close:
            kept.add(at)
            spans += [(first, at), (at, last)]
    return [points[at] for at in sorted(kept)]


def _distance(point: Point, start: Point, end: Point) -> float:
    """Return how far a point is from a stretch."""
    across, down = end[0] - start[0], end[1] - start[1]
    square = across * across + down * down
    if not square:
        return math.dist(point, start)
    share = ((point[0] - start[0]) * across + (point[1] - start[1]) * down) / square
    share = min(max(share, 0.0), 1.0)
    return math.dist(point, (start[0] + share * across, start[1] + share * down))


def _area(points: Polygon) -> float:
    pairs = zip(points, [*points[1:], points[0]], strict=True)
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairs) / 2


def steps_of(polygon: Polygon) -> list[int]:
    """Return a polygon as its first point and the steps to the others, which are short."""
    found = list(polygon[0])
    for before, after in pairwise(polygon):
        found += [after[0] - before[0], after[1] - before[1]]
    return found


def drawing_of(code: str, text: str) -> dict[str, Any]:
    """Return a flag as it is written down; raises ValueError where its field is not covered."""
    shapes, (width, height) = shapes_of(text)
    if code in RECENT:
        across, down = RECENT[code]
        wanted = HEIGHT * across / down
        shapes, width = widened(shapes, width, wanted), wanted
    changed = COLOURS.get(code, {})
    shapes, covered = seen(shapes, (width, height))
    drawing: dict[str, Any] = {"size": [round(width), round(height)]}
    if width * height - abs(covered.area) > LEAST_AREA * HEIGHT:
        drawing["outline"] = [steps_of(each) for each in polygons_of(covered)]
    drawing["shapes"] = [
        [changed.get(colour, colour), [steps_of(each) for each in polygons]]
        for colour, path in shapes
        if (polygons := polygons_of(path))
    ]
    return drawing


def main() -> int:
    """Write the drawings."""
    svg_pathops.stroke = stroke_finely
    arguments = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    arguments.add_argument("drawings", type=Path, help="svg-country-flags as npm packs it")
    arguments.add_argument("recent", type=Path, help="flag-icons as npm packs it")
    arguments.add_argument("--out", type=Path, default=FLAGS, help=f"where to ({FLAGS})")
    options = arguments.parse_args()
    for code in CODES:
        name = code.lower()
        if code in RECENT:
            text = source_of(options.recent, f"flags/4x3/{name}.svg")
        else:
            text = source_of(options.drawings, f"svg/{name}.svg")
        drawing = drawing_of(code, text)
        words = json.dumps(drawing, separators=(",", ":"))
        options.out.joinpath(f"{code}.json").write_text(words + "\n", "utf-8")
        print(code, drawing["size"], len(drawing["shapes"]), len(words), "outline" in drawing)
    licence = source_of(options.recent, "LICENSE")
    options.out.joinpath("LICENSE-flag-icons.txt").write_text(licence, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
