"""A second connection to the open event, for reading beside the scans."""

import threading
from typing import TYPE_CHECKING

from qhsign.store.event_file import EventFile

if TYPE_CHECKING:
    from qhsign.services.desk import Desk


class SecondReader:
    """Gives the same desk over a connection of its own, opened when it is first asked for.

    Kept apart from the first so that what is read here neither makes a scan wait nor looks like a
    change from outside. Only for reading: what writes goes through the first, in its turn.
    """

    def __init__(self, opened: "Desk") -> None:
        self._opened = opened
        self._file: EventFile | None = None
        self._lock = threading.Lock()

    def desk(self) -> "Desk":
        """Return the desk to read with, from any thread.

        Raises ProblemForUser as ``EventFile.open`` does.
        """
        with self._lock:
            if self._file is None:
                self._file = EventFile.open(self._opened.file.path)
            return self._opened.over(self._file)

    def close(self) -> None:
        """Close the connection, if it was ever opened."""
        with self._lock:
            if self._file is not None:
                self._file.close()
                self._file = None
