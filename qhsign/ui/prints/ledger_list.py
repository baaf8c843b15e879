"""打印台账: the last runs, newest first, each with its outcome."""

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
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStackedWidget,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
)

from qhsign.services.print_records import LedgerLine, Printable
from qhsign.ui.prints.print_words import what_word
from qhsign.ui.shared.plain_parts import label
from qhsign.ui.theme import Look
from qhsign.wording import catalogue, say

Index = QModelIndex | QPersistentModelIndex
_ROW_PX = 48
_LINE_ROLE = Qt.ItemDataRole.UserRole
_NOWHERE = QModelIndex()
_TONES = {"done": ("ring-tick", "ok"), "failed": ("ring-cross", "bad"), "begun": ("clock", "warn")}
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class LedgerModel(QAbstractListModel):
    """The runs the ledger tells of."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._lines: Sequence[LedgerLine] = ()

    def show_lines(self, lines: Sequence[LedgerLine]) -> None:
        """Show other runs."""
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many runs are shown."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a run as a sentence, or itself."""
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == _LINE_ROLE:
            return line
        if role in {
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
            Qt.ItemDataRole.ToolTipRole,
        }:
            return f"{self.head(line)} {self.outcome(line)} {self.second(line)}"
        return None

    def head(self, line: LedgerLine) -> str:
        """Return the run's number and what it printed."""
        known = line.kind in set(Printable)
        kind = what_word(Printable(line.kind)) if known else self._document(line.kind)
        return f"{line.run}  {kind}"

    def outcome(self, line: LedgerLine) -> str:
        """Return how the run ended: how much it printed, or that it did not."""
        if line.outcome == "done":
            if line.pages is None:
                return self.tr("done")
            return self.tr("{count} pages").format(count=f"{line.pages:,}")
        return self.tr("failed") if line.outcome == "failed" else self.tr("not finished")

    def second(self, line: LedgerLine) -> str:
        """Return when, by whom, into which file, why again, and how many were left out."""
        left_out = ""
        if line.left_out:
            left_out = self.tr("{count} left out").format(count=line.left_out)
        moment = f"{line.at:%m-%d %H:%M}"
        parts = (moment, line.operator, line.destination, line.reason, left_out)
        return "  ".join(part for part in parts if part)

    def _document(self, kind: str) -> str:
        code = f"document-{kind}"
        return say(code, self._look.language) if code in catalogue() else kind


class LedgerList(QFrame):
    """Shows the runs, or that there was none yet."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("ledger")
        self._title, self._none = label("strong"), label("second", wrap=True)
        self._none.setContentsMargins(16, 12, 16, 12)
        self._none.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.model = LedgerModel(look, self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(_LedgerDelegate(look, self.list, self.model))
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        look.changed.connect(self.list.viewport().update)
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

    def show_lines(self, lines: Sequence[LedgerLine]) -> None:
        """Show other runs."""
        self.model.show_lines(lines)
        self._pages.setCurrentIndex(1 if lines else 0)

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _set_words(self) -> None:
        self._title.setText(self.tr("Last runs"))
        self._none.setText(self.tr("Nothing has been printed yet."))
        self.list.setAccessibleName(self.tr("Last runs"))
        self.list.viewport().update()


class _LedgerDelegate(QStyledItemDelegate):
    def __init__(self, look: Look, view: QListView, model: LedgerModel) -> None:
        super().__init__(view)
        self._look, self._view, self._model = look, view, model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del option, index
        return QSize(160, _ROW_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: LedgerLine = index.data(_LINE_ROLE)
        rect: QRect = option.rect
        icon, colour = _TONES.get(line.outcome, _TONES["begun"])
        painter.save()
        if self._view.hasFocus() and index == self._view.currentIndex():
            painter.fillRect(rect, self._look.colour("selected"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, self._look.colour("line"))
        box = rect.adjusted(16, 0, -16, 0)
        outcome = self._model.outcome(line)
        painter.setFont(self._look.font(13))
        room = painter.fontMetrics().horizontalAdvance(outcome)
        top = QRect(box.left(), box.top() + 5, box.width(), 20)
        painter.setPen(self._look.colour(colour))
        painter.drawText(top, _RIGHT, outcome)
        ratio = self._view.devicePixelRatioF()
        painter.drawPixmap(
            box.right() - room - 20, top.top() + 2, self._look.pixmap(icon, colour, 16, ratio)
        )
        painter.setPen(self._look.colour("text"))
        painter.setFont(self._look.font(13, bold=True))
        self._elided(painter, top.adjusted(0, 0, -room - 28, 0), self._model.head(line))
        painter.setPen(self._look.colour("text-2"))
        painter.setFont(self._look.font(12))
        second = QRect(box.left(), box.top() + 25, box.width(), 18)
        self._elided(painter, second, self._model.second(line))
        painter.restore()

    @staticmethod
    def _elided(painter: QPainter, box: QRect, text: str) -> None:
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, _LEFT, shown)
