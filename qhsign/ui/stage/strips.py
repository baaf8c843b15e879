"""What is told over the plan: as high as what there is to say, and not there without."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

_TURNS = frozenset({QEvent.Type.ShowToParent, QEvent.Type.HideToParent})


class Strips(QWidget):
    """Holds strips that come and go by themselves."""

    def __init__(self, *strips: QWidget) -> None:
        super().__init__()
        self._strips = strips
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 0)
        column.setSpacing(8)
        for strip in strips:
            column.addWidget(strip)
            strip.installEventFilter(self)
        self._follow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Be there while one of them is."""
        if event.type() in _TURNS:
            self._follow()
        return super().eventFilter(watched, event)

    def _follow(self) -> None:
        self.setVisible(any(not strip.isHidden() for strip in self._strips))
