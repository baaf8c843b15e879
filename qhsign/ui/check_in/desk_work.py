"""What the check-in screen asks of the event file, in order and off the window's thread."""

from collections.abc import Callable, Sequence
from uuid import uuid4

from PySide6.QtCore import QObject, Signal

from qhsign.background.operation import Changed, Operation
from qhsign.background.runner import Runner
from qhsign.domain.problems import ProblemForUser
from qhsign.services.check_in_records import Attendance, ScanResult
from qhsign.ui.check_in.check_in_provider import CheckInProvider
from qhsign.ui.check_in.scan_list_model import KEPT

_CHECK_INS = frozenset({Changed.CHECK_INS})


class DeskWork(QObject):
    """Every scan handed in is answered once, in the order handed in.

    ``answered`` carries a ScanResult with the activity it was for, ``not_recorded`` the problem.
    ``tagged`` carries a scan's id and the number tag noted for it, ``tag_refused`` why it was not.
    """

    answered = Signal(object, str)
    not_recorded = Signal(object)
    annulled = Signal(str)
    attendance = Signal(object)
    recent = Signal(object)
    tagged = Signal(str, str)
    tag_refused = Signal(str, object)

    def __init__(
        self,
        provider: CheckInProvider,
        runner: Runner,
        desk: Callable[[], str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._provider, self._runner, self.desk = provider, runner, desk
        self.activity = ""
        self._counting = False
        self._count_again = False
        runner.changed.connect(self._look_again)

    def show_activity(self, activity_id: str) -> None:
        """Work for another activity from now on; scans handed in before stay with theirs."""
        self.activity = activity_id
        self.recent.emit(())
        self.attendance.emit(None)
        self.refresh()

    def use(self, provider: CheckInProvider) -> None:
        """Work with other functions from now on; what was handed in before stays with its own."""
        self._provider = provider
        self.recent.emit(())
        self.refresh()

    def scan(self, line: str, *, leaving: bool) -> None:
        """Hand in one scanned line."""
        activity, desk, nonce, provider = self.activity, self.desk(), uuid4().hex, self._provider

        def work() -> ScanResult:
            return provider.record_scan(line, activity, desk, nonce, leaving=leaving)

        self._answer(work, activity)

    def check_in(self, guest_id: str) -> None:
        """Hand in a guest recognised without a badge."""
        activity, desk, nonce, provider = self.activity, self.desk(), uuid4().hex, self._provider

        def work() -> ScanResult:
            return provider.check_in_by_hand(guest_id, activity, desk, nonce)

        self._answer(work, activity)

    def override(self, result: ScanResult, reason: str) -> None:
        """Let in after a refusal."""
        activity = self.activity

        def work() -> ScanResult:
            return self._provider.override(result.scan, reason)

        self._answer(work, activity)

    def annul(self, result: ScanResult, reason: str) -> None:
        """Take a check-in back; a problem goes to the window's notice."""

        def work() -> None:
            self._provider.annul(result.scan, reason)

        def done(_: None) -> None:
            self.annulled.emit(result.scan)

        self._runner.start(Operation(work, done, self, changes=_CHECK_INS))

    def give_tag(self, result: ScanResult, text: str) -> None:
        """Note the number tag that was handed out for a scan."""
        provider = self._provider

        def done(tag: str) -> None:
            self.tagged.emit(result.scan, tag)

        def fail(problem: ProblemForUser) -> None:
            self.tag_refused.emit(result.scan, problem)

        self._runner.start(
            Operation(lambda: provider.give_tag(result.scan, text), done, self, fail)
        )

    def refresh(self) -> None:
        """Read the last scans and the figures again."""
        activity, provider = self.activity, self._provider
        if not activity:
            return

        def take(results: Sequence[ScanResult]) -> None:
            if activity == self.activity and provider is self._provider:
                self.recent.emit(results)

        self._runner.start(Operation(lambda: provider.recent_scans(activity, KEPT), take, self))
        self.count()

    def count(self) -> None:
        """Read the figures again; asked for while reading, once more afterwards."""
        if self._counting:
            self._count_again = True
            return
        activity = self.activity
        if not activity:
            return
        self._counting = True

        def take(attendance: Attendance) -> None:
            if activity == self.activity:
                self.attendance.emit(attendance)
            self._counted()

        def fail(problem: ProblemForUser) -> None:
            self._runner.problem.emit(problem)
            self._counted()

        self._runner.start(Operation(lambda: self._provider.attendance(activity), take, self, fail))

    def _counted(self) -> None:
        self._counting = False
        if self._count_again:
            self._count_again = False
            self.count()

    def _answer(self, work: Callable[[], ScanResult], activity: str) -> None:
        def done(result: ScanResult) -> None:
            self.answered.emit(result, activity)
            self.count()

        def fail(problem: ProblemForUser) -> None:
            self.not_recorded.emit(problem)

        self._runner.start(Operation(work, done, self, fail))

    def _look_again(self, changes: frozenset[Changed]) -> None:
        if changes & {Changed.CHECK_INS, Changed.GUESTS}:
            self.refresh()
