"""The composition root: builds everything, passes it in, holds no rules."""

import gc
import getpass
import os
import sys
import traceback
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from qhsign.cli import main as command_line
from qhsign.domain.problems import ProblemForUser

if TYPE_CHECKING:
    from qhsign.preferences.desk_preferences import DeskPreferences
    from qhsign.services.desk import Desk
    from qhsign.store.file_look import FileLook
    from qhsign.ui.providers import WindowProviders
    from qhsign.ui.start.new_event_form import NewEvent

# Loading and opening make some hundred thousand objects that last as long as the program: looking
# among them for garbage every few hundred only holds up the first list.
gc.set_threshold(50_000, 20, 20)


def main(argv: Sequence[str]) -> int:
    """Run the command in ``argv``, or open the window when there is none."""
    for stream in (sys.stdout, sys.stderr):
        # A Windows console in another code page must not turn a name into an error.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    arguments = command_line.parse(argv)
    language = command_line.language_of(argv)
    if arguments.run is not None:
        return command_line.run(arguments, language, open_desk, log_bug)
    try:
        _look_for_a_screen()
    except ProblemForUser as problem:
        return command_line.refuse(arguments, language, problem)
    return open_window(Path(arguments.event) if arguments.event else None, arguments.operator)


def _look_for_a_screen() -> None:
    """Say in a sentence what Qt would end the program with.

    Raises ProblemForUser ``no-screen`` or ``window-libraries-missing``.
    """
    if sys.platform == "linux" and not any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    ):
        raise ProblemForUser("no-screen")
    try:
        from PySide6 import QtWidgets  # noqa: F401 - whether it loads is the question
    except ImportError as error:
        raise ProblemForUser("window-libraries-missing", said=error) from error
    # At once: PySide6 reads the source of whatever is loaded before it is told not to.
    import qhsign.ui  # noqa: F401 - what it tells PySide6 is what it is loaded for


def open_desk(path: Path, operator: str = "", *, look: "FileLook | None" = None) -> "Desk":
    """Open an event file for one command, or for a window that has begun to look inside."""
    from qhsign.services.desk import Desk
    from qhsign.services.shift import Shift
    from qhsign.store.event_file import EventFile

    # The roles guard the desks against mistakes; whoever has a command line holds the file itself.
    shift = Shift() if look is not None else None
    file = EventFile.open(path, for_window=look is not None, look=look)
    return Desk(file, operator=operator or _person(), shift=shift)


class EventOpener:
    """Opens event files for a window; of the first it reads while the window is still loading."""

    def __init__(
        self, preferences: "DeskPreferences", first: Path | None, operator: str | None = None
    ) -> None:
        self._preferences, self._operator = preferences, operator
        self._begun = _begin_look(first) if first is not None else None

    def __call__(self, path: Path) -> "WindowProviders":
        """Open a file; raises ProblemForUser as ``EventFile.open`` does."""
        begun, self._begun = self._begun, None
        look = begun if begun is not None and begun.path == path else _begin_look(path)
        from qhsign.launch.window import window_providers

        named = self._operator or self._preferences.settings.operator
        return window_providers(open_desk(path, named, look=look))


def _begin_look(path: Path) -> "FileLook":
    from qhsign.store.file_look import FileLook

    return FileLook(path)


def open_window(event: Path | None, operator: str | None = None) -> int:
    """Show the window until it is closed, on ``event`` or on the start page."""
    from qhsign.preferences.desk_preferences import DeskPreferences

    preferences = DeskPreferences()
    open_event = EventOpener(preferences, event, operator)
    from qhsign.ui import application

    def make_demo(path: Path, progress: Callable[[int, int], None]) -> None:
        # Here, not above: the printing it brings along must not hold up the window.
        from qhsign.services import demonstration
        from qhsign.services.desk import Desk

        demonstration.make(path, Desk, progress=progress)

    def make_event(wanted: "NewEvent") -> None:
        from qhsign.services import events
        from qhsign.services.desk import Desk

        made = events.new_event(
            wanted.path,
            lambda file: Desk(
                file, operator=operator or preferences.settings.operator or _person()
            ),
            title=wanted.title,
            edition=wanted.edition,
            start=wanted.start,
            end=wanted.end,
        )
        made.file.close()

    return application.run(open_event, event, make_demo, preferences, make_event)


def log_bug(bug: BaseException) -> Path:
    """Write a bug's details to the log and return the log's path."""
    import platformdirs

    log = platformdirs.user_log_path("qhsign", appauthor=False, ensure_exists=True) / "qhsign.log"
    with log.open("a", encoding="utf-8") as file:
        told = "".join(traceback.format_exception(bug))
        file.write(f"--- {datetime.now(UTC).isoformat()}\n{told}")
    return log


def _person() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""
