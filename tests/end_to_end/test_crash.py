"""A bug in an operation: details to copy, the log's path, and a clean end."""

import subprocess
import sys
from pathlib import Path

from support.program import PATIENCE, surroundings

BUG = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QPushButton
from qhsign.ui import application

def broken(path):
    raise ZeroDivisionError("a bug in an operation")

def close():
    dialog = QApplication.activeModalWidget()
    if dialog is None:
        return
    for label in dialog.findChildren(QLabel):
        print(label.text())
    print(dialog.findChild(QPlainTextEdit).toPlainText())
    copy, end = dialog.findChildren(QPushButton)
    copy.click()
    print("copied", "a bug in an operation" in QApplication.clipboard().text())
    end.click()

app = QApplication(sys.argv[:1])
timer = QTimer()
timer.timeout.connect(close)
timer.start(50)
sys.exit(application.run(broken, Path(sys.argv[1]), lambda *_: None))
"""


def test_a_bug_shows_its_details_and_ends_the_program(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", BUG, str(tmp_path / "e.qhsign")],
        capture_output=True,
        text=True,
        env=surroundings(QT_QPA_PLATFORM="offscreen", XDG_STATE_HOME=str(tmp_path / "state")),
        timeout=PATIENCE,
        check=False,
    )
    assert done.returncode == 70, done.stderr
    log = tmp_path / "state" / "qhsign" / "crash.log"
    assert str(log) in done.stdout
    assert "ZeroDivisionError: a bug in an operation" in done.stdout
    assert "copied True" in done.stdout
    assert "ZeroDivisionError: a bug in an operation" in log.read_text("utf-8")
