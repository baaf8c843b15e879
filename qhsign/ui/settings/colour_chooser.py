"""Choosing a colour: swatches on which words can be read, or the six digits of another one."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QLineEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from qhsign.domain.colours import are_alike
from qhsign.ui.theme import Look
from qhsign.ui.translation import QT_TRANSLATE_NOOP

SWATCHES = {
    "#0B6E78": QT_TRANSLATE_NOOP("Colours", "Teal"),
    "#2C4590": QT_TRANSLATE_NOOP("Colours", "Blue"),
    "#43822B": QT_TRANSLATE_NOOP("Colours", "Green"),
    "#DC6F2C": QT_TRANSLATE_NOOP("Colours", "Orange"),
    "#6B1029": QT_TRANSLATE_NOOP("Colours", "Crimson"),
    "#CBD3D6": QT_TRANSLATE_NOOP("Colours", "Grey"),
    "#6A2C91": QT_TRANSLATE_NOOP("Colours", "Purple"),
    "#B3246E": QT_TRANSLATE_NOOP("Colours", "Rose"),
    "#1F6FC4": QT_TRANSLATE_NOOP("Colours", "Sky blue"),
    "#7A4A21": QT_TRANSLATE_NOOP("Colours", "Brown"),
    "#A9C24A": QT_TRANSLATE_NOOP("Colours", "Lime"),
    "#F2B8C6": QT_TRANSLATE_NOOP("Colours", "Pink"),
    "#8FD3DA": QT_TRANSLATE_NOOP("Colours", "Light teal"),
    "#2B2F33": QT_TRANSLATE_NOOP("Colours", "Black"),
}
"""Bands that are legible and that nobody takes for one another or for the gold of VIPs."""
_IN_A_ROW = 7
_SWATCH = QSize(30, 22)
_TAKEN_OPACITY = 0.4


class ColourChooser(QWidget):
    """``chosen`` carries a swatch's ``#RRGGBB``, or what was typed, to be checked by others."""

    chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._colour = ""
        self._taken: Mapping[str, str] = {}
        self._group = QButtonGroup(self)
        self.swatches: dict[str, QToolButton] = {}
        self.typed = QLineEdit()
        self.typed.setMaxLength(12)
        self.setFocusProxy(self.typed)
        self._lay_out()
        self._set_words()
        look.changed.connect(self._draw)

    def show_colour(self, colour: str, taken: Mapping[str, str]) -> None:
        """Show the colour that holds; ``taken`` are others' colours with who has them."""
        self._colour, self._taken = colour, taken
        self.typed.setText(colour)
        self._group.setExclusive(False)
        for each, button in self.swatches.items():
            button.setChecked(each == colour)
        self._group.setExclusive(True)
        self._set_words()

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setSpacing(6)
        for place, colour in enumerate(SWATCHES):
            button = QToolButton()
            button.setProperty("kind", "swatch")
            button.setCheckable(True)
            button.setIconSize(_SWATCH)
            button.clicked.connect(lambda _=False, colour=colour: self._take(colour))
            self._group.addButton(button)
            self.swatches[colour] = button
            grid.addWidget(button, place // _IN_A_ROW, place % _IN_A_ROW)
        grid.setColumnStretch(_IN_A_ROW, 1)
        self.typed.editingFinished.connect(lambda: self._take(self.typed.text().strip()))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(grid)
        column.addWidget(self.typed)
        self._draw()

    def _take(self, colour: str) -> None:
        if colour.upper() != self._colour:
            self.chosen.emit(colour)

    def _draw(self) -> None:
        ratio = self.devicePixelRatioF()
        for colour, button in self.swatches.items():
            icon = QIcon(_swatch(colour, self._look, ratio))
            icon.addPixmap(_swatch(colour, self._look, ratio, crossed=True), QIcon.Mode.Disabled)
            button.setIcon(icon)

    def _set_words(self) -> None:
        self.typed.setPlaceholderText("#2C4590")
        self.typed.setAccessibleName(self.tr("Colour as six digits"))
        for colour, button in self.swatches.items():
            name = QCoreApplication.translate("Colours", SWATCHES[colour])
            holder = next((who for each, who in self._taken.items() if are_alike(each, colour)), "")
            taken = self.tr("{colour}: “{who}” has it").format(colour=name, who=holder)
            button.setEnabled(not holder)
            button.setToolTip(taken if holder else name)
            button.setAccessibleName(taken if holder else name)


def _swatch(colour: str, look: Look, ratio: float, *, crossed: bool = False) -> QPixmap:
    pixmap = QPixmap(_SWATCH * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setOpacity(_TAKEN_OPACITY if crossed else 1)
    painter.setPen(QPen(look.colour("control"), 1))
    painter.setBrush(QColor(colour))
    box = QRectF(0.5, 0.5, _SWATCH.width() - 1, _SWATCH.height() - 1)
    painter.drawRoundedRect(box, 3, 3)
    if crossed:
        painter.setOpacity(1)
        painter.setPen(QPen(look.colour("text-2"), 1.5))
        painter.drawLine(box.bottomLeft(), box.topRight())
    painter.end()
    return pixmap
