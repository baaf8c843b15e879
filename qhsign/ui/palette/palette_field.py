"""The search field of the top bar; a button that opens it where the window is narrow."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

from qhsign.ui.shared.search_field import SearchField
from qhsign.ui.theme import Look

KEY = "Ctrl+K"
_FIELD_MOST, _FIELD_LEAST = 360, 220


class PaletteField(QWidget):
    """``moved`` carries a step through the list, ``left`` says that the field was left.

    ``unfolded`` tells whether the field is open in a narrow window, where others make room.
    """

    opened = Signal()
    left = Signal()
    moved = Signal(int)
    escaped = Signal()
    unfolded = Signal(bool)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._narrow = False
        self.search = SearchField(look, 32, KEY)
        self.search.setMinimumWidth(_FIELD_LEAST)
        self.search.setMaximumWidth(_FIELD_MOST)
        self.search.input.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.search.input.installEventFilter(self)
        self.button = QToolButton()
        self.button.setProperty("kind", "bar")
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        look.put_icon(self.button, "search", "text-2", 20)
        self.button.clicked.connect(self.open)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addStretch(1)
        line.addWidget(self.search, 8)
        line.addWidget(self.button)
        self.be_narrow(narrow=False)
        self._set_words()

    def be_narrow(self, *, narrow: bool) -> None:
        """Be a button alone."""
        self._narrow = narrow
        unfolded = self.search.input.hasFocus()
        self.search.setVisible(not narrow or unfolded)
        self.button.setVisible(narrow and not unfolded)
        self.unfolded.emit(narrow and unfolded)

    def open(self) -> None:
        """Put the cursor into the field."""
        self.search.show()
        self.button.hide()
        self.unfolded.emit(self._narrow)
        self.search.input.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.input.selectAll()

    def fold(self) -> None:
        """Be empty again, and a button where the window is narrow."""
        self.search.input.clear()
        self.search.setVisible(not self._narrow)
        self.button.setVisible(self._narrow)
        self.unfolded.emit(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move through the list while the cursor stays in the field."""
        if event.type() == QEvent.Type.FocusIn:
            self.opened.emit()
        elif event.type() == QEvent.Type.FocusOut:
            self.left.emit()
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._pressed(event)
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _pressed(self, event: QKeyEvent) -> bool:
        steps = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: 5,
            Qt.Key.Key_PageUp: -5,
        }
        step = steps.get(Qt.Key(event.key()))
        if step is not None:
            self.moved.emit(step)
            return True
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
            return True
        return False

    def _set_words(self) -> None:
        self.search.set_words(
            self.tr("Guests, contracts, commands"),
            self.tr("Search guests, contracts and commands"),
            self.tr("Empty the search field"),
        )
        word = self.tr("Search")
        self.button.setToolTip(f"{word} ({KEY})")
        self.button.setAccessibleName(self.tr("Search guests, contracts and commands"))
