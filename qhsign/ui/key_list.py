"""The list of keys: every command of the table, by screen, over the pages until Esc."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from qhsign.ui.commands.command import Command
from qhsign.ui.commands.table import show_command
from qhsign.ui.shared.cover import Cover
from qhsign.ui.shared.plain_parts import label
from qhsign.ui.theme import Look

_COLUMN_PX = 330
_SIDE_PX, _BETWEEN_PX, _KEY_PX, _KEY_GAP_PX, _SCROLL_BAR_PX = 24, 32, 112, 12, 16


class KeyList(Cover):
    """Covers the frame; the commands of the screen it was asked from come first."""

    def __init__(self, look: Look, commands: Sequence[Command], parent: QWidget) -> None:
        super().__init__(parent, "key-list")
        self._commands = commands
        self._page = ""
        self._groups: list[QWidget] = []
        self._title, self._hint = label("page-title"), label("second")
        self.close_button = QToolButton()
        self.close_button.setProperty("kind", "bar")
        look.put_icon(self.close_button, "close", "text-2", 20)
        self.close_button.clicked.connect(self.hide)
        head = QHBoxLayout()
        head.setContentsMargins(24, 8, 16, 8)
        for each in (self._title, self._hint):
            head.addWidget(each)
        head.addStretch(1)
        head.addWidget(self.close_button)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(_SIDE_PX, 8, _SIDE_PX, 24)
        self._grid.setHorizontalSpacing(_BETWEEN_PX)
        self._grid.setVerticalSpacing(24)
        inside = QWidget()
        inside.setLayout(self._grid)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(head)
        column.addWidget(scroll, 1)
        self._set_words()

    def turn_over(self, page: str) -> None:
        """Open over ``page``, or close."""
        if self.isVisible():
            self.hide()
            return
        self._page = page
        self.lay_over()

    def be_placed(self) -> None:
        """Cover the frame, in as many columns as there is room for."""
        super().be_placed()
        if self.isVisible():
            self._fill()

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
            self.be_placed()
        super().changeEvent(event)

    def _fill(self) -> None:
        for group in self._groups:
            self._grid.removeWidget(group)
            group.hide()
            group.deleteLater()
        self._groups = []
        pages = list(dict.fromkeys(command.page for command in self._commands))
        pages.sort(key=lambda page: (page != self._page, page == ""))
        columns = max(1, min(self.width() // _COLUMN_PX, 3))
        column = (
            self.width() - 2 * _SIDE_PX - (columns - 1) * _BETWEEN_PX - _SCROLL_BAR_PX
        ) // columns
        filled = [0] * columns
        stacks = [QVBoxLayout() for _ in range(columns)]
        for page in pages:
            commands = [command for command in self._commands if command.page == page]
            place = filled.index(min(filled))
            filled[place] += len(commands) + 2
            group = self._group(self._name(page), commands, column - _KEY_PX - _KEY_GAP_PX)
            self._groups.append(group)
            stacks[place].addWidget(group)
        for place, stack in enumerate(stacks):
            holder = QWidget()
            stack.setContentsMargins(0, 0, 0, 0)
            stack.setSpacing(20)
            stack.addStretch(1)
            holder.setLayout(stack)
            self._groups.append(holder)
            self._grid.addWidget(holder, 0, place)

    def _group(self, name: str, commands: Sequence[Command], width: int) -> QWidget:
        """Return a screen's commands, their words ``width`` pixels wide."""
        group = QWidget(self)
        grid = QGridLayout(group)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(_KEY_GAP_PX)
        grid.setVerticalSpacing(6)
        heading = label("strong")
        heading.setParent(group)
        heading.setText(name)
        _fix_height(heading, width)
        grid.addWidget(heading, 0, 0, 1, 2)
        for row, command in enumerate(commands, start=1):
            key, words = label("key"), label()
            key.setParent(group)
            words.setParent(group)
            key.setText(command.shortcut)
            key.setAlignment(Qt.AlignmentFlag.AlignCenter)
            words.setText(command.text)
            words.setWordWrap(True)
            _fix_height(words, width)
            _fix_height(key, _KEY_PX)
            grid.addWidget(key, row, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(words, row, 1)
        grid.setColumnMinimumWidth(0, _KEY_PX)
        grid.setColumnStretch(1, 1)
        group.setFixedHeight(grid.minimumSize().height())
        return group

    def _name(self, page: str) -> str:
        wanted = show_command(page)
        found = next((command.text for command in self._commands if command.id == wanted), "")
        return found or self.tr("Everywhere")

    def _set_words(self) -> None:
        self._title.setText(self.tr("Keys"))
        self._hint.setText(self.tr("Esc closes this list"))
        self.close_button.setToolTip(self.tr("Close"))
        self.close_button.setAccessibleName(self.tr("Close the list of keys"))
        self.setAccessibleName(self.tr("Keys"))


def _fix_height(words: QLabel, width: int) -> None:
    """Give words the height they take at ``width`` pixels, in the type they are shown in.

    A scroll area gives wrapped words the height of one line unless they ask for more.
    """
    words.ensurePolished()
    wanted = words.heightForWidth(width) if words.wordWrap() else words.sizeHint().height()
    words.setFixedHeight(wanted)
    policy = words.sizePolicy()
    policy.setHeightForWidth(False)
    words.setSizePolicy(policy)
