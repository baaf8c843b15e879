"""Garbage waits for the window's thread."""

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from qhsign.ui import garbage_rounds
from qhsign.ui.garbage_rounds import GarbageRounds


@pytest.fixture(autouse=True)
def as_in_the_program(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let nothing be left out yet, as when the program starts."""
    monkeypatch.setattr(garbage_rounds, "gc", gc)
    gc.unfreeze()
    yield
    gc.collect()
    gc.freeze()


class Ring:
    """Refers to itself: only a look for garbage finds it."""

    def __init__(self) -> None:
        self.itself = self


def dropped(many: int) -> "weakref.ref[Ring]":
    """Make and drop so many rings on a thread of their own; return one of them."""
    kept: list[weakref.ref[Ring]] = []

    def work() -> None:
        kept.extend(weakref.ref(Ring()) for _ in range(many))

    worker = threading.Thread(target=work)
    worker.start()
    worker.join()
    return kept[0]


def delete(rounds: GarbageRounds) -> None:
    rounds.deleteLater()
    QCoreApplication.sendPostedEvents(rounds, QEvent.Type.DeferredDelete)


def test_garbage_of_a_worker_waits_for_the_window(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(garbage_rounds, "_EVERY_MS", 5)
    rounds = GarbageRounds()
    try:
        qtbot.waitUntil(lambda: gc.get_freeze_count() > 0)
        one = dropped(60_000)
        assert one() is not None, "Python itself would have looked"
        qtbot.waitUntil(lambda: one() is None)
    finally:
        delete(rounds)


def test_what_was_there_at_first_is_left_alone_until_an_event_is_left(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(garbage_rounds, "_EVERY_MS", 5)
    rounds = GarbageRounds()
    try:
        one = dropped(60_000)
        qtbot.waitUntil(lambda: gc.get_freeze_count() > 0)
        later = dropped(60_000)
        qtbot.waitUntil(lambda: later() is None)
        assert one() is not None
        garbage_rounds.look_at_all()
        dropped(60_000)
        gc.collect()
        assert one() is None
    finally:
        delete(rounds)


def test_python_looks_again_once_the_window_is_gone() -> None:
    rounds = GarbageRounds()
    assert not gc.isenabled()
    delete(rounds)
    assert gc.isenabled()
    assert gc.get_freeze_count() == 0
    gc.disable()
