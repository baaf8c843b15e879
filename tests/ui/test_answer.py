from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from qhsign.background.runner import Runner
from qhsign.domain.problems import ProblemForUser
from qhsign.ui.guests.answer import Answer


def test_a_question_is_asked_once_until_its_answer_grows_old(runner: Runner, qtbot: QtBot) -> None:
    asked: list[str] = []
    arrived: list[int] = []
    owner = QObject()
    answer: Answer[int] = Answer(runner, owner, 0, lambda: arrived.append(answer.value))

    def ask(question: str, value: int) -> None:
        def work() -> int:
            asked.append(question)
            return value

        answer.ask(question, work)

    ask("a", 1)
    ask("a", 1)
    qtbot.waitUntil(lambda: arrived == [1])
    ask("a", 2)
    assert asked == ["a"]
    answer.grow_old()
    ask("a", 2)
    qtbot.waitUntil(lambda: arrived == [1, 2])
    answer.grow_old()
    ask("a", 2)
    qtbot.waitUntil(lambda: runner.running == 0)
    assert arrived == [1, 2], "the same answer is no news"


def test_a_question_missed_meanwhile_can_be_asked_again(runner: Runner, qtbot: QtBot) -> None:
    owner = QObject()
    answer: Answer[int] = Answer(runner, owner, 0, lambda: answer.ask("b", lambda: 5))
    answer.ask("a", lambda: 0)
    answer.ask("b", lambda: 5)
    qtbot.waitUntil(lambda: answer.value == 5)


def test_a_question_that_fails_keeps_what_there_was(runner: Runner, qtbot: QtBot) -> None:
    owner = QObject()
    answer: Answer[int] = Answer(runner, owner, 7, lambda: None)

    def fail() -> int:
        raise ProblemForUser("event-busy", path="e")

    answer.ask("a", fail)
    qtbot.waitUntil(lambda: runner.running == 0)
    assert answer.value == 7
    answer.grow_old()
    answer.ask("a", lambda: 8)
    qtbot.waitUntil(lambda: answer.value == 8)
