"""A search field: icon, input, count of hits, a button to empty it, an optional key cap."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from qhsign.ui.shared.plain_parts import label
from qhsign.ui.theme import Look, restyle


class SearchField(QFrame):
    """``searched`` carries the text at every change; ``left_down`` asks for the results below."""

    searched = Signal(str)
    entered = Signal()
    left_down = Signal()

    def __init__(
        self, look: Look, height: int, key: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self.setProperty("role", "field")
        self.setFixedHeight(height)
        self._icon = QLabel()
        self.input = QLineEdit()
        self.input.setProperty("kind", "bare")
        self.input.setMaxLength(100)
        self.input.installEventFilter(self)
        self.input.textChanged.connect(self._changed)
        self.input.returnPressed.connect(self.entered)
        self._hits = label("caption")
        self._key = label("key")
        self._key.setText(key)
        if not key:
            self._key.hide()
        self._clear = QToolButton()
        self._clear.setProperty("kind", "bare")
        self._clear.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        look.put_icon(self._clear, "close", "text-2", 16)
        self._clear.clicked.connect(self.empty)
        self._clear.hide()
        self.setFocusProxy(self.input)
        line = QHBoxLayout(self)
        line.setContentsMargins(10, 0, 8, 0)
        line.setSpacing(8)
        line.addWidget(self._icon)
        line.addWidget(self.input, 1)
        line.addWidget(self._hits)
        line.addWidget(self._clear)
        line.addWidget(self._key)
        look.changed.connect(self._draw)
        self._draw()

    @property
    def text(self) -> str:
        """What is searched for."""
        return self.input.text()

    def set_words(self, prompt: str, name: str, clear: str) -> None:
        """Set the prompt, the accessible name and the name of the button."""
        self.input.setPlaceholderText(prompt)
        self.input.setAccessibleName(name)
        self._clear.setToolTip(clear)
        self._clear.setAccessibleName(clear)

    def show_hits(self, text: str) -> None:
        """Show how many were found, inside the field."""
        self._hits.setText(text)
        self._hits.setVisible(bool(text))

    def empty(self) -> None:
        """Take the text away and stay in the field."""
        self.input.clear()
        self.input.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show the ring while the input has the focus; Esc empties, Down goes to the results."""
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            restyle(self, focused="true" if event.type() == QEvent.Type.FocusIn else "false")
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape and self.text:
                self.empty()
                return True
            if event.key() == Qt.Key.Key_Down:
                self.left_down.emit()
                return True
        return super().eventFilter(watched, event)

    def _changed(self, text: str) -> None:
        self._clear.setVisible(bool(text))
        self._key.setVisible(bool(self._key.text()) and not text)
        self.searched.emit(text)

    def _draw(self) -> None:
        self._icon.setPixmap(self._look.pixmap("search", "text-2", 18, self.devicePixelRatioF()))
