"""What is wrong with all batches of an event, read at once for a screen."""

from collections.abc import Mapping, Sequence

from sqlalchemy.orm import Session

from qhsign.services import batches, contracts, stage_cast, stage_findings
from qhsign.services.contract_records import ContractRow
from qhsign.services.desk import Desk
from qhsign.services.stage_cast import Cast
from qhsign.services.stage_records import StageFinding
from qhsign.store.schema import Batch, Slate


def list_findings(desk: Desk) -> Sequence[StageFinding]:
    """Return what is wrong with the batches that hold contracts, each thing once.

    Slates without batches are not looked at; `contract_findings.list_findings` does.
    """
    with desk.read() as session:
        return of_all(session, contracts.all_rows(session))


def of_all(session: Session, rows: Sequence[ContractRow]) -> list[StageFinding]:
    """Return what `list_findings` does; ``rows`` are all contracts, which were read already."""
    pairs = _with_casts(session, {row.id: row for row in rows})
    by_slate: dict[str | None, list[tuple[Batch, Cast]]] = {}
    for pair in pairs:
        by_slate.setdefault(pair[0].slate_id, []).append(pair)
    found: list[StageFinding] = []
    for slate, own in by_slate.items():
        if slate is None:
            found += [each for pair in own for each in stage_findings.of_batch(*pair)]
        else:
            found += stage_findings.of_slate(session, session.get_one(Slate, slate), own)
    return found


def _with_casts(session: Session, rows: Mapping[str, ContractRow]) -> list[tuple[Batch, Cast]]:
    """Return the batches with contracts and their casts; people are read once for all."""
    held = stage_cast.ids_in_batches(session)
    whole = stage_cast.cast_of_rows(session, [rows[each] for of in held.values() for each in of])
    by_id = {each.row.id: each for each in whole.contracts}
    return [
        (batch, Cast([by_id[each] for each in held[batch.id]], whole.by_id, whole.by_name))
        for batch in batches.in_order(session)
        if batch.id in held
    ]
