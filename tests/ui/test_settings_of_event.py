"""Categories, zones and published figures in the window, over a real event file."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from qhsign.domain.guest import Category
from qhsign.services import category_looks, declared_figures, events, zones
from qhsign.services.desk import Desk
from qhsign.ui.main_window import MainWindow, OpenEvent
from qhsign.ui.settings.category_section import CategorySection
from qhsign.ui.settings.figure_section import FigureSection
from qhsign.ui.settings.settings_page import SettingsPage
from qhsign.ui.settings.zone_section import ZoneSection
from qhsign.ui.shared.chooser import Chooser
from qhsign.ui.shared.words import category_word
from support.desks import add_guest, fresh_desk
from support.real_windows import RealEvent, opening, settle, write
from support.typing_keys import type_into


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """Another program beside the window, as a command is."""
    with fresh_desk(tmp_path / "e.qhsign") as opened:
        add_guest(opened, "韩秋月")
        yield opened


@pytest.fixture
def event(desk: Desk) -> RealEvent:
    return RealEvent(desk.file.path)


@pytest.fixture
def window(event: RealEvent, open_window: Callable[[OpenEvent], MainWindow]) -> MainWindow:
    return open_window(opening())


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> SettingsPage:
    assert window.frame is not None
    window.frame.show_page("settings")
    settle(window, qtbot)
    return window.frame.settings


def categories_of(page: SettingsPage) -> CategorySection:
    assert page.categories is not None
    page.show_section(3)
    return page.categories


def zones_of(page: SettingsPage) -> ZoneSection:
    assert page.zones is not None
    page.show_section(4)
    return page.zones


def figures_of(page: SettingsPage) -> FigureSection:
    assert page.figures is not None
    page.show_section(5)
    return page.figures


def test_a_category_has_its_new_word_on_every_screen_and_gets_the_old_one_back(
    page: SettingsPage, window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    section = categories_of(page)
    write(section.word, "来宾")
    qtbot.waitUntil(lambda: category_word(Category.GUEST) == "来宾")
    qtbot.waitUntil(lambda: section.choices[Category.GUEST].text() == "来宾")
    assert category_looks.list_looks(desk)[0].word == "来宾"
    section.fields["word"].reset_asked.emit()
    qtbot.waitUntil(lambda: category_word(Category.GUEST) == "嘉宾")
    settle(window, qtbot)
    page.notice._button.click()
    qtbot.waitUntil(lambda: category_word(Category.GUEST) == "来宾")
    window.leave_event()
    assert category_word(Category.GUEST) == "嘉宾", "the next event has its own words"


def test_a_colour_is_chosen_among_those_that_can_be_read(
    page: SettingsPage, window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    section = categories_of(page)
    assert not section.colour.swatches["#2C4590"].isEnabled(), "the delegates have it"
    before = window._look.colour("cat-guest").name()
    section.colour.swatches["#6A2C91"].click()
    qtbot.waitUntil(lambda: window._look.colour("cat-guest").name() != before)
    assert category_looks.list_looks(desk)[0].band == "#6A2C91"
    write(section.colour.typed, "#E05050")
    qtbot.waitUntil(lambda: bool(section.fields["band"].error))
    assert "看不清" in section.fields["band"].error
    assert category_looks.list_looks(desk)[0].band == "#6A2C91"
    window._choose_language("en")
    qtbot.waitUntil(lambda: "cannot be read" in section.fields["band"].error)
    window._choose_language("zh")


def test_zones_of_a_category_are_ticked_and_never_none(
    page: SettingsPage, window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    section = categories_of(page)
    section.zones.boxes["S"].click()
    settle(window, qtbot)
    assert category_looks.list_looks(desk)[0].zones == ("A", "B", "C", "D", "S")
    section.zones.tick(())
    section.zones.changed.emit()
    assert section.fields["zones"].error


def test_what_another_program_changes_is_shown(
    page: SettingsPage, window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    category_looks.set_look(desk, Category.MEDIA, {"word": "记者"})
    assert window.frame is not None
    window.frame._look_outside()
    qtbot.waitUntil(lambda: category_word(Category.MEDIA) == "记者")


def test_a_zone_is_added_changed_taken_away_and_back(
    page: SettingsPage, window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    section = zones_of(page)
    section._choose("V")
    section.remove.click()
    qtbot.waitUntil(lambda: len(zones.list_zones(desk)) == 5)
    section.new_letter.setText("e")
    write(section.new_word, "能源")
    qtbot.waitUntil(lambda: section.zone.value == "E")
    write(section.texts["names"], "光伏馆；风电馆")
    settle(window, qtbot)
    found = {zone.letter: zone for zone in zones.list_zones(desk)}
    assert found["E"].names == ("光伏馆", "风电馆")
    section.remove.click()
    qtbot.waitUntil(lambda: len(zones.list_zones(desk)) == 5)
    settle(window, qtbot)
    page.notice._button.click()
    qtbot.waitUntil(lambda: len(zones.list_zones(desk)) == 6)
    settle(window, qtbot)
    assert {zone.letter: zone for zone in zones.list_zones(desk)} == found
    section.new_letter.setText("A")
    write(section.new_word, "主题")
    assert section.add_field.error


def test_a_figure_is_entered_corrected_and_taken_away(
    page: SettingsPage, window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    section = figures_of(page)
    for key, text in (("subject", "第25届"), ("measure", "嘉宾"), ("value", "很多")):
        section.texts[key].setText(text)
    section.enter.click()
    qtbot.waitUntil(lambda: bool(section.fields["value"].error))
    assert section.texts["subject"].text() == "第25届", "what was written stays"
    section.texts["value"].setText("6096")
    section.enter.click()
    qtbot.waitUntil(lambda: section.model.rowCount() == 1)
    settle(window, qtbot)
    section.qualifier.menu().actions()[1].trigger()
    settle(window, qtbot)
    (figure,) = declared_figures.list_figures(desk)
    assert (figure.value, figure.qualifier) == ("6096", "余")
    section.remove.click()
    qtbot.waitUntil(lambda: section.model.rowCount() == 0)
    settle(window, qtbot)
    page.notice._button.click()
    qtbot.waitUntil(lambda: section.model.rowCount() == 1)
    section.begin_new()
    assert section.texts["subject"].text() == ""
    assert section.enter.isVisible()


def test_settings_are_found_by_their_words_and_gone_to(
    page: SettingsPage, window: MainWindow, qtbot: QtBot
) -> None:
    page.focus_search()
    type_into(page.search.input, "颜色")
    assert page.finder.isVisible()
    texts = [page.finder.list.item(place).text() for place in range(page.finder.list.count())]
    assert any(text.startswith("类别 › 颜色") for text in texts)
    QTest.keyClick(page.search.input, Qt.Key.Key_Return)
    assert page.categories is not None
    qtbot.waitUntil(page.categories.isVisible)
    assert page.search.text == ""
    type_into(page.search.input, "没有这样的设置")
    assert page.finder.nothing.isVisible()
    QTest.keyClick(page.search.input, Qt.Key.Key_Escape)
    assert page.categories.isVisible()


def test_what_is_decided_for_the_stage_is_set_and_refused_in_place(
    page: SettingsPage, window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    section = page.event_section
    assert section is not None
    alarms, gap, even = (
        section.controls[key] for key in ("alarm_minutes", "gap_policy", "even_presidium")
    )
    assert isinstance(alarms, QLineEdit)
    assert isinstance(gap, Chooser)
    assert isinstance(even, Chooser)
    assert (alarms.text(), gap.text(), even.text()) == (
        "30,15,5", "空着，不动别人", "在右：9 7 5 3 1 2 4 6 8 10",
    )  # fmt: skip
    for wrong in ("soon", "0,5", "15,,5", "2000"):
        write(alarms, wrong)
        assert section.rows["alarm_minutes"].error == "请写成30,15,5这样的分钟数，每个小于一天。"
    assert events.facts(desk).alarm_minutes == "30,15,5"
    write(alarms, "5、20，10")
    settle(window, qtbot)
    assert events.facts(desk).alarm_minutes == "20,10,5"
    assert section.rows["alarm_minutes"].error == ""
    gap.chosen.emit("close")
    even.chosen.emit("second-left")
    settle(window, qtbot)
    facts = events.facts(desk)
    assert (facts.gap_policy, facts.even_presidium) == ("close", "second-left")
    assert (gap.text(), even.text()) == ("其余的人递补", "在左：10 8 6 4 2 1 3 5 7 9")
    section.rows["gap_policy"].reset_asked.emit()
    settle(window, qtbot)
    assert events.facts(desk).gap_policy == "keep"
