"""Elements and sheets made from the parts of a layout that `layout_checks` found right."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from qhsign.printing.layouts.layout import (
    Element,
    Image,
    Line,
    Place,
    PressSheet,
    QrCode,
    Rectangle,
    Text,
)
from qhsign.printing.layouts.layout_checks import IS_TURNED
from qhsign.printing.text.text_fit import TextStyle

_INK = "#1B2326"


def press_sheet(data: Mapping[str, Any], page: tuple[float, float]) -> PressSheet | None:
    """Return the sheet a layout is printed on: folded faces one above the other, or many places."""
    if faces := data.get("faces"):
        width, height = page
        return PressSheet(
            page=(width, height * len(faces)),
            places=tuple(
                Place(0.0, height * place, IS_TURNED[face]) for place, face in enumerate(faces)
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


def _common(data: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "name": data.get("name", ""),
        "when": data.get("if"),
        "unless": data.get("unless"),
    }


def _numbers(data: Mapping[str, Any], *keys: str) -> dict[str, Any]:
    return {key: float(data[key]) for key in keys}


def _text(data: Mapping[str, Any]) -> Text:
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


def _line(data: Mapping[str, Any]) -> Line:
    ends = _numbers(data, "x1", "y1", "x2", "y2")
    return Line(
        **ends, colour=data["color"], width=data["lw"], cap=data.get("cap", 0), **_common(data)
    )


def _rectangle(data: Mapping[str, Any]) -> Rectangle:
    return Rectangle(
        **_numbers(data, "x", "y", "w", "h"),
        fill=data.get("fill"),
        stroke=data.get("stroke"),
        line_width=data.get("lw", 0.0),
        **_common(data),
    )


def _image(data: Mapping[str, Any]) -> Image:
    return Image(
        **_numbers(data, "x", "y", "w", "h"),
        picture=data["image"],
        colour=data.get("color", data.get("fill", _INK)),
        second=data.get("color2", data.get("ground", "#FFFFFF")),
        shape=data.get("shape", ""),
        **_common(data),
    )


def _qr(data: Mapping[str, Any]) -> QrCode:
    return QrCode(
        x=data["x"],
        y=data["y"],
        module=data["module"],
        text=data["text"],
        dark=data.get("dark", "#000000"),
        **_common(data),
    )


BUILDERS: Mapping[str, Callable[[Mapping[str, Any]], Element]] = MappingProxyType(
    {"text": _text, "line": _line, "rect": _rectangle, "image": _image, "qr": _qr}
)
