"""What is wrong with all batches of an event, read at once for a screen."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from qhsign.services import batches, stage_cast, stage_findings
from qhsign.services.desk import Desk
from qhsign.services.stage_cast import Cast
from qhsign.services.stage_records import StageFinding
from qhsign.store.schema import Batch, Contract, Slate


def list_findings(desk: Desk) -> Sequence[StageFinding]:
    """Return what is wrong with the batches that hold contracts, each thing once.

    Slates without batches are not looked at; `contract_findings.list_findings` does.
    """
    with desk.read() as session:
        pairs = _with_casts(session)
        found: list[StageFinding] = []
        slates = dict.fromkeys(batch.slate_id for batch, _ in pairs)
        for slate in slates:
            own = [(batch, cast) for batch, cast in pairs if batch.slate_id == slate]
            if slate is None:
                found += [each for pair in own for each in stage_findings.of_batch(*pair)]
            else:
                found += stage_findings.of_slate(session, session.get_one(Slate, slate), own)
        return found


def _with_casts(session: Session) -> list[tuple[Batch, Cast]]:
    """Return the batches with contracts and their casts; people are read once for all."""
    held: dict[str, list[Contract]] = {}
    ordered = (
        select(Contract)
        .where(Contract.batch_id.is_not(None))
        .order_by(Contract.batch_position.is_(None), Contract.batch_position, Contract.number)
    )
    for contract in session.scalars(ordered):
        held.setdefault(contract.batch_id or "", []).append(contract)
    whole = stage_cast.cast_of(session, [each for of in held.values() for each in of])
    by_id = {each.row.id: each for each in whole.contracts}
    return [
        (batch, Cast([by_id[each.id] for each in held[batch.id]], whole.by_id, whole.by_name))
        for batch in batches.in_order(session)
        if batch.id in held
    ]
