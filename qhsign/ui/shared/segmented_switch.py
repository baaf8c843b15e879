"""Two or more choices in one edge, one of them current."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from qhsign.ui.theme import Look

_SMALL = 32


def _part(place: int, choices: int) -> str:
    """Return which corners of a choice are round."""
    return "first" if place == 0 else "last" if place == choices - 1 else "middle"


class SegmentedSwitch(QFrame):
    """Emits ``chosen`` with the place of the new choice when a person changes it."""

    chosen = Signal(int)

    def __init__(
        self, look: Look, icons: tuple[str, ...], height: int, parent: QWidget | None = None
    ) -> None:
        """Take an icon for each choice; an empty name leaves the choice to its word."""
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        for place, icon in enumerate(icons):
            button = QToolButton()
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setProperty("part", _part(place, len(icons)))
            button.setProperty("small", height <= _SMALL)
            button.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
            button.setFixedHeight(height)
            if icon:
                look.put_icon(button, icon, "accent-text")
                button.setIconSize(QSize(20, 20))
            self._group.addButton(button, place)
            line.addWidget(button)
        self._group.button(0).setChecked(True)
        self._group.idClicked.connect(self.chosen)

    def set_words(self, *words: str) -> None:
        """Name the choices."""
        for place, word in enumerate(words):
            button = self._group.button(place)
            button.setText(word)
            button.setAccessibleName(word)

    def set_height(self, height: int) -> None:
        """Take another height."""
        for button in self._group.buttons():
            button.setFixedHeight(height)

    @property
    def current(self) -> int:
        """The place of the current choice, from 0."""
        return self._group.checkedId()

    def choose(self, place: int) -> None:
        """Make a choice as if a person had."""
        if place != self.current:
            self._group.button(place).setChecked(True)
            self.chosen.emit(place)

    def choose_quietly(self, place: int) -> None:
        """Show a choice that was made elsewhere."""
        self._group.button(place).setChecked(True)
