"""What the plan of the stage is given: plain functions, filled in by ``launch``."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from qhsign.domain.stage_terms import Viewpoint
    from qhsign.services.batches import Arranged
    from qhsign.services.presidium_records import PresidiumLook
    from qhsign.services.print_records import FolderPrint
    from qhsign.services.stage_approvals import Approval, ApprovalStep
    from qhsign.services.stage_looks import StageLook
    from qhsign.services.stage_marks import MarksPrinted
    from qhsign.services.stage_plans import PlanRow
    from qhsign.services.stage_prints import StagePrinted
    from qhsign.wording import Language


@dataclass(frozen=True, slots=True)
class StageProvider:
    """Batches are named by their numbers, places by their keys, contracts by their numbers.

    ``look`` takes a batch, the version to show and the one to compare it with, None for the usual
    ones; it, ``presidium`` and the prints run beside the scans, everything else in turn with them.
    ``undo`` takes an operation back. The presidium is that of the batch's ceremony; ``arrange``
    takes its guests and whether the custom is international, its prints go into a folder.
    """

    look: "Callable[[int, int | None, int | None, Language], StageLook]"
    make: "Callable[[int], PlanRow]"
    exchange: "Callable[[int, str, str], PlanRow]"
    freeze: "Callable[[int], PlanRow]"
    release: "Callable[[int], PlanRow]"
    sign: "Callable[[int, ApprovalStep, str], Approval]"
    move: "Callable[[int, int], Arranged]"
    undo: Callable[[str], int]
    print_plan: "Callable[[int, Path, Viewpoint, Language], StagePrinted]"
    print_calls: "Callable[[int, Path, Language], StagePrinted]"
    print_marks: "Callable[[int, Path], MarksPrinted]"
    presidium: "Callable[[int], PresidiumLook]"
    arrange: "Callable[[int, Sequence[int], bool], PresidiumLook]"
    print_presidium: "Callable[[int, Path, Language], FolderPrint]"
    print_cards: "Callable[[int, Path], FolderPrint]"
