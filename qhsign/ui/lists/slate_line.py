"""On which slate the contracts of a list go, and what the slate declares."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLineEdit

from qhsign.ui.shared.choice_box import ChoiceBox
from qhsign.ui.shared.plain_parts import label
from qhsign.ui.theme import Look

_NUMBER_PX, _AMOUNT_PX = 84, 120


class SlateLine(QFrame):
    """A slate is chosen or a new one named; without one the list's own column decides."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("list-source")
        self._word, self._declares = label("second"), label("second")
        self.slate = ChoiceBox(look)
        self.slate.setEditable(True)
        self.slate.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.slate.setMinimumSize(QSize(180, 32))
        self.contracts, self.amount = QLineEdit(), QLineEdit()
        self.contracts.setFixedWidth(_NUMBER_PX)
        self.amount.setFixedWidth(_AMOUNT_PX)
        for field in (self.contracts, self.amount):
            field.setMaxLength(40)
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 8, 16, 8)
        line.setSpacing(8)
        line.addWidget(self._word)
        line.addWidget(self.slate, 1)
        line.addWidget(self._declares)
        line.addWidget(self.contracts)
        line.addWidget(self.amount)
        self.slate.editTextChanged.connect(lambda _: self._settle())
        self._settle()
        self._set_words()

    def show_slates(self, slates: Sequence[str]) -> None:
        """Offer these slates, keeping what was written."""
        written = self.slate.currentText()
        self.slate.clear()
        self.slate.addItems(["", *slates])
        self.slate.setCurrentText(written)

    def given(self) -> tuple[str, str, str]:
        """Return the slate and the declared number and amount, "" for what is not given."""
        if self.isHidden():
            return "", "", ""
        return (
            self.slate.currentText().strip(),
            self.contracts.text().strip(),
            self.amount.text().strip(),
        )

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _settle(self) -> None:
        """Take declared figures only for a slate."""
        named = bool(self.slate.currentText().strip())
        for field in (self.contracts, self.amount):
            field.setEnabled(named)

    def _set_words(self) -> None:
        self._word.setText(self.tr("Onto the slate"))
        self._declares.setText(self.tr("It declares"))
        line = self.slate.lineEdit()
        if line is not None:
            line.setPlaceholderText(self.tr("As the list says; choose or name one"))
        self.slate.setAccessibleName(self.tr("Onto the slate"))
        for field, word in (
            (self.contracts, self.tr("Contracts")),
            (self.amount, self.tr("Amount, 536亿")),
        ):
            field.setPlaceholderText(word)
            field.setAccessibleName(word)
