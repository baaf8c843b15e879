"""A button that opens a menu of choices and shows the one that holds."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QActionGroup, QResizeEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolButton

from qhsign.ui.theme import Look

_AROUND_PX = 44
"""What edge, padding and chevron take of a chooser's width."""


class Chooser(QToolButton):
    """``chosen`` carries the value when a person takes another.

    With ``elides`` it takes the room there is, and a long word ends in … with a tooltip.
    """

    chosen = Signal(str)

    def __init__(self, look: Look, *, elides: bool = False) -> None:
        super().__init__()
        self._elides = elides
        self.value = ""
        self._choices: Sequence[tuple[str, str]] = ()
        self.setProperty("kind", "chooser")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        wide = QSizePolicy.Policy.Ignored if elides else QSizePolicy.Policy.Minimum
        self.setSizePolicy(wide, QSizePolicy.Policy.Fixed)
        look.put_icon(self, "chevron", "text-2", 16)

    def set_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer values with their words."""
        self._choices = choices
        menu = QMenu(self)
        group = QActionGroup(menu)
        for value, word in choices:
            action = menu.addAction(word.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(value == self.value)
            action.triggered.connect(lambda _=False, value=value: self._take(value))
            group.addAction(action)
        earlier = self.menu()
        self.setMenu(menu)
        if earlier is not None:
            earlier.deleteLater()
        self._show()

    def choose(self, value: str) -> None:
        """Show another value."""
        self.value = value
        for (each, _), action in zip(self._choices, self.menu().actions(), strict=True):
            action.setChecked(each == value)
        self._show()

    def word_of(self, value: str) -> str:
        """Return the word of a choice, empty where there is none."""
        return dict(self._choices).get(value, "")

    def _take(self, value: str) -> None:
        if value != self.value:
            self.choose(value)
            self.chosen.emit(value)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut a long word anew where it may be cut."""
        super().resizeEvent(event)
        if self._elides:
            self._show()

    def _show(self) -> None:
        word = self.word_of(self.value)
        if self._elides:
            room = self.width() - _AROUND_PX
            shown = self.fontMetrics().elidedText(word, Qt.TextElideMode.ElideRight, room)
            self.setToolTip(word if shown != word else "")
            word = shown
        self.setText(word)
