"""A button with a key cap: what a function key does."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from qhsign.ui.shared.plain_parts import label


class KeyButton(QPushButton):
    """Looks pressed while the panel it opens is open."""

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "key")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._cap, self._words = label("key"), label()
        self._tip = ""
        self._cap.setText(key)
        for each in (self._cap, self._words):
            each.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._line = line = QHBoxLayout(self)
        line.setContentsMargins(9, 0, 13, 0)
        line.setSpacing(9)
        line.addWidget(self._cap)
        line.addWidget(self._words)

    def set_words(self, words: str, tip: str = "") -> None:
        """Name the key's action; ``tip`` says why it cannot be used now."""
        if (words, tip) == (self._words.text(), self._tip):
            return
        is_other = words != self._words.text()
        self._words.setText(words)
        self._tip = tip
        self.setAccessibleName(words)
        self.show_words(shown=not self._words.isHidden())
        if is_other:
            self.updateGeometry()

    def show_words(self, *, shown: bool) -> None:
        """Show the key cap alone where there is no room; the tooltip then has the words."""
        self.setToolTip(self._tip or ("" if shown else self._words.text()))
        if shown is self._words.isHidden():
            self._words.setVisible(shown)
            # Only then: the row fits its keys again at every change of theirs.
            self.updateGeometry()

    def width_with(self, *, words: bool) -> int:
        """Return the width the key needs with its words, or with its cap alone."""
        margins = self._line.contentsMargins()
        wide = margins.left() + self._cap.sizeHint().width() + margins.right()
        return wide + (self._line.spacing() + self._words.sizeHint().width() if words else 0)

    def sizeHint(self) -> QSize:
        """Return the room of cap and words."""
        return QSize(self.width_with(words=not self._words.isHidden()), 44)

    def minimumSizeHint(self) -> QSize:
        """Never cut the words."""
        return self.sizeHint()
