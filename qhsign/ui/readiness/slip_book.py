"""The change slips of the event, read again after changes while somebody looks."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from qhsign.background.operation import Changed, Operation, Pool
from qhsign.background.runner import Runner
from qhsign.domain.problems import ProblemForUser
from qhsign.services.substitution import PastSubstitution
from qhsign.ui.readiness.readiness_provider import ReadinessProvider

_READ_AGAIN = frozenset({Changed.CONTRACTS, Changed.PRINTS, Changed.GUESTS})


class SlipBook(QObject):
    """``read`` tells that ``slips``, the latest first, were read; ``failed`` a ProblemForUser."""

    read = Signal()
    failed = Signal(object)

    def __init__(self, runner: Runner, provider: ReadinessProvider, parent: QObject) -> None:
        super().__init__(parent)
        self._runner, self._provider = runner, provider
        self.slips: Sequence[PastSubstitution] = ()
        self._is_stale, self._is_reading, self._is_watched = True, False, False
        runner.changed.connect(self._look_again)

    @property
    def still_open(self) -> int:
        """How many printed things still have to be printed again."""
        return sum(len(slip.still_open) for slip in self.slips)

    def watch(self, *, watched: bool) -> None:
        """Read when somebody looks; what changes while nobody does is read at the next look."""
        self._is_watched = watched
        self._read_if_wanted()

    def _look_again(self, changes: frozenset[Changed]) -> None:
        if changes & _READ_AGAIN:
            self._is_stale = True
            self._read_if_wanted()

    def _read_if_wanted(self) -> None:
        if not (self._is_watched and self._is_stale) or self._is_reading:
            return
        self._is_stale, self._is_reading = False, True
        self._runner.start(
            Operation(self._provider.slips, self._take, self, self._fail, pool=Pool.FILES)
        )

    def _take(self, slips: Sequence[PastSubstitution]) -> None:
        self._is_reading = False
        self.slips = slips
        self.read.emit()
        self._read_if_wanted()

    def _fail(self, problem: ProblemForUser) -> None:
        self._is_reading = False
        self.failed.emit(problem)
