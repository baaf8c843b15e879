"""The list of what the check found: whose piece, and the sentence, on two lines."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from qhsign.services.print_records import PreflightLine
from qhsign.ui.shared.row_ground import paint_ground
from qhsign.ui.theme import Look
from qhsign.wording import say

Index = QModelIndex | QPersistentModelIndex
ROW_PX = 66
_LINE_ROLE = Qt.ItemDataRole.UserRole
_NOWHERE = QModelIndex()
_TEXT_LINES, _TEXT_PX = 2, 16


class PreflightModel(QAbstractListModel):
    """The lines that are shown, in the order of the printing."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._lines: Sequence[PreflightLine] = ()

    def show_lines(self, lines: Sequence[PreflightLine]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()

    def line_at(self, row: int) -> PreflightLine:
        """Return the line of a row."""
        return self._lines[row]

    def sentence(self, line: PreflightLine) -> str:
        """Return what was found in the window's language."""
        return say(line.code, self._look.language, **line.parameters)

    def head(self, line: PreflightLine) -> str:
        """Return whose piece it is, or that the whole run is meant."""
        whose = "  ".join(part for part in (line.name, line.label) if part)
        return whose or self.tr("The whole run")

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many lines there are."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the line as a sentence, or itself."""
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == _LINE_ROLE:
            return line
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            held = self.tr("Held back") if line.refuses else self.tr("Note")
            return f"{held}: {self.head(line)} {self.sentence(line)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.sentence(line)
        return None


class PreflightList(QListView):
    """``opened`` carries the line of a click or Enter."""

    opened = Signal(object)

    def __init__(self, look: Look, model: PreflightModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = model
        self.setModel(model)
        self.setItemDelegate(_PreflightDelegate(look, self, model))
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.clicked.connect(self._open)
        look.changed.connect(self.viewport().update)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the current line on Enter or with the space key."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def _open(self, index: Index) -> None:
        if index.isValid():
            self.opened.emit(self._lines.line_at(index.row()))


class _PreflightDelegate(QStyledItemDelegate):
    def __init__(self, look: Look, view: QListView, model: PreflightModel) -> None:
        super().__init__(view)
        self._look, self._view, self._model = look, view, model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del option, index
        return QSize(160, ROW_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: PreflightLine = index.data(_LINE_ROLE)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        paint_ground(
            painter,
            self._look,
            rect,
            current=index == self._view.currentIndex(),
            hovered=bool(state & QStyle.StateFlag.State_MouseOver),
        )
        icon, colour = ("ring-bar", "bad") if line.refuses else ("triangle", "warn")
        ratio = self._view.devicePixelRatioF()
        painter.drawPixmap(
            rect.left() + 14, rect.top() + 9, self._look.pixmap(icon, colour, 18, ratio)
        )
        box = rect.adjusted(42, 7, -14, -6)
        painter.setPen(self._look.colour("text"))
        painter.setFont(self._look.font(13, bold=True))
        head = painter.fontMetrics().elidedText(
            self._model.head(line), Qt.TextElideMode.ElideRight, box.width()
        )
        painter.drawText(QRect(box.left(), box.top(), box.width(), 18), 0, head)
        self._paint_sentence(painter, box.adjusted(0, 19, 0, 0), self._model.sentence(line))
        painter.restore()

    def _paint_sentence(self, painter: QPainter, box: QRect, sentence: str) -> None:
        """Paint as much as two lines hold; the whole stands in the tooltip."""
        painter.setFont(self._look.font(12))
        painter.setPen(self._look.colour("text-2"))
        layout = QTextLayout(sentence, painter.font())
        layout.setTextOption(_wrapping())
        layout.beginLayout()
        for number in range(_TEXT_LINES):
            set_line = layout.createLine()
            if not set_line.isValid():
                break
            set_line.setLineWidth(box.width())
            start, length = set_line.textStart(), set_line.textLength()
            shown = sentence[start : start + length].rstrip()
            if number == _TEXT_LINES - 1 and start + length < len(sentence):
                rest = sentence[start:]
                shown = painter.fontMetrics().elidedText(
                    rest, Qt.TextElideMode.ElideRight, box.width()
                )
            place = QRect(box.left(), box.top() + number * _TEXT_PX, box.width(), _TEXT_PX)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, shown)
        layout.endLayout()


def _wrapping() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option
