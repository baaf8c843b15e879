"""变更单: what a substitution made wrong and nobody has printed again, each a button."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout

from qhsign.services.print_records import Reprint
from qhsign.ui.prints.print_words import what_word
from qhsign.ui.shared.plain_parts import label
from qhsign.ui.theme import Look

_SHOWN = 8
_WIDE_PX = 236


class SlipPane(QFrame):
    """``chosen`` carries what is to be printed again; hidden while there is nothing."""

    chosen = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._reprints: Sequence[Reprint] = ()
        self.buttons: list[QPushButton] = []
        self.setProperty("role", "notice")
        self.setProperty("tone", "warn")
        self._title, self._more = label("strong"), label("caption")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 8, 12, 8)
        self._column.setSpacing(4)
        self._column.addWidget(self._title)
        self._column.addWidget(self._more)
        self.hide()

    def show_reprints(self, reprints: Sequence[Reprint]) -> None:
        """Show what is to be printed again."""
        self._reprints = reprints
        self._fill()

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._fill()
        super().changeEvent(event)

    def _fill(self) -> None:
        for button in self.buttons:
            button.hide()
            button.deleteLater()
        self.buttons = []
        for place, reprint in enumerate(self._reprints[:_SHOWN], start=1):
            said = self.tr("{what} {of}").format(what=what_word(reprint.what), of=reprint.of)
            wrong = self.tr("Version {version} is wrong").format(version=reprint.version)
            button = QPushButton()
            button.setProperty("kind", "small")
            elided = Qt.TextElideMode.ElideRight
            button.setText(button.fontMetrics().elidedText(said, elided, _WIDE_PX))
            button.setToolTip(f"{said}\n{wrong}")
            button.setAccessibleName(f"{said}. {wrong}")
            button.clicked.connect(lambda _=False, reprint=reprint: self.chosen.emit(reprint))
            self._column.insertWidget(place, button)
            self.buttons.append(button)
        count, more = len(self._reprints), len(self._reprints) - len(self.buttons)
        self._title.setText(self.tr("Print again: {count}").format(count=count))
        self._more.setText(self.tr("and {count} more").format(count=more))
        self._more.setVisible(more > 0)
        self.setVisible(bool(self._reprints))
