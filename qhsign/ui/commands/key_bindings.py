"""Binds the command table to the keyboard, each command on the screen it belongs to."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from qhsign.ui.commands.command import Command
from qhsign.ui.shared.windows import is_in_window_of

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
        self._locked = False
        self._actions: list[tuple[Command, QAction]] = []
        for command in commands:
            action = QAction(self)
            action.setShortcut(QKeySequence(command.shortcut))
            action.triggered.connect(lambda _=False, command=command: self._run(command))
            window.addAction(action)
            self._actions.append((command, action))
        self.refresh()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._watch)

    def _watch(self, before: QWidget | None, now: QWidget | None) -> None:
        """Look at the keys of the field that has the cursor, and of no other."""
        if before is not None:
            before.removeEventFilter(self)
        if now is not None and is_in_window_of(now, self._window):
            now.installEventFilter(self)

    def eventFilter(self, _: QObject, event: QEvent) -> bool:
        """Keep a text field from claiming a key that a command is waiting for."""
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        if any(event.matches(key) for key in _EDITING):
            return False
        pressed = QKeySequence(event.keyCombination())
        return any(
            action.isEnabled() and action.shortcut() == pressed for _, action in self._actions
        )

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
