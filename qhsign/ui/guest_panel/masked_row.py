"""A fact that is masked: shown in full for twenty seconds to who says what for."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QPushButton

from qhsign.ui.guest_panel.fact_editor import FactEditor
from qhsign.ui.guest_panel.fact_row import FactRow, FactShown
from qhsign.ui.theme import Look

SHOWN_MS = 20_000
_MASKED_EDGE = 14


class MaskedRow(FactRow):
    """``reveal_asked`` carries the field and the purpose; ``show_full`` brings the answer.

    The full value is a picture of text: it cannot be selected, and never goes to the clipboard.
    """

    reveal_asked = Signal(str, str)

    def __init__(self, look: Look, name: str) -> None:
        super().__init__(look, name)
        self._masked = FactShown("", "")
        self._caption_text = ""
        self._purpose: FactEditor | None = None
        self.button = QPushButton()
        self.button.setProperty("kind", "text")
        self.button.setProperty("small", "true")
        look.put_icon(self.button, "eye", "accent-text", _MASKED_EDGE)
        # A click must not take the keyboard from the purpose: that would put it away first.
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.button.clicked.connect(self._turn_over)
        self.line.addWidget(self.button)
        self._time = QTimer(self)
        self._time.setSingleShot(True)
        self._time.setInterval(SHOWN_MS)
        self._time.timeout.connect(self.hide_full)
        self.opened.connect(self.button.hide)
        self.closed.connect(self._offer)
        self._set_words()

    @property
    def has_value(self) -> bool:
        """Whether the fact holds something."""
        return bool(self._masked.word)

    @property
    def is_full(self) -> bool:
        """Whether the whole value is shown now."""
        return self._time.isActive()

    @property
    def purpose(self) -> FactEditor | None:
        """What asks for the purpose; None while nobody is asked."""
        return self._purpose

    def show_fact(self, caption: str, shown: FactShown) -> None:
        """Show another masked value, and forget the full one."""
        self._caption_text = caption
        if self.is_full and shown == self._masked:
            return
        self._time.stop()
        self._masked = shown
        super().show_fact(caption, shown)
        self._stop_asking()
        self._offer()

    def show_full(self, value: str) -> None:
        """Show the whole value for twenty seconds."""
        self._stop_asking()
        self._time.start()
        super().show_fact(self._caption_text, FactShown(value, value))
        self._offer()

    def hide_full(self) -> None:
        """Show the masked value again."""
        self._time.stop()
        super().show_fact(self._caption_text, self._masked)
        self._offer()

    def show_error(self, sentence: str) -> None:
        """Say under the purpose, or the editor, what is wrong."""
        super().show_error(sentence)
        if self._purpose is not None:
            self._purpose.be_asked_again()

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _turn_over(self) -> None:
        if self.is_full:
            self.hide_full()
        elif self._purpose is None:
            self._ask_purpose()
        else:
            self._stop_asking()

    def _ask_purpose(self) -> None:
        self._purpose = asking = FactEditor(
            self._look,
            self.tr("What for?"),
            "",
            prompt=self.tr("What for? Enter shows it"),
            keeps=False,
        )
        asking.committed.connect(self._asked)
        asking.left.connect(self._stop_asking)
        self.column.insertWidget(1, asking)
        asking.open()

    def _asked(self, purpose: str) -> None:
        self._error.hide()
        self.reveal_asked.emit(self.field, purpose)

    def _stop_asking(self) -> None:
        asking, self._purpose = self._purpose, None
        if asking is None:
            return
        focused = self.window().focusWidget()
        had_focus = focused is not None and asking.isAncestorOf(focused)
        self.column.removeWidget(asking)
        asking.hide()
        asking.deleteLater()
        self._error.hide()
        if had_focus:
            self.button.setFocus()

    def _offer(self) -> None:
        self.button.setVisible(bool(self._masked.word) and not self.is_editing)
        self._set_words()

    def _set_words(self) -> None:
        self.button.setText(self.tr("Hide") if self.is_full else self.tr("Show"))
        hint = self.tr("Show it in full; the view is recorded with its purpose")
        self.button.setToolTip("" if self.is_full else hint)
        self.button.setAccessibleName(f"{self.button.text()} {self._caption.text()}")
