"""合同跟踪: the table of the followed contracts, the panel of one, the bar of several."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from qhsign.domain.contract import LifeCycle
from qhsign.domain.problems import ProblemForUser
from qhsign.domain.roles import Act
from qhsign.services.audit_records import AuditEntry
from qhsign.services.follow_up_records import Moved, PaymentRow
from qhsign.ui.ceremony.ceremony_parts import CeremonyParts
from qhsign.ui.follow_up.contract_panel import PANEL_PX, ContractPanel
from qhsign.ui.follow_up.filter_bar import FilterBar
from qhsign.ui.follow_up.follow_up_provider import FollowUpProvider, FollowUpRows, Values
from qhsign.ui.follow_up.follow_up_work import FollowUpWork
from qhsign.ui.follow_up.follow_words import amount_word
from qhsign.ui.follow_up.followed_model import FollowedModel
from qhsign.ui.follow_up.followed_row import FollowedFilter, followed_rows
from qhsign.ui.follow_up.followed_table import FollowedTable
from qhsign.ui.follow_up.move_bar import MoveBar
from qhsign.ui.shared.empty_state import EmptyState
from qhsign.ui.shared.latest import Latest
from qhsign.wording import say

Failed = Callable[[ProblemForUser], None]
_WIDE = 1100
_HISTORY = 60
_TABLE, _NO_HIT, _EMPTY = range(3)


class ContractsView(QWidget):
    """Reads nothing until ``refresh``. ``lists_asked`` asks for where contracts come from."""

    lists_asked = Signal()

    def __init__(
        self, parts: CeremonyParts, provider: FollowUpProvider, work: FollowUpWork
    ) -> None:
        super().__init__()
        self._parts, self._provider, self._work = parts, provider, work
        self.model = FollowedModel(parts.look, self)
        self.filter, self.table = FilterBar(parts.look), FollowedTable(parts.look, self.model)
        self.panel, self.bar = ContractPanel(parts.look), MoveBar(parts.look)
        self.empty, self.no_hit = (EmptyState(parts.look, icon) for icon in ("contract", "search"))
        self._pages, self._is_open, self._is_asked = QStackedWidget(), True, False
        fail = parts.bar.show_problem
        self._asked = Latest[FollowUpRows](parts.runner, self._take, fail, self)
        self._histories = Latest[Sequence[AuditEntry]](
            parts.runner, self.panel.show_history, fail, self
        )
        self._lay_out()
        self._connect()
        self._set_words()

    def refresh(self) -> None:
        """Read again how the contracts stand."""
        self._asked.ask(self._provider.rows)

    def focus_first(self) -> None:
        """Be ready for the keyboard: it goes to the table."""
        (self.table if self.model.rowCount() else self.filter.search).setFocus()

    def focus_search(self) -> None:
        """Put the cursor into the search."""
        self.filter.search.setFocus()
        self.filter.search.input.selectAll()

    def open_panel(self) -> None:
        """Show the panel of the current contract with the keyboard in it."""
        if self.table.current is not None:
            self._open()
            self.panel.focus_first()

    def _open(self) -> None:
        self._is_open = self._is_asked = True
        self._place()
        self._read_history()

    def close_panel(self) -> None:
        """Put the panel away and go back to the table."""
        self._is_open = self._is_asked = False
        self._place()
        self.table.setFocus()

    def enter_payment(self) -> None:
        """Ask for a payment of the current contract."""
        if self.table.current is not None:
            self._open()
            self.panel.payments.open_form(None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the panel beside the table, or over it in a narrow window."""
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
            self.model.words_changed()
            self._read_history()
        super().changeEvent(event)

    @property
    def is_narrow(self) -> bool:
        """Whether the panel lies over the table."""
        return self.window().width() < _WIDE

    def _lay_out(self) -> None:
        for page in (self.table, self.no_hit, self.empty):
            self._pages.addWidget(page)
        self._body = QHBoxLayout()
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(0)
        self._body.addWidget(self._pages, 1)
        self._body.addWidget(self.panel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.filter)
        column.addLayout(self._body, 1)
        column.addWidget(self.bar)
        self.panel.hide()

    def _connect(self) -> None:
        self.filter.changed.connect(self._look_for)
        self.filter.left_down.connect(self.table.setFocus)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._show_current())
        self.table.opened.connect(self.open_panel)
        self.model.ticks_changed.connect(lambda: self.bar.show_count(len(self.model.ticked)))
        self.panel.closed.connect(self.close_panel)
        self.panel.form.asked.connect(self._move_one)
        self.panel.form.back_asked.connect(self._step_back_one)
        self.panel.payments.entered.connect(self._pay)
        self.panel.payments.removed.connect(self._remove_payment)
        self.panel.history.undo_asked.connect(self._work.undo)
        self.bar.asked.connect(self._move_many)
        self.bar.back_asked.connect(self._step_back_many)
        self.bar.given_up.connect(self._untick)
        self.no_hit.acted.connect(self.filter.clear_all)
        self.empty.acted.connect(self.lists_asked)
        self._parts.book.contract_chosen.connect(self._follow_book)
        rights = self._parts.rights
        for form in (self.panel.form, self.panel.payments, self.bar):
            rights.keep(form, Act.EDIT)

    def _take(self, read: FollowUpRows) -> None:
        rows = followed_rows(read)
        current, bar = self.table.current, self.table.verticalScrollBar()
        looked_at = bar.value()
        self.model.show_rows(rows)
        self.filter.show_rows(rows, read.slates)
        self.model.look_for(self.filter.wanted)
        self._go_to(current.number if current is not None else 0)
        bar.setValue(looked_at)
        self._show_found()

    def _follow_book(self) -> None:
        """Go to the contract that was chosen in another part, if it is in the table."""
        chosen = self._parts.book.contract
        if chosen is not None and self.model.place_of(chosen.number) >= 0:
            self.table.go_to(chosen.number)

    def _look_for(self, wanted: FollowedFilter) -> None:
        current = self.table.current
        self.model.look_for(wanted)
        self._go_to(current.number if current is not None else 0)
        self._show_found()

    def _go_to(self, number: int) -> None:
        self.table.go_to(number)
        if self.panel.row is not self.table.current:
            self._show_current()

    def _show_found(self) -> None:
        found, total = self.model.rowCount(), len(self.model.every)
        self.filter.show_hits(found, total)
        self.filter.setVisible(bool(total))
        self._pages.setCurrentIndex(_TABLE if found else _NO_HIT if total else _EMPTY)
        self._place()

    def _show_current(self) -> None:
        row = self.table.current
        if row is not None:
            self.panel.show_row(row)
            self._read_history()
        self._place()

    def _read_history(self) -> None:
        row = self.panel.row
        if row is not None and self._is_open:
            contract, language = row.row.id, self._parts.look.language
            self._histories.ask(lambda: self._provider.history(contract, _HISTORY, language))

    def _place(self) -> None:
        narrow = self.is_narrow
        # Over the table it lies only where somebody asked for it.
        wanted = self._is_asked if narrow else self._is_open
        shown = wanted and self.table.current is not None
        self.panel.setVisible(shown)
        # In a narrow window the panel takes the place of the table until Esc.
        self._pages.setVisible(not (shown and narrow))
        self.panel.setMinimumWidth(0 if narrow else PANEL_PX)
        self.panel.setMaximumWidth(1 << 20 if narrow else PANEL_PX)

    def _untick(self) -> None:
        self.model.untick()
        self.table.setFocus()

    def _move_one(self, to: LifeCycle, day: str, reason: str) -> None:
        row = self.panel.row
        if row is not None:
            self._move([row.number], to, day, reason, self.panel.form.show_problem)

    def _move_many(self, to: LifeCycle, day: str, reason: str) -> None:
        numbers = sorted(self.model.ticked)
        self._move(numbers, to, day, reason, self.bar.show_problem, untick=True)

    def _move(
        self,
        numbers: Sequence[int],
        to: LifeCycle,
        day: str,
        reason: str,
        failed: Failed,
        *,
        untick: bool = False,
    ) -> None:
        language = self._parts.look.language

        def told(done: Moved) -> str:
            return say(
                "contracts-moved", language, count=len(done.moved),
                unchanged=len(done.unchanged), state=say(f"life-cycle-{to}", language),
            )  # fmt: skip

        self._work.run(
            lambda: self._provider.move(numbers, to, day, reason),
            told,
            self._untick if untick else None,
            failed,
        )

    def _step_back_one(self, reason: str) -> None:
        row = self.panel.row
        if row is not None:
            self._step_back([row.number], reason, self.panel.form.show_problem)

    def _step_back_many(self, reason: str) -> None:
        self._step_back(sorted(self.model.ticked), reason, self.bar.show_problem)

    def _step_back(self, numbers: Sequence[int], reason: str, failed: Failed) -> None:
        language = self._parts.look.language

        def told(done: Moved) -> str:
            return say("contracts-stepped-back", language, count=len(done.moved))

        self._work.run(lambda: self._provider.step_back(numbers, reason), told, None, failed)

    def _pay(self, values: Values, payment: PaymentRow | None) -> None:
        row, provider = self.panel.row, self._provider
        if row is None:
            return
        number, language = row.number, self._parts.look.language

        def work() -> PaymentRow:
            if payment is None:
                return provider.add_payment(number, values)
            return provider.set_payment(payment.number, values)

        def told(done: PaymentRow) -> str:
            words = self.tr("{amount} in place on {day} is entered.")
            if payment is not None:
                words = self.tr("The payment is {amount} on {day} now.")
            return words.format(amount=amount_word(done.amount, language), day=done.day)

        section = self.panel.payments
        self._work.run(work, told, section.close_form, section.show_problem)

    def _remove_payment(self, payment: PaymentRow, reason: str) -> None:
        language = self._parts.look.language

        def told(done: PaymentRow) -> str:
            words = self.tr("{amount} is taken away.")
            return words.format(amount=amount_word(done.amount, language))

        self._work.run(
            lambda: self._provider.remove_payment(payment.number, reason),
            told,
            self.panel.payments.close_form,
        )

    def _set_words(self) -> None:
        self.table.setAccessibleName(self.tr("Followed contracts"))
        self.no_hit.set_words(self.tr("No contract fits."), self.tr("Clear the filters"))
        self.empty.set_words(
            self.tr("There are no contracts yet. Import the list of contracts first."),
            self.tr("Go to the guests and lists"),
        )
