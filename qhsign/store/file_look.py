"""A look inside an event file before it is opened; not a byte of it is changed."""

import contextlib
from concurrent.futures import Future
from pathlib import Path
from threading import Thread

import sqlcipher3.dbapi2 as sqlite_driver

from qhsign.domain.problems import ProblemForUser
from qhsign.store import file_checks

LOCKED = ("database is locked", "database table is locked")
"""What SQLite says of a file somebody else is writing, in lower case."""


def look_inside(path: Path) -> str:
    """Return the revision of a file that is an event file, whole, and where it may lie.

    Raises ProblemForUser: ``event-missing``, ``event-not-one``, ``event-damaged``,
    ``event-read-only``, ``event-on-network``, ``disk-full``, ``event-busy``.
    """
    file_checks.check_file(path)
    file_checks.check_place(path)
    try:
        with contextlib.closing(
            sqlite_driver.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
        ) as look:
            revision = look.execute("SELECT version_num FROM alembic_version").fetchone()
            whole = look.execute("PRAGMA quick_check(1)").fetchone()
    except sqlite_driver.DatabaseError as error:
        if any(word in str(error) for word in LOCKED):
            raise ProblemForUser("event-busy", path=path) from error
        raise ProblemForUser("event-damaged", path=path) from error
    if whole is None or whole[0] != "ok" or revision is None:
        raise ProblemForUser("event-damaged", path=path)
    return str(revision[0])


class FileLook:
    """A look that is begun now and asked for later.

    SQLite reads a large file for a third of a second; meanwhile the program loads what it takes to
    open it.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._seen: Future[str] = Future()
        Thread(target=self._look, name="qhsign-look", daemon=True).start()

    def revision(self) -> str:
        """Wait for what ``look_inside`` returns or raises."""
        return self._seen.result()

    def _look(self) -> None:
        try:
            self._seen.set_result(look_inside(self.path))
        except Exception as error:  # noqa: BLE001 - raised again where the answer is asked for
            self._seen.set_exception(error)
