"""Tables of a working paper in WordprocessingML.

Written as text: python-docx walks a whole table for every cell, and takes minutes for thousands of
rows. Only what is escaped here gets in.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from qhsign.domain.paper import CellKind, Figures, Group, PaperColumn, Row, Seal, Table, cell_text

HEI, SONG, FANG = "黑体", "宋体", "仿宋"
LATIN = "Times New Roman"
INK, SOFT, HAIR, DEEP, PALE = "1B2326", "56646A", "B9C4C7", "0A4A55", "F3F8F8"
_TWIPS_PER_MM = 1440 / 25.4
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\u200b\ud800-\udfff]")
_HEAVY = f'w:val="single" w:sz="8" w:space="0" w:color="{INK}"'
_LIGHT = f'w:val="single" w:sz="4" w:space="0" w:color="{HAIR}"'
_SEAL_DEPTH, _SEAL_WIDTH = 42.0, 60.0
_POINT = 25.4 / 72
_LEAST_NAME = 0.7  # of its size, to which a long name shrinks to stand on one line
_HALF_WIDTH, _LATIN_EM = 0x2E7F, 0.56
_RIGHT_ROOM = 4  # points between a figure and the next column


@dataclass(frozen=True, slots=True)
class Look:
    """How words are set: the font for Chinese, the size in points, weight and colour."""

    font: str = SONG
    size: float = 10.0
    bold: bool = False
    colour: str = INK


def twips(millimetres: float) -> int:
    """Return a length in twentieths of a point."""
    return round(millimetres * _TWIPS_PER_MM)


def width_of(text: str) -> float:
    """Return about how wide a text is in em: Chinese characters are one, others half of it."""
    return sum(1.0 if ord(character) > _HALF_WIDTH else _LATIN_EM for character in text)


def run(text: str, look: Look) -> str:
    """Return words as one run; line ends become line breaks, what XML cannot hold is left out."""
    lines = (escape(line) for line in _CONTROL.sub("", text).split("\n"))
    words = "<w:br/>".join(f'<w:t xml:space="preserve">{line}</w:t>' for line in lines)
    return f"<w:r>{run_look(look)}{words}</w:r>"


def run_look(look: Look) -> str:
    """Return the properties of a run."""
    bold = "<w:b/>" if look.bold else ""
    half_points = round(look.size * 2)
    return (
        f'<w:rPr><w:rFonts w:ascii="{LATIN}" w:hAnsi="{LATIN}" w:eastAsia="{look.font}"'
        f' w:hint="eastAsia"/>{bold}<w:color w:val="{look.colour}"/>'
        f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/></w:rPr>'
    )


def paragraph(runs: str, *, align: str = "left", keeps: bool = False, above: float = 0) -> str:
    """Return a paragraph; ``keeps`` holds it on one page with the next, ``above`` is points."""
    kept = "<w:keepNext/>" if keeps else ""
    room = f'<w:ind w:right="{_RIGHT_ROOM * 20}"/>' if align == "right" else ""
    return (
        f'<w:p><w:pPr>{kept}<w:spacing w:before="{round(above * 20)}" w:after="0"/>'
        f'{room}<w:jc w:val="{align}"/></w:pPr>{runs}</w:p>'
    )


def gap() -> str:
    """Return a low empty paragraph: tables one after the other would become one."""
    return (
        '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="120" w:lineRule="exact"/>'
        "</w:pPr></w:p>"
    )


def table_xml(table: Table) -> Iterator[str]:
    """Give a table in parts: repeated headings, fixed widths, rows that never split over pages."""
    table = table.without_bars()
    columns = table.columns
    width = twips(sum(column.width for column in columns))
    yield _opening(columns)
    yield _headings(columns)
    if not table.rows and table.empty:
        words = paragraph(run(table.empty, Look(size=9, colour=SOFT)))
        yield _row(_cell(words, width, span=len(columns)), table.depth)
    for group in table.groups:
        yield from _group(table, group, width)
    if table.blank_rows:
        if table.blank_heading:
            yield _band(Group((), table.blank_heading), columns, width)
        yield _cells(table, [None] * len(columns)) * table.blank_rows
    for total in table.totals:
        yield _cells(table, total, bold=True)
    yield "</w:tbl>"


def figures_xml(section: Figures, width: float) -> str:
    """Return large figures side by side; ``width`` is the page's in millimetres."""
    each = width / max(len(section.figures), 1)
    cells = "".join(
        _cell(
            paragraph(run(figure.label, Look(FANG, 9, colour=SOFT)))
            + paragraph(run(figure.value, Look(HEI, 18, bold=True, colour=DEEP)))
            + paragraph(run(figure.note, Look(FANG, 8, colour=SOFT))),
            twips(each),
            shade=PALE,
        )
        for figure in section.figures
    )
    return f"{_frame([each] * len(section.figures))}{_row(cells, 20)}</w:tbl>"


def seal_xml(section: Seal) -> str:
    """Return the places for seals side by side, at the right."""
    cells = "".join(
        _cell(
            paragraph(run(sealer, Look(SONG, 11)), align="center")
            + paragraph(run(section.date, Look(SONG, 11)), align="center", above=12)
            + paragraph(run(section.mark, Look(FANG, 8, colour=SOFT)), align="center", above=12),
            twips(_SEAL_WIDTH),
        )
        for sealer in section.sealers
    )
    frame = _frame([_SEAL_WIDTH] * len(section.sealers), align="right")
    return f"{frame}{_row(cells, _SEAL_DEPTH)}</w:tbl>"


def _opening(columns: Sequence[PaperColumn]) -> str:
    borders = f"<w:bottom {_HEAVY}/><w:insideH {_LIGHT}/>"
    return _frame([column.width for column in columns], borders)


def _frame(widths: Sequence[float], borders: str = "", align: str = "left") -> str:
    inside = f"<w:tblBorders>{borders}</w:tblBorders>" if borders else ""
    grid = "".join(f'<w:gridCol w:w="{twips(width)}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{twips(sum(widths))}" w:type="dxa"/>'
        f'<w:jc w:val="{align}"/>{inside}'
        '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="28" w:type="dxa"/>'
        '<w:right w:w="57" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>"
    )


def _row(cells: str, depth: float, *, repeats: bool = False) -> str:
    again = "<w:tblHeader/>" if repeats else ""
    return (
        f'<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="{twips(depth)}" w:hRule="atLeast"/>'
        f"{again}</w:trPr>{cells}</w:tr>"
    )


def _cell(
    content: str,
    width: int,
    *,
    span: int = 1,
    shade: str = "",
    left: bool = False,
    below: str = "",
) -> str:
    spanned = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    sides = (f"<w:left {_LIGHT}/>" if left else "") + (f"<w:bottom {below}/>" if below else "")
    bordered = f"<w:tcBorders>{sides}</w:tcBorders>" if sides else ""
    shaded = f'<w:shd w:val="clear" w:color="auto" w:fill="{shade}"/>' if shade else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{spanned}{bordered}{shaded}'
        f'<w:vAlign w:val="center"/></w:tcPr>{content}</w:tc>'
    )


def _headings(columns: Sequence[PaperColumn]) -> str:
    cells = "".join(
        _cell(
            paragraph(
                run(column.heading, Look(HEI, 9, colour=SOFT)), align=_align(column), keeps=True
            ),
            twips(column.width),
            below=_HEAVY,
        )
        for column in columns
    )
    return _row(cells, 7.4, repeats=True)


def _group(table: Table, group: Group, width: int) -> Iterator[str]:
    if group.heading:
        yield _band(group, table.columns, width)
    last = len(group.rows) - 1
    ends = bool(table.totals) and group is table.groups[-1]
    for place, row in enumerate(group.rows):
        keeps = place == last and (ends or bool(group.closing))
        yield _cells(table, row, keeps=keeps)
    if group.closing:
        words = paragraph(run(group.closing, Look(FANG, 9)), keeps=ends)
        yield _row(_cell(words, width, span=len(table.columns)), 9)


def _band(group: Group, columns: Sequence[PaperColumn], width: int) -> str:
    words = run(group.heading, Look(HEI, 10, bold=True, colour=DEEP))
    if group.note:
        words += run(f"　　{group.note}", Look(FANG, 9, colour=SOFT))
    cell = _cell(paragraph(words, keeps=True), width, span=len(columns), shade=PALE)
    return _row(cell, 7.2)


def _cells(table: Table, row: Row, *, bold: bool = False, keeps: bool = False) -> str:
    return _row("".join(_row_cells(table, row, bold=bold, keeps=keeps)), table.depth)


def _row_cells(table: Table, row: Row, *, bold: bool, keeps: bool) -> Iterator[str]:
    written_in = False
    for column, cell in zip(table.columns, row, strict=True):
        blank = column.kind is CellKind.BLANK
        text = cell_text(cell)
        words = paragraph(
            run(text, _look(table, column, text, bold=bold)), align=_align(column), keeps=keeps
        )
        yield _cell(words, twips(column.width), left=blank or written_in)
        written_in = blank


def _look(table: Table, column: PaperColumn, text: str, *, bold: bool) -> Look:
    if column.kind is CellKind.NAME:
        fitting = column.width / max(width_of(text), 1) / _POINT
        size = min(table.name_size, max(fitting, table.name_size * _LEAST_NAME))
        return Look(HEI, int(size * 2) / 2, bold=True)
    if column.kind is CellKind.ORDINAL:
        return Look(SONG, 9, colour=SOFT)
    font = HEI if bold else SONG
    return Look(font, 9 if column.kind is CellKind.MARK else table.text_size, bold=bold)


def _align(column: PaperColumn) -> str:
    return "right" if column.kind is CellKind.NUMBER else "left"
