"""Lists made for a test: written as real files, then read the way an import reads them."""

import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import xlsxwriter

from qhsign.domain.contract_list import ReadContracts, read_contracts
from qhsign.domain.guest_list import ReadGuests, read_guests
from qhsign.domain.list_sheet import ListProblem
from qhsign.exchange.headings import find_headings
from qhsign.exchange.workbook_reader import read_workbook
from qhsign.wording import Language, say

LISTS = Path(__file__).parent / "lists"
YEAR = 2024
_COUNTRIES = {"中国": "CN", "冰岛": "IS", "吉尔吉斯斯坦": "KG", "Iceland": "IS"}

Rows = Sequence[Any]
"""Rows of values: what is typed into a list is of any type."""


def country_code(text: str) -> str | None:
    return _COUNTRIES.get(text)


def guests_of(
    path: Path, *, sheet: str | None = None, chosen: Mapping[str, str] | None = None
) -> ReadGuests:
    found, headings = find_headings(read_workbook(path), "guests", sheet=sheet, chosen=chosen)
    read = read_guests(found, headings, year=YEAR, country_code=country_code)
    say_all(read.problems)
    return read


def contracts_of(path: Path) -> ReadContracts:
    found, headings = find_headings(read_workbook(path), "contracts")
    read = read_contracts(found, headings)
    say_all(read.problems)
    return read


def say_all(problems: Sequence[ListProblem]) -> None:
    """Put every problem into words: a code without a sentence fails the test that met it."""
    for problem in problems:
        for language in Language:
            assert say(problem.code, language, **problem.parameters)


def write_xlsx(
    path: Path,
    rows: Rows,
    *,
    merged: Sequence[str] = (),
    hidden: Sequence[int] = (),
    sheet: str = "名单",
    more: Mapping[str, Rows] | None = None,
    hidden_sheets: Sequence[str] = (),
) -> Path:
    """Write sheets of rows; merged ranges as ``B5:B8``, hidden rows as they are numbered."""
    with xlsxwriter.Workbook(
        path, {"strings_to_formulas": False, "strings_to_urls": False}
    ) as book:
        for name, content in {sheet: rows, **(more or {})}.items():
            page = book.add_worksheet(name)
            if name == sheet:
                for area in merged:
                    page.merge_range(area, "")
                for row in hidden:
                    page.set_row(row - 1, None, None, {"hidden": True})
            for number, row_values in enumerate(content):
                for column, value in enumerate(row_values):
                    if value not in ("", None):
                        page.write(number, column, value)
            if name in hidden_sheets:
                page.hide()
            elif hidden_sheets:
                page.activate()
    return path


def write_csv(path: Path, rows: Rows, *, encoding: str = "utf-8", delimiter: str = ",") -> Path:
    text = "\r\n".join(delimiter.join(map(str, row)) for row in rows) + "\r\n"
    path.write_bytes(text.encode(encoding))
    return path


def write_ods(path: Path, tables: str) -> Path:
    """Write an OpenDocument workbook around the XML of its tables."""
    content = (
        '<?xml version="1.0" encoding="UTF-8"?><office:document-content '
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" office:version="1.2">'
        f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>"
        "</office:document-content>"
    )
    media = "application/vnd.oasis.opendocument.spreadsheet"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", media, zipfile.ZIP_STORED)
        archive.writestr(
            "META-INF/manifest.xml",
            '<?xml version="1.0"?><manifest:manifest '
            'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
            f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{media}"/>'
            "</manifest:manifest>",
        )
        archive.writestr("content.xml", content)
    return path


def ods_cell(text: str, attributes: str = "") -> str:
    if not text:
        return f"<table:table-cell {attributes}/>"
    return (
        f'<table:table-cell office:value-type="string" {attributes}>'
        f"<text:p>{escape(text)}</text:p></table:table-cell>"
    )


def ods_row(*cells: str, attributes: str = "") -> str:
    filled = [cell if cell.startswith("<") else ods_cell(cell) for cell in cells]
    return f"<table:table-row {attributes}>{''.join(filled)}</table:table-row>"


def codes(read: ReadGuests | ReadContracts, *, row: int | None = None) -> list[str]:
    return [problem.code for problem in read.problems if row is None or problem.row == row]


def names(read: ReadGuests) -> list[str]:
    return [entry.full_name for entry in read.entries]
