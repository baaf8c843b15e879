"""Making and opening event files. Opening refuses in one sentence and touches nothing."""

import contextlib
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

import sqlcipher3.dbapi2 as sqlite_driver
from filelock import FileLock, Timeout
from sqlalchemy import select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from qhsign.domain.changes import ChangeSet
from qhsign.domain.problems import ProblemForUser
from qhsign.store import file_checks, migrate
from qhsign.store.backup import copy_event_file, upgrade_backup_path
from qhsign.store.engine import IMMEDIATE, make_engine
from qhsign.store.file_look import LOCKED, FileLook, look_inside
from qhsign.store.journal import JournaledSession, Pen
from qhsign.store.open_files import note_closed, note_open
from qhsign.store.replica import Replica, ReplicaMemory
from qhsign.store.schema import Event, JournalEntry, new_id

_FULL = ("database or disk is full", "disk i/o error", "no space left")  # in lower case
_BROKEN = ("malformed", "not a database", "corrupt")


class EventFile:
    """One open event file: sessions to read, journaled sessions to write."""

    def __init__(self, path: Path, *, window_lock: FileLock | None = None) -> None:
        self.path = path
        self._engine = make_engine(path)
        self._noted = note_open(path)
        self._window_lock = window_lock
        self._memory = ReplicaMemory(path)
        self._replica: Replica | None = None
        self._listeners: list[Callable[[ChangeSet], None]] = []

    @classmethod
    def create(cls, path: Path, make_event: Callable[[], Event], *, now: datetime) -> Self:
        """Make an event file with the one event that ``make_event`` gives.

        Raises ProblemForUser ``event-exists`` rather than overwrite anything, or what
        ``file_checks.check_place`` raises. A file half made by a crash never bears the name.
        """
        if path.exists():
            raise ProblemForUser("event-exists", path=path)
        if not path.parent.is_dir():
            raise ProblemForUser("folder-missing", path=path.parent)
        file_checks.check_place(path)
        unfinished = path.with_name(f".{path.name}.{now:%H%M%S%f}.new")
        try:
            with contextlib.closing(sqlite_driver.connect(str(unfinished))) as connection:
                connection.execute(f"PRAGMA application_id={file_checks.APPLICATION_ID}")
            building = cls(unfinished)
            with _told_as_problems(path):
                migrate.upgrade(building._engine)
            building.close()
            unfinished.rename(path)
        except PermissionError:
            raise ProblemForUser("folder-read-only", path=path.parent) from None
        finally:
            for leftover in path.parent.iterdir():
                if leftover.name.startswith(unfinished.name):
                    leftover.unlink()
        made = cls(path)
        with made.write("new event", desk="", operator="") as session:
            session.add(make_event())
        return made

    @classmethod
    def open(cls, path: Path, *, for_window: bool = False, look: FileLook | None = None) -> Self:
        """Open an event file; with ``for_window`` no other window may have it.

        ``look`` is a look inside that was begun before. An older schema is backed up beside the
        file, verified and upgraded.

        Raises ProblemForUser: ``event-missing``, ``event-not-one``, ``event-damaged``,
        ``event-read-only``, ``event-on-network``, ``disk-full``, ``event-newer``,
        ``event-in-window``.
        """
        revision = look.revision() if look is not None else look_inside(path)
        if revision not in migrate.known_revisions():
            raise ProblemForUser("event-newer", path=path)
        lock = _take_window_lock(path) if for_window else None
        opened = cls(path, window_lock=lock)
        try:
            if revision != migrate.HEAD:
                opened._upgrade(revision)
        except BaseException:
            opened.close()
            raise
        return opened

    def _upgrade(self, revision: str) -> None:
        copy_event_file(self.path, upgrade_backup_path(self.path, revision, datetime.now(UTC)))
        # Another window would go on with the old models: the upgrade needs the file alone.
        alone = self._window_lock or _take_window_lock(self.path)
        try:
            with _told_as_problems(self.path):
                migrate.upgrade(self._engine)
        finally:
            if alone is not self._window_lock:
                alone.release()

    def close(self) -> None:
        """Close every connection; the write-ahead log is folded in by SQLite."""
        self._engine.dispose()
        if self._noted is not None:
            note_closed(self._noted)
            self._noted = None
        if self._window_lock is not None:
            self._window_lock.release()
            self._window_lock = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def on_change(self, listener: Callable[[ChangeSet], None]) -> None:
        """Call ``listener`` after every commit, on the thread that committed."""
        self._listeners.append(listener)

    @contextlib.contextmanager
    def read(self) -> Iterator[Session]:
        """Give a fresh session on one consistent view of the file; nothing can be written."""
        with _told_as_problems(self.path), Session(self._engine, expire_on_commit=False) as session:
            yield session

    @contextlib.contextmanager
    def write(
        self,
        action: str,
        *,
        desk: str,
        operator: str,
        operation: str | None = None,
        before_commit: Callable[[JournaledSession], None] | None = None,
    ) -> Iterator[JournaledSession]:
        """Give a fresh journaled session that holds the write lock; commit at the end.

        Anything raised inside takes everything back. ``before_commit`` may derive records from
        what ``session.pen`` says was changed. ``operation`` joins a use case that needs several
        transactions, so that one undo takes all of them back.
        """
        with (
            _told_as_problems(self.path),
            self._engine.connect().execution_options(**{IMMEDIATE: True}) as connection,
        ):
            transaction = connection.begin()
            replica = self._identity(Session(bind=connection))
            pen = Pen(
                replica=replica.id,
                desk=desk,
                operator=operator,
                action=action,
                operation=operation or new_id(),
            )
            session = JournaledSession(connection, pen)
            try:
                yield session
                session.flush()
                if before_commit is not None:
                    before_commit(session)
                    session.flush()
                transaction.commit()
            except BaseException:
                # A failed flush has rolled back already.
                if transaction.is_active:
                    transaction.rollback()
                raise
            finally:
                session.close()
        if pen.started:
            self._remember(replica, pen)
        changes = pen.change_set()
        if changes:
            for listener in self._listeners:
                listener(changes)

    @property
    def replica(self) -> str:
        """The identity this copy of the file writes under, as far as it is known."""
        with self.read() as session:
            return self._identity(session).id

    def data_version(self) -> int:
        """Return a number that changes when another program wrote to the file."""
        with self._engine.connect() as connection:
            return int(connection.exec_driver_sql("PRAGMA data_version").scalar_one())

    def check_integrity(self) -> list[str]:
        """Return SQLite's own complaints about the file; empty when it is whole."""
        with _told_as_problems(self.path), self._engine.connect() as connection:
            found = connection.exec_driver_sql("PRAGMA integrity_check").scalars().all()
            keys = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
        return [str(line) for line in found if line != "ok"] + [
            f"foreign key: {row}" for row in keys
        ]

    def _identity(self, session: Session) -> Replica:
        if self._replica is not None:
            return self._replica
        event = session.execute(select(Event.id)).scalar() or ""
        known = self._memory.recall(event)
        if known is None or not _continues(session, known):
            known = self._memory.mint(event)
        self._replica = known
        return known

    def _remember(self, replica: Replica, pen: Pen) -> None:
        event = replica.event
        if not event:
            with self.read() as session:
                event = session.execute(select(Event.id)).scalar_one()
        self._replica = Replica(
            replica.id, event, replica.device, replica.inode, pen.sequence, pen.previous_hash
        )
        # The file is safe already; failing to note the identity only means a new one next time.
        with contextlib.suppress(OSError):
            self._memory.remember(self._replica)


def _continues(session: Session, replica: Replica) -> bool:
    """Tell whether the journal still holds the entry this computer last wrote."""
    found = session.execute(
        select(JournalEntry.hash).where(
            JournalEntry.replica == replica.id, JournalEntry.sequence == replica.sequence
        )
    ).scalar()
    return found == replica.hash


def _take_window_lock(path: Path) -> FileLock:
    lock = FileLock(path.with_name(f".{path.name}.window"), thread_local=False)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        raise ProblemForUser("event-in-window", path=path) from None
    return lock


def _told_as_problems(path: Path) -> AbstractContextManager[None]:
    """Turn what SQLite says of the disk, the lock or damage into a sentence for the user."""

    @contextlib.contextmanager
    def telling() -> Iterator[None]:
        try:
            yield
        except DBAPIError as error:
            said = str(error.orig).lower()
            if any(word in said for word in _FULL):
                raise ProblemForUser(
                    "disk-full", path=path, mebibytes=file_checks.ROOM_NEEDED // 2**20
                ) from error
            if any(word in said for word in LOCKED):
                raise ProblemForUser("event-busy", path=path) from error
            if any(word in said for word in _BROKEN):
                raise ProblemForUser("event-damaged", path=path) from error
            if "readonly" in said:
                raise ProblemForUser("event-read-only", path=path) from error
            raise

    return telling()
