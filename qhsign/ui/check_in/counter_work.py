"""What the desk asks of the event file beside scanning: registering, printing one badge."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from qhsign.background.operation import Changed, Operation, Pool
from qhsign.background.runner import Runner
from qhsign.domain.problems import ProblemForUser
from qhsign.services.guest_records import DoorBadge, RegisteredGuest
from qhsign.ui.check_in.check_in_provider import CheckInProvider
from qhsign.ui.check_in.counter_provider import CounterProvider, NewGuest

_GUESTS = frozenset({Changed.GUESTS})


class CounterWork(QObject):
    """``registered`` carries a RegisteredGuest and ``printed`` a DoorBadge.

    ``not_registered`` and ``not_printed`` carry the problem.
    """

    registered = Signal(object)
    not_registered = Signal(object)
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
        self._provider, self._runner, self._desk = provider, runner, desk
        self._print_folder = print_folder
        self.real = real
        self._printing = False

    @property
    def rehearsal(self) -> CheckInProvider:
        """The functions of scanning in a rehearsal."""
        return self._provider.rehearsal

    def register(self, guest: NewGuest) -> None:
        """Enter somebody at the door."""
        desk = self._desk()

        def done(registered: RegisteredGuest) -> None:
            self.registered.emit(registered)

        def fail(problem: ProblemForUser) -> None:
            self.not_registered.emit(problem)

        self._runner.start(
            Operation(
                lambda: self._provider.register(guest, desk), done, self, fail, changes=_GUESTS
            )
        )

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
