"""One process of the picture taking: the program on one event, scene after scene.

`window_pictures.py` starts it, in one language, theme and scale.
"""

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint, QRect, QTimer
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from scenes import AFTERWARDS, SCENES, Visit

from qhsign import launch
from qhsign.ui.crash_dialog import CrashDialog

LOOK_EVERY_MS = 60
QUIET_LOOKS = 3
"""Looks without running work before the window counts as come to rest."""
PATIENCE_LOOKS = 1_000
"""Looks at one scene before the window counts as hung: a minute."""


class ScenePhotographer:
    """Goes through the scenes as the window comes to rest, and takes each one's picture."""

    def __init__(
        self, event: Path, out: Path, size: tuple[int, int], wanted: Sequence[str]
    ) -> None:
        self.event, self.out, self.size = event, out, size
        self.todo = [name for name in SCENES if not wanted or name in wanted]
        self.taken: list[str] = []
        self._steps: Iterator[None] | None = None
        self._quiet = self._looks = 0
        self._timer = QTimer()
        self._timer.timeout.connect(self._look)
        self._timer.start(LOOK_EVERY_MS)

    def _look(self) -> None:
        window = self._window()
        self._looks += 1
        if self._looks > PATIENCE_LOOKS or any(map(is_crash, QApplication.topLevelWidgets())):
            # A dialog may have taken over: only the end of the process ends it for sure.
            print(f"no picture of {self.todo[:1]}: the window hangs or crashed", file=sys.stderr)
            sys.stderr.flush()
            os._exit(1)
        if window is None or (window.frame is None and self._steps is None):
            return
        self._quiet = 0 if window.runner.running else self._quiet + 1
        if self._quiet < QUIET_LOOKS:
            return
        self._quiet = 0
        if self._steps is None:
            window.resize(*self.size)
            window.activateWindow()
            self._steps = self._all(window)
        if next(self._steps, self) is self:
            self._timer.stop()
            window.close()

    def _all(self, window: Any) -> Iterator[None]:
        visit = Visit(window, self.event)
        yield
        while self.todo:
            name = self.todo[0]
            yield from SCENES[name](visit)
            if picture(window).save(str(self.out / f"{name}.png")):
                self.taken.append(name)
            if name in AFTERWARDS:
                yield from AFTERWARDS[name](visit)
                window.activateWindow()
            self.todo.pop(0)
            self._looks = 0

    @staticmethod
    def _window() -> Any:
        tops = QApplication.topLevelWidgets()
        return next((widget for widget in tops if widget.objectName() == "window"), None)


def picture(window: QWidget) -> QPixmap:
    """Return the window's picture with the dialogs and menus that lie over it."""
    taken = window.grab()
    painter = QPainter(taken)
    corner = window.mapToGlobal(QPoint(0, 0))
    for other in QApplication.topLevelWidgets():
        if other is not window and other.isVisible():
            place = other.mapToGlobal(QPoint(0, 0)) - corner
            if isinstance(other, QDialog):
                # Without a window manager dialogs lie in the corner of the screen.
                place = window.rect().center() - other.rect().center()
                painter.setPen(QPen(QColor("#8a8478"), 1))
                painter.drawRect(QRect(place, other.size()).adjusted(-1, -1, 0, 0))
            painter.drawPixmap(place, other.grab())
    painter.end()
    return taken


def is_crash(widget: QWidget) -> bool:
    """Tell whether a top-level widget tells of a bug."""
    return isinstance(widget, CrashDialog)


def main(argv: Sequence[str]) -> int:
    """Take the pictures; status 1 when one is missing."""
    parser = argparse.ArgumentParser(description="Take pictures of scenes of the window.")
    parser.add_argument("--event", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--size", default="1366x768")
    parser.add_argument("scenes", nargs="*")
    arguments = parser.parse_args(argv)
    width, _, height = arguments.size.partition("x")
    application = QApplication(sys.argv[:1])
    size = int(width), int(height)
    photographer = ScenePhotographer(arguments.event, arguments.out, size, arguments.scenes)
    status = launch.main(["--event", str(arguments.event)])
    application.processEvents()
    return status or (1 if photographer.todo else 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
