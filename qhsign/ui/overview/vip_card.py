"""The VIPs of the activity: who is missing, who has come, when and where."""

from PySide6.QtCore import QEvent, QPointF, QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout

from qhsign.domain.guest import Category
from qhsign.services.overview_records import Overview, VipArrival
from qhsign.ui.overview.row_list import LEFT, RIGHT, RowList
from qhsign.ui.shared.chip import Chip, ChipKind
from qhsign.ui.shared.empty_state import EmptyState
from qhsign.ui.shared.plain_parts import ElidedLabel
from qhsign.ui.theme import Look

_ROW, _ICON = 50, 18
_NAME, _SMALL = 14, 12


class VipCard(QFrame):
    """Missing VIPs stand first; the rest follow, the latest arrival first."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._overview: Overview | None = None
        self.setProperty("role", "card")
        self._chip = Chip(look)
        self._counts = ElidedLabel("card-title")
        self.only_missing = QPushButton()
        self.only_missing.setProperty("kind", "choice")
        self.only_missing.setCheckable(True)
        self.only_missing.toggled.connect(lambda _: self._fill())
        self.list: RowList[VipArrival] = RowList(look, _ROW, self._paint, self._tell)
        self._nobody = EmptyState(look, "guests")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._nobody)
        head = QHBoxLayout()
        head.setContentsMargins(16, 10, 16, 10)
        head.setSpacing(8)
        head.addWidget(self._chip)
        head.addWidget(self._counts, 1)
        head.addWidget(self.only_missing)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 8)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._stack, 1)
        self._set_words()

    def show_overview(self, overview: Overview) -> None:
        """Show other arrivals."""
        self._overview = overview
        self._fill()

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _fill(self) -> None:
        vips = self._overview.vips if self._overview else ()
        missing = [vip for vip in vips if vip.at is None]
        counts = self.tr("{here} here, {missing} missing")
        self._counts.setText(counts.format(here=len(vips) - len(missing), missing=len(missing)))
        self.list.setAccessibleName(f"{self._chip.accessibleName()} {self._counts.text()}")
        shown = missing if self.only_missing.isChecked() else vips
        self.list.rows.show_rows(shown)
        self.only_missing.setVisible(bool(vips))
        self._counts.setVisible(bool(vips))
        sentence = self.tr("No VIP is expected here.")
        if vips and not shown:
            sentence = self.tr("Every VIP is here.")
        self._nobody.set_words(sentence)
        self._stack.setCurrentWidget(self.list if shown else self._nobody)

    def _tell(self, vip: VipArrival) -> str:
        who = " ".join(filter(None, (vip.full_name, vip.organization, vip.title)))
        if vip.at is None:
            return f"{who} {self.tr('missing')}"
        return " ".join(filter(None, (who, f"{vip.at:%H:%M}", vip.desk)))

    def _paint(self, painter: QPainter, cell: QRect, vip: VipArrival) -> None:
        look, here = self._look, vip.at is not None
        icon, colour = ("ring-tick", "ok") if here else ("clock", "text-3")
        drawn = look.pixmap(icon, colour, _ICON, painter.device().devicePixelRatio())
        painter.drawPixmap(QPointF(cell.left(), cell.top() + 7), drawn)
        upper = QRect(cell.left() + _ICON + 10, cell.top() + 5, cell.width() - _ICON - 10, 20)
        lower = upper.translated(0, 20)
        when = f"{vip.at:%H:%M}" if vip.at else self.tr("missing")
        name_room = self._right(painter, upper, when, "ok" if here else "text-3", _NAME)
        self._left(painter, name_room, vip.full_name, "text", _NAME, bold=True)
        who = " ".join(filter(None, (vip.organization, vip.title)))
        who_room = self._right(painter, lower, vip.desk, "text-3", _SMALL)
        self._left(painter, who_room, who, "text-2", _SMALL)

    def _right(self, painter: QPainter, room: QRect, words: str, colour: str, pixels: int) -> QRect:
        """Write at the right, in at most half the room; return what is left of it."""
        painter.setFont(self._look.font(pixels))
        painter.setPen(self._look.colour(colour))
        metrics = painter.fontMetrics()
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width() // 2)
        painter.drawText(room, RIGHT, shown)
        used = metrics.horizontalAdvance(shown)
        return room.adjusted(0, 0, -(used + 12 if used else 0), 0)

    def _left(
        self, painter: QPainter, room: QRect, words: str, colour: str, pixels: int, *,
        bold: bool = False,
    ) -> None:  # fmt: skip
        painter.setFont(self._look.font(pixels, bold=bold))
        painter.setPen(self._look.colour(colour))
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, LEFT, shown)

    def _set_words(self) -> None:
        self._chip.show_kind(ChipKind(Category.GUEST, vip=True))
        self.only_missing.setText(self.tr("Missing only"))
        self._fill()
