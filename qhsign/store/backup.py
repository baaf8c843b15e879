"""Copying an event file while it is in use, and proving that the copy is whole."""

import contextlib
import glob
from datetime import UTC, datetime
from pathlib import Path

import sqlcipher3.dbapi2 as sqlite_driver

from qhsign.domain.problems import ProblemForUser


def copy_event_file(source: Path, target: Path) -> None:
    """Copy ``source`` to ``target`` through SQLite's online backup and verify the copy.

    ``target`` must not exist. Raises ProblemForUser ``backup-failed`` when it cannot be written
    or does not check out; a half-made copy is removed.
    """
    try:
        with (
            contextlib.closing(
                sqlite_driver.connect(f"file:{_quoted(source)}?mode=ro", uri=True)
            ) as old,
            contextlib.closing(sqlite_driver.connect(str(target))) as new,
        ):
            old.backup(new)
            whole = new.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
            same = _counts(old) == _counts(new)
    except (sqlite_driver.Error, OSError) as error:
        target.unlink(missing_ok=True)
        raise ProblemForUser("backup-failed", path=target, reason=error) from error
    if not (whole and same):
        target.unlink(missing_ok=True)
        raise ProblemForUser("backup-failed", path=target, reason="integrity_check")


def upgrade_backup_path(path: Path, revision: str, now: datetime) -> Path:
    """Return where the copy made before an upgrade lies: beside the file, named by its revision."""
    return path.with_name(f"{path.stem}-schema{revision}-{now:%Y%m%d-%H%M%S}{path.suffix}")


def newest_copy(path: Path) -> datetime | None:
    """Return when the newest copy beside an event file was made; None where there is none."""
    copies = path.parent.glob(f"{glob.escape(path.stem)}-schema*{path.suffix}")
    made = [copy.stat().st_mtime for copy in copies if copy.is_file()]
    return datetime.fromtimestamp(max(made), UTC) if made else None


def _counts(connection: sqlite_driver.Connection) -> list[tuple[str, int]]:
    names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    return [
        (name, connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0])  # noqa: S608 - names from the schema
        for (name,) in names.fetchall()
    ]


def _quoted(path: Path) -> str:
    return str(path.resolve()).replace("%", "%25").replace("?", "%3f").replace("#", "%23")
