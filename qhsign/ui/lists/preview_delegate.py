"""Paints the preview's cells: ticks, plain values, and changes with the old value struck out."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from qhsign.services.list_records import PreviewRow, RowKind
from qhsign.ui.lists.list_words import value_word
from qhsign.ui.lists.preview_model import NAME, NUMBER, TICK, Index, PreviewModel
from qhsign.ui.lists.tick_box import TICK_PX, paint_tick
from qhsign.ui.shared.words import empty_word
from qhsign.ui.theme import Look

PAD = 8
_BAR = 2
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class PreviewDelegate(QStyledItemDelegate):
    """One delegate for every column and tab."""

    def __init__(self, look: Look, model: PreviewModel, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._look, self._model, self._view = look, model, view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        row: PreviewRow = self._model.rows[index.row()]
        key = self._model.key(index.column())
        taken = not self._model.with_ticks or self._model.ticks.is_ticked(row.row)
        painter.save()
        painter.setClipRect(option.rect)
        self._ground(painter, option)
        cell = option.rect.adjusted(PAD, 0, -PAD, -1)
        if key == TICK:
            self._tick(painter, option.rect, taken=taken)
        elif key in row.changes:
            self._change(painter, option.rect, row, key, taken=taken)
        elif key == NUMBER:
            self._write(painter, cell, str(index.data()), "text-2", right=True)
        elif key == NAME:
            self._name(painter, cell, row, taken=taken)
        else:
            self._write(painter, cell, str(index.data()), "text" if taken else "text-3")
        self._outline(painter, option, index)
        painter.restore()

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        rect: QRect = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, self._look.colour("selected"))
        painter.fillRect(
            QRect(rect.left(), rect.bottom(), rect.width(), 1), self._look.colour("line")
        )

    def _outline(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the current row's edge while the table has the keyboard."""
        if index.row() != self._view.currentIndex().row() or not self._view.hasFocus():
            return
        rect: QRect = option.rect
        painter.setPen(QPen(self._look.colour("focus"), 2))
        painter.drawLine(rect.left(), rect.top() + 1, rect.right(), rect.top() + 1)
        painter.drawLine(rect.left(), rect.bottom() - 1, rect.right(), rect.bottom() - 1)

    def _tick(self, painter: QPainter, rect: QRect, *, taken: bool) -> None:
        box = QRect(0, 0, TICK_PX, TICK_PX)
        box.moveCenter(rect.center())
        state = Qt.CheckState.Checked if taken else Qt.CheckState.Unchecked
        paint_tick(painter, box, state, self._look)

    def _name(self, painter: QPainter, cell: QRect, row: PreviewRow, *, taken: bool) -> None:
        if row.kind is RowKind.SUSPECTED:
            picture = self._look.pixmap("triangle", "warn", 16, self._view.devicePixelRatioF())
            painter.drawPixmap(cell.right() - 16, cell.center().y() - 8, picture)
            cell = cell.adjusted(0, 0, -20, 0)
        self._write(painter, cell, row.full_name, "text" if taken else "text-3", pixels=14)

    def _change(
        self, painter: QPainter, rect: QRect, row: PreviewRow, key: str, *, taken: bool
    ) -> None:
        look, language = self._look, self._model.language
        old, new = row.changes[key]
        ground = rect.adjusted(0, 0, 0, -1)
        painter.fillRect(ground, look.colour("accent-tint" if taken else "sunken"))
        bar = QRect(ground.left(), ground.top(), _BAR, ground.height())
        painter.fillRect(bar, look.colour("accent" if taken else "line-strong"))
        cell = ground.adjusted(PAD, 5, -PAD, -5)
        half = cell.height() // 2
        above = QRect(cell.left(), cell.top(), cell.width(), half)
        below = QRect(cell.left(), cell.top() + half, cell.width(), cell.height() - half)
        struck = QFont(look.font(12))
        struck.setStrikeOut(bool(old))
        self._line(painter, above, value_word(key, old, language), struck, look.colour("text-3"))
        bold = look.font(13, bold=taken)
        colour = look.colour("text" if taken else "text-3")
        self._line(painter, below, value_word(key, new, language) or empty_word(), bold, colour)

    def _write(
        self,
        painter: QPainter,
        cell: QRect,
        text: str,
        colour: str,
        *,
        pixels: int = 13,
        right: bool = False,
    ) -> None:
        font = self._look.font(pixels)
        self._line(painter, cell, text, font, self._look.colour(colour), right=right)

    @staticmethod
    def _line(
        painter: QPainter,
        cell: QRect,
        text: str,
        font: QFont,
        colour: QColor,
        *,
        right: bool = False,
    ) -> None:
        painter.setFont(font)
        painter.setPen(colour)
        flat = text.replace("\n", " ")
        shown = QFontMetrics(font).elidedText(flat, Qt.TextElideMode.ElideRight, cell.width())
        painter.drawText(cell, int(_RIGHT if right else _LEFT), shown)
