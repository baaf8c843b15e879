"""What the console asks of the event: the state it shows, and the steps an operator takes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from qhsign.background.operation import Changed, Operation, Pool
from qhsign.background.runner import Runner
from qhsign.domain.ceremony import Screen
from qhsign.domain.problems import ProblemForUser
from qhsign.services.console import CeremonyRow, ConsoleState
from qhsign.services.readiness import ReadyBatch
from qhsign.ui.console.console_provider import ConsoleProvider
from qhsign.ui.theme import Look

REST_MS = 400
"""After a step the next is taken no sooner: a key pressed twice is one step."""
_ARRIVALS_MS = 1_000
"""How long scans are gathered before arrivals are counted anew."""
_AGAIN_MS = 3_000
"""How soon a state that could not be read is tried again."""
_CHANGED = frozenset({Changed.CONTRACTS})
_READ_AGAIN = frozenset({Changed.CONTRACTS, Changed.GUESTS, Changed.ACTIVITIES, Changed.SETTINGS})


@dataclass(frozen=True, slots=True)
class _Read:
    """What was read at one moment; ``problem`` says why there is no state."""

    rows: Sequence[CeremonyRow]
    state: ConsoleState | None = None
    ready: ReadyBatch | None = None
    problem: ProblemForUser | None = None


class ConsoleWork(QObject):
    """``changed`` tells of another state, ``listed`` of the ceremonies, ``counted`` of readiness.

    ``refused`` carries the ProblemForUser of a step that was not taken, ``blind`` that of a state
    that could not be read; ``seeing`` tells that it can be read again. Reads beside the scans;
    steps are written in turn with them. A state read before a step was taken is thrown away.
    """

    changed = Signal()
    listed = Signal()
    counted = Signal()
    refused = Signal(object)
    blind = Signal(object)
    seeing = Signal()

    def __init__(
        self, look: Look, runner: Runner, provider: ConsoleProvider, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._look, self._runner, self._provider = look, runner, provider
        self.state: ConsoleState | None = None
        self.ceremonies: Sequence[CeremonyRow] = ()
        self.is_listed = False
        self.ready: ReadyBatch | None = None
        self._slate = ""
        self._since = QElapsedTimer()
        self._steps = self._pending = 0
        self._is_reading = self._is_stale = self._is_watched = False
        self._is_blind = self._is_own = False
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(_AGAIN_MS)
        self._again.timeout.connect(self._read_if_watched)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._arrivals = QTimer(self)
        self._arrivals.setSingleShot(True)
        self._arrivals.setInterval(_ARRIVALS_MS)
        self._arrivals.timeout.connect(self.read)
        runner.changed.connect(self._look_again)

    @property
    def slate(self) -> str:
        """The slate whose ceremony is led; empty before one is chosen."""
        return self._slate

    @property
    def is_resting(self) -> bool:
        """Whether a step is being taken or was taken just now: another is not listened to."""
        return bool(self._pending) or self._rest.isActive()

    def now(self) -> datetime | None:
        """Return what time it is, by the clock the steps are written with."""
        if self.state is None:
            return None
        return self.state.at + timedelta(milliseconds=self._since.elapsed())

    def watch(self, *, watched: bool) -> None:
        """Read when somebody looks, at the console or in the hall; else not."""
        begins = watched and not self._is_watched
        self._is_watched = watched
        if begins:
            self.read()

    def choose(self, slate: str) -> None:
        """Lead another slate's ceremony."""
        if slate != self._slate:
            self._slate, self.state, self.ready = slate, None, None
            self._steps += 1
            self.changed.emit()
            self.read()

    def read(self) -> None:
        """Read the ceremonies and the state of the chosen one; once more if asked meanwhile."""
        if self._is_reading:
            self._is_stale = True
            return
        self._is_reading, self._is_stale = True, False
        asked, language, provider = self._slate, self._look.language, self._provider
        steps = self._steps

        def work() -> _Read:
            rows = provider.ceremonies()
            slate = asked if any(row.slate == asked for row in rows) else _usual(rows)
            if not slate:
                return _Read(rows)
            try:
                state = provider.state(slate, language)
                following = state.next_batch
                ready = provider.readiness(following.number) if following is not None else None
            except ProblemForUser as problem:
                return _Read(rows, problem=problem)
            return _Read(rows, state, ready)

        def take(read: _Read) -> None:
            self._is_reading = False
            self.ceremonies, self.is_listed = read.rows, True
            self.listed.emit()
            if read.problem is not None:
                self._be_blind(read.problem)
            elif steps != self._steps or self._pending:
                self._is_stale = not self._pending
            else:
                self._see()
                self._show(read.state, read.ready)
            if self._is_stale:
                self.read()

        def fail(problem: ProblemForUser) -> None:
            self._is_reading = False
            self._be_blind(problem)

        self._runner.start(Operation(work, take, self, fail, pool=Pool.FILES))

    def start(self) -> None:
        """Begin the ceremony."""
        self._step(lambda: self._provider.start(self._slate, self._look.language))

    def go_on(self) -> None:
        """Go to the next step."""
        seen = self._seen()
        self._step(lambda: self._provider.go_on(self._slate, self._look.language, seen))

    def go_back(self) -> None:
        """Go back to the step before."""
        seen = self._seen()
        self._step(lambda: self._provider.go_back(self._slate, self._look.language, seen))

    def end(self, done: Callable[[], None]) -> None:
        """End the ceremony; ``done`` runs when it is written."""
        self._step(lambda: self._provider.end(self._slate, self._look.language), done)

    def resume(self, slate: str) -> None:
        """Take the end of a slate's ceremony back, and lead it again."""
        if self.is_resting:
            return
        self._slate = slate
        self._change(lambda: self._provider.resume(slate, self._look.language))
        self._rest.start()

    def show_screen(self, screen: Screen | None) -> None:
        """Choose what the hall sees; None follows the steps."""
        slate, language = self._slate, self._look.language
        self._change(lambda: self._provider.choose_screen(slate, screen, language))

    def hold(self, *, held: bool) -> None:
        """Keep the picture in the hall, or let it go on."""
        slate, language = self._slate, self._look.language
        self._change(lambda: self._provider.hold_screen(slate, held, language))

    def _seen(self) -> str:
        current = self.state.current if self.state is not None else None
        return current.key if current is not None else ""

    def _step(
        self, work: Callable[[], ConsoleState], done: Callable[[], None] | None = None
    ) -> None:
        if not self.is_resting and self.state is not None:
            self._change(work, done)
            self._rest.start()

    def _change(
        self, work: Callable[[], ConsoleState], done: Callable[[], None] | None = None
    ) -> None:
        self._pending += 1
        self._steps += 1
        asked = self._slate

        def take(state: ConsoleState) -> None:
            self._pending -= 1
            if asked == self._slate:
                self._take_own(state)
            else:  # another ceremony was chosen meanwhile
                self.read()
            if done is not None:
                done()

        def fail(problem: ProblemForUser) -> None:
            self._pending -= 1
            self.refused.emit(problem)
            self.read()

        self._runner.start(Operation(work, take, self, fail, changes=_CHANGED))

    def _take_own(self, state: ConsoleState) -> None:
        self._is_own = True
        same = self.state is not None and _next_id(self.state) == _next_id(state)
        self._see()
        self._show(state, self.ready if same else None)
        if not same or self._is_stale:
            self.read()

    def _show(self, state: ConsoleState | None, ready: ReadyBatch | None) -> None:
        self.state, self.ready = state, ready
        if state is not None:
            self._slate = state.slate
            self._since.start()
        self.changed.emit()
        self.counted.emit()

    def _be_blind(self, problem: ProblemForUser) -> None:
        self._is_blind = True
        self.blind.emit(problem)
        self._again.start()

    def _read_if_watched(self) -> None:
        if self._is_watched:
            self.read()

    def _see(self) -> None:
        if self._is_blind:
            self._is_blind = False
            self.seeing.emit()

    def _look_again(self, changes: frozenset[Changed]) -> None:
        if self._is_own and changes == _CHANGED:
            # What this console wrote it has shown already.
            self._is_own = False
            return
        if not self._is_watched:
            return
        if changes & _READ_AGAIN:
            self.read()
        elif Changed.CHECK_INS in changes and not self._arrivals.isActive():
            self._arrivals.start()


def _usual(rows: Sequence[CeremonyRow]) -> str:
    """Return the one ceremony that runs, else the only one there can be."""
    running = [row.slate for row in rows if row.is_running]
    if len(running) == 1:
        return running[0]
    return rows[0].slate if len(rows) == 1 else ""


def _next_id(state: ConsoleState) -> str:
    return state.next_batch.id if state.next_batch is not None else ""
