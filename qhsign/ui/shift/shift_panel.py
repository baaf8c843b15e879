"""The list under the operator's name: who works here from now on, with their PIN."""

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from qhsign.background.operation import Operation
from qhsign.background.runner import Runner
from qhsign.domain.problems import ProblemForUser
from qhsign.domain.roles import LONGEST_PIN
from qhsign.services.setting_records import OnShift, OperatorRow
from qhsign.ui.shared.plain_parts import label
from qhsign.ui.shift.rights import Rights
from qhsign.ui.shift.shift_provider import ShiftProvider
from qhsign.ui.theme import Look
from qhsign.wording import say

_WIDTH, _ROW_PX, _MOST_ROWS = 320, 33, 8
_ROLE = Qt.ItemDataRole.UserRole


class ShiftPanel(QFrame):
    """``signed_in`` carries who works here now; Esc or a click elsewhere changes nothing."""

    signed_in = Signal(object)

    def __init__(
        self, look: Look, runner: Runner, provider: ShiftProvider, rights: Rights, parent: QWidget
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("palette")
        self._look, self._runner = look, runner
        self._provider, self._rights = provider, rights
        self._problem: ProblemForUser | None = None
        self._title = label("strong")
        self.names = QListWidget()
        self.names.setObjectName("found")
        self.names.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.names.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.pin, self.button, self.leave = QLineEdit(), QPushButton(), QPushButton()
        self.pin.setEchoMode(QLineEdit.EchoMode.Password)
        self.pin.setMaxLength(LONGEST_PIN)
        self.pin.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        self.button.setProperty("kind", "primary")
        self.leave.setProperty("kind", "text")
        self._error = label("error", wrap=True)
        self._error.hide()
        self._lay_out()
        self._connect()
        self._set_words()

    @property
    def error(self) -> str:
        """What is wrong; empty where nothing is."""
        return "" if self._error.isHidden() else self._error.text()

    def open_under(self, button: QWidget) -> None:
        """Show the names under the button, the first other one chosen."""
        self._fill()
        self._say(None)
        self.pin.clear()
        self.adjustSize()
        corner = button.mapToGlobal(QPoint(button.width() - self.width(), button.height() + 4))
        self.move(corner)
        self.show()
        self.names.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with the chosen name on Enter, leave on Esc."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._go_on()
            return
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
            self._say(self._problem)
        super().changeEvent(event)

    @property
    def _chosen(self) -> OperatorRow | None:
        item = self.names.currentItem()
        row = None if item is None else item.data(_ROLE)
        return row if isinstance(row, OperatorRow) else None

    def _fill(self) -> None:
        self.names.clear()
        working = self._rights.working
        for row in working.everybody:
            role = say(f"role-{row.role}", self._look.language)
            item = QListWidgetItem(f"{row.name}　{role}")
            item.setData(_ROLE, row)
            self.names.addItem(item)
        rows = min(max(self.names.count(), 1), _MOST_ROWS)
        self.names.setFixedHeight(rows * _ROW_PX + 4)
        current = working.operator
        others = [
            place
            for place, row in enumerate(working.everybody)
            if current is None or row.id != current.id
        ]
        self.names.setCurrentRow(others[0] if others else 0)
        self.leave.setVisible(current is not None)
        self._choose()

    def _choose(self) -> None:
        row = self._chosen
        self.pin.setVisible(row is not None and row.has_pin)
        self.pin.clear()
        self._say(None)
        self.adjustSize()

    def _go_on(self) -> None:
        row = self._chosen
        if row is None:
            return
        if row.has_pin and not self.pin.text():
            self.pin.setFocus()
            return
        pin = self.pin.text()
        self._start(
            Operation(lambda: self._provider.sign_in(row.id, pin), self._take, self, self._fail)
        )

    def _leave(self) -> None:
        self._start(Operation(self._provider.sign_out, self._take, self, self._fail))

    def _start(self, operation: Operation[OnShift]) -> None:
        self.button.setEnabled(False)
        self._runner.start(operation)

    def _take(self, working: OnShift) -> None:
        self.button.setEnabled(True)
        self.close()
        self.signed_in.emit(working)

    def _fail(self, problem: ProblemForUser) -> None:
        self.button.setEnabled(True)
        self._say(problem)
        self.pin.selectAll()
        self.pin.setFocus()

    def _say(self, problem: ProblemForUser | None) -> None:
        self._problem = problem
        if problem is not None:
            self._error.setText(say(problem.code, self._look.language, **problem.parameters))
        self._error.setVisible(problem is not None)
        self.adjustSize()

    def _connect(self) -> None:
        self.names.currentRowChanged.connect(lambda _: self._choose())
        self.names.itemClicked.connect(lambda _: self._go_on())
        self.names.itemActivated.connect(lambda _: self._go_on())
        self.pin.returnPressed.connect(self._go_on)
        self.button.clicked.connect(self._go_on)
        self.leave.clicked.connect(self._leave)

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.addWidget(self.leave)
        foot.addStretch(1)
        foot.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        for part in (self._title, self.names, self.pin, self._error):
            column.addWidget(part)
        column.addLayout(foot)
        self.setFixedWidth(_WIDTH)

    def _set_words(self) -> None:
        self._title.setText(self.tr("Who works here?"))
        self.names.setAccessibleName(self.tr("Who works here?"))
        self.pin.setPlaceholderText(self.tr("PIN"))
        self.pin.setAccessibleName(self.tr("PIN"))
        self.button.setText(self.tr("Take over"))
        self.leave.setText(self.tr("Sign out"))
