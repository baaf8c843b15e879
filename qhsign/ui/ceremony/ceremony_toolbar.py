"""The line over the parts of the ceremony: their switch, and what can be done on all of them."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from qhsign.ui.shared.plain_parts import label
from qhsign.ui.shared.segmented_switch import SegmentedSwitch
from qhsign.ui.theme import Look

_NARROW_PX = 1100


class CeremonyToolbar(QFrame):
    """In a narrow window the buttons show their icons alone.

    ``readiness`` is there where the columns are folded; ``add`` takes further buttons.
    """

    def __init__(self, look: Look, parts: int) -> None:
        super().__init__()
        self.setObjectName("toolbar")
        self.setFixedHeight(56)
        self._title = label("page-title")
        self.switch = SegmentedSwitch(look, ("",) * parts, 32)
        self.take_in, self.new, self.readiness = QPushButton(), QPushButton(), QPushButton()
        look.put_icon(self.take_in, "import", "text-2", 18)
        look.put_icon(self.new, "plus", "text-2", 18)
        look.put_icon(self.readiness, "clock", "text-2", 18)
        self.readiness.setCheckable(True)
        self.readiness.setProperty("kind", "choice")
        self.readiness.hide()
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 0, 16, 0)
        line.setSpacing(12)
        line.addWidget(self._title)
        line.addWidget(self.switch)
        line.addStretch(1)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        line.addLayout(self._buttons)
        for button in (self.readiness, self.take_in, self.new):
            self.add(button)
        self._set_words()

    def add(self, button: QWidget) -> None:
        """Put another button at the right end."""
        self._buttons.addWidget(button)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show icons alone where there is no room for words."""
        super().resizeEvent(event)
        self._set_words()

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _set_words(self) -> None:
        narrow = self.window().width() < _NARROW_PX
        self._title.setText(self.tr("Ceremony"))
        self.switch.set_words(
            self.tr("Stage"), self.tr("Run of show"), self.tr("Host's words"), self.tr("Follow-up")
        )
        self.switch.setAccessibleName(self.tr("Parts of the ceremony"))
        for button, words, tip in (
            (
                self.take_in,
                self.tr("Import contracts"),
                self.tr("Import a list of contracts (Ctrl+I)"),
            ),
            (
                self.new,
                self.tr("New contract"),
                self.tr("Add a contract to the chosen slate (Ctrl+N)"),
            ),
            (self.readiness, self.tr("Readiness"), self.tr("Show readiness over the stage")),
        ):
            button.setText("" if narrow else words)
            button.setAccessibleName(words)
            button.setToolTip(tip)
        self._make_room()

    def _make_room(self) -> None:
        """Leave the title out where the switch has no room beside it; the rail names the screen."""
        line = self.layout()
        if line is not None:
            self._title.show()
            self._title.setVisible(line.minimumSize().width() <= self.width())
