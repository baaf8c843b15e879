"""What who works here may do, for buttons to know before they are pressed.

The use cases refuse by themselves; this only greys what would be refused, and says who may.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import shiboken6
from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolTip, QWidget

from qhsign.background.operation import Changed, Operation
from qhsign.background.runner import Runner
from qhsign.domain.roles import LEAST_ROLE, Act, Role, may
from qhsign.services.setting_records import OnShift, OperatorRow
from qhsign.ui.commands.command import Command
from qhsign.ui.shift.shift_provider import ShiftProvider
from qhsign.ui.theme import Look
from qhsign.wording import Word, say

_EVERYBODY = OnShift(None, "", None)
_COMMANDS: Mapping[str, Act] = {
    "import-list": Act.IMPORT,
    "export-list": Act.EXPORT,
    "print-out": Act.PRINT,
}
"""What the window's commands do, by their ids, where not everybody may."""


class Rights(QObject):
    """``changed`` tells that somebody else works here, or that their role is another one.

    Without a provider everybody may do everything.
    """

    changed = Signal()

    def __init__(
        self, look: Look, runner: Runner, provider: ShiftProvider | None, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._look, self._runner, self._provider = look, runner, provider
        self.working = _EVERYBODY if provider is None else provider.initial
        runner.changed.connect(self._look_again)

    @property
    def has_roles(self) -> bool:
        """Whether the event has entered operators."""
        return self.working.role is not None

    def may(self, act: Act) -> bool:
        """Tell whether who works here may do this."""
        return self.working.role is None or may(self.working.role, act)

    def why_not(self, act: Act) -> str:
        """Return the sentence that says who may, "" where who works here may."""
        if self.may(act):
            return ""
        who = Word(f"role-{LEAST_ROLE[act]}")
        return say("role-may-not", self._look.language, act=Word(f"act-{act}"), who=who)

    def who_may(self, act: Act) -> Sequence[OperatorRow]:
        """Return the operators whose role allows this, the least role first."""
        who = [each for each in self.working.everybody if may(each.role, act)]
        return sorted(who, key=lambda each: list(Role).index(each.role))

    def take(self, working: OnShift) -> None:
        """Follow a change of shift."""
        if working != self.working:
            self.working = working
            self.changed.emit()

    def keep(self, widget: QWidget, act: Act) -> None:
        """Grey a widget whose act is not allowed; nobody else may set whether it is enabled."""
        self.explain(widget, act)

        def follow() -> None:
            if shiboken6.isValid(widget):
                widget.setEnabled(self.may(act))

        self.changed.connect(follow)
        follow()

    def explain(self, widget: QWidget, act: Act) -> None:
        """Say over a widget who may do its act, where who works here may not."""
        widget.installEventFilter(_Explainer(self, widget, act))

    def kept(self, command: Command) -> Command:
        """Return a command that runs only for who may do what it does."""
        act = _COMMANDS.get(command.id)
        if act is None:
            return command
        return replace(command, enabled_when=lambda: self.may(act) and command.enabled_when())

    def _look_again(self, changes: frozenset[Changed]) -> None:
        if Changed.SETTINGS in changes and self._provider is not None:
            self._runner.start(Operation(self._provider.read, self.take, self))


class _Explainer(QObject):
    """Shows who may, in place of a widget's own tooltip."""

    def __init__(self, rights: Rights, widget: QWidget, act: Act) -> None:
        super().__init__(widget)
        self._rights, self._act = rights, act

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Answer the question for a tooltip."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            why = self._rights.why_not(self._act)
            if why and isinstance(watched, QWidget):
                QToolTip.showText(event.globalPos(), why, watched)
                return True
        return False
