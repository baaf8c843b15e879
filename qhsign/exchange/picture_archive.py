"""Pictures as they arrive: one file, a folder, or a zip; read one by one, never all at once."""

import contextlib
import os
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import IO

from qhsign.domain.problems import ProblemForUser
from qhsign.exchange.file_kind import DAMAGES
from qhsign.exchange.pictures import LARGEST_FILE

_MOST_FILES = 100_000
_LARGEST_RATIO = 50
_SMALL_ANYWAY = 100 * 2**20
_UTF8 = 0x800
_ENCRYPTED = 0x1
_UNIX = 3
_UNICODE_PATH = 0x7075
_UNICODE_PATH_HEAD = 5  # version and checksum stand before the name
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OTHER_ARCHIVES = (b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b")
_IDEOGRAPHS = range(0x3400, 0xA000)
_STRAY_NAMES = frozenset({"thumbs.db", "ehthumbs.db", "desktop.ini", "__macosx"})


@dataclass(frozen=True, slots=True)
class PictureFile:
    """One file that may be a picture: its name behind its folders, parted by ``/``.

    ``read`` gives its bytes; it raises ProblemForUser naming the file when it is larger than any
    picture, or cannot be read.
    """

    name: str
    read: Callable[[], bytes]


@contextlib.contextmanager
def pictures_in(path: Path) -> Iterator[Sequence[PictureFile]]:
    """Give the files of a folder with its folders, of a zip, or the one file, by their names.

    What systems leave behind (Thumbs.db, __MACOSX, hidden files) is left out. Raises ProblemForUser
    for what is not there, other archives, and zips that are encrypted, broken or dangerous.
    """
    head = _head(path)
    if head is None:
        yield sorted(_in_folder(path), key=lambda file: file.name)
    elif head.startswith(_ZIP):
        with _opened_zip(path) as archive:
            yield sorted(_in_zip(archive, path), key=lambda file: file.name)
    elif head.startswith(_OTHER_ARCHIVES):
        raise ProblemForUser("photos-archive-not-zip", file=_shown(path.name))
    else:
        yield [PictureFile(_shown(path.name), partial(_read_file, path, _shown(path.name)))]


def is_one_file(path: Path) -> bool:
    """Tell a single file from a folder or a zip. Raises as ``pictures_in`` for no file at all."""
    head = _head(path)
    return head is not None and not head.startswith(_ZIP)


def _head(path: Path) -> bytes | None:
    """Return a file's first bytes, None for a folder."""
    try:
        if path.is_dir():
            return None
        if not path.is_file():
            raise ProblemForUser("photos-source-missing", path=path)
        with path.open("rb") as file:
            return file.read(8)
    except (OSError, ValueError) as error:
        raise ProblemForUser("photos-source-missing", path=path) from error


def _is_stray(name: str) -> bool:
    return any(
        part.startswith(".") or part.casefold() in _STRAY_NAMES for part in name.split("/") if part
    )


def _shown(name: str) -> str:
    """Return a file's name as text; one written by a Chinese Windows comes as bytes."""
    return decoded_name(os.fsencode(name), prefers_utf8=True)


def _in_folder(folder: Path) -> Iterator[PictureFile]:
    def refuse(error: OSError) -> None:
        raise ProblemForUser("photos-source-missing", path=error.filename) from error

    for place, below, files in os.walk(folder, onerror=refuse):
        below[:] = [name for name in below if not _is_stray(name)]
        for file in files:
            path = Path(place, file)
            name = _shown(path.relative_to(folder).as_posix())
            if path.is_file() and not _is_stray(file):
                yield PictureFile(name, partial(_read_file, path, name))


def _read_file(path: Path, name: str) -> bytes:
    try:
        with path.open("rb") as file:
            return _bounded(file, name)
    except OSError as error:
        raise ProblemForUser("photo-unreadable", file=name) from error


def _bounded(file: IO[bytes], name: str) -> bytes:
    data = file.read(LARGEST_FILE + 1)
    if len(data) > LARGEST_FILE:
        raise ProblemForUser("photo-file-too-large", file=name, limit=LARGEST_FILE >> 20)
    return data


# --- zips ------------------------------------------------------------------------------------


@contextlib.contextmanager
def _opened_zip(path: Path) -> Iterator[zipfile.ZipFile]:
    try:
        archive = zipfile.ZipFile(path)
    except DAMAGES as error:
        raise ProblemForUser("photos-archive-broken", file=_shown(path.name)) from error
    with archive:
        yield archive


def _in_zip(archive: zipfile.ZipFile, path: Path) -> Iterator[PictureFile]:
    shown = _shown(path.name)
    entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    unpacked = sum(entry.file_size for entry in entries)
    allowed = max(_SMALL_ANYWAY, path.stat().st_size * _LARGEST_RATIO)
    if len(entries) > _MOST_FILES or unpacked > allowed:
        raise ProblemForUser("photos-archive-unpacks-too-large", file=shown)
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise ProblemForUser("photos-archive-has-password", file=shown)
    for entry, name in zip(entries, _names(entries), strict=True):
        if ".." in name.split("/"):
            raise ProblemForUser("photos-archive-leads-out", file=shown, name=name)
        if not name.endswith("/") and not _is_stray(name):
            yield PictureFile(name, partial(_read_entry, archive, entry, name))


def _read_entry(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str) -> bytes:
    if entry.file_size > LARGEST_FILE:
        raise ProblemForUser("photo-file-too-large", file=name, limit=LARGEST_FILE >> 20)
    try:
        with archive.open(entry) as file:
            return _bounded(file, name)
    except DAMAGES as error:
        raise ProblemForUser("photo-damaged", file=name) from error


def _names(entries: Sequence[zipfile.ZipInfo]) -> list[str]:
    """Return the names of a zip's entries; all that are not marked UTF-8 are read alike."""
    raw = [_raw_name(entry) for entry in entries]
    unmarked = [name for name in raw if isinstance(name, bytes)]
    on_unix = all(entry.create_system == _UNIX for entry in entries)
    is_utf8 = _looks_like_utf8(b"/".join(unmarked), otherwise=on_unix)
    texts = (
        decoded_name(name, prefers_utf8=is_utf8) if isinstance(name, bytes) else name
        for name in raw
    )
    return [text.replace("\\", "/").lstrip("/") for text in texts]


def _raw_name(entry: zipfile.ZipInfo) -> str | bytes:
    """Return an entry's name as text where the zip says its encoding, else its bytes."""
    if entry.flag_bits & _UTF8:
        return entry.orig_filename
    raw = entry.orig_filename.encode("cp437")  # what the archive reader takes it for
    return _unicode_path(entry.extra, raw) or raw


def _unicode_path(extra: bytes, raw: bytes) -> str | None:
    """Return the name from Info-ZIP's field for it, when it belongs to this entry."""
    while len(extra) >= 4:  # noqa: PLR2004 - a field begins with its kind and its length
        kind, length = (int.from_bytes(extra[at : at + 2], "little") for at in (0, 2))
        field, extra = extra[4 : 4 + length], extra[4 + length :]
        checksum = int.from_bytes(field[1:_UNICODE_PATH_HEAD], "little")
        if kind == _UNICODE_PATH and checksum == zlib.crc32(raw):
            return field[_UNICODE_PATH_HEAD:].decode("utf-8", "replace")
    return None


def decoded_name(raw: bytes, *, prefers_utf8: bool) -> str:
    """Return a file name's text: UTF-8 or GB18030, whichever is preferred if it can be read so."""
    for encoding in ("utf-8", "gb18030") if prefers_utf8 else ("gb18030", "utf-8"):
        with contextlib.suppress(UnicodeDecodeError):
            return raw.decode(encoding)
    return raw.decode("gb18030", "replace")


def _looks_like_utf8(names: bytes, *, otherwise: bool) -> bool:
    """Tell UTF-8 from GB18030: a short Chinese name in GB18030 may also be valid UTF-8, as Greek.

    In UTF-8 a Chinese character takes three bytes, which GB18030 hardly ever writes by chance.
    """
    try:
        text = names.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return otherwise or any(ord(character) in _IDEOGRAPHS for character in text)
