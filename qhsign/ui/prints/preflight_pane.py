"""预检: what the check found, held back and noted, to be filtered, each leading to its piece."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
)

from qhsign.services.print_records import PreflightLine
from qhsign.ui.prints.preflight_list import PreflightList, PreflightModel
from qhsign.ui.shared.empty_state import EmptyState
from qhsign.ui.shared.plain_parts import label
from qhsign.ui.shared.search_field import SearchField
from qhsign.ui.theme import Look

_ALL, _HELD, _NOTED = range(3)
_FEW = 8
_LINES, _SAYING = range(2)


class PreflightPane(QFrame):
    """``opened`` carries the line a person went to."""

    opened = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._lines: Sequence[PreflightLine] = ()
        self._state = "waiting"
        self._title = label("strong")
        self.model = PreflightModel(look, self)
        self.list = PreflightList(look, self.model)
        self.search = SearchField(look, 32)
        self._saying = EmptyState(look, "ring-tick")
        self._pages = QStackedWidget()
        self._pages.addWidget(self.list)
        self._pages.addWidget(self._saying)
        self._kinds = QButtonGroup(self)
        self._kinds.setExclusive(True)
        self._lay_out()
        self._kinds.idClicked.connect(lambda _: self._filter())
        self.search.searched.connect(lambda _: self._filter())
        self.search.left_down.connect(self.focus_list)
        self.list.opened.connect(self.opened)
        self._set_words()

    @property
    def shown(self) -> int:
        """How many lines are shown."""
        return self.model.rowCount()

    @property
    def sentence(self) -> str:
        """What is said in place of the list, "" where there are lines."""
        return self._saying.sentence if self._pages.currentIndex() == _SAYING else ""

    def show_lines(self, lines: Sequence[PreflightLine]) -> None:
        """Show what a check found."""
        self._lines, self._state = lines, "checked"
        self._filter()

    def be_waiting(self) -> None:
        """Say that the check is going on."""
        self._lines, self._state = (), "waiting"
        self._filter()

    def be_needless(self) -> None:
        """Say that this print needs no check."""
        self._lines, self._state = (), "needless"
        self._filter()

    def be_empty(self) -> None:
        """Say that there is nothing to check."""
        self._lines, self._state = (), "empty"
        self._filter()

    def focus_list(self) -> None:
        """Go to the first line."""
        if self.shown:
            self.list.setFocus()
            if not self.list.currentIndex().isValid():
                self.list.setCurrentIndex(self.model.index(0))

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        self._title.setContentsMargins(16, 10, 16, 8)
        kinds = QHBoxLayout()
        kinds.setContentsMargins(16, 0, 16, 8)
        kinds.setSpacing(6)
        for place in (_ALL, _HELD, _NOTED):
            button = QPushButton()
            button.setCheckable(True)
            button.setProperty("kind", "filter")
            self._kinds.addButton(button, place)
            kinds.addWidget(button)
        kinds.addStretch(1)
        self._kinds.button(_ALL).setChecked(True)
        searching = QHBoxLayout()
        searching.setContentsMargins(16, 0, 16, 8)
        searching.addWidget(self.search)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._title)
        column.addLayout(kinds)
        column.addLayout(searching)
        column.addWidget(self._pages, 1)

    def _filter(self) -> None:
        wanted = self.search.text.strip().casefold()
        kind = self._kinds.checkedId()
        lines = [
            line
            for line in self._lines
            if (kind == _ALL or line.refuses is (kind == _HELD))
            and (not wanted or wanted in self._text(line))
        ]
        self.model.show_lines(lines)
        held = sum(line.refuses for line in self._lines)
        words = (
            self.tr("All {count}").format(count=len(self._lines)),
            self.tr("Held {count}").format(count=held),
            self.tr("Notes {count}").format(count=len(self._lines) - held),
        )
        for place, word in enumerate(words):
            self._kinds.button(place).setText(word)
            self._kinds.button(place).setAccessibleName(word)
            self._kinds.button(place).setVisible(bool(self._lines))
        self.search.setVisible(len(self._lines) > _FEW or bool(self.search.text))
        self._say()

    def _text(self, line: PreflightLine) -> str:
        return f"{self.model.head(line)} {self.model.sentence(line)}".casefold()

    def _say(self) -> None:
        sentence = {
            "waiting": self.tr("Checking every page…"),
            "needless": self.tr("Papers need no check: look through the pages."),
            "empty": self.tr("There is nothing to check yet."),
            "checked": self.tr("Nothing is wrong with any page."),
        }[self._state]
        if self._lines:
            sentence = self.tr("Nothing is found with this filter.")
        self._saying.set_words(sentence)
        self._pages.setCurrentIndex(_LINES if self.shown else _SAYING)

    def _set_words(self) -> None:
        self._title.setText(self.tr("Check before printing"))
        self.search.set_words(
            self.tr("Name, number or words"),
            self.tr("Search what was found"),
            self.tr("Empty the search field"),
        )
        self.list.setAccessibleName(self.tr("What the check found"))
        self._filter()
