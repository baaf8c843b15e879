"""What stands on a paper beside its tables: large figures, statements, places for seals."""

from collections.abc import Iterator

from qhsign.domain.paper import Figures, Seal, Statements
from qhsign.printing.papers.paper_breaks import Piece
from qhsign.printing.papers.paper_head import one_line
from qhsign.printing.papers.paper_page import (
    DEEP,
    FAINT,
    INK,
    PALE,
    SOFT,
    PaperPage,
)
from qhsign.printing.pen import depth_of
from qhsign.printing.text.text_fit import TextStyle

_FIGURES, _FIGURES_GAP, _PANEL_GAP = 25.0, 4.0, 3.0
_PANEL_INSET = 4.0
_STATEMENT_LABEL, _STATEMENT_AIR = 34.0, 1.4
_FIRST_STATEMENT = 2.5  # more above the first
_SEAL, _SEAL_TICK, _SEAL_DEPTH, _SEAL_GAP = 42.0, 2.6, 50.0, 6.0


def figures_piece(section: Figures) -> Piece:
    """Return large figures side by side on pale panels."""

    def draw(page: PaperPage, y: float) -> None:
        count = max(len(section.figures), 1)
        width = (page.measure - (count - 1) * _PANEL_GAP) / count
        top, depth = y + _FIGURES_GAP, _FIGURES - _FIGURES_GAP
        inner = width - 2 * _PANEL_INSET
        for place, figure in enumerate(section.figures):
            x = page.margin + place * (width + _PANEL_GAP)
            page.rectangle(x, top, width, depth, fill=PALE)
            left = x + _PANEL_INSET
            page.text(figure.label, one_line("sans", 8.0, inner), left, top + 2.6, colour=SOFT)
            value = one_line("bold", 20.0, inner, 9.0)
            page.text(figure.value, value, left, top + 5.8, colour=DEEP, valign="m")
            page.text(figure.note, one_line("sans", 7.5, inner, 5.5), left, top + 16.4, colour=SOFT)

    return Piece(_FIGURES, draw)


def statement_pieces(page: PaperPage, section: Statements) -> Iterator[Piece]:
    """Give lines of a label and what is stated, kept together."""
    width = page.measure - _STATEMENT_LABEL
    role, size = ("sans", 8.5) if section.quiet else ("bold", 9.5)
    style = TextStyle(role, size, 7.0, width, 16.0, lines=4, line_height=1.3)
    last = len(section.lines) - 1
    for place, (label, text) in enumerate(section.lines):
        fitted = page.fit(text, style, subject=label)
        above = _STATEMENT_AIR + (0.0 if place else _FIRST_STATEMENT)
        depth = above + depth_of(fitted, style.line_height) + _STATEMENT_AIR

        def draw(
            page: PaperPage, y: float, label: str = label, text: str = text, above: float = above
        ) -> None:
            top = y + above
            name = one_line("sans", 8.5, _STATEMENT_LABEL - 2.0, 6.0)
            page.text(label, name, page.margin, top + 0.2, colour=SOFT)
            page.text(text, style, page.margin + _STATEMENT_LABEL, top, subject=label)

        yield Piece(depth, draw, keeps=place < last)


def seal_piece(section: Seal) -> Piece:
    """Return the places for seals at the right: the seal must cover the name and the date."""

    def draw(page: PaperPage, y: float) -> None:
        x = page.right - _SEAL
        for sealer in reversed(section.sealers):
            _draw_seal(page, x, y + _SEAL_GAP, sealer, section)
            x -= _SEAL + 2 * _SEAL_GAP

    return Piece(_SEAL_DEPTH, draw)


def _draw_seal(page: PaperPage, x: float, y: float, sealer: str, section: Seal) -> None:
    far, low = x + _SEAL, y + _SEAL
    for corner_x, turn_x in ((x, 1), (far, -1)):
        for corner_y, turn_y in ((y, 1), (low, -1)):
            for to_x, to_y in ((_SEAL_TICK * turn_x, 0.0), (0.0, _SEAL_TICK * turn_y)):
                page.line(
                    corner_x, corner_y, corner_x + to_x, corner_y + to_y, colour=FAINT, width=0.4
                )
    name = TextStyle("song", 11.0, 8.0, _SEAL, 11.0, lines=2, line_height=1.3)
    page.text(sealer, name, x, y + 11.5, colour=INK, align="c", valign="b")
    date = one_line("song", 11.0, _SEAL, 8.0)
    page.text(section.date, date, x, y + 24.0, align="c")
    page.text(section.mark, one_line("sans", 7.5, _SEAL), x, low - 6.0, colour=FAINT, align="c")
