"""The reports one can have, each with what it is for; the arrow keys walk among them."""

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QPainter

from qhsign.services.report_records import Report
from qhsign.ui.overview.row_list import LEFT, Index, RowList
from qhsign.ui.reports.report_words import report_icon, report_purpose, report_word
from qhsign.ui.theme import Look

_ROW_PX, _ICON_PX, _TEXT_LEFT = 50, 20, 32
_BAR_PX = 3


class ReportList(RowList[Report]):
    """``chosen`` carries a Report when another becomes the current one."""

    chosen = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__(look, _ROW_PX, self._paint, self._tell)
        self._look = look
        self.setObjectName("report-list")
        self.rows.show_rows(tuple(Report))
        self.setCurrentIndex(self.rows.index(0))
        self._set_words()

    @property
    def current(self) -> Report:
        """The report that is chosen."""
        return tuple(Report)[max(self.currentIndex().row(), 0)]

    @property
    def whole_height(self) -> int:
        """The height at which every report shows."""
        return _ROW_PX * len(Report)

    def choose(self, report: Report) -> None:
        """Choose as a person does."""
        self.setCurrentIndex(self.rows.index(tuple(Report).index(report)))

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which report is chosen now."""
        super().currentChanged(current, previous)
        if current.isValid() and previous.isValid():
            self.chosen.emit(self.current)

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _paint(self, painter: QPainter, box: QRect, report: Report) -> None:
        look, chosen = self._look, report == self.current
        whole = box.adjusted(-16, 0, 16, 1)
        if chosen:
            painter.fillRect(whole, look.colour("selected"))
            bar = QRect(whole.left(), whole.top(), _BAR_PX, whole.height())
            painter.fillRect(bar, look.colour("accent"))
        painter.fillRect(whole.left(), whole.bottom(), whole.width(), 1, look.colour("line"))
        colour = "accent-text" if chosen else "text-2"
        picture = look.pixmap(report_icon(report), colour, _ICON_PX, self.devicePixelRatioF())
        painter.drawPixmap(box.left(), box.top() + (_ROW_PX - _ICON_PX) // 2, picture)
        words = box.adjusted(_TEXT_LEFT, 6, 0, -6)
        half = words.height() // 2
        for top, pixels, bold, shade, text in (
            (0, 14, True, colour if chosen else "text", report_word(report)),
            (half, 12, False, "text-2", report_purpose(report)),
        ):
            painter.setFont(look.font(pixels, bold=bold))
            painter.setPen(look.colour(shade))
            room = QRect(words.left(), words.top() + top, words.width(), half)
            shown = painter.fontMetrics().elidedText(
                text, Qt.TextElideMode.ElideRight, room.width()
            )
            painter.drawText(room, LEFT, shown)

    @staticmethod
    def _tell(report: Report) -> str:
        return f"{report_word(report)}  {report_purpose(report)}"

    def _set_words(self) -> None:
        self.setAccessibleName(self.tr("Which report"))
        self.viewport().update()
