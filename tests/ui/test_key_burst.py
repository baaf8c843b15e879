"""What a burst of keys keeps of the field they went to."""

import shiboken6
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from qhsign.ui.check_in import key_burst
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


def at(burst: KeyBurst, line: QLineEdit, text: str, moment: int) -> None:
    """Type a text at one moment, in milliseconds."""
    for character in text:
        burst.follow(line, character, moment)
        line.insert(character)


def two_lines(qtbot: QtBot) -> tuple[QLineEdit, QLineEdit]:
    lines = QLineEdit("first"), QLineEdit("second")
    for line in lines:
        qtbot.addWidget(line)
    return lines


def test_a_burst_goes_on_in_another_field_inside_the_rhythm(qtbot: QtBot) -> None:
    (first, second), burst = two_lines(qtbot), KeyBurst()
    at(burst, first, "12345", 1000)
    at(burst, second, "67890", 1000 + key_burst._GAP_MS)
    assert burst.end(second, 1005 + key_burst._GAP_MS) == "1234567890"
    assert burst.was_spread
    burst.give_back()
    assert (first.text(), second.text()) == ("first", "second")


def test_a_burst_that_comes_back_gives_back_what_was_there_first(qtbot: QtBot) -> None:
    (first, second), burst = two_lines(qtbot), KeyBurst()
    at(burst, first, "123", 1000)
    at(burst, second, "456", 1005)
    at(burst, first, "789", 1010)
    assert burst.end(first, 1015) == "123456789"
    burst.give_back()
    assert (first.text(), second.text()) == ("first", "second")


def test_another_field_after_a_pause_is_another_burst(qtbot: QtBot) -> None:
    (first, second), burst = two_lines(qtbot), KeyBurst()
    at(burst, first, "12345", 1000)
    at(burst, second, "67890", 1001 + key_burst._GAP_MS)
    assert burst.end(second, 1005 + key_burst._GAP_MS) == "67890"
    assert not burst.was_spread
    burst.give_back()
    assert (first.text(), second.text()) == ("first12345", "second")


def test_what_was_forgotten_does_not_go_on_elsewhere(qtbot: QtBot) -> None:
    (first, second), burst = two_lines(qtbot), KeyBurst()
    at(burst, first, "12345", 1000)
    burst.forget()
    at(burst, second, "67890", 1005)
    assert burst.end(second, 1010) == "67890"


def test_a_field_that_holds_something_else_by_now_is_left_alone(qtbot: QtBot) -> None:
    (first, second), burst = two_lines(qtbot), KeyBurst()
    at(burst, first, "12345", 1000)
    at(burst, second, "67890", 1005)
    first.setText("")
    assert burst.end(second, 1010) == "1234567890"
    burst.give_back()
    assert (first.text(), second.text()) == ("", "second")


def test_a_field_that_goes_in_the_middle_of_a_burst_is_let_go(qtbot: QtBot) -> None:
    first, second, burst = QLineEdit("first"), QLineEdit("second"), KeyBurst()
    qtbot.addWidget(second)
    at(burst, first, "12345", 1000)
    shiboken6.delete(first)
    at(burst, second, "67890", 1005)
    assert burst.end(second, 1010) == "1234567890"
    burst.give_back()
    assert second.text() == "second"
    at(burst, second, "12", 2000)
    shiboken6.delete(second)
    burst.give_back()
