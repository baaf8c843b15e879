"""Names the host may misread, each with the reading the rules give, to be confirmed one by one."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLineEdit,
    QListView,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
)

from qhsign.services.show_records import OpenReading
from qhsign.ui.guest_panel.wrapped_label import WrappedLabel
from qhsign.ui.shared.plain_parts import label
from qhsign.ui.shared.row_ground import paint_ground
from qhsign.ui.theme import Look

Index = QModelIndex | QPersistentModelIndex
READING_ROLE = int(Qt.ItemDataRole.UserRole) + 1
_NOWHERE = QModelIndex()
_ROW_PX = 48
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class ReadingModel(QAbstractListModel):
    """Holds the readings to be confirmed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.readings: Sequence[OpenReading] = ()

    def show_readings(self, readings: Sequence[OpenReading]) -> None:
        """Show other readings."""
        if list(readings) != list(self.readings):
            self.beginResetModel()
            self.readings = readings
            self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Count them."""
        return 0 if parent.isValid() else len(self.readings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a reading in words, or itself."""
        if not index.isValid() or index.row() >= len(self.readings):
            return None
        reading = self.readings[index.row()]
        if role == READING_ROLE:
            return reading
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            said = (reading.name, reading.pinyin, reading.label, reading.organization)
            return "  ".join(part for part in said if part)
        return None


class ReadingPane(QFrame):
    """``confirmed`` carries the reading chosen and how the name is read.

    Enter in the field confirms; the next name then comes to it. ``chosen`` carries a reading.
    """

    confirmed = Signal(object, str)
    chosen = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._may_edit = True
        self._named = ("", "")
        self._title, self._count = label("card-title"), WrappedLabel("caption")
        self.model = ReadingModel(self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(_ReadingDelegate(look, self.list))
        self.list.setUniformItemSizes(True)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._whose, self._why = label("strong", wrap=True), WrappedLabel("caption")
        self.field = QLineEdit()
        self.field.setMaxLength(120)
        self.button = QPushButton()
        self.button.setProperty("kind", "primary")
        self._foot = QFrame()
        self._foot.setObjectName("run-foot")
        self._lay_out()
        self.list.selectionModel().currentChanged.connect(lambda _, __: self._show_current())
        self.list.clicked.connect(lambda _: self.field.setFocus())
        self.list.activated.connect(lambda _: self.field.setFocus())
        self.field.returnPressed.connect(self._confirm)
        self.button.clicked.connect(self._confirm)
        look.changed.connect(self.list.viewport().update)
        self._set_words()

    @property
    def current(self) -> OpenReading | None:
        """The reading that is looked at."""
        found = self.list.currentIndex().data(READING_ROLE)
        return found if isinstance(found, OpenReading) else None

    def show_readings(self, readings: Sequence[OpenReading], *, may_edit: bool) -> None:
        """Show readings; the keyboard stays where it is, on whoever comes next."""
        self._may_edit = may_edit
        row, was = self.list.currentIndex().row(), self.current
        self.model.show_readings(readings)
        keys = [(each.guest, each.name) for each in readings]
        if was is not None and (was.guest, was.name) in keys:
            row = keys.index((was.guest, was.name))
        row = min(max(row, 0), len(readings) - 1)
        if readings and self.list.currentIndex().row() != row:
            self.list.setCurrentIndex(self.model.index(row))
        self._show_current()

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _show_current(self) -> None:
        reading = self.current
        self._foot.setVisible(reading is not None)
        self._say_count()
        if reading is None:
            return
        self._whose.setText("  ".join(part for part in (reading.name, reading.label) if part))
        known = bool(reading.guest)
        asks = self.tr("Ask how the name is read, correct it if need be, then confirm.")
        nobody = self.tr("Not on the guest list: only a guest's reading is kept.")
        self._why.setText(asks if known else nobody)
        if not (self.field.isModified() and self._named == (reading.guest, reading.name)):
            self.field.setText(reading.pinyin)
        self._named = (reading.guest, reading.name)
        self.field.setEnabled(known and self._may_edit)
        self.button.setEnabled(known and self._may_edit)
        self.chosen.emit(reading)

    def _confirm(self) -> None:
        reading, typed = self.current, self.field.text().strip()
        if reading is not None and reading.guest and typed and self.button.isEnabled():
            self.confirmed.emit(reading, typed)

    def _lay_out(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(16, 12, 16, 8)
        head.setSpacing(2)
        head.addWidget(self._title)
        head.addWidget(self._count)
        foot = QVBoxLayout(self._foot)
        foot.setContentsMargins(16, 10, 16, 12)
        foot.setSpacing(6)
        for each in (self._whose, self._why, self.field, self.button):
            foot.addWidget(each)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        column.addWidget(self._foot)

    def _say_count(self) -> None:
        count = len(self.model.readings)
        said = self.tr("{count} names easily misread").format(count=count)
        self._count.setText(said if count else self.tr("Every name here is read as one expects."))

    def _set_words(self) -> None:
        self._title.setText(self.tr("Readings to confirm"))
        self.list.setAccessibleName(self.tr("Readings to confirm"))
        self.field.setAccessibleName(self.tr("How the name is read"))
        self.button.setText(self.tr("Confirm the reading"))
        self._show_current()


class _ReadingDelegate(QStyledItemDelegate):
    def __init__(self, look: Look, view: QListView) -> None:
        super().__init__(view)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del option, index
        return QSize(120, _ROW_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        reading: OpenReading = index.data(READING_ROLE)
        rect: QRect = option.rect
        painter.save()
        painter.setClipRect(rect)
        current = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        paint_ground(painter, self._look, rect, current=current, hovered=hovered)
        box = rect.adjusted(16, 4, -12, -5)
        said = "  ".join(part for part in (reading.label, reading.organization) if part)
        half = box.height() // 2
        above = QRect(box.left(), box.top(), box.width(), half if said else box.height())
        below = QRect(box.left(), box.top() + half, box.width(), half)
        used = self._write(painter, above, reading.name, 14, "text", bold=True)
        self._write(painter, above.adjusted(used + 10, 0, 0, 0), reading.pinyin, 13, "warn")
        self._write(painter, below, said, 12, "text-2")
        painter.restore()

    def _write(
        self, painter: QPainter, box: QRect, text: str, px: int, colour: str, *, bold: bool = False
    ) -> int:
        font = self._look.font(px, bold=bold)
        metrics = QFontMetrics(font)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(box.width(), 0))
        painter.setFont(font)
        painter.setPen(self._look.colour(colour))
        painter.drawText(box, int(_LEFT), shown)
        return metrics.horizontalAdvance(shown)
