"""Guests found by name for somebody without a badge (F3)."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from qhsign.services.guest_records import Arrival, GuestRow
from qhsign.ui.shared.chip import ChipKind, chip_width, paint_chip
from qhsign.ui.shared.row_ground import paint_ground
from qhsign.ui.shared.words import category_word
from qhsign.ui.theme import Look

Index = QModelIndex | QPersistentModelIndex
ROW_PX = 54
MOST = 50
_GUEST_ROLE = Qt.ItemDataRole.UserRole
_NOWHERE = QModelIndex()
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_ELIDE = Qt.TextElideMode.ElideRight


class NoBadgeModel(QAbstractListModel):
    """The guests a name finds, at most MOST."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._guests: Sequence[GuestRow] = ()
        self._arrivals: Mapping[str, Arrival] = {}

    def show_guests(self, guests: Sequence[GuestRow], arrivals: Mapping[str, Arrival]) -> None:
        """Show other guests."""
        self.beginResetModel()
        self._guests, self._arrivals = guests, arrivals
        self.endResetModel()

    def guest_at(self, row: int) -> GuestRow:
        """Return the guest of a row."""
        return self._guests[row]

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many were found."""
        return 0 if parent.isValid() else len(self._guests)

    def arrived(self, row: int) -> str:
        """Return when the guest of a row arrived, or an empty text."""
        arrival = self._arrivals.get(self._guests[row].id)
        return f"{arrival.at:%H:%M}" if arrival else ""

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the row as a sentence, or the guest."""
        if not index.isValid():
            return None
        guest = self._guests[index.row()]
        if role == _GUEST_ROLE:
            return guest
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            parts = (
                guest.full_name,
                category_word(guest.category),
                guest.organization,
                self.arrived(index.row()),
            )
            return " ".join(part for part in parts if part)
        return None


class NoBadgeList(QListView):
    """``chosen`` carries the guest to check in: Enter, or a double click."""

    chosen = Signal(object)

    def __init__(self, look: Look, model: NoBadgeModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._guests = model
        self.setModel(model)
        self.setItemDelegate(_NoBadgeDelegate(look, self, model))
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.doubleClicked.connect(self._choose)
        look.changed.connect(self.viewport().update)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Check the current guest in on Enter."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._choose(self.currentIndex())
            return
        super().keyPressEvent(event)

    def _choose(self, index: Index) -> None:
        if index.isValid():
            self.chosen.emit(self._guests.guest_at(index.row()))


class _NoBadgeDelegate(QStyledItemDelegate):
    """Paints name, chip, organization with post, and when the guest arrived."""

    def __init__(self, look: Look, view: QListView, model: NoBadgeModel) -> None:
        super().__init__(view)
        self._look, self._view, self._model = look, view, model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del option, index
        return QSize(200, ROW_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        guest: GuestRow = index.data(_GUEST_ROLE)
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
        box = rect.adjusted(16, 0, -16, 0)
        right = self._right_end(painter, box, index)
        self._person(painter, box, right, guest)
        painter.restore()

    def _right_end(self, painter: QPainter, box: QRect, index: Index) -> int:
        arrived = self._model.arrived(index.row())
        text = self.tr("In {time}").format(time=arrived) if arrived else self.tr("Check in")
        painter.setFont(self._look.font(13))
        painter.setPen(self._look.colour("ok" if arrived else "accent-text"))
        painter.drawText(box, _RIGHT, text)
        return box.right() - painter.fontMetrics().horizontalAdvance(text) - 10

    def _person(self, painter: QPainter, box: QRect, right: int, guest: GuestRow) -> None:
        room = max(right - box.left(), 20)
        kind = ChipKind(guest.category, guest.vip)
        painter.setFont(self._look.font(14, bold=True))
        painter.setPen(self._look.colour("text"))
        metrics = painter.fontMetrics()
        name = metrics.elidedText(
            guest.full_name, _ELIDE, room - int(chip_width(self._look, kind)) - 8
        )
        painter.drawText(QRect(box.left(), box.top() + 7, room, 20), _LEFT, name)
        after = box.left() + metrics.horizontalAdvance(name) + 8
        paint_chip(painter, self._look, kind, QPointF(after, box.top() + 7))
        painter.setFont(self._look.font(12))
        painter.setPen(self._look.colour("text-2"))
        second = f"{guest.organization} {guest.title}".strip()
        shown = painter.fontMetrics().elidedText(second, _ELIDE, room)
        painter.drawText(QRect(box.left(), box.top() + 28, room, 18), _LEFT, shown)
