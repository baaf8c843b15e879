"""A bug in what Qt calls is reported, whoever raised it; run apart, as it may take Python down."""

import subprocess
import sys

import pytest

from support.program import surroundings

PROGRAM = """
import sys
import qhsign.ui
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QWidget

class Cell(QWidget):
    def event(self, event):
        if event.type() == QEvent.Type.User:
            {bug}
        return super().event(event)

class Button(QLabel):
    def setNum(self, number):
        super().setNum(number + 1)

application = QApplication(["qhsign"])
sys.excepthook = lambda kind, bug, trace: print("reported", kind.__name__, type(bug).__name__)
button = Button()
button.setNum(1)
print(button.text(), button.setNum.__func__.__code__.co_argcount)
cell = Cell()
QTimer.singleShot(0, lambda: QApplication.sendEvent(cell, QEvent(QEvent.Type.User)))
QTimer.singleShot(0, lambda: print("went on"))
QTimer.singleShot(0, application.quit)
application.exec()
"""


@pytest.mark.parametrize(
    ("bug", "told"),
    [
        ("int('many')", "ValueError"),
        ("{}['gone']", "KeyError"),
        ("raise LookupError('ours')", "LookupError"),
    ],
)
def test_a_bug_in_what_qt_calls_is_reported(bug: str, told: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM.format(bug=bug)],
        env={**surroundings(), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    said = done.stdout.splitlines()
    assert said[0] == "2 2", "a slot keeps how many arguments it takes"
    assert f"reported {told} {told}" in said
    assert said[-1] == "went on"
