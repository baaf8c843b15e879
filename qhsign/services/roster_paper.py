"""A roster (名册) as a working paper, for exports as docx and pdf."""

from collections.abc import Sequence
from datetime import date, datetime

from qhsign.domain import names
from qhsign.domain.paper import MARGIN, Cell, CellKind, Group, Paper, PaperColumn, Table
from qhsign.exchange.roster import Column, ColumnKind, Roster, Value
from qhsign.services.export_content import PERSONAL
from qhsign.services.paper_frame import Frame

_KINDS = {"number": CellKind.ORDINAL, "full_name": CellKind.NAME}
_NARROWEST = 9.0
_MOST_ON_A4 = 230.0
"""Characters side by side; rosters that are wider go on A3."""
_A4_WIDE, _A3_WIDE = 297.0 - 2 * MARGIN, 420.0 - 2 * MARGIN


def roster_paper(
    frame: Frame, what: str, columns: Sequence[str], roster: Roster, notes: Sequence[str] = ()
) -> Paper:
    """Return the paper of an export: the same headings and rows, names spread as printed.

    ``columns`` are the names of the roster's columns in their order; ``notes`` stand in the head.
    """
    large = sum(column.width for column in roster.columns) > _MOST_ON_A4
    kinds = [
        _KINDS.get(name, _kind_of(column))
        for name, column in zip(columns, roster.columns, strict=True)
    ]
    widths = _widths(roster.columns, _A3_WIDE if large else _A4_WIDE)
    headed = [
        PaperColumn(column.heading, width, kind)
        for column, width, kind in zip(roster.columns, widths, kinds, strict=True)
    ]
    rows = [[_cell(value, kind) for value, kind in zip(row, kinds, strict=True)]
            for row in roster.rows]  # fmt: skip
    table = Table(
        headed,
        [Group(rows)],
        empty=frame.say("export-empty"),
        depth=8.0,
        text_size=9.0,
        name_size=11.0,
    )
    facts = frame.facts
    return frame.paper(
        f"export-sheet-{what}",
        what_for=facts.short_title or facts.title,
        particulars=(*notes, roster.order_note),
        figure=frame.say(f"export-count-{what}", count=len(rows)),
        sections=[table],
        footer=frame.say("export-footer-personal" if what in PERSONAL else "contract-list-footer"),
        large=large,
    )


def _kind_of(column: Column) -> CellKind:
    return CellKind.NUMBER if column.kind is ColumnKind.NUMBER else CellKind.TEXT


def _cell(value: Value, kind: CellKind) -> Cell:
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M:%S}"
    if isinstance(value, date):
        return value.isoformat()
    return names.display_name(value) if kind is CellKind.NAME and isinstance(value, str) else value


def _widths(columns: Sequence[Column], measure: float) -> list[float]:
    """Share the width of a page by the widths of the columns, none too narrow to read."""
    spare = measure - _NARROWEST * len(columns)
    whole = sum(column.width for column in columns)
    return [_NARROWEST + spare * column.width / whole for column in columns]
