"""Pieces such as place cards and floor marks as one PDF, each set from a layout."""

from collections.abc import Iterable, Mapping
from typing import IO, Generic, NamedTuple, TypeVar

from qhsign.printing.drawing import PageDrawing
from qhsign.printing.layouts.fields import Field
from qhsign.printing.layouts.layout import Layout
from qhsign.printing.page_texts import PreflightFinding, PrintRun, findings_of
from qhsign.printing.pdf_file import DocumentInformation, PdfFile
from qhsign.printing.press_sheet import SheetFiller, SlugNote
from qhsign.printing.qr_room import code_findings, qr_problems
from qhsign.printing.text.text_fit import Typesetter, shared_typesetter

S = TypeVar("S")


class Piece(NamedTuple, Generic[S]):
    """One piece: what its fields are taken from, its name in findings and its bookmark."""

    of: S
    subject: str
    bookmark: str
    layout: Layout


class PieceCheck(Generic[S]):
    """Finds what is wrong with pieces; the problems of a layout's codes are told once."""

    def __init__(self, fields: Mapping[str, Field[S]], typesetter: Typesetter) -> None:
        self._fields = fields
        self._typesetter = typesetter
        self._told: set[str] = set()

    def values(self, piece: Piece[S]) -> dict[str, str]:
        """Return the values of the layout's fields for one piece."""
        return {name: self._fields[name].value(piece.of) for name in sorted(piece.layout.fields)}

    def findings(self, piece: Piece[S], values: Mapping[str, str]) -> list[PreflightFinding]:
        """Return what is wrong with one piece, and with its layout where that is new."""
        layout = piece.layout
        found = [] if layout.name in self._told else qr_problems(layout)
        self._told.add(layout.name)
        found += findings_of(piece.subject, layout.elements, values, self._typesetter)
        return found + code_findings(piece.subject, layout.elements, values)


def check_pieces(
    pieces: Iterable[Piece[S]], fields: Mapping[str, Field[S]]
) -> list[PreflightFinding]:
    """Return what is wrong with pieces, in their order."""
    check = PieceCheck(fields, shared_typesetter())
    return [finding for piece in pieces for finding in check.findings(piece, check.values(piece))]


def render_pieces(
    stream: IO[bytes],
    pieces: Iterable[Piece[S]],
    fields: Mapping[str, Field[S]],
    *,
    information: DocumentInformation | None = None,
    note: SlugNote | None = None,
) -> PrintRun:
    """Write pieces as one PDF in the order given; the same input, the same bytes.

    A piece with a character no font has is left out and named in the findings. Sheets that hold
    several pieces are filled by layout: pieces of another layout begin a sheet of their own.
    """
    typesetter = shared_typesetter()
    file = PdfFile(stream, information)
    check = PieceCheck(fields, typesetter)
    shared = frozenset(name for name, field in fields.items() if field.shared)
    drawings: dict[str, tuple[PageDrawing, SheetFiller]] = {}
    current = ""
    printed: list[str] = []
    findings: list[PreflightFinding] = []
    for piece in pieces:
        layout = piece.layout
        values = check.values(piece)
        found = check.findings(piece, values)
        findings += found
        if any(finding.refuses for finding in found):
            continue
        if layout.name not in drawings:
            drawings[layout.name] = (
                PageDrawing(file, typesetter, layout, shared),
                SheetFiller(file, layout, typesetter, note),
            )
        if current not in {"", layout.name}:
            drawings[current][1].end_sheet()
        current = layout.name
        drawing, filler = drawings[current]
        key = tuple(values[name] for name in sorted(shared & layout.fields))
        filler.add(drawing.page(values, key), [(0, piece.bookmark)])
        printed.append(piece.subject)
    if printed:
        drawings[current][1].end_sheet()
        file.save()
    return PrintRun(file.pages if printed else 0, tuple(printed), tuple(findings))
