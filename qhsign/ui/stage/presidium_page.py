"""主席台: who of some guests sits where, by precedence, as the audience sees it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from qhsign.background.runner import Runner
from qhsign.domain.search import matcher
from qhsign.services.guest_records import GuestRow
from qhsign.services.presidium import PresidiumSeat
from qhsign.ui.guests.guest_book import GuestBook
from qhsign.ui.shared.latest import Latest
from qhsign.ui.shared.page_over import PageOver
from qhsign.ui.shared.plain_parts import label
from qhsign.ui.shared.search_field import SearchField
from qhsign.ui.shared.segmented_switch import SegmentedSwitch
from qhsign.ui.stage.presidium_row import PresidiumRow
from qhsign.ui.stage.stage_provider import StageProvider
from qhsign.ui.theme import Look

_MOST_FOUND, _ROW_PX, _LIST_PX = 5, 34, 300
_DOMESTIC, _INTERNATIONAL = range(2)


class PresidiumPage(PageOver):
    """Begins with the witnesses of a batch who are guests; nothing of it is stored.

    Guests are added by searching and taken out with Delete; the order is that of precedence.
    """

    def __init__(
        self, look: Look, runner: Runner, provider: StageProvider, book: GuestBook, under: QWidget
    ) -> None:
        super().__init__(look, under)
        self._provider, self._book = provider, book
        self.numbers: list[int] = []
        self._found: Sequence[GuestRow] = ()
        self._seats = Latest[Sequence[PresidiumSeat]](
            runner, self._take_seats, self.notice.show_problem, self
        )
        self.custom = SegmentedSwitch(look, ("", ""), 32)
        self.search = SearchField(look, 32)
        self.found, self.members = _Rows(), _Rows()
        self.found.setObjectName("found")
        self.members.setProperty("role", "framed")
        self.row = PresidiumRow(look)
        self.take_out = QPushButton()
        self._note, self._audience = label("second", wrap=True), label("quiet")
        self._fill()
        self._connect()
        self._set_words()

    def show_guests(self, numbers: Sequence[int]) -> None:
        """Cover the screen, with these guests on the presidium."""
        self.numbers = list(dict.fromkeys(numbers))
        self.search.input.clear()
        self._look_for("")
        self._ask()
        self.open_over()
        self.search.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _connect(self) -> None:
        self.custom.chosen.connect(lambda _: self._ask())
        self.search.searched.connect(self._look_for)
        self.search.entered.connect(lambda: self._add(max(self.found.currentRow(), 0)))
        self.search.left_down.connect(self._enter_found)
        self.found.taken.connect(self._add)
        self.members.left_out.connect(self._take_out)
        self.members.itemSelectionChanged.connect(self._enable)
        self.take_out.clicked.connect(lambda: self._take_out(self.members.currentRow()))

    def _fill(self) -> None:
        left = QVBoxLayout()
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(8)
        for widget in (self.search, self.found):
            left.addWidget(widget)
        left.addWidget(self.members, 1)
        left.addWidget(self.take_out, 0, Qt.AlignmentFlag.AlignLeft)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self.row)
        scroll.setFixedHeight(self.row.height() + 16)
        custom = QHBoxLayout()
        custom.addWidget(self.custom)
        custom.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addLayout(custom)
        right.addWidget(scroll)
        right.addWidget(self._audience, 0, Qt.AlignmentFlag.AlignHCenter)
        right.addWidget(self._note)
        right.addStretch(1)
        side = QWidget()
        side.setLayout(left)
        side.setFixedWidth(_LIST_PX)
        line = QHBoxLayout()
        line.setContentsMargins(16, 12, 16, 12)
        line.setSpacing(16)
        line.addWidget(side)
        line.addLayout(right, 1)
        self.body.addLayout(line)

    def _look_for(self, text: str) -> None:
        wanted = text.strip()
        self._found = ()
        if wanted:
            matches = matcher(wanted)
            held = set(self.numbers)
            self._found = [
                row
                for row in self._book.rows
                if row.number not in held and matches(row.search_text)
            ][:_MOST_FOUND]
        words = [_guest_words(row) for row in self._found]
        if wanted and not words:
            words = [self.tr("Nobody is found")]
        self.found.show_rows(words)
        self.found.setFixedHeight(max(len(words), 1) * _ROW_PX + 2)
        self.found.setVisible(bool(words))

    def _enter_found(self) -> None:
        if self._found:
            self.found.setCurrentRow(0)
            self.found.setFocus()

    def _add(self, row: int) -> None:
        if 0 <= row < len(self._found):
            self.numbers.append(self._found[row].number)
            self.search.input.clear()
            self._look_for("")
            self.search.setFocus()
            self._ask()

    def _take_out(self, row: int) -> None:
        by_rank = sorted(self.row.seats, key=lambda seat: seat.rank)
        if 0 <= row < len(by_rank):
            self.numbers.remove(by_rank[row].guest.number)
            self._ask()

    def _ask(self) -> None:
        numbers, provider = tuple(self.numbers), self._provider
        is_international = self.custom.current == _INTERNATIONAL
        self._seats.ask(lambda: provider.presidium(numbers, is_international))
        self._set_words()

    def _take_seats(self, seats: Sequence[PresidiumSeat]) -> None:
        self.row.show_seats(seats)
        by_rank = sorted(seats, key=lambda seat: seat.rank)
        at = self.members.currentRow()
        self.members.show_rows([f"{seat.rank}  {_guest_words(seat.guest)}" for seat in by_rank])
        if by_rank and at >= 0:
            self.members.setCurrentRow(min(at, len(by_rank) - 1))
        self._enable()

    def _enable(self) -> None:
        self.take_out.setEnabled(self.members.currentRow() >= 0)

    def _set_words(self) -> None:
        self.set_heading(
            self.tr("Presidium"),
            self.tr("Seats by precedence as the audience sees them; nothing of it is stored."),
            self.tr("Close the presidium"),
        )
        self.custom.set_words(self.tr("Domestic"), self.tr("International"))
        self.custom.setAccessibleName(self.tr("Custom of the place of honour"))
        self.search.set_words(
            self.tr("Add a guest: name or number"),
            self.tr("Add a guest"),
            self.tr("Empty the search field"),
        )
        self.found.setAccessibleName(self.tr("Found"))
        self.members.setAccessibleName(self.tr("On the presidium, by precedence"))
        self.row.setAccessibleName(self.tr("Seats from left to right"))
        self.take_out.setText(self.tr("Take out"))
        self._audience.setText(self.tr("Audience"))
        is_domestic = self.custom.current == _DOMESTIC
        self._note.setText(
            self.tr("Domestic custom: the left of those seated is the place of honour.")
            if is_domestic
            else self.tr("International custom: the right of those seated is the place of honour.")
        )


class _Rows(QListWidget):
    """``taken`` carries the row of Enter or a click, ``left_out`` that of Delete."""

    taken = Signal(int)
    left_out = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemClicked.connect(lambda item: self.taken.emit(self.row(item)))

    def show_rows(self, words: Sequence[str]) -> None:
        """Show other rows."""
        self.clear()
        for word in words:
            item = QListWidgetItem(word)
            item.setToolTip(word)
            self.addItem(item)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the current row on Enter, leave it out on Delete."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.taken.emit(self.currentRow())
        elif event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.left_out.emit(self.currentRow())
        else:
            super().keyPressEvent(event)


def _guest_words(row: GuestRow) -> str:
    return "  ".join(part for part in (row.full_name, row.title, row.organization) if part)
