"""实到 of 应到, by category or by activity, as bars with their figures."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from qhsign.services.overview_records import ActivityFigures, Figures, KindFigures, Overview
from qhsign.ui.overview.figures_words import moment_word, share_word
from qhsign.ui.overview.row_list import LEFT, RIGHT, RowList
from qhsign.ui.shared.chip import SMALL, ChipKind, chip_width, paint_chip
from qhsign.ui.shared.plain_parts import label
from qhsign.ui.shared.segmented_switch import SegmentedSwitch
from qhsign.ui.theme import Look

_ROW, _BAR = 35, 10
_TEXT, _CAPTION = 13, 12
_BY_KIND = 0


@dataclass(frozen=True, slots=True)
class ShareRow:
    """One bar: of a category (``kind``) or of an activity (``name`` and ``opens``)."""

    figures: Figures
    kind: ChipKind | None = None
    name: str = ""
    opens: str = ""
    has_begun: bool = True

    @property
    def rate(self) -> str:
        """The rate as written; none for what has not begun."""
        return share_word(self.figures) if self.has_begun or self.figures.arrived else "—"


class SharesCard(QFrame):
    """The switch chooses what the figures are parted by."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._overview: Overview | None = None
        self.setProperty("role", "card")
        self._title = label("card-title")
        self.by = SegmentedSwitch(look, ("", ""), 28)
        self.by.chosen.connect(lambda _: self._fill())
        self.list: RowList[ShareRow] = RowList(look, _ROW, self._paint, self._tell)
        head = QHBoxLayout()
        head.setContentsMargins(16, 8, 16, 8)
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self.by)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 8)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        self._set_words()

    def show_overview(self, overview: Overview) -> None:
        """Show other figures."""
        self._overview = overview
        self._fill()

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _fill(self) -> None:
        overview = self._overview
        if overview is None:
            return
        by_kind = self.by.current == _BY_KIND
        rows = (
            [_of_kind(each) for each in overview.by_kind]
            if by_kind
            else [_of_activity(each, overview.as_of) for each in overview.by_activity]
        )
        self.list.rows.show_rows(rows)
        self.list.setAccessibleName(
            self.tr("Arrived of expected by category")
            if by_kind
            else self.tr("Arrived of expected by activity")
        )

    def _tell(self, row: ShareRow) -> str:
        name = row.kind.word if row.kind else " ".join(filter(None, (row.name, row.opens)))
        told = self.tr("{name}: {arrived} of {expected}, {rate}")
        figures = row.figures
        return told.format(
            name=name,
            arrived=f"{figures.arrived:,}",
            expected=f"{figures.expected:,}",
            rate=row.rate,
        )

    def _paint(self, painter: QPainter, cell: QRect, row: ShareRow) -> None:
        room = self._figures(painter, cell, row)
        if row.kind is not None:
            corner = QPointF(room.left(), room.center().y() - SMALL / 2 + 1)
            paint_chip(painter, self._look, row.kind, corner)
            room.setLeft(room.left() + self._widest_chip() + 12)
            colour = "vip-fill" if row.kind.vip else f"cat-{row.kind.category}"
            self._bar(painter, room, row.figures, colour)
            return
        share = row.figures.share
        painter.setFont(self._look.font(_TEXT))
        painter.setPen(self._look.colour("text"))
        upper = QRect(room.left(), room.top() + 1, room.width(), 19)
        shown = painter.fontMetrics().elidedText(
            row.name, Qt.TextElideMode.ElideRight, upper.width()
        )
        painter.drawText(upper, LEFT, shown)
        lower = QRect(room.left(), room.bottom() - 10, room.width(), 6)
        if share or not row.opens:
            self._bar(painter, lower, row.figures, "chart", 6)
            return
        painter.setFont(self._look.font(_CAPTION))
        painter.setPen(self._look.colour("text-3"))
        painter.drawText(QRect(room.left(), room.bottom() - 16, room.width(), 16), LEFT, row.opens)

    def _figures(self, painter: QPainter, cell: QRect, row: ShareRow) -> QRect:
        """Write the figures at the right; return the room left of them."""
        look, figures = self._look, row.figures
        bold, plain = look.font(_TEXT, bold=True), look.font(_TEXT)
        percent = QFontMetrics(plain).horizontalAdvance("100.0%") + 4
        painter.setFont(plain)
        painter.setPen(look.colour("text-2"))
        painter.drawText(cell, RIGHT, row.rate)
        room = cell.adjusted(0, 0, -percent - 8, 0)
        of = f" / {figures.expected:,}"
        painter.drawText(room, RIGHT, of)
        before = room.adjusted(0, 0, -QFontMetrics(plain).horizontalAdvance(of), 0)
        painter.setFont(bold)
        painter.setPen(look.colour("text"))
        painter.drawText(before, RIGHT, f"{figures.arrived:,}")
        widest = QFontMetrics(bold).horizontalAdvance("9,999") + QFontMetrics(
            plain
        ).horizontalAdvance(" / 9,999")
        return room.adjusted(0, 0, -widest - 12, 0)

    def _bar(
        self, painter: QPainter, room: QRect, figures: Figures, colour: str, height: int = _BAR
    ) -> None:
        if room.width() <= 0:
            return
        trough = QRectF(room.left(), room.center().y() - height / 2 + 1, room.width(), height)
        painter.fillRect(trough, self._look.colour("track"))
        share = min(figures.share or 0.0, 1.0)
        filled = QRectF(trough.left(), trough.top(), trough.width() * share, height)
        painter.fillRect(filled, self._look.colour(colour))
        if self._look.edge > 1:
            painter.setPen(self._look.colour("text"))
            painter.drawRect(trough)

    def _widest_chip(self) -> int:
        kinds = [each.kind for each in self.list.rows.rows if each.kind]
        return round(max((chip_width(self._look, kind) for kind in kinds), default=0))

    def _set_words(self) -> None:
        self._title.setText(self.tr("Arrived / expected"))
        self.by.set_words(self.tr("Category"), self.tr("Activity"))
        self._fill()


def _of_kind(each: KindFigures) -> ShareRow:
    return ShareRow(each.figures, ChipKind(each.category, vip=each.vip))


def _of_activity(each: ActivityFigures, now: datetime) -> ShareRow:
    opens = moment_word(each.opens) if each.opens else ""
    begun = each.opens is None or each.opens <= now
    return ShareRow(each.figures, name=each.name, opens=opens, has_begun=begun)
