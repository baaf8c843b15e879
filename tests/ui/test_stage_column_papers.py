"""The plan of the stage printed from its own screen, and turned to another batch."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from qhsign.ui.main_window import MainWindow
from qhsign.ui.stage.stage_column import StageColumn
from qhsign.ui.stage.stage_head import CALLS, MARKS, PLAN
from support.ceremony_windows import OpenWindow, open_ceremony, staged_event
from support.real_windows import RealEvent
from support.stage_plans_shown import names, settled, stage_of


@pytest.fixture
def event(tmp_path: Path) -> RealEvent:
    return staged_event(tmp_path, 12, 6)


@pytest.fixture
def opened(open_window: OpenWindow, qtbot: QtBot) -> Callable[[], tuple[MainWindow, StageColumn]]:
    def open_it() -> tuple[MainWindow, StageColumn]:
        window, page = open_ceremony(open_window, qtbot)
        return window, stage_of(page, qtbot)

    return open_it


def test_printing_tells_what_is_wrong_before_it_prints(
    opened: Callable[[], tuple[MainWindow, StageColumn]],
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    files = {PLAN: "plan.pdf", MARKS: "marks.pdf", CALLS: "calls.docx"}
    kinds = {CALLS: "Word (*.docx)"}
    for what, name in files.items():
        answer = (str(tmp_path / name), kinds.get(what, "PDF (*.pdf)"))
        monkeypatch.setattr(
            QFileDialog, "getSaveFileName", staticmethod(lambda *_, answer=answer: answer)
        )
        if what == PLAN:
            _, column = opened()
        column.ask_print(what)
        if what == PLAN:
            QTest.mouseClick(column.make_line.button, Qt.MouseButton.LeftButton)
            settled(column, qtbot)
            assert column.notice.isVisible()
            assert "还没有签批" in column.notice.sentence
            assert not (tmp_path / name).exists()
            buttons = column.notice.findChildren(QPushButton)
            QTest.mouseClick(buttons[0], Qt.MouseButton.LeftButton)
        settled(column, qtbot)
        assert (tmp_path / name).stat().st_size > 0
        assert f"已存为{name}" in column.notice.sentence
    assert "已印" in column.sill.version.text()


def test_batches_are_switched_and_the_book_follows(
    opened: Callable[[], tuple[MainWindow, StageColumn]], qtbot: QtBot
) -> None:
    _, column = opened()
    segments = column.head.batches.segments
    assert segments is not None
    first = set(names(column).values())
    segments.choose(1)
    settled(column, qtbot)
    assert column._parts.book.batch is not None
    assert column._parts.book.batch.name.endswith("第二批")
    assert set(names(column).values()) & first == set()
