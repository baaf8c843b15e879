"""The papers of the ceremony as one wish asks for them: found wrong, shown, signed, printed."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from qhsign.domain import names
from qhsign.domain.problems import ProblemForUser
from qhsign.domain.stage_terms import Viewpoint
from qhsign.services import (
    batches,
    change_slip,
    run_of_show,
    slip_papers,
    stage_cast,
    stage_files,
    stage_findings,
    stage_marks,
    stage_plans,
    stage_prints,
    stage_sheets,
    stage_sign_off,
    substitution,
)
from qhsign.services.change_slip import SlipLine
from qhsign.services.desk import Desk
from qhsign.services.paper_files import PaperFinding
from qhsign.services.print_records import (
    BatchChoice,
    PaperStanding,
    PreflightLine,
    Printable,
    Printed,
    PrintWish,
    Reprint,
    StackPiece,
)
from qhsign.services.slates import find as find_slate
from qhsign.services.slip_papers import SlipWish
from qhsign.services.stage_approvals import Approval, ApprovalStep
from qhsign.services.stage_records import StageFinding
from qhsign.store.schema import Batch, Contract, Guest, Slate, StagePlan

_LINES = {
    stage_prints.PLANS: Printable.STAGE_PLAN,
    stage_prints.CALLS: Printable.CALL_LIST,
    stage_prints.SHOW: Printable.RUN_OF_SHOW,
    stage_prints.MARKS: Printable.FLOOR_MARKS,
    change_slip.CARDS: Printable.PLACE_CARDS,
    change_slip.CERTIFICATES: Printable.CERTIFICATES,
}


def batch_choices(desk: Desk) -> list[BatchChoice]:
    """Return the batches with contracts, in their order."""
    with desk.read() as session:
        slates = {slate.id: slate.name for slate in session.scalars(select(Slate))}
        return [
            BatchChoice(batch.number, batch.name, slates.get(batch.slate_id or "", ""))
            for batch in stage_prints.with_contracts(session, batches.in_order(session))
        ]


def guest_numbers(desk: Desk, batch: str) -> list[int]:
    """Return the numbers of the guests who sit or stand on stage in a batch.

    Raises ProblemForUser ``batch-unknown``, or ``batch-nobody`` where none of them is a guest.
    """
    with desk.read() as session:
        found = batches.find(session, batch)
        cast = stage_cast.of_batch(session, found)
        people = [person for contract in cast.contracts for person in contract.people]
        people += [p for side in stage_cast.witnesses_of(cast, found).values() for p in side]
        numbers = [person.guest.number for person in people if person.guest]
    if not numbers:
        raise ProblemForUser("batch-nobody", batch=found.name)
    return list(dict.fromkeys(numbers))


def check(desk: Desk, wish: PrintWish) -> list[PreflightLine]:
    """Return what is wrong with the batches a paper is of; nothing of it keeps it from printing.

    Raises ProblemForUser as `stage_prints.preflight` and as `run_of_show.show_of`.
    """
    if wish.what is Printable.CHANGE_SLIP:
        return _check_slips(desk, wish)
    if wish.what is not Printable.RUN_OF_SHOW:
        return [_line(each) for each in stage_prints.preflight(desk, **_of(wish))]
    found = stage_prints.preflight(desk, slate=wish.slate or None)
    with desk.read() as session:
        show = run_of_show.show_of(session, _slate(session, wish))
        found += stage_findings.of_readings(show)
        found += [each for s in show.times.steps for each in stage_findings.of_words(show, s)]
    return [_line(each) for each in found]


def standings(desk: Desk, wish: PrintWish) -> list[PaperStanding]:
    """Return how far the papers of a wish have come; those nobody signs have no standing.

    Raises ProblemForUser as `check`.
    """
    with desk.read() as session:
        if wish.what is Printable.RUN_OF_SHOW:
            slate = _slate(session, wish)
            show = run_of_show.show_of(session, slate)
            return [_standing(slate.name, *stage_sign_off.of_show_now(session, show))]
        if wish.what is not Printable.STAGE_PLAN:
            return []
        return [
            _standing(
                each.name,
                *stage_sign_off.of_arranged(
                    session, each.id, stage_plans.made_now(session, each)[0]
                ),
            )
            for each in stage_prints.chosen(session, **_of(wish))
        ]


def preview(desk: Desk, wish: PrintWish) -> bytes:
    """Return the papers as a PDF as of now; nothing is entered, and no version is made.

    Raises ProblemForUser as printing them does.
    """
    if wish.what is Printable.FLOOR_MARKS:
        return stage_marks.preview(desk, wish.batch or None)
    stream = BytesIO()
    with desk.read() as session:
        match wish.what:
            case Printable.CHANGE_SLIP:
                _draw_slips(stream, session, desk, wish)
            case Printable.RUN_OF_SHOW:
                _draw_show(stream, session, desk, wish)
            case Printable.CALL_LIST:
                lists = [
                    stage_sheets.call_list_of(
                        session,
                        each,
                        at=desk.now(),
                        version=stage_prints.next_version(session, stage_prints.CALLS, each.id),
                        language=wish.language,
                    )
                    for each in stage_prints.chosen(session, **_of(wish))
                ]
                stage_files.write_call_lists(stream, lists, ".pdf", wish.language)
            case _:
                _draw_plans(stream, session, desk, wish)
    return stream.getvalue()


def print_out(desk: Desk, out: Path, wish: PrintWish) -> Printed:
    """Print the papers of a wish, and enter them in the ledger. Raises as `stage_prints`."""
    match wish.what:
        case Printable.FLOOR_MARKS:
            marks = stage_marks.print_floor_marks(desk, out, batch=wish.batch or None)
            return Printed(marks.marks, marks.pages, run=marks.run)
        case Printable.CHANGE_SLIP:
            done = slip_papers.print_change_slips(desk, out, _slips(wish), language=wish.language)
        case Printable.RUN_OF_SHOW:
            done = stage_prints.print_run_of_show(
                desk, out, slate=wish.slate or None, language=wish.language
            )
        case Printable.CALL_LIST:
            done = stage_prints.print_call_lists(desk, out, **_of(wish), language=wish.language)
        case _:
            done = stage_prints.print_stage_plans(
                desk, out, **_of(wish), viewpoint=_viewpoint(wish), language=wish.language
            )
    return Printed(len(done.papers), done.pages, run=done.run)


def reprints(desk: Desk) -> list[Reprint]:
    """Return what the 变更单 of all substitutions name and nobody has printed again, each once."""
    open_lines = [
        line for each in substitution.list_substitutions(desk) for line in each.still_open
    ]
    with desk.read() as session:
        found = [_reprint(session, line) for line in dict.fromkeys(open_lines)]
    return [each for each in found if each is not None]


def _of(wish: PrintWish) -> dict[str, str | None]:
    """Return the batch or the slate of a wish as the functions that print take them."""
    return {"batch": wish.batch or None, "slate": None if wish.batch else wish.slate or None}


def _slips(wish: PrintWish) -> SlipWish:
    return SlipWish(batch=wish.batch, slate=wish.slate)


def _check_slips(desk: Desk, wish: PrintWish) -> list[PreflightLine]:
    """Return what of the slips cannot be set as it should."""
    with desk.read() as session:
        _, found = _draw_slips(BytesIO(), session, desk, wish)
    return [PreflightLine(None, "", each.subject, each.code, each.parameters) for each in found]


def _slate(session: Session, wish: PrintWish) -> Slate:
    return find_slate(session, wish.slate) if wish.slate else stage_prints.only_slate(session)


def _viewpoint(wish: PrintWish) -> Viewpoint:
    return Viewpoint(wish.viewpoint) if wish.viewpoint else Viewpoint.AUDIENCE


def _line(finding: StageFinding) -> PreflightLine:
    whose = finding.batch or str(finding.parameters.get("name", ""))
    return PreflightLine(None, finding.contract, whose, finding.code, finding.parameters)


def _standing(of: str, now: Approval, before: Approval | None) -> PaperStanding:
    last, lapsed = _last(now), _last(before) if before else None
    return PaperStanding(
        of, last.value if last else "", now.by(last) if last else "", lapsed.value if lapsed else ""
    )


def _last(approval: Approval) -> ApprovalStep | None:
    return next((step for step in reversed(ApprovalStep) if step in approval.steps), None)


def _draw_slips(
    stream: BytesIO, session: Session, desk: Desk, wish: PrintWish
) -> tuple[int | None, Sequence[PaperFinding]]:
    slips = slip_papers.slips_of(session, desk, _slips(wish), wish.language)
    return stage_files.write_change_slips(stream, slips, ".pdf", wish.language)


def _draw_show(stream: BytesIO, session: Session, desk: Desk, wish: PrintWish) -> None:
    slate = _slate(session, wish)
    show = run_of_show.show_of(session, slate, wish.language)
    approval, _ = stage_sign_off.of_show_now(session, run_of_show.show_of(session, slate))
    paper = run_of_show.paper_of(
        session,
        show,
        made=desk.now(),
        version=stage_prints.next_version(session, stage_prints.SHOW, slate.id),
        approved=approval.is_approved,
    )
    stage_files.write_run_of_show(stream, paper, ".pdf", wish.language)


def _draw_plans(stream: BytesIO, session: Session, desk: Desk, wish: PrintWish) -> None:
    plans = []
    for batch in stage_prints.chosen(session, **_of(wish)):
        now, version, last = stage_plans.made_now(session, batch)
        is_last = last is not None and last.version == version
        plan = StagePlan(
            id=last.id if last and is_last else "",
            batch_id=batch.id,
            version=version,
            frozen=last is not None and last.frozen,
            made_at=last.made_at if last and is_last else desk.now(),
            made_by=last.made_by if last and is_last else desk.who,
        )
        approval, _ = stage_sign_off.of_arranged(session, batch.id, now)
        plans.append(
            stage_sheets.plan_of(
                session,
                batch,
                plan,
                approval,
                viewpoint=_viewpoint(wish),
                language=wish.language,
                now=now,
            )
        )
    stage_files.write_stage_plans(stream, plans, ".pdf", wish.language)


def _reprint(session: Session, line: SlipLine) -> Reprint | None:
    what = _LINES.get(line.print)
    if what is None or line.version is None:
        return None
    if what is Printable.PLACE_CARDS:
        guest = session.scalars(select(Guest).where(Guest.number == int(line.now))).one_or_none()
        if guest is None:
            return None
        piece = StackPiece(guest.number, line.now, names.display_name(guest.full_name))
        return Reprint(what, f"{piece.name} {line.now}", line.version, piece=piece)
    if what is Printable.CERTIFICATES:
        query = select(Contract).where(Contract.certificate_number == line.of)
        contract = session.scalars(query).one_or_none()
        if contract is None:
            return None
        label = f"{contract.number:04d}"
        piece = StackPiece(contract.number, label, contract.title.replace("\u200b", ""))
        return Reprint(what, f"{label} {piece.name}", line.version, piece=piece)
    if what is Printable.RUN_OF_SHOW:
        return Reprint(what, line.of, line.version, slate=line.of)
    batch = session.scalars(select(Batch).where(Batch.name == line.of)).one_or_none()
    if batch is None:
        return None
    slate = session.get(Slate, batch.slate_id) if batch.slate_id else None
    return Reprint(what, line.of, line.version, str(batch.number), slate.name if slate else "")
