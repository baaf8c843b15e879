"""Lists of every format as plain rows: xlsx, xlsb, xls, ods, csv and tsv.

A file is read by what it is, not by what its name says. Problems are those of ``file_kind`` and
of the sheet's size; every one is a ProblemForUser with a next step.
"""

import zipfile
from collections.abc import Mapping
from datetime import date, time, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
    WorksheetNotFound,
    XmlError,
    ZipError,
    load_workbook,
)

from qhsign.domain.list_sheet import EMPTY, Cell, MergedRange, Row, Sheet, Workbook
from qhsign.domain.problems import ProblemForUser
from qhsign.exchange.cell_text import moment_cell, number_cell, text_cell
from qhsign.exchange.file_kind import DAMAGES, FileKind, kind_of
from qhsign.exchange.ods_sheets import ods_facts
from qhsign.exchange.reader_process import read_apart
from qhsign.exchange.text_reader import read_text
from qhsign.exchange.xlsx_sheets import MOST_CELLS, MOST_ROWS, SheetFacts, sheet_facts

_READ_APART = frozenset({FileKind.XLS, FileKind.XLSB})
"""Kinds whose size cannot be looked at before they are laid out."""
_BROKEN = (CalamineError, XmlError, ZipError, WorksheetNotFound, *DAMAGES)


def read_workbook(path: Path) -> Workbook:
    """Return every sheet of the file that holds cells (charts and macro sheets are left out).

    Raises ProblemForUser when the file cannot be read or is too large to be a list.
    """
    kind = kind_of(path)
    if kind is FileKind.TEXT:
        return Workbook((read_text(path),))
    if kind in _READ_APART:
        return read_apart(_read_binary, path)
    return _read(path, kind)


def _read_binary(path: Path) -> Workbook:
    return _read(path, FileKind.XLS)


def _read(path: Path, kind: FileKind) -> Workbook:
    try:
        facts = _facts(path, kind)
        # From memory, so that the content and not the extension says what is inside.
        with load_workbook(BytesIO(path.read_bytes())) as workbook:
            return Workbook(tuple(_sheets(workbook, facts)))
    except PasswordError as error:
        raise ProblemForUser("list-has-password", file=path.name) from error
    except _BROKEN as error:
        raise ProblemForUser("list-broken", file=path.name) from error
    except BaseException as error:
        # The reader is written in Rust; what it did not foresee in a file arrives as a panic,
        # which Python counts among the exceptions that end a program.
        if type(error).__name__ != "PanicException":
            raise
        raise ProblemForUser("list-broken", file=path.name) from error


def _facts(path: Path, kind: FileKind) -> Mapping[str, SheetFacts]:
    if kind not in {FileKind.XLSX, FileKind.ODS}:
        return {}
    with zipfile.ZipFile(path) as archive:
        return sheet_facts(archive) if kind is FileKind.XLSX else ods_facts(archive)


def _sheets(workbook: CalamineWorkbook, facts: Mapping[str, SheetFacts]) -> list[Sheet]:
    sheets = []
    for known in workbook.sheets_metadata:
        if known.typ is not SheetTypeEnum.WorkSheet:
            continue
        hidden = known.visible is not SheetVisibleEnum.Visible
        sheets.append(_sheet(workbook.get_sheet_by_name(known.name), facts, hidden=hidden))
    return sheets


def _sheet(found: CalamineSheet, facts: Mapping[str, SheetFacts], *, hidden: bool) -> Sheet:
    last_row, last_column = found.end or (0, 0)
    if (last_row + 1) * (last_column + 1) > MOST_CELLS:
        raise ProblemForUser("sheet-has-stray-cell", sheet=found.name, row=last_row + 1)
    rows: list[Row] = []
    altered: list[tuple[int, int, str]] = []
    seen: dict[str, Cell] = {"": EMPTY}
    # Kept empty areas, or the rows would be counted from the first filled one.
    for number, values in enumerate(found.to_python(skip_empty_area=False), 1):
        cells = [
            (seen.get(value) if type(value) is str else None)
            or _cell(value, seen, altered, number, column)
            for column, value in enumerate(values)
        ]
        if any(cell.text for cell in cells):
            rows.append(Row(number, cells))
    if len(rows) > MOST_ROWS:
        raise ProblemForUser("sheet-too-large", sheet=found.name, rows=MOST_ROWS)
    fact = facts.get(found.name)
    return Sheet(
        found.name,
        rows,
        hidden_rows=frozenset(fact.hidden_rows) if fact else frozenset(),
        merged=tuple(fact.merged) if fact else _merged(found),
        hidden=hidden,
        altered=altered,
    )


def _cell(
    value: Any, seen: dict[str, Cell], altered: list[tuple[int, int, str]], row: int, column: int
) -> Cell:
    """Return a value as a cell; ``seen`` shares the cells of texts that repeat down a column."""
    if isinstance(value, str):
        cell, code = text_cell(value)
        if code is None:
            seen[value] = cell
        else:
            altered.append((row, column, code))
        return cell
    if isinstance(value, bool):
        return Cell("是" if value else "否")
    if isinstance(value, (int, float)):
        return number_cell(value)
    if isinstance(value, (date, time, timedelta)):
        return moment_cell(value)
    return Cell(str(value))


def _merged(found: CalamineSheet) -> tuple[MergedRange, ...]:
    """Return the merged ranges the reader itself knows (xls)."""
    return tuple(
        MergedRange(top + 1, bottom + 1, left, right)
        for (top, left), (bottom, right) in found.merged_cell_ranges or ()
    )
