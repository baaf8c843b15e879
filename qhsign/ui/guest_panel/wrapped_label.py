"""Words that wrap inside a scroll area, as high as they need."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from qhsign.ui.shared.plain_parts import label


class WrappedLabel(QLabel):
    """A scroll area gives wrapped words the height of one line unless they ask for more.

    This one asks, at whatever width it is given. It may be narrower than its longest word.
    """

    def __init__(self, role: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        plain = label(role, wrap=True)
        self.setTextFormat(plain.textFormat())
        self.setWordWrap(True)
        if role:
            self.setProperty("role", role)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """Return the height at the present width."""
        return QSize(60, self._wanted())

    def minimumSizeHint(self) -> QSize:
        """Ask for the whole height, and little width."""
        return QSize(20, self._wanted())

    def setText(self, text: str) -> None:
        """Show another text, broken at any place where it has no blanks."""
        super().setText(text)
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask anew when the width has changed."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        """Ask anew when the fonts have changed."""
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self.updateGeometry()
        super().changeEvent(event)

    def _wanted(self) -> int:
        self.ensurePolished()
        return max(self.heightForWidth(max(self.width(), 20)), 0)
