"""The manual: whole in both languages, true about keys, and never in the way of a scan."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qhsign import launch
from qhsign.preferences.desk_preferences import DeskPreferences
from qhsign.shipped_files import shipped
from qhsign.ui.main_window import MainWindow, OpenEvent
from qhsign.ui.manual.manual import Manual
from qhsign.ui.manual.manual_pages import found, manual_pages, picture
from qhsign.wording import Language
from support.clipping import SIZES, cut
from support.desks import make_desk
from support.window_fakes import FakeEvent

_PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)]+)\)")
_LINK = re.compile(r"(?<!!)\[[^\]]+\]\(([\w-]+)\.md\)")
_KEY = re.compile(r"`((?:Ctrl|Alt)\+[^`]+|F\d+)`")
_OF_A_FIELD = {"Ctrl+V", "Ctrl+A", "Ctrl+Enter"}
"""Keys of text fields, tables and the import, which are no commands."""


@pytest.fixture
def manual(window: MainWindow) -> Manual:
    assert window.frame is not None
    return window.frame.manual


@pytest.mark.parametrize("language", Language)
def test_every_page_is_there_with_its_pictures_and_links(language: Language) -> None:
    pages = manual_pages(language)
    ids = {page.id for page in pages}
    for page in pages:
        assert len(page.text) > 200, page.id
        for words, name in _PICTURE.findall(page.text):
            assert words, "a screen reader reads the words of a picture"
            assert name.endswith(f"-{language}.png")
            assert picture(name).is_file()
        assert set(_LINK.findall(page.text)) <= ids


def test_both_languages_tell_the_same() -> None:
    chinese, english = (manual_pages(language) for language in (Language.CHINESE, Language.ENGLISH))
    for zh, en in zip(chinese, english, strict=True):
        assert zh.id == en.id
        assert zh.text.count("\n## ") == en.text.count("\n## "), zh.id
        assert set(_KEY.findall(zh.text)) <= set(_KEY.findall(en.text)) | {"Alt+←", "Alt+→"}, zh.id


def test_no_picture_is_left_over() -> None:
    shown = {
        name
        for language in Language
        for page in manual_pages(language)
        for _, name in _PICTURE.findall(page.text)
    }
    there = {path.name for path in shipped("resources", "help", "pictures").glob("*.png")}
    assert there == shown


def test_every_screen_has_its_page(window: MainWindow) -> None:
    assert window.frame is not None
    pages = set(json.loads(shipped("resources", "help", "pages.json").read_text("utf-8")))
    assert {place.id for place in window.frame.screens.places} <= pages


def test_f1_opens_the_page_of_the_screen_in_front(window: MainWindow) -> None:
    frame = window.frame
    assert frame is not None
    frame.show_page("check-in")
    QTest.keyClick(window, Qt.Key.Key_F1)
    assert frame.manual.isVisible()
    assert frame.manual.page == "check-in"
    assert frame.manual.text.hasFocus()
    QTest.keyClick(frame.manual, Qt.Key.Key_Escape)
    assert not frame.manual.isVisible()


def test_the_search_keeps_the_pages_that_have_the_words(manual: Manual) -> None:
    manual.open_at("start")
    manual.search.input.setText("主管放行")
    titles = [manual.list.item(row).text() for row in range(manual.list.count())]
    assert "签到" in titles
    assert len(titles) < len(manual_pages(Language.CHINESE))
    assert manual.page != "start" or "start" in titles
    assert manual.text.extraSelections()
    manual.search.input.setText("没有哪一页会写着这些")
    assert manual.list.count() == 0
    assert manual._none.isVisible()
    manual.search.input.clear()
    assert manual.list.count() == len(manual_pages(Language.CHINESE))


def test_a_link_goes_to_its_page(manual: Manual) -> None:
    manual.open_at("start")
    manual.text.page_asked.emit("guests")
    assert manual.page == "guests"
    assert manual.list.currentItem().text() == "嘉宾"


def test_an_unknown_page_opens_the_first(manual: Manual) -> None:
    manual.open_at("no such page")
    assert manual.page == "start"


def test_it_changes_language_where_it_stands(window: MainWindow, manual: Manual) -> None:
    manual.open_at("print")
    window._choose_language(Language.ENGLISH)
    QApplication.processEvents()
    assert manual.page == "print"
    assert manual.list.currentItem().text() == "Print"
    window._choose_language(Language.CHINESE)
    QApplication.processEvents()
    assert manual.list.currentItem().text() == "打印"


def test_a_scan_goes_past_the_manual(window: MainWindow, event: FakeEvent, qtbot: QtBot) -> None:
    frame = window.frame
    assert frame is not None
    frame.show_page("check-in")
    frame.show_manual()
    QTest.keyClick(frame.manual.text, Qt.Key.Key_3)
    QTest.keyClick(frame.check_in.field.input, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.runner.running == 0)
    assert not frame.manual.isVisible(), "somebody went on working"
    assert sum(map(len, event.results.values())) == 1


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("language", Language)
def test_nothing_is_cut_off(
    window: MainWindow, manual: Manual, size: tuple[int, int], language: Language
) -> None:
    window._choose_language(language)
    window.resize(*size)
    QApplication.processEvents()
    for page in manual_pages(language):
        manual.open_at(page.id)
        QApplication.processEvents()
        assert cut(manual) == []
        wide = manual.text.document().size().width()
        assert wide <= manual.text.viewport().width(), page.id
    window._choose_language(Language.CHINESE)


def test_words_are_looked_for_in_any_order() -> None:
    page = next(each for each in manual_pages(Language.ENGLISH) if each.id == "check-in")
    assert found(page, "REHEARSAL kiosk")
    assert not found(page, "rehearsal xylophone")


def test_every_key_the_manual_names_is_a_command(
    open_window: Callable[[OpenEvent], MainWindow], event: FakeEvent, tmp_path: Path
) -> None:
    event.path = tmp_path / "e.qhsign"
    make_desk(event.path).file.close()
    window = open_window(launch.EventOpener(DeskPreferences(), None))
    assert window.frame is not None
    keys = {command.shortcut for command in window.frame.commands} | _OF_A_FIELD
    arrows = {"Alt+←": "Alt+Left", "Alt+→": "Alt+Right"}
    arrows |= {f"{keys}+↑": f"{keys}+Up" for keys in ("Alt", "Ctrl+Alt")}
    arrows |= {f"{keys}+↓": f"{keys}+Down" for keys in ("Alt", "Ctrl+Alt")}
    for language in Language:
        for page in manual_pages(language):
            named = {arrows.get(key, key) for key in _KEY.findall(page.text)}
            assert named <= keys, (language, page.id)
