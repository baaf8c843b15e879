"""历届: the published figures on the screen, entered, corrected, and as a picture."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from qhsign.domain.editions import Figure
from qhsign.services import editions
from qhsign.ui.follow_up.edition_words import value_word
from qhsign.ui.follow_up.editions_view import CHARTS, TABLE, EditionsView
from qhsign.ui.follow_up.follow_up_commands import EDITIONS
from qhsign.ui.follow_up.follow_up_part import FollowUpPart
from qhsign.ui.main_window import MainWindow, OpenEvent
from qhsign.wording import Language
from support.follow_ups import desk_at, followed_event, open_follow_up, plain_event, told
from support.real_windows import RealEvent, settle, write

Opened = tuple[MainWindow, FollowUpPart, EditionsView]


@pytest.fixture
def event(tmp_path: Path) -> RealEvent:
    made = followed_event(tmp_path / "e.qhsign")
    with desk_at(made.path) as desk:
        editions.take_published(desk)
    return made


@pytest.fixture
def opened(open_window: Callable[[OpenEvent], MainWindow], qtbot: QtBot) -> Opened:
    window, part = open_follow_up(open_window, qtbot)
    part.show_view(EDITIONS)
    settle(window, qtbot)
    return window, part, part.editions


def charts(view: EditionsView) -> dict[str, str]:
    """Return what each chart says, by its title; a screen reader is told the same."""
    for card in view.cards:
        assert card.chart.painting is not None
        assert card.chart.accessibleDescription() == card.chart.painting.said
    return {chart.title: chart.painting.said for chart in view.charts}


def figures(event: RealEvent) -> list[Figure]:
    with desk_at(event.path) as desk:
        return list(editions.list_editions(desk).figures)


def test_the_published_figures_are_on_the_screen(opened: Opened) -> None:
    _, _, view = opened
    said = charts(view)
    assert "第24届 225个 +55.2%" in said["签约项目"]
    assert "第24届 3470亿元 +232.1%" in said["签约额"]
    assert said["截至第24届 落实率 74.79%"] == "签约项目 6109个; 落实项目 4569个; 74.79%"
    assert said["第23届 海西州 签约项目"] == "52个: 市州专场 42个, 省级集中 2个, 会后签约 8个"
    assert "307.89亿元: 市州专场 231.48亿元" in said["第23届 海西州 签约额"]
    assert "截至第25届 超6200个" in said["签约项目（历届累计）"]
    assert "截至第25届 超8400亿元" in said["到位资金（历届累计）"]
    assert said["第23届：集中签约与全部签约"] == "签约项目 145个; 集中签约项目 14个"


def test_what_is_on_file_stands_beside_what_was_published(opened: Opened) -> None:
    _, _, view = opened
    assert "第25届 104个 −53.8% 本库 5个" in charts(view)["签约项目"]


def test_two_measures_in_one_picture_say_so(opened: Opened) -> None:
    _, _, view = opened
    notes = {chart.title: chart.note for chart in view.charts}
    for title in ("截至第24届 落实率 74.79%", "第23届：集中签约与全部签约"):
        assert "两项指标" in notes[title]
    assert "“超”数，不是确数" in notes["到位资金（历届累计）"]
    assert notes["第23届 海西州 签约项目"] == "52 = 42 + 2 + 8"
    assert "第24届公布为+55%" in notes["签约项目"], "what was published of it stands beside it"
    assert not view.doubts.isVisibleTo(view)


def test_every_figure_has_its_source_in_the_table(opened: Opened, event: RealEvent) -> None:
    _, _, view = opened
    view.show_shape(TABLE)
    rows = view.table.figures.table.rows
    assert len(rows) == len(figures(event))
    assert all(row[3] == "第25届青洽会公开报道" for row in rows)
    assert ["截至第25届", "签约项目", "", "第25届青洽会公开报道", "超6200个"] in rows
    view.copy.click()
    assert "超6200个" in QGuiApplication.clipboard().text()


def test_a_figure_is_corrected_and_the_disagreement_told(
    opened: Opened, event: RealEvent, qtbot: QtBot
) -> None:
    window, part, view = opened
    view.show_shape(TABLE)
    place = next(
        at
        for at, one in enumerate(figures(event))
        if (one.part, one.measure) == ("省级集中", "签约项目")
    )
    view.table.setCurrentIndex(view.table.figures.index(place, 0))
    view.table.setFocus()
    QTest.keyClick(view.table, Qt.Key.Key_Return)
    page = view.page
    assert page.is_open
    assert not page.fields["edition"].isEnabled(), "what tells figures apart stays"
    write(page.fields["value"], "很多")
    settle(window, qtbot)
    assert page.notice.isVisibleTo(view)
    write(page.fields["value"], "3")
    settle(window, qtbot)
    assert page.isHidden()
    assert "3个" in told(part)
    assert "相差" in view.doubts.text(), "figures are pointed out where they disagree, not forced"
    view.show_shape(CHARTS)
    assert "省级集中 3个" in charts(view)["第23届 海西州 签约项目"]
    part._parts.bar.take_back()
    settle(window, qtbot)
    assert figures(event)[place].value == Decimal(2)
    assert not view.doubts.isVisibleTo(view)


def test_a_new_figure_is_entered_and_taken_away_again(
    opened: Opened, event: RealEvent, qtbot: QtBot
) -> None:
    window, _, view = opened
    before = len(figures(event))
    view.enter.click()
    page = view.page
    for name, text in (("edition", "22"), ("measure", "签约项目"), ("unit", "个")):
        page.fields[name].setText(text)
    page.save.click()
    assert page.notice.isVisibleTo(view), "without a figure nothing is saved, and nothing removed"
    page.qualifier.choose("余")
    page.fields["source"].setText("年鉴")
    write(page.fields["value"], "130")
    settle(window, qtbot)
    assert "第22届 130余个" in charts(view)["签约项目"]
    assert len(figures(event)) == before + 1
    view.page.open_for(next(one for one in figures(event) if one.of.edition == 22))
    view.page.remove.click()
    settle(window, qtbot)
    assert len(figures(event)) == before
    view.enter.click()
    QTest.keyClick(view.page, Qt.Key.Key_Escape)
    assert not view.page.is_open


def test_the_picture_has_every_chart(opened: Opened, tmp_path: Path, qtbot: QtBot) -> None:
    window, part, view = opened
    out = tmp_path / "历届.png"
    part.keep_picture(out)
    settle(window, qtbot)
    picture = QImage(str(out))
    assert picture.width() == 2400
    assert picture.height() > 300 * len(view.charts) / 2
    assert "历届.png" in told(part)


class TestBeforeAnythingIsSigned:
    @pytest.fixture
    def event(self, tmp_path: Path) -> RealEvent:
        made = plain_event(tmp_path / "e.qhsign")
        with desk_at(made.path) as desk:
            editions.take_published(desk)
        return made

    def test_nothing_on_file_is_no_column(self, opened: Opened) -> None:
        _, _, view = opened
        assert charts(view)["签约项目"].endswith("第25届 104个 −53.8%")
        notes = {chart.title: chart.note for chart in view.charts}
        assert "虚线" not in notes["签约项目"]
        assert "来源：第25届青洽会公开报道" in notes["签约项目"]


class TestWithoutFigures:
    @pytest.fixture
    def event(self, tmp_path: Path) -> RealEvent:
        return followed_event(tmp_path / "e.qhsign")

    def test_the_published_ones_are_one_press_away_and_undone(
        self, opened: Opened, event: RealEvent, qtbot: QtBot
    ) -> None:
        window, part, view = opened
        assert view.empty.isVisibleTo(view)
        assert not view.save.isVisibleTo(view)
        view.empty.acted.emit()
        settle(window, qtbot)
        assert "第24届 225个 +55.2%" in charts(view)["签约项目"]
        part._parts.bar.take_back()
        settle(window, qtbot)
        assert figures(event) == []
        assert view.empty.isVisibleTo(view)


@pytest.mark.parametrize(
    ("value", "unit", "qualifier", "chinese", "english"),
    [
        ("6200", "个", "超", "超6200个", "over 6,200"),
        ("1000", "家", "余", "1000余家", "over 1,000 家"),
        ("3470", "亿元", "整", "3470亿元", "CNY 347 billion"),
        ("3000", "万元", "近", "近3000万元", "nearly CNY 30 million"),
        ("113.6", "%", "约", "约113.6%", "about 113.6%"),
    ],
)
def test_values_keep_their_qualifier_in_both_languages(
    value: str, unit: str, qualifier: str, chinese: str, english: str
) -> None:
    figure = Decimal(value)
    assert value_word(figure, unit, qualifier, Language.CHINESE) == chinese
    assert value_word(figure, unit, qualifier, Language.ENGLISH) == english
