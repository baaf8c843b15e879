"""What a layout may say: the keys of each part, what each may hold, and what must fit together.

Checks return what they expected, in signs both languages read, or None when the value is right.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any, NamedTuple, cast

from qhsign.printing.layouts.fields import FIELDS_OF_PIECE, Field
from qhsign.printing.layouts.layout import Element, PressSheet, Text
from qhsign.printing.shapes import SHAPES

_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_LARGEST_MM = 2000
_MOST_LINES = 20
_MOST_FACES = 4
_LEAST_OF_A_PIECE = 5  # millimetres: nobody cuts or folds anything smaller
_ROUNDING = 1e-6

Check = Callable[[Any], str | None]
Keys = Mapping[str, tuple[bool, Check]]


class Wrong(NamedTuple):
    """What is wrong in a layout: its place, what stands there, and what was expected."""

    place: str
    found: object
    expected: str


def wrong_key(place: str, data: Mapping[str, object], keys: Keys) -> Wrong | None:
    """Return the first unknown, missing or wrong key of a part; ``keys`` tells which are needed."""
    for key in data:
        if key not in keys:
            return Wrong(joined(place, key), key, " | ".join(keys))
    for key, (required, check) in keys.items():
        if key not in data:
            if required:
                return Wrong(joined(place, key), None, "…")
            continue
        expected = check(data[key])
        if expected is not None:
            return Wrong(joined(place, key), data[key], expected)
    return None


def joined(place: str, key: str) -> str:
    """Return the place of a key inside a part."""
    return f"{place}.{key}" if place else key


def wrong_text(place: str, text: Text, before: Sequence[Element]) -> Wrong | None:
    """Return what does not fit together in a text: its sizes, or the text it follows."""
    style = text.style
    if style.min_size > style.size:
        return Wrong(f"{place}.min", style.min_size, f"≤ {style.size:g}")
    if style.last_min > style.size:
        return Wrong(f"{place}.last_min", style.last_min, f"≤ {style.size:g}")
    floor = style.one_line_floor
    if floor is not None and not style.min_size <= floor <= style.size:
        return Wrong(f"{place}.one", floor, f"{style.min_size:g} … {style.size:g}")
    if text.below is None:
        return None
    upright = [each.name for each in before if isinstance(each, Text) and not each.rotation]
    if text.rotation or text.below not in upright:
        names = " | ".join(dict.fromkeys(filter(None, upright)))
        return Wrong(f"{place}.below", text.below, "rot 0" if text.rotation else names or "…")
    return None


def wrong_sheet(sheet: PressSheet, piece: tuple[float, float]) -> Wrong | None:
    """Return what does not fit on a sheet of pieces of ``piece`` millimetres."""
    return next(_wrong_on_sheet(sheet, piece), None)


def _wrong_on_sheet(sheet: PressSheet, piece: tuple[float, float]) -> Iterator[Wrong]:
    (wide, high), (width, height) = sheet.page, piece
    if wide > _LARGEST_MM or high > _LARGEST_MM:
        yield Wrong("faces", [wide, high], f"≤ {_LARGEST_MM} mm")
    for number, place in enumerate(sheet.places):
        right, bottom = wide - width, high - height
        if not (_between(place.x, right) and _between(place.y, bottom)):
            yield Wrong(
                f"sheet.places[{number}]",
                [place.x, place.y],
                f"[0 … {right:g}, 0 … {bottom:g}]",
            )
    for (first, one), (second, other) in combinations(enumerate(sheet.places), 2):
        # What prints beyond the trim must not print on the neighbour either.
        apart = (abs(one.x - other.x) - width, abs(one.y - other.y) - height)
        if max(apart) < sheet.bleed - _ROUNDING:
            yield Wrong(
                f"sheet.places[{second}]",
                [other.x, other.y],
                f"{sheet.bleed:g} mm ↔ places[{first}]",
            )
    if sheet.marks is not None and not sheet.bleed <= sheet.marks[0] < sheet.marks[1]:
        yield Wrong("sheet.marks", list(sheet.marks), f"[≥ {sheet.bleed:g}, …] ↑")
    if sheet.slug:
        above, below = (place(y.y for y in sheet.places) for place in (min, max))
        least = sheet.slug_room
        if min(above, high - below - height) < least - _ROUNDING:
            yield Wrong("sheet.slug", True, f"≥ {least:g} mm ↑ ↓")


def wrong_field(
    place: str, data: Mapping[str, Any], element: Element, fields: Mapping[str, Field[Any]]
) -> Wrong | None:
    """Return a field the piece does not have, or one that holds no colour or shape where asked."""
    for name in sorted(element.fields - fields.keys()):
        return Wrong(place, name, "{field}")
    keys = ELEMENTS[data["kind"]]
    for key, value in data.items():
        check = keys[key][1]
        if check in (_colour, _shape) and _is_field(value):
            expected = check(fields[value[1:]].sample)
            if expected is not None:
                return Wrong(joined(place, key), value, expected)
    if data.get("image") == "shape" and "shape" not in data:
        return Wrong(joined(place, "shape"), None, "…")
    return None


def _is_field(value: str) -> bool:
    return value.startswith("@")


def _between(value: float, most: float) -> bool:
    return -_ROUNDING <= value <= most + _ROUNDING


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _number(value: object) -> str | None:
    return None if _is_number(value) and abs(cast("float", value)) <= _LARGEST_MM else "0.0"


def _positive(value: object) -> str | None:
    right = _is_number(value) and 0 < cast("float", value) <= _LARGEST_MM
    return None if right else "> 0"


def _not_negative(value: object) -> str | None:
    right = _is_number(value) and 0 <= cast("float", value) <= _LARGEST_MM
    return None if right else "≥ 0"


def _part_of_size(value: object) -> str | None:
    right = _is_number(value) and -1 <= cast("float", value) <= 1
    return None if right else "-1 … 1"


def _count(value: object) -> str | None:
    whole = isinstance(value, int) and not isinstance(value, bool)
    right = whole and 0 <= cast("int", value) <= _MOST_LINES
    return None if right else f"0, 1, 2 … {_MOST_LINES}"


def _at_least_one(value: object) -> str | None:
    return None if _count(value) is None and value != 0 else f"1, 2, 3 … {_MOST_LINES}"


def _text(value: object) -> str | None:
    if not isinstance(value, str):
        return '"…"'
    half = any(0xD800 <= ord(character) <= 0xDFFF for character in value)  # noqa: PLR2004 - surrogates
    return "UTF-8" if half else None


def _texts(value: Any) -> str | None:
    right = isinstance(value, list) and not any(_text(each) for each in value)
    return None if right else '["…"]'


def _colour(value: object) -> str | None:
    right = isinstance(value, str) and (_is_field(value) or _COLOUR.fullmatch(value))
    return None if right else "#RRGGBB | @field"


def _yes_or_no(value: object) -> str | None:
    return None if isinstance(value, bool) else "true | false"


def _page(value: Any) -> str | None:
    right = isinstance(value, list) and len(value) == len("wh")
    right = right and all(_positive(side) is None and side >= _LEAST_OF_A_PIECE for side in value)
    return None if right else f"[w, h] ≥ {_LEAST_OF_A_PIECE}, ≤ {_LARGEST_MM}"


def _elements(value: object) -> str | None:
    return None if isinstance(value, list) and value else "[{…}, …]"


def _one_of(*allowed: object) -> Check:
    def check(value: object) -> str | None:
        right = isinstance(value, str | int) and not isinstance(value, bool) and value in allowed
        return None if right else " | ".join(map(str, allowed))

    return check


def _shape(value: object) -> str | None:
    right = isinstance(value, str) and (_is_field(value) or value in SHAPES)
    return None if right else " | ".join(("@field", *SHAPES))


def _faces(value: Any) -> str | None:
    right = isinstance(value, list) and 1 <= len(value) <= _MOST_FACES
    right = right and all(isinstance(each, str) and each in IS_TURNED for each in value)
    return None if right else f"[{' | '.join(IS_TURNED)}, …] ≤ {_MOST_FACES}"


def _part(value: object) -> str | None:
    return None if isinstance(value, dict) else "{…}"


def _places(value: Any) -> str | None:
    right = isinstance(value, list) and value and all(_pair(each) is None for each in value)
    return None if right else "[[x, y], …]"


def _pair(value: Any) -> str | None:
    right = isinstance(value, list) and len(value) == len("xy")
    return None if right and not any(_number(each) for each in value) else "[0.0, 0.0]"


IS_TURNED = {"upright": False, "upside-down": True}
"""The faces of a folded card, and whether they stand on their head."""

_BOX: Keys = {
    "x": (True, _number),
    "y": (True, _number),
    "w": (True, _positive),
    "h": (True, _positive),
}
LAYOUT: Keys = {
    "name": (True, _text),
    "page": (True, _page),
    "elements": (True, _elements),
    "piece": (False, _one_of(*FIELDS_OF_PIECE)),
    "parties": (False, _count),
    "variants": (False, _texts),
    "first": (False, _one_of("chinese", "other")),
    "then": (False, _text),
    "faces": (False, _faces),
    "sheet": (False, _part),
}
ON_A_SHEET: Keys = {
    "name": (True, _text),
    "of": (True, _text),
    "sheet": (True, _part),
}
SHEET: Keys = {
    "page": (True, _page),
    "places": (True, _places),
    "bleed": (False, _not_negative),
    "marks": (False, _pair),
    "slug": (False, _yes_or_no),
}
_EVERY_ELEMENT: Keys = {
    "kind": (True, _text),
    "name": (False, _text),
    "if": (False, _text),
    "unless": (False, _text),
}
_TEXT: Keys = {
    **_BOX,
    "text": (True, _text),
    "font": (True, _one_of("sans", "bold", "song", "kai", "serif")),
    "size": (True, _positive),
    "min": (False, _positive),
    "one": (False, _positive),
    "lines": (False, _at_least_one),
    "last_lines": (False, _count),
    "last_min": (False, _positive),
    "lh": (False, _positive),
    "track": (False, _part_of_size),
    "tab": (False, _yes_or_no),
    "align": (False, _one_of("l", "c", "r")),
    "valign": (False, _one_of("t", "m", "b")),
    "color": (False, _colour),
    "below": (False, _text),
    "gap": (False, _number),
    "rot": (False, _one_of(90, 180, 270)),
    "shift": (False, _part_of_size),
}
_LINE: Keys = {
    **dict.fromkeys(("x1", "y1", "x2", "y2"), (True, _number)),
    "color": (True, _colour),
    "lw": (True, _positive),
    "cap": (False, _one_of(0, 1, 2)),
}
_RECTANGLE: Keys = {
    **_BOX,
    "fill": (False, _colour),
    "stroke": (False, _colour),
    "lw": (False, _positive),
}
_IMAGE: Keys = {
    **_BOX,
    "image": (True, _one_of("emblem", "shape", "photo")),
    "color": (False, _colour),
    "color2": (False, _colour),
    "shape": (False, _shape),
    "fill": (False, _colour),
    "ground": (False, _colour),
}
_QR: Keys = {
    "x": (True, _number),
    "y": (True, _number),
    "module": (True, _positive),
    "text": (True, _text),
    "dark": (False, _colour),
}
ELEMENTS: Mapping[str, Keys] = {
    kind: {**_EVERY_ELEMENT, **keys}
    for kind, keys in {
        "text": _TEXT,
        "line": _LINE,
        "rect": _RECTANGLE,
        "image": _IMAGE,
        "qr": _QR,
    }.items()
}
