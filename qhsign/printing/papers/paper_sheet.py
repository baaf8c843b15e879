"""Working papers as PDF: the same head, table and footer on every one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import IO

from qhsign.domain.paper import Figures, Paper, Seal, Statements, Table
from qhsign.printing.page_texts import PreflightFinding
from qhsign.printing.papers.paper_breaks import Piece, break_pages, opening_depth
from qhsign.printing.papers.paper_head import (
    FOOT_RULE,
    HEAD_RULE,
    draw_foot,
    draw_head,
    one_line,
    without_repeats,
)
from qhsign.printing.papers.paper_page import PaperPage
from qhsign.printing.papers.paper_sections import figures_piece, seal_piece, statement_pieces
from qhsign.printing.papers.paper_table import TableSetter
from qhsign.printing.pdf_file import POINTS_PER_MM, DocumentInformation, PdfFile
from qhsign.printing.text.text_fit import shared_typesetter

_AIR = 2.0
_PAGE_LINE = 19.8  # above the footer's rule, what is counted and signed on each page
_PAGE_LINE_UP = 25.0  # above the lower edge, where its text begins
_ROUNDING = 1e-6


@dataclass(frozen=True, slots=True)
class PaperRun:
    """What was written: the number of pages, and what was wrong with texts."""

    pages: int
    findings: Sequence[PreflightFinding]


def render_paper(
    stream: IO[bytes], paper: Paper, progress: Callable[[int, int], None] | None = None
) -> PaperRun:
    """Write a paper as one PDF into ``stream``; the same paper gives the same bytes.

    Groups keep with their first rows, totals with the last row; headings stand on every page. A
    character no font has leaves room to write it by hand, and is found; a text too long for its
    row makes the row deeper. ``progress`` is told the pages done of all and may raise to stop.
    """
    information = DocumentInformation(
        title=paper.title,
        author=paper.author,
        subject=paper.head.kind,
        language=paper.language,
        made=paper.made,
    )
    return _Sheet(PdfFile(stream, information), paper).write(progress)


class _Sheet:
    """One paper being written."""

    def __init__(self, file: PdfFile, paper: Paper) -> None:
        self._file = file
        self._paper = paper
        self._typesetter = shared_typesetter()
        self._size = paper.size
        self._measuring = self._new_page()
        self._setters = [
            TableSetter(self._measuring, section)
            for section in paper.sections
            if isinstance(section, Table)
        ]
        below = _PAGE_LINE if paper.page_line else _AIR
        self._room = self._size[1] - HEAD_RULE - FOOT_RULE - below

    def write(self, progress: Callable[[int, int], None] | None = None) -> PaperRun:
        """Write every page."""
        pieces = self._pieces()
        pages = [list(each) for each in break_pages(pieces, self._room)] or [[]]
        self._add_blank_rows(pages)
        findings = self._measuring.findings
        for number, (on_page, bookmarks) in enumerate(
            zip(pages, _bookmarks(pages), strict=True), start=1
        ):
            page = self._new_page()
            self._draw(page, on_page, number, len(pages))
            self._file.add_page(
                page.page(),
                (self._size[0] * POINTS_PER_MM, self._size[1] * POINTS_PER_MM),
                bookmarks=bookmarks,
            )
            findings += page.findings
            if progress is not None:
                progress(number, len(pages))
        self._file.save()
        return PaperRun(len(pages), tuple(without_repeats(findings)))

    def _new_page(self) -> PaperPage:
        return PaperPage(self._file, self._typesetter, self._size, subject=self._paper.head.kind)

    def _pieces(self) -> list[Piece]:
        pieces: list[Piece] = []
        setters = iter(self._setters)
        for section in self._paper.sections:
            match section:
                case Table():
                    pieces += next(setters).pieces()
                case Figures():
                    pieces.append(figures_piece(section))
                case Statements():
                    pieces = _kept_with_last(pieces)
                    pieces += statement_pieces(self._measuring, section)
                case Seal():
                    pieces = _kept_with_last(pieces)
                    pieces.append(seal_piece(section))
        return pieces

    def _add_blank_rows(self, pages: list[list[Piece]]) -> None:
        """Add room for those who come without being listed, to the end of the last page."""
        blank = self._setters[0].blank_pieces() if self._setters else []
        if not blank:
            return
        least = sum(piece.depth for piece in blank)
        left = self._room - _depth(pages[-1])
        if least > left:
            pages.append([])
            left = self._room - opening_depth(blank[0])
        row = self._setters[0].blank_row()
        pages[-1] += [*blank, *[row] * int((left - least) / row.depth + _ROUNDING)]

    def _draw(self, page: PaperPage, pieces: Sequence[Piece], number: int, total: int) -> None:
        paper = self._paper
        draw_head(page, paper.head)
        y = HEAD_RULE
        whole = [*_opening(pieces), *pieces]
        for piece, following in zip_longest(whole, whole[1:]):
            piece.draw(page, y)
            y += piece.depth
            ends = following is None or following.table is not piece.table
            if isinstance(piece.table, TableSetter) and ends:
                piece.table.end(page, y)
        if paper.page_line is not None:
            words = paper.page_line.words(sum(piece.counted for piece in pieces))
            style = one_line("sans", 9.0, page.measure, 6.5)
            page.text(words, style, page.margin, page.size[1] - _PAGE_LINE_UP)
        numbered = paper.page_number.format(page=number, pages=total)
        draw_foot(page, paper.footer, numbered, paper.demo_mark)


def _opening(pieces: Sequence[Piece]) -> Sequence[Piece]:
    return pieces[0].opening if pieces else ()


def _depth(pieces: Sequence[Piece]) -> float:
    return sum(piece.depth for piece in (*_opening(pieces), *pieces))


def _kept_with_last(pieces: list[Piece]) -> list[Piece]:
    """Keep what follows a table with its end, so that it never stands alone on a page."""
    return [*pieces[:-1], replace(pieces[-1], keeps=True)] if pieces else pieces


def _bookmarks(pages: Sequence[Sequence[Piece]]) -> list[list[tuple[int, str]]]:
    """Return what leads to each page: what begins on it, or its first row where nothing has a name.

    A single page needs none.
    """
    if len(pages) == 1:
        return [[]]
    named = [[each.bookmark for each in on if each.bookmark and not each.counted] for on in pages]
    if not any(named):
        named = [[each.bookmark for each in on if each.counted][:1] for on in pages]
    return [[(0, title) for title in titles if title] for titles in named]
