from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qhsign.domain.check_in import Verdict
from qhsign.ui.event_frame import EventFrame
from qhsign.ui.main_window import MainWindow, OpenEvent
from qhsign.ui.providers import WindowProviders
from qhsign.ui.vips.vip_watch import JUST
from support.clipping import SIZES, cut
from support.window_fakes import BEGAN, FakeEvent, scan_result


class _WithLiaisons(FakeEvent):
    """Knows who looks after its guests, and can be written to by another program."""

    def __init__(self) -> None:
        super().__init__(40)
        self.outside = False

    def open(self, path: Path) -> WindowProviders:
        return replace(
            super().open(path), liaisons=self.liaisons, changed_outside=self.changed_outside
        )

    def liaisons(self, ids: Sequence[str]) -> Mapping[str, str]:
        return {each: "韩雪" for each in ids if each == "g3"}

    def changed_outside(self) -> bool:
        told, self.outside = self.outside, False
        return told

    def arrive_elsewhere(self, number: int, at: datetime = BEGAN) -> None:
        scan = f"x{len(self.results['a1'])}"
        row = self.rows[number - 1]
        self.results["a1"].append(scan_result(Verdict.ADMITTED, row, scan, "西门1号台", at=at))
        self.outside = True


@pytest.fixture
def event() -> _WithLiaisons:
    return _WithLiaisons()


@pytest.fixture
def frame(event: FakeEvent, open_window: Callable[[OpenEvent], MainWindow]) -> EventFrame:
    made = open_window(event.open).frame
    assert made is not None
    made.vips._now = lambda: BEGAN + timedelta(minutes=1)
    made.show_page("check-in")
    return made


def settled(frame: EventFrame, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: frame._runner.running == 0)


def look_outside(frame: EventFrame, qtbot: QtBot) -> None:
    settled(frame, qtbot)
    frame._look_outside()
    settled(frame, qtbot)


def names(frame: EventFrame) -> list[str]:
    return [each.guest.full_name for each in frame.vips.news]


def test_a_vip_scanned_here_is_told_with_the_liaison_until_acknowledged(
    frame: EventFrame, qtbot: QtBot
) -> None:
    frame.check_in.field.submit("3")
    settled(frame, qtbot)
    assert names(frame) == ["易卜雷"]
    assert frame.vip_bar.isVisible()
    assert frame.vip_bar._lines[0].text().startswith("易卜雷 · 联络员：韩雪 · 09:00 1号台 · ")
    assert frame.check_in.field.input.hasFocus()
    QTest.keyClick(frame.window(), Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    assert not frame.vip_bar.isVisible()
    frame.book.arrivals_loaded.emit()
    assert names(frame) == []


def test_other_guests_are_no_news(frame: EventFrame, qtbot: QtBot) -> None:
    frame.check_in.field.submit("4")
    frame.check_in.field.submit("not-invited")
    settled(frame, qtbot)
    assert not frame.vip_bar.isVisible()


def test_vips_recorded_by_another_program_are_told_on_every_screen(
    frame: EventFrame, event: _WithLiaisons, qtbot: QtBot
) -> None:
    frame.show_page("guests")
    for minute, number in enumerate((14, 25, 36, 3)):
        event.arrive_elsewhere(number, BEGAN + timedelta(seconds=10 * minute))
    look_outside(frame, qtbot)
    assert len(names(frame)) == 4
    assert names(frame)[0] == "易卜雷", "the newest first"
    assert frame.vip_bar.isVisible()
    assert [line.isVisible() for line in frame.vip_bar._lines] == [True, True, True]
    assert frame.vip_bar._more.text() == "另有1位"
    frame.vip_bar.button.click()
    assert not frame.vip_bar.isVisible()


def test_what_was_long_ago_is_no_news_but_stays_until_acknowledged(
    frame: EventFrame, event: _WithLiaisons, qtbot: QtBot
) -> None:
    event.arrive_elsewhere(3, BEGAN - JUST)
    event.arrive_elsewhere(14)
    look_outside(frame, qtbot)
    assert len(names(frame)) == 1
    frame.vips._now = lambda: BEGAN + timedelta(hours=2)
    frame.book.arrivals_loaded.emit()
    assert len(names(frame)) == 1


def test_an_annulled_arrival_is_taken_back(
    frame: EventFrame, event: _WithLiaisons, qtbot: QtBot
) -> None:
    frame.check_in.field.submit("3")
    settled(frame, qtbot)
    frame.work.annul(event.results["a1"][0], "扫错了人")
    settled(frame, qtbot)
    assert names(frame) == []
    assert not frame.vip_bar.isVisible()


def test_another_activity_begins_without_news(frame: EventFrame, qtbot: QtBot) -> None:
    frame.check_in.field.submit("3")
    settled(frame, qtbot)
    frame._choose_activity("a2")
    settled(frame, qtbot)
    assert names(frame) == []


def test_the_verdict_names_the_liaison(frame: EventFrame, qtbot: QtBot) -> None:
    result = scan_result(Verdict.ADMITTED, frame.book.rows[2])
    assert result.guest is not None
    with_liaison = replace(result, guest=replace(result.guest, liaison="韩雪"))
    body = frame.check_in.verdict._body
    for shown, words in ((with_liaison, "贵宾到场；联络员：韩雪"), (result, "贵宾到场")):
        frame.check_in._answered(shown, "a1")
        assert body._strip._words.text() == words


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_bar_fits(
    frame: EventFrame,
    event: _WithLiaisons,
    qtbot: QtBot,
    size: tuple[int, int],
    language: str,
) -> None:
    window = frame.window()
    assert isinstance(window, MainWindow)
    window._choose_language(language)
    window.resize(*size)
    qtbot.waitUntil(lambda: (window.width(), window.height()) == size)
    for number in (14, 25, 36, 3):
        event.arrive_elsewhere(number)
    look_outside(frame, qtbot)
    for _ in range(2):
        QApplication.processEvents()
    assert cut(window) == []
    assert frame.vip_bar.height() < (50 if size[1] < 600 else 100)
    window._choose_language("zh")
