"""The window at the board of a batch that waits, with a clock the test sets."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from pytestqt.qtbot import QtBot

from qhsign.background.operation import Changed
from qhsign.services import activities, batches, check_ins
from qhsign.services.desk import Desk
from qhsign.store.event_file import EventFile
from qhsign.ui.main_window import MainWindow, OpenEvent
from qhsign.ui.readiness.readiness_column import ReadinessColumn
from support.ceremony_windows import open_ceremony
from support.desks import Clock
from support.real_windows import RealEvent, opening, settle
from support.stages import ACTIVITY, DOORS, id_of

ON_STAGE = datetime(2024, 7, 11, 7, 20, tzinfo=UTC)
"""15:20 in Xining."""


@dataclass
class Waiting:
    """The window, its board, the clock of its desk, and a desk beside it at the same file."""

    window: MainWindow
    column: ReadinessColumn
    clock: Clock
    desk: Desk
    qtbot: QtBot

    def settle(self) -> None:
        """Wait until everything that was asked has come back, and what waits for a gap, too."""
        settle(self.window, self.qtbot)
        self.qtbot.waitUntil(lambda: not self.column.watch.is_behind, timeout=10_000)
        settle(self.window, self.qtbot)

    def before(self, minutes: float) -> None:
        """Set the clock to so many minutes before going on stage, and let it tick."""
        self.clock.now = ON_STAGE - timedelta(minutes=minutes)
        self.column.tick()
        self.settle()

    def come(self, *names: str, leaving: bool = False, at: datetime | None = None) -> None:
        """Have people come in at another desk; nobody is told."""
        for name in names:
            moment = at or min(self.clock.now, DOORS + timedelta(minutes=5))
            check_ins.check_in_by_hand(
                self.desk, id_of(self.desk, name), ACTIVITY, at=moment, leaving=leaving
            )

    def announce(self, *changes: Changed) -> None:
        """Tell the window that something changed beside it."""
        self.window.runner.announce(frozenset(changes or {Changed.CHECK_INS}))

    def activity(self) -> str:
        """Return the id of the activity people check in at."""
        rows = activities.list_activities(self.desk)
        return next(row.id for row in rows if row.name == ACTIVITY)

    def row(self, number: int) -> str:
        """Return what the board says of a contract."""
        model = self.column.contracts
        place = model.place_of(number)
        return "" if place is None else str(model.index(place).data())


def timed(event: RealEvent, starts: str = "2024-07-11T15:20") -> RealEvent:
    """Give the first batch of an event its time on stage."""
    with Desk(EventFile.open(event.path)) as desk:
        batches.set_batch(desk, "1", {"starts": starts})
    return event


def open_board(
    open_window: Callable[[OpenEvent], MainWindow],
    qtbot: QtBot,
    path: Path,
    minutes: float = 60,
) -> Waiting:
    """Open the window at the board, so many minutes before the first batch goes on stage."""
    clock = Clock(ON_STAGE - timedelta(minutes=minutes))
    window, page = open_ceremony(open_window, qtbot, opening(now=clock))
    beside = Desk(EventFile.open(path), name="签约厅门口", operator="马小龙", now=clock)
    found = Waiting(window, page.readiness(), clock, beside, qtbot)
    found.settle()
    return found
