"""What a burst of keys keeps of the field they went to."""

import shiboken6
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from qhsign.ui.check_in.key_burst import KeyBurst


def type_into(burst: KeyBurst, line: QLineEdit, text: str) -> None:
    for place, character in enumerate(text):
        burst.follow(line, character, place)
        line.insert(character)


def test_a_field_gets_back_what_it_had(qtbot: QtBot) -> None:
    line, burst = QLineEdit("before"), KeyBurst()
    qtbot.addWidget(line)
    type_into(burst, line, "1234567890")
    assert burst.end(line, 10) == "1234567890"
    burst.give_back()
    assert line.text() == "before"


def test_a_field_that_went_is_let_go(qtbot: QtBot) -> None:
    first, second, burst = QLineEdit(), QLineEdit("second"), KeyBurst()
    qtbot.addWidget(second)
    type_into(burst, first, "12345")
    shiboken6.delete(first)
    burst.give_back()
    type_into(burst, second, "67")
    assert burst.end(second, 2) == "67"
    burst.give_back()
    assert second.text() == "second"
