from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from qhsign.shipped_files import shipped
from qhsign.ui.main_window import MainWindow


def test_no_two_commands_share_an_id_or_a_key_on_one_screen(window: MainWindow) -> None:
    assert window.frame is not None
    commands = window.frame.commands
    assert len({command.id for command in commands}) == len(commands)
    for page in {command.page for command in commands}:
        here = [each for each in commands if each.page in {"", page}]
        keys = [QKeySequence(each.shortcut).toString() for each in here]
        assert all(keys)
        assert len(set(keys)) == len(keys)


def test_every_command_has_a_word_and_an_icon(window: MainWindow) -> None:
    assert window.frame is not None
    for command in window.frame.commands:
        assert command.text != command.words, "not translated"
        assert shipped("resources", "icons", f"{command.icon}.svg")


class Greedy(QLineEdit):
    """A field that wants every key for itself, as text fields on Linux want Ctrl+K and Ctrl+E."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.claimed: list[int] = []

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            self.claimed.append(event.key())
            event.accept()
            return True
        return super().event(event)


def test_a_command_goes_before_what_a_text_field_would_do_with_its_key(
    window: MainWindow, qtbot: QtBot
) -> None:
    assert window.frame is not None
    field = Greedy(window.frame.guests)
    field.show()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    for key in (Qt.Key.Key_O, Qt.Key.Key_A, Qt.Key.Key_W, Qt.Key.Key_B):
        ctrl = Qt.KeyboardModifier.ControlModifier
        QApplication.sendEvent(field, QKeyEvent(QEvent.Type.ShortcutOverride, key, ctrl))
    assert field.claimed == [Qt.Key.Key_A, Qt.Key.Key_B], "what no command wants stays the field's"
