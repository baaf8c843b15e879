"""Keeps the board of the chosen batch as it is now, for as long as somebody looks at it."""

from enum import IntEnum

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from qhsign.background.operation import Changed, Operation, Pool
from qhsign.background.runner import Runner
from qhsign.domain.problems import ProblemForUser
from qhsign.services.readiness import ReadyBatch
from qhsign.ui.ceremony.ceremony_book import CeremonyBook
from qhsign.ui.check_in.desk_work import DeskWork
from qhsign.ui.readiness.readiness_provider import ReadinessProvider

GAP_MS = 80
"""Reads begin no closer than this: twenty scans a second cost some twelve, the last one shows."""
_WHOLE = frozenset(Changed) - {Changed.CHECK_INS}


class _Wanted(IntEnum):
    NOTHING = 0
    PRESENCE = 1
    BOARD = 2


class ReadinessWatch(QObject):
    """Reads beside the scans. After a scan only who is there is read again.

    ``read`` carries the board (a ReadyBatch), or None where no batch is chosen; ``failed`` a
    ProblemForUser.
    """

    read = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        runner: Runner,
        book: CeremonyBook,
        provider: ReadinessProvider,
        scans: DeskWork,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._runner, self._book, self._provider = runner, book, provider
        self.board: ReadyBatch | None = None
        self.reads = 0
        self._wanted = _Wanted.BOARD
        self._is_watched = self._is_reading = False
        self._since = QElapsedTimer()
        self._gap = QTimer(self)
        self._gap.setSingleShot(True)
        self._gap.timeout.connect(self._read_if_wanted)
        book.batch_chosen.connect(self._turn)
        book.read.connect(self._turn)
        runner.changed.connect(self._look_again)
        for told in (scans.answered, scans.annulled):
            told.connect(self._person_came)

    @property
    def is_behind(self) -> bool:
        """Whether something is still to be read, now or after the gap."""
        wanted = self._wanted is not _Wanted.NOTHING and self._book.batch is not None
        return self._is_watched and (self._is_reading or wanted)

    def watch(self, *, watched: bool) -> None:
        """Read when somebody looks; what changes while nobody does is read at the next look."""
        self._is_watched = watched
        self._read_if_wanted()

    def come_of_age(self) -> None:
        """Look again because time has passed."""
        self._want(_Wanted.PRESENCE)

    def _person_came(self) -> None:
        self._want(_Wanted.PRESENCE)

    def _look_again(self, changes: frozenset[Changed]) -> None:
        if changes & _WHOLE:
            self._want(_Wanted.BOARD)
        elif changes:
            self._want(_Wanted.PRESENCE)

    def _turn(self) -> None:
        """Show the chosen batch, if it is another one than the board shows."""
        batch = self._book.batch
        if (batch.id if batch else "") == (self.board.batch.id if self.board else ""):
            return
        if batch is None:
            self._put(None)
        else:
            self._want(_Wanted.BOARD)

    def _want(self, wanted: _Wanted) -> None:
        self._wanted = max(self._wanted, wanted)
        self._read_if_wanted()

    def _read_if_wanted(self) -> None:
        batch = self._book.batch
        if self._is_reading or not self._is_watched or batch is None:
            return
        if self._wanted is _Wanted.NOTHING:
            return
        left = GAP_MS - self._since.elapsed() if self._since.isValid() else 0
        # The gap parts reads of one batch from each other; another one is wanted at once.
        is_same = self.board is not None and self.board.batch.id == batch.id
        if left > 0 and is_same:
            self._gap.start(left)
            return
        self._begin(batch.id)

    def _begin(self, batch: str) -> None:
        before = self.board
        whole = self._wanted is _Wanted.BOARD or before is None or before.batch.id != batch
        self._wanted, self._is_reading = _Wanted.NOTHING, True
        self.reads += 1
        self._since.start()

        def work() -> ReadyBatch:
            if whole or before is None:
                return self._provider.board(batch)
            return self._provider.look_again(before)

        self._runner.start(Operation(work, self._take, self, self._fail, pool=Pool.FILES))

    def _take(self, board: ReadyBatch) -> None:
        self._is_reading = False
        chosen = self._book.batch
        if chosen is not None and chosen.id == board.batch.id:
            self._put(board)
        else:
            self._wanted = _Wanted.BOARD
        self._read_if_wanted()

    def _fail(self, problem: ProblemForUser) -> None:
        self._is_reading = False
        if problem.code != "batch-gone":  # whoever took it away is told so, and how to undo it
            self.failed.emit(problem)
        chosen = self._book.batch
        if self.board is not None and (chosen is None or chosen.id != self.board.batch.id):
            self._put(None)  # the board of another batch must not stand for the chosen one
        self._read_if_wanted()

    def _put(self, board: ReadyBatch | None) -> None:
        self.board = board
        self.read.emit(board)
