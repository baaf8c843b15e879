"""Begin self check-in: the PIN that will end it, and whether the camera scans."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QPushButton, QVBoxLayout

from qhsign.domain.problems import ProblemForUser
from qhsign.preferences.kiosk_pin import LONGEST_PIN, read_pin
from qhsign.ui.check_in.panel_head import PanelHead
from qhsign.ui.lists.tick_box import TickBox
from qhsign.ui.notices import Notice
from qhsign.ui.shared.plain_parts import label, rule
from qhsign.ui.theme import Look


class KioskStartPanel(QFrame):
    """``begun`` carries the new PIN, or "" for the one kept, and whether to use the camera."""

    begun = Signal(str, bool)
    closed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._has_pin = False
        self._head = PanelHead(look)
        self._why = label("second", wrap=True)
        self._captions = [label("caption"), label("caption")]
        self.pin, self.again = QLineEdit(), QLineEdit()
        for field in (self.pin, self.again):
            field.setEchoMode(QLineEdit.EchoMode.Password)
            field.setMaxLength(LONGEST_PIN)
            field.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
            field.returnPressed.connect(self._begin)
        self.camera = TickBox(look)
        self.button = QPushButton()
        self.button.setProperty("kind", "primary")
        self.notice = Notice(look)
        column = QVBoxLayout()
        column.setContentsMargins(14, 10, 14, 14)
        column.setSpacing(6)
        column.addWidget(self._why)
        column.addSpacing(6)
        for caption, field in zip(self._captions, (self.pin, self.again), strict=True):
            column.addWidget(caption)
            column.addWidget(field)
        column.addSpacing(4)
        column.addWidget(self.camera)
        column.addSpacing(4)
        column.addWidget(self.notice)
        column.addWidget(self.button)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._head)
        whole.addWidget(rule())
        whole.addLayout(column, 1)
        self._head.closed.connect(self.closed)
        self.button.clicked.connect(self._begin)
        self._set_words()

    def open(self, *, has_pin: bool, camera: bool) -> None:
        """Ask anew; where a PIN is kept at this desk it may be left as it is."""
        self._has_pin = has_pin
        for field in (self.pin, self.again):
            field.clear()
        self.camera.setChecked(camera)
        self.notice.put_away()
        self._set_words()
        self.pin.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Put the panel away with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _begin(self) -> None:
        first, again = self.pin.text(), self.again.text()
        pin = ""
        if first or again or not self._has_pin:
            if first and not again and not self.again.hasFocus():
                self.again.setFocus()
                return
            try:
                pin = read_pin(first, again)
            except ProblemForUser as problem:
                self.notice.show_problem(problem)
                self.pin.setFocus()
                self.pin.selectAll()
                return
        self.begun.emit(pin, self.camera.isChecked())

    def _set_words(self) -> None:
        self._head.set_words(self.tr("Self check-in"), self.tr("Back to the last scans"))
        self._why.setText(
            self.tr(
                "Guests scan their own badges on the whole screen. "
                "Only this PIN leads back to the desk."
            )
        )
        words = (self.tr("PIN of four to six digits"), self.tr("The PIN again"))
        for caption, field, word in zip(self._captions, (self.pin, self.again), words, strict=True):
            caption.setText(word)
            field.setAccessibleName(word)
        kept = self.tr("Leave empty to keep the last PIN") if self._has_pin else ""
        self.pin.setPlaceholderText(kept)
        self.camera.setText(self.tr("Read badges with the camera too"))
        self.button.setText(self.tr("Begin self check-in"))
