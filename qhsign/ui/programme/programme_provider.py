"""What the run of show and the host's words are given: plain functions, filled by ``launch``."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qhsign.services.guest_edit_records import Edited
    from qhsign.services.show_records import ShowTable, StepSet
    from qhsign.services.stage_approvals import Approval, ApprovalStep
    from qhsign.services.stage_prints import StagePrinted
    from qhsign.wording import Language


@dataclass(frozen=True, slots=True)
class ProgrammeProvider:
    """Every function blocks and may raise ProblemForUser; a slate comes first, by its name.

    ``read`` and ``print_show`` are called on a worker for files, the others in turn with the scans.
    ``plan_start`` takes a batch's number and a moment, and returns the operation; ``undo`` takes
    back any operation but that of ``confirm``, which ``undo_reading`` takes back for the guest;
    both give how many records stay changed.
    """

    read: Callable[[str, "Language"], "ShowTable"]
    set_step: Callable[[str, str, Mapping[str, str]], "StepSet"]
    add_step: Callable[[str, str, Mapping[str, str]], "StepSet"]
    move_step: Callable[[str, str, int], "StepSet"]
    remove_step: Callable[[str, str], "StepSet"]
    set_words: Callable[[str, str, str], "StepSet"]
    plan_start: Callable[[int, str], str]
    undo: Callable[[str], int]
    sign: Callable[[str, "ApprovalStep", str], "Approval"]
    confirm: Callable[[str, str], "Edited"]
    undo_reading: Callable[[str, str], int]
    print_show: Callable[[str, Path, "Language"], "StagePrinted"]
