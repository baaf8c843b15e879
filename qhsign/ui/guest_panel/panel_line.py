"""One line of the panel: an icon, a text, and what stands at its right in grey."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from qhsign.ui.guest_panel.wrapped_label import WrappedLabel
from qhsign.ui.shared.plain_parts import label
from qhsign.ui.theme import Look, restyle

_ICON_PX = 16


class PanelLine(QWidget):
    """``tone`` colours icon and the words at the right: ok, warn, bad, or quiet."""

    def __init__(self, look: Look, icon: str, text: str, right: str = "", tone: str = "") -> None:
        super().__init__()
        self._look, self._name, self._tone = look, icon, tone
        self._icon = QLabel()
        self._icon.setFixedSize(_ICON_PX, 18)
        self._text = WrappedLabel("fact-text")
        self._text.setText(text)
        self._right = label("fact-right")
        self._right.setText(right)
        if not right:
            self._right.hide()
        restyle(self._right, tone=tone)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 1, 0, 1)
        line.setSpacing(6)
        self._right.setContentsMargins(0, 1, 0, 0)
        line.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._text, 1, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._right, 0, Qt.AlignmentFlag.AlignTop)
        self.setAccessibleName(f"{text} {right}".strip())
        look.changed.connect(self._draw)
        self._draw()

    def _draw(self) -> None:
        colour = self._tone if self._tone in {"ok", "warn", "bad"} else "text-3"
        self._icon.setPixmap(
            self._look.pixmap(self._name, colour, _ICON_PX, self.devicePixelRatioF())
        )
