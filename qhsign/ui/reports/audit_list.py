"""The list of the audit trail: when, what, which record, who; below it what changed."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from qhsign.services.audit_records import AuditEntry
from qhsign.ui.reports.audit_model import (
    ENTRY_ROLE,
    AuditModel,
    Index,
    said_words,
    subject_words,
)
from qhsign.ui.shared.row_ground import paint_ground
from qhsign.ui.theme import Look

_ROW_PX, _ICON_PX, _TIME_PX, _GAP = 50, 18, 116, 10
_ICONS = {
    "insert": ("arrow-in", "ok"),
    "update": ("pencil", "accent-text"),
    "delete": ("minus", "bad"),
    "view": ("file", "text-3"),
}
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class AuditList(QListView):
    """``shown`` carries the entry that is the current one, or None."""

    shown = Signal(object)

    def __init__(self, look: Look, model: AuditModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setItemDelegate(_AuditDelegate(look, self))
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        look.changed.connect(self.viewport().update)

    @property
    def entry(self) -> AuditEntry | None:
        """The current entry."""
        found = self.currentIndex().data(ENTRY_ROLE)
        return found if isinstance(found, AuditEntry) else None

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which entry is current now."""
        super().currentChanged(current, previous)
        self.shown.emit(current.data(ENTRY_ROLE) if current.isValid() else None)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Have a current entry as soon as the keyboard comes here."""
        if not self.currentIndex().isValid() and self.model().rowCount():
            self.setCurrentIndex(self.model().index(0, 0))
        super().focusInEvent(event)


class _AuditDelegate(QStyledItemDelegate):
    def __init__(self, look: Look, view: QListView) -> None:
        super().__init__(view)
        self._look, self._view = look, view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del option, index
        return QSize(200, _ROW_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry: AuditEntry = index.data(ENTRY_ROLE)
        rect: QRect = option.rect
        painter.save()
        painter.setClipRect(rect)
        current = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        paint_ground(painter, self._look, rect, current=current, hovered=hovered)
        box = rect.adjusted(16, 5, -16, -6)
        half = box.height() // 2
        above = QRect(box.left(), box.top(), box.width(), half)
        below = QRect(box.left(), box.top() + half, box.width(), box.height() - half)
        icon, colour = _ICONS.get(entry.change, _ICONS["view"])
        picture = self._look.pixmap(icon, colour, _ICON_PX, self._view.devicePixelRatioF())
        painter.drawPixmap(above.left(), above.top() + 1, picture)
        words = above.adjusted(_ICON_PX + _GAP, 0, 0, 0)
        self._head(painter, words, entry)
        said = below.adjusted(_ICON_PX + _GAP, 0, 0, 0)
        self._write(painter, said, said_words(entry.changes), 12, "text-2")
        painter.restore()

    def _head(self, painter: QPainter, box: QRect, entry: AuditEntry) -> None:
        by = "  ".join(filter(None, (entry.operator, entry.desk)))
        self._write(painter, box, f"{entry.at:%m-%d %H:%M:%S}", 13, "text-2")
        rest = box.adjusted(_TIME_PX, 0, 0, 0)
        room = self._write(painter, rest, by, 12, "text-2", right=True, share=3)
        rest = rest.adjusted(0, 0, -room - _GAP, 0)
        room = self._write(painter, rest, entry.action_word, 13, "text", bold=True)
        rest = rest.adjusted(room + _GAP, 0, 0, 0)
        self._write(painter, rest, subject_words(entry), 13, "text")

    def _write(
        self,
        painter: QPainter,
        box: QRect,
        text: str,
        pixels: int,
        colour: str,
        *,
        bold: bool = False,
        right: bool = False,
        share: int = 1,
    ) -> int:
        """Write a line in at most its share of the box; return how wide it became."""
        font = self._look.font(pixels, bold=bold)
        metrics = QFontMetrics(font)
        most = max(box.width() // share, 0)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, most)
        painter.setFont(font)
        painter.setPen(self._look.colour(colour))
        painter.drawText(box, int(_RIGHT if right else _LEFT), shown)
        return metrics.horizontalAdvance(shown)
