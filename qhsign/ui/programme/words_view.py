"""The host's words of one step: painted with readings, or as plain text to be written."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from qhsign.domain import host_text
from qhsign.services.show_records import StepWords
from qhsign.ui.guest_panel.wrapped_label import WrappedLabel
from qhsign.ui.reports.tall_scroll import TallScroll
from qhsign.ui.shared.plain_parts import label
from qhsign.ui.shared.ruby_text import RubyText
from qhsign.ui.theme import Look
from qhsign.wording import say

SIZES = (16, 18, 20, 24, 28, 32, 40, 48)
"""Sizes of the words on the screen, in logical pixels."""
_VIEW, _EDIT = range(2)


class WordsView(QFrame):
    """``written`` carries the text when writing was left with another; "" asks for the usual one.

    Gaps that were to be filled in (××, 【姓名】) are told while somebody writes.
    """

    written = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._words: StepWords | None = None
        self._may_edit = True
        self._title, self._state = label("step-title", wrap=True), WrappedLabel("caption")
        self.doubts = WrappedLabel("locked")
        self.edit_button, self.usual_button = QPushButton(), QPushButton()
        self.usual_button.setProperty("kind", "text")
        self.text = RubyText(look, SIZES[3])
        self.editor = _Editor()
        self._hint = WrappedLabel("caption")
        self._pages = QStackedWidget()
        self._lay_out()
        self.edit_button.clicked.connect(self.turn_editing)
        self.usual_button.clicked.connect(lambda: self.written.emit(""))
        self.editor.left.connect(lambda keep: self.stop_editing(keep=keep))
        self.editor.textChanged.connect(self._say_doubts)
        self._set_words()

    @property
    def is_editing(self) -> bool:
        """Whether the text is being written."""
        return self._pages.currentIndex() == _EDIT

    @property
    def pixels(self) -> int:
        """The size of the words."""
        return self.text.pixels

    def show_words(self, title: str, words: StepWords | None, *, may_edit: bool) -> None:
        """Show the words of a step; what is being written stays as it is."""
        self._words, self._may_edit = words, may_edit
        self._title.setText(title)
        if words is not None:
            self.text.set_words(words.words, words.unconfirmed)
        self._set_words()

    def set_pixels(self, pixels: int) -> None:
        """Show the words larger or smaller."""
        self.text.set_pixels(pixels)
        self.editor.setFont(self._look.font(pixels))

    def turn_editing(self) -> None:
        """Begin to write, or leave writing."""
        if self.is_editing:
            self.stop_editing(keep=True)
        elif self._words is not None and self._may_edit:
            self.editor.setPlainText(self._words.words.text)
            self.editor.setFont(self._look.font(self.pixels))
            self._pages.setCurrentIndex(_EDIT)
            self.editor.setFocus()
            self._set_words()

    def write_again(self, text: str) -> None:
        """Go on writing a text that could not be kept."""
        if not self.is_editing:
            self.turn_editing()
            self.editor.setPlainText(text)

    def stop_editing(self, *, keep: bool) -> None:
        """Leave writing; ``keep`` keeps what was written, where it is another text."""
        if not self.is_editing:
            return
        self._pages.setCurrentIndex(_VIEW)
        words, typed = self._words, self.editor.toPlainText().strip()
        self._set_words()
        self.edit_button.setFocus()
        if keep and words is not None and typed != words.words.text:
            # The usual text needs not be kept as the office's own: it follows the batch.
            self.written.emit("" if typed == words.usual else typed)

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _said_doubts(self) -> Sequence[str]:
        words, language = self._words, self._look.language
        if words is None:
            return ()
        if self.is_editing:
            gaps = host_text.gaps(self.editor.toPlainText())
            said = self.tr("Still to be filled in: {gap}")
            return [said.format(gap=gap) for gap in gaps]
        return [say(each.code, language, **each.parameters) for each in words.doubts]

    def _say_doubts(self) -> None:
        said = self._said_doubts()
        self.doubts.setText("\n".join(said))
        self.doubts.setVisible(bool(said))

    def _lay_out(self) -> None:
        self.setObjectName("words-view")
        sheet = QWidget()
        inside = QVBoxLayout(sheet)
        inside.setContentsMargins(16, 4, 24, 24)
        inside.addWidget(self.text)
        inside.addStretch(1)
        self._pages.addWidget(TallScroll(sheet))
        writing = QWidget()
        below = QVBoxLayout(writing)
        below.setContentsMargins(20, 8, 20, 12)
        below.setSpacing(6)
        below.addWidget(self.editor, 1)
        below.addWidget(self._hint)
        self._pages.addWidget(writing)
        head = QHBoxLayout()
        head.setContentsMargins(24, 14, 20, 6)
        head.setSpacing(8)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self._title)
        names.addWidget(self._state)
        head.addLayout(names, 1)
        head.addWidget(self.usual_button)
        head.addWidget(self.edit_button)
        told = QVBoxLayout()
        told.setContentsMargins(24, 0, 20, 6)
        told.addWidget(self.doubts)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(told)
        column.addWidget(self._pages, 1)

    def _set_words(self) -> None:
        words = self._words
        self.edit_button.setText(self.tr("Done") if self.is_editing else self.tr("Write"))
        self.edit_button.setEnabled(words is not None and self._may_edit)
        self.usual_button.setText(self.tr("Back to the usual words"))
        is_own = words is not None and bool(words.written) and bool(words.usual)
        self.usual_button.setVisible(is_own and self._may_edit and not self.is_editing)
        self._state.setText(self._state_words())
        self._state.setVisible(bool(self._state.text()))
        self._hint.setText(
            self.tr("Ctrl+Enter keeps it, Esc leaves it as it was. Readings come by themselves.")
        )
        self.editor.setAccessibleName(self.tr("The host's words"))
        self._say_doubts()

    def _state_words(self) -> str:
        if self._words is None:
            return ""
        if self._words.written:
            return self.tr("Written by the office; changes of the batch do not reach it")
        if self._words.usual:
            return self.tr("Made from the batch; follows every change")
        return self.tr("Nothing is read here yet")


class _Editor(QPlainTextEdit):
    """``left`` carries whether to keep what was written."""

    left = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setObjectName("words-editor")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave on Ctrl+Enter and Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit(False)
            return
        is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.left.emit(True)
            return
        super().keyPressEvent(event)
