"""Where a paper's pages end: pieces one below the other, some kept with the next."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from qhsign.printing.papers.paper_page import PaperPage

_ROUNDING = 1e-6


@dataclass(frozen=True, slots=True)
class Piece:
    """Something as wide as the page and ``depth`` millimetres deep, drawn at a height.

    ``keeps`` holds it on one page with the next piece. ``opening`` stands above it again where it
    begins a page (the headings of its table). What stands below the headings carries its ``table``;
    rows count on their page (``counted``). ``bookmark`` leads to the page the piece is on.
    """

    depth: float
    draw: Callable[[PaperPage, float], None]
    keeps: bool = False
    opening: Sequence["Piece"] = ()
    table: object | None = None
    counted: bool = False
    bookmark: str = ""


def opening_depth(piece: Piece) -> float:
    """Return how deep what stands above a piece is where the piece begins a page."""
    return sum(each.depth for each in piece.opening)


def break_pages(pieces: Sequence[Piece], room: float) -> list[Sequence[Piece]]:
    """Return the pieces page by page, in order, on pages ``room`` millimetres deep.

    Pieces kept together move to the next page together; where they are deeper than a whole page,
    they are broken all the same. A piece deeper than a page has one of its own.
    """
    pages: list[list[Piece]] = []
    left = -1.0
    for run in _runs(pieces):
        depth = sum(piece.depth for piece in run)
        if depth <= left + _ROUNDING:
            pages[-1] += run
            left -= depth
        elif depth + opening_depth(run[0]) <= room + _ROUNDING:
            pages.append(list(run))
            left = room - opening_depth(run[0]) - depth
        else:
            left = _one_by_one(run, pages, left, room)
    return list(pages)


def _one_by_one(run: Sequence[Piece], pages: list[list[Piece]], left: float, room: float) -> float:
    """Place the pieces of a run too deep for a page; return what is left of the last page."""
    for piece in run:
        if not pages or piece.depth > left + _ROUNDING:
            pages.append([])
            left = room - opening_depth(piece)
        pages[-1].append(piece)
        left -= piece.depth
    return left


def _runs(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Return the pieces in runs that stay together."""
    runs: list[list[Piece]] = []
    kept = False
    for piece in pieces:
        if kept:
            runs[-1].append(piece)
        else:
            runs.append([piece])
        kept = piece.keeps
    return runs
