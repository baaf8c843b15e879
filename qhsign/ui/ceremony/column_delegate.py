"""Paints the lines of the column: slates, headings of batches, contracts."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
)

from qhsign.domain.batching import BatchState
from qhsign.domain.search import plain_hit_spans
from qhsign.ui.ceremony.column_lines import Line, LineKind
from qhsign.ui.ceremony.column_model import ColumnModel
from qhsign.ui.ceremony.figure_words import amount_word, total_word
from qhsign.ui.ceremony.slate_face import PAD_PX, SlateFace
from qhsign.ui.lists.tick_box import TICK_PX, paint_tick
from qhsign.ui.shared.row_ground import paint_ground
from qhsign.ui.theme import Look
from qhsign.wording import say

HEADING_PX, CONTRACT_PX, _NOTHING_PX = 30, 29, 72
_MARK_PX, _GAP = 14, 6
_CONTRACT_SIZE = QSize(40, CONTRACT_PX)
_VCENTER = Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | _VCENTER
_RIGHT = Qt.AlignmentFlag.AlignRight | _VCENTER

Index = QModelIndex | QPersistentModelIndex


class ColumnDelegate(QStyledItemDelegate):
    """``query`` is what was searched for; ``nothing`` is said where there is no contract."""

    def __init__(self, look: Look, view: QAbstractItemView, model: ColumnModel) -> None:
        super().__init__(view)
        self._look, self._view, self._model = look, view, model
        self.face = SlateFace(look, self)
        self.query = ""
        self.nothing = ""
        self.hovered = -1
        self.digits = 1
        model.spoken = self.spoken

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a line; the width is the list's."""
        del option
        line = self._model.line_at(index.row())
        if line is None or line.contract is not None:
            return _CONTRACT_SIZE
        return QSize(40, self._height(line))

    def _height(self, line: Line) -> int:
        if line.is_heading:
            return HEADING_PX
        return (
            _NOTHING_PX
            if line.kind is LineKind.NOTHING
            else self.face.height(line, is_open=self._model.chosen.is_line(line))
        )

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one line."""
        line = self._model.line_at(index.row())
        if line is None:
            return
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setClipRect(rect)
        self._ground(painter, rect, line, hovered=index.row() == self.hovered)
        if line.kind is LineKind.CONTRACT:
            self._contract(painter, rect, line, hovered=index.row() == self.hovered)
        elif line.is_heading:
            self._heading(painter, rect, line)
        elif line.kind is LineKind.NOTHING:
            self._nothing(painter, rect)
        else:
            self.face.paint(painter, rect, line, is_open=self._model.chosen.is_line(line))
        is_current = bool(state & QStyle.StateFlag.State_Selected)
        if is_current and self._view.hasFocus():
            painter.setPen(QPen(self._look.colour("focus"), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -2))
        painter.restore()

    def spoken(self, line: Line) -> str:
        """Return what a screen reader says of a line."""
        if line.kind is LineKind.NOTHING:
            return self.nothing
        if line.kind is LineKind.CONTRACT:
            row = line.contract
            return (
                ", ".join(filter(None, (row.label, row.title, self._amount(line)))) if row else ""
            )
        if line.is_heading:
            return ", ".join(filter(None, (self._name(line), self._state(line), self._total(line))))
        return self.face.spoken(line)

    def _ground(self, painter: QPainter, rect: QRect, line: Line, *, hovered: bool) -> None:
        if line.is_heading:
            painter.fillRect(rect, self._look.colour("hover" if hovered else "sunken"))
            painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, self._look.colour("line"))
        elif line.kind is not LineKind.NOTHING:
            is_ticked = line.contract is not None and line.contract.number in self._model.ticked
            paint_ground(
                painter,
                self._look,
                rect,
                current=self._model.chosen.is_line(line),
                hovered=hovered or is_ticked,
            )

    def _heading(self, painter: QPainter, rect: QRect, line: Line) -> None:
        room = rect.adjusted(PAD_PX, 0, -PAD_PX, -1)
        room.setRight(self._right(painter, room, self._total(line), 12) - 8)
        if line.findings:
            room.setRight(self._mark(painter, room, "triangle", "warn"))
        if line.batch is not None and line.batch.locked:
            room.setRight(self._mark(painter, room, "lock", "text-2"))
        bold = self._look.font(13, bold=True)
        painter.setFont(bold)
        painter.setPen(
            self._look.colour("accent-text" if self._model.chosen.is_line(line) else "text")
        )
        metrics = QFontMetrics(bold)
        name = metrics.elidedText(self._name(line), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, _LEFT, name)
        room.setLeft(room.left() + metrics.horizontalAdvance(name) + 8)
        self._elided(painter, room, self._state(line), 12, "text-2")

    def _contract(self, painter: QPainter, rect: QRect, line: Line, *, hovered: bool) -> None:
        row = line.contract
        if row is None:
            return
        room = rect.adjusted(PAD_PX, 0, -PAD_PX, -1)
        gutter = QFontMetrics(self._look.font(13)).horizontalAdvance("0" * max(self.digits, 2))
        ticked = row.number in self._model.ticked
        gutter = max(gutter, TICK_PX)
        if ticked or hovered:
            box = QRect(room.left(), room.center().y() - TICK_PX // 2 + 1, TICK_PX, TICK_PX)
            state = Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
            paint_tick(painter, box, state, self._look)
        else:
            self._elided(painter, room, str(row.number), 13, "text-2")
        room.setLeft(room.left() + gutter + 8)
        colour = "text" if row.amount is not None else "text-2"
        room.setRight(self._right(painter, room, self._amount(line), 13, colour) - 8)
        if line.findings:
            room.setRight(self._mark(painter, room, "triangle", "warn"))
        self._title(painter, room, row.title)

    def _title(self, painter: QPainter, room: QRect, title: str) -> None:
        font = self._look.font(13)
        metrics = QFontMetrics(font)
        shown = metrics.elidedText(title, Qt.TextElideMode.ElideRight, room.width())
        for start, end in plain_hit_spans(self.query, title) if self.query else ():
            left = room.left() + metrics.horizontalAdvance(title[:start])
            wide = metrics.horizontalAdvance(title[start:end])
            hit = QRect(left, room.top() + 5, wide, room.height() - 10).intersected(room)
            painter.fillRect(hit, self._look.colour("mark"))
        painter.setFont(font)
        painter.setPen(self._look.colour("text"))
        painter.drawText(room, _LEFT, shown)

    def _nothing(self, painter: QPainter, rect: QRect) -> None:
        painter.setFont(self._look.font(13))
        painter.setPen(self._look.colour("text-2"))
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(rect.adjusted(PAD_PX, 0, -PAD_PX, 0), flags, self.nothing)

    def _right(
        self, painter: QPainter, room: QRect, text: str, pixels: int, colour: str = "text-2"
    ) -> int:
        """Paint a word at the right; return where it begins."""
        painter.setFont(self._look.font(pixels))
        painter.setPen(self._look.colour(colour))
        painter.drawText(room, _RIGHT, text)
        return room.right() - painter.fontMetrics().horizontalAdvance(text)

    def _mark(self, painter: QPainter, room: QRect, icon: str, colour: str) -> int:
        """Paint a quiet mark at the right; return where there is room left of it."""
        ratio = painter.device().devicePixelRatio()
        pixmap = self._look.pixmap(icon, colour, _MARK_PX, ratio)
        left = room.right() - _MARK_PX
        painter.drawPixmap(QPointF(left, room.center().y() - _MARK_PX / 2 + 1), pixmap)
        return left - _GAP

    def _elided(self, painter: QPainter, room: QRect, text: str, pixels: int, colour: str) -> None:
        if not text or room.width() <= 0:
            return
        painter.setFont(self._look.font(pixels))
        painter.setPen(self._look.colour(colour))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, _LEFT, shown)

    def _amount(self, line: Line) -> str:
        row = line.contract
        if row is None or row.amount is None:
            return self.tr("No amount")
        return amount_word(row.amount, self._look.language)

    def _total(self, line: Line) -> str:
        return total_word(line.total, line.amounts, self._look.language)

    def _name(self, line: Line) -> str:
        return line.batch.name if line.batch is not None else self.tr("In no batch")

    def _state(self, line: Line) -> str:
        batch = line.batch
        if batch is None or batch.state is BatchState.NOT_CALLED:
            return ""
        return say(f"batch-state-{batch.state}", self._look.language)

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Show the whole of a line: titles are cut short."""
        line = self._model.line_at(index.row())
        if event.type() != QEvent.Type.ToolTip or line is None:
            return super().helpEvent(event, view, option, index)
        QToolTip.showText(event.globalPos(), self.tooltip(line), view)
        return True

    @staticmethod
    def is_on_tick(rect: QRect, x: int) -> bool:
        """Tell whether a place in a contract's line is its tick box."""
        return rect.left() <= x < rect.left() + PAD_PX + TICK_PX + 4

    def tooltip(self, line: Line) -> str:
        """Return what a line says when somebody rests on it."""
        batch = line.batch
        lines = [self.spoken(line)]
        if batch is not None and batch.locked:
            lines.append(self.tr("Locked: neither a proposal nor a list changes it."))
        if line.contract is not None:
            lines += [
                f"{party.side} {party.organization} {party.signatory}".strip()
                for party in line.contract.parties
            ]
        if line.findings:
            lines.append(self.tr("{count} to be checked").format(count=line.findings))
        return "\n".join(filter(None, lines))
