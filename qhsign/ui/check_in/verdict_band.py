"""The coloured band: icon, word, and at the right the time or what to do at once."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout

from qhsign.services.check_in_records import ScanResult
from qhsign.ui.check_in.verdict_faces import Face, verdict_word
from qhsign.ui.shared.plain_parts import label
from qhsign.ui.theme import Look, restyle_with
from qhsign.wording import Language

_WORD_STEPS = (44, 38, 34, 30, 26, 22, 18)
_HEIGHT, _LOW_HEIGHT, _ICON, _LOW_ICON = 88, 62, 56, 38


class VerdictBand(QFrame):
    """Fits its word to the room that the right side leaves."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("band")
        self._look = look
        self._face: Face | None = None
        self._first_step = 0
        self._icon_px = _ICON
        self._icon = QLabel()
        self._word = label(name="verdict-word")
        self._word.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._first, self._second = label(name="band-first"), label(name="band-second")
        for each in (self._first, self._second):
            each.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addStretch(1)
        right.addWidget(self._first)
        right.addWidget(self._second)
        right.addStretch(1)
        line = QHBoxLayout(self)
        line.setContentsMargins(28, 0, 28, 0)
        line.setSpacing(20)
        line.addWidget(self._icon)
        line.addWidget(self._word, 1)
        line.addLayout(right)
        self.setFixedHeight(_HEIGHT)

    def show_face(self, face: Face, result: ScanResult | None) -> None:
        """Show a verdict; ``result`` is None where nothing was stored."""
        self._face = face
        self._word.setText(face.word)
        first, second = _right_side(face, result, self._look.language)
        self._first.setText(first)
        self._second.setText(second)
        self._second.setVisible(bool(second))
        self._draw_icon()
        self._fit()

    def be_low(self, *, low: bool, very_low: bool) -> None:
        """Take the smaller word, and the lower band in a very low window."""
        self._first_step = 1 if low else 0
        self._icon_px = _LOW_ICON if very_low else _ICON
        self.setFixedHeight(_LOW_HEIGHT if very_low else _HEIGHT)
        self._draw_icon()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the word anew."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Fit the word anew when fonts change."""
        if event.type() == QEvent.Type.FontChange:
            self._fit()
        super().changeEvent(event)

    def _draw_icon(self) -> None:
        if self._face is not None:
            ratio = self.devicePixelRatioF()
            self._icon.setPixmap(
                self._look.pixmap(self._face.icon, "on-fill", self._icon_px, ratio)
            )

    def _fit(self) -> None:
        right = max(self._first.sizeHint().width(), self._second.sizeHint().width())
        room = self.width() - 56 - self._icon_px - 40 - right
        for pixels in _WORD_STEPS[self._first_step :]:
            font = self._look.font(pixels, bold=True)
            if QFontMetrics(font).horizontalAdvance(self._word.text()) <= room:
                break
        restyle_with(self._word, f"font-size: {pixels}px")


def _right_side(face: Face, result: ScanResult | None, language: Language) -> tuple[str, str]:
    """Return the large and the small line at the right."""
    if result is None:
        return face.advice, ""
    at = f"{result.at:%H:%M:%S}"
    if result.overridden:
        return at, verdict_word(result.verdict, language)
    if result.first is not None:
        earlier = f"{result.first.at:%H:%M} {result.first.desk}".strip()
        return face.advice or at, earlier
    if face.advice:
        return face.advice, f"{at} {result.desk}".strip()
    return at, result.desk
