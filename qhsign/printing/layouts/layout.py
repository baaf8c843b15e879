"""A layout: what stands where on a printed page, as data.

Boxes are in millimetres from the top left of the trimmed page, sizes in points. Texts may hold
``{field}``; a colour is ``#RRGGBB`` or ``@field``; ``if`` and ``unless`` name a field that must
hold something, or nothing. The fields are those of `qhsign.printing.layouts.fields`.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal, NamedTuple

from qhsign.printing.pen import Align, VerticalAlign
from qhsign.printing.text.text_fit import TextStyle

FIELD_IN_TEXT = re.compile(r"\{(\w+)\}")

Picture = Literal["emblem", "shape", "photo"]
First = Literal["", "chinese", "other"]
_USUAL_SLUG_ROOM = 8.0


@dataclass(frozen=True, kw_only=True)
class Element:
    """What every element has: its name in findings, and when it is printed."""

    name: str = ""
    when: str | None = None
    unless: str | None = None

    @property
    def fields(self) -> frozenset[str]:
        """The fields this element depends on."""
        return frozenset(name for name in (self.when, self.unless, *self._own_fields()) if name)

    def _own_fields(self) -> tuple[str, ...]:
        return ()


def _colour_field(colour: str | None) -> tuple[str, ...]:
    return (colour[1:],) if colour is not None and colour.startswith("@") else ()


@dataclass(frozen=True, kw_only=True)
class Text(Element):
    """A text in a box; ``below`` names the text it follows, with ``gap`` millimetres between.

    ``rotation`` turns the box clockwise about its top left corner, by 90, 180 or 270 degrees;
    ``shift`` moves the text down in its box by a part of its size, for capitals without descenders.
    """

    x: float
    y: float
    style: TextStyle
    text: str
    colour: str
    align: Align = "l"
    valign: VerticalAlign = "t"
    below: str | None = None
    gap: float = 0.0
    rotation: int = 0
    shift: float = 0.0

    @cached_property
    def only_field(self) -> str | None:
        """The field whose value is the whole text, the usual case."""
        match = FIELD_IN_TEXT.fullmatch(self.text)
        return match.group(1) if match else None

    def filled(self, values: Mapping[str, str]) -> str:
        """Return the text with its fields filled in."""
        if self.only_field is not None:
            return values[self.only_field]
        return FIELD_IN_TEXT.sub(lambda match: values[match.group(1)], self.text)

    def _own_fields(self) -> tuple[str, ...]:
        return (*FIELD_IN_TEXT.findall(self.text), *_colour_field(self.colour))


@dataclass(frozen=True, kw_only=True)
class Line(Element):
    """A straight line; ``width`` in points, ``cap`` as PDF numbers line ends (0 butt, 2 square)."""

    x1: float
    y1: float
    x2: float
    y2: float
    colour: str
    width: float
    cap: int = 0

    def _own_fields(self) -> tuple[str, ...]:
        return _colour_field(self.colour)


@dataclass(frozen=True, kw_only=True)
class Rectangle(Element):
    """A filled or outlined rectangle; ``line_width`` in points."""

    x: float
    y: float
    w: float
    h: float
    fill: str | None = None
    stroke: str | None = None
    line_width: float = 0.0

    def _own_fields(self) -> tuple[str, ...]:
        return (*_colour_field(self.fill), *_colour_field(self.stroke))


@dataclass(frozen=True, kw_only=True)
class Image(Element):
    """The emblem, the shape of a category, or the guest's photograph.

    ``colour`` paints; ``second`` is the emblem's reflection, or the ground seen through a shape.
    ``shape`` names the shape, directly or as ``@field``.
    """

    picture: Picture
    x: float
    y: float
    w: float
    h: float
    colour: str = "#000000"
    second: str = "#FFFFFF"
    shape: str = ""

    def _own_fields(self) -> tuple[str, ...]:
        own = ("photo",) if self.picture == "photo" else ()
        colours = (self.colour, self.second, self.shape)
        return (*own, *(name for colour in colours for name in _colour_field(colour)))


@dataclass(frozen=True, kw_only=True)
class QrCode(Element):
    """A QR code of 25 modules of ``module`` millimetres, with its quiet zone of four inside."""

    x: float
    y: float
    module: float
    text: str
    dark: str = "#000000"

    @cached_property
    def only_field(self) -> str | None:
        """The field whose value is all the code says, the usual case."""
        match = FIELD_IN_TEXT.fullmatch(self.text)
        return match.group(1) if match else None

    def filled(self, values: Mapping[str, str]) -> str:
        """Return what the code says."""
        return FIELD_IN_TEXT.sub(lambda match: values[match.group(1)], self.text)

    def _own_fields(self) -> tuple[str, ...]:
        return (*FIELD_IN_TEXT.findall(self.text), *_colour_field(self.dark))


class Place(NamedTuple):
    """Where a piece lies on a sheet: its top left corner in millimetres, or the far one if turned.

    A turned piece stands on its head: its corner is at (x + width, y + height) of the place.
    """

    x: float
    y: float
    is_turned: bool = False


@dataclass(frozen=True, kw_only=True)
class PressSheet:
    """The sheet of paper pieces are printed on, in millimetres.

    Each piece fills every place when ``is_folded``, one after the other when not. ``bleed`` is what
    prints beyond the trim, ``marks`` from and to where crop marks run outside it, ``folds`` the
    heights at which the sheet is folded, ``slug`` whether the run is named at the margin.
    """

    page: tuple[float, float]
    places: tuple[Place, ...]
    is_folded: bool = False
    bleed: float = 0.0
    marks: tuple[float, float] | None = None
    folds: tuple[float, ...] = ()
    slug: bool = False

    @property
    def slug_room(self) -> float:
        """How far the words at the margin reach from the trims, in millimetres."""
        return self.marks[1] if self.marks is not None else _USUAL_SLUG_ROOM


@dataclass(frozen=True)
class Layout:
    """A printed page: its name, its trimmed size in millimetres, and its elements in paint order.

    ``sheet`` is the paper it is printed on, None where that is the page itself. ``parties`` is how
    many parties of a contract it has room for (0 where that has no meaning) and ``variants`` are
    layouts for more of them, in growing order. ``first`` tells whose language stands first on a
    certificate in two languages and is empty for one language. ``then`` is the page after this one.
    """

    name: str
    page: tuple[float, float]
    elements: tuple[Element, ...]
    piece: str = ""
    parties: int = 0
    variants: tuple["Layout", ...] = ()
    sheet: PressSheet | None = None
    first: First = ""
    then: "Layout | None" = None

    @cached_property
    def fields(self) -> frozenset[str]:
        """Every field the layout uses."""
        return frozenset().union(*(element.fields for element in self.elements))

    def shared_elements(self, shared_fields: frozenset[str]) -> tuple[bool, ...]:
        """Tell for each element whether it depends on nothing but ``shared_fields``."""
        answers: list[bool] = []
        by_name: dict[str, bool] = {}
        for element in self.elements:
            is_shared = element.fields <= shared_fields
            if isinstance(element, Text):
                if element.below is not None:
                    is_shared = is_shared and by_name[element.below]
                by_name[element.name] = is_shared
            answers.append(is_shared)
        return tuple(answers)

    def for_parties(self, count: int, first: str = "") -> "Layout | None":
        """Return the layout with room for ``count`` parties, or None if no variant has it.

        ``first`` is whose language stands first, as in `Layout`.
        """
        fitting = (layout for layout in self.of_languages(first) if layout.parties >= count)
        return next(fitting, None)

    def pages_for(self, count: int, first: str = "") -> "tuple[Layout, ...]":
        """Return the layouts of the pages one piece takes; none where one has no room."""
        page = self.for_parties(count, first)
        if page is None or page.then is None:
            return () if page is None else (page,)
        following = page.then.pages_for(count, first)
        return (page, *following) if following else ()

    def of_languages(self, first: str) -> "tuple[Layout, ...]":
        """Return this layout and those of its variants in which ``first`` stands first."""
        return tuple(layout for layout in (self, *self.variants) if layout.first == first)

    @property
    def is_bilingual(self) -> bool:
        """Whether this layout or one of its variants prints two languages."""
        return any(layout.first for layout in (self, *self.variants))

    def joined(self, other: "Layout") -> "Layout":
        """Return this layout with another and its variants among its own."""
        return replace(self, variants=(*self.variants, other, *other.variants))
