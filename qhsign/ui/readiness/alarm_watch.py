"""Watches the alarm times of every batch, whichever screen is in front."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from qhsign.background.operation import Changed, Operation, Pool
from qhsign.background.runner import Runner
from qhsign.domain.problems import ProblemForUser

if TYPE_CHECKING:
    from qhsign.services.alarms import Absence, Alarm
    from qhsign.ui.readiness.readiness_provider import ReadinessProvider

JUST = timedelta(minutes=2)
"""An alarm older than this when it becomes known is no news: the board tells of it."""
_SECOND_MS = 1_000
_TIMES = frozenset({Changed.CONTRACTS, Changed.ACTIVITIES, Changed.SETTINGS})


class AlarmWatch(QObject):
    """``went_off`` carries minutes and Absence of an alarm at which somebody is missing, once.

    Once is for each alarm and contract: whoever is added to a batch later is another, and an alarm
    put off is one to come again. ``changed`` tells that somebody came since, or that there is
    nothing to tell any more: nobody is missing, or ``is_told`` says that the board of the batch is
    in sight.
    """

    went_off = Signal(int, object)
    changed = Signal(int, object)

    def __init__(
        self,
        runner: Runner,
        provider: "ReadinessProvider",
        is_told: Callable[[str], bool] = lambda _: False,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._runner, self._provider, self.is_told = runner, provider, is_told
        self._alarms: Sequence[Alarm] = ()
        self._done: set[tuple[str, int]] = set()
        self._told: set[tuple[str, int, str]] = set()
        self._shown: tuple[int, Absence] | None = None
        self._is_asking = self._looks_again = False
        self._second = QTimer(self)
        self._second.setInterval(_SECOND_MS)
        self._second.timeout.connect(self.tick)
        runner.changed.connect(self._look_again)

    def begin(self) -> None:
        """Ask when the alarms are, and watch them from now on."""
        self._runner.start(Operation(self._provider.alarms, self._take, self, pool=Pool.FILES))

    def person_came(self) -> None:
        """Look whether who is told of is still missing, at the next second."""
        self._looks_again = True

    def be_known(self) -> None:
        """Follow the alarm told last no longer: somebody knows."""
        self._shown = None
        self._rest()

    def tick(self) -> None:
        """See which alarm has gone off."""
        now = self._provider.now()
        due = [each for each in self._alarms if each.at <= now and _key(each) not in self._done]
        self._done |= {_key(each) for each in due}
        # The last of a batch is the one that counts; of the others nobody heard in time.
        last = {each.batch: each for each in due if now - each.at < JUST}
        for alarm in last.values():
            self._ask(alarm.batch, alarm.minutes)
        if self._shown is not None:
            self._follow(*self._shown)
        self._rest()

    def _take(self, alarms: Sequence["Alarm"]) -> None:
        now = self._provider.now()
        self._alarms = alarms
        put_off = {_key(each) for each in alarms if each.at > now + JUST}
        self._done -= put_off
        self._told = {each for each in self._told if each[:2] not in put_off}
        self.tick()

    def _ask(self, batch: str, minutes: int) -> None:
        def take(absence: "Absence") -> None:
            lacking = {(batch, minutes, each) for each in absence.contracts}
            if lacking - self._told:
                self._told |= lacking
                self._shown = None if self.is_told(batch) else (minutes, absence)
                self.went_off.emit(minutes, absence)
                self._rest()

        self._start(batch, take)

    def _follow(self, minutes: int, before: "Absence") -> None:
        if self.is_told(before.batch):
            self._shown = None
            self.changed.emit(minutes, replace(before, contracts=frozenset(), names=()))
        elif self._looks_again and not self._is_asking:
            self._looks_again, self._is_asking = False, True
            self._start(before.batch, lambda now: self._take_followed(minutes, now))

    def _take_followed(self, minutes: int, absence: "Absence") -> None:
        self._is_asking = False
        shown = self._shown
        if shown is not None and shown[1].batch == absence.batch and shown[1] != absence:
            self._shown = (minutes, absence) if absence.contracts else None
            self.changed.emit(minutes, absence)

    def _start(self, batch: str, take: Callable[["Absence"], None]) -> None:
        self._runner.start(
            Operation(lambda: self._provider.absent(batch), take, self, self._fail, pool=Pool.FILES)
        )

    def _fail(self, problem: ProblemForUser) -> None:
        self._is_asking = False
        self._runner.problem.emit(problem)

    def _look_again(self, changes: frozenset[Changed]) -> None:
        self._looks_again = True
        if changes & _TIMES:
            self.begin()

    def _rest(self) -> None:
        """Tick while there is something to wait for, and only then."""
        waiting = any(_key(each) not in self._done for each in self._alarms)
        if waiting or self._shown is not None:
            self._second.start()
        else:
            self._second.stop()


def _key(alarm: "Alarm") -> tuple[str, int]:
    return alarm.batch, alarm.minutes
