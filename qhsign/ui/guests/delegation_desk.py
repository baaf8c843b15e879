"""Brings the list of delegations over the guest screen, and takes it away again."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from qhsign.background.runner import Runner
from qhsign.services.check_in_records import ActivityRow
from qhsign.ui.guests.delegation_provider import DelegationProvider
from qhsign.ui.later import Later
from qhsign.ui.theme import Look

if TYPE_CHECKING:
    from qhsign.ui.guests.delegation_pane import DelegationPane


class DelegationDesk(QObject):
    """Lies over the first widget of ``stack``.

    ``chosen`` carries the name of a delegation whose guests are asked for, ``closed`` says that
    the guests are in front again.
    """

    chosen = Signal(str)
    closed = Signal()

    def __init__(
        self, look: Look, runner: Runner, provider: DelegationProvider, stack: QStackedWidget
    ) -> None:
        super().__init__(stack)
        self._look, self._runner, self._provider = look, runner, provider
        self._stack = stack
        self._activity: ActivityRow | None = None
        self._pane = Later(self._build)

    @property
    def is_open(self) -> bool:
        """Whether the list covers the guests."""
        return self._stack.currentIndex() > 0

    @property
    def pane(self) -> "DelegationPane":
        """The list of delegations."""
        return self._pane()

    def open(self) -> None:
        """Bring the list up, as the event stands now."""
        self._stack.setCurrentWidget(self.pane)
        self.pane.open()

    def close(self) -> None:
        """Take the list away, if it is there."""
        if self.is_open:
            self._stack.setCurrentIndex(0)
            self.closed.emit()

    def show_activity(self, activity: ActivityRow | None) -> None:
        """Count the arrivals of another activity."""
        self._activity = activity
        if self._pane.is_built:
            self.pane.show_activity(activity.id if activity else "")

    def _build(self) -> "DelegationPane":
        from qhsign.ui.guests.delegation_pane import DelegationPane

        pane = DelegationPane(self._look, self._runner, self._provider)
        self._stack.addWidget(pane)
        pane.show_activity(self._activity.id if self._activity else "")
        pane.closed.connect(self.close)
        pane.chosen.connect(self.chosen)
        return pane
