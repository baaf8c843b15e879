"""Working papers as PDF: the same head, table and footer on every one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import IO

from qhsign.domain.paper import Figures, Paper, Seal, Statements, Table
from qhsign.printing import fonts
from qhsign.printing.page_texts import PreflightFinding
from qhsign.printing.paper_breaks import Piece, break_pages, opening_depth
from qhsign.printing.paper_page import A4, A4_WIDE, PaperPage, one_line
from qhsign.printing.paper_sections import figures_piece, seal_piece, statement_pieces
from qhsign.printing.paper_table import TableSetter
from qhsign.printing.pdf_file import DocumentInformation, PdfFile
from qhsign.printing.text_fit import Typesetter

_TOP = 25.0  # the rule of the head
_BOTTOM = 15.0  # above the lower edge, the rule of the footer
_AIR = 2.0
_PAGE_LINE = 19.8  # above the footer's rule, what is counted and signed on each page
_PAGE_LINE_UP = 25.0  # above the lower edge, where its text begins


@dataclass(frozen=True, slots=True)
class PaperRun:
    """What was written: the number of pages, and what was wrong with texts."""

    pages: int
    findings: Sequence[PreflightFinding]


def render_paper(stream: IO[bytes], paper: Paper) -> PaperRun:
    """Write a paper as one PDF into ``stream``; the same paper gives the same bytes.

    Groups keep with their first rows, totals with the last row; headings stand on every page. A
    character no font has leaves room to write it by hand, and is found; a text too long for its
    row makes the row deeper.
    """
    information = DocumentInformation(
        title=paper.title,
        author=paper.author,
        subject=paper.head.kind,
        language=paper.language,
        made=paper.made,
    )
    file = PdfFile(stream, information)
    page = PaperPage(file, Typesetter(fonts.load()), A4_WIDE if paper.wide else A4)
    room = page.size[1] - _TOP - _BOTTOM - (_PAGE_LINE if paper.page_line else _AIR)
    pages = [list(pieces) for pieces in break_pages(list(_pieces(page, paper)), room)]
    _add_blank_rows(page, paper, pages, room)
    for number, pieces in enumerate(pages, start=1):
        _draw_page(page, paper, pieces, number, len(pages))
    file.save()
    return PaperRun(len(pages), tuple(page.findings))


def _pieces(page: PaperPage, paper: Paper) -> list[Piece]:
    pieces: list[Piece] = []
    for section in paper.sections:
        match section:
            case Table():
                pieces += TableSetter(page, section).pieces()
            case Figures():
                pieces.append(figures_piece(section))
            case Statements():
                pieces = _kept_with_last(pieces)
                pieces += statement_pieces(page, section)
            case Seal():
                pieces = _kept_with_last(pieces)
                pieces.append(seal_piece(section))
    return pieces


def _kept_with_last(pieces: list[Piece]) -> list[Piece]:
    """Keep what follows a table with its end, so that it never stands alone on a page."""
    return [*pieces[:-1], replace(pieces[-1], keeps=True)] if pieces else pieces


def _add_blank_rows(page: PaperPage, paper: Paper, pages: list[list[Piece]], room: float) -> None:
    """Add room for those who come without being on the list, to the end of the last page."""
    table = next((each for each in paper.sections if isinstance(each, Table)), None)
    if table is None or not table.blank_rows:
        return
    setter = TableSetter(page, table)
    blank = setter.blank_pieces()
    left = room - opening_depth(pages[-1][0]) - sum(piece.depth for piece in pages[-1])
    if sum(piece.depth for piece in blank) > left:
        pages.append([])
        left = room - opening_depth(blank[0])
    pages[-1] += blank
    row = setter.blank_row()
    spare = left - sum(piece.depth for piece in blank)
    pages[-1] += [row] * int(spare / row.depth + 1e-6)


def _draw_page(
    page: PaperPage, paper: Paper, pieces: Sequence[Piece], number: int, total: int
) -> None:
    page.head(paper.head, rule=_TOP)
    y = _TOP
    for piece in (*pieces[0].opening, *pieces):
        piece.draw(page, y)
        y += piece.depth
    _end_tables(page, pieces)
    if paper.page_line is not None:
        style = one_line("sans", 9.0, page.measure, 6.5)
        words = paper.page_line.words(sum(piece.counted for piece in pieces))
        page.text(style, words, page.margin, page.size[1] - _PAGE_LINE_UP)
    page.foot(
        paper.footer,
        paper.page_number.format(page=number, pages=total),
        paper.demo_mark,
    )
    page.end(_bookmarks(pieces, total))


def _end_tables(page: PaperPage, pieces: Sequence[Piece]) -> None:
    """Draw the heavy rule where rows of a table end on this page."""
    y = _TOP + opening_depth(pieces[0])
    for piece, following in zip(pieces, [*pieces[1:], None], strict=True):
        y += piece.depth
        ends = following is None or following.table is not piece.table
        if isinstance(piece.table, TableSetter) and ends:
            piece.table.end(page, y)


def _bookmarks(pieces: Iterable[Piece], total: int) -> list[tuple[int, str]]:
    """Return the groups that begin on a page; without any, the first row leads to the page."""
    if total == 1:
        return []
    groups = [piece.bookmark for piece in pieces if piece.bookmark and not piece.counted]
    rows = [piece.bookmark for piece in pieces if piece.bookmark and piece.counted]
    return [(0, title) for title in (groups or rows[:1])]
