"""Floor marks (站位地贴) as PDF: who stands where, read from above."""

from collections.abc import Iterable, Iterator
from typing import IO

from qhsign.printing.faces import EventFace, FloorMarkFace
from qhsign.printing.layouts.fields import FLOOR_MARK_FIELDS, FloorMarkSubject
from qhsign.printing.layouts.layout import Layout
from qhsign.printing.page_texts import PreflightFinding, PrintRun
from qhsign.printing.pdf_file import DocumentInformation
from qhsign.printing.piece_run import Piece, check_pieces, render_pieces
from qhsign.printing.press_sheet import SlugNote


def render_floor_marks(
    stream: IO[bytes],
    marks: Iterable[FloorMarkFace],
    layout: Layout,
    event: EventFace,
    *,
    information: DocumentInformation | None = None,
    note: SlugNote | None = None,
) -> PrintRun:
    """Write floor marks as one PDF in the order given.

    A mark with a character no font has is left out and named in the findings, by its position.
    """
    return render_pieces(
        stream,
        _pieces(marks, layout, event),
        FLOOR_MARK_FIELDS,
        information=information,
        note=note,
    )


def check_floor_marks(
    marks: Iterable[FloorMarkFace], layout: Layout, event: EventFace
) -> list[PreflightFinding]:
    """Return what is wrong with the marks and their layout, in their order."""
    return check_pieces(_pieces(marks, layout, event), FLOOR_MARK_FIELDS)


def _pieces(
    marks: Iterable[FloorMarkFace], layout: Layout, event: EventFace
) -> Iterator[Piece[FloorMarkSubject]]:
    for mark in marks:
        subject = mark.position or mark.mark
        bookmark = "　".join(each for each in (mark.mark, mark.position, mark.full_name) if each)
        yield Piece(FloorMarkSubject(mark, event), subject, bookmark, layout)
