"""A console whose process was killed: opened again, the ceremony stands where it stood."""

import subprocess
import sys
import threading
from pathlib import Path

from support.program import PATIENCE, ask, surroundings

WINDOW = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from qhsign import launch

event, steps = sys.argv[1], int(sys.argv[2])
told = []

def say(words):
    if words not in told:
        told.append(words)
        print(words, flush=True)

def drive():
    window = next((w for w in QApplication.topLevelWidgets() if w.objectName() == "window"), None)
    frame = window.frame if window is not None else None
    if frame is None or window.runner.running:
        return
    if not frame.screens.has("ceremony"):
        return
    screen = frame.screens.screen_of("ceremony")
    if not screen.console.is_open:
        if steps:
            frame.show_page("ceremony")
            screen.console.open()
        elif frame.notice.isVisible():
            say("told " + frame.notice.sentence)
            frame.notice._button.click()
        return
    page = screen.console.page
    state = page.work.state
    if state is None or page.work.is_resting:
        return
    if steps and state.place < steps:
        page.next.click()
        page.hall.open()
        return
    shown = page.hall.view.shown
    if shown is not None and page.hall.is_open:
        title, batch = page.step.title.text(), shown.batch
        say(f"at {state.place} {title} {shown.screen} {batch} {page.step.elapsed.text() != '–'}")

application = QApplication(sys.argv[:1])
timer = QTimer()
timer.timeout.connect(drive)
timer.start(50)
launch.main(["--event", event])
"""
SIGNING = "at 5 第一批签约 signing 第一批 True"


def lead(event: Path, home: Path, steps: int, until: str) -> list[str]:
    """Run the window until it has said something, then kill it; return what it said."""
    process = subprocess.Popen(
        [sys.executable, "-c", WINDOW, str(event), str(steps)],
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env=surroundings(
            QT_QPA_PLATFORM="offscreen", XDG_CONFIG_HOME=str(home), PYTHONIOENCODING="utf-8"
        ),
    )
    patience = threading.Timer(PATIENCE, process.kill)
    patience.start()
    said = []
    assert process.stdout is not None
    with process.stdout as lines:
        for line in lines:
            said.append(line.strip())
            if said[-1] == until:
                break
        process.kill()
    patience.cancel()
    process.wait()
    return said


def test_a_console_that_was_killed_comes_up_in_its_step(tmp_path: Path) -> None:
    event = tmp_path / "e.qhsign"
    ask(event, "demo", "--guests", "120", "--start", "2024-07-11")
    assert lead(event, tmp_path, 5, SIGNING) == [SIGNING]
    state = ask(event, "ceremony", "show")
    assert (state["running"], state["place"]) == (True, 5)
    said = lead(event, tmp_path, 0, SIGNING)
    assert said == ["told “重点项目现场签约”的签约仪式正在进行。", SIGNING]
    assert ask(event, "verify")["ok"]
