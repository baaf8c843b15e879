"""What looks wrong on the screen of the ceremony, of everything in one reading."""

from collections.abc import Sequence

from qhsign.services import batch_findings, contract_findings, contracts
from qhsign.services.contract_findings import SlateFindings
from qhsign.services.desk import Desk
from qhsign.services.stage_records import StageFinding


def read(desk: Desk) -> tuple[Sequence[SlateFindings], Sequence[StageFinding]]:
    """Return what looks wrong of slates and their contracts, and of batches."""
    with desk.read() as session:
        every = contracts.all_rows(session)
        return contract_findings.of_all(session, every), batch_findings.of_all(session, every)
