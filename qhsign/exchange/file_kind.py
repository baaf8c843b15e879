"""What a file really is, by its first bytes, whatever its name says."""

import struct
import zipfile
import zlib
from collections.abc import Generator
from enum import Enum, auto
from pathlib import Path

from qhsign.domain.problems import ProblemForUser

LARGEST_FILE = 100 * 2**20
"""Bytes; the list of a whole fair takes under two million."""
_LARGEST_UNPACKED = 600 * 2**20
_CHUNK = 2**20
_HEAD = 4096
_BINARY = frozenset(range(32)) - frozenset(b"\t\n\v\f\r")

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OTHER_FILES = (
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"BM",
    b"II*\x00",
    b"MM\x00*",
    b"RIFF",
    b"Rar!",
    b"7z\xbc\xaf",
    b"\x1f\x8b",
    b"SQLite format 3",
    b"MZ",
    b"\x7fELF",
)
_WEB_PAGE = (b"<html", b"<!doctype html", b"<table", b"<meta ", b"<head", b"<body", b"<div")
_XML_WORKBOOK = b"urn:schemas-microsoft-com:office:spreadsheet"
_NOT_READ_BY_NAME = {
    ".et": "list-is-et",
    ".ett": "list-is-et",
    ".wps": "list-is-document",
    ".doc": "list-is-document",
    ".docx": "list-is-document",
    ".rtf": "list-is-document",
    ".odt": "list-is-document",
    ".ofd": "list-is-document",
    ".pdf": "list-is-pdf",
}

DAMAGES = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    OSError,
    EOFError,
    KeyError,
    ValueError,
    RuntimeError,  # also raised for encryption and unknown compression
)
"""What Python's archive reader raises for archives that are damaged."""


class FileKind(Enum):
    """How a file is to be read."""

    XLSX = auto()
    XLSB = auto()
    XLS = auto()
    ODS = auto()
    TEXT = auto()


def kind_of(path: Path) -> FileKind:
    """Return how to read the file.

    Raises ProblemForUser for what cannot be read, with the way to save it instead: no file, a
    folder, an empty or too large file, ``.et``, documents, PDFs, pictures, web pages under a
    workbook's name, files with a password, broken or dangerous archives.
    """
    head = _head(path)
    if code := _NOT_READ_BY_NAME.get(path.suffix.casefold()):
        raise ProblemForUser(code, file=path.name)
    if head.startswith(_OLE):
        return _kind_of_ole(path)
    if head.startswith(_ZIP):
        return _kind_of_zip(path)
    if head.startswith(b"%PDF"):
        raise ProblemForUser("list-is-pdf", file=path.name)
    if head.startswith(b"{\\rtf"):
        raise ProblemForUser("list-is-document", file=path.name)
    if head.startswith(_OTHER_FILES) and not _reads_as_text(head):
        raise ProblemForUser("list-is-no-text", file=path.name)
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")[:200].lower()
    if start.startswith(_WEB_PAGE) or _XML_WORKBOOK in head.lower():
        raise ProblemForUser("list-is-web-page", file=path.name)
    return FileKind.TEXT


def _head(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise ProblemForUser("list-is-folder", file=str(path))
        if not path.is_file():
            raise ProblemForUser("list-missing", file=str(path))
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except (OSError, ValueError) as error:
        raise ProblemForUser("list-unreadable", file=str(path)) from error
    if not head.strip(b"\xef\xbb\xbf \t\r\n\x00") or head in {b"\xff\xfe", b"\xfe\xff"}:
        raise ProblemForUser("list-empty", file=path.name)
    if size > LARGEST_FILE:
        raise ProblemForUser("list-too-large", file=path.name, limit=LARGEST_FILE >> 20)
    return head


def _reads_as_text(head: bytes) -> bool:
    """Tell a list whose first column happens to begin like ``BM`` or ``MZ`` from a picture."""
    return _BINARY.isdisjoint(head)


def _kind_of_ole(path: Path) -> FileKind:
    """Tell an old workbook from an encrypted new one and from old documents, by stream names."""
    data = path.read_bytes()
    if _stream("EncryptedPackage") in data:
        raise ProblemForUser("list-has-password", file=path.name)
    if _stream("Workbook") in data or _stream("Book") in data:
        return FileKind.XLS
    code = "list-is-document" if _stream("WordDocument") in data else "list-unreadable"
    raise ProblemForUser(code, file=path.name)


def _stream(name: str) -> bytes:
    return (name + "\0").encode("utf-16-le")


def _kind_of_zip(path: Path) -> FileKind:
    try:
        with zipfile.ZipFile(path) as archive:
            _refuse_bombs(archive, path.name)
            names = set(archive.namelist())
            kind = _kind_by_parts(archive, names)
            encrypted = any(entry.flag_bits & 1 for entry in archive.infolist())
    except DAMAGES as error:
        raise ProblemForUser("list-broken", file=path.name) from error
    if encrypted or kind == "encrypted":
        raise ProblemForUser("list-has-password", file=path.name)
    if isinstance(kind, str):
        raise ProblemForUser(kind, file=path.name)
    return kind


def _kind_by_parts(archive: zipfile.ZipFile, names: set[str]) -> FileKind | str:
    if "content.xml" in names:
        manifest = b"".join(unpacked(archive, "META-INF/manifest.xml", names))
        if b"encryption-data" in manifest:
            return "encrypted"
        media = b"".join(unpacked(archive, "mimetype", names))
        return "list-is-document" if b"opendocument.text" in media else FileKind.ODS
    lowered = {name.casefold() for name in names}
    if "xl/workbook.bin" in lowered:
        return FileKind.XLSB
    if "xl/workbook.xml" in lowered:
        return FileKind.XLSX
    if any(name.startswith(("word/", "ppt/")) for name in lowered):
        return "list-is-document"
    return "list-is-archive" if "[content_types].xml" not in lowered else "list-broken"


def _refuse_bombs(archive: zipfile.ZipFile, file: str) -> None:
    if sum(entry.file_size for entry in archive.infolist()) > _LARGEST_UNPACKED:
        raise ProblemForUser("list-unpacks-too-large", file=file)


def unpacked(archive: zipfile.ZipFile, name: str, names: set[str]) -> Generator[bytes, None, None]:
    """Yield a part of an archive in chunks; nothing where it is absent.

    Raises zipfile.BadZipFile where it is damaged or not as large as declared.
    """
    if name not in names:
        return
    try:
        with archive.open(name) as part:
            while chunk := part.read(_CHUNK):
                yield chunk
    except DAMAGES as error:
        raise zipfile.BadZipFile(name) from error
