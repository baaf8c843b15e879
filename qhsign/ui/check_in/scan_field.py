"""The field a scanner types into: no input method, always ready, one line per scan."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from qhsign.ui.shared.plain_parts import ElidedLabel, label
from qhsign.ui.theme import Look, restyle

# Far beyond any code of ours; a page of pasted text is cut and then not recognized.
_LONGEST_LINE = 512


class ScanField(QFrame):
    """``scanned`` carries one line as it was typed; an empty line is no scan."""

    scanned = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._leaving = look, False
        self.setProperty("role", "scan")
        self._icon = QLabel()
        self._help = ElidedLabel("caption")
        self._lock = QLabel()
        self._method = label("tag")
        self.input = QLineEdit()
        self.input.setObjectName("scan-input")
        self.input.setProperty("kind", "bare")
        self.input.setMaxLength(_LONGEST_LINE)
        self.input.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.input.setInputMethodHints(
            Qt.InputMethodHint.ImhLatinOnly
            | Qt.InputMethodHint.ImhUppercaseOnly
            | Qt.InputMethodHint.ImhNoPredictiveText
        )
        self.input.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.input.installEventFilter(self)
        self.input.returnPressed.connect(self._end_line)
        self.setFocusProxy(self.input)
        self._words = QVBoxLayout()
        self._lay_out()
        look.changed.connect(self._draw)
        self._draw()
        self._set_words()

    def type_keys(self, event: QKeyEvent) -> None:
        """Take a key that landed elsewhere, as if it had been pressed here."""
        self.input.setFocus()
        self.input.insert(event.text())

    def be_exit(self, *, leaving: bool) -> None:
        """Say at which kind of door badges are scanned."""
        self._leaving = leaving
        self._set_words()

    def submit(self, line: str) -> None:
        """Take a whole line that was typed into another field."""
        if line.strip():
            self.scanned.emit(line)

    def be_low(self, *, low: bool) -> None:
        """Take less height in a low window; letters keep their tails."""
        self.setFixedHeight(48 if low else 56)
        self.input.setStyleSheet(f"font-size: {16 if low else 20}px")
        above = 0 if low else 2
        self._words.setContentsMargins(0, above, 0, above)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the ring; let Tab end a line too, as badly set scanners send it."""
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            restyle(self, focused="true" if event.type() == QEvent.Type.FocusIn else "false")
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Tab
            and self.input.text()
        ):
            self._end_line()
            return True
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the focus wherever the frame is clicked."""
        self.input.setFocus()
        super().mousePressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        words = self._words
        words.setSpacing(0)
        words.addWidget(self.input, 1)
        words.addWidget(self._help)
        tag = QHBoxLayout()
        tag.setSpacing(6)
        tag.addWidget(self._lock)
        tag.addWidget(self._method)
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 0, 16, 0)
        line.setSpacing(14)
        line.addWidget(self._icon)
        line.addLayout(words, 1)
        line.addLayout(tag)
        self.be_low(low=False)

    def _end_line(self) -> None:
        line = self.input.text()
        self.input.clear()
        self.submit(line)

    def _draw(self) -> None:
        ratio = self.devicePixelRatioF()
        self._icon.setPixmap(self._look.pixmap("check-in", "accent-text", 26, ratio))
        self._lock.setPixmap(self._look.pixmap("lock", "text-2", 16, ratio))

    def _set_words(self) -> None:
        words = self.tr("Scan a badge of who leaves") if self._leaving else self.tr("Scan a badge")
        self.input.setPlaceholderText(words)
        self.input.setAccessibleName(self.tr("Scan field"))
        self._help.setText(self.tr("Keystrokes always land here; no need to click"))
        self._method.setText(self.tr("Input method off"))
