"""The screen guests scan themselves in at: a prompt, an answer, and nothing to read on others."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from qhsign.services.check_in_records import ScanResult
from qhsign.ui.camera.camera_panel import CameraPanel, CameraParts
from qhsign.ui.check_in.stray_keys import StrayKeys, is_character
from qhsign.ui.kiosk.both_languages import BothLanguages
from qhsign.ui.kiosk.kiosk_answer import KioskAnswer
from qhsign.ui.kiosk.pin_bar import PinBar
from qhsign.ui.shared.plain_parts import ElidedLabel
from qhsign.ui.theme import Look

ANSWER_MS = 8_000
_HALF_MS = 2_000
_LONGEST_LINE = 512
_DRAWN_HIGH = 768
_ENDS = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab}


class KioskView(QFrame):
    """``scanned`` carries a line, ``pin_entered`` a PIN to be checked."""

    scanned = Signal(str)
    pin_entered = Signal(str)

    def __init__(self, look: Look, camera: CameraParts) -> None:
        super().__init__()
        self.setObjectName("kiosk")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._look = look
        self._line = ""
        self._event, self._activity = ElidedLabel(), ElidedLabel("second")
        self._icon, self._prompt = QLabel(), BothLanguages("kiosk-prompt")
        self.answer = KioskAnswer(look)
        self.camera = CameraPanel(look, camera)
        self.camera.be_plain()
        self.camera.hide()
        self.pin = PinBar(look)
        self._pages = QStackedWidget()
        self._lay_out()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(ANSWER_MS)
        self._timer.timeout.connect(self.be_idle)
        self._half = QTimer(self)
        self._half.setSingleShot(True)
        self._half.setInterval(_HALF_MS)
        self._half.timeout.connect(self._forget_half)
        self.camera.read.connect(self.submit)
        self.pin.entered.connect(self.pin_entered)
        self.pin.closed.connect(self.setFocus)
        self._prompt.say("kiosk-prompt")
        self._stray = StrayKeys(self, self, self.isVisible)
        self._stray.install()
        look.changed.connect(self._fit)

    @property
    def input(self) -> QWidget:
        """Where keys land when nobody types a PIN: the whole view."""
        return self

    @property
    def is_idle(self) -> bool:
        """Whether the prompt shows."""
        return self._pages.currentIndex() == 0

    def begin(self, event: str, *, camera: bool) -> None:
        """Be ready for the first guest of an event."""
        self._event.setText(event)
        self.be_idle()
        self.show()
        if camera:
            self.camera.open()
        self.camera.setVisible(camera)
        self._fit()
        self.setFocus()

    def end(self) -> None:
        """Release the camera and forget the last guest."""
        self.camera.close_camera()
        self.be_idle()
        self.hide()

    def show_activity(self, name: str) -> None:
        """Say what guests check in to."""
        self._activity.setText(name)

    def show_result(self, result: ScanResult) -> None:
        """Show the answer to a scan for some seconds."""
        self.answer.show_result(result)
        self._show_answer()

    def show_refusal(self) -> None:
        """Send a guest to the desk: the scan could not be stored."""
        self.answer.show_refusal()
        self._show_answer()

    def be_idle(self) -> None:
        """Show the prompt; the last guest's name is nobody's business."""
        self._timer.stop()
        self._pages.setCurrentIndex(0)
        self.setAccessibleName(self._prompt.text)

    def type_keys(self, event: QKeyEvent) -> None:
        """Take a key that landed on a button."""
        self.setFocus()
        self._take(event.text())

    def submit(self, line: str) -> None:
        """Take a whole line."""
        if line.strip():
            self.scanned.emit(line)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Collect a scanner's line; keys of the staff do nothing here."""
        if event.key() in _ENDS or event.text() in {"\n", "\r"}:
            line, self._line = self._line, ""
            self.submit(line)
        elif is_character(event):
            self._take(event.text())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the keys back wherever the screen is touched."""
        self.setFocus()
        super().mousePressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001 - Qt's own
        """Keep Tab for the scanners that end a line with it."""
        del next
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take sizes that fit the screen."""
        super().resizeEvent(event)
        self._fit()

    def _take(self, text: str) -> None:
        self._line = (self._line + text)[:_LONGEST_LINE]
        self._half.start()

    def _forget_half(self) -> None:
        self._line = ""

    def _show_answer(self) -> None:
        self._pages.setCurrentIndex(1)
        self.setAccessibleName(self.answer.words)
        self._timer.start()

    def _fit(self) -> None:
        share = max(self.height() / _DRAWN_HIGH, 0.6)
        ratio = self.devicePixelRatioF()
        self._icon.setPixmap(
            self._look.pixmap("check-in", "accent-text", round(132 * share), ratio)
        )
        self._prompt.set_size(round(68 * share))
        self._event.setStyleSheet(f"font-size: {round(30 * share)}px; font-weight: 700")
        self._activity.setStyleSheet(f"font-size: {round(22 * share)}px")
        self.camera.setFixedWidth(round(self.width() * 0.34))

    def _lay_out(self) -> None:
        head = QVBoxLayout()
        head.setSpacing(2)
        head.addWidget(self._event)
        head.addWidget(self._activity)
        prompt = QWidget()
        column = QVBoxLayout(prompt)
        column.setSpacing(24)
        column.addStretch(1)
        for each in (self._icon, self._prompt):
            column.addWidget(each)
        column.addStretch(1)
        self._icon.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._prompt.align(Qt.AlignmentFlag.AlignCenter)
        self._pages.addWidget(prompt)
        self._pages.addWidget(self.answer)
        middle = QHBoxLayout()
        middle.setSpacing(20)
        middle.addWidget(self._pages, 1)
        middle.addWidget(self.camera)
        inside = QVBoxLayout()
        inside.setContentsMargins(32, 20, 32, 8)
        inside.setSpacing(16)
        inside.addLayout(head)
        inside.addLayout(middle, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(inside, 1)
        whole.addWidget(self.pin)
