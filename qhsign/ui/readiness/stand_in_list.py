"""Who might sign instead: suggestions, or the guests a search finds."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from qhsign.services.waiting_contracts import StandIn
from qhsign.ui.overview.row_list import LEFT, RIGHT, ROW_ROLE, RowList
from qhsign.ui.shared.empty_state import EmptyState
from qhsign.ui.shared.plain_parts import label
from qhsign.ui.shared.search_field import SearchField
from qhsign.ui.theme import Look

MOST = 50
_ROW_PX = 48

Find = Callable[[str, int], Sequence[StandIn]]


class StandInList(QWidget):
    """``chosen`` carries the StandIn a person takes."""

    chosen = Signal(object)

    def __init__(self, look: Look, find: Find) -> None:
        super().__init__()
        self._look, self._find = look, find
        self._offered: Sequence[StandIn] = ()
        self.search = SearchField(look, 32)
        self._heading: QLabel = label("section")
        self.list: _Rows = _Rows(look, _ROW_PX, self._paint, self._tell)
        self.list.setProperty("role", "framed")
        self._nobody = EmptyState(look, "search")
        self._stack = QStackedWidget()
        for each in (self.list, self._nobody):
            self._stack.addWidget(each)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.search)
        column.addWidget(self._heading)
        column.addWidget(self._stack, 1)
        self.search.searched.connect(lambda _: self._fill())
        self.search.entered.connect(self._take_first)
        self.search.left_down.connect(self._enter_list)
        self.list.clicked.connect(self._take)
        self.list.taken.connect(self._take)
        self._set_words()

    def offer(self, stand_ins: Sequence[StandIn]) -> None:
        """Offer these while nothing is searched for."""
        self._offered = stand_ins
        self._fill()

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _fill(self) -> None:
        text = self.search.text.strip()
        known = {each.number: each for each in self._offered}
        found = (
            [known.get(each.number, each) for each in self._find(text, MOST)]
            if text
            else self._offered
        )
        self.list.rows.show_rows(found)
        self._heading.setText(self.tr("Found") if text else self.tr("Suggested"))
        self._nobody.set_words(
            self.tr("Nothing is found")
            if text
            else self.tr("No substitute is named and nobody of this organization is here. Search.")
        )
        self._stack.setCurrentWidget(self.list if found else self._nobody)

    def _take(self, index: QModelIndex) -> None:
        stand_in = index.data(ROW_ROLE)
        if isinstance(stand_in, StandIn):
            self.chosen.emit(stand_in)

    def _take_first(self) -> None:
        if self.list.rows.rows:
            self._take(self.list.rows.index(0))

    def _enter_list(self) -> None:
        if self.list.rows.rows:
            self.list.setCurrentIndex(self.list.rows.index(0))
            self.list.setFocus()

    def _marks(self, stand_in: StandIn) -> str:
        named = self.tr("named substitute") if stand_in.named else ""
        here = self.tr("here") if stand_in.arrived else ""
        return " · ".join(filter(None, (named, here)))

    def _tell(self, stand_in: StandIn) -> str:
        post = (stand_in.organization, stand_in.title)
        return " ".join(filter(None, (stand_in.name, *post, self._marks(stand_in))))

    def _paint(self, painter: QPainter, room: QRect, stand_in: StandIn) -> None:
        look, elide = self._look, Qt.TextElideMode.ElideRight
        room = room.adjusted(-4, 0, 4, 0)
        upper = QRect(room.left(), room.top() + 4, room.width(), 20)
        painter.setFont(look.font(12))
        painter.setPen(look.colour("ok"))
        marks = self._marks(stand_in)
        painter.drawText(upper, RIGHT, marks)
        upper.setRight(upper.right() - painter.fontMetrics().horizontalAdvance(marks) - 8)
        lower = QRect(room.left(), room.top() + 24, room.width(), 18)
        painter.setPen(look.colour("text-3"))
        painter.drawText(lower, RIGHT, stand_in.label)
        lower.setRight(lower.right() - painter.fontMetrics().horizontalAdvance("000000") - 8)
        post = " ".join(filter(None, (stand_in.organization, stand_in.title)))
        painter.setPen(look.colour("text-2"))
        painter.drawText(lower, LEFT, painter.fontMetrics().elidedText(post, elide, lower.width()))
        painter.setFont(look.font(14, bold=True))
        painter.setPen(look.colour("text"))
        name = painter.fontMetrics().elidedText(stand_in.name, elide, upper.width())
        painter.drawText(upper, LEFT, name)

    def _set_words(self) -> None:
        self.search.set_words(
            self.tr("Search all guests: name, pinyin, organization"),
            self.tr("Search who signs instead"),
            self.tr("Empty the search field"),
        )
        self.list.setAccessibleName(self.tr("Who might sign instead"))
        self._fill()


class _Rows(RowList[StandIn]):
    """``taken`` carries the row of Enter."""

    taken = Signal(QModelIndex)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the current row on Enter."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.taken.emit(self.currentIndex())
            return
        super().keyPressEvent(event)
