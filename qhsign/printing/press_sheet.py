"""Pieces onto sheets of paper: one a page, folded cards, or several with crop marks."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from qhsign.printing.layouts.layout import Layout, Place, PressSheet
from qhsign.printing.pdf_file import POINTS_PER_MM, Page, PdfFile
from qhsign.printing.pen import Pen, turned
from qhsign.printing.text.text_fit import TextStyle, Typesetter
from qhsign.wording import Language, say

_MARK = "#1B2326"
_MARK_WIDTH = 0.25
_FOLD = "#B9C4C7"
_FOLD_TICK = 4.0
_SLUG = TextStyle(role="sans", size=6.5, min_size=4.5, width=180.0, height=3.0, tabular=True)
_SLUG_COLOUR = "#56646A"
_SLUG_INDENT = 3.0
_SLUG_INSET = 0.7  # from where the crop marks end to the line
_SLUG_HEIGHT = 2.3
_SLUG_LEAST_WIDTH = 30.0
_UPSIDE_DOWN = 180


@dataclass(frozen=True, slots=True)
class SlugNote:
    """What stands at the margin of a sheet that is cut: the event, the run, and how many pages."""

    event: str
    run: str
    pages: int


class _Piece(NamedTuple):
    drawing: Page
    bookmarks: tuple[tuple[int, str], ...]


class SheetFiller:
    """Puts pieces of one layout on the sheets of one file, in the order they come."""

    def __init__(
        self, file: PdfFile, layout: Layout, typesetter: Typesetter, note: SlugNote | None = None
    ) -> None:
        self._file = file
        self._layout = layout
        self._sheet = layout.sheet
        self._typesetter = typesetter
        self._note = note
        self._waiting: list[_Piece] = []

    def add(self, drawing: Page, bookmarks: Iterable[tuple[int, str]]) -> None:
        """Add one piece; its sheet is written when it is full."""
        piece = _Piece(drawing, tuple(bookmarks))
        sheet = self._sheet
        if sheet is None:
            self._file.add_page(drawing, _points(self._layout.page), bookmarks=piece.bookmarks)
        elif sheet.is_folded:
            self._write(sheet, [piece] * len(sheet.places))
        else:
            self._waiting.append(piece)
            if len(self._waiting) == len(sheet.places):
                self.end_sheet()

    def end_sheet(self) -> None:
        """Write the sheet that is not full yet: what follows begins a new one."""
        if self._waiting and self._sheet is not None:
            self._write(self._sheet, self._waiting)
            self._waiting = []

    def add_whole(self, drawing: Page, bookmarks: Iterable[tuple[int, str]]) -> None:
        """Add a drawing that fills a sheet of its own, such as the one before a group."""
        self.end_sheet()
        self._file.add_page(drawing, _points(self.page), bookmarks=bookmarks)

    @property
    def page(self) -> tuple[float, float]:
        """The size of a sheet in millimetres."""
        return self._layout.page if self._sheet is None else self._sheet.page

    def _write(self, sheet: PressSheet, pieces: Sequence[_Piece]) -> None:
        parts = [
            self._placed(sheet, place, piece.drawing)
            for place, piece in zip(sheet.places, pieces, strict=False)
        ]
        parts += self._marks(sheet)
        uses = frozenset().union(*(piece.drawing.uses for piece in pieces))
        bookmarks = dict.fromkeys(mark for piece in pieces for mark in piece.bookmarks)
        self._file.add_page(
            Page("\n".join(parts), uses),
            _points(sheet.page),
            trim=self._block(sheet),
            bookmarks=bookmarks,
        )

    def _block(self, sheet: PressSheet) -> tuple[float, float, float, float] | None:
        """Return the outermost cuts of a sheet with marks, in points, as PDF counts them."""
        if sheet.marks is None:
            return None
        width, height = self._layout.page
        left, top = (min(place[side] for place in sheet.places) for side in (0, 1))
        right = max(place.x for place in sheet.places) + width
        bottom = max(place.y for place in sheet.places) + height
        k, high = POINTS_PER_MM, sheet.page[1]
        return left * k, (high - bottom) * k, right * k, (high - top) * k

    def _placed(self, sheet: PressSheet, place: Place, drawing: Page) -> str:
        k = POINTS_PER_MM
        (width, height), bleed = self._layout.page, sheet.bleed
        operators = drawing.operators
        if bleed:
            # What prints beyond the trim must not reach the neighbour.
            operators = (
                f"{-bleed * k:.3f} {-bleed * k:.3f} {(width + 2 * bleed) * k:.3f}"
                f" {(height + 2 * bleed) * k:.3f} re W n {operators}"
            )
        if place.is_turned:
            right, top = (place.x + width) * k, (sheet.page[1] - place.y) * k
            return turned(operators, right, top, _UPSIDE_DOWN)
        return turned(operators, place.x * k, (sheet.page[1] - place.y - height) * k, 0)

    def _marks(self, sheet: PressSheet) -> list[str]:
        pen = Pen(self._file, sheet.page[1])
        marks = [
            pen.line(x, y, x + _FOLD_TICK, y, colour=_FOLD, width=0.4, dash=(0.5, 0.5))
            for y in sheet.folds
            for x in (0.0, sheet.page[0] - _FOLD_TICK)
        ]
        if sheet.marks is not None:
            marks += _crop_marks(pen, sheet, self._layout.page, sheet.marks)
        if sheet.slug and self._note is not None:
            marks += self._slug(pen, sheet, self._note)
        return marks

    def _slug(self, pen: Pen, sheet: PressSheet, note: SlugNote) -> list[str]:
        width, height = self._layout.page
        x = min(place.x for place in sheet.places) + _SLUG_INDENT
        reach = sheet.slug_room - _SLUG_INSET
        top = min(place.y for place in sheet.places) - reach
        bottom = max(place.y for place in sheet.places) + height + reach - _SLUG_HEIGHT
        above = say(
            f"slug-{self._layout.piece}",
            Language.CHINESE,
            event=note.event,
            size=f"{width:g}×{height:g}",
            run=note.run,
            page=self._file.pages + 1,
            pages=note.pages,
        )
        below = say("slug-cut", Language.CHINESE, bleed=f"{sheet.bleed:g}")
        style = replace(_SLUG, width=max(sheet.page[0] - 2 * x, _SLUG_LEAST_WIDTH))
        return [
            pen.text(
                self._typesetter.fit(style, said),
                x,
                y,
                width=style.width,
                line_height=style.line_height,
                colour=_SLUG_COLOUR,
            )
            for said, y in ((above, top), (below, bottom))
        ]


def pages_needed(layout: Layout, groups: Iterable[int], *, separated: bool) -> int:
    """Return how many pages ``groups`` of so many pieces take; a separator takes one of its own."""
    each = 1
    if layout.sheet is not None and not layout.sheet.is_folded:
        each = len(layout.sheet.places)
    return sum(math.ceil(pieces / each) + separated for pieces in groups)


def _crop_marks(
    pen: Pen, sheet: PressSheet, piece: tuple[float, float], marks: tuple[float, float]
) -> list[str]:
    """Draw marks at the outside of the block of pieces, where they reach no neighbour."""
    near, far = marks
    xs = sorted({x for place in sheet.places for x in (place.x, place.x + piece[0])})
    ys = sorted({y for place in sheet.places for y in (place.y, place.y + piece[1])})
    lines = []
    for x in xs:
        lines += [(x, ys[0] - far, x, ys[0] - near), (x, ys[-1] + near, x, ys[-1] + far)]
    for y in ys:
        lines += [(xs[0] - far, y, xs[0] - near, y), (xs[-1] + near, y, xs[-1] + far, y)]
    return [pen.line(*line, colour=_MARK, width=_MARK_WIDTH) for line in lines]


def _points(size: tuple[float, float]) -> tuple[float, float]:
    return size[0] * POINTS_PER_MM, size[1] * POINTS_PER_MM
