"""The operator's name in the top bar; it opens the list of who could take over."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QToolButton

from qhsign.background.runner import Runner
from qhsign.services.setting_records import OnShift
from qhsign.ui.later import Later
from qhsign.ui.shift.rights import Rights
from qhsign.ui.shift.shift_panel import ShiftPanel
from qhsign.ui.shift.shift_provider import ShiftProvider
from qhsign.ui.theme import Look
from qhsign.wording import say

_LONGEST = 8


class ShiftButton(QToolButton):
    """Hidden where the event has no operators. ``taken_over`` carries the name after a change."""

    taken_over = Signal(str)

    def __init__(self, look: Look, runner: Runner, provider: ShiftProvider, rights: Rights) -> None:
        super().__init__()
        self._look, self._rights, self._narrow = look, rights, False
        self.setProperty("kind", "bar")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        look.put_icon(self, "person", "text-2", 20)
        self._panel = Later(lambda: self._build(runner, provider))
        self.clicked.connect(self.open)
        rights.changed.connect(self._show)
        self._show()

    @property
    def panel(self) -> ShiftPanel:
        """The list under the button."""
        return self._panel()

    def open(self) -> None:
        """Ask who works here, where there is a choice."""
        if self._rights.has_roles:
            self.panel.open_under(self)

    def be_narrow(self, *, narrow: bool) -> None:
        """Be the icon with the first character of the name in a narrow window."""
        self._narrow = narrow
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._show()
        super().changeEvent(event)

    def _build(self, runner: Runner, provider: ShiftProvider) -> ShiftPanel:
        panel = ShiftPanel(self._look, runner, provider, self._rights, self)
        panel.signed_in.connect(self._take)
        return panel

    def _take(self, working: OnShift) -> None:
        self._rights.take(working)
        self.taken_over.emit(working.name)

    def _show(self) -> None:
        working = self._rights.working
        self.setVisible(self._rights.has_roles)
        if not self._rights.has_roles:
            return
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        if working.operator is None:
            word = self.tr("Who works here?")
            self.setText("?" if self._narrow else word)
            self.setToolTip(self.tr("Until somebody signs in, only check-in is possible"))
            self.setAccessibleName(word)
            return
        name = working.operator.name
        role = say(f"role-{working.operator.role}", self._look.language)
        short = name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…"
        self.setText((name[:1] if self._narrow else short).replace("&", "&&"))
        self.setToolTip(f"{name} · {role} (Ctrl+Shift+O)")
        works_here = self.tr("Works here:")
        self.setAccessibleName(f"{works_here} {name}, {role}")
