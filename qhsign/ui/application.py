"""Starts the window: the application object, fonts, look, crash dialog, and the end."""

import os
import sys
from pathlib import Path
from types import TracebackType

import platformdirs
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from qhsign.background.runner import Runner
from qhsign.preferences.desk_preferences import DeskPreferences
from qhsign.preferences.recent_events import RecentEvents
from qhsign.ui.garbage_rounds import GarbageRounds
from qhsign.ui.known_files import make_event_files_known
from qhsign.ui.main_window import MainWindow, MakeDemo, OpenEvent, WindowParts
from qhsign.ui.start.new_event_form import MakeEvent
from qhsign.ui.theme import Look, Theme
from qhsign.wording import Language

CRASHED = 70
"""Exit status after a bug, EX_SOFTWARE of sysexits.h."""

SMALLEST_SIZE, LARGEST_SIZE = 100, 200
"""Text sizes in per cent."""

_RARE_CHARACTERS_AFTER_MS = 300
_SWITCH_S = 0.000_5
"""How long a worker may keep the window waiting for the interpreter."""


def run(
    open_event: OpenEvent,
    first: Path | None,
    make_demo: MakeDemo,
    preferences: DeskPreferences | None = None,
    make_event: MakeEvent | None = None,
) -> int:
    """Show the window until it is closed; return the exit status.

    ``open_event``, ``make_demo`` and ``make_event`` run on workers and may raise ProblemForUser;
    without ``make_event`` no new event is offered. ``first`` is opened at once; without it the
    start page shows.
    """
    preferences = preferences or DeskPreferences()
    _scale(preferences.settings.text_size)
    make_event_files_known()
    application = QApplication.instance() or QApplication(sys.argv[:1])
    if not isinstance(application, QApplication):
        raise TypeError("the window needs a QApplication")
    window = build_window(application, open_event, make_demo, preferences, make_event)
    crash = _CrashGuard(application, window)
    window.runner.crashed.connect(crash.show)
    sys.excepthook = crash.hook
    first = first or _locked_event(preferences)
    if first is not None:
        window.open_path(first)
    window.show()
    status = application.exec()
    window.runner.close()
    sys.excepthook = sys.__excepthook__
    return status


def build_window(
    application: QApplication,
    open_event: OpenEvent,
    make_demo: MakeDemo,
    preferences: DeskPreferences | None = None,
    make_event: MakeEvent | None = None,
) -> MainWindow:
    """Return the window with its look set, not shown yet; whoever shows it closes its runner."""
    # Every call into Qt lets go of the interpreter: a busy worker would then keep it for five
    # milliseconds, many times in one paint.
    sys.setswitchinterval(_SWITCH_S)
    preferences = preferences or DeskPreferences()
    settings = preferences.settings
    application.setApplicationName("qhsign")
    application.setDesktopFileName("qhsign")
    application.setStyle("Fusion")
    look = Look(_theme(settings.theme), _language(settings.language))
    look.dress(application)
    demo = platformdirs.user_data_path("qhsign", appauthor=False) / "demo.qhsign"
    recent = RecentEvents(
        preferences.path.with_name("recent.json"), lambda: preferences.recent_events
    )
    parts = WindowParts(open_event, make_demo, make_event, demo, preferences, recent)
    window = MainWindow(parts, look, Runner())
    window.runner.setParent(window)
    look.setParent(window)
    GarbageRounds(window)
    QTimer.singleShot(_RARE_CHARACTERS_AFTER_MS, look, look.load_rare_characters)
    return window


class _CrashGuard:
    """Shows the first bug, writes it to the log and ends the program cleanly."""

    def __init__(self, application: QApplication, window: MainWindow) -> None:
        self._application, self._window = application, window
        self._log = platformdirs.user_state_path("qhsign", appauthor=False) / "crash.log"
        self._shown = False

    def hook(
        self,
        kind: type[BaseException],
        bug: BaseException,
        trace: TracebackType | None,
    ) -> None:
        """Stand in for ``sys.excepthook``."""
        if issubclass(kind, KeyboardInterrupt):
            self._application.quit()
            return
        self.show(bug.with_traceback(trace))

    def show(self, bug: BaseException) -> None:
        """Show the dialog once; a second bug while it stands only goes to the log."""
        from qhsign.ui.crash_dialog import CrashDialog, write_log

        write_log(bug, self._log)
        if self._shown:
            return
        self._shown = True
        CrashDialog(bug, self._log, self._window).exec()
        self._application.exit(CRASHED)


def _locked_event(preferences: DeskPreferences) -> Path | None:
    """Return the event whose self check-in went on when the program died."""
    kept = preferences.settings
    return Path(kept.last_event) if kept.kiosk and kept.last_event else None


def _scale(per_cent: str) -> None:
    """Have Qt draw everything larger; what the person running us has set goes first."""
    if per_cent.isdecimal() and SMALLEST_SIZE < int(per_cent) <= LARGEST_SIZE:
        os.environ.setdefault("QT_SCALE_FACTOR", str(int(per_cent) / 100))


def _theme(name: str) -> Theme:
    return Theme(name) if name in set(Theme) else Theme.LIGHT


def _language(name: str) -> Language:
    return Language(name) if name in set(Language) else Language.CHINESE
