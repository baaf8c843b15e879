"""Binds the command table to the keyboard, each command on the screen it belongs to."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from qhsign.ui.commands.command import Command


class KeyBindings(QObject):
    """Keeps one QAction for each command and lets it work only where it may."""

    def __init__(
        self, window: QWidget, commands: Sequence[Command], page: Callable[[], str]
    ) -> None:
        super().__init__(window)
        self._page = page
        self._locked = False
        self._actions: list[tuple[Command, QAction]] = []
        for command in commands:
            action = QAction(self)
            action.setShortcut(QKeySequence(command.shortcut))
            action.triggered.connect(lambda _=False, command=command: self._run(command))
            window.addAction(action)
            self._actions.append((command, action))
        self.refresh()

    def be_locked(self, *, locked: bool) -> None:
        """Let no key do anything, or let them work again."""
        self._locked = locked
        self.refresh()

    def refresh(self) -> None:
        """Ask every command again whether it may run."""
        page = self._page()
        for command, action in self._actions:
            works = not self._locked and command.page in {"", page}
            action.setEnabled(works and command.enabled_when())

    def _run(self, command: Command) -> None:
        if command.enabled_when():
            command.run()
