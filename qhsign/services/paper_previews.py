"""Working papers as asked for by one wish: shown without a trace, or written to a file."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from qhsign.printing.papers.paper_sheet import render_paper
from qhsign.services import papers
from qhsign.services.contract_paper import contract_list
from qhsign.services.desk import Desk
from qhsign.services.guest_papers import (
    Chosen,
    Grouping,
    address_list,
    badge_collection,
    sign_in_sheet,
)
from qhsign.services.paper_frame import Frame, MadePaper, frame
from qhsign.services.papers import PaperWritten, Progress
from qhsign.services.print_records import Printable, PrintWish
from qhsign.services.statistics_brief import statistics_brief


def preview(desk: Desk, wish: PrintWish, progress: Progress | None = None) -> bytes:
    """Return the paper as a PDF as of now; nothing is entered, and it bears no version.

    Phone numbers are masked whatever the wish says: only what is printed for a purpose, and
    journaled, shows them whole. Raises ProblemForUser as printing does.
    """
    make = _MAKERS[wish.what]
    stream = BytesIO()
    with desk.read() as session:
        made = make(frame(session, desk.now(), wish.language), wish)
    render_paper(stream, made.paper, progress)
    return stream.getvalue()


def print_paper(
    desk: Desk, out: Path, wish: PrintWish, progress: Progress | None = None
) -> PaperWritten:
    """Write the paper to a file and enter it in the ledger, as the functions of `papers` do."""
    chosen, by = _chosen(wish), _grouping(wish)
    said = wish.language
    match wish.what:
        case Printable.SIGN_IN_SHEET:
            return papers.print_sign_in_sheet(
                desk,
                out,
                activity=wish.activity,
                chosen=chosen,
                language=said,
                progress=progress,
            )
        case Printable.BADGE_COLLECTION:
            return papers.print_badge_collection(
                desk, out, by=by, chosen=chosen, language=said, progress=progress
            )
        case Printable.ADDRESS_LIST:
            return papers.print_address_list(
                desk,
                out,
                by=by,
                chosen=chosen,
                purpose=wish.purpose,
                language=said,
                progress=progress,
            )
        case Printable.CONTRACT_LIST:
            return papers.print_contract_list(
                desk, out, slate=wish.slate or None, language=said, progress=progress
            )
        case Printable.STATISTICS_BRIEF:
            return papers.print_statistics_brief(desk, out, language=said, progress=progress)
        case other:
            raise ValueError(f"{other} is no paper of its own")


def _chosen(wish: PrintWish) -> Chosen:
    return Chosen(wish.order, wish.category)


def _grouping(wish: PrintWish) -> Grouping:
    return Grouping(wish.group) if wish.group else Grouping.DELEGATION


_MAKERS: dict[Printable, Callable[[Frame, PrintWish], MadePaper]] = {
    Printable.SIGN_IN_SHEET: lambda made, wish: sign_in_sheet(made, wish.activity, _chosen(wish)),
    Printable.BADGE_COLLECTION: lambda made, wish: badge_collection(
        made, _chosen(wish), _grouping(wish)
    ),
    Printable.ADDRESS_LIST: lambda made, wish: address_list(
        made, _chosen(wish), _grouping(wish), ""
    ),
    Printable.CONTRACT_LIST: lambda made, wish: contract_list(made, wish.slate or None),
    Printable.STATISTICS_BRIEF: lambda made, _: statistics_brief(made),
}
