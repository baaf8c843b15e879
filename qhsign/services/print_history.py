"""Reading the ledger of prints: every run, or those that printed something of one guest."""

from collections.abc import Mapping, Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from qhsign.services import contracts, events
from qhsign.services.desk import Desk
from qhsign.services.guests import by_number
from qhsign.services.one_person import records_of
from qhsign.services.print_ledger import LEFT_OUT, run_label
from qhsign.services.print_records import LedgerLine, PrintedPiece
from qhsign.store.schema import Badge, Certificate, PrintItem, PrintRun


def prints(
    desk: Desk,
    *,
    guest: int | None = None,
    contract: int | None = None,
    kind: str | None = None,
    limit: int = 50,
) -> list[LedgerLine]:
    """Return the latest runs, newest first, of everything or of one guest or contract.

    Raises ProblemForUser ``guest-unknown`` or ``contract-unknown``.
    """
    query = select(PrintRun).order_by(PrintRun.at.desc(), PrintRun.number.desc())
    if kind is not None:
        query = query.where(PrintRun.kind == kind)
    with desk.read() as session:
        pieces: dict[str, list[PrintedPiece]] | None = None
        if guest is not None or contract is not None:
            pieces = _pieces(session, _printed_of(session, guest, contract))
            query = query.where(PrintRun.id.in_(pieces))
        runs = session.scalars(query.limit(max(limit, 0))).all()
        left_out = _left_out(session, [run.id for run in runs])
        zone = events.facts_in(session).zone
    return [
        LedgerLine(
            run=run_label(run.number),
            at=run.at.astimezone(zone),
            operator=run.operator,
            desk=run.desk,
            kind=run.kind,
            layout=run.layout,
            destination=run.destination,
            pieces=run.pieces,
            left_out=left_out.get(run.id, 0),
            pages=run.pages,
            reason=run.reason,
            outcome=run.outcome,
            items=None if pieces is None else pieces[run.id],
        )
        for run in runs
    ]


def _printed_of(
    session: Session, guest: int | None, contract: int | None
) -> dict[str, tuple[int | None, int | None]]:
    """Return what may stand in the ledger for them: entity → badge serial, certificate version."""
    known: dict[str, tuple[int | None, int | None]] = {}
    if guest is not None:
        person = records_of(session, by_number(session, guest).id)
        known.update(dict.fromkeys(person, (None, None)))
        held = select(Badge.id, Badge.serial).where(Badge.guest_id.in_(person))
        known.update({badge: (serial, None) for badge, serial in session.execute(held)})
    if contract is not None:
        signed = contracts.by_number(session, contract).id
        known[signed] = (None, None)
        made = select(Certificate.id, Certificate.version).where(Certificate.contract_id == signed)
        known.update({one: (None, version) for one, version in session.execute(made)})
    return known


def _pieces(
    session: Session, entities: Mapping[str, tuple[int | None, int | None]]
) -> dict[str, list[PrintedPiece]]:
    query = (
        select(
            PrintItem.run_id,
            PrintItem.entity_id,
            PrintItem.version,
            PrintItem.outcome,
            PrintItem.code,
        )
        .where(PrintItem.entity_id.in_(entities))
        .order_by(PrintItem.id)
    )
    found: dict[str, list[PrintedPiece]] = {}
    for run, entity, printed, outcome, code in session.execute(query):
        serial, version = entities[entity]
        found.setdefault(run, []).append(
            PrintedPiece(printed if version is None else version, outcome, code, serial)
        )
    return found


def _left_out(session: Session, runs: Sequence[str]) -> dict[str, int]:
    query = (
        select(PrintItem.run_id, func.count())
        .where(PrintItem.run_id.in_(runs), PrintItem.outcome == LEFT_OUT)
        .group_by(PrintItem.run_id)
    )
    return {row[0]: row[1] for row in session.execute(query)}
