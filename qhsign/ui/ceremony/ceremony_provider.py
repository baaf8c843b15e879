"""What the screen of the ceremony is given: plain functions, filled in by ``launch``."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qhsign.services.contract_records import ContractRow, SlateRow
    from qhsign.services.stage_records import BatchRow
    from qhsign.ui.ceremony.contract_provider import ContractProvider
    from qhsign.ui.console.console_provider import ConsoleProvider
    from qhsign.ui.follow_up.follow_up_provider import FollowUpProvider
    from qhsign.ui.programme.programme_provider import ProgrammeProvider
    from qhsign.ui.readiness.readiness_provider import ReadinessProvider
    from qhsign.ui.stage.stage_provider import StageProvider


@dataclass(frozen=True, slots=True)
class CeremonyRows:
    """Slates, contracts by number and batches in their order, as they stood at one moment."""

    slates: "Sequence[SlateRow]" = ()
    contracts: "Sequence[ContractRow]" = ()
    batches: "Sequence[BatchRow]" = ()


@dataclass(frozen=True, slots=True)
class CeremonyProvider:
    """``read`` gives what all parts of the screen look at."""

    read: Callable[[], CeremonyRows]
    programme: "ProgrammeProvider | None" = None
    contracts: "ContractProvider | None" = None
    readiness: "ReadinessProvider | None" = None
    follow_up: "FollowUpProvider | None" = None
    stage: "StageProvider | None" = None
    console: "ConsoleProvider | None" = None
