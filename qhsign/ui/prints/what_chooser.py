"""What is to be printed: one of the pieces and papers, side by side."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QPushButton, QWidget

from qhsign.services.print_records import Printable
from qhsign.ui.prints.print_words import what_word

_COLUMNS = 2


class WhatChooser(QWidget):
    """``chosen`` carries a Printable; the arrow keys walk among the choices."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(8)
        for place, _ in enumerate(Printable):
            button = QPushButton()
            button.setCheckable(True)
            button.setProperty("kind", "choice")
            self._group.addButton(button, place)
            grid.addWidget(button, place // _COLUMNS, place % _COLUMNS)
        self._group.button(0).setChecked(True)
        self._group.idClicked.connect(lambda _: self.chosen.emit(self.current))
        self._set_words()

    @property
    def current(self) -> Printable:
        """What is chosen."""
        return tuple(Printable)[self._group.checkedId()]

    def choose(self, what: Printable) -> None:
        """Choose as a person does."""
        self._group.button(tuple(Printable).index(what)).click()

    def focus_current(self) -> None:
        """Go to the present choice."""
        self._group.button(self._group.checkedId()).setFocus()

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _set_words(self) -> None:
        for place, what in enumerate(Printable):
            button = self._group.button(place)
            button.setText(what_word(what))
            button.setAccessibleName(what_word(what))
        self.setAccessibleName(self.tr("What to print"))
