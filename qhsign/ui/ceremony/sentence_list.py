"""A list of sentences that wrap, each of which may lead to a contract."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from qhsign.ui.theme import Look

_NUMBER_ROLE = Qt.ItemDataRole.UserRole
_AROUND_PX, _UPRIGHT_PX, _MOST_PX = 64, 14, 200


class SentenceList(QListWidget):
    """``led`` carries the number of the contract a sentence was followed to."""

    led = Signal(int)

    def __init__(self, look: Look, *, fills: bool = False) -> None:
        super().__init__()
        self._look, self._fills = look, fills
        self.setProperty("role", "framed")
        self.setWordWrap(True)
        self.setUniformItemSizes(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemActivated.connect(self._follow)
        self.itemClicked.connect(self._follow)
        look.changed.connect(self._draw)

    def show_sentences(self, sentences: Sequence[tuple[str, int]]) -> None:
        """Show sentences with the contract each leads to, 0 for none."""
        self.clear()
        for sentence, number in sentences:
            item = QListWidgetItem(sentence)
            item.setData(_NUMBER_ROLE, number)
            if not number:
                item.setFlags(Qt.ItemFlag.ItemIsEnabled)
            self.addItem(item)
        self._draw()
        self._measure()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure anew: the sentences wrap otherwise."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._measure()

    def _measure(self) -> None:
        room = max(self.width() - _AROUND_PX, 60)
        metrics, whole = self.fontMetrics(), 4
        for place in range(self.count()):
            item = self.item(place)
            box = metrics.boundingRect(0, 0, room, 1 << 16, Qt.TextFlag.TextWordWrap, item.text())
            height = box.height() + _UPRIGHT_PX
            item.setSizeHint(QSize(room, height))
            whole += height
        if not self._fills:
            self.setFixedHeight(min(whole, _MOST_PX))

    def _draw(self) -> None:
        icon: QIcon = self._look.icon("triangle", "warn", 16)
        for place in range(self.count()):
            self.item(place).setIcon(icon)

    def _follow(self, item: QListWidgetItem) -> None:
        number = int(item.data(_NUMBER_ROLE))
        if number:
            self.led.emit(number)
