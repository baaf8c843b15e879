"""Tells of a ceremony that runs when its event is opened, after a crash or by another desk."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from qhsign.background.operation import Operation
from qhsign.background.runner import Runner
from qhsign.ui.notices import Notice

if TYPE_CHECKING:
    from qhsign.ui.console.console_provider import ConsoleProvider


class RunningNotice(QObject):
    """Asks once and tells in ``notice``, with the way to the console."""

    def __init__(
        self, notice: Notice, to_console: Callable[[], None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._notice, self._to_console = notice, to_console
        self._is_told = False

    def ask(self, runner: Runner, provider: "ConsoleProvider") -> None:
        """Ask which ceremonies run."""
        runner.start(Operation(provider.running, self._tell, self))

    def put_away(self) -> None:
        """Tell no more: somebody went to the console."""
        if self._is_told:
            self._is_told = False
            self._notice.put_away()

    def _tell(self, slates: Sequence[str]) -> None:
        if not slates:
            return
        self._is_told = True
        said = self.tr("The ceremony “{slate}” is under way.").format(slate="、".join(slates))
        self._notice.show_sentence(said, "warn", self.tr("Open the console"), self._to_console)
