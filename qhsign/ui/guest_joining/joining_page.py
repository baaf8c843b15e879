"""合并嘉宾: two guests side by side, field by field, and what goes over to the one who remains."""

from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from qhsign.background.operation import Operation
from qhsign.background.runner import Runner
from qhsign.domain.problems import ProblemForUser
from qhsign.services.guest_joining_records import Comparison, Joining, Side
from qhsign.ui.guest_joining.choice_row import ChoiceRow
from qhsign.ui.guest_joining.guest_card import GuestCard
from qhsign.ui.guest_joining.other_guest import OtherGuest
from qhsign.ui.guest_panel.guest_panel_provider import JoiningProvider
from qhsign.ui.guest_panel.wrapped_label import WrappedLabel
from qhsign.ui.guests.guest_book import GuestBook
from qhsign.ui.shared.page_over import PageOver
from qhsign.ui.shared.plain_parts import label, pressed_by_enter
from qhsign.ui.theme import Look

_WIDEST = 920
_CAPTION_PX, _BETWEEN_PX = 132, 12
_FINDING, _COMPARING = range(2)


class JoiningPage(PageOver):
    """Lies over the guest screen; ``agreed`` carries the Joining that was decided upon."""

    agreed = Signal(object)

    def __init__(
        self, look: Look, runner: Runner, provider: JoiningProvider, book: GuestBook, under: QWidget
    ) -> None:
        super().__init__(look, under)
        self._look, self._runner, self._provider, self._book = look, runner, provider, book
        self._first = ""
        self.comparison: Comparison | None = None
        self.rows: list[ChoiceRow] = []
        self.other = OtherGuest(look, book)
        self._cards = {side: GuestCard(look, side) for side in Side}
        self.turn = QPushButton()
        self.turn.setProperty("kind", "small")
        look.put_icon(self.turn, "refresh", "text-2", 16)
        self._title = label("section")
        self._moves_title, self._moves = label("section"), WrappedLabel("fact-text")
        self._table = QVBoxLayout()
        self._stack = QStackedWidget()
        self.back, self.join = QPushButton(), QPushButton()
        self.join.setProperty("kind", "primary")
        pressed_by_enter(self.turn, self.back, self.join)
        self._fill()
        self.other.chosen.connect(self.compare)
        self.turn.clicked.connect(self._turn_round)
        self.back.clicked.connect(self.put_away)
        self.join.clicked.connect(self._agree)
        self._set_words()

    def open_for(self, guest: str, other: str) -> None:
        """Compare two guests; without the second one is looked for first."""
        self._first = guest
        self.open_over()
        if other:
            self.compare(other)
            return
        name = next((row.full_name for row in self._book.rows if row.id == guest), "")
        self._stack.setCurrentIndex(_FINDING)
        self.join.setEnabled(False)
        self.other.open_for(guest, name)

    def compare(self, other: str) -> None:
        """Read the two guests side by side."""
        self._read(self._first, other)

    def show_problem(self, problem: ProblemForUser) -> None:
        """Say why the two cannot be joined."""
        self.join.setEnabled(self.comparison is not None)
        self.notice.show_problem(problem)

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
            if self.comparison is not None:
                self._show(self.comparison)
        super().changeEvent(event)

    def _read(self, remains: str, joined: str) -> None:
        self.notice.put_away()
        self.join.setEnabled(False)
        work = partial(self._provider.compare, remains, joined)
        self._runner.start(Operation(work, self._show, self, self.show_problem))

    def _turn_round(self) -> None:
        """Let the other one remain."""
        if self.comparison is not None:
            self._first = self.comparison.joined.id
            self._read(self.comparison.joined.id, self.comparison.remains.id)

    def _show(self, comparison: Comparison) -> None:
        kept = {row.field: row.taken for row in self.rows} if self._is_same(comparison) else {}
        self.comparison = comparison
        self._cards[Side.REMAINS].show_guest(comparison.remains)
        self._cards[Side.JOINED].show_guest(comparison.joined)
        for row in self.rows:
            self._table.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = []
        for choice in comparison.choices:
            row = ChoiceRow(choice, self._look.language)
            if choice.field in kept:
                row.take(kept[choice.field])
            self.rows.append(row)
            self._table.addWidget(row)
        self._say(comparison)
        self._stack.setCurrentIndex(_COMPARING)
        self.join.setEnabled(True)
        self.join.setFocus()

    def _is_same(self, comparison: Comparison) -> bool:
        before = self.comparison
        return (
            before is not None
            and before.remains.id == comparison.remains.id
            and before.joined.id == comparison.joined.id
        )

    def _agree(self) -> None:
        if self.comparison is not None:
            self.join.setEnabled(False)
            taken = {row.field: row.taken for row in self.rows}
            pair = self.comparison
            self.agreed.emit(Joining(pair.remains.id, pair.joined.id, taken))

    def _say(self, comparison: Comparison) -> None:
        """Say what goes over, and what the button does."""
        moves = comparison.moves
        told = []
        if moves.badges:
            words = self.tr("{count} badges, which open the same doors as before")
            told.append(words.format(count=moves.badges))
        if moves.invitations:
            told.append(self.tr("{count} invitations").format(count=moves.invitations))
        if moves.contracts:
            words = self.tr("the signature on {numbers}")
            told.append(words.format(numbers="、".join(moves.contracts)))
        if moves.check_ins:
            words = self.tr("{count} check-ins: unchanged, counted as one person's")
            told.append(words.format(count=moves.check_ins))
        words = self.tr("number {number}, which finds the one who remains")
        told.append(words.format(number=comparison.joined.label))
        self._moves.setText("\n".join(f"· {line}" for line in told))
        words = self.tr("They differ in {count} fields: choose what is right")
        if not comparison.choices:
            words = self.tr("They differ in nothing.")
        self._title.setText(words.format(count=len(comparison.choices)))
        words = self.tr("Join into {number}")
        self.join.setText(words.format(number=comparison.remains.label))

    def _fill(self) -> None:
        cards = QHBoxLayout()
        cards.setSpacing(_BETWEEN_PX)
        turn = QWidget()
        turn.setFixedWidth(_CAPTION_PX)
        around = QVBoxLayout(turn)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self.turn, 0, Qt.AlignmentFlag.AlignLeft)
        cards.addWidget(turn)
        for side in Side:
            cards.addWidget(self._cards[side], 1)
        self._table.setSpacing(0)
        inside = QVBoxLayout()
        inside.setContentsMargins(16, 16, 16, 16)
        inside.setSpacing(10)
        inside.addLayout(cards)
        inside.addWidget(self._title)
        inside.addLayout(self._table)
        inside.addSpacing(4)
        inside.addWidget(self._moves_title)
        inside.addWidget(self._moves)
        inside.addStretch(1)
        sheet = QWidget()
        sheet.setLayout(inside)
        sheet.setMaximumWidth(_WIDEST)
        ground = QWidget()
        line = QHBoxLayout(ground)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(sheet, 1)
        area = QScrollArea()
        area.setObjectName("form-ground")
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(ground)
        finding = QWidget()
        middle = QHBoxLayout(finding)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.addWidget(self.other, 1)
        self._stack.addWidget(finding)
        self._stack.addWidget(area)
        self.body.addWidget(self._stack, 1)
        self.foot.addStretch(1)
        self.foot.addWidget(self.back)
        self.foot.addWidget(self.join)

    def _set_words(self) -> None:
        self.set_heading(
            self.tr("Join guests"),
            self.tr("Two entries of one person become one; one undo takes it back"),
            self.tr("Back to the guests (Esc)"),
        )
        self.turn.setText(self.tr("Swap"))
        self.turn.setToolTip(self.tr("Let the other one remain"))
        self.back.setText(self.tr("Cancel"))
        self.join.setText(self.tr("Join"))
        self._moves_title.setText(self.tr("What goes over"))
