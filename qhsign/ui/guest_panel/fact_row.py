"""One fact of a guest: its caption, its value, and the editor that takes the value's place."""

from dataclasses import dataclass, field

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from qhsign.ui.guest_panel.fact_editor import FactEditor, Suggest
from qhsign.ui.guest_panel.wrapped_label import WrappedLabel
from qhsign.ui.shared.plain_parts import label
from qhsign.ui.theme import Look

CAPTION_PX = 76


@dataclass(frozen=True, slots=True)
class FactShown:
    """A fact as it is shown and edited: the word, the text to edit, the choices of a closed list.

    ``known`` are values to complete from, ``suggest`` asks for them as somebody types; ``prompt``
    stands in an empty editor; ``hint`` says beside the value what else is known of it.
    """

    word: str
    text: str
    choices: tuple[tuple[str, str], ...] = ()
    known: tuple[str, ...] = field(default=(), repr=False)
    prompt: str = ""
    hint: str = ""
    suggest: Suggest | None = field(default=None, repr=False)


class FactRow(QFrame):
    """A click, F2 or Enter edits; ``edited`` carries the field's name and what was typed.

    ``stepped`` asks for the row above (-1) or below (1). A wrong value stays in the editor with
    the sentence of ``show_error`` under it.
    """

    edited = Signal(str, str)
    stepped = Signal(int)
    opened = Signal()
    closed = Signal()

    def __init__(self, look: Look, name: str, *, plain: bool = False) -> None:
        super().__init__()
        self.field = name
        self._look = look
        self._shown = FactShown("", "")
        self._editor: FactEditor | None = None
        self.setProperty("role", "fact")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._caption = WrappedLabel("fact-caption")
        self._caption.setFixedWidth(CAPTION_PX)
        if plain:
            self._caption.hide()
        self.value = WrappedLabel("fact-text")
        self._hint = label("caption")
        self._error = WrappedLabel("error")
        self._error.hide()
        self.line = QHBoxLayout()
        self.line.setContentsMargins(0, 0, 0, 0)
        self.line.setSpacing(8)
        self.line.addWidget(self._caption, 0, Qt.AlignmentFlag.AlignTop)
        self.line.addWidget(self.value, 1, Qt.AlignmentFlag.AlignTop)
        self.line.addWidget(self._hint, 0, Qt.AlignmentFlag.AlignTop)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(6, 2, 6, 2)
        self.column.setSpacing(2)
        self.column.addLayout(self.line)
        self.column.addWidget(self._error)

    @property
    def is_editing(self) -> bool:
        """Whether the editor is open."""
        return self._editor is not None

    @property
    def error(self) -> str:
        """What is wrong with what was typed; empty where nothing is."""
        return "" if self._error.isHidden() else self._error.text()

    @property
    def has_value(self) -> bool:
        """Whether the fact holds something."""
        return bool(self._shown.text)

    def show_fact(self, caption: str, shown: FactShown) -> None:
        """Show another value; an editor that is open keeps what was typed."""
        self._shown = shown
        self._caption.setText(caption)
        self.value.setText(shown.word)
        self._hint.setText(shown.hint)
        self._hint.setVisible(bool(shown.hint) and not self.is_editing)
        self.setAccessibleName(f"{caption} {shown.word} {shown.hint}".strip())

    def edit(self) -> None:
        """Open the editor in the value's place."""
        if self._editor is not None:
            self._editor.open()
            return
        shown = self._shown
        self._editor = editor = FactEditor(
            self._look,
            self._caption.text(),
            shown.text,
            choices=shown.choices,
            known=shown.known,
            prompt=shown.prompt,
            suggest=shown.suggest,
        )
        editor.committed.connect(self._committed)
        editor.left.connect(self.close_editor)
        self.line.insertWidget(self.line.indexOf(self.value), editor, 1)
        self.value.hide()
        self._hint.hide()
        self.opened.emit()
        editor.open()

    def close_editor(self) -> None:
        """Show the value again; what was typed and not committed is dropped."""
        editor, self._editor = self._editor, None
        if editor is None:
            return
        focused = self.window().focusWidget()
        had_focus = focused is not None and editor.isAncestorOf(focused)
        editor.blockSignals(True)
        self.line.removeWidget(editor)
        editor.hide()
        editor.deleteLater()
        self._error.hide()
        self.value.show()
        self._hint.setVisible(bool(self._hint.text()))
        if had_focus:
            self.setFocus()
        self.closed.emit()

    def show_error(self, sentence: str) -> None:
        """Say under the editor what is wrong; what was typed stays there."""
        self._error.setText(sentence)
        self._error.show()
        if self._editor is not None:
            self._editor.be_asked_again()
            self.setAccessibleDescription(sentence)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Edit on a click."""
        if event.button() == Qt.MouseButton.LeftButton and not self.is_editing:
            self.edit()
            return
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Edit on Enter or F2; go up and down."""
        if not self.is_editing:
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2}:
                self.edit()
                return
            if event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
                self.stepped.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
                return
        super().keyPressEvent(event)

    def _committed(self, text: str) -> None:
        if text == self._shown.text:
            self.close_editor()
        else:
            self._error.hide()
            self.edited.emit(self.field, text)

    def event(self, event: QEvent) -> bool:
        """Keep F2 for editing: no command of the screen takes it from a row."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and event.key() == Qt.Key.Key_F2
        ):
            event.accept()
            return True
        return super().event(event)
