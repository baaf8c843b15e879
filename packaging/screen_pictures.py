"""Take a picture of each screen of the real window: `screen_pictures.py --event E --out DIR`.

The program is started as ever; once its event is open, the screens are brought to the front one
after the other, and the window is closed.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel

from qhsign import launch

SIZE = (1366, 768)
LOOK_EVERY_MS = 100
PATIENCE_LOOKS = 600
"""Looks without anything new to see before the window counts as hung: a minute."""
QUIET_LOOKS = 3
"""Looks without running work before a screen counts as painted."""


class Photographer:
    """Waits until a screen is quiet, takes its picture and goes on to the next."""

    def __init__(self, out: Path) -> None:
        self.out = out
        self.taken: list[str] = []
        self._todo: list[str] | None = None
        self._quiet = self._looks = 0
        self._timer = QTimer()
        self._timer.timeout.connect(self._look)
        self._timer.start(LOOK_EVERY_MS)

    def _look(self) -> None:
        self._looks += 1
        if self._looks > PATIENCE_LOOKS:
            told = {
                label.text() for label in QApplication.allWidgets() if isinstance(label, QLabel)
            }
            print(f"no screen within a minute; the window says {told}", file=sys.stderr)
            QApplication.exit(1)
            return
        window = self._window()
        if window is None or window.frame is None:
            return
        self._quiet = 0 if window.runner.running else self._quiet + 1
        if self._quiet < QUIET_LOOKS:
            return
        self._quiet = self._looks = 0
        if self._todo is None:
            window.resize(*SIZE)
            self._todo = screens(window)
        else:
            self._take(window)
        if self._todo:
            window.frame.show_page(self._todo[0])
        else:
            self._timer.stop()
            window.close()

    def _take(self, window: Any) -> None:
        name = (self._todo or []).pop(0)
        if window.grab().save(str(self.out / f"screen-{name}.png")):
            self.taken.append(name)

    @staticmethod
    def _window() -> Any:
        tops = QApplication.topLevelWidgets()
        return next((widget for widget in tops if widget.objectName() == "window"), None)


def screens(window: Any) -> list[str]:
    """Return the screens of the rail, in its order."""
    commands = [command.id for command in window.frame.commands]
    return [name.removeprefix("show-") for name in commands if name.startswith("show-")]


def main(argv: Sequence[str]) -> int:
    """Take the pictures; status 1 when there were none."""
    parser = argparse.ArgumentParser(description="Take a picture of each screen.")
    parser.add_argument("--event", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args(argv)
    application = QApplication(sys.argv[:1])
    photographer = Photographer(arguments.out)
    status = launch.main(["--event", str(arguments.event)])
    application.processEvents()
    return status if photographer.taken else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
