"""A button that opens a menu, in the look of a chooser; long words end in … with a tooltip."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolButton

from qhsign.ui.theme import Look

_AROUND_PX = 44
"""What edge, padding and chevron take of its width."""


class MenuButton(QToolButton):
    """Its menu is set with ``setMenu``, its words with ``set_words``."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._words = ""
        self.setProperty("kind", "chooser")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        look.put_icon(self, "chevron", "text-2", 16)

    def setMenu(self, menu: QMenu) -> None:
        """Open this menu, which reads from left to right though the chevron stands at the right."""
        menu.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        super().setMenu(menu)

    def set_words(self, words: str) -> None:
        """Show other words."""
        self._words = words
        self.setAccessibleName(words)
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut long words anew."""
        super().resizeEvent(event)
        self._show()

    def _show(self) -> None:
        words = self._words
        if self.sizePolicy().horizontalPolicy() is QSizePolicy.Policy.Ignored:
            room = self.width() - _AROUND_PX
            words = self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room)
        self.setText(words)
        self.setToolTip(self._words if words != self._words else "")
