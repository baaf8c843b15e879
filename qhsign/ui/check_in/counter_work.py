"""What the desk asks of the event file beside scanning: registering, printing one badge."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, time
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from qhsign.background.operation import Changed, Operation, Pool
from qhsign.background.runner import Runner
from qhsign.domain.problems import ProblemForUser
from qhsign.services.guest_records import DoorBadge, RegisteredGuest
from qhsign.services.late_sheet_records import Sheet, SheetLine
from qhsign.ui.check_in.check_in_provider import CheckInProvider
from qhsign.ui.check_in.counter_provider import CounterProvider, NewGuest

_CHECK_INS = frozenset({Changed.CHECK_INS})
_GUESTS = frozenset({Changed.GUESTS})


class CounterWork(QObject):
    """``registered`` carries a RegisteredGuest and ``printed`` a DoorBadge.

    ``sheet_read`` carries the lines of a paper sheet, ``sheet_entered`` a Sheet, ``sheet_annulled``
    how many entries were taken back. ``not_registered``, ``sheet_failed`` and ``not_printed`` carry
    the problem.
    """

    registered = Signal(object)
    not_registered = Signal(object)
    sheet_read = Signal(object)
    sheet_entered = Signal(object)
    sheet_annulled = Signal(int)
    sheet_failed = Signal(object)
    printed = Signal(object)
    not_printed = Signal(object)

    def __init__(
        self,
        provider: CounterProvider,
        real: CheckInProvider,
        runner: Runner,
        desk: Callable[[], str],
        print_folder: Callable[[], Path],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._provider, self._runner, self.desk = provider, runner, desk
        self._print_folder = print_folder
        self.real = real
        self._printing = False
        self._asked = 0

    @property
    def rehearsal(self) -> CheckInProvider:
        """The functions of scanning in a rehearsal."""
        return self._provider.rehearsal

    def register(self, guest: NewGuest) -> None:
        """Enter somebody at the door."""
        desk = self.desk()

        def done(registered: RegisteredGuest) -> None:
            self.registered.emit(registered)

        def fail(problem: ProblemForUser) -> None:
            self.not_registered.emit(problem)

        self._runner.start(
            Operation(
                lambda: self._provider.register(guest, desk), done, self, fail, changes=_GUESTS
            )
        )

    def now(self) -> datetime:
        """Return the moment in the event's zone."""
        return self._provider.late.now()

    def read_sheet(self, activity: str, text: str, day: date, at: time) -> None:
        """Tell whom the lines of a sheet mean; only the latest question is answered."""
        self._asked += 1
        asked = self._asked

        def done(lines: Sequence[SheetLine]) -> None:
            if asked == self._asked:
                self.sheet_read.emit(lines)

        def work() -> Sequence[SheetLine]:
            return self._provider.late.read(activity, text, day, at)

        self._runner.start(Operation(work, done, self, self._sheet_failed))

    def enter_sheet(self, activity: str, arrivals: Mapping[str, datetime]) -> None:
        """Store late sign-ins, all or none."""
        desk = self.desk()

        def work() -> Sheet:
            return self._provider.late.enter(activity, arrivals, desk)

        def done(sheet: Sheet) -> None:
            self.sheet_entered.emit(sheet)

        self._runner.start(Operation(work, done, self, self._sheet_failed, changes=_CHECK_INS))

    def annul_sheet(self, sheet: str, reason: str) -> None:
        """Take a sheet back as one."""

        def done(count: int) -> None:
            self.sheet_annulled.emit(count)

        work = Operation(
            lambda: self._provider.late.annul(sheet, reason), done, self, changes=_CHECK_INS
        )
        self._runner.start(work)

    def _sheet_failed(self, problem: ProblemForUser) -> None:
        self.sheet_failed.emit(problem)

    def print_badge(self, number: int) -> None:
        """Print one guest's badge; asked for again while it is being printed, once is enough."""
        if self._printing:
            return
        self._printing = True
        folder = self._print_folder()

        def done(badge: DoorBadge) -> None:
            self._printing = False
            self.printed.emit(badge)

        def fail(problem: ProblemForUser) -> None:
            self._printing = False
            self.not_printed.emit(problem)

        # Not on the event file's thread: the next scan must not wait for fonts and pages.
        work = Operation(
            lambda: self._provider.print_badge(number, folder), done, self, fail, pool=Pool.FILES
        )
        self._runner.start(work)
