"""What the window is given about the people at the desks."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from qhsign.domain.roles import Act, Role
from qhsign.services.setting_records import OnShift, OperatorRow

Texts = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class ShiftProvider:
    """Everything but ``initial`` runs on the data worker.

    Operators are meant by their ids. ``approve`` takes a PIN for one act of somebody else's at
    this desk and returns who approved it; ``be_named`` is for events without operators.
    """

    initial: OnShift
    read: Callable[[], OnShift]
    sign_in: Callable[[str, str], OnShift]
    sign_out: Callable[[], OnShift]
    be_named: Callable[[str], OnShift]
    approve: Callable[[str, str, Act], str]
    add: Callable[[str, Role, str], OperatorRow]
    write: Callable[[str, Texts], OperatorRow]
    remove: Callable[[str], OperatorRow]
    put_back: Callable[[str], OperatorRow]
