"""The tabs of the preview, each with its count."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QToolButton

from qhsign.ui.theme import Look

NEW, CHANGED, UNCHANGED, SUSPECTED, MISSING, PROBLEMS = range(6)
_ICONS: Mapping[int, tuple[str, str]] = {
    SUSPECTED: ("triangle", "warn"),
    PROBLEMS: ("ring-cross", "bad"),
}


@dataclass(frozen=True, slots=True)
class TabWords:
    """What a tab is called, and how many rows it has."""

    word: str
    count: int


class PreviewTabs(QFrame):
    """Emits ``chosen`` with the place of the tab a person goes to; arrow keys go along them."""

    chosen = Signal(int)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("preview-tabs")
        self._group = QButtonGroup(self)
        self.buttons: list[QToolButton] = []
        self._group.setExclusive(True)
        line = QHBoxLayout(self)
        line.setContentsMargins(8, 0, 8, 0)
        line.setSpacing(0)
        for place in range(PROBLEMS + 1):
            button = QToolButton()
            button.setCheckable(True)
            button.setProperty("tab", "yes")
            button.setFixedHeight(44)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            if place in _ICONS:
                button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
                look.put_icon(button, *_ICONS[place], 18)
            self._group.addButton(button, place)
            self.buttons.append(button)
            line.addWidget(button)
        line.addStretch(1)
        self._group.idClicked.connect(self.chosen)

    @property
    def current(self) -> int:
        """The place of the current tab."""
        return self._group.checkedId()

    def choose(self, place: int) -> None:
        """Go to a tab as if a person had."""
        self._group.button(place).setChecked(True)
        self.chosen.emit(place)

    def set_words(self, words: Sequence[TabWords]) -> None:
        """Name the tabs with their counts; an icon only where it warns of something."""
        for place, (each, button) in enumerate(zip(words, self.buttons, strict=True)):
            button.setText(f"{each.word} {each.count:,}")
            button.setAccessibleName(button.text())
            if place in _ICONS:
                style = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
                plain = Qt.ToolButtonStyle.ToolButtonTextOnly
                button.setToolButtonStyle(style if each.count else plain)
