from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication

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


def test_a_command_goes_before_what_a_text_field_would_do_with_its_key(
    window: MainWindow,
) -> None:
    """Text fields on Linux claim Ctrl+K and Ctrl+E for themselves."""
    frame = window.frame
    assert frame is not None
    field = frame.guests.search.input
    field.setFocus()
    # A field that takes every key for itself stands for the keys of another system.
    taken = []

    class Greedy(QObject):
        def eventFilter(self, _: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's own name
            if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
                taken.append(event.keyCombination())
                event.accept()
            return False

    greedy = Greedy()
    field.installEventFilter(greedy)
    for key in (Qt.Key.Key_O, Qt.Key.Key_A, Qt.Key.Key_W):
        press = QKeyEvent(QEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.ControlModifier)
        press.ignore()
        QApplication.sendEvent(field, press)
    keys = [combination.key() for combination in taken]
    assert keys == [Qt.Key.Key_A], "copying and selecting stay the field's own"
