"""What the screen of the ceremony is given of one open event."""

from typing import TYPE_CHECKING

from qhsign.launch.console import console_provider
from qhsign.launch.contracts import contract_provider
from qhsign.launch.follow_up import follow_up_provider
from qhsign.launch.programme import programme_provider
from qhsign.launch.readiness import readiness_provider
from qhsign.launch.stage import stage_provider
from qhsign.ui.ceremony.ceremony_provider import CeremonyProvider, CeremonyRows

if TYPE_CHECKING:
    from qhsign.launch.second_reader import SecondReader
    from qhsign.services.desk import Desk


def ceremony_provider(opened: "Desk", reader: "SecondReader") -> CeremonyProvider:
    """Give the use cases of slates, contracts and batches; they are loaded when first asked for.

    What only reads does so through ``reader``: no scan waits for it.
    """

    def read() -> CeremonyRows:
        from qhsign.services import ceremony_rows

        return CeremonyRows(*ceremony_rows.read(reader.desk()))

    return CeremonyProvider(
        read,
        console=console_provider(opened, reader),
        contracts=contract_provider(opened, reader),
        readiness=readiness_provider(opened, reader),
        stage=stage_provider(opened, reader),
        programme=programme_provider(opened, reader),
        follow_up=follow_up_provider(opened, reader),
    )
