"""The tabs of the preview, each with its count."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QToolButton

from qhsign.domain.problems import Severity
from qhsign.ui.theme import Look

NEW, CHANGED, UNCHANGED, SUSPECTED, MISSING, PROBLEMS = range(6)
_WARNING, _ERROR = ("triangle", "warn"), ("ring-cross", "bad")
_ICON_PX = 18


@dataclass(frozen=True, slots=True)
class TabWords:
    """What a tab is called, how many rows it has, and how bad they are: None is nothing bad."""

    word: str
    count: int
    severity: Severity | None = None


class PreviewTabs(QFrame):
    """Emits ``chosen`` with the place of the tab a person goes to; arrow keys go along them."""

    chosen = Signal(int)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
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
        for each, button in zip(words, self.buttons, strict=True):
            button.setText(f"{each.word} {each.count:,}")
            button.setAccessibleName(button.text())
            style = Qt.ToolButtonStyle.ToolButtonTextOnly
            if each.count and each.severity is not None:
                style = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
                icon = _ERROR if each.severity is Severity.ERROR else _WARNING
                self._look.put_icon(button, *icon, _ICON_PX)
            button.setToolButtonStyle(style)
