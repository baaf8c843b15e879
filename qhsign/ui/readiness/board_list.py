"""The list of the board: light, number and title, and under them what is missing."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from qhsign.domain.readiness import Light
from qhsign.services.readiness import ReadyContract
from qhsign.ui.readiness.board_model import READY_ROLE, BoardModel
from qhsign.ui.readiness.board_words import ICONS, TONES, light_word, short_line
from qhsign.ui.shared.row_ground import paint_ground
from qhsign.ui.theme import Look

Index = QModelIndex | QPersistentModelIndex
ROW_PX = 60
_PAD, _ICON, _GAP, _ARROW = 16, 17, 4, 16
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_ELIDE = Qt.TextElideMode.ElideRight


class BoardList(QListView):
    """``chosen`` carries a contract's number when a person takes it, ``opened`` asks for more.

    Enter, a double click and a click on the arrow at the right open.
    """

    chosen = Signal(int)
    opened = Signal(int)

    def __init__(self, look: Look, model: BoardModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.contracts = model
        self.setModel(model)
        self.setItemDelegate(BoardDelegate(look, self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        look.changed.connect(self.viewport().update)
        self.doubleClicked.connect(self._open)

    def show_chosen(self, number: int) -> None:
        """Make a contract current without telling anybody; 0 for none."""
        place = self.contracts.place_of(number)
        self.blockSignals(True)
        if place is None:
            self.setCurrentIndex(QModelIndex())
        else:
            self.setCurrentIndex(self.contracts.index(place))
        self.blockSignals(False)
        self.viewport().update()

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:
        """Paint the rows anew, without the list's own way to lay out all of them for it.

        They are of one height whatever they say.
        """
        QAbstractItemView.dataChanged(self, first, last, list(roles))

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which contract a person took."""
        super().currentChanged(current, previous)
        ready = current.data(READY_ROLE)
        if isinstance(ready, ReadyContract):
            self.chosen.emit(ready.row.number)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the current contract on Enter."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open where the arrow is clicked."""
        super().mouseReleaseEvent(event)
        at = event.position().toPoint()
        index = self.indexAt(at)
        if not index.isValid() or event.button() != Qt.MouseButton.LeftButton:
            return
        if arrow_box(self.visualRect(index)).contains(at):
            self._open(index)

    def _open(self, index: Index) -> None:
        ready = index.data(READY_ROLE)
        if isinstance(ready, ReadyContract):
            self.opened.emit(ready.row.number)


class BoardDelegate(QStyledItemDelegate):
    """Paints one contract; a red one stands on red ground."""

    def __init__(self, look: Look, view: BoardList) -> None:
        super().__init__(view)
        self._look, self._view = look, view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the fixed height of a row."""
        del option, index
        return QSize(200, ROW_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        ready: ReadyContract = index.data(READY_ROLE)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setClipRect(rect)
        current = index == self._view.currentIndex()
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        self._ground(painter, rect, ready.light, current=current, hovered=hovered)
        self._light(painter, rect, ready.light)
        left = rect.left() + self._column()
        room = QRect(left, rect.top(), rect.right() - _PAD - left, ROW_PX)
        if current or hovered:
            self._arrow(painter, rect)
            room.setRight(arrow_box(rect).left() - _GAP)
        self._title(painter, room, ready)
        self._state(painter, room, ready)
        painter.restore()

    def _ground(
        self, painter: QPainter, rect: QRect, light: Light, *, current: bool, hovered: bool
    ) -> None:
        paint_ground(painter, self._look, rect, current=current, hovered=hovered)
        if light is Light.RED:
            whole = rect.adjusted(0, 0, 0, -1)
            painter.fillRect(whole, self._look.colour("bad-tint"))
            bar = QRect(rect.left(), rect.top(), 3, rect.height() - 1)
            painter.fillRect(bar, self._look.colour("bad"))
        if current and self._view.hasFocus():
            painter.setPen(self._look.colour("focus"))
            for inset in (0, 1):
                painter.drawRect(rect.adjusted(inset, inset, -1 - inset, -2 - inset))

    def _light(self, painter: QPainter, rect: QRect, light: Light) -> None:
        look, tone = self._look, TONES[light]
        ratio = painter.device().devicePixelRatio()
        corner = QPointF(rect.left() + _PAD, rect.top() + 11)
        painter.drawPixmap(corner, look.pixmap(ICONS[light], tone, _ICON, ratio))
        painter.setFont(look.font(13, bold=True))
        painter.setPen(look.colour(tone))
        left = rect.left() + _PAD + _ICON + _GAP
        words = QRect(left, rect.top() + 9, rect.width(), 21)
        painter.drawText(words, _LEFT, light_word(light, look.language))

    def _title(self, painter: QPainter, room: QRect, ready: ReadyContract) -> None:
        painter.setFont(self._look.font(14))
        painter.setPen(self._look.colour("text-2"))
        line = QRect(room.left(), room.top() + 9, room.width(), 21)
        number = str(ready.row.number)
        painter.drawText(line, _LEFT, number)
        line.setLeft(line.left() + painter.fontMetrics().horizontalAdvance(number) + 10)
        painter.setPen(self._look.colour("text"))
        shown = painter.fontMetrics().elidedText(ready.row.title, _ELIDE, line.width())
        painter.drawText(line, _LEFT, shown)

    def _state(self, painter: QPainter, room: QRect, ready: ReadyContract) -> None:
        look = self._look
        painter.setFont(look.font(12))
        metrics = painter.fontMetrics()
        line = QRect(room.left(), room.top() + 31, room.width(), 18)
        if ready.light is not Light.RED:
            holds = self._view.contracts.what_holds(ready)
            painter.setPen(look.colour("text-2"))
            shown = metrics.elidedText(holds, _ELIDE, line.width())
            painter.drawText(line, _LEFT, shown)
            line.setLeft(line.left() + metrics.horizontalAdvance(shown) + 10)
        missing = short_line(ready.missing, look.language)
        painter.setPen(look.colour(TONES[ready.light]))
        painter.drawText(line, _LEFT, metrics.elidedText(missing, _ELIDE, max(line.width(), 0)))

    def _arrow(self, painter: QPainter, rect: QRect) -> None:
        box = arrow_box(rect)
        ratio = painter.device().devicePixelRatio()
        corner = QPointF(
            box.left() + (box.width() - _ARROW) / 2, rect.top() + (ROW_PX - _ARROW) / 2
        )
        painter.drawPixmap(corner, self._look.pixmap("next", "text-2", _ARROW, ratio))

    def _column(self) -> int:
        """Return where the titles begin: after the longest word of a light."""
        metrics = QFontMetrics(self._look.font(13, bold=True))
        longest = max(
            metrics.horizontalAdvance(light_word(light, self._look.language)) for light in Light
        )
        return _PAD + _ICON + _GAP + max(longest + 14, 51)


def arrow_box(row: QRect) -> QRect:
    """Return where the arrow that opens stands in a row."""
    wide = _ARROW + 12
    return QRect(row.right() - wide + 1, row.top(), wide, row.height())
