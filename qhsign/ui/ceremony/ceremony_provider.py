"""What the screen of the ceremony is given: plain functions, filled in by ``launch``."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qhsign.services.contract_records import ContractRow, SlateRow
    from qhsign.services.stage_records import BatchRow
    from qhsign.ui.follow_up.follow_up_provider import FollowUpProvider
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
    follow_up: "FollowUpProvider | None" = None
    stage: "StageProvider | None" = None
