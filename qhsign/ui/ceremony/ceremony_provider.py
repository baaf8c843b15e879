"""What the screen of the ceremony is given: plain functions, filled in by ``launch``."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from qhsign.services.contract_records import ContractRow, SlateRow
    from qhsign.services.stage_records import BatchRow
    from qhsign.ui.ceremony.contract_provider import ContractProvider
    from qhsign.ui.console.console_provider import ConsoleProvider
    from qhsign.ui.follow_up.follow_up_provider import FollowUpProvider
    from qhsign.ui.programme.programme_provider import ProgrammeProvider
    from qhsign.ui.readiness.readiness_provider import ReadinessProvider
    from qhsign.ui.stage.stage_provider import StageProvider


T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class CeremonyRows:
    """Slates, contracts by number and batches in their order, as they stood at one moment."""

    slates: "Sequence[SlateRow]" = ()
    contracts: "Sequence[ContractRow]" = ()
    batches: "Sequence[BatchRow]" = ()

    def keeping(self, before: "CeremonyRows") -> "CeremonyRows":
        """Return these rows, with what stands as it did ``before`` being the very same objects.

        Where nothing changed at all, that is ``before`` itself.
        """
        contracts = _kept(before.contracts, self.contracts, lambda row: row.id)
        same = {row.id: row for row in contracts}
        batches = [
            replace(row, contracts=[same[each.id] for each in row.contracts])
            for row in self.batches
        ]
        kept = CeremonyRows(
            _kept(before.slates, self.slates, lambda row: row.name),
            contracts,
            _kept(before.batches, batches, lambda row: row.id),
        )
        return before if kept == before else kept


def _kept(before: Sequence[T], now: Sequence[T], key: Callable[[T], str]) -> Sequence[T]:
    held = {key(row): row for row in before}
    return [old if (old := held.get(key(row))) == row and old is not None else row for row in now]


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
