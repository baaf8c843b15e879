"""What the host reads now and next, in the size the operator likes."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from qhsign.domain.stage_papers import HostWords, Reading
from qhsign.preferences.desk_preferences import DeskPreferences
from qhsign.services.console import ConsoleState
from qhsign.ui.shared.plain_parts import ElidedLabel, label, rule
from qhsign.ui.shared.ruby_text import RubyText
from qhsign.ui.theme import Look

SMALLEST, LARGEST, _STEP, _USUAL = 18, 48, 3, 24
_NEXT_PX = 16


class WordsCard(QFrame):
    """``foot`` is what stands below the words."""

    def __init__(self, look: Look, preferences: DeskPreferences, foot: QWidget) -> None:
        super().__init__()
        self._look, self._preferences = look, preferences
        self._state: ConsoleState | None = None
        self.setProperty("role", "card")
        self._title, self._hint = label("card-title"), ElidedLabel("caption")
        self.smaller, self.larger = QPushButton("A−"), QPushButton("A+")
        self.words = RubyText(look, self._kept())
        self.next_words = RubyText(look, _NEXT_PX)
        self._rule, self._nothing = rule(), label("quiet")
        self._inside, self.pane = QWidget(), QScrollArea()
        self._lay_out(foot)
        self.smaller.clicked.connect(lambda: self.set_size(self.words.pixels - _STEP))
        self.larger.clicked.connect(lambda: self.set_size(self.words.pixels + _STEP))
        look.changed.connect(self._fit)
        self._set_words()

    def show_state(self, state: ConsoleState | None) -> None:
        """Show the words of another step, from their beginning."""
        before, self._state = self._state, state
        self._show()
        if state is None or before is None or before.place != state.place:
            self.pane.verticalScrollBar().setValue(0)

    def set_size(self, pixels: int) -> None:
        """Set the size of the words and keep it."""
        size = min(max(pixels, SMALLEST), LARGEST)
        self.words.set_pixels(size)
        self.smaller.setEnabled(size > SMALLEST)
        self.larger.setEnabled(size < LARGEST)
        self._preferences.change(host_words_size=str(size))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the words for another width."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _kept(self) -> int:
        kept = self._preferences.settings.host_words_size
        return min(max(int(kept), SMALLEST), LARGEST) if kept.isdigit() else _USUAL

    def _show(self) -> None:
        state = self._state
        words = state.words if state is not None else None
        following = state.next_words if state is not None else None
        self.words.setVisible(words is not None)
        self._nothing.setVisible(words is None)
        self._rule.setVisible(following is not None)
        self.next_words.setVisible(following is not None)
        self.words.set_words(words or HostWords(""))
        self.next_words.set_words(_after(self.tr("Then: "), following))
        self._fit()

    def _fit(self) -> None:
        """Give the words the height they need in the present width."""
        wide = self.pane.viewport().width() - 2 * 16
        for each in (self.words, self.next_words):
            each.setFixedHeight(each.heightForWidth(max(wide, 80)))

    def _lay_out(self, foot: QWidget) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(16, 8, 16, 0)
        head.setSpacing(8)
        head.addWidget(self._title)
        head.addWidget(self._hint, 1)
        for button in (self.smaller, self.larger):
            button.setProperty("kind", "small")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            head.addWidget(button)
        inside = QVBoxLayout(self._inside)
        inside.setContentsMargins(16, 4, 16, 12)
        inside.setSpacing(10)
        for each in (self.words, self._nothing, self._rule, self.next_words):
            inside.addWidget(each)
        inside.addStretch(1)
        self.pane.setWidget(self._inside)
        self.pane.setWidgetResizable(True)
        self.pane.setFrameShape(QFrame.Shape.NoFrame)
        self.pane.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.pane.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.pane, 1)
        column.addWidget(foot)

    def _set_words(self) -> None:
        self._title.setText(self.tr("Host's words"))
        self._hint.setText(self.tr("Readings stand above names that are easily misread"))
        self._nothing.setText(self.tr("Nothing is read in this step."))
        for button, name in (
            (self.smaller, self.tr("Smaller words")), (self.larger, self.tr("Larger words")),
        ):  # fmt: skip
            button.setToolTip(name)
            button.setAccessibleName(name)
        self.pane.setAccessibleName(self.tr("Host's words"))
        self._show()


def _after(prefix: str, words: HostWords | None) -> HostWords:
    """Return words with something before them, their readings moved along."""
    if words is None:
        return HostWords("")
    by = len(prefix)
    moved = [Reading(each.start + by, each.length, each.pinyin) for each in words.readings]
    return HostWords(prefix + words.text, tuple(moved))
