"""The way out for the staff: a PIN, asked for in place; wrong ones make one wait longer."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton

from qhsign.preferences.kiosk_pin import LONGEST_PIN
from qhsign.ui.shared.plain_parts import label
from qhsign.ui.theme import Look

_LONGEST_WAIT = 60
CLOSED_AFTER_MS = 30_000


class PinBar(QFrame):
    """``entered`` carries a PIN to be checked, ``closed`` says that scanning goes on alone."""

    entered = Signal(str)
    closed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("pin-bar")
        self._wrong, self._wait = 0, 0
        self._checking = False
        self.open_button, self.leave = QPushButton(), QPushButton()
        self.field = QLineEdit()
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setMaxLength(LONGEST_PIN)
        self.field.setFixedWidth(150)
        self.field.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.sentence = label("second", wrap=True)
        self.open_button.setProperty("kind", "text")
        self.leave.setProperty("kind", "small")
        look.put_icon(self.open_button, "lock", "text-2", 18)
        for button in (self.open_button, self.leave):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 4, 16, 8)
        line.setSpacing(10)
        line.addWidget(self.open_button)
        line.addWidget(self.field)
        line.addWidget(self.leave)
        line.addWidget(self.sentence, 1)
        line.addStretch(0)
        self._second = QTimer(self)
        self._second.setInterval(1000)
        self._second.timeout.connect(self._count_down)
        self._away = QTimer(self)
        self._away.setSingleShot(True)
        self._away.setInterval(CLOSED_AFTER_MS)
        self._away.timeout.connect(self.close_bar)
        self.open_button.clicked.connect(self.open_bar)
        self.leave.clicked.connect(self._enter)
        self.field.returnPressed.connect(self._enter)
        self.field.textEdited.connect(lambda _: self._away.start())
        self._set_words()
        self.close_bar()

    @property
    def seconds_to_wait(self) -> int:
        """How long no PIN is taken; scans always are."""
        return self._wait

    def open_bar(self) -> None:
        """Ask for the PIN, unless it has to be waited."""
        self._show(opened=True)
        self._away.start()
        if self._wait == 0:
            self.sentence.clear()
            self.field.setFocus()

    def close_bar(self) -> None:
        """Ask no more; a wait goes on."""
        self._away.stop()
        self.field.clear()
        self._show(opened=False)
        self.sentence.clear()
        self.closed.emit()

    def show_hint(self) -> None:
        """Say why the window does not close, where the way out is."""
        self.open_bar()
        if self._wait == 0:
            self.sentence.setText(self.tr("Self check-in is locked: type the PIN to leave."))

    def take_answer(self, *, fits: bool) -> None:
        """Take whether the PIN was right; after each wrong one the wait is twice as long."""
        self._checking = False
        self.field.clear()
        if fits:
            self._wrong = 0
            self.close_bar()
            return
        self._wrong += 1
        self._wait = min(2**self._wrong, _LONGEST_WAIT)
        self._second.start()
        self._say_wait()
        self._away.start()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the question with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _enter(self) -> None:
        if self.field.text() and not self._checking and self._wait == 0:
            self._checking = True
            self.entered.emit(self.field.text())

    def _count_down(self) -> None:
        self._wait -= 1
        if self._wait > 0:
            self._say_wait()
            return
        self._second.stop()
        self.sentence.clear()
        self._enable()

    def _say_wait(self) -> None:
        self.sentence.setText(
            self.tr("Wrong PIN. Try again in {seconds} seconds; scanning goes on.").format(
                seconds=self._wait
            )
        )
        self._enable()

    def _enable(self) -> None:
        for each in (self.field, self.leave):
            each.setEnabled(self._wait == 0)

    def _show(self, *, opened: bool) -> None:
        self.open_button.setVisible(not opened)
        for each in (self.field, self.leave, self.sentence):
            each.setVisible(opened)
        self._enable()

    def _set_words(self) -> None:
        self.open_button.setText(self.tr("Staff"))
        self.open_button.setAccessibleName(self.tr("Staff: leave self check-in"))
        self.leave.setText(self.tr("Leave self check-in"))
        self.field.setPlaceholderText(self.tr("PIN"))
        self.field.setAccessibleName(self.tr("PIN that ends self check-in"))
