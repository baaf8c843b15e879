"""Working papers into files: made, written in the format asked for, entered in the ledger.

Every function here raises ProblemForUser ``paper-format``, what writing a file raises (see
`qhsign.services.output_file`), and what the function that makes the paper raises.
``progress`` is told the pages done of all and may raise to stop: then no file is left and the
ledger says failed.
"""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from qhsign import wording
from qhsign.domain.paper import Paper
from qhsign.domain.problems import ProblemForUser
from qhsign.domain.roles import Act
from qhsign.services import print_ledger
from qhsign.services.contract_paper import contract_list
from qhsign.services.desk import Desk
from qhsign.services.follow_up_paper import follow_up_list
from qhsign.services.guest_order import Unranked
from qhsign.services.guest_papers import (
    Chosen,
    Grouping,
    address_list,
    badge_collection,
    sign_in_sheet,
)
from qhsign.services.output_file import name_in_records, writing
from qhsign.services.paper_files import PaperFinding, write
from qhsign.services.paper_frame import Frame, MadePaper, frame
from qhsign.services.print_ledger import Piece, Run
from qhsign.services.statistics_brief import statistics_brief
from qhsign.store import journal
from qhsign.store.schema import Event, PrintItem
from qhsign.wording import Language

Progress = Callable[[int, int], None]


class PaperKind(StrEnum):
    """A working paper, by the word of its command."""

    SIGN_IN_SHEET = "sign-in-sheet"
    BADGE_COLLECTION = "badge-collection"
    ADDRESS_LIST = "address-list"
    CONTRACT_LIST = "contract-list"
    STATISTICS_BRIEF = "statistics-brief"
    FOLLOW_UP_LIST = "follow-up-list"


@dataclass(frozen=True, slots=True)
class PaperWritten:
    """What was written: pages (None where the format has none of its own) and rows."""

    pages: int | None
    rows: int
    version: int
    findings: Sequence[PaperFinding] = ()
    unranked: Sequence[Unranked] = ()


def formats_of(kind: PaperKind) -> tuple[str, ...]:
    """Return the endings a paper may have."""
    if kind is PaperKind.STATISTICS_BRIEF:
        return (".pdf", ".docx")
    # A sheet to sign on is for pens; a list is also for other programs.
    lists = (PaperKind.ADDRESS_LIST, PaperKind.CONTRACT_LIST)
    return (".pdf", ".docx", ".xlsx", *((".csv",) if kind in lists else ()))


def print_sign_in_sheet(
    desk: Desk,
    out: Path,
    *,
    activity: str,
    chosen: Chosen | None = None,
    language: Language = Language.CHINESE,
    progress: Progress | None = None,
) -> PaperWritten:
    """Print the sign-in sheet of an activity."""
    wanted = chosen or Chosen()
    return _print(
        desk,
        PaperKind.SIGN_IN_SHEET,
        out,
        language,
        lambda made_with: sign_in_sheet(made_with, activity, wanted),
        progress=progress,
    )


def print_badge_collection(
    desk: Desk,
    out: Path,
    *,
    by: Grouping = Grouping.DELEGATION,
    chosen: Chosen | None = None,
    language: Language = Language.CHINESE,
    progress: Progress | None = None,
) -> PaperWritten:
    """Print the list on which badges are signed for."""
    wanted = chosen or Chosen()
    return _print(
        desk,
        PaperKind.BADGE_COLLECTION,
        out,
        language,
        lambda made_with: badge_collection(made_with, wanted, by),
        progress=progress,
    )


def print_address_list(
    desk: Desk,
    out: Path,
    *,
    by: Grouping = Grouping.DELEGATION,
    chosen: Chosen | None = None,
    purpose: str = "",
    language: Language = Language.CHINESE,
    progress: Progress | None = None,
) -> PaperWritten:
    """Print the address list; phones in full only for a ``purpose``, which the journal keeps."""
    wanted = chosen or Chosen()
    return _print(
        desk,
        PaperKind.ADDRESS_LIST,
        out,
        language,
        lambda made_with: address_list(made_with, wanted, by, purpose.strip()),
        purpose=purpose.strip(),
        progress=progress,
    )


def print_contract_list(
    desk: Desk,
    out: Path,
    *,
    slate: str | None = None,
    language: Language = Language.CHINESE,
    progress: Progress | None = None,
) -> PaperWritten:
    """Print the list of contracts for the seal, of one slate or of all."""
    return _print(
        desk,
        PaperKind.CONTRACT_LIST,
        out,
        language,
        lambda made_with: contract_list(made_with, slate),
        progress=progress,
    )


def print_follow_up_list(
    desk: Desk,
    out: Path,
    *,
    slate: str | None = None,
    region: str | None = None,
    language: Language = Language.CHINESE,
    progress: Progress | None = None,
) -> PaperWritten:
    """Print where the contracts of one slate, or all, stand after the fair.

    With a ``region``, by the very words of the contracts, only those of that region.
    """
    return _print(
        desk,
        PaperKind.FOLLOW_UP_LIST,
        out,
        language,
        lambda made_with: follow_up_list(made_with, slate, region),
        progress=progress,
    )


def print_statistics_brief(
    desk: Desk,
    out: Path,
    *,
    language: Language = Language.CHINESE,
    progress: Progress | None = None,
) -> PaperWritten:
    """Print the statistics brief as of now."""
    return _print(
        desk, PaperKind.STATISTICS_BRIEF, out, language, statistics_brief, progress=progress
    )


def _print(
    desk: Desk,
    kind: PaperKind,
    out: Path,
    language: Language,
    make: Callable[[Frame], MadePaper],
    purpose: str = "",
    progress: Progress | None = None,
) -> PaperWritten:
    """Make a paper and write it, between the beginning and the end of its run in the ledger.

    A purpose is journaled before the file exists.
    """
    formats = formats_of(kind)
    if out.suffix.lower() not in formats:
        named = wording.say(f"document-{kind}", language)
        raise ProblemForUser("paper-format", paper=named, path=out, formats="、".join(formats))
    with desk.read() as session:
        made = make(frame(session, desk.now(), language))
        identity = _identity(kind, made.subject)
        version = _last_version(session, identity) + 1
    said = wording.say("paper-version", language, version=version)
    paper = replace(made.paper, head=replace(made.paper.head, version=said))
    with print_ledger.watched(desk) as watch, writing(out) as stream:
        run = _begin(desk, kind, paper, out, purpose)
        watch.begun(run, [identity])
        pages, findings = write(stream, paper, out.suffix, progress)
    with desk.write(f"{kind} print") as session:
        print_ledger.finish(session, run, [Piece(identity)], at=desk.now(), pages=pages)
    return PaperWritten(pages, paper.rows, version, findings, made.unranked)


def _begin(desk: Desk, kind: PaperKind, paper: Paper, out: Path, purpose: str) -> Run:
    """Begin the run in the ledger, and keep what full phone numbers are shown for."""
    destination = name_in_records(out)
    with desk.write(f"{kind} print") as session:
        if purpose:
            desk.require(session, Act.REVEAL)
            event = session.scalars(select(Event)).one()
            journal.note(
                session, "event", event.id, export=kind.value, columns=["phone"], rows=paper.rows,
                purpose=purpose, destination=destination,
            )  # fmt: skip
        return print_ledger.begin(
            session,
            kind=kind.value,
            layout=paper.head.what_for,
            destination=destination,
            at=desk.now(),
            operator=desk.who,
            pieces=1,
            reason=purpose,
        )


def _identity(kind: PaperKind, subject: str) -> str:
    """Return what the ledger knows a paper by, so that each counts its own versions."""
    return hashlib.sha256(f"{kind}/{subject}".encode()).hexdigest()[:32]


def _last_version(session: Session, identity: str) -> int:
    return (
        session.scalar(select(func.max(PrintItem.version)).where(PrintItem.entity_id == identity))
        or 0
    )
