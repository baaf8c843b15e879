"""The list of the change slips; a link at the right of a row prints again or takes back."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from qhsign.ui.readiness.slip_model import SLIP_ROLE, SlipModel, SlipRow
from qhsign.ui.shared.row_ground import paint_ground
from qhsign.ui.theme import Look

Index = QModelIndex | QPersistentModelIndex
HEAD_PX, LINE_PX = 54, 44
_PAD, _ICON, _GAP, _INDENT = 16, 18, 10, 12
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_ELIDE = Qt.TextElideMode.ElideRight


class SlipList(QListView):
    """``again_asked`` carries the SlipRow of a thing, ``back_asked`` that of a substitution.

    Enter and a click on the link ask; ``went_to`` tells that another row is the current one.
    """

    again_asked = Signal(object)
    back_asked = Signal(object)
    went_to = Signal()

    def __init__(self, look: Look, model: SlipModel) -> None:
        super().__init__()
        self.slips = model
        self.may_print = self.may_take_back = True
        self.setModel(model)
        self._delegate = SlipDelegate(look, self)
        self.setItemDelegate(self._delegate)
        self.setProperty("role", "framed")
        self.setMouseTracking(True)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        look.changed.connect(self.viewport().update)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell that another row is the current one."""
        super().currentChanged(current, previous)
        self.went_to.emit()

    def ask(self, index: Index) -> None:
        """Ask for what a row offers."""
        row = index.data(SLIP_ROLE)
        if not isinstance(row, SlipRow):
            return
        if row.line is None and row.past.operation and self.may_take_back:
            self.back_asked.emit(row)
        elif row.is_open and self.may_print:
            self.again_asked.emit(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ask on Enter."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.ask(self.currentIndex())
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ask where the link is clicked."""
        super().mouseReleaseEvent(event)
        at = event.position().toPoint()
        index = self.indexAt(at)
        if not index.isValid() or event.button() != Qt.MouseButton.LeftButton:
            return
        row = index.data(SLIP_ROLE)
        if self._delegate.link_box(self.visualRect(index), row).contains(at):
            self.ask(index)


class SlipDelegate(QStyledItemDelegate):
    """Paints a substitution as a heading, and a printed thing with its state."""

    def __init__(self, look: Look, view: SlipList) -> None:
        super().__init__(view)
        self._look, self._view = look, view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a heading or a line."""
        del option
        row: SlipRow = index.data(SLIP_ROLE)
        return QSize(200, HEAD_PX if row.line is None else LINE_PX)

    def link_box(self, rect: QRect, row: SlipRow) -> QRect:
        """Return where the link of a row stands, nothing where there is none."""
        words = self._link(row)
        if not words:
            return QRect()
        wide = self._view.fontMetrics().horizontalAdvance(words)
        return QRect(rect.right() - wide - _PAD, rect.top(), wide + _PAD, rect.height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        row: SlipRow = index.data(SLIP_ROLE)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setClipRect(rect)
        if row.line is None:
            painter.fillRect(rect, self._look.colour("sunken"))
        paint_ground(
            painter,
            self._look,
            rect,
            current=index == self._view.currentIndex() and self._view.hasFocus(),
            hovered=bool(state & QStyle.StateFlag.State_MouseOver) and row.line is not None,
        )
        right = self._right_end(painter, rect, row)
        left = rect.left() + _PAD
        if row.line is not None:
            self._icon(painter, rect, row)
            left += _INDENT + _ICON + _GAP
        room = QRect(left, rect.top(), max(right - left, 20), rect.height())
        self._words(painter, room, row)
        painter.restore()

    def _words(self, painter: QPainter, room: QRect, row: SlipRow) -> None:
        slips, look = self._view.slips, self._look
        second = slips.second(row)
        upper = QRect(room.left(), room.top() + (8 if row.line is None else 3), room.width(), 20)
        if not second:
            upper = QRect(room)
        painter.setFont(look.font(14, bold=row.line is None))
        painter.setPen(look.colour("text"))
        title = painter.fontMetrics().elidedText(slips.title(row), _ELIDE, room.width())
        painter.drawText(upper, _LEFT, title)
        painter.setFont(look.font(12))
        painter.setPen(look.colour("text-2"))
        lower = upper.translated(0, 19)
        painter.drawText(
            lower, _LEFT, painter.fontMetrics().elidedText(second, _ELIDE, room.width())
        )

    def _icon(self, painter: QPainter, rect: QRect, row: SlipRow) -> None:
        name, colour = ("triangle", "warn") if row.is_open else ("ring-tick", "ok")
        ratio = painter.device().devicePixelRatio()
        corner = QPointF(rect.left() + _PAD + _INDENT, rect.center().y() - _ICON / 2)
        painter.drawPixmap(corner, self._look.pixmap(name, colour, _ICON, ratio))

    def _right_end(self, painter: QPainter, rect: QRect, row: SlipRow) -> int:
        """Paint link and state; return where the words must end."""
        end = rect.right() - _PAD
        words = self._link(row)
        if words:
            may = self._view.may_take_back if row.line is None else self._view.may_print
            painter.setFont(self._look.font(14))
            painter.setPen(self._look.colour("accent-text" if may else "disabled"))
            painter.drawText(QRect(rect.left(), rect.top(), end - rect.left(), rect.height()),
                             _RIGHT, words)  # fmt: skip
            end -= painter.fontMetrics().horizontalAdvance(words) + _PAD
        state = self._view.slips.state(row)
        if state:
            painter.setFont(self._look.font(13))
            painter.setPen(self._look.colour("warn" if row.is_open else "ok"))
            painter.drawText(QRect(rect.left(), rect.top(), end - rect.left(), rect.height()),
                             _RIGHT, state)  # fmt: skip
            end -= painter.fontMetrics().horizontalAdvance(state) + _PAD
        return end

    def _link(self, row: SlipRow) -> str:
        if row.line is None:
            return self.tr("Take back") if row.past.operation else ""
        return self.tr("Print again") if row.is_open else ""
