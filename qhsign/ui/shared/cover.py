"""A sheet that lies over a whole page of the window until Esc, and gives the cursor back."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QWidget


class Cover(QFrame):
    """Covers ``frame``; goes away by itself when somebody goes on working under it."""

    def __init__(self, frame: QWidget, name: str) -> None:
        super().__init__(frame)
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._frame = frame
        self._came_from: QWidget | None = None
        self.hide()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_moved)

    def lay_over(self) -> None:
        """Show the sheet over its frame, with the cursor on it."""
        if not self.isVisible():
            self._came_from = QApplication.focusWidget()
        self.show()
        self.be_placed()
        self.raise_()
        self.setFocus()

    def be_placed(self) -> None:
        """Be as large as the frame."""
        if self.isVisible():
            self.setGeometry(self._frame.rect())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            return
        super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Give the cursor back to where it was."""
        super().hideEvent(event)
        if self._came_from is not None and self._came_from.isVisible():
            self._came_from.setFocus()
        self._came_from = None

    def _focus_moved(self, _: QWidget | None, now: QWidget | None) -> None:
        """Go away when somebody goes on working: a scan must not be covered."""
        if self.isVisible() and now is not None and not (now is self or self.isAncestorOf(now)):
            self._came_from = None
            self.hide()
