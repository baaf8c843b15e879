"""Binds the command table to the keyboard, each command on the screen it belongs to."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from qhsign.ui.commands.command import Command

_EDITING = (
    QKeySequence.StandardKey.SelectAll,
    QKeySequence.StandardKey.Copy,
    QKeySequence.StandardKey.Cut,
    QKeySequence.StandardKey.Paste,
    QKeySequence.StandardKey.Undo,
    QKeySequence.StandardKey.Redo,
)


class KeyBindings(QObject):
    """Keeps one QAction for each command and lets it work only where it may.

    On Linux a text field takes Ctrl+E, Ctrl+K, Ctrl+U and others for moving and deleting, as
    Emacs does, before any shortcut sees them: where a command may run, it goes first.
    """

    def __init__(
        self, window: QWidget, commands: Sequence[Command], page: Callable[[], str]
    ) -> None:
        super().__init__(window)
        self._page = page
        self._window = window
        self._actions: list[tuple[Command, QAction]] = []
        for command in commands:
            action = QAction(self)
            action.setShortcut(QKeySequence(command.shortcut))
            action.triggered.connect(lambda _=False, command=command: self._run(command))
            window.addAction(action)
            self._actions.append((command, action))
        self.refresh()
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep text fields from claiming a key that a command is waiting for."""
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        if not isinstance(watched, QWidget) or watched.window() is not self._window.window():
            return False
        if any(event.matches(key) for key in _EDITING):
            return False
        pressed = QKeySequence(event.keyCombination())
        return any(
            action.isEnabled() and action.shortcut() == pressed for _, action in self._actions
        )

    def refresh(self) -> None:
        """Ask every command again whether it may run."""
        page = self._page()
        for command, action in self._actions:
            action.setEnabled(command.page in {"", page} and command.enabled_when())

    def _run(self, command: Command) -> None:
        if command.enabled_when():
            command.run()
