"""Reading layouts from JSON, and refusing a wrong one with its place and reason.

A layout is one of those shipped, asked for by its name, or a file of the office's own.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from qhsign.domain.problems import ProblemForUser
from qhsign.printing.layouts.fields import FIELDS_OF_PIECE
from qhsign.printing.layouts.layout import Element, Layout, Text
from qhsign.printing.layouts.layout_building import BUILDERS, press_sheet
from qhsign.printing.layouts.layout_checks import (
    ELEMENTS,
    LAYOUT,
    ON_A_SHEET,
    SHEET,
    Wrong,
    joined,
    wrong_field,
    wrong_key,
    wrong_sheet,
    wrong_text,
)
from qhsign.shipped_files import shipped
from qhsign.wording import Word

_FOLDER = ("resources", "layouts")
_ENDING = ".json"
_SHIPPED_NAME = re.compile(r"[\w-]{1,80}")
_LARGEST_BYTES = 1_000_000
_SHOWN = 60  # characters of what was found


def load_layout(name: str, piece: str = "") -> Layout:
    """Return the layout ``name``, which must be one of ``piece`` where that is given.

    ``name`` is a shipped layout's, or the path of a file of one's own; such a layout is called by
    the file's stem. Raises ProblemForUser ``layout-missing``, ``layout-wrong``,
    ``layout-of-itself``, or ``layout-of-another`` where one for certificates is asked for badges.
    """
    path = _path_of(name, Path())
    layout = _shipped_layout(path) if path.parent == shipped(*_FOLDER) else _read(path, ())
    if piece not in {"", layout.piece}:
        raise ProblemForUser("layout-of-another", layout=_printable(name))
    return layout


def read_layout(path: Path) -> Layout:
    """Return the layout in the file ``path``; raises ProblemForUser as `load_layout`."""
    return _read(path, ())


def parse_layout(data: object, name: str = "") -> Layout:
    """Return the layout described by ``data``; raises ProblemForUser as `load_layout`."""
    return _Reader(name, Path(), ()).layout(data)


def _path_of(name: str, beside: Path) -> Path:
    """Return the file of a layout: one's own, in the folder ``beside``, or a shipped one."""
    if not name.endswith(_ENDING) and _SHIPPED_NAME.fullmatch(name):
        try:
            return shipped(*_FOLDER, f"{name}{_ENDING}")
        except FileNotFoundError:
            pass
    path = beside / name
    if not _is_file(path):
        raise ProblemForUser("layout-missing", layout=_printable(name))
    return path


@cache
def _shipped_layout(path: Path) -> Layout:
    """Return a layout that comes with the program: nobody changes it while the program runs."""
    return _read(path, ())


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # a name longer than the system takes
        return False


def _read(path: Path, opened: tuple[Path, ...]) -> Layout:
    """Return the layout in a file; ``opened`` are the layouts that led to it."""
    whole = path.resolve()
    if whole in opened:
        raise ProblemForUser("layout-of-itself", layout=_printable(path.name))
    reader = _Reader(path.name, path.parent, (*opened, whole))
    try:
        if path.stat().st_size > _LARGEST_BYTES:
            raise reader.wrong(Wrong("/", path.stat().st_size, f"≤ {_LARGEST_BYTES}"))
        data = json.loads(path.read_text("utf-8-sig"))
    except OSError as error:
        raise ProblemForUser("layout-missing", layout=_printable(str(path))) from error
    except (ValueError, RecursionError) as error:
        place = f"{error.lineno}:{error.colno}" if isinstance(error, json.JSONDecodeError) else "1"
        raise reader.unreadable(place) from error
    return replace(reader.layout(data), name=_printable(path.stem))


def _printable(text: str) -> str:
    """Return a name as sentences and records keep it: what cannot be shown becomes �."""
    shown = text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return "".join(character if character.isprintable() else "�" for character in shown)


class _Reader:
    """Reads one layout; what it names lies in ``folder`` or among the shipped ones."""

    def __init__(self, name: str, folder: Path, opened: tuple[Path, ...]) -> None:
        self._layout = name
        self._folder = folder
        self._opened = opened

    def layout(self, data: object) -> Layout:
        if not isinstance(data, dict):
            raise self.wrong(Wrong("/", data, "{…}"))
        return self._printed_on_another(data) if "of" in data else self._whole(data)

    def _whole(self, data: Mapping[str, Any]) -> Layout:
        self._refuse(wrong_key("", data, LAYOUT))
        if "faces" in data and "sheet" in data:
            raise self.wrong(Wrong("sheet", "sheet", "faces | sheet"))
        piece = data.get("piece", "")
        pieces = [piece] if piece else list(FIELDS_OF_PIECE)
        known = {name: field for each in pieces for name, field in FIELDS_OF_PIECE[each].items()}
        elements: list[Element] = []
        for position, element in enumerate(data["elements"]):
            place = f"elements[{position}]"
            self._check_element(place, element)
            built = BUILDERS[element["kind"]](element)
            self._refuse(wrong_field(place, element, built, known))
            if isinstance(built, Text):
                self._refuse(wrong_text(place, built, elements))
            elements.append(built)
        layout = Layout(
            name=data["name"],
            page=(float(data["page"][0]), float(data["page"][1])),
            elements=tuple(elements),
            piece=piece,
            parties=data.get("parties", 0),
            variants=tuple(
                self._variant(f"variants[{position}]", variant, piece)
                for position, variant in enumerate(data.get("variants", []))
            ),
            first=data.get("first", ""),
            then=self._variant("then", data["then"], piece) if "then" in data else None,
        )
        return self._on_sheet(layout, data)

    def _printed_on_another(self, data: Mapping[str, Any]) -> Layout:
        """Return the layout named by ``of`` on the sheet this one describes."""
        self._refuse(wrong_key("", data, ON_A_SHEET))
        layout = self._named(data["of"])
        return self._on_sheet(
            replace(
                layout,
                name=data["name"],
                variants=tuple(self._on_sheet(variant, data) for variant in layout.variants),
                then=self._on_sheet(layout.then, data) if layout.then else None,
            ),
            data,
        )

    def _variant(self, place: str, name: str, piece: str) -> Layout:
        variant = self._named(name)
        if variant.piece != piece:
            raise self.wrong(Wrong(place, name, f"piece {piece}"))
        return variant

    def _named(self, name: str) -> Layout:
        return _read(_path_of(name, self._folder), self._opened)

    def _on_sheet(self, layout: Layout, data: Mapping[str, Any]) -> Layout:
        if "sheet" in data:
            self._refuse(wrong_key("sheet", data["sheet"], SHEET))
        sheet = press_sheet(data, layout.page)
        if sheet is not None:
            self._refuse(wrong_sheet(sheet, layout.page))
        return replace(layout, sheet=sheet)

    def _check_element(self, place: str, data: object) -> None:
        if not isinstance(data, dict):
            raise self.wrong(Wrong(place, data, "{…}"))
        kind = data.get("kind")
        if not isinstance(kind, str) or kind not in ELEMENTS:
            raise self.wrong(Wrong(joined(place, "kind"), kind, " | ".join(ELEMENTS)))
        self._refuse(wrong_key(place, data, ELEMENTS[kind]))

    def _refuse(self, wrong: Wrong | None) -> None:
        if wrong is not None:
            raise self.wrong(wrong)

    def wrong(self, wrong: Wrong) -> ProblemForUser:
        if wrong.found is None:
            return self._problem(wrong.place, Word("layout-lacks-this"))
        shown = json.dumps(wrong.found, ensure_ascii=False)[:_SHOWN]
        return self._problem(wrong.place, _no_halves(f"{shown} ≠ {wrong.expected}"))

    def unreadable(self, place: str) -> ProblemForUser:
        return self._problem(place, Word("layout-unreadable"))

    def _problem(self, place: str, reason: str | Word) -> ProblemForUser:
        return ProblemForUser(
            "layout-wrong",
            layout=_printable(self._layout),
            place=_no_halves(place),
            reason=reason,
        )


def _no_halves(text: str) -> str:
    """Return ``text`` with � for half characters, which JSON may hold and nobody can show."""
    return text.encode("utf-8", "replace").decode("utf-8")
