"""Funds put in place: entering a payment, correcting one, and taking one away for a reason."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from qhsign.domain.money import written
from qhsign.domain.problems import ProblemForUser
from qhsign.services.follow_up_records import PaymentRow
from qhsign.ui.guest_panel.wrapped_label import WrappedLabel
from qhsign.ui.theme import Look
from qhsign.wording import say

_MOST = 200


class PaymentForm(QWidget):
    """``entered`` carries what was typed by the names the use case knows; ``closed`` gives up."""

    entered = Signal(object)
    closed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.payment: PaymentRow | None = None
        self.fields = {name: QLineEdit() for name in ("amount", "date", "source", "remark")}
        self.save, self.cancel = QPushButton(), QPushButton()
        self.save.setProperty("kind", "primary")
        self.hint, self.error = WrappedLabel("caption"), WrappedLabel("error")
        self._lay_out()
        self.save.clicked.connect(self._enter)
        self.cancel.clicked.connect(self.closed)
        self._set_words()
        self.hide()

    @property
    def values(self) -> Mapping[str, str]:
        """What was typed."""
        return {name: field.text() for name, field in self.fields.items()}

    def open_for(self, payment: PaymentRow | None, currency: str) -> None:
        """Ask for a new payment, or show one to be corrected.

        ``currency`` is what the amount of the contract is in, "" where any will do.
        """
        self.payment = payment
        held = {"amount": "", "date": "", "source": "", "remark": ""}
        if payment is not None:
            held = {
                "amount": written(payment.amount),
                "date": payment.day.isoformat(),
                "source": payment.source,
                "remark": payment.remark,
            }
        for name, field in self.fields.items():
            field.setText(held[name])
        words = self.tr("In {currency}: 3000万元, 1.2亿 or a bare number of units.")
        if not currency:
            words = self.tr("In any currency: 3000万元, $120万, €5000.")
        self.hint.setText(words.format(currency=currency))
        self.error.hide()
        self._set_words()
        self.show()
        self.fields["amount"].setFocus()

    def show_problem(self, problem: ProblemForUser) -> None:
        """Say why it was not taken; what was typed stays."""
        self.error.setText(say(problem.code, self._look.language, **problem.parameters))
        self.error.show()
        self.fields["amount"].setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give up with Esc, enter with Enter."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._enter()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _enter(self) -> None:
        self.error.hide()
        self.entered.emit(self.values)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(6)
        for place, field in enumerate(self.fields.values()):
            field.setMaxLength(_MOST)
            field.setMinimumWidth(60)
            grid.addWidget(field, place // 2, place % 2)
        buttons = QHBoxLayout()
        buttons.setSpacing(6)
        buttons.addWidget(self.save)
        buttons.addWidget(self.cancel)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(6)
        column.addLayout(grid)
        column.addWidget(self.hint)
        column.addWidget(self.error)
        column.addLayout(buttons)

    def _set_words(self) -> None:
        words = {
            "amount": self.tr("Amount"),
            "date": self.tr("Day: today"),
            "source": self.tr("Source"),
            "remark": self.tr("Remark"),
        }
        for name, word in words.items():
            self.fields[name].setPlaceholderText(word)
            self.fields[name].setAccessibleName(word)
        self.save.setText(self.tr("Enter") if self.payment is None else self.tr("Save"))
        self.cancel.setText(self.tr("Cancel"))


class ReasonLine(QWidget):
    """Asks for the reason of what takes something away: ``given`` carries it."""

    given = Signal(str)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.input, self.go, self.cancel = QLineEdit(), QPushButton(), QPushButton()
        self.input.setMaxLength(_MOST)
        self.input.setMinimumWidth(60)
        for button in (self.go, self.cancel):
            button.setProperty("kind", "small")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 2, 0, 2)
        line.setSpacing(6)
        line.addWidget(self.input, 1)
        line.addWidget(self.go)
        line.addWidget(self.cancel)
        self.input.textChanged.connect(lambda text: self.go.setEnabled(bool(text.strip())))
        self.input.returnPressed.connect(self._give)
        self.go.clicked.connect(self._give)
        self.cancel.clicked.connect(self.closed)
        self.go.setEnabled(False)
        self.hide()

    def open_for(self, prompt: str, go: str, cancel: str) -> None:
        """Ask, with the words of what is done."""
        self.input.clear()
        self.input.setPlaceholderText(prompt)
        self.input.setAccessibleName(prompt)
        self.go.setText(go)
        self.cancel.setText(cancel)
        self.show()
        self.input.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give up with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)

    def _give(self) -> None:
        if self.input.text().strip():
            self.given.emit(self.input.text().strip())
