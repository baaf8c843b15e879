"""The composition root: builds everything, passes it in, holds no rules."""

import getpass
import logging
import sys
import traceback
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from qhsign.cli import main as command_line

if TYPE_CHECKING:
    from qhsign.services.desk import Desk


def main(argv: Sequence[str]) -> int:
    """Run the command in ``argv``, or open the window when there is none."""
    for stream in (sys.stdout, sys.stderr):
        # A Windows console in another code page must not turn a name into an error.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    arguments = command_line.parse(argv)
    if arguments.run is None:
        return _open_window(Path(arguments.event) if arguments.event else None, argv)
    return command_line.run(arguments, command_line.language_of(argv), open_desk, log_bug)


def open_desk(path: Path, operator: str = "") -> "Desk":
    """Open an event file for one command or one window's work."""
    from qhsign.services.desk import Desk
    from qhsign.store.event_file import EventFile

    return Desk(EventFile.open(path), operator=operator or _person())


def log_bug(bug: BaseException) -> Path:
    """Write a bug's details to the log and return the log's path."""
    import platformdirs

    folder = Path(platformdirs.user_log_dir("qhsign", appauthor=False))
    folder.mkdir(parents=True, exist_ok=True)
    log = folder / "qhsign.log"
    with log.open("a", encoding="utf-8") as file:
        file.write(
            f"--- {datetime.now(UTC).isoformat()}\n{''.join(traceback.format_exception(bug))}"
        )
    logging.getLogger("qhsign").debug("bug written to %s", log)
    return log


def _person() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""


def _open_window(event: Path | None, argv: Sequence[str]) -> int:
    from qhsign.ui import application

    return application.run(event, argv)
