"""变更单 over the page: a slip for each substitution, and what it names printed again."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QApplication, QPushButton, QStackedWidget, QWidget

from qhsign.background.operation import Changed, Operation, Pool
from qhsign.domain.problems import ProblemForUser
from qhsign.domain.roles import Act
from qhsign.services.print_records import FolderPrint
from qhsign.services.substitution import PastSubstitution
from qhsign.ui.ceremony.ceremony_parts import CeremonyParts
from qhsign.ui.readiness.readiness_provider import PrintPlace, ReadinessProvider
from qhsign.ui.readiness.slip_book import SlipBook
from qhsign.ui.readiness.slip_list import SlipList
from qhsign.ui.readiness.slip_model import SLIP_ROLE, SlipModel, SlipRow
from qhsign.ui.shared.empty_state import EmptyState
from qhsign.ui.shared.page_over import PageOver
from qhsign.ui.shared.plain_parts import ElidedLabel
from qhsign.wording import say

_PRINTED = frozenset({Changed.PRINTS, Changed.CONTRACTS})


class SlipPage(PageOver):
    """``back_asked`` carries the row of a substitution to take back."""

    back_asked = Signal(object)

    def __init__(
        self, parts: CeremonyParts, provider: ReadinessProvider, book: SlipBook, under: QWidget
    ) -> None:
        super().__init__(parts.look, under)
        self._parts, self._provider, self._book = parts, provider, book
        self._waiting: list[SlipRow] = []
        self._is_printing_slip = False
        self.slips = SlipModel(parts.look, parts.providers.event_facts.time_zone, self)
        self.list = SlipList(parts.look, self.slips)
        self._empty = EmptyState(parts.look, "ring-tick")
        self._stack = QStackedWidget()
        for each in (self.list, self._empty):
            self._stack.addWidget(each)
        self._said = ElidedLabel("second")
        self.copy, self.every, self.leave = QPushButton(), QPushButton(), QPushButton()
        self.print = QPushButton()
        self.every.setProperty("kind", "primary")
        parts.look.put_icon(self.copy, "paste", "text-2", 18)
        parts.look.put_icon(self.print, "print", "text-2", 18)
        self.body.setContentsMargins(16, 12, 16, 12)
        self.body.addWidget(self._stack)
        for button in (self.copy, self.print, self.every, self.leave):
            button.setSizePolicy(button.sizePolicy().Policy.Fixed, button.sizePolicy().Policy.Fixed)
        self.foot.addWidget(self._said, 1)
        for button in (self.copy, self.print, self.leave, self.every):
            self.foot.addWidget(button)
        self.list.again_asked.connect(lambda row: self.print_rows([row]))
        self.list.back_asked.connect(self.back_asked)
        self.copy.clicked.connect(self._copy)
        self.print.clicked.connect(self.print_slip)
        self.list.went_to.connect(self._fill_print)
        self.every.clicked.connect(self._print_all)
        self.leave.clicked.connect(self.put_away)
        book.read.connect(self._fill)
        parts.rights.changed.connect(self._fill)
        parts.rights.explain(self.every, Act.PRINT)
        parts.rights.explain(self.print, Act.PRINT)
        self._set_words()
        self._fill()

    def open_slips(self) -> None:
        """Show the slips, the latest first."""
        self.open_over()
        self._fill()
        if self.slips.rows:
            self.list.setCurrentIndex(self.slips.index(0))
            self.list.setFocus()

    def print_rows(self, rows: Sequence[SlipRow]) -> None:
        """Print these things again, one after the other; a problem ends it."""
        begun = bool(self._waiting)
        self._waiting += [row for row in rows if row not in self._waiting]
        if not begun:
            self._print_next()

    def print_slip(self) -> None:
        """Print the slip of the substitution the list is at, into the desk's print folder."""
        past = self._past()
        if past is None or not self.print.isEnabled():
            return
        self._is_printing_slip = True
        self._fill_print()
        place = PrintPlace(self._parts.preferences.print_folder, self._parts.look.language)
        self._parts.runner.start(
            Operation(
                lambda: self._provider.print_slip(past, place),
                self._slip_printed,
                self,
                self._slip_not_printed,
                pool=Pool.FILES,
                changes=frozenset({Changed.PRINTS}),
            )
        )

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
            self._fill()
        super().changeEvent(event)

    def _print_all(self) -> None:
        self.print_rows([row for row in self.slips.rows if row.is_open])

    def _print_next(self) -> None:
        self._fill()
        if not self._waiting:
            return
        row = self._waiting[0]
        line = row.line
        if line is None:
            raise ValueError("a substitution itself is not printed")
        reason = self.tr("{new} signs instead of {old}").format(
            new=row.past.substitute, old=row.past.replaced
        )
        place = PrintPlace(self._parts.preferences.print_folder, self._parts.look.language, reason)
        self._parts.runner.start(
            Operation(
                lambda: self._provider.print_again(line, place),
                self._printed,
                self,
                self._not_printed,
                pool=Pool.FILES,
                changes=_PRINTED,
            )
        )

    def _slip_printed(self, done: FolderPrint) -> None:
        self._is_printing_slip = False
        self._tell(done)
        self._fill_print()

    def _slip_not_printed(self, problem: ProblemForUser) -> None:
        self._is_printing_slip = False
        self.notice.show_problem(problem)
        self._fill_print()

    def _past(self) -> PastSubstitution | None:
        """Return the substitution the list is at; the latest where it is at none."""
        row = self.list.currentIndex().data(SLIP_ROLE)
        if not isinstance(row, SlipRow):
            row = next(iter(self.slips.rows), None)
        return row.past if row else None

    def _fill_print(self) -> None:
        past = self._past()
        may = past is not None and self._parts.rights.may(Act.PRINT)
        if self.print.hasFocus() and not (may and not self._is_printing_slip):
            self.list.setFocus()
        self.print.setEnabled(may and not self._is_printing_slip)
        if past is not None:
            named = self.tr("The slip of contract {number}, {side}: {name}").format(
                number=int(past.contract), side=past.side, name=past.substitute
            )
            self.print.setAccessibleDescription(named)
            self.print.setToolTip(named)

    def _printed(self, done: FolderPrint) -> None:
        self._waiting = self._waiting[1:]
        self._tell(done)
        self._print_next()

    def _tell(self, done: FolderPrint) -> None:
        told = self.tr("Printed to {path}").format(path=done.path)
        if done.code:
            found = say(done.code, self._parts.look.language, **(done.parameters or {}))
            self.notice.show_sentence(f"{told}  {found}", "warn")
        else:
            self.notice.show_sentence(told)

    def _not_printed(self, problem: ProblemForUser) -> None:
        self._waiting = []
        self.notice.show_problem(problem)
        self._fill()

    def _copy(self) -> None:
        QApplication.clipboard().setText(self.slips.as_text())
        self.notice.show_sentence(self.tr("The change slip is on the clipboard."))

    def _fill(self) -> None:
        self.slips.show_slips(self._book.slips)
        rights, waiting = self._parts.rights, self._book.still_open
        self.list.may_print = rights.may(Act.PRINT) and not self._waiting
        self.list.may_take_back = rights.may(Act.EDIT)
        self._stack.setCurrentWidget(self.list if self.slips.rows else self._empty)
        self.copy.setEnabled(bool(self.slips.rows))
        self._fill_print()
        may_every = bool(waiting) and self.list.may_print
        if self.every.hasFocus() and not may_every:
            self.list.setFocus()  # the keyboard stays on this page
        self.every.setEnabled(may_every)
        if self._waiting:
            said = self.tr("Printing; {count} to go…").format(count=len(self._waiting))
        elif waiting:
            said = self.tr("{count} printed things have to be printed again").format(count=waiting)
        else:
            said = self.tr("Nothing has to be printed again") if self.slips.rows else ""
        self._said.setText(said)

    def _set_words(self) -> None:
        self.set_heading(
            self.tr("Change slip"),
            self.tr("What a substitution made wrong; prints go to this desk's print folder"),
            self.tr("Close the change slip"),
        )
        self.copy.setText(self.tr("Copy the list"))
        self.print.setText(self.tr("Print the slip"))
        self.every.setText(self.tr("Print all again"))
        self.leave.setText(self.tr("Close"))
        self.list.setAccessibleName(self.tr("Change slip"))
        self._empty.set_words(self.tr("Nobody was substituted yet, so nothing is wrong."))
