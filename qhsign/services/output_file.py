"""Writing a file a person asked for: whole or not at all, and never over something by accident."""

import contextlib
import errno
import glob
import re
import secrets
import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from qhsign.domain.problems import ProblemForUser
from qhsign.store.open_files import is_open_here

_DATABASE = b"SQLite format 3\0"  # how every event file and every backup begins
_EVENT_ENDING = ".qhsign"
_ABANDONED_S = 3600


def name_in_records(path: Path) -> str:
    """Return a file's name as records keep it.

    A name given by another system may hold bytes that are no text here; each becomes �.
    """
    return path.name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def made_folder(folder: Path) -> Path:
    """Return a folder, made where it is missing. Raises ProblemForUser ``out-unwritable``."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ProblemForUser("out-unwritable", path=folder) from error
    return folder


def free_name(folder: Path, stem: str, ending: str) -> Path:
    """Return ``stem.pdf`` in a folder, or ``stem-2.pdf`` after it, and so on."""
    form = re.compile(rf"{re.escape(stem)}(?:-(\d+))?{re.escape(ending)}")
    taken = [
        int(match[1] or 1)
        for path in folder.glob(f"{glob.escape(stem)}*{ending}")
        if (match := form.fullmatch(path.name))
    ]
    following = max(taken, default=0) + 1
    return folder / (f"{stem}{ending}" if following == 1 else f"{stem}-{following}{ending}")


def unfinished_beside(path: Path) -> Path:
    """Return a name of its own for what is being written, so that two runs never mix files."""
    return path.with_name(f".{path.stem}.{secrets.token_hex(4)}.unfinished{path.suffix.lower()}")


def _clear_abandoned(path: Path) -> None:
    """Remove what a killed run left beside ``path``: it may hold names, and codes that are valid.

    A run writes all the time, so what nobody wrote to for an hour belongs to none.
    """
    name = f".{glob.escape(path.stem)}.*.unfinished{glob.escape(path.suffix.lower())}"
    for leftover in path.parent.glob(name):
        with contextlib.suppress(OSError):
            if time.time() - leftover.stat().st_mtime > _ABANDONED_S:
                leftover.unlink()


def check_place(path: Path, ending: str = "") -> None:
    """Make sure a file may be written at ``path``, before anything is done for it.

    Raises ProblemForUser ``out-folder-missing``, ``out-unwritable`` for a folder, ``out-ending``
    where the name has another ending than ``ending``, or ``out-is-event``: an event file is never
    written over, however it is called.
    """
    if not path.parent.is_dir():
        raise ProblemForUser("out-folder-missing", path=path.parent)
    if path.is_dir():
        raise ProblemForUser("out-unwritable", path=path)
    if path.suffix.lower() == _EVENT_ENDING or is_open_here(path) or _is_database(path):
        raise ProblemForUser("out-is-event", path=path)
    if ending and path.suffix.lower() != ending:
        raise ProblemForUser("out-ending", path=path, ending=ending)


def _is_database(path: Path) -> bool:
    try:
        with path.open("rb") as there:
            return there.read(len(_DATABASE)) == _DATABASE
    except OSError:
        return False  # nothing there, or nothing that can be read: writing will tell


def unwritable(path: Path, error: OSError) -> ProblemForUser:
    """Return the problem that tells why nothing could be written at ``path``."""
    full = error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
    return ProblemForUser("out-no-room" if full else "out-unwritable", path=path)


@contextlib.contextmanager
def writing(path: Path, ending: str = "") -> Iterator[BinaryIO]:
    """Give a stream; what was written becomes the file at ``path`` when the block ends well.

    Raises ProblemForUser ``out-unwritable``, ``out-no-room`` on a full disk, and what
    ``check_place`` raises; nothing half-written is left behind, and a file that was there stays
    until the new one is whole.
    """
    check_place(path, ending)
    _clear_abandoned(path)
    unfinished = unfinished_beside(path)
    try:
        with unfinished.open("wb") as stream:
            yield stream
        unfinished.replace(path)
    except OSError as error:
        raise unwritable(path, error) from error
    finally:
        unfinished.unlink(missing_ok=True)


@contextlib.contextmanager
def writing_folder(path: Path) -> Iterator[Path]:
    """Give a folder to write into; it becomes the folder at ``path`` when the block ends well.

    Raises ProblemForUser ``out-folder-missing``, ``out-folder-not-empty`` rather than mix with what
    is there, ``out-no-room`` or ``out-unwritable``; nothing half-written is left behind.
    """
    if not path.parent.is_dir():
        raise ProblemForUser("out-folder-missing", path=path.parent)
    try:
        if path.exists() and not (path.is_dir() and not any(path.iterdir())):
            raise ProblemForUser("out-folder-not-empty", path=path)
        unfinished = unfinished_beside(path)
        unfinished.mkdir()
    except OSError as error:
        raise ProblemForUser("out-unwritable", path=path) from error
    try:
        yield unfinished
        if path.is_dir():
            path.rmdir()  # Windows moves nothing onto a folder, not even an empty one
        unfinished.rename(path)
    except OSError as error:
        raise unwritable(path, error) from error
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
