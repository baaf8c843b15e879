"""What the overview is given: the use cases of one open event as plain functions."""

from pathlib import Path
from typing import TYPE_CHECKING

from qhsign.ui.overview.overview_provider import NextBatchProvider, OverviewProvider

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qhsign.launch.second_reader import SecondReader
    from qhsign.services.desk import Desk
    from qhsign.services.overview_records import Overview, Reconciled
    from qhsign.services.readiness import ReadyBatch
    from qhsign.wording import Language


def overview_provider(opened: "Desk", reader: "SecondReader") -> OverviewProvider:
    """Give the overview the use cases it needs of one open event.

    The next batch is read through ``reader``: no scan waits for it.
    """

    def load(activity: str) -> "Overview":
        from qhsign.services import overview

        return overview.overview(opened, activity or None)

    def get_ready() -> None:
        # It brings the printing along, which takes longer than the whole overview.
        from qhsign.services import reconciliation  # noqa: F401 - only made ready

    def reconciled(language: "Language") -> "Sequence[Reconciled]":
        from qhsign.services import reconciliation

        return reconciliation.lines(opened, language)

    def keep_picture(path: Path, picture: bytes) -> None:
        from qhsign.services import overview

        overview.keep_picture(path, picture)

    def next_batch() -> "ReadyBatch | None":
        from qhsign.services import readiness

        return readiness.next_on_stage(reader.desk())

    stage = NextBatchProvider(next_batch, opened.now)
    return OverviewProvider(load, get_ready, reconciled, keep_picture, stage)
