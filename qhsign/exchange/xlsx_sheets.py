"""What the xlsx reader does not tell: hidden rows, merged cells, and how large a sheet really is.

A sheet's XML is looked through once in chunks, before anything else unpacks it, so that a sheet
of a million rows or with a stray value in its last corner is refused instead of filling memory.
The declared dimension is not trusted: WPS writes A1:A1.
"""

import re
import zipfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from html import unescape
from posixpath import join, normpath

from qhsign.domain.list_sheet import MergedRange
from qhsign.domain.problems import ProblemForUser
from qhsign.exchange.file_kind import unpacked

MOST_ROWS = 150_000
"""Filled rows of one sheet: a hundred thousand guests, with headings, notes and totals to spare."""
MOST_CELLS = 8_000_000
"""Cells between the first and the last filled one, filled or not: what the reader lays out."""
_LONGEST_ROW = 16 * 2**20
_LONGEST_TAIL = 32 * 2**20

_ROW = re.compile(rb"<(?:\w+:)?row\b([^>]*)>")
_SHEET_DATA_ENDS = re.compile(rb"</(?:\w+:)?sheetData>|<(?:\w+:)?sheetData\s*/>")
_CELL = re.compile(rb"<(?:\w+:)?c\b([^>]*)>")
_CELL_REFERENCE = re.compile(rb"\br=[\"']([A-Z]{1,3})(\d{1,7})[\"']")
_ROW_NUMBER = re.compile(rb"\br=[\"'](\d{1,7})[\"']")
_ROW_HIDDEN = re.compile(rb"\bhidden=[\"'](?:1|true)[\"']|\bht=[\"']0(?:\.0*)?[\"']")
_HIDDEN_UNLESS_SAID = re.compile(rb"<(?:\w+:)?sheetFormatPr\b[^>]*\bzeroHeight=[\"'](?:1|true)")
_MERGED = re.compile(
    rb"<(?:\w+:)?mergeCell\b[^>]*\bref=[\"']\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})"
)
_TAG = re.compile(rb"<(?:\w+:)?(?:sheet|Relationship)\s([^>]*)>")
_ATTRIBUTE = re.compile(r"([\w:]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")


@dataclass(slots=True)
class SheetFacts:
    """One sheet's hidden rows (numbers from 1) and merged ranges, and its extent."""

    hidden_rows: set[int] = field(default_factory=set)
    merged: list[MergedRange] = field(default_factory=list)
    filled_rows: int = 0
    last_row: int = 0
    last_column: int = 0


def column_number(letters: str) -> int:
    """Return the position from 0 of a column named by letters (A, Z, AA)."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def column_letters(position: int) -> str:
    """Return the letters of a column by its position from 0 (A, Z, AA)."""
    letters = ""
    left = position + 1
    while left:
        left, digit = divmod(left - 1, 26)
        letters = chr(ord("A") + digit) + letters
    return letters


def sheet_facts(archive: zipfile.ZipFile) -> dict[str, SheetFacts]:
    """Return the facts of every worksheet by its name.

    Raises ProblemForUser for a sheet too large to be a list, zipfile.BadZipFile for a part that
    is not what the archive declares.
    """
    names = set(archive.namelist())
    facts = {}
    for sheet, part in _sheet_parts(archive, names).items():
        with closing(unpacked(archive, part, names)) as chunks:
            facts[sheet] = _facts(chunks, sheet)
    for name in names:
        # Also read by the workbook reader: a part that unpacks to more than it declares stops here.
        if name.casefold() in {"xl/sharedstrings.xml", "xl/styles.xml"}:
            for _ in unpacked(archive, name, names):
                pass
    return facts


def _sheet_parts(archive: zipfile.ZipFile, names: set[str]) -> dict[str, str]:
    targets = {
        entry.get("Id", ""): normpath(join("/xl", entry.get("Target", ""))).lstrip("/")
        for entry in _tags(b"".join(unpacked(archive, "xl/_rels/workbook.xml.rels", names)))
    }
    by_lower = {name.casefold(): name for name in names}
    parts = {}
    for entry in _tags(b"".join(unpacked(archive, "xl/workbook.xml", names))):
        relation = next((entry[key] for key in entry if key.endswith(":id")), "")
        if part := by_lower.get(targets.get(relation, "").casefold()):
            parts[entry.get("name", "")] = part
    return parts


def _tags(xml: bytes) -> Iterator[dict[str, str]]:
    """Yield the attributes of the sheets or relationships a small part lists."""
    for tag in _TAG.finditer(xml):
        found = _ATTRIBUTE.findall(tag[1].decode("utf-8", "replace"))
        yield {name: unescape(double or single) for name, double, single in found}


def _facts(chunks: Iterator[bytes], sheet: str) -> SheetFacts:
    facts = SheetFacts()
    number = 0
    hidden_unless_said = False
    buffer = b""
    for chunk in chunks:
        buffer += chunk
        rows = list(_ROW.finditer(buffer))
        if not number and rows:
            hidden_unless_said = bool(_HIDDEN_UNLESS_SAID.search(buffer, 0, rows[0].start()))
        ending = _SHEET_DATA_ENDS.search(buffer)
        last = len(rows) if ending else len(rows) - 1
        for place in range(last):
            end = rows[place + 1].start() if place + 1 < len(rows) else len(buffer)
            row = rows[place]
            number = _note_row(facts, row[1], buffer[row.end() : end], number)
            if _ROW_HIDDEN.search(row[1]) or (hidden_unless_said and b"hidden=" not in row[1]):
                facts.hidden_rows.add(number)
        _refuse_too_large(facts, sheet)
        if ending:
            _note_merged(facts, buffer[ending.end() :], chunks)
            return facts
        buffer = buffer[rows[-1].start() :] if rows else buffer
        if len(buffer) > _LONGEST_ROW:
            raise ProblemForUser("sheet-too-large", sheet=sheet, rows=MOST_ROWS)
    return facts


def _note_row(facts: SheetFacts, attributes: bytes, inside: bytes, before: int) -> int:
    """Note one row's extent and return its number; ``before`` is the number of the row above."""
    found = _ROW_NUMBER.search(attributes)
    number = int(found[1]) if found else before + 1
    if b"v>" not in inside and b"is>" not in inside:
        return number
    column = _last_filled_column(inside)
    if column is not None:
        facts.filled_rows += 1
        facts.last_row = max(facts.last_row, number)
        facts.last_column = max(facts.last_column, column)
    return number


def _last_filled_column(inside: bytes) -> int | None:
    """Return the column of the last cell with a value; styled blanks do not count."""
    end = max(inside.rfind(b"v>"), inside.rfind(b"is>"))
    start = end
    while (start := inside.rfind(b"<", 0, start)) >= 0:
        if cell := _CELL.match(inside, start):
            break
    else:
        return None
    if reference := _CELL_REFERENCE.search(cell[1]):
        return column_number(reference[1].decode())
    return len(_CELL.findall(inside, 0, end)) - 1


def _refuse_too_large(facts: SheetFacts, sheet: str) -> None:
    if facts.filled_rows > MOST_ROWS:
        raise ProblemForUser("sheet-too-large", sheet=sheet, rows=MOST_ROWS)
    if facts.last_row * (facts.last_column + 1) > MOST_CELLS:
        raise ProblemForUser("sheet-has-stray-cell", sheet=sheet, row=facts.last_row)


def _note_merged(facts: SheetFacts, tail: bytes, chunks: Iterator[bytes]) -> None:
    for chunk in chunks:
        if len(tail) < _LONGEST_TAIL:
            tail += chunk
    for first_column, first_row, last_column, last_row in _MERGED.findall(tail):
        facts.merged.append(
            MergedRange(
                int(first_row),
                int(last_row),
                column_number(first_column.decode()),
                column_number(last_column.decode()),
            )
        )
