"""The guests of the open event as the window holds them: read once, read again when changed."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, Signal

from qhsign.background.operation import Changed, Operation
from qhsign.background.runner import Runner
from qhsign.domain.problems import ProblemForUser
from qhsign.services.check_in_records import ScanResult
from qhsign.services.guest_records import Arrival, GuestRow, ReadGuests
from qhsign.ui.providers import GuestProvider


class GuestBook(QObject):
    """Shared by the screens, so that six thousand rows are read and kept only once."""

    loaded = Signal()
    arrivals_loaded = Signal()
    failed = Signal(object)

    def __init__(
        self, provider: GuestProvider, runner: Runner, order: str, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._provider, self._runner = provider, runner
        self.order = order
        self.is_loaded = False
        self.rows: Sequence[GuestRow] = ()
        self.texts: Sequence[str] | None = None
        self.arrivals: Mapping[str, Arrival] = {}
        self._activity = ""
        self._asked = 0
        self._asked_arrivals = 0
        runner.changed.connect(self._look_again)

    def load(self, order: str | None = None) -> None:
        """Read every guest, in another order if one is named."""
        self.order = order or self.order
        self._asked += 1
        number, asked_order = self._asked, self.order

        def take(read: ReadGuests) -> None:
            if number == self._asked:
                self.rows, self.texts = read
                self.is_loaded = True
                self.loaded.emit()

        def fail(problem: ProblemForUser) -> None:
            self.failed.emit(problem)

        self._runner.start(
            Operation(lambda: self._provider.load_guests(asked_order), take, self, fail)
        )

    def show_activity(self, activity_id: str) -> None:
        """Read who has arrived at another activity."""
        if activity_id != self._activity:
            self._activity = activity_id
            self.arrivals = {}
            self._load_arrivals()

    def note(self, result: ScanResult) -> None:
        """Take over an arrival just recorded at this desk, without reading the file."""
        guest = result.guest
        if guest is None or not result.counted or result.leaving or guest.id in self.arrivals:
            return
        self.arrivals = {**self.arrivals, guest.id: Arrival(result.at, result.desk)}
        self.arrivals_loaded.emit()

    def _load_arrivals(self) -> None:
        activity = self._activity
        self._asked_arrivals += 1
        number = self._asked_arrivals
        if not activity:
            self.arrivals_loaded.emit()
            return

        def take(arrivals: Mapping[str, Arrival]) -> None:
            if number == self._asked_arrivals:
                self.arrivals = arrivals
                self.arrivals_loaded.emit()

        self._runner.start(Operation(lambda: self._provider.arrivals(activity), take, self))

    def _look_again(self, changes: frozenset[Changed]) -> None:
        if Changed.GUESTS in changes:
            self.load()
        if changes & {Changed.GUESTS, Changed.CHECK_INS}:
            self._load_arrivals()
