"""Which event files this process has open, so that nothing else here opens one by the way.

POSIX forgets every lock a process holds on a file as soon as the process closes any handle of it
(https://www.sqlite.org/howtocorrupt.html, section 2.2). A program that reads the file's first bytes
while SQLite has it open loses SQLite's locks: the next other program then believes to be the last
one, removes the write-ahead log, and what is written after that is lost.
"""

import threading
from collections import Counter
from pathlib import Path

FileKey = tuple[int, int]
"""Device and inode: the same file under whatever name."""

_lock = threading.Lock()
_open: Counter[FileKey] = Counter()


def note_open(path: Path) -> FileKey | None:
    """Note that SQLite opens a file, and return by what it is let go; None where there is none."""
    key = _key(path)
    if key is not None:
        with _lock:
            _open[key] += 1
    return key


def note_closed(key: FileKey) -> None:
    """Note that a file noted before is closed."""
    with _lock:
        _open[key] -= 1
        if not _open[key]:
            del _open[key]


def is_open_here(path: Path) -> bool:
    """Tell whether this process has a file open in SQLite: then no other handle may touch it."""
    key = _key(path)
    with _lock:
        return key is not None and key in _open


def _key(path: Path) -> FileKey | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
