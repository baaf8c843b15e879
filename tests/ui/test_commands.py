from PySide6.QtGui import QKeySequence

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
