"""Paints the guest table's rows: search hits, chips, states with an icon and a word.

All rows at once, column by column: asked cell by cell, a screen of guests takes four times as long,
and somebody who types would wait for it.
"""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen, QPixmap, QStaticText

from qhsign.domain.guest import Category, Invitation, Vetting
from qhsign.domain.name_reading import Reading
from qhsign.domain.search import hit_spans
from qhsign.services.guest_records import GuestRow
from qhsign.ui.guests.guest_table_model import GuestTableModel
from qhsign.ui.guests.table_columns import Column
from qhsign.ui.lists.tick_box import TICK_PX, paint_tick
from qhsign.ui.shared.chip import SMALL, ChipKind, chip_picture
from qhsign.ui.shared.plain_parts import may_be_too_long
from qhsign.ui.shared.words import invitation_word, vetting_word
from qhsign.ui.theme import Look

ROW_PX = 32
PAD_PX = 8
CELL_PX = 13
NAME_PX = 14
_BAR = 3
_ICON = 16
_ICON_ROOM = _ICON + 4
_MOST_KEPT = 8_192
_STATES = {
    Invitation.CONFIRMED: ("tick", "text-2"),
    Invitation.INVITED: ("clock", "warn"),
    Invitation.PROPOSED: ("clock", "text-3"),
    Invitation.DECLINED: ("minus", "text-3"),
    Invitation.CANCELLED: ("close", "text-3"),
}

_VETTINGS = {
    Vetting.PASSED: ("tick", "text-2"),
    Vetting.PENDING: ("clock", "warn"),
    Vetting.FAILED: ("close", "bad"),
}
_QUIET = {Column.NUMBER, Column.DELEGATION, Column.READING, Column.REMARK}

_CALM = {"text-2", "text-3"}

PaintCell = Callable[[QPainter, QRect, GuestRow], None]
Write = Callable[[QPainter, QRect, str], None]


@dataclass(frozen=True, slots=True)
class RowPlace:
    """A row on the screen, and how it stands out."""

    row: int
    top: int
    selected: bool = False
    hovered: bool = False


@dataclass(frozen=True, slots=True)
class ColumnPlace:
    """A column on the screen."""

    column: Column
    left: int
    width: int


class GuestRows:
    """Keeps texts laid out, as most of them come back in every row.

    ``query`` is what is searched for: hits are marked in names.
    """

    def __init__(self, look: Look, model: GuestTableModel) -> None:
        self._look, self._model = look, model
        self._query = ""
        self._spans: dict[tuple[str, str], Sequence[tuple[int, int]]] = {}
        self._texts: dict[Hashable, _LaidOut] = {}
        look.changed.connect(self.forget)

    @property
    def query(self) -> str:
        """Return what is searched for."""
        return self._query

    @query.setter
    def query(self, query: str) -> None:
        if query != self._query:
            self._query, self._spans = query, {}

    def forget(self) -> None:
        """Lay everything out anew: the look has changed."""
        self._texts.clear()

    def paint(
        self, painter: QPainter, rows: Sequence[RowPlace], columns: Sequence[ColumnPlace]
    ) -> None:
        """Paint these rows in these columns."""
        guests = [(place.top, self._model.guest_at(place.row)) for place in rows]
        self._grounds(painter, rows, guests, columns)
        for place in columns:
            paint = self._painter_of(place.column)
            for top, row in guests:
                paint(painter, QRect(place.left, top, place.width, ROW_PX), row)

    def _grounds(
        self,
        painter: QPainter,
        rows: Sequence[RowPlace],
        guests: Sequence[tuple[int, GuestRow]],
        columns: Sequence[ColumnPlace],
    ) -> None:
        left = min((place.left for place in columns), default=0)
        wide = max((place.left + place.width for place in columns), default=0) - left
        line, ticked = self._look.colour("line"), self._model.ticked
        for place, (top, row) in zip(rows, guests, strict=True):
            if place.selected:
                painter.fillRect(left, top, wide, ROW_PX, self._look.colour("selected"))
                bar = next((each.left for each in columns if each.column is Column.TICK), -_BAR)
                painter.fillRect(bar, top, _BAR, ROW_PX, self._look.colour("accent"))
            elif place.hovered or row.id in ticked:
                painter.fillRect(left, top, wide, ROW_PX, self._look.colour("hover"))
            painter.fillRect(left, top + ROW_PX - 1, wide, 1, line)

    def _painter_of(self, column: Column) -> PaintCell:
        """Return what paints the cells of a column."""
        own: Mapping[Column, Callable[[], PaintCell]] = {
            Column.NAME: self._names,
            Column.CATEGORY: self._categories,
            Column.TICK: self._ticks,
            Column.STATUS: self._invitations,
            Column.VETTING: self._vettings,
            Column.ARRIVAL: self._arrivals,
        }
        if column in own:
            return own[column]()
        text_of, write = self._model.text_of, self._writer("text-2" if column in _QUIET else "text")

        def paint(painter: QPainter, cell: QRect, row: GuestRow) -> None:
            write(painter, cell, text_of(row, column))

        return paint

    def _writer(self, colour: str, pixels: int = CELL_PX, left: int = PAD_PX) -> Write:
        """Return what writes a text into a cell, cut to it, in the middle of the row."""
        font, pen, kept = self._look.font(pixels), QPen(self._look.colour(colour)), self._texts

        def write(painter: QPainter, cell: QRect, text: str) -> None:
            if not text:
                return
            room = cell.width() - left - PAD_PX
            laid = kept.get((text, pixels, room))
            if laid is None:
                shown = text
                if may_be_too_long(text, pixels, room):
                    shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, room)
                laid = _LaidOut(shown, font)
                if len(kept) >= _MOST_KEPT:
                    kept.clear()
                kept[text, pixels, room] = laid
            painter.setFont(font)
            painter.setPen(pen)
            painter.drawStaticText(QPointF(cell.left() + left, cell.top() + laid.drop), laid.text)

        return write

    def _names(self) -> PaintCell:
        write, query, found = self._writer("text", NAME_PX), self._query, self._spans
        metrics, mark = QFontMetricsF(self._look.font(NAME_PX)), self._look.colour("mark")

        def paint(painter: QPainter, cell: QRect, row: GuestRow) -> None:
            name, start = row.full_name, cell.left() + PAD_PX
            spans = found.get((name, row.reading)) if query else ()
            if spans is None:
                spans = hit_spans(query, name, Reading(tuple(row.reading.split())))
                found[name, row.reading] = spans
            for first, end in spans:
                left = metrics.horizontalAdvance(name[:first])
                width = metrics.horizontalAdvance(name[first:end])
                room = min(width, cell.width() - 2 * PAD_PX - left)
                hit = QRectF(start + left, cell.top() + 6, room, ROW_PX - 13)
                painter.fillRect(hit, mark)
            write(painter, cell, name)

        return paint

    def _categories(self) -> PaintCell:
        pictures: dict[tuple[Category, bool], QPixmap] = {}

        def paint(painter: QPainter, cell: QRect, row: GuestRow) -> None:
            key, ratio = (row.category, row.vip), painter.device().devicePixelRatioF()
            if key not in pictures:
                pictures[key] = chip_picture(self._look, ChipKind(*key), ratio)
            room = min(pictures[key].width() / ratio, cell.width() - PAD_PX)
            top = cell.top() + (ROW_PX - 1 - SMALL) / 2
            target = QRectF(cell.left() + PAD_PX, top, room, SMALL)
            painter.drawPixmap(target, pictures[key], QRectF(0, 0, room * ratio, SMALL * ratio))

        return paint

    def _ticks(self) -> PaintCell:
        ticked = self._model.ticked

        def paint(painter: QPainter, cell: QRect, row: GuestRow) -> None:
            left, top = cell.left() + PAD_PX + 6, cell.top() + (ROW_PX - TICK_PX) // 2
            state = Qt.CheckState.Checked if row.id in ticked else Qt.CheckState.Unchecked
            paint_tick(painter, QRect(left, top, TICK_PX, TICK_PX), state, self._look)

        return paint

    def _invitations(self) -> PaintCell:
        word = cache(invitation_word)
        return self._states(lambda row: _STATES[row.status], lambda row: word(row.status))

    def _vettings(self) -> PaintCell:
        word = cache(vetting_word)
        return self._states(lambda row: _VETTINGS[row.vetting], lambda row: word(row.vetting))

    def _states(
        self, state_of: Callable[[GuestRow], tuple[str, str]], text_of: Callable[[GuestRow], str]
    ) -> PaintCell:
        """Return what paints an icon and a word; the word takes the icon's colour if it is loud."""
        writers = {
            colour: self._writer("text" if colour in _CALM else colour, left=PAD_PX + _ICON_ROOM)
            for colour in ("text-2", "text-3", "warn", "bad", "ok")
        }
        pixmap = self._look.pixmap

        def paint(painter: QPainter, cell: QRect, row: GuestRow) -> None:
            icon, colour = state_of(row)
            top = cell.top() + (ROW_PX - 1 - _ICON) // 2 + 1
            picture = pixmap(icon, colour, _ICON, painter.device().devicePixelRatioF())
            painter.drawPixmap(QPointF(cell.left() + PAD_PX, top), picture)
            writers[colour](painter, cell, text_of(row))

        return paint

    def _arrivals(self) -> PaintCell:
        text_of = partial(self._model.text_of, column=Column.ARRIVAL)
        come = self._states(lambda _: ("ring-tick", "ok"), text_of)
        write, missing = self._writer("text-3"), self._model.word_for_absent()

        def paint(painter: QPainter, cell: QRect, row: GuestRow) -> None:
            if self._model.has_arrived(row):
                come(painter, cell, row)
            else:
                write(painter, cell, missing)

        return paint


class _LaidOut:
    """A text laid out once; ``drop`` is how far under the row's top it begins."""

    __slots__ = ("drop", "text")

    def __init__(self, shown: str, font: QFont) -> None:
        self.text = QStaticText(shown)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.prepare(font=font)
        self.drop = (ROW_PX - 1 - self.text.size().height()) / 2
