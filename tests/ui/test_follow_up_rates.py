"""履约情况: the rates on the screen, what they are made of, targets, and words for no rate."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from qhsign.domain.follow_up import TargetMeasure
from qhsign.services import rates
from qhsign.ui.follow_up.follow_up_commands import RATES
from qhsign.ui.follow_up.follow_up_part import FollowUpPart
from qhsign.ui.follow_up.painted_chart import PaintedChart, wrapped
from qhsign.ui.follow_up.rates_view import RatesView
from qhsign.ui.main_window import MainWindow, OpenEvent
from qhsign.ui.theme import Look
from support.follow_ups import (
    TITLES,
    desk_at,
    followed_event,
    open_follow_up,
    plain_event,
    told,
)
from support.real_windows import RealEvent, settle, write

Opened = tuple[MainWindow, FollowUpPart, RatesView]


@pytest.fixture
def event(tmp_path: Path) -> RealEvent:
    return followed_event(tmp_path / "e.qhsign")


@pytest.fixture
def opened(open_window: Callable[[OpenEvent], MainWindow], qtbot: QtBot) -> Opened:
    window, part = open_follow_up(open_window, qtbot)
    part.show_view(RATES)
    settle(window, qtbot)
    return window, part, part.rates


def said(chart: PaintedChart) -> str:
    assert chart.painting is not None
    assert chart.accessibleDescription() == chart.painting.said
    return chart.painting.said


def test_each_rate_stands_with_what_it_is_made_of_and_its_definition(opened: Opened) -> None:
    _, _, view = opened
    lines = said(view.whole.chart).splitlines()
    assert lines[0].startswith("落实率: 40.00% 2 / 5. 落实率＝")
    assert lines[1].startswith("履约率: 80.00% 4 / 5. 履约率＝")
    # 3.25 of the 1 + 2 + 3 + 4 亿元 of signed contracts.
    assert lines[2].startswith("资金到位率: 32.50% 3.25亿元 / 10亿元. 资金到位率＝")
    assert lines[3].startswith("完成率: 未设目标. 完成率＝")


def test_groups_follow_the_switch(opened: Opened) -> None:
    _, _, view = opened
    assert "重点项目 (2个项目，签约2个): 落实率 100.00% 2 / 2" in said(view.groups.chart)
    assert "不在清单上 (3个项目" in said(view.groups.chart)
    view.by.choose(2)
    by_region = said(view.groups.chart)
    assert "海西州 (2个项目，签约2个)" in by_region
    assert "玉树州 (1个项目，签约1个): 落实率 0.00% 0 / 1; 履约率 0.00% 0 / 1" in by_region
    assert "未填 (1个项目，签约1个)" in by_region
    assert "资金到位率 尚无签约额" in by_region, "a denominator of zero is said in words"


def test_contracts_without_an_amount_are_named(opened: Opened) -> None:
    _, _, view = opened
    assert view._out.isVisibleTo(view)
    assert TITLES[4] in view.left_out.text()
    assert "没有金额" in view.left_out.text()
    assert view.whole.kept is not None
    assert "1项没有金额" in view.whole.kept.note, "a picture that leaves the program says so, too"


def test_targets_are_set_with_their_gap_and_undone(
    opened: Opened, event: RealEvent, qtbot: QtBot
) -> None:
    window, part, view = opened
    view.targets.click()
    assert view.form.isVisibleTo(view)
    fields = view.form.fields
    fields[TargetMeasure.CONTRACTS].setText("8")
    write(fields[TargetMeasure.FUNDS], "很多")
    settle(window, qtbot)
    assert view.form.error.isVisibleTo(view)
    assert fields[TargetMeasure.CONTRACTS].text() == "8", "nothing typed is lost"
    write(fields[TargetMeasure.FUNDS], "2亿元")
    settle(window, qtbot)
    assert not view.form.isVisibleTo(view)
    completion = said(view.whole.chart).splitlines()[3]
    assert "签约项目 62.50% 5 / 8 −3" in completion
    assert "到位资金 162.50% 3.25亿元 / 2亿元 +1.25亿元" in completion
    assert "全部" in told(part)
    part._parts.bar.take_back()
    settle(window, qtbot)
    with desk_at(event.path) as desk:
        assert not rates.rates(desk).whole.targets


def test_a_target_of_a_region(opened: Opened, event: RealEvent, qtbot: QtBot) -> None:
    window, _, view = opened
    view.by.choose(2)
    view.open_targets()
    view.form.of.choose("海西州")
    write(view.form.fields[TargetMeasure.IMPLEMENTED], "4")
    settle(window, qtbot)
    assert "落实项目 50.00% 2 / 4 −2" in said(view.groups.chart)
    with desk_at(event.path) as desk:
        region = {row.name: row for row in rates.rates(desk).groups[2].rows}["海西州"]
    assert region.targets == {TargetMeasure.IMPLEMENTED: 4}
    view.open_targets()
    QTest.keyClick(view.form, Qt.Key.Key_Escape)
    assert not view.form.isVisibleTo(view)


def test_the_table_is_copied_and_the_picture_kept(
    opened: Opened, tmp_path: Path, qtbot: QtBot
) -> None:
    window, part, view = opened
    view.copy.click()
    head, whole, *rest = QGuiApplication.clipboard().text().split("\n")
    assert head.split("\t")[:3] == ["范围", "项目", "签约"]
    assert whole.split("\t")[:5] == ["全部", "5", "5", "2", "40.00%"]
    assert len(rest) == 2
    out = tmp_path / "率.png"
    part.keep_picture(out)
    settle(window, qtbot)
    picture = QImage(str(out))
    assert picture.width() == 2400
    colours = {
        picture.pixelColor(x, y).name()
        for x in range(0, picture.width(), 12)
        for y in range(0, picture.height(), 12)
    }
    assert len(colours) > 2, "something is painted"
    part.keep_picture(tmp_path / "nowhere" / "x.png")
    settle(window, qtbot)
    assert "nowhere" in told(part)


class TestBeforeAnythingIsSigned:
    @pytest.fixture
    def event(self, tmp_path: Path) -> RealEvent:
        return plain_event(tmp_path / "e.qhsign")

    def test_no_rate_is_said_in_words_with_the_next_step(self, opened: Opened) -> None:
        _, _, view = opened
        lines = said(view.whole.chart).splitlines()
        assert lines[0].startswith("落实率: 尚无签约项目.")
        assert lines[1].startswith("履约率: 尚无签约项目.")
        assert lines[2].startswith("资金到位率: 尚无签约额.")
        assert view.whole.kept is not None
        assert "签约" in view.whole.kept.note
        assert not view._out.isVisibleTo(view)


def test_sentences_wrap_without_a_lost_or_leading_mark(look: Look) -> None:
    words = "履约率＝（签约项目数－其中终止的）÷签约项目数；终止前情况不明的，按签约后终止计。"
    for width in range(60, 400, 17):
        lines = wrapped(look, words, width)
        assert "".join(lines) == words
        assert not any(line[0] in "；，。）" for line in lines)
    assert " ".join(wrapped(look, "two measures of one unit", 80)) == "two measures of one unit"
