"""候场板: what is still missing of the chosen batch, who signs instead, what to print again."""

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from qhsign.background.operation import Changed, Operation, Pool
from qhsign.domain.readiness import Light, alarms_passed
from qhsign.services.print_records import FolderPrint
from qhsign.services.readiness import ReadyBatch
from qhsign.services.substitution import Substituted
from qhsign.ui.ceremony.ceremony_parts import CeremonyPart, CeremonyParts, back_words
from qhsign.ui.later import Later
from qhsign.ui.readiness.alarm_strip import AlarmStrip
from qhsign.ui.readiness.board_head import BoardHead
from qhsign.ui.readiness.board_list import ROW_PX, BoardList
from qhsign.ui.readiness.board_model import BoardModel
from qhsign.ui.readiness.contract_details import ContractDetails
from qhsign.ui.readiness.details_work import DetailsWork
from qhsign.ui.readiness.readiness_foot import ReadinessFoot
from qhsign.ui.readiness.readiness_provider import PrintPlace, ReadinessProvider
from qhsign.ui.readiness.readiness_watch import ReadinessWatch
from qhsign.ui.readiness.slip_book import SlipBook
from qhsign.ui.readiness.slip_model import SlipRow
from qhsign.ui.readiness.slip_page import SlipPage
from qhsign.ui.readiness.substitution_page import SubstitutionPage
from qhsign.ui.shared.empty_state import EmptyState
from qhsign.wording import say

WIDE_PX = 292
_SECOND_MS = 1_000
_LOW_PX = 600
_PRINTED = frozenset({Changed.PRINTS})


class ReadinessColumn(QFrame):
    """Follows the check-ins while it is told to; ``read`` carries every ReadyBatch read.

    Given the chosen batch by the book of the screen, and gives it the contract a person takes.
    """

    read = Signal(object)

    def __init__(self, parts: CeremonyParts) -> None:
        super().__init__()
        self.setObjectName("side-panel")
        self.setFixedWidth(WIDE_PX)
        self._parts, self._provider = parts, _provider_of(parts)
        self.book = parts.book
        look, zone = parts.look, parts.providers.event_facts.time_zone
        self.head = BoardHead(look, zone)
        self.alarm = AlarmStrip(look)
        self.contracts = BoardModel(look, self)
        self.list = BoardList(look, self.contracts)
        self.details = ContractDetails(look, parts.rights, zone)
        self.foot = ReadinessFoot(look, parts.rights)
        self._empty = EmptyState(look, "clock")
        self._stack = QStackedWidget()
        self.watch = ReadinessWatch(parts.runner, parts.book, self._provider, parts.scans, self)
        self.slips = SlipBook(parts.runner, self._provider, self)
        self.work = DetailsWork(parts, self._provider, self.details)
        self._substitution = Later(self._build_substitution)
        self._slip = Later(self._build_slip)
        self._second = QTimer(self)
        self._second.setInterval(_SECOND_MS)
        self._second.timeout.connect(self.tick)
        self._lay_out()
        self._connect()
        self._show(None)

    @property
    def board(self) -> ReadyBatch | None:
        """The board that shows now."""
        return self.watch.board

    @property
    def is_counting(self) -> bool:
        """Whether the clock ticks."""
        return self._second.isActive()

    @property
    def substitution(self) -> SubstitutionPage:
        """The panel over the page in which somebody else is chosen to sign."""
        return self._substitution()

    @property
    def slip(self) -> SlipPage:
        """The change slip over the page."""
        return self._slip()

    def open_substitution(self, contract: int, side: str) -> None:
        """Ask who signs instead, for a side of a contract of the batch by number."""
        board = self.board
        rows = [each.row for each in board.contracts] if board else []
        known = next((row for row in self.book.rows.contracts if row.number == contract), None)
        if known is not None and all(row.number != contract for row in rows):
            rows.append(known)
        if rows:
            self.substitution.open_for(rows, contract, side)

    def substitute(self) -> None:
        """Ask who signs instead of whoever is missing most."""
        rows, chosen = self.contracts.rows, self.book.contract
        wanted = (
            *(each for each in rows if chosen and each.row.id == chosen.id),
            *(each for each in rows if each.light is Light.RED),
            *(each for each in rows if any(m.lack.startswith("signatory") for m in each.missing)),
            *rows,
        )
        target = next(iter(wanted), None)
        if target is not None:
            side = next((m.side for m in target.missing if m.lack.startswith("signatory")), "")
            self.open_substitution(target.row.number, side)

    def show_slip(self) -> None:
        """Show what has to be printed again."""
        self.slip.open_slips()

    def print_calls(self) -> None:
        """Print the call list of the batch into the desk's print folder."""
        board = self.board
        if board is None or not self.foot.calls.isEnabled():
            return
        place = PrintPlace(self._parts.preferences.print_folder, self._parts.look.language)
        name = board.batch.name
        self._parts.runner.start(
            Operation(
                lambda: self._provider.print_calls(name, place),
                self._calls_printed,
                self,
                self._parts.bar.show_problem,
                pool=Pool.FILES,
                changes=_PRINTED,
            )
        )

    def turn_filter(self) -> None:
        """Show only what lacks something, or everything again."""
        self.head.only_missing.toggle()

    def show_list(self) -> None:
        """Go back from one contract to the board."""
        self.work.close()
        self._choose_page()
        self.list.setFocus()

    def show_details(self, number: int) -> None:
        """Show one contract in full."""
        self.work.open(number)

    def show_contact(self, number: int, side: str) -> None:
        """Show one contract in full, with the keyboard at how to reach a side's signatory."""
        self.work.open(number, side)

    def tick(self) -> None:
        """Count down; look again where an alarm has passed meanwhile."""
        now, board = self._provider.now(), self.board
        if self.isVisible():
            self.head.clock.show_moment(now)
        if board is None:
            return
        passed = alarms_passed(board.batch.starts, now, board.alarms)
        if passed != tuple(board.alarms_passed):
            self.watch.come_of_age()

    def follow(self, *, followed: bool) -> None:
        """Follow what happens, or leave it until somebody looks again.

        The plan beside the board wants to know, too, while the board itself is folded away.
        """
        self.watch.watch(watched=followed)
        self.slips.watch(watched=followed)
        if followed:
            self.tick()
            self._second.start()
        else:
            self._second.stop()

    def showEvent(self, event: QShowEvent) -> None:
        """Show the time left at once."""
        super().showEvent(event)
        self.tick()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take less room for the head in a low window."""
        super().resizeEvent(event)
        self.head.be_low(low=self.window().height() < _LOW_PX)

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.contracts.words_changed()
            self._set_words()
        super().changeEvent(event)

    def _show(self, board: ReadyBatch | None) -> None:
        """Show another board: the one read last, or that none is chosen."""
        self.head.show_board(board, self._provider.now())
        self.alarm.show_board(board)
        self.foot.offer_calls(offered=board is not None and bool(board.contracts))
        if board is None:
            self.work.close()
        self._fill()
        self.work.follow()
        if board is not None:
            self.read.emit(board)

    def _fill(self) -> None:
        board = self.board
        self.contracts.show_contracts(
            board.contracts if board else (), only_missing=self.head.only_missing.isChecked()
        )
        self._show_chosen()
        self._set_words()
        self._choose_page()

    def _choose_page(self) -> None:
        pages: tuple[tuple[bool, QWidget], ...] = (
            (self.work.is_open, self.details),
            (bool(self.contracts.rows), self.list),
            (True, self._empty),
        )
        page = next(page for wanted, page in pages if wanted)
        self.head.offer_filter(offered=page is not self.details)
        if page is not self._stack.currentWidget():
            self._stack.setCurrentWidget(page)

    def _show_chosen(self) -> None:
        chosen = self.book.contract
        self.list.show_chosen(chosen.number if chosen else 0)

    def _details_read(self) -> None:
        shown = self._stack.currentWidget() is self.details
        self._choose_page()
        side = self.work.take_side()
        if side:
            self.details.focus_contact(side)
        elif not shown and self.work.is_open:
            self.details.back.setFocus()

    def _substituted(self, done: Substituted) -> None:
        told = self.tr("{new} signs contract {number} instead of {old}").format(
            new=done.substitute, number=done.contract.number, old=done.replaced
        )
        operation = done.operation
        self._parts.bar.show_done(told, lambda: self._take_back(operation))
        self.show_slip()

    def _take_back(self, operation: str) -> None:
        def done(kept: int) -> None:
            told = back_words(kept) if kept else self.tr("The substitution is taken back")
            self._parts.bar.show_done(told)

        self._parts.change(self, lambda: self._provider.undo(operation), done)

    def _take_row_back(self, row: SlipRow) -> None:
        self._take_back(row.past.operation)

    def _calls_printed(self, done: FolderPrint) -> None:
        told = self.tr("Call list printed to {path}").format(path=done.path)
        if done.code:
            found = say(done.code, self._parts.look.language, **(done.parameters or {}))
            told = f"{told}  {found}"
        self._parts.bar.show_done(told)

    def _slips_read(self) -> None:
        self.foot.show_slips(len(self.slips.slips), self.slips.still_open)

    def _build_substitution(self) -> SubstitutionPage:
        page = SubstitutionPage(self._parts, self._provider, self._under())
        page.substituted.connect(self._substituted)
        page.closed.connect(self.list.setFocus)
        return page

    def _build_slip(self) -> SlipPage:
        page = SlipPage(self._parts, self._provider, self.slips, self._under())
        page.back_asked.connect(self._take_row_back)
        page.closed.connect(self.list.setFocus)
        return page

    def _under(self) -> QWidget:
        """Return what panels lie over: the whole part of the screen this column stands in."""
        under = self.parentWidget()
        while under is not None and not isinstance(under, CeremonyPart):
            under = under.parentWidget()
        return under or self

    def _connect(self) -> None:
        bar = self._parts.bar
        self.head.filtered.connect(lambda _: self._fill())
        self.list.chosen.connect(self.book.choose_contract)
        self.list.opened.connect(self.show_details)
        self.book.contract_chosen.connect(self._show_chosen)
        self.watch.read.connect(self._show)
        self.slips.read.connect(self._slips_read)
        for each in (self.watch, self.slips):
            each.failed.connect(bar.show_problem)
        self.details.left.connect(self.show_list)
        self.work.shown.connect(self._details_read)
        self.work.substitute_asked.connect(self.open_substitution)
        self.foot.slip_asked.connect(self.show_slip)
        self.foot.calls_asked.connect(self.print_calls)

    def _lay_out(self) -> None:
        for each in (self.list, self.details, self._empty):
            self._stack.addWidget(each)
        # Whatever page is the highest: what is said over the list must not be cut for it.
        self._stack.setMinimumHeight(ROW_PX)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.alarm)
        column.addWidget(self._stack, 1)
        column.addWidget(self.foot)

    def _set_words(self) -> None:
        self.list.setAccessibleName(self.tr("Readiness of the contracts"))
        board = self.board
        if board is None:
            sentence = self.tr("No batch yet. Propose batches of a slate first, then choose one.")
        elif not board.contracts:
            sentence = self.tr("This batch holds no contract yet.")
        else:
            sentence = self.tr("Everything of this batch is ready.")
        self._empty.set_words(sentence)


def _provider_of(parts: CeremonyParts) -> ReadinessProvider:
    """Return what the column is given; who opens the screen gives it."""
    ceremony = parts.providers.ceremony
    if ceremony is None or ceremony.readiness is None:
        raise LookupError("the screen of the ceremony has no board to show")
    return ceremony.readiness
