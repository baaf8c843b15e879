"""Place cards (席卡) as PDF: folded, with the name on both faces."""

from collections.abc import Callable, Iterable, Iterator
from typing import IO

from qhsign.printing.faces import PlaceCardFace
from qhsign.printing.layouts.fields import PLACE_CARD_FIELDS
from qhsign.printing.layouts.layout import Layout
from qhsign.printing.page_texts import PreflightFinding, PrintRun
from qhsign.printing.pdf_file import DocumentInformation
from qhsign.printing.piece_run import Piece, check_pieces, render_pieces
from qhsign.printing.press_sheet import SlugNote

_PROGRESS_EVERY = 50
_SPREAD = "\u3000"  # inside a two-character name as printed

CardOnLayout = tuple[PlaceCardFace, Layout]


def render_place_cards(
    stream: IO[bytes],
    cards: Iterable[CardOnLayout],
    *,
    information: DocumentInformation | None = None,
    note: SlugNote | None = None,
    progress: Callable[[int], None] | None = None,
) -> PrintRun:
    """Write place cards as one PDF in the order given, each on the layout beside it.

    A card with a character no font has is left out and named in the findings. ``progress`` is told
    the number of cards done and may raise to stop.
    """
    return render_pieces(
        stream, _pieces(cards, progress), PLACE_CARD_FIELDS, information=information, note=note
    )


def check_place_cards(cards: Iterable[CardOnLayout]) -> list[PreflightFinding]:
    """Return what is wrong with the cards and their layouts, in their order."""
    return check_pieces(_pieces(cards), PLACE_CARD_FIELDS)


def _pieces(
    cards: Iterable[CardOnLayout], progress: Callable[[int], None] | None = None
) -> Iterator[Piece[PlaceCardFace]]:
    done = 0
    for done, (card, layout) in enumerate(cards, start=1):
        name = card.full_name.replace(_SPREAD, "")
        yield Piece(card, card.guest_number, f"{name}　{card.guest_number}", layout)
        if progress is not None and done % _PROGRESS_EVERY == 0:
            progress(done)
    if progress is not None:
        progress(done)
