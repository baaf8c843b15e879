"""A working paper's rows as csv: for a program to read, so without head, seals and blanks."""

import csv
from io import TextIOWrapper
from typing import IO, Any

from qhsign.domain.paper import CellKind, Paper, Table, cell_text
from qhsign.exchange.delimited_writer import harmless


def write_paper_delimited(stream: IO[bytes], paper: Paper) -> None:
    """Write the rows of every table, UTF-8 with a mark and CRLF.

    The heading of a group stands before each of its rows. What a spreadsheet would run as a formula
    is made harmless, as in other csv files. Tables follow each other after an empty line.
    """
    text = TextIOWrapper(stream, encoding="utf-8-sig", newline="", write_through=True)
    writer = csv.writer(text, lineterminator="\r\n")
    tables = [section for section in paper.sections if isinstance(section, Table)]
    for place, table in enumerate(tables):
        if place:
            writer.writerow([])
        _write_table(writer, table)
    text.detach()


def _write_table(writer: Any, table: Table) -> None:
    kept = [
        at
        for at, column in enumerate(table.columns)
        if column.kind not in {CellKind.BAR, CellKind.BLANK}
    ]
    grouped = any(group.heading for group in table.groups)
    headings = [table.columns[at].heading for at in kept]
    writer.writerow([harmless(each) for each in ([""] if grouped else []) + headings])
    for group in table.groups:
        before = [group.heading] if grouped else []
        for row in group.rows:
            writer.writerow([harmless(each) for each in before + [_cell(row[at]) for at in kept]])


def _cell(cell: object) -> str:
    # Full-width blanks spread a name on paper; a program reads the name.
    return cell_text(cell).replace("\u3000", "").replace("\u200b", "")  # type: ignore[arg-type] # a cell of a row
