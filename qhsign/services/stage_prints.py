"""Printing the papers of the stage, each run through the ledger, each paper with its version.

Every function here raises ProblemForUser ``paper-format``, ``batch-none``, what finding a batch or
a slate raises, and what writing a file raises (see `qhsign.services.output_file`).
"""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from qhsign import wording
from qhsign.domain.problems import ProblemForUser
from qhsign.domain.stage_terms import Viewpoint
from qhsign.services import (
    batches,
    print_ledger,
    run_of_show,
    stage_cast,
    stage_findings,
    stage_plans,
    stage_sheets,
    stage_sign_off,
)
from qhsign.services.batch_times import batches_of
from qhsign.services.desk import Desk
from qhsign.services.output_file import name_in_records, writing
from qhsign.services.paper_files import PaperFinding
from qhsign.services.print_ledger import Piece
from qhsign.services.slates import find as find_slate
from qhsign.services.stage_files import (
    CALL_LIST_FORMATS,
    RUN_OF_SHOW_FORMATS,
    STAGE_PLAN_FORMATS,
    write_call_lists,
    write_run_of_show,
    write_stage_plans,
)
from qhsign.services.stage_records import StageFinding
from qhsign.store.schema import Batch, Contract, PrintItem, Slate
from qhsign.wording import Language

if TYPE_CHECKING:
    from qhsign.domain.stage_papers import CallList, StagePlan

PLANS, CALLS, SHOW, MARKS = "stage-plan", "call-list", "run-of-show", "floor-marks"
_Written = tuple[int | None, Sequence[PaperFinding]]


@dataclass(frozen=True, slots=True)
class PrintedPaper:
    """One paper of a run: of which batch or slate, and in which version."""

    of: str
    version: int


@dataclass(frozen=True, slots=True)
class StagePrinted:
    """What a run did; ``pages`` is None where the format has none of its own.

    ``findings`` are texts that could not be set as they should, ``problems`` what is wrong with
    the batches themselves.
    """

    pages: int | None
    papers: Sequence[PrintedPaper]
    findings: Sequence[PaperFinding]
    problems: Sequence[StageFinding]
    run: str


def print_stage_plans(
    desk: Desk,
    out: Path,
    *,
    batch: str | None = None,
    slate: str | None = None,
    viewpoint: Viewpoint = Viewpoint.AUDIENCE,
    language: Language = Language.CHINESE,
) -> StagePrinted:
    """Print the plan of a batch, of every batch of a slate, or of all, as things are now."""
    check_format(PLANS, out, STAGE_PLAN_FORMATS, language)
    with desk.write("stage plan make") as session:
        every = chosen(session, batch, slate)
        stored = [stage_plans.kept(session, desk, each) for each in every]
        plans: list[StagePlan] = [
            stage_sheets.plan_of(
                session,
                each,
                plan,
                stage_sign_off.of_plan(session, plan),
                viewpoint=viewpoint,
                language=language,
            )
            for each, plan in zip(every, stored, strict=True)
        ]
        problems = _problems(session, every, slate)
    return through_ledger(
        desk,
        PLANS,
        out,
        [
            (plan.id, PrintedPaper(each.name, plan.version))
            for each, plan in zip(every, stored, strict=True)
        ],
        lambda stream: write_stage_plans(stream, plans, out.suffix, language),
        problems,
        layout=viewpoint.value,
    )


def print_call_lists(
    desk: Desk,
    out: Path,
    *,
    batch: str | None = None,
    slate: str | None = None,
    language: Language = Language.CHINESE,
) -> StagePrinted:
    """Print the call list of a batch, of every batch of a slate, or of all.

    A document or workbook holds one batch. Raises ProblemForUser ``stage-start-unknown`` or
    ``stage-one-batch`` as well.
    """
    check_format(CALLS, out, CALL_LIST_FORMATS, language)
    with desk.read() as session:
        every = chosen(session, batch, slate)
        if len(every) > 1 and out.suffix.lower() != ".pdf":
            raise ProblemForUser("stage-one-batch", batches="、".join(each.name for each in every))
        pieces: list[tuple[str, PrintedPaper]] = []
        lists: list[CallList] = []
        for each in every:
            version = next_version(session, CALLS, each.id)
            pieces.append((identity_of(CALLS, each.id), PrintedPaper(each.name, version)))
            lists.append(
                stage_sheets.call_list_of(
                    session, each, at=desk.now(), version=version, language=language
                )
            )
        problems = _problems(session, every, slate)
    return through_ledger(
        desk,
        CALLS,
        out,
        pieces,
        lambda stream: write_call_lists(stream, lists, out.suffix, language),
        problems,
    )


def print_run_of_show(
    desk: Desk,
    out: Path,
    *,
    slate: str | None = None,
    language: Language = Language.CHINESE,
) -> StagePrinted:
    """Print the run of show of a slate's ceremony, or of the only slate with batches.

    Raises ProblemForUser ``slate-unnamed``, ``stage-start-unknown`` or ``batch-none-on-slate`` as
    well.
    """
    check_format(SHOW, out, RUN_OF_SHOW_FORMATS, language)
    with desk.read() as session:
        found = find_slate(session, slate) if slate else only_slate(session)
        identity = identity_of(SHOW, found.id)
        version = next_version(session, SHOW, found.id)
        show = run_of_show.show_of(session, found, language)
        approved = stage_sign_off.of_show(session, run_of_show.show_of(session, found)).is_approved
        paper = run_of_show.paper_of(
            session, show, made=desk.now(), version=version, approved=approved
        )
        problems = [
            *_problems(session, [each.batch for each in show.batches.values()], found.name),
            *stage_findings.of_readings(show),
            *(
                finding
                for step in show.times.steps
                for finding in stage_findings.of_words(show, step)
            ),
        ]
    return through_ledger(
        desk,
        SHOW,
        out,
        [(identity, PrintedPaper(found.name, version))],
        lambda stream: write_run_of_show(stream, paper, out.suffix, language),
        problems,
    )


def preflight(
    desk: Desk, *, batch: str | None = None, slate: str | None = None
) -> list[StageFinding]:
    """Return what is wrong with a batch, a slate's batches or all of them. Nothing is printed."""
    with desk.read() as session:
        return _problems(session, chosen(session, batch, slate), slate)


def only_slate(session: Session) -> Slate:
    """Return the only slate that has batches. Raises ProblemForUser ``slate-unnamed``."""
    held = {batch.slate_id for batch in with_contracts(session, batches.in_order(session))}
    found = [slate for slate in session.scalars(select(Slate)) if slate.id in held]
    if not found:
        raise ProblemForUser("batch-none")
    if len(found) > 1:
        raise ProblemForUser("slate-unnamed", candidates="、".join(each.name for each in found))
    return found[0]


def identity_of(kind: str, subject: str) -> str:
    """Return what the ledger knows a paper by, so that each counts its own versions."""
    return hashlib.sha256(f"{kind}/{subject}".encode()).hexdigest()[:32]


def next_version(session: Session, kind: str, subject: str) -> int:
    """Return the version the next print of a paper counts as."""
    query = select(func.max(PrintItem.version)).where(
        PrintItem.entity_id == identity_of(kind, subject)
    )
    return (session.scalar(query) or 0) + 1


def chosen(session: Session, batch: str | None, slate: str | None) -> list[Batch]:
    """Return the batch meant, the batches of a slate, or all; only what has contracts.

    Raises ProblemForUser ``batch-none`` or what finding the batch or the slate raises.
    """
    if batch is not None:
        return [batches.find(session, batch)]
    every = (
        batches.in_order(session)
        if slate is None
        else batches_of(session, find_slate(session, slate).id)
    )
    found = with_contracts(session, every)
    if not found:
        raise ProblemForUser("batch-none")
    return found


def with_contracts(session: Session, every: Sequence[Batch]) -> list[Batch]:
    """Return those of some batches that have contracts."""
    held = set(session.scalars(select(Contract.batch_id).where(Contract.batch_id.is_not(None))))
    return [batch for batch in every if batch.id in held]


def _problems(session: Session, chosen: Sequence[Batch], slate: str | None) -> list[StageFinding]:
    casts = stage_cast.of_batches(session, chosen)
    pairs = [(each, casts[each.id]) for each in chosen]
    if slate is not None:
        return stage_findings.of_slate(session, find_slate(session, slate), pairs)
    return [found for each, cast in pairs for found in stage_findings.of_batch(each, cast)]


def check_format(kind: str, out: Path, formats: Sequence[str], language: Language) -> None:
    """Refuse a file of another kind. Raises ProblemForUser ``paper-format``."""
    if out.suffix.lower() not in formats:
        named = wording.say(kind, language)
        raise ProblemForUser("paper-format", paper=named, path=out, formats="、".join(formats))


def through_ledger(
    desk: Desk,
    kind: str,
    out: Path,
    pieces: Sequence[tuple[str, PrintedPaper]],
    write: Callable[[IO[bytes]], _Written],
    problems: Sequence[StageFinding],
    layout: str = "",
) -> StagePrinted:
    """Write papers into a file between the beginning and the end of their run in the ledger.

    ``pieces`` are the identities of the papers with what each is.
    """
    entities = [entity for entity, _ in pieces]
    with print_ledger.watched(desk) as watch, writing(out) as stream:
        with desk.write(f"{kind} print") as session:
            run = print_ledger.begin(
                session,
                kind=kind,
                layout=layout or "、".join(paper.of for _, paper in pieces),
                destination=name_in_records(out),
                at=desk.now(),
                operator=desk.who,
                pieces=len(pieces),
            )
        watch.begun(run, entities)
        pages, findings = write(stream)
    with desk.write(f"{kind} print") as session:
        print_ledger.finish(
            session, run, [Piece(entity) for entity in entities], at=desk.now(), pages=pages
        )
    return StagePrinted(pages, [paper for _, paper in pieces], findings, problems, run.label)
