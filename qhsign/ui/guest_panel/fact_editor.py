"""What a fact is edited with in its place: a line, or a choice of a closed list."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit, QVBoxLayout, QWidget

from qhsign.ui.shared.choice_box import ChoiceBox
from qhsign.ui.theme import Look

_LONGEST = 400
_VALUE_ROLE = Qt.ItemDataRole.UserRole
Suggest = Callable[[str], Sequence[tuple[str, str]]]
"""Gives for what is typed what may be meant: as it is shown, and what is then written."""
_COMES_BACK = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


class FactEditor(QWidget):
    """``committed`` carries what was typed or chosen; ``left`` that nothing is to change.

    Leaving a line for something else commits it: what somebody typed is not lost. Without
    ``keeps`` it is put away instead.
    """

    committed = Signal(str)
    left = Signal()

    def __init__(
        self,
        look: Look,
        name: str,
        text: str,
        *,
        choices: Sequence[tuple[str, str]] = (),
        known: Sequence[str] = (),
        prompt: str = "",
        keeps: bool = True,
        suggest: Suggest | None = None,
    ) -> None:
        super().__init__()
        self._keeps = keeps
        self._first = text
        self._done = False
        self._box: ChoiceBox | None = None
        self._line: QLineEdit | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        if choices:
            self._box = self._choice(look, text, choices)
            control: QWidget = self._box
        else:
            self._line = self._written(text, known, prompt)
            if suggest is not None:
                self._line.setCompleter(_suggesting(self._line, suggest))
            control = self._line
        control.setAccessibleName(name)
        control.installEventFilter(self)
        column.addWidget(control)
        self.setFocusProxy(control)
        self._control = control

    @property
    def text(self) -> str:
        """What stands in the editor now."""
        if self._box is not None:
            return str(self._box.currentData())
        return self._line.text().strip() if self._line is not None else ""

    def open(self) -> None:
        """Take the keyboard; a choice opens its list."""
        self._control.setFocus()
        if self._line is not None:
            self._line.selectAll()
        if self._box is not None:
            self._box.showPopup()

    def be_asked_again(self) -> None:
        """Take another answer: the one before was wrong."""
        self._done = False
        self._control.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave on Esc, commit when the keyboard goes elsewhere."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self._done = True
                self.left.emit()
                return True
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._commit()
                return True
        if isinstance(event, QFocusEvent) and self._is_really_left(event):
            if self.text == self._first or not self._keeps:
                self._leave()
            else:
                self._commit()
        return super().eventFilter(watched, event)

    def _is_really_left(self, event: QFocusEvent) -> bool:
        """Tell the keyboard going elsewhere from a list that opens, or another window in front."""
        if not event.lostFocus() or event.reason() in _COMES_BACK:
            return False
        view = self._box.view() if self._box is not None else None
        if view is not None and view.isVisible():
            return False
        completer = self._line.completer() if self._line is not None else None
        popup = completer.popup() if completer is not None else None
        return popup is None or not popup.isVisible()

    def _commit(self) -> None:
        if not self._done:
            self._done = True
            self.committed.emit(self.text)

    def _leave(self) -> None:
        if not self._done:
            self._done = True
            self.left.emit()

    def _written(self, text: str, known: Sequence[str], prompt: str) -> QLineEdit:
        line = QLineEdit(text)
        line.setMaxLength(_LONGEST)
        line.setPlaceholderText(prompt)
        if known:
            completer = QCompleter(list(known), line)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            line.setCompleter(completer)
        return line

    def _choice(self, look: Look, text: str, choices: Sequence[tuple[str, str]]) -> ChoiceBox:
        box = ChoiceBox(look)
        for value, word in choices:
            box.addItem(word, value)
        box.setCurrentIndex(max(box.findData(text), 0))
        box.activated.connect(self._commit)
        return box


def _suggesting(line: QLineEdit, suggest: Suggest) -> QCompleter:
    """Return what offers, under a line, what may be meant by what is typed in it."""
    model = QStandardItemModel(line)
    completer = QCompleter(model, line)
    completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
    completer.setCompletionRole(_VALUE_ROLE)

    def look(text: str) -> None:
        # The line asks its completer only after this.
        model.clear()
        for shown, value in suggest(text):
            item = QStandardItem(shown)
            item.setData(value, _VALUE_ROLE)
            model.appendRow(item)

    line.textEdited.connect(look)
    return completer
