"""What the screen of the ceremony looks at, in one reading: slates, contracts and batches."""

from collections.abc import Sequence

from qhsign.services import batches, contracts, slates
from qhsign.services.contract_records import ContractRow, SlateRow
from qhsign.services.desk import Desk
from qhsign.services.stage_records import BatchRow


def read(desk: Desk) -> tuple[Sequence[SlateRow], Sequence[ContractRow], Sequence[BatchRow]]:
    """Return slates, contracts by number, and batches in their order, empty ones too.

    The batches hold the very rows of the contracts, and all stand as at one moment.
    """
    with desk.read() as session:
        shown = contracts.all_rows(session)
        return (
            slates.rows(session),
            shown,
            batches.rows(session, batches.in_order(session), {row.id: row for row in shown}),
        )
