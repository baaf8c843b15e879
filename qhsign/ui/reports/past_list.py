"""The last exports, newest first: what, when, by whom, into which file and for what."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout

from qhsign.services.report_records import PastExport
from qhsign.ui.overview.row_list import LEFT, RIGHT, RowList
from qhsign.ui.reports.report_words import exported_word
from qhsign.ui.shared.plain_parts import label
from qhsign.ui.theme import Look

_ROW_PX = 48
_TONES = {"done": ("ring-tick", "ok"), "failed": ("ring-cross", "bad"), "begun": ("clock", "warn")}
_NONE, _SOME = range(2)


class PastList(QFrame):
    """Shows the last exports, or that there was none yet."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("ledger")
        self._look = look
        self._title, self._none = label("strong"), label("second", wrap=True)
        self._none.setContentsMargins(16, 12, 16, 12)
        self._none.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.list = RowList[PastExport](look, _ROW_PX, self._paint, self._tell)
        head = QFrame()
        head.setObjectName("ledger-head")
        head.setFixedHeight(36)
        line = QVBoxLayout(head)
        line.setContentsMargins(16, 0, 16, 0)
        line.addWidget(self._title)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._none)
        self._pages.addWidget(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self._pages, 1)
        self._set_words()

    def show_exports(self, exports: Sequence[PastExport]) -> None:
        """Show these exports."""
        self.list.rows.show_rows(exports)
        self._pages.setCurrentIndex(_SOME if exports else _NONE)

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _paint(self, painter: QPainter, box: QRect, past: PastExport) -> None:
        look = self._look
        icon, colour = _TONES.get(past.outcome, _TONES["begun"])
        size = self._size(past)
        painter.setFont(look.font(13))
        painter.setPen(look.colour("text-2"))
        top = QRect(box.left(), box.top() + 5, box.width(), 20)
        room = painter.fontMetrics().horizontalAdvance(size)
        painter.drawText(top, RIGHT, size)
        picture = look.pixmap(icon, colour, 16, self.devicePixelRatioF())
        painter.drawPixmap(top.left(), top.top() + 2, picture)
        painter.setPen(look.colour("text"))
        painter.setFont(look.font(13, bold=True))
        name = exported_word(past.what, look.language)
        _elided(painter, top.adjusted(22, 0, -room - 8, 0), name)
        painter.setPen(look.colour("text-2"))
        painter.setFont(look.font(12))
        below = QRect(box.left(), box.top() + 25, box.width(), 18)
        _elided(painter, below, self._second(past))

    def _size(self, past: PastExport) -> str:
        if past.outcome != "done":
            return self.tr("failed") if past.outcome == "failed" else self.tr("not finished")
        if past.rows is not None:
            return self.tr("{count} rows").format(count=f"{past.rows:,}")
        if past.pages is not None:
            return self.tr("{count} pages").format(count=f"{past.pages:,}")
        return self.tr("done")

    @staticmethod
    def _second(past: PastExport) -> str:
        parts = (f"{past.at:%m-%d %H:%M}", past.operator, past.destination, past.purpose)
        return "  ".join(part for part in parts if part)

    def _tell(self, past: PastExport) -> str:
        name = exported_word(past.what, self._look.language)
        return f"{name}  {self._size(past)}  {self._second(past)}"

    def _set_words(self) -> None:
        self._title.setText(self.tr("Last exports"))
        self._none.setText(self.tr("Nothing has been exported yet."))
        self.list.setAccessibleName(self.tr("Last exports"))
        self.list.viewport().update()


def _elided(painter: QPainter, box: QRect, text: str) -> None:
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, LEFT, shown)
