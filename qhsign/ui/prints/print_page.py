"""打印: what, for whom and on which layout at the left, a true preview, the check, the ledger."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QVBoxLayout,
)

from qhsign.background.operation import Changed, Operation, Pool
from qhsign.background.runner import Runner
from qhsign.domain.problems import ProblemForUser
from qhsign.domain.roles import Act
from qhsign.services.check_in_records import ActivityRow
from qhsign.services.print_records import (
    BatchChoice,
    PagePicture,
    PreflightLine,
    Printable,
    PrintWish,
    Reprint,
    Stack,
    StackPiece,
)
from qhsign.ui.guests.guest_book import GuestBook
from qhsign.ui.guests.guest_filter import search
from qhsign.ui.notices import Notice
from qhsign.ui.prints.choices_pane import ChoicesPane
from qhsign.ui.prints.ledger_list import LedgerList
from qhsign.ui.prints.preflight_pane import PreflightPane
from qhsign.ui.prints.preview_pane import PreviewPane
from qhsign.ui.prints.print_provider import PrintProvider
from qhsign.ui.prints.print_run import PrintRun
from qhsign.ui.prints.print_words import guest_piece, specimen_word, standing_words
from qhsign.ui.prints.print_work import PrintWork
from qhsign.ui.screen import Screen
from qhsign.ui.shared.plain_parts import ElidedLabel, label
from qhsign.ui.shared.segmented_switch import SegmentedSwitch
from qhsign.ui.shift.rights import Rights
from qhsign.ui.theme import Look

NARROW = 1100
_CHECK_PX = 340
_LOOK_AGAIN_MS = 10_000


@dataclass(frozen=True, slots=True)
class PrintParts:
    """What the print screen is built from; ``show_guests`` goes to the guest screen."""

    look: Look
    runner: Runner
    provider: PrintProvider
    book: GuestBook
    activities: Callable[[], Sequence[ActivityRow]]
    show_guests: Callable[[], None]
    rights: Rights


class PrintPage(Screen):
    """Given functions over the event; reads nothing until it is first shown."""

    def __init__(self, parts: PrintParts) -> None:
        super().__init__()
        self._parts = parts
        self._look = parts.look
        self.work = PrintWork(parts.provider, parts.runner, self)
        self._contracts: Sequence[StackPiece] = ()
        self._is_read = self._is_stale = False
        self._problem: ProblemForUser | None = None
        self._lacks_activity = False
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_LOOK_AGAIN_MS)
        self._later.timeout.connect(self._read)
        self._title, self._hint = label("page-title"), ElidedLabel("second")
        self.switch = SegmentedSwitch(parts.look, ("print", "shield"), 32)
        self.notice = Notice(parts.look)
        self.run = PrintRun(self.work, self.notice, self)
        self.choices = ChoicesPane(parts.look, self._find)
        self.what, self.form, self.foot = self.choices.what, self.choices.form, self.choices.foot
        self.preview = PreviewPane(parts.look)
        self.check = PreflightPane(parts.look)
        self.ledger = LedgerList(parts.look)
        self._lay_out()
        self._connect()
        self._set_words()

    @property
    def may_print(self) -> bool:
        """Whether there is something to print, who works here may, and nothing is printing."""
        if not self._parts.rights.may(Act.PRINT):
            return False
        if self.run.is_running or self._problem is not None or self._lacks_activity:
            return False
        return bool(self.work.stack.pieces) if self.what.current.on_layouts else self._is_read

    def step(self, by: int) -> None:
        """Show another piece of the stack."""
        self.work.step(by)

    def check_again(self) -> None:
        """Gather the stack and check it again."""
        self._ask()

    def show_activity(self, activity: ActivityRow | None) -> None:
        """Take the activity of the top bar for the sign-in sheet."""
        self.form.show_activity(activity.id if activity else "")
        self._is_stale = True

    def be_shown(self) -> None:
        """Be ready to choose what to print."""
        self.what.focus_current()

    def showEvent(self, event: QShowEvent) -> None:
        """Read at the first look, and again after changes."""
        super().showEvent(event)
        if not self._is_read or self._is_stale:
            self._read()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the preview or the check in a narrow window, both in a wide one."""
        super().resizeEvent(event)
        self._place_panes()

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language; papers are made again in it."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
            if self._is_read:
                self._ask()
        super().changeEvent(event)

    def print_out(self) -> None:
        """Ask for the file and print into it."""
        if not self.may_print:
            return
        if self.foot.lacks_reason:
            self.notice.show_sentence(
                self.tr("Say why they are printed again; the ledger keeps the reason."), "warn"
            )
            self.foot.focus_reason()
            return
        self.run.start(self.form.wish(self.foot.given_reason), self.foot.button.text())

    def print_badges_of(self, guests: Collection[str]) -> None:
        """Prepare the badges of these guests (by id) alone."""
        self.what.choose(Printable.BADGES)
        rows = (row for row in self._parts.book.rows if row.id in guests)
        self.form.take_some([guest_piece(row) for row in rows])

    def _take_reprint(self, again: Reprint) -> None:
        """Wish for what a change slip names, with the slip as the reason where one is asked."""
        self.what.choose(again.what)
        self.form.take_reprint(again)
        self.foot.reason.setText(self.tr("Change slip"))
        self.foot.button.setFocus()

    def _run_ended(self) -> None:
        self.foot.reason.clear()
        self._read_ceremony()
        self._ask()

    def _read(self) -> None:
        """Read what there is to choose from, then the run itself and the ledger."""
        self._is_read, self._is_stale = True, False
        provider, runner = self._parts.provider, self._parts.runner

        def start(work: Callable[[], object], done: Callable[..., None], pool: Pool) -> None:
            runner.start(Operation(work, done, self, self._choices_failed, pool=pool))

        start(self._parts.activities, self._take_activities, Pool.DATA)
        start(provider.layouts, self.form.show_layouts, Pool.FILES)
        start(provider.slates, self.form.show_slates, Pool.FILES)
        self._read_ceremony()
        self._ask()
        self.work.read_ledger()

    def _read_ceremony(self) -> None:
        """Read the batches to choose from, and what is to be printed again."""
        provider, fail = self._parts.provider, self._choices_failed
        self._parts.runner.start(
            Operation(provider.batches, self._take_batches, self, fail, pool=Pool.FILES)
        )
        self._parts.runner.start(
            Operation(
                provider.reprints, self.choices.slip.show_reprints, self, fail, pool=Pool.FILES
            )
        )

    def _take_batches(self, batches: Sequence[BatchChoice]) -> None:
        self.form.show_batches(batches)
        if self.what.current.on_stage and self.form.wish() != self.work.wish:
            self._ask()

    def _take_activities(self, activities: Sequence[ActivityRow]) -> None:
        self.form.show_activities(activities)
        if self._lacks_activity:
            self._ask()

    def _choices_failed(self, problem: ProblemForUser) -> None:
        self.notice.show_problem(problem)

    def _ask(self) -> None:
        """Read the run that is wished for now."""
        self._problem = None
        wish = self.form.wish()
        if not wish.what.is_checked:
            self.check.be_needless()
        elif wish != self.work.wish or not self.work.is_checked:
            self.check.be_waiting()
        self._lacks_activity = wish.what is Printable.SIGN_IN_SHEET and not wish.activity
        if self._lacks_activity:
            self.work.forget()
            self.preview.show_words(self.tr("There is no activity yet. Add one first."))
            self._show_run()
            return
        self.work.ask_for(wish)

    def _choose_what(self, what: Printable) -> None:
        self.form.show_what(what)
        self.notice.put_away()
        if what is Printable.CERTIFICATES:
            self._read_contracts()
        self._name_search()
        self._ask()

    def _read_contracts(self) -> None:
        """Read all contracts, to search one among them."""
        wish = PrintWish(Printable.CERTIFICATES, again=True)

        def take(stack: Stack) -> None:
            self._contracts = stack.pieces

        self._parts.runner.start(
            Operation(
                lambda: self._parts.provider.stack(wish), take, self, self._choices_failed,
                pool=Pool.FILES,
            )
        )  # fmt: skip

    def _find(self, text: str, most: int) -> Sequence[StackPiece]:
        if self.what.current is Printable.CERTIFICATES:
            wanted = text.strip().casefold()
            found = [
                piece
                for piece in self._contracts
                if wanted in f"{piece.label} {piece.name} {piece.detail}".casefold()
            ]
            return found[:most]
        return [guest_piece(row) for row in search(self._parts.book.rows, text, most)]

    def _take_own(self, piece: str) -> None:
        layouts = self.tr("Layouts")
        chosen, _ = QFileDialog.getOpenFileName(
            self, self.tr("A layout of one's own"), "", f"{layouts} (*.json)"
        )
        if not chosen:
            return
        self._parts.runner.start(
            Operation(
                lambda: self._parts.provider.own_layout(chosen, piece),
                self.form.take_own,
                self,
                self._choices_failed,
                pool=Pool.FILES,
            )
        )

    def _stack_read(self) -> None:
        stack = self.work.stack
        self.preview.view.horizontalScrollBar().setValue(0)
        if self.what.current.on_layouts and not stack.pieces:
            self._say_nobody()
        again = stack.printed_before
        self.foot.ask_why(
            self.tr("{count} of them were printed before.").format(count=f"{again:,}")
            if again
            else ""
        )
        self._show_run()

    def _say_nobody(self) -> None:
        of_contracts = self.what.current is Printable.CERTIFICATES
        if self._problem is not None:
            self.preview.show_problem(self._problem)
        elif self.work.stack.is_empty_event and of_contracts:
            self.preview.show_words(self.tr("There are no contracts yet. Import a list first."))
        elif self.work.stack.is_empty_event:
            self.preview.show_words(
                self.tr("There are no guests yet. Import a list first."),
                self.tr("Go to the guests"),
            )
        elif of_contracts:
            self.preview.show_words(self.tr("No contract is left to print with these choices."))
        else:
            self.preview.show_words(self.tr("Nobody is left to print for with these choices."))

    def _fail(self, problem: ProblemForUser) -> None:
        self._problem = problem
        self.check.show_lines(())
        self.preview.show_problem(problem)
        self._show_run()

    def _shown(self, picture: PagePicture | None) -> None:
        if picture is not None:
            self.preview.show_picture(picture)

    def _moved(self) -> None:
        work, piece = self.work, self.work.piece
        pages = self.tr("page {page} of {pages}").format(page=work.page, pages=work.pages)
        if not self.what.current.on_layouts:
            mark = specimen_word(work.stack.standings)
            self._show_place(pages, mark, back=work.page > 1, on=work.page < work.pages)
            return
        total, place = len(work.stack.pieces), work.place
        if piece is None or place is None:
            named = next((line for line in work.lines if line.number == work.number), None)
            whose = f"{named.name} {named.label}" if named else ""
            said = self.tr("Not in this run") if work.number is not None else ""
            self._show_place(said, whose, back=False, on=bool(total))
            return
        said = self.tr("{place} of {total}").format(place=f"{place + 1:,}", total=f"{total:,}")
        whose = "  ".join(part for part in (piece.name, piece.label) if part)
        if work.pages > 1:
            whose = f"{pages}  {whose}"
        self._show_place(
            said,
            whose,
            back=place > 0 or work.page > 1,
            on=place + 1 < total or work.page < work.pages,
        )

    def _show_place(self, place: str, whose: str, *, back: bool, on: bool) -> None:
        self.preview.show_place(place, whose, back=back, on=on)
        self._show_run()

    def _checked(self) -> None:
        if self.work.stack.is_empty_event:
            self.check.be_empty()
        elif self.what.current.is_checked:
            self.check.show_lines(self.work.lines)
        self._show_run()
        self._moved()

    def _open_line(self, line: PreflightLine) -> None:
        if line.number is None:
            return
        self.work.show_number(line.number)
        if self._is_narrow():
            self.switch.choose(0)

    def _show_run(self) -> None:
        """Say what a run would do now."""
        what, work = self.what.current, self.work
        if not what.on_layouts:
            self.choices.show_count("")
            summary = self.tr("As of now; phone numbers stay masked in the preview.")
            standing = standing_words(work.stack.standings)
            shown = summary if what is Printable.ADDRESS_LIST else standing
            self.foot.show_run(shown, may_print=self.may_print, word=self.tr("Save as a file…"))
            return
        total = len(work.stack.pieces)
        of_contracts = what is Printable.CERTIFICATES
        counted = self.tr("{count} contracts") if of_contracts else self.tr("{count} people")
        self.choices.show_count(counted.format(count=f"{total:,}") if total else "")
        held, in_stack = work.held_back
        summary = ""
        if total and work.is_checked:
            counts = {"count": f"{total - in_stack:,}", "held": f"{held:,}"}
            summary = self.tr("{count} can be printed").format(**counts)
            if held:
                summary = self.tr("{count} can be printed, {held} held back").format(**counts)
        elif total:
            summary = self.tr("Checking every page…")
        self.foot.show_run(summary, may_print=self.may_print, word=self.tr("Print to PDF…"))

    def _look_again(self, changes: frozenset[Changed]) -> None:
        if not changes - {Changed.CHECK_INS}:
            return
        if self.isVisible() and not self.run.is_running:
            # Arrivals come by the minute: the check need not be made again after each.
            self._later.start()
        else:
            self._is_stale = True

    def search_one(self) -> None:
        """Search the one to print for alone."""
        if not self.form.one.isHidden():
            self.form.one.search.setFocus()

    def show_findings(self) -> None:
        """Go to what the check found."""
        if self._is_narrow():
            self.switch.choose(1)
        self.check.focus_list()

    def _is_narrow(self) -> bool:
        return self.window().width() < NARROW

    def _place_panes(self) -> None:
        narrow = self._is_narrow()
        self.switch.setVisible(narrow)
        self._hint.setVisible(not narrow)
        self.preview.setVisible(not narrow or self.switch.current == 0)
        self._side.setVisible(not narrow or self.switch.current == 1)
        self._side.setMinimumWidth(0 if narrow else _CHECK_PX)
        self._side.setMaximumWidth(16_777_215 if narrow else _CHECK_PX)

    def _connect(self) -> None:
        self.what.chosen.connect(self._choose_what)
        self.form.changed.connect(self._ask)
        self.choices.slip.chosen.connect(self._take_reprint)
        self.form.own_asked.connect(self._take_own)
        self.foot.asked.connect(self.print_out)
        self.run.began.connect(self._show_run)
        self.run.ended.connect(self._run_ended)
        self.switch.chosen.connect(lambda _: self._place_panes())
        self.preview.went.connect(self.work.step)
        self.preview.went_to_end.connect(self.work.step_to_end)
        self.preview.view.sharper.connect(self.work.draw_at)
        self.preview.acted.connect(self._parts.show_guests)
        self.check.opened.connect(self._open_line)
        self.work.stack_read.connect(self._stack_read)
        self.work.checked.connect(self._checked)
        self.work.shown.connect(self._shown)
        self.work.not_shown.connect(self.preview.show_problem)
        self.work.failed.connect(self._fail)
        self.work.moved.connect(self._moved)
        self.work.ledger_read.connect(self.ledger.show_lines)
        self._parts.runner.changed.connect(self._look_again)
        self._parts.rights.changed.connect(self._show_run)
        self._parts.rights.explain(self.foot.button, Act.PRINT)

    def _lay_out(self) -> None:
        toolbar = QFrame()
        toolbar.setObjectName("toolbar")
        toolbar.setFixedHeight(56)
        bar = QHBoxLayout(toolbar)
        bar.setContentsMargins(16, 0, 16, 0)
        bar.setSpacing(8)
        bar.addWidget(self._title)
        bar.addWidget(self._hint, 1)
        bar.addStretch(0)
        bar.addWidget(self.switch)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.choices)
        row.addWidget(self.preview, 1)
        self._side = self._side_pane()
        row.addWidget(self._side, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(toolbar)
        column.addWidget(self.notice)
        column.addLayout(row, 1)

    def _side_pane(self) -> QFrame:
        pane = QFrame()
        pane.setObjectName("side-panel")
        column = QVBoxLayout(pane)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.check, 3)
        column.addWidget(self.ledger, 2)
        return pane

    def _name_search(self) -> None:
        of_contracts = self.what.current is Printable.CERTIFICATES
        self.form.one.set_words(self.tr("All; search for one") if of_contracts else "")

    def _set_words(self) -> None:
        self._title.setText(self.tr("Print"))
        self._hint.setText(self.tr("Choose what and for whom; look at the check, then print"))
        self.switch.set_words(self.tr("Preview"), self.tr("Check and last runs"))
        self._name_search()
        self._show_run()
        self._moved()
