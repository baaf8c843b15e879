"""What the overview is given: the use cases of one open event as plain functions."""

from collections.abc import Sequence

from qhsign.services import overview
from qhsign.services.desk import Desk
from qhsign.services.overview_records import Reconciled
from qhsign.ui.overview.overview_provider import OverviewProvider
from qhsign.wording import Language


def overview_provider(opened: Desk) -> OverviewProvider:
    """Give the overview the use cases it needs of one open event."""

    def get_ready() -> None:
        # It brings the printing along, which takes longer than the whole overview.
        from qhsign.services import reconciliation  # noqa: F401 - only made ready

    def reconciled(language: Language) -> Sequence[Reconciled]:
        from qhsign.services import reconciliation

        return reconciliation.lines(opened, language)

    return OverviewProvider(
        load=lambda activity: overview.overview(opened, activity or None),
        get_ready=get_ready,
        reconciliation=reconciled,
        keep_picture=overview.keep_picture,
    )
