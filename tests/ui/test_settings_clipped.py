"""Every section of the settings in a low window, in both languages and a stretched one."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qhsign.domain.guest import Category
from qhsign.domain.roles import Role
from qhsign.services import category_looks, declared_figures, operators
from qhsign.services.desk import Desk
from qhsign.ui.main_window import MainWindow, OpenEvent
from qhsign.wording import Language
from support.clipping import StretchedWords, cut
from support.desks import add_guest, fresh_desk
from support.real_windows import RealEvent, opening, settle

LONG_NAME = "努尔买买提江·阿卜杜热合曼"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with fresh_desk(tmp_path / "e.qhsign") as opened:
        add_guest(opened, LONG_NAME)
        category_looks.set_look(opened, Category.GUEST, {"word": "特邀国际合作伙伴代表嘉宾"})
        declared_figures.add_figure(
            opened,
            {"subject": "很长的" * 12, "measure": "签约额" * 9, "value": "1", "unit": "亿元"},
        )
        operators.add_operator(opened, LONG_NAME, Role.ADMINISTRATOR)
        yield opened


@pytest.fixture
def event(desk: Desk) -> RealEvent:
    return RealEvent(desk.file.path)


@pytest.fixture
def window(event: RealEvent, open_window: Callable[[OpenEvent], MainWindow]) -> MainWindow:
    made = open_window(opening(LONG_NAME))
    made.resize(911, 512)
    return made


@pytest.fixture(params=["zh", "en", "stretched"])
def speaking(
    request: pytest.FixtureRequest, window: MainWindow, qapp: QApplication
) -> Iterator[MainWindow]:
    if request.param != "stretched":
        window._choose_language(request.param)
        yield window
        window._choose_language(Language.CHINESE)
        return
    words = StretchedWords()
    window._set_language(Language.ENGLISH)
    qapp.installTranslator(words)
    yield window
    qapp.removeTranslator(words)
    window._set_language(Language.CHINESE)


def test_no_word_of_the_settings_is_cut_off(speaking: MainWindow, qtbot: QtBot) -> None:
    window, frame = speaking, speaking.frame
    assert frame is not None
    frame.show_page("settings")
    settle(window, qtbot)
    page = frame.settings
    for place in range(len(page._places)):
        page.show_section(place)
        QApplication.processEvents()
        assert cut(window) == [], page._places[place].name
    page.search.input.setText("a")
    QApplication.processEvents()
    assert cut(window) == []
    page.search.input.clear()
    operators_of = page.operators
    assert operators_of is not None
    page.show_section(6)
    operators_of.new_name_row.show_error("很长的一句话。" * 12)
    operators_of.lock("很长的一句话。" * 12)
    QApplication.processEvents()
    assert cut(window) == []
    shift = frame.top_bar._shift
    assert shift is not None
    shift.open()
    shift.panel._error.setText("很长的一句话。" * 6)
    shift.panel._error.show()
    shift.panel.adjustSize()
    QApplication.processEvents()
    assert cut(shift.panel) == []
    shift.panel.close()
