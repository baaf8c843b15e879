"""A supervisor's name and PIN, asked for in place while a clerk works at the desk."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from qhsign.background.operation import Operation
from qhsign.background.runner import Runner
from qhsign.domain.problems import ProblemForUser
from qhsign.domain.roles import LONGEST_PIN, Act
from qhsign.ui.shared.chooser import Chooser
from qhsign.ui.shift.rights import Rights
from qhsign.ui.shift.shift_provider import ShiftProvider
from qhsign.ui.theme import Look

_NAME_PX, _PIN_PX = 116, 84


class SupervisorWord(QWidget):
    """Hidden where who works here may do the act; ``refused`` carries the problem of a try."""

    refused = Signal(object)
    entered = Signal()

    def __init__(
        self, look: Look, runner: Runner, provider: ShiftProvider, rights: Rights, act: Act
    ) -> None:
        super().__init__()
        self._runner, self._provider, self._rights, self._act = runner, provider, rights, act
        self._asking = False
        self.who, self.pin = Chooser(look, elides=True), QLineEdit()
        self.who.setFixedWidth(_NAME_PX)
        self.pin.setFixedWidth(_PIN_PX)
        self.pin.setEchoMode(QLineEdit.EchoMode.Password)
        self.pin.setMaxLength(LONGEST_PIN)
        self.pin.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        self.pin.returnPressed.connect(self.entered)
        self.who.chosen.connect(lambda _: self._chosen())
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self.who)
        line.addWidget(self.pin)
        rights.changed.connect(self.refresh)
        self._set_words()
        self.refresh()

    @property
    def is_wanted(self) -> bool:
        """Whether somebody else has to give their word."""
        return not self._rights.may(self._act)

    def refresh(self) -> None:
        """Offer those who may, and be hidden where nobody is needed."""
        who = self._rights.who_may(self._act)
        self.setVisible(self.is_wanted)
        self.who.set_choices([(row.id, row.name) for row in who])
        if self.who.value not in {row.id for row in who}:
            self.who.choose(who[0].id if who else "")
        self._chosen()

    def begin(self) -> None:
        """Forget the PIN that was typed."""
        self.pin.clear()
        self.refresh()

    def ask(self, then: Callable[[], None]) -> None:
        """Have the word checked and go on with ``then``; at once where nobody is needed."""
        if not self.is_wanted:
            then()
            return
        if self._asking:
            return
        self._asking = True
        operator, pin, act = self.who.value, self.pin.text(), self._act

        def done(_: str) -> None:
            self._asking = False
            self.pin.clear()
            then()

        def failed(problem: ProblemForUser) -> None:
            self._asking = False
            self.pin.selectAll()
            self.pin.setFocus()
            self.refused.emit(problem)

        self._runner.start(
            Operation(lambda: self._provider.approve(operator, pin, act), done, self, failed)
        )

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _chosen(self) -> None:
        named = {row.id: row for row in self._rights.who_may(self._act)}
        row = named.get(self.who.value)
        self.pin.setVisible(row is None or row.has_pin)

    def _set_words(self) -> None:
        self.who.setAccessibleName(self.tr("Supervisor"))
        self.pin.setPlaceholderText(self.tr("PIN"))
        self.pin.setAccessibleName(self.tr("PIN of the supervisor"))
