"""Looking at an event file before it is opened, without touching it."""

import os
import shutil
import stat
import sys
from pathlib import Path

from qhsign.domain.problems import ProblemForUser
from qhsign.store.open_files import is_open_here

APPLICATION_ID = 0x51485347
"""``QHSG`` in the SQLite header: this is an event file."""
ROOM_NEEDED = 32 * 2**20
"""Bytes that must be free beside the file: the write-ahead log and a morning's check-ins."""

_HEAD_LENGTH = 100  # the SQLite file header, https://www.sqlite.org/fileformat.html §1.3
_NETWORK_SYSTEMS = frozenset(
    [
        "nfs",
        "nfs4",
        "cifs",
        "smb",
        "smb2",
        "smb3",
        "smbfs",
        "afpfs",
        "ncpfs",
        "davfs",
        "fuse.sshfs",
        "fuse.davfs",
        "fuse.smbnetfs",
        "fuse.gvfsd-fuse",
        "fuse.rclone",
        "ceph",
        "fuse.ceph",
        "glusterfs",
        "fuse.glusterfs",
    ]
)
_REMOTE_DRIVE = 4  # what GetDriveTypeW answers for a network drive


def check_place(path: Path) -> None:
    """Refuse a place where an event file cannot live: a network drive, or a full disk.

    Raises ProblemForUser ``event-on-network`` or ``disk-full``.
    """
    folder = path.parent
    if on_network_drive(folder):
        raise ProblemForUser("event-on-network", path=path)
    if shutil.disk_usage(folder).free < ROOM_NEEDED:
        raise ProblemForUser("disk-full", path=path, mebibytes=ROOM_NEEDED // 2**20)


def check_file(path: Path) -> None:
    """Refuse what is no event file, is damaged at first sight, or cannot be written.

    Raises ProblemForUser ``event-missing``, ``event-not-one``, ``event-damaged`` or
    ``event-read-only``.
    """
    if not path.exists():
        raise ProblemForUser("event-missing", path=path)
    if not path.is_file():
        raise ProblemForUser("event-not-one", path=path)
    if not is_open_here(path):  # then its first bytes were looked at before
        try:
            with path.open("rb") as file:
                head = file.read(_HEAD_LENGTH)
        except PermissionError:
            raise ProblemForUser("event-read-only", path=path) from None
        _check_head(path, head)
    # Root may write anything; a cleared write bit still says that somebody wants it unchanged.
    if not path.stat().st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH):
        raise ProblemForUser("event-read-only", path=path)
    if not os.access(path, os.W_OK) or not os.access(path.parent, os.W_OK):
        raise ProblemForUser("event-read-only", path=path)


def _check_head(path: Path, head: bytes) -> None:
    if len(head) < _HEAD_LENGTH or not head.startswith(b"SQLite format 3\0"):
        raise ProblemForUser("event-not-one", path=path)
    if _number(head, 68) != APPLICATION_ID:
        raise ProblemForUser("event-not-one", path=path)
    page_size = int.from_bytes(head[16:18], "big")
    page_size = 65536 if page_size == 1 else page_size
    # The size in the header counts only where it was written by the last change; and while a log
    # lies beside the file, its last pages may still be there: a copying back was cut short.
    size_is_current = _number(head, 24) == _number(head, 92) and not _has_log(path)
    if size_is_current and path.stat().st_size < _number(head, 28) * page_size:
        raise ProblemForUser("event-damaged", path=path)


def _has_log(path: Path) -> bool:
    log = path.with_name(f"{path.name}-wal")
    return log.exists() and log.stat().st_size > 0


def _number(head: bytes, offset: int) -> int:
    return int.from_bytes(head[offset : offset + 4], "big")


def on_network_drive(folder: Path) -> bool:
    """Tell whether a folder lies on a drive of another computer."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - exists everywhere, windll only there

        return bool(ctypes.windll.kernel32.GetDriveTypeW(folder.resolve().anchor) == _REMOTE_DRIVE)
    return _mounted_as(folder.resolve()) in _NETWORK_SYSTEMS


def _mounted_as(folder: Path, mounts: Path = Path("/proc/mounts")) -> str:
    """Return the file system type of the deepest mount that holds ``folder``; empty if unknown."""
    try:
        lines = mounts.read_text("utf-8", errors="replace").splitlines()
    except OSError:
        return ""
    best, kind = "", ""
    for line in lines:
        fields = line.split()
        if len(fields) < 3:  # noqa: PLR2004 - device, place, type
            continue
        place = fields[1].encode().decode("unicode_escape")
        inside = place == "/" or folder == Path(place) or Path(place) in folder.parents
        if inside and len(place) >= len(best):
            best, kind = place, fields[2]
    return kind
