"""What the check-in screen asks of the event file, and when."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from qhsign.background.runner import Runner
from qhsign.services.check_in_records import Attendance
from qhsign.ui.check_in.desk_work import DeskWork
from support.window_fakes import FakeEvent


def test_a_stream_of_scans_does_not_wait_for_the_figures(
    qtbot: QtBot, runner: Runner, event: FakeEvent
) -> None:
    counted: list[int] = []

    def attendance(activity: str) -> Attendance:
        counted.append(len(event.codes))
        return event.attendance(activity)

    owner = QObject()
    given = replace(event.open(Path("demo.qhsign")).check_in, attendance=attendance)
    work = DeskWork(given, runner, lambda: "东门1号台", owner)
    work.show_activity("a1")
    qtbot.waitUntil(lambda: counted == [0])
    shown: list[Attendance] = []
    work.attendance.connect(shown.append)
    for number in range(1, 31):
        work.scan(str(number), leaving=False)
    qtbot.waitUntil(lambda: bool(shown) and shown[-1].arrived == 30)
    assert counted[-1] == 30, "the last figures have every scan"
    assert len(counted) < 10
