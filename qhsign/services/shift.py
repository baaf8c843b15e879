"""Who works at a desk at the moment; it changes without closing the event."""

from dataclasses import dataclass
from datetime import datetime

from qhsign.domain.roles import Act


@dataclass(frozen=True, slots=True)
class Approval:
    """A supervisor's word for one act, given in place with their PIN; good once, until then."""

    name: str
    act: Act
    until: datetime


@dataclass(slots=True)
class Shift:
    """The operator who has signed in at a desk, and tries at PINs; kept in memory only.

    ``operator`` is the operator's id, empty while nobody has signed in; ``name`` is what the
    journal keeps, which may be any name where the event has entered no operators.
    """

    operator: str = ""
    name: str = ""
    approval: Approval | None = None
    wrong_pins: int = 0
    locked_until: datetime | None = None

    def take_approval(self, act: Act, now: datetime) -> str:
        """Return the name of who approved this act just now, once; empty where nobody did."""
        given, self.approval = self.approval, None
        if given is None or given.act is not act or now > given.until:
            return ""
        return given.name
