"""What looks wrong with slates, batches and contracts, each sentence leading to its contract."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from qhsign.ui.ceremony.ceremony_parts import CeremonyParts
from qhsign.ui.ceremony.finding_words import Found
from qhsign.ui.ceremony.sentence_list import SentenceList
from qhsign.ui.shared.page_over import PageOver
from qhsign.ui.shared.plain_parts import label


class FindingsSheet(PageOver):
    """``led`` carries the number of a contract to go to."""

    led = Signal(int)

    def __init__(self, parts: CeremonyParts, under: QWidget) -> None:
        super().__init__(parts.look, under)
        self._look = parts.look
        self._found: Sequence[Found] = ()
        self._slate = ""
        self._nothing = label("second", wrap=True)
        self.list = SentenceList(parts.look, fills=True)
        self.list.led.connect(self._lead)
        column = QVBoxLayout()
        column.setContentsMargins(16, 12, 16, 16)
        column.addWidget(self._nothing)
        column.addWidget(self.list, 1)
        self.body.addLayout(column, 1)
        strip = self.foot.parentWidget()
        if strip is not None:
            strip.hide()  # there is nothing to decide
        self._set_words()

    def show_found(self, found: Sequence[Found]) -> None:
        """Take over what looks wrong now."""
        self._found = found
        self._show()

    def open_for(self, slate: str) -> None:
        """Show what was found, of one slate first; "" for no slate."""
        self._slate = slate
        self._show()
        self.open_over()
        self.list.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
            self._show()
        super().changeEvent(event)

    def _show(self) -> None:
        ordered = sorted(self._found, key=lambda each: each.where != self._slate)
        language = self._look.language
        self.list.show_sentences(
            [(each.sentence(language), next(iter(each.contracts), 0)) for each in ordered]
        )
        self.list.setVisible(bool(ordered))
        self._nothing.setVisible(not ordered)

    def _lead(self, number: int) -> None:
        self.put_away()
        self.led.emit(number)

    def _set_words(self) -> None:
        hint = self.tr("Enter goes to the contract; nothing here keeps you from working")
        self.set_heading(self.tr("To be checked"), hint, self.tr("Close (Esc)"))
        self._nothing.setText(self.tr("Nothing looks wrong."))
        self.list.setAccessibleName(self.tr("To be checked"))
