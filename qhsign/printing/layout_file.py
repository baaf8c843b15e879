"""Reading layouts from JSON, and refusing a wrong one with its place and reason."""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

from qhsign.domain.problems import ProblemForUser
from qhsign.printing.fields import FIELDS_OF_PIECE
from qhsign.printing.layout import (
    Element,
    Image,
    Layout,
    Line,
    Place,
    PressSheet,
    QrCode,
    Rectangle,
    Text,
)
from qhsign.printing.shapes import SHAPES
from qhsign.printing.text_fit import TextStyle
from qhsign.shipped_files import shipped

_INK = "#1B2326"
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}|@\w+")
_LARGEST_PAGE_MM = 2000

# Checks return what they expected, in signs both languages read, or None when the value is right.
_Check = Callable[[Any], str | None]


def load_layout(name: str, piece: str = "") -> Layout:
    """Return the shipped layout ``name``, which must be one of ``piece`` where that is given.

    Raises ProblemForUser ``layout-missing``, or ``layout-of-another`` where a certificate's layout
    is asked for a badge.
    """
    try:
        layout = read_layout(shipped("resources", "layouts", f"{name}.json"))
    except FileNotFoundError:
        raise ProblemForUser("layout-missing", layout=name) from None
    if piece not in {"", layout.piece}:
        raise ProblemForUser("layout-of-another", layout=name)
    return layout


def read_layout(path: Path) -> Layout:
    """Return the layout in the file ``path``; raises ProblemForUser ``layout-wrong``."""
    try:
        data = json.loads(path.read_text("utf-8-sig"))
    except (UnicodeDecodeError, json.JSONDecodeError) as error:
        place = f"{error.lineno}:{error.colno}" if isinstance(error, json.JSONDecodeError) else "1"
        raise ProblemForUser(
            "layout-wrong", layout=path.name, place=place, reason="≠ JSON (UTF-8)"
        ) from error
    return parse_layout(data, path.stem)


def parse_layout(data: object, name: str = "") -> Layout:
    """Return the layout described by ``data``; raises ProblemForUser ``layout-wrong``."""
    return _Reader(name).layout(data)


class _Reader:
    def __init__(self, name: str) -> None:
        self._layout = name
        self._known_fields: frozenset[str] = frozenset()

    def layout(self, data: object) -> Layout:
        if not isinstance(data, dict):
            raise self._wrong("/", data, "{…}")
        if "of" in data:
            return self._printed_on_another(data)
        self._check("", data, _LAYOUT)
        self._layout = data["name"]
        piece = data.get("piece", "")
        pieces = [piece] if piece else list(FIELDS_OF_PIECE)
        self._known_fields = frozenset().union(*(FIELDS_OF_PIECE[each] for each in pieces))
        elements: list[Element] = []
        for position, element in enumerate(data["elements"]):
            elements.append(self._element(f"elements[{position}]", element, elements))
        page = (float(data["page"][0]), float(data["page"][1]))
        return Layout(
            name=data["name"],
            page=page,
            elements=tuple(elements),
            piece=piece,
            parties=data.get("parties", 0),
            variants=tuple(load_layout(variant) for variant in data.get("variants", [])),
            sheet=_press_sheet(data, page),
            first=data.get("first", ""),
            then=load_layout(data["then"]) if "then" in data else None,
        )

    def _printed_on_another(self, data: Mapping[str, Any]) -> Layout:
        """Return the layout named by ``of`` on the sheet this one describes."""
        self._check("", data, _ON_A_SHEET)
        layout = load_layout(data["of"])
        return replace(layout, name=data["name"], sheet=_press_sheet(data, layout.page))

    def _element(self, place: str, data: object, before: list[Element]) -> Element:
        if not isinstance(data, dict):
            raise self._wrong(place, data, "{…}")
        kind = data.get("kind")
        if not isinstance(kind, str) or kind not in _KINDS:
            raise self._wrong(f"{place}.kind", kind, " | ".join(_KINDS))
        keys, build = _KINDS[kind]
        self._check(place, data, {**_EVERY_ELEMENT, **keys})
        element = build(data)
        for field in sorted(element.fields - self._known_fields):
            raise self._wrong(place, field, "{field}")
        if isinstance(element, Text):
            self._check_text(place, element, before)
        return element

    def _check_text(self, place: str, text: Text, before: list[Element]) -> None:
        names = [each.name for each in before if isinstance(each, Text)]
        if text.below is not None and text.below not in names:
            raise self._wrong(f"{place}.below", text.below, " | ".join(filter(None, names)))
        if text.style.min_size > text.style.size:
            raise self._wrong(f"{place}.min", text.style.min_size, f"≤ {text.style.size}")

    def _check(
        self, place: str, data: Mapping[str, object], keys: Mapping[str, tuple[bool, _Check]]
    ) -> None:
        for key in data:
            if key not in keys:
                raise self._wrong(_join(place, key), key, " | ".join(keys))
        for key, (required, check) in keys.items():
            if key not in data:
                if required:
                    raise self._wrong(_join(place, key), None, "…")
                continue
            expected = check(data[key])
            if expected is not None:
                raise self._wrong(_join(place, key), data[key], expected)

    def _wrong(self, place: str, found: object, expected: str) -> ProblemForUser:
        shown = json.dumps(found, ensure_ascii=False)[:60]
        return ProblemForUser(
            "layout-wrong", layout=self._layout, place=place, reason=f"{shown} ≠ {expected}"
        )


def _join(place: str, key: str) -> str:
    return f"{place}.{key}" if place else key


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _number(value: object) -> str | None:
    return None if _is_number(value) and abs(cast("float", value)) <= _LARGEST_PAGE_MM else "0.0"


def _positive(value: object) -> str | None:
    right = _is_number(value) and 0 < cast("float", value) <= _LARGEST_PAGE_MM
    return None if right else "> 0"


def _count(value: object) -> str | None:
    whole = isinstance(value, int) and not isinstance(value, bool)
    return None if whole and cast("int", value) >= 0 else "0, 1, 2 …"


def _at_least_one(value: object) -> str | None:
    return None if _count(value) is None and value != 0 else "1, 2, 3 …"


def _text(value: object) -> str | None:
    return None if isinstance(value, str) else '"…"'


def _texts(value: Any) -> str | None:
    right = isinstance(value, list) and all(isinstance(each, str) for each in value)
    return None if right else '["…"]'


def _colour(value: object) -> str | None:
    return None if isinstance(value, str) and _COLOUR.fullmatch(value) else "#RRGGBB | @field"


def _yes_or_no(value: object) -> str | None:
    return None if isinstance(value, bool) else "true | false"


def _page(value: Any) -> str | None:
    right = isinstance(value, list) and len(value) == len("wh")
    return None if right and not any(_positive(side) for side in value) else "[w, h] > 0"


def _elements(value: object) -> str | None:
    return None if isinstance(value, list) and value else "[{…}, …]"


def _one_of(*allowed: object) -> _Check:
    def check(value: object) -> str | None:
        right = isinstance(value, str | int) and not isinstance(value, bool) and value in allowed
        return None if right else " | ".join(map(str, allowed))

    return check


def _shape(value: object) -> str | None:
    right = isinstance(value, str) and (value.startswith("@") or value in SHAPES)
    return None if right else " | ".join(("@field", *SHAPES))


def _faces(value: Any) -> str | None:
    right = isinstance(value, list) and value and all(each in _FACES for each in value)
    return None if right else f"[{' | '.join(_FACES)}, …]"


def _sheet(value: Any) -> str | None:
    """Check a sheet as a whole: its keys are few."""
    if not isinstance(value, dict):
        return "{…}"
    for key, found in value.items():
        if key not in _SHEET:
            return " | ".join(_SHEET)
        expected = _SHEET[key](found)
        if expected is not None:
            return f"{key}: {expected}"
    lacking = [key for key in ("page", "places") if key not in value]
    return f"{lacking[0]}: …" if lacking else None


def _places(value: Any) -> str | None:
    right = isinstance(value, list) and value and all(_pair(each) is None for each in value)
    return None if right else "[[x, y], …]"


def _pair(value: Any) -> str | None:
    right = isinstance(value, list) and len(value) == len("xy")
    return None if right and not any(_number(each) for each in value) else "[0.0, 0.0]"


_FACES = {"upright": False, "upside-down": True}
_SHEET: dict[str, _Check] = {
    "page": _page,
    "places": _places,
    "bleed": _number,
    "marks": _pair,
    "slug": _yes_or_no,
}
_BOX: dict[str, tuple[bool, _Check]] = {
    "x": (True, _number),
    "y": (True, _number),
    "w": (True, _positive),
    "h": (True, _positive),
}
_LAYOUT: dict[str, tuple[bool, _Check]] = {
    "name": (True, _text),
    "page": (True, _page),
    "elements": (True, _elements),
    "piece": (False, _one_of(*FIELDS_OF_PIECE)),
    "parties": (False, _count),
    "variants": (False, _texts),
    "first": (False, _one_of("chinese", "other")),
    "then": (False, _text),
    "faces": (False, _faces),
    "sheet": (False, _sheet),
}
_ON_A_SHEET: dict[str, tuple[bool, _Check]] = {
    "name": (True, _text),
    "of": (True, _text),
    "sheet": (True, _sheet),
}
_EVERY_ELEMENT: dict[str, tuple[bool, _Check]] = {
    "kind": (True, _text),
    "name": (False, _text),
    "if": (False, _text),
    "unless": (False, _text),
}
_TEXT: dict[str, tuple[bool, _Check]] = {
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
    "track": (False, _number),
    "tab": (False, _yes_or_no),
    "align": (False, _one_of("l", "c", "r")),
    "valign": (False, _one_of("t", "m", "b")),
    "color": (False, _colour),
    "below": (False, _text),
    "gap": (False, _number),
    "rot": (False, _one_of(90, 180, 270)),
    "shift": (False, _number),
}
_LINE: dict[str, tuple[bool, _Check]] = {
    **dict.fromkeys(("x1", "y1", "x2", "y2"), (True, _number)),
    "color": (True, _colour),
    "lw": (True, _positive),
    "cap": (False, _one_of(0, 1, 2)),
}
_RECTANGLE: dict[str, tuple[bool, _Check]] = {
    **_BOX,
    "fill": (False, _colour),
    "stroke": (False, _colour),
    "lw": (False, _positive),
}
_IMAGE: dict[str, tuple[bool, _Check]] = {
    **_BOX,
    "image": (True, _one_of("emblem", "shape", "photo")),
    "color": (False, _colour),
    "color2": (False, _colour),
    "shape": (False, _shape),
    "fill": (False, _colour),
    "ground": (False, _colour),
}
_QR: dict[str, tuple[bool, _Check]] = {
    "x": (True, _number),
    "y": (True, _number),
    "module": (True, _positive),
    "text": (True, _text),
    "dark": (False, _colour),
}


def _common(data: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "name": data.get("name", ""),
        "when": data.get("if"),
        "unless": data.get("unless"),
    }


def _numbers(data: Mapping[str, Any], *keys: str) -> dict[str, Any]:
    return {key: float(data[key]) for key in keys}


def _press_sheet(data: Mapping[str, Any], page: tuple[float, float]) -> PressSheet | None:
    """Return the sheet a layout is printed on: folded faces one above the other, or many places."""
    if faces := data.get("faces"):
        width, height = page
        return PressSheet(
            page=(width, height * len(faces)),
            places=tuple(
                Place(0.0, height * place, _FACES[face]) for place, face in enumerate(faces)
            ),
            is_folded=True,
            folds=tuple(height * place for place in range(1, len(faces))),
        )
    sheet = data.get("sheet")
    if sheet is None:
        return None
    marks = sheet.get("marks")
    return PressSheet(
        page=(float(sheet["page"][0]), float(sheet["page"][1])),
        places=tuple(Place(float(x), float(y)) for x, y in sheet["places"]),
        bleed=float(sheet.get("bleed", 0.0)),
        marks=(float(marks[0]), float(marks[1])) if marks else None,
        slug=sheet.get("slug", False),
    )


def _build_text(data: Mapping[str, Any]) -> Text:
    style = TextStyle(
        role=data["font"],
        size=data["size"],
        min_size=data.get("min", data["size"]),
        width=data["w"],
        height=data["h"],
        lines=data.get("lines", 1),
        line_height=data.get("lh", 1.3),
        one_line_floor=data.get("one"),
        tracking=data.get("track", 0.0),
        tabular=data.get("tab", False),
        last_lines=data.get("last_lines", 0),
        last_min=data.get("last_min", data.get("min", data["size"])),
    )
    return Text(
        x=data["x"],
        y=data["y"],
        style=style,
        text=data["text"],
        colour=data.get("color", _INK),
        align=data.get("align", "l"),
        valign=data.get("valign", "t"),
        below=data.get("below"),
        gap=data.get("gap", 0.0),
        rotation=data.get("rot", 0),
        shift=data.get("shift", 0.0),
        **_common(data),
    )


def _build_line(data: Mapping[str, Any]) -> Line:
    ends = _numbers(data, "x1", "y1", "x2", "y2")
    return Line(
        **ends, colour=data["color"], width=data["lw"], cap=data.get("cap", 0), **_common(data)
    )


def _build_rectangle(data: Mapping[str, Any]) -> Rectangle:
    return Rectangle(
        **_numbers(data, *_BOX),
        fill=data.get("fill"),
        stroke=data.get("stroke"),
        line_width=data.get("lw", 0.0),
        **_common(data),
    )


def _build_image(data: Mapping[str, Any]) -> Image:
    return Image(
        **_numbers(data, *_BOX),
        picture=data["image"],
        colour=data.get("color", data.get("fill", _INK)),
        second=data.get("color2", data.get("ground", "#FFFFFF")),
        shape=data.get("shape", ""),
        **_common(data),
    )


def _build_qr(data: Mapping[str, Any]) -> QrCode:
    return QrCode(
        x=data["x"],
        y=data["y"],
        module=data["module"],
        text=data["text"],
        dark=data.get("dark", "#000000"),
        **_common(data),
    )


_KINDS: dict[str, tuple[dict[str, tuple[bool, _Check]], Callable[[Mapping[str, Any]], Element]]] = {
    "text": (_TEXT, _build_text),
    "line": (_LINE, _build_line),
    "rect": (_RECTANGLE, _build_rectangle),
    "image": (_IMAGE, _build_image),
    "qr": (_QR, _build_qr),
}
