"""How many contracts show a light: icon, word and number."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel

from qhsign.domain.readiness import Light
from qhsign.ui.readiness.board_words import ICONS, TONES, light_word
from qhsign.ui.shared.plain_parts import label
from qhsign.ui.theme import Look

_ICON_PX = 17


class LightCount(QFrame):
    """Says it in the light's own colour, and never by colour alone."""

    def __init__(self, look: Look, light: Light) -> None:
        super().__init__()
        self._look, self._light = look, light
        self._icon, self._word, self.number = QLabel(), label(), label("strong")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(5)
        for each in (self._icon, self._word, self.number):
            line.addWidget(each)
        for each in (self._word, self.number):
            each.setProperty("said", TONES[light])
        look.changed.connect(self._draw)
        self._draw()
        self._set_words()

    def show_count(self, count: int) -> None:
        """Show another number."""
        self.number.setText(f"{count:,}")
        self._set_words()

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _set_words(self) -> None:
        self._word.setText(light_word(self._light, self._look.language))
        self.setAccessibleName(f"{self._word.text()} {self.number.text()}")

    def _draw(self) -> None:
        ratio = self.devicePixelRatioF()
        icon = self._look.pixmap(ICONS[self._light], TONES[self._light], _ICON_PX, ratio)
        self._icon.setPixmap(icon)
