"""What the desk needs seldom: a button at the end of the row of keys, with a menu."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QMenu, QToolButton

from qhsign.ui.commands.command import Command
from qhsign.ui.theme import Look


@dataclass(frozen=True, slots=True)
class MenuEntry:
    """A command of the menu; ``is_on`` says whether its mark is set, where it is a switch."""

    command: Command
    is_on: Callable[[], bool] | None = None


class MoreMenu(QToolButton):
    """The menu is filled when it opens, so that it always says how things stand."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._entries: Sequence[MenuEntry] = ()
        self.setProperty("kind", "chooser")
        self.setFixedHeight(44)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self._menu = QMenu(self)
        # The button alone is turned round, to have its arrow after the word.
        self._menu.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._menu.aboutToShow.connect(self.fill)
        self.setMenu(self._menu)
        self._set_words()
        self.be_narrow(narrow=False)

    def be_narrow(self, *, narrow: bool) -> None:
        """Show three dots alone where every word counts."""
        style = Qt.ToolButtonStyle
        only = style.ToolButtonIconOnly if narrow else style.ToolButtonTextBesideIcon
        self.setToolButtonStyle(only)
        self._look.put_icon(self, "more" if narrow else "chevron", "text-2", 20 if narrow else 16)
        self.setToolTip(self.text() if narrow else "")

    def offer(self, entries: Sequence[MenuEntry]) -> None:
        """Offer these from now on."""
        self._entries = entries
        self.fill()

    def fill(self) -> None:
        """Read again which entries are set and which may run."""
        self._menu.clear()
        for entry in self._entries:
            action = self._menu.addAction(f"{entry.command.text}\t{entry.command.shortcut}")
            action.setEnabled(entry.command.enabled_when())
            if entry.is_on is not None:
                action.setCheckable(True)
                action.setChecked(entry.is_on())
            action.triggered.connect(lambda _=False, command=entry.command: command.run())

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
            self.fill()
        super().changeEvent(event)

    def _set_words(self) -> None:
        self.setText(self.tr("More"))
        self.setAccessibleName(self.tr("More of this desk"))
