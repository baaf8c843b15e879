"""主席台: who of some guests sits where, by precedence, as the audience sees it."""

from collections.abc import Callable, Sequence

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

from qhsign.background.operation import Changed, Operation, Pool
from qhsign.domain.problems import ProblemForUser
from qhsign.domain.roles import Act
from qhsign.domain.search import matcher
from qhsign.services.guest_records import GuestRow
from qhsign.services.presidium_records import PresidiumLook
from qhsign.services.print_records import FolderPrint
from qhsign.services.stage_records import BatchRow
from qhsign.ui.ceremony.ceremony_parts import CeremonyParts
from qhsign.ui.shared.latest import Latest
from qhsign.ui.shared.page_over import PageOver
from qhsign.ui.shared.plain_parts import ElidedLabel, label
from qhsign.ui.shared.search_field import SearchField
from qhsign.ui.shared.segmented_switch import SegmentedSwitch
from qhsign.ui.stage.presidium_row import PresidiumRow
from qhsign.ui.stage.stage_provider import StageProvider
from qhsign.wording import say

_MOST_FOUND, _ROW_PX, _LIST_PX = 5, 34, 300
_DOMESTIC, _INTERNATIONAL = range(2)
_PRINTED = frozenset({Changed.PRINTS, Changed.CONTRACTS})


class PresidiumPage(PageOver):
    """The presidium of a batch's ceremony; every change is stored at once, with its way back.

    Until then it holds the witnesses of the batch who are guests. Guests are added by searching and
    taken out with Delete; the order is that of precedence.
    """

    def __init__(self, parts: CeremonyParts, provider: StageProvider, under: QWidget) -> None:
        super().__init__(parts.look, under)
        self._parts, self._provider, self._book = parts, provider, parts.guests
        self.batch: BatchRow | None = None
        self.kept: PresidiumLook | None = None
        self.numbers: list[int] = []
        self._changing, self._is_printing = 0, False
        self._found: Sequence[GuestRow] = ()
        self._looks = Latest[PresidiumLook](
            parts.runner, self._take, self.notice.show_problem, self
        )
        self.custom = SegmentedSwitch(parts.look, ("", ""), 32)
        self.search = SearchField(parts.look, 32)
        self.found, self.members = _Rows(), _Rows()
        self.found.setObjectName("found")
        self.members.setProperty("role", "framed")
        self.row = PresidiumRow(parts.look)
        self.take_out = QPushButton()
        self.print_plan, self.print_cards, self.leave = QPushButton(), QPushButton(), QPushButton()
        self.print_plan.setProperty("kind", "primary")
        self._note, self._audience = label("second", wrap=True), label("quiet")
        self._standing = ElidedLabel("second")
        self._fill()
        self._connect()
        self._set_words()

    def show_batch(self, batch: BatchRow) -> None:
        """Cover the screen with the presidium of a batch's ceremony."""
        if self.batch is None or self.batch.id != batch.id:
            self.kept, self.numbers = None, []
            self.row.show_seats(())
            self.members.show_rows(())
        self.batch = batch
        self.search.input.clear()
        self._look_for("")
        self._read()
        self.open_over()
        self._enable()
        self.search.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _connect(self) -> None:
        self.custom.chosen.connect(lambda _: self._store())
        self.search.searched.connect(self._look_for)
        self.search.entered.connect(lambda: self._add(max(self.found.currentRow(), 0)))
        self.search.left_down.connect(self._enter_found)
        self.found.taken.connect(self._add)
        self.members.left_out.connect(self._take_out)
        self.members.itemSelectionChanged.connect(self._enable)
        self.take_out.clicked.connect(lambda: self._take_out(self.members.currentRow()))
        self.print_plan.clicked.connect(self._print_plan)
        self.print_cards.clicked.connect(self._print_cards)
        self.leave.clicked.connect(self.put_away)
        rights = self._parts.rights
        rights.changed.connect(self._enable)
        for widget in (self.custom, self.search, self.take_out):
            rights.explain(widget, Act.EDIT)
        for widget in (self.print_plan, self.print_cards):
            rights.explain(widget, Act.PRINT)
        self._parts.runner.changed.connect(self._look_again)

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
        self.foot.addWidget(self._standing, 1)
        for button in (self.print_cards, self.leave, self.print_plan):
            button.setSizePolicy(button.sizePolicy().Policy.Fixed, button.sizePolicy().Policy.Fixed)
            self.foot.addWidget(button)
        self._parts.look.put_icon(self.print_cards, "print", "text-2", 18)

    # Who sits there

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
        if 0 <= row < len(self._found) and self._may_change:
            self.numbers.append(self._found[row].number)
            self.search.input.clear()
            self._look_for("")
            self.search.setFocus()
            self._store()

    def _take_out(self, row: int) -> None:
        by_rank = sorted(self.row.seats, key=lambda seat: seat.rank)
        if 0 <= row < len(by_rank) and self._may_change:
            number = by_rank[row].guest.number
            if number in self.numbers:
                self.numbers.remove(number)
                self._store()

    # What is stored

    @property
    def _may_change(self) -> bool:
        return self.kept is not None and self._parts.rights.may(Act.EDIT)

    def _read(self) -> None:
        batch, provider = self.batch, self._provider
        if batch is not None:
            self._looks.ask(lambda: provider.presidium(batch.number))

    def _look_again(self, changes: frozenset[Changed]) -> None:
        if changes & _PRINTED and self.is_open and not self._changing:
            self._read()

    def _store(self) -> None:
        """Store who sits there and the custom; the answer of the last change is shown."""
        batch, provider, numbers = self.batch, self._provider, tuple(self.numbers)
        if batch is None or not self._may_change:
            return
        is_international = self.custom.current == _INTERNATIONAL
        self._changing += 1
        self.notice.put_away()
        self._looks.forget()

        def done(look: PresidiumLook) -> None:
            self._changing -= 1
            if look.operation:
                words = self.tr("The presidium is stored.")
                self._parts.tell(self, words, look.operation, provider.undo)
            if not self._changing and self.batch is batch:
                self._take(look)

        def failed(problem: ProblemForUser) -> None:
            self._changing -= 1
            self.notice.show_problem(problem)
            self._read()

        self._parts.change(
            self, lambda: provider.arrange(batch.number, numbers, is_international), done, failed
        )
        self._set_words()

    def _take(self, look: PresidiumLook) -> None:
        if self._changing:
            return
        self.kept, self.numbers = look, look.numbers
        self.custom.choose_quietly(_INTERNATIONAL if look.international else _DOMESTIC)
        self.row.show_seats(look.seats)
        by_rank = sorted(look.seats, key=lambda seat: seat.rank)
        at = self.members.currentRow()
        self.members.show_rows([f"{seat.rank}  {_guest_words(seat.guest)}" for seat in by_rank])
        if by_rank and at >= 0:
            self.members.setCurrentRow(min(at, len(by_rank) - 1))
        self._set_words()
        self._enable()
        if self.hasFocus():
            self.search.setFocus()  # it could not take the keyboard before

    def _enable(self) -> None:
        may, rights = self._may_change, self._parts.rights
        self.custom.setEnabled(may)
        self.search.setEnabled(may)
        self.take_out.setEnabled(may and self.members.currentRow() >= 0)
        is_ready = self.kept is not None and bool(self.kept.seats) and not self._is_printing
        for button in (self.print_plan, self.print_cards):
            button.setEnabled(is_ready and rights.may(Act.PRINT))

    # Its papers

    def _print_plan(self) -> None:
        folder, language = self._parts.preferences.print_folder, self._parts.look.language
        provider = self._provider
        self._print(lambda batch: provider.print_presidium(batch, folder, language))

    def _print_cards(self) -> None:
        folder, provider = self._parts.preferences.print_folder, self._provider
        self._print(lambda batch: provider.print_cards(batch, folder))

    def _print(self, work: Callable[[int], FolderPrint]) -> None:
        batch = self.batch
        if batch is None:
            return
        self._is_printing = True
        self._enable()
        self._parts.runner.start(
            Operation(
                lambda: work(batch.number), self._printed, self, self._not_printed,
                pool=Pool.FILES, changes=_PRINTED,
            )
        )  # fmt: skip

    def _printed(self, done: FolderPrint) -> None:
        self._is_printing = False
        self._enable()
        told = self.tr("Printed to {path}").format(path=done.path)
        if done.code:
            found = say(done.code, self._parts.look.language, **(done.parameters or {}))
            self.notice.show_sentence(f"{told}  {found}", "warn")
        else:
            self.notice.show_sentence(told)

    def _not_printed(self, problem: ProblemForUser) -> None:
        self._is_printing = False
        self._enable()
        self.notice.show_problem(problem)

    # Words

    def _set_words(self) -> None:
        of = self.kept.of if self.kept else ""
        self.set_heading(
            self.tr("Presidium"),
            self.tr("{of}: seats by precedence as the audience sees them").format(of=of)
            if of
            else "",
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
        self.print_plan.setText(self.tr("Print the plan"))
        self.print_cards.setText(self.tr("Print place cards"))
        self.leave.setText(self.tr("Close"))
        self._audience.setText(self.tr("Audience"))
        self._standing.setText(self._standing_words())
        self._note.setText(self._note_words())

    def _note_words(self) -> str:
        if self.kept is not None and not self.kept.seats:
            return self.tr("Nobody sits here yet: add guests at the left.")
        if self.custom.current == _DOMESTIC:
            return self.tr("Domestic custom: the left of those seated is the place of honour.")
        return self.tr("International custom: the right of those seated is the place of honour.")

    def _standing_words(self) -> str:
        if self.kept is None:
            return ""
        if not self.kept.is_kept:
            return self.tr("The witnesses; stored with the first change or print")
        words = self.tr("Version {version}")
        if self.kept.is_printed:
            words = self.tr("Version {version}, printed: the next change makes another")
        return words.format(version=self.kept.version)


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
