"""What the board, the substitution and the change slip are given: plain functions."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qhsign.domain.stage_terms import TextStep
    from qhsign.services.alarms import Absence, Alarm
    from qhsign.services.change_slip import SlipLine
    from qhsign.services.print_records import FolderPrint
    from qhsign.services.readiness import ReadyBatch
    from qhsign.services.remote_check_ins import SeenOnline
    from qhsign.services.substitution import PastSubstitution, Substituted
    from qhsign.services.waiting_contracts import StandIn, WaitingContract
    from qhsign.wording import Language


@dataclass(frozen=True, slots=True)
class Substituting:
    """Who shall sign instead: of a contract by number, for a side, a guest by number."""

    contract: int
    side: str
    guest: int
    authorised: bool
    approver: str


@dataclass(frozen=True, slots=True)
class PrintPlace:
    """Where something is printed again, in which language, and the reason the ledger keeps."""

    folder: Path
    language: "Language"
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ReadinessProvider:
    """Every function blocks and may raise ProblemForUser.

    What reads runs on a worker for files, over a connection of its own: ``board`` of a batch by
    id, ``look_again`` for who is there now of a board read before, ``details`` of a contract by
    number, ``stand_ins`` for a side of one, ``slips``, ``alarms`` of every batch, and who is
    ``absent`` of a batch by id. What prints does so, too. What writes runs on the data worker, in
    its turn: ``tick`` opens a step again where its last value is False, ``online`` and ``reveal``
    take the desk's name last; ``reveal_liaison`` shows whose guest's liaison to call. ``now`` is
    the desk's clock.
    """

    now: Callable[[], datetime]
    board: Callable[[str], "ReadyBatch"]
    look_again: Callable[["ReadyBatch"], "ReadyBatch"]
    details: Callable[[int], "WaitingContract"]
    tick: Callable[[int, "TextStep", bool], None]
    online: Callable[[int, str, str], "SeenOnline"]
    annul_online: Callable[[str, str], None]
    reveal: Callable[[str, str, str], str]
    reveal_liaison: Callable[[str, str, str], str]
    stand_ins: Callable[[int, str], Sequence["StandIn"]]
    substitute: Callable[[Substituting], "Substituted"]
    undo: Callable[[str], int]
    slips: Callable[[], Sequence["PastSubstitution"]]
    print_again: Callable[["SlipLine", PrintPlace], "FolderPrint"]
    print_slip: Callable[["PastSubstitution", PrintPlace], "FolderPrint"]
    print_calls: Callable[[str, PrintPlace], "FolderPrint"]
    alarms: Callable[[], Sequence["Alarm"]]
    absent: Callable[[str], "Absence"]
