"""The strips of the column: its heading with what can be made, what is ticked, the search."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
)

from qhsign.ui.ceremony.ask_line import AskLine
from qhsign.ui.ceremony.menu_button import MenuButton
from qhsign.ui.shared.plain_parts import ElidedLabel, label
from qhsign.ui.shared.search_field import SearchField
from qhsign.ui.theme import Look

HEAD_PX, FOOT_PX = 40, 44


class ColumnHead(QFrame):
    """The heading over the slates, with a menu; the menu is filled by who owns the column."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("pane-head")
        self.setFixedHeight(HEAD_PX)
        self._title, self._hint = label("strong"), ElidedLabel("caption")
        self.button = QToolButton()
        self.button.setProperty("kind", "bare")
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        look.put_icon(self.button, "more", "text-2", 18)
        self.menu = QMenu(self.button)
        self.button.setMenu(self.menu)
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 0, 10, 0)
        line.setSpacing(8)
        line.addWidget(self._title)
        line.addStretch(1)
        line.addWidget(self._hint)
        line.addWidget(self.button)
        self._set_words()

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _set_words(self) -> None:
        self._title.setText(self.tr("Slates"))
        self._hint.setText(self.tr("Do not add them up"))
        self.button.setAccessibleName(self.tr("Slates and batches"))
        self.button.setToolTip(self.tr("New slate, new batch, proposal of batches"))


class ColumnFoot(QFrame):
    """The field that searches the contracts."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("list-footer")
        self.setFixedHeight(FOOT_PX)
        self.search = SearchField(look, 32)
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 0, 12, 0)
        line.addWidget(self.search)
        self._set_words()

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _set_words(self) -> None:
        self.search.set_words(
            self.tr("Search contracts"),
            self.tr("Search contracts by number, title, party, signatory or pinyin"),
            self.tr("Show all contracts"),
        )


class TickBar(QFrame):
    """What can be done with the ticked contracts; a name or a reason is asked in place."""

    cleared = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("bulk-bar")
        self._count = 0
        self.question = AskLine(look)
        self._words = ElidedLabel("strong")
        self.act, self._clear = MenuButton(look), QToolButton()
        self._clear.setProperty("kind", "bare")
        look.put_icon(self._clear, "close", "text-2", 16)
        self._clear.clicked.connect(self.cleared)
        self.menu = QMenu(self.act)
        self.act.setMenu(self.menu)
        self.act.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self._words, 1)
        line.addWidget(self.act)
        line.addWidget(self._clear)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 6, 10, 6)
        column.setSpacing(4)
        column.addLayout(line)
        column.addWidget(self.question)
        self.hide()
        self._set_words()

    def show_count(self, count: int) -> None:
        """Show how many are ticked; nothing where none is."""
        self._count = count
        self.setVisible(count > 0)
        if not count:
            self.question.put_away()
        self._set_words()

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _set_words(self) -> None:
        self._words.setText(self.tr("{count} ticked").format(count=self._count))
        self.act.set_words(self.tr("Handle"))
        self._clear.setToolTip(self.tr("Take the ticks away"))
        self._clear.setAccessibleName(self.tr("Take the ticks away"))
