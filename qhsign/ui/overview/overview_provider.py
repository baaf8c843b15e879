"""What the overview is given of the open event."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qhsign.services.overview_records import Overview, Reconciled
    from qhsign.services.readiness import ReadyBatch
    from qhsign.wording import Language


@dataclass(frozen=True, slots=True)
class NextBatchProvider:
    """``next_batch`` gives the board of the batch that goes on stage next, None for none left.

    It blocks, may raise ``ProblemForUser`` and runs on a worker for files; ``now`` is the clock.
    """

    next_batch: Callable[[], "ReadyBatch | None"]
    now: Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class OverviewProvider:
    """Blocking functions; each may raise ``ProblemForUser``.

    ``load`` takes an activity's id, or nothing for all of them; ``reconciliation`` gives its words
    in a language. ``get_ready`` brings along what ``reconciliation`` runs on and touches no event
    file. ``keep_picture`` writes a PNG. ``stage`` knows the ceremony.
    """

    load: Callable[[str], "Overview"]
    get_ready: Callable[[], None]
    reconciliation: Callable[["Language"], Sequence["Reconciled"]]
    keep_picture: Callable[[Path, bytes], None]
    stage: NextBatchProvider | None = None
