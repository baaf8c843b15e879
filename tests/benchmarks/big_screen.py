"""The big screen after a step: from the key on the console to the picture painted in the hall."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest

from benchmarks.large_event import event_with
from benchmarks.measuring import Figure, percentile, timed
from benchmarks.opened_window import opened_window, sleep_until_something_happens
from benchmarks.scan_to_verdict import bare_commits
from qhsign.ui.ceremony.ceremony_commands import CEREMONY
from qhsign.ui.console.console_page import ConsolePage

if TYPE_CHECKING:
    from qhsign.ui.ceremony.ceremony_page import CeremonyPage

MEASURED = 60
FORTH, BACK = Qt.Key.Key_Space, Qt.Key.Key_Backspace
MOST = 200.0
"""Milliseconds within which the hall follows."""


class Painted(QObject):
    """Counts how often the big screen was painted."""

    count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's own name
        """Count a picture on its way to the hall."""
        del watched
        self.count += event.type() == QEvent.Type.Paint
        return False


def ready(page: ConsolePage) -> None:
    """Wait until the console listens."""
    while page.work.is_resting or not page.keys.is_quiet or page.work.state is None:
        sleep_until_something_happens()


def stepped(page: ConsolePage, painted: Painted, key: Qt.Key) -> float:
    """Press a key; return the milliseconds until the hall has another picture."""
    ready(page)
    before, shown = painted.count, page.hall.view.shown
    with timed() as watch:
        QTest.keyClick(page.next, key)
        while painted.count == before or page.hall.view.shown is shown:
            sleep_until_something_happens()
    return watch.seconds * 1000


def main(folder: Path, guests: int) -> None:
    """Measure into ``folder``: back and forth between the opening and the first batch."""
    taken = []
    with opened_window(event_with(guests, folder)) as frame:
        frame.show_page(CEREMONY)
        screen = cast("CeremonyPage", frame.screens.screen_of(CEREMONY))
        screen.console.open()
        page = screen.console.page
        page.hall.open()
        painted = Painted()
        page.hall.view.installEventFilter(painted)
        frame.window().activateWindow()
        while page.work.state is None or not page.next.hasFocus():
            sleep_until_something_happens()
        page.work.start()
        ready(page)
        for _ in range(2):
            page.work.go_on()
            ready(page)
        for _ in range(min(MEASURED, guests // 20) // 2):
            taken += [stepped(page, painted, key) for key in (FORTH, BACK)]
    floor = bare_commits(folder / "bare.db", len(taken))
    for share, word in ((0.5, "p50"), (0.99, "p99")):
        name = f"step pressed to big screen painted, {word} of {len(taken)}"
        value, least = percentile(taken, share), percentile(floor, share)
        Figure(name, value, "ms", MOST, f"bare durable commit, {word}", least).say()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
