"""Who of a plan has arrived, told from the board of readiness."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from qhsign.domain.readiness import Light
from qhsign.domain.seating import PlaceKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qhsign.services.readiness import ReadyBatch, ReadyContract
    from qhsign.services.stage_looks import Standing


class Presence:
    """Knows nothing until a board is given."""

    def __init__(self, ready: "ReadyBatch | None" = None) -> None:
        self.ready = ready
        self._contracts: Mapping[int, ReadyContract] = {}
        if ready is not None:
            self._contracts = {each.row.number: each for each in ready.contracts}
        self._absent = {
            number: {missing.name for missing in each.missing if missing.name}
            for number, each in self._contracts.items()
        }

    @property
    def lights(self) -> dict[int, Light]:
        """The light of each contract by its number."""
        return {number: each.light for number, each in self._contracts.items()}

    @property
    def alarms_passed(self) -> Sequence[int]:
        """The alarms that went off, in minutes before going on stage, the latest last."""
        return () if self.ready is None else self.ready.alarms_passed

    def contract(self, number: int) -> "ReadyContract | None":
        """Return what the board says of a contract."""
        return self._contracts.get(number)

    def is_here(self, standing: "Standing") -> bool | None:
        """Tell whether somebody has arrived; None where nobody can know."""
        if self.ready is None or not standing.is_guest:
            return None
        if standing.place.kind is PlaceKind.WITNESS:
            return standing.name not in self.ready.witnesses_absent
        if standing.contract not in self._contracts:
            return None
        return standing.name not in self._absent[standing.contract]

    def is_missed(self, standing: "Standing") -> bool:
        """Tell whether somebody is looked for: absent, and an alarm has gone off.

        Nobody waits for those who assist: a contract can be signed without.
        """
        if self.ready is None or not standing.name:
            return False
        if standing.place.kind is PlaceKind.ASSISTANT:
            return False
        if standing.place.kind is PlaceKind.WITNESS:
            return bool(self.ready.alarms_passed) and self.is_here(standing) is False
        contract = self._contracts.get(standing.contract)
        if contract is None or contract.light is not Light.RED:
            return False
        return standing.name in self._absent[standing.contract]
