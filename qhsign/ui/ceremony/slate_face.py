"""Paints a slate: in two lines, or the chosen one with its declared and computed figures."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QPointF, QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter

from qhsign.domain.money import Amount
from qhsign.services.contract_records import SlateRow
from qhsign.ui.ceremony.column_lines import Line, LineKind
from qhsign.ui.ceremony.figure_words import (
    amount_gap_word,
    amount_word,
    count_gap_word,
    count_word,
    sums_word,
    total_word,
)
from qhsign.ui.theme import Look

PAD_PX = 16
_CLOSED_PX, _LOW_PX = 55, 38
_FIRST_PX, _TITLE_PX, _ROW_PX, _FOOT_PX, _ROWS = 8, 26, 22, 7, 3
_COUNT_SHARE = 0.6
_APART_PX = 10
_ICON_PX = 14
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Note:
    """A line under the figures of the chosen slate."""

    icon: str
    colour: str
    text: str


@dataclass(frozen=True, slots=True)
class Figures:
    """One row of the chosen slate; ``short_count`` is for where the count has little room."""

    caption: str
    count: str
    short_count: str
    amount: str
    count_colour: str = "text"
    amount_colour: str = "text"


class SlateFace(QObject):
    """Knows where each figure of the chosen slate stands."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look

    def height(self, line: Line, *, is_open: bool) -> int:
        """Return how high the line is in logical pixels."""
        if line.kind is LineKind.APART:
            return _LOW_PX
        if not is_open:
            return _CLOSED_PX
        rows = _ROWS + len(self.notes(line))
        return _FIRST_PX + _TITLE_PX + rows * _ROW_PX + _FOOT_PX

    def declared_at(self, line: Line, rect: QRect, at: QPointF) -> str:
        """Return which declared figure of an open slate stands there: its key, or ""."""
        for key in ("declared_contracts", "declared_amount"):
            if line.slate is not None and self.declared_cell(rect, key).contains(at.toPoint()):
                return key
        return ""

    def declared_cell(self, rect: QRect, key: str) -> QRect:
        """Return where a declared figure of the chosen slate stands."""
        row = self._row(rect, 0)
        middle = row.left() + round(row.width() * _COUNT_SHARE)
        left, right = (row.left() + row.width() // 4, middle)
        if key == "declared_amount":
            left, right = middle + 4, row.right()
        return QRect(left, row.top(), right - left + 1, row.height())

    def notes_at(self, line: Line, rect: QRect, at: QPointF) -> bool:
        """Tell whether the findings of an open slate stand there."""
        if not line.findings:
            return False
        return self._row(rect, _ROWS + len(self.notes(line)) - 1).contains(at.toPoint())

    def notes(self, line: Line) -> Sequence[Note]:
        """Return what is said of the chosen slate under its figures."""
        slate = line.slate
        if slate is None:
            return ()
        notes = []
        if slate.without_amount:
            words = self.tr("No amount: {count}")
            if line.only_frameworks:
                words = self.tr("No amount: {count} (framework agreements)")
            notes.append(Note("file", "text-2", words.format(count=slate.without_amount)))
        if line.findings:
            words = self.tr("{count} to be checked")
            notes.append(Note("triangle", "warn", words.format(count=line.findings)))
        return notes

    def spoken(self, line: Line) -> str:
        """Return what a screen reader says of the slate."""
        language = self._look.language
        slate = line.slate
        if slate is None:
            none = self.tr("On no slate")
            return f"{none} {total_word(line.total, line.amounts, language)}"
        told, computed = self.tr("Declared"), self.tr("Computed")
        parts = [slate.name]
        if slate.declared_contracts is not None or slate.declared_amount is not None:
            parts.append(f"{told} {self._declared_total(slate)}")
        parts.append(f"{computed} {total_word(line.total, line.amounts, language)}")
        parts += [note.text for note in self.notes(line)]
        return ", ".join(parts)

    def paint(self, painter: QPainter, rect: QRect, line: Line, *, is_open: bool) -> None:
        """Paint the words of a slate; the ground is there already."""
        slate = line.slate
        inner = rect.adjusted(PAD_PX, 0, -PAD_PX, 0)
        if slate is None:
            total = total_word(line.total, line.amounts, self._look.language)
            self._pair(painter, inner.adjusted(0, 0, 0, -1), self.tr("On no slate"), total, 14)
            return
        if is_open:
            self._open(painter, rect, line, slate)
            return
        title = QRect(inner.left(), rect.top() + 9, inner.width(), 22)
        self._title(painter, title, slate)
        below = QRect(inner.left(), rect.top() + 29, inner.width(), 18)
        self._below(painter, below, slate)

    def _open(self, painter: QPainter, rect: QRect, line: Line, slate: SlateRow) -> None:
        inner = rect.adjusted(PAD_PX, 0, -PAD_PX, 0)
        self._title(painter, QRect(inner.left(), rect.top() + _FIRST_PX, inner.width(), 24), slate)
        figures = self._figures_of(slate)
        room = self._row(rect, 0)
        bold = QFontMetrics(self._look.font(13, bold=True))
        widest = max(bold.horizontalAdvance(each.amount) for each in figures)
        middle = min(round(room.width() * _COUNT_SHARE), room.width() - widest - _APART_PX)
        fit = all(
            bold.horizontalAdvance(each.caption + each.count) + _APART_PX <= middle
            for each in figures
        )
        for place, each in enumerate(figures):
            count = each.count if fit else each.short_count
            self._figures(painter, self._row(rect, place), each, count, middle)
        for place, note in enumerate(self.notes(line), start=_ROWS):
            self._note(painter, self._row(rect, place), note)

    def _figures_of(self, slate: SlateRow) -> Sequence[Figures]:
        language, unknown = self._look.language, self.tr("not told")
        count, fen = slate.declared_contracts, slate.declared_amount
        declared = Figures(
            self.tr("Declared"),
            unknown if count is None else count_word(count),
            "—" if count is None else f"{count:,}",
            unknown if fen is None else amount_word(Amount(fen), language),
            "text-3" if count is None else "text",
            "text-3" if fen is None else "text",
        )
        computed = Figures(
            self.tr("Computed"),
            count_word(slate.contracts),
            f"{slate.contracts:,}",
            sums_word(slate.amounts, language) or "—",
        )
        gap = None if count is None else slate.contracts - count
        gaps = Figures(
            self.tr("Gap"),
            "" if gap is None else count_gap_word(gap),
            "" if gap is None else count_gap_word(gap, short=True),
            "" if slate.gap is None else amount_gap_word(slate.gap, language),
            "warn" if gap else "text-3",
            "warn" if slate.gap else "text-3",
        )
        return declared, computed, gaps

    def _figures(
        self, painter: QPainter, row: QRect, figures: Figures, count: str, middle: int
    ) -> None:
        painter.setFont(self._look.font(13))
        painter.setPen(self._look.colour("text-2"))
        painter.drawText(row, _LEFT, figures.caption)
        left = QRect(row.left(), row.top(), middle, row.height())
        for cell, text, colour in (
            (left, count, figures.count_colour),
            (row, figures.amount, figures.amount_colour),
        ):
            painter.setFont(self._look.font(13, bold=colour == "warn"))
            painter.setPen(self._look.colour(colour))
            painter.drawText(cell, _RIGHT, text)

    def _note(self, painter: QPainter, row: QRect, note: Note) -> None:
        ratio = painter.device().devicePixelRatio()
        pixmap = self._look.pixmap(note.icon, note.colour, _ICON_PX, ratio)
        painter.drawPixmap(QPointF(row.left(), row.center().y() - _ICON_PX / 2 + 1), pixmap)
        painter.setFont(self._look.font(12))
        painter.setPen(self._look.colour(note.colour))
        room = row.adjusted(_ICON_PX + 6, 0, 0, 0)
        text = painter.fontMetrics().elidedText(
            note.text, Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, _LEFT, text)

    def _title(self, painter: QPainter, room: QRect, slate: SlateRow) -> None:
        """Paint name and total; where both have no room, the count alone."""
        bold = QFontMetrics(self._look.font(14, bold=True))
        total = self._declared_total(slate)
        both = bold.horizontalAdvance(total) + bold.horizontalAdvance(slate.name) + 8
        if both > room.width():
            count = slate.declared_contracts
            total = count_word(slate.contracts if count is None else count)
        self._pair(painter, room, slate.name, total, 14, bold=True)

    def _below(self, painter: QPainter, room: QRect, slate: SlateRow) -> None:
        language = self._look.language
        gaps = []
        if slate.declared_contracts is not None and slate.declared_contracts != slate.contracts:
            gaps.append(count_gap_word(slate.contracts - slate.declared_contracts))
        if slate.gap:
            gaps.append(amount_gap_word(slate.gap, language))
        gap = " ".join(gaps)
        painter.setFont(self._look.font(12))
        metrics = painter.fontMetrics()
        computed = total_word(slate.contracts, slate.amounts, language)
        caption = self.tr("Computed")
        left = f"{caption} {computed}"
        wide = room.width() - metrics.horizontalAdvance(gap) - 8
        if metrics.horizontalAdvance(left) > wide:
            left = computed
        painter.setPen(self._look.colour("warn"))
        painter.drawText(room, _RIGHT, gap)
        painter.setPen(self._look.colour("text-2"))
        shown = metrics.elidedText(left, Qt.TextElideMode.ElideRight, wide)
        painter.drawText(room, _LEFT, shown)

    def _declared_total(self, slate: SlateRow) -> str:
        """Return what was declared of a slate, or what is there where nothing was."""
        language = self._look.language
        count, fen = slate.declared_contracts, slate.declared_amount
        if count is None and fen is None:
            return total_word(slate.contracts, slate.amounts, language)
        amount = "" if fen is None else amount_word(Amount(fen), language)
        shown = count_word(slate.contracts if count is None else count)
        return " ".join(filter(None, (shown, amount)))

    def _pair(
        self,
        painter: QPainter,
        room: QRect,
        left: str,
        right: str,
        pixels: int,
        *,
        bold: bool = False,
    ) -> None:
        painter.setFont(self._look.font(pixels, bold=bold))
        painter.setPen(self._look.colour("text"))
        metrics = painter.fontMetrics()
        painter.drawText(room, _RIGHT, right)
        wide = room.width() - metrics.horizontalAdvance(right) - 8
        painter.drawText(room, _LEFT, metrics.elidedText(left, Qt.TextElideMode.ElideRight, wide))

    def _row(self, rect: QRect, place: int) -> QRect:
        top = rect.top() + _FIRST_PX + _TITLE_PX + place * _ROW_PX
        return QRect(rect.left() + PAD_PX, top, rect.width() - 2 * PAD_PX, _ROW_PX)
