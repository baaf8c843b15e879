"""The foot of the board: how much waits to be printed again, the change slip, the call list."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from qhsign.domain.roles import Act
from qhsign.ui.shared.plain_parts import ElidedLabel, label
from qhsign.ui.shift.rights import Rights
from qhsign.ui.theme import Look


class ReadinessFoot(QFrame):
    """``slip_asked`` asks for the change slip, ``calls_asked`` to print the call list."""

    slip_asked = Signal()
    calls_asked = Signal()

    def __init__(self, look: Look, rights: Rights) -> None:
        super().__init__()
        self.setObjectName("run-foot")
        self._look, self._rights = look, rights
        self._open = self._slips = 0
        self._can_call = False
        self._icon, self._title, self.said = QLabel(), label("strong"), ElidedLabel("second")
        self.slip, self.calls = QPushButton(), QPushButton()
        for button in (self.slip, self.calls):
            button.setProperty("kind", "small")
        look.put_icon(self.calls, "print", "text-2", 16)
        first = QHBoxLayout()
        first.setSpacing(6)
        first.addWidget(self._icon)
        first.addWidget(self._title)
        first.addWidget(self.said, 1)
        second = QHBoxLayout()
        second.setSpacing(8)
        second.addWidget(self.slip)
        second.addWidget(self.calls)
        second.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 11, 12, 11)
        column.setSpacing(8)
        column.addLayout(first)
        column.addLayout(second)
        self.slip.clicked.connect(self.slip_asked)
        self.calls.clicked.connect(self.calls_asked)
        look.changed.connect(self._draw)
        rights.changed.connect(self._show)
        rights.explain(self.calls, Act.PRINT)
        self._set_words()

    def show_slips(self, slips: int, still_open: int) -> None:
        """Tell how many substitutions there were, and how much waits to be printed again."""
        self._slips, self._open = slips, still_open
        self._show()

    def offer_calls(self, *, offered: bool) -> None:
        """Offer the call list where there is a batch to print one of."""
        self._can_call = offered
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _show(self) -> None:
        if self._open:
            said = self.tr("{count} to print again").format(count=self._open)
        elif self._slips:
            said = self.tr("everything printed again")
        else:
            said = self.tr("no substitution yet")
        self.said.setText(said)
        self.calls.setEnabled(self._can_call and self._rights.may(Act.PRINT))
        self.setAccessibleName(f"{self._title.text()} {said}")
        self._draw()

    def _draw(self) -> None:
        name, colour = ("triangle", "warn") if self._open else ("ring-tick", "ok")
        self._icon.setPixmap(self._look.pixmap(name, colour, 18, self.devicePixelRatioF()))
        self._icon.setVisible(bool(self._slips))

    def _set_words(self) -> None:
        self._title.setText(self.tr("Change slip"))
        self.slip.setText(self.tr("Show the slip"))
        self.calls.setText(self.tr("Call list"))
        self._show()
