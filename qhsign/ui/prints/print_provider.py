"""What the print screen is given: plain functions over the open event, filled in by ``launch``."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qhsign.background.progress import Progress
    from qhsign.services.print_records import (
        BatchChoice,
        LayoutChoice,
        LedgerLine,
        PagePicture,
        PreflightLine,
        Printed,
        PrintWish,
        Reprint,
        Stack,
    )


def _nothing() -> tuple[()]:
    return ()


@dataclass(frozen=True, slots=True)
class PrintProvider:
    """Every function blocks, may raise ProblemForUser, and is called on a worker for files.

    ``preview`` takes the number of a guest or contract, which papers pass over, and gives a PDF;
    ``picture`` draws a page of one, at so many dots a millimetre. ``own_layout`` reads a file for a
    piece. ``print_out`` may be stopped; then no file is left. ``reprints`` gives what change slips
    name and nobody has printed again.
    """

    layouts: Callable[[], Sequence["LayoutChoice"]]
    own_layout: Callable[[str, str], "LayoutChoice"]
    slates: Callable[[], Sequence[str]]
    stack: Callable[["PrintWish"], "Stack"]
    check: Callable[["PrintWish"], Sequence["PreflightLine"]]
    preview: Callable[["PrintWish", int], bytes]
    picture: Callable[[bytes, int, float], "PagePicture"]
    print_out: Callable[["PrintWish", Path, "Progress"], "Printed"]
    ledger: Callable[[int], Sequence["LedgerLine"]]
    batches: Callable[[], Sequence["BatchChoice"]] = _nothing
    reprints: Callable[[], Sequence["Reprint"]] = _nothing
