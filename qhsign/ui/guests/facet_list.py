"""The filters beside the table: groups of ticks with a shape, a word and a count."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from qhsign.domain.guest import Category, Invitation
from qhsign.ui.guests.guest_filter import ABSENT, ARRIVED, VALUES, VIP, Facet, Wanted
from qhsign.ui.shared.category_shapes import category_shape, vip_shape
from qhsign.ui.shared.words import category_word, invitation_word, vip_word
from qhsign.ui.theme import Look

Index = QModelIndex | QPersistentModelIndex
LINE_ROLE = Qt.ItemDataRole.UserRole
COUNT_ROLE = Qt.ItemDataRole.UserRole + 1
_NOWHERE = QModelIndex()
_ITEM_PX, _HEADING_PX = 26, 38
_VCENTER = Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Line:
    """A heading (``value`` empty) or one filter value of a facet."""

    facet: Facet
    value: str = ""


class FacetModel(QAbstractListModel):
    """Headings and values in one list; ``toggled`` says which value was ticked."""

    toggled = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines = [
            line
            for facet in Facet
            for line in (Line(facet), *(Line(facet, value) for value in VALUES[facet]))
        ]
        self._wanted = Wanted()
        self._counts: Mapping[Facet, Mapping[str, int]] = {}
        self._activity = ""

    def show_counts(self, wanted: Wanted, counts: Mapping[Facet, Mapping[str, int]]) -> None:
        """Show other ticks and counts."""
        self._wanted, self._counts = wanted, counts
        self.words_changed()

    def name_activity(self, name: str) -> None:
        """Say which activity the arrivals are of."""
        self._activity = name
        self.words_changed()

    def words_changed(self) -> None:
        """Have every line read again."""
        self.dataChanged.emit(self.index(0), self.index(len(self._lines) - 1))

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return the number of lines."""
        return 0 if parent.isValid() else len(self._lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let values be ticked and headings be passed over."""
        if not index.isValid() or not self._lines[index.row()].value:
            return Qt.ItemFlag.NoItemFlags
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemIsUserCheckable
            | Qt.ItemFlag.ItemNeverHasChildren
        )

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a line's word, tick and count."""
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._word(line)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self._word(line)} {self._count(line)}" if line.value else self._word(line)
        if role == Qt.ItemDataRole.CheckStateRole and line.value:
            ticked = line.value in self._wanted.chosen(line.facet)
            return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        if role == LINE_ROLE:
            return line
        if role == COUNT_ROLE:
            return self._count(line)
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick or untick a value; the filter then shows its counts."""
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        line = self._lines[index.row()]
        ticked = line.value in self._wanted.chosen(line.facet)
        if line.value and (Qt.CheckState(value) == Qt.CheckState.Checked) != ticked:
            self.toggled.emit(line)
        return bool(line.value)

    def _count(self, line: Line) -> int:
        return self._counts.get(line.facet, {}).get(line.value, 0)

    def _word(self, line: Line) -> str:
        if not line.value:
            return self._heading(line.facet)
        if line.facet is Facet.KIND:
            return vip_word() if line.value == VIP else category_word(Category(line.value))
        if line.facet is Facet.STATUS:
            return invitation_word(Invitation(line.value))
        return {ARRIVED: self.tr("Arrived"), ABSENT: self.tr("Not yet")}[line.value]

    def _heading(self, facet: Facet) -> str:
        if facet is Facet.KIND:
            return self.tr("Category")
        if facet is Facet.STATUS:
            return self.tr("Status")
        if self._activity:
            return self.tr("Arrival ({activity})").format(activity=self._activity)
        return self.tr("Arrival")


class FacetList(QListView):
    """Ticks by mouse or with the space key."""

    def __init__(self, look: Look, model: FacetModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("facets")
        self.setModel(model)
        self.setItemDelegate(_FacetDelegate(look, self))
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.clicked.connect(self._toggle)
        look.changed.connect(self.viewport().update)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick the current line with space or Enter."""
        if event.key() in {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._toggle(self.currentIndex())
            return
        super().keyPressEvent(event)

    def _toggle(self, index: QModelIndex) -> None:
        checked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        value = Qt.CheckState.Unchecked if checked else Qt.CheckState.Checked
        self.model().setData(index, value, Qt.ItemDataRole.CheckStateRole)


class _FacetDelegate(QStyledItemDelegate):
    """Paints tick, shape, word and count."""

    def __init__(self, look: Look, view: QListView) -> None:
        super().__init__(view)
        self._look, self._view = look, view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del option
        line: Line = index.data(LINE_ROLE)
        return QSize(120, _ITEM_PX if line.value else _HEADING_PX)

    def editorEvent(self, *_: object) -> bool:
        """Leave clicks to the view, which ticks wherever the line is hit."""
        return False

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: Line = index.data(LINE_ROLE)
        rect: QRect = option.rect
        box = rect.adjusted(14, 0, -14, 0)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if line.value:
            self._value(painter, option, rect, box, index)
        else:
            self._heading(painter, box, index)
        painter.restore()

    def _heading(self, painter: QPainter, box: QRect, index: Index) -> None:
        if index.row():
            painter.fillRect(
                QRect(box.left(), box.top() + 6, box.width(), 1), self._look.colour("line")
            )
        painter.setFont(self._look.font(13, bold=True))
        painter.setPen(self._look.colour("text-2"))
        words = box.adjusted(0, 8, 0, 0)
        text = painter.fontMetrics().elidedText(
            str(index.data()), Qt.TextElideMode.ElideRight, words.width()
        )
        painter.drawText(words, _VCENTER, text)

    def _value(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        rect: QRect,
        box: QRect,
        index: Index,
    ) -> None:
        state: QStyle.StateFlag = option.state
        checked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        if state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, self._look.colour("hover"))
        if self._view.hasFocus() and index == self._view.currentIndex():
            painter.setPen(QPen(self._look.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(rect).adjusted(4, 1, -4, -1), 4, 4)
        tick = QRectF(box.left(), box.center().y() - 7, 16, 16)
        self._tick(painter, tick, checked=checked)
        left = self._shape(painter, index.data(LINE_ROLE), tick)
        painter.setFont(self._look.font(13, bold=checked))
        count = f"{index.data(COUNT_ROLE):,}"
        painter.setPen(self._look.colour("accent-text" if checked else "text-3"))
        painter.drawText(box, _VCENTER | Qt.AlignmentFlag.AlignRight, count)
        painter.setPen(self._look.colour("accent-text" if checked else "text"))
        room = box.right() - left - painter.fontMetrics().horizontalAdvance(count) - 6
        word = painter.fontMetrics().elidedText(
            str(index.data()), Qt.TextElideMode.ElideRight, int(room)
        )
        painter.drawText(QRectF(left, box.top(), room, box.height()), _VCENTER, word)

    def _tick(self, painter: QPainter, box: QRectF, *, checked: bool) -> None:
        edge = self._look.edge
        inner = box.adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2)
        painter.setPen(QPen(self._look.colour("accent" if checked else "control"), edge))
        painter.setBrush(self._look.colour("accent" if checked else "surface"))
        painter.drawRoundedRect(inner, 3, 3)
        if checked:
            painter.setPen(QPen(self._look.colour("on-accent"), 2))
            corner = box.topLeft()
            painter.drawPolyline(
                [corner + QPointF(4, 8.3), corner + QPointF(7, 11.2), corner + QPointF(12, 5.2)]
            )

    def _shape(self, painter: QPainter, line: Line, tick: QRectF) -> float:
        """Paint a category's shape; return where the word begins."""
        if line.facet is not Facet.KIND:
            return tick.right() + 8
        box = QRectF(tick.right() + 8, tick.center().y() - 5, 10, 10)
        if line.value == VIP:
            painter.fillPath(vip_shape(box), self._look.colour("vip"))
        else:
            outline = category_shape(Category(line.value), box)
            painter.fillPath(outline, self._look.colour(f"cat-{line.value}"))
        return box.right() + 8
