from collections.abc import Iterator
from functools import partial
from threading import Event, current_thread, main_thread

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from qhsign.background.operation import Changed, Operation, Pool
from qhsign.background.progress import CancelledError, Progress, Step
from qhsign.background.runner import Runner
from qhsign.domain.problems import ProblemForUser


@pytest.fixture
def runner(qtbot: QtBot) -> Iterator[Runner]:
    made = Runner()
    yield made
    made.close()


def test_work_runs_on_a_worker_and_its_answer_arrives_on_the_window_thread(
    runner: Runner, qtbot: QtBot
) -> None:
    seen: list[object] = []

    def work() -> str:
        seen.append(current_thread() is main_thread())
        return "answer"

    def done(answer: str) -> None:
        seen.extend((answer, current_thread() is main_thread()))

    with qtbot.waitSignal(runner.idle):
        runner.start(Operation(work, done, runner))
    assert seen == [False, "answer", True]


def test_database_work_keeps_the_order_it_was_asked_in(runner: Runner, qtbot: QtBot) -> None:
    answers: list[int] = []
    with qtbot.waitSignal(runner.idle):
        for number in range(200):
            runner.start(Operation(partial(int, number), answers.append, runner))
    assert answers == list(range(200))


def test_files_do_not_wait_for_the_database(runner: Runner, qtbot: QtBot) -> None:
    gate, order = Event(), list[str]()
    runner.start(Operation(lambda: gate.wait(5), lambda _: order.append("data"), runner))

    def written(_: None) -> None:
        order.append("files")
        gate.set()

    with qtbot.waitSignal(runner.idle):
        runner.start(Operation(lambda: None, written, runner, pool=Pool.FILES))
    assert order == ["files", "data"]


def test_a_problem_goes_to_whoever_asked_else_to_the_window(runner: Runner, qtbot: QtBot) -> None:
    def work() -> None:
        raise ProblemForUser("event-missing", path="x")

    problems: list[ProblemForUser] = []
    with qtbot.waitSignal(runner.idle):
        runner.start(Operation(work, lambda _: None, runner, problems.append))
    assert problems[0].code == "event-missing"
    with qtbot.waitSignal(runner.problem) as told:
        runner.start(Operation(work, lambda _: None, runner))
    assert told.args is not None
    assert told.args[0].parameters == {"path": "x"}


def test_a_bug_is_told_as_a_crash_and_the_next_work_still_runs(
    runner: Runner, qtbot: QtBot
) -> None:
    def bug() -> None:
        raise ZeroDivisionError

    with qtbot.waitSignal(runner.crashed) as told:
        runner.start(Operation(bug, lambda _: None, runner))
    assert told.args is not None
    assert isinstance(told.args[0], ZeroDivisionError)
    with qtbot.waitSignal(runner.idle):
        runner.start(Operation(lambda: 1, lambda _: None, runner))


def test_what_changed_is_broadcast_after_the_answer(runner: Runner, qtbot: QtBot) -> None:
    changes = frozenset({Changed.GUESTS})
    with qtbot.waitSignal(runner.changed) as told:
        runner.start(Operation(lambda: None, lambda _: None, runner, changes=changes))
    assert told.args == [changes]


def test_an_answer_for_a_closed_screen_is_dropped(runner: Runner, qtbot: QtBot) -> None:
    gate, answers = Event(), list[bool]()
    screen = QObject()
    runner.start(Operation(lambda: gate.wait(5), answers.append, screen))
    screen.deleteLater()
    screen.destroyed.connect(gate.set)
    with qtbot.waitSignal(runner.idle):
        pass
    assert answers == []


def test_cancelled_work_stops_at_its_next_report_and_says_nothing(
    runner: Runner, qtbot: QtBot
) -> None:
    progress, started = Progress(), Event()
    answers: list[object] = []

    def work() -> None:
        started.set()
        while True:
            progress(1, 2)

    with qtbot.waitSignal(runner.idle):
        runner.start(Operation(work, answers.append, runner, answers.append, progress=progress))
        started.wait(5)
        progress.cancel()
    assert answers == []


def test_closing_waits_for_what_runs_and_takes_no_more(qtbot: QtBot) -> None:
    runner, written = Runner(), list[int]()
    runner.start(Operation(lambda: written.append(1), lambda _: None, runner))
    runner.close()
    runner.start(Operation(lambda: written.append(2), lambda _: None, runner))
    assert 2 not in written
    runner.close()


def test_progress_guesses_the_time_left() -> None:
    progress = Progress()
    steps = [progress.step]
    progress(0, 4)
    assert [*steps, progress.step] == [None, Step(0, 4, None)]
    progress(4, 4)
    assert progress.step == Step(4, 4, 0.0)
    progress.cancel()
    with pytest.raises(CancelledError):
        progress(4, 4)
