"""One line of a form: what is asked, where it is written, and why; an error under it."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from qhsign.ui.shared.plain_parts import label

_CAPTION_PX = 148
_CONTROL_MOST = 440


class FormRow(QWidget):
    """Holds the control it is given; the caption is also the control's accessible name.

    ``reset_asked`` is emitted by the button beside the default, where one is shown.
    """

    reset_asked = Signal()

    def __init__(self, control: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.control = control
        self._caption, self._why = label(wrap=True), label("caption", wrap=True)
        self._error = label("error", wrap=True)
        self._caption.setFixedWidth(_CAPTION_PX)
        self._caption.setMinimumHeight(32)
        self._caption.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for each in (self._why, self._error):
            each.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._error.hide()
        self._usual = ""
        self._default, self._reset = label("caption", wrap=True), QPushButton()
        self._reset.setProperty("kind", "text")
        self._reset.clicked.connect(self.reset_asked)
        default = QWidget()
        beside = QHBoxLayout(default)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(8)
        beside.addWidget(self._default, 1)
        beside.addWidget(self._reset)
        self._default_line = default
        default.hide()
        right = QWidget()
        right.setMaximumWidth(_CONTROL_MOST)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(control)
        column.addWidget(self._error)
        column.addWidget(self._why)
        column.addWidget(default)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        line.addWidget(self._caption, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(right, _CONTROL_MOST)
        line.addStretch(1)

    @property
    def error(self) -> str:
        """What is wrong with what was written; empty where nothing is."""
        return "" if self._error.isHidden() else self._error.text()

    def set_words(self, caption: str, why: str) -> None:
        """Set what is asked and the explanation."""
        self._caption.setText(caption)
        self._why.setText(why)
        self._why.setVisible(bool(why))
        self.control.setAccessibleName(caption)
        self.control.setAccessibleDescription(why)

    @property
    def caption(self) -> str:
        """What is asked."""
        return self._caption.text()

    @property
    def why(self) -> str:
        """The explanation."""
        return self._why.text()

    def show_default(self, usual: str, *, differs: bool) -> None:
        """Say what the default is, and offer it where something else is set."""
        self._usual = usual
        self._default_line.setVisible(bool(usual))
        self._reset.setVisible(differs)
        self._set_words()

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _set_words(self) -> None:
        self._default.setText(self.tr("Default: {usual}").format(usual=self._usual))
        self._reset.setText(self.tr("Reset"))
        self._reset.setAccessibleName(
            self.tr("Reset {caption} to {usual}").format(caption=self.caption, usual=self._usual)
        )

    def show_error(self, sentence: str) -> None:
        """Say what is wrong, or nothing."""
        self._error.setText(sentence)
        self._error.setVisible(bool(sentence))
        if sentence:
            self.control.setAccessibleDescription(sentence)
