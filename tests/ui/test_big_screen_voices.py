"""The languages of the hall: what is read in each, with nothing cut, and where it is chosen."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from qhsign.domain.ceremony import Screen
from qhsign.preferences.desk_preferences import DeskPreferences
from qhsign.services.big_screen import BigScreen, ScreenParty, ScreenRow
from qhsign.ui.big_screen.big_screen_view import BigScreenView
from qhsign.ui.big_screen.hall_pen import LEAST, HallPen
from qhsign.ui.big_screen.hall_screen import HallScreen
from qhsign.ui.big_screen.hall_words import HallVoice
from qhsign.ui.big_screen.signing_picture import pages_of
from qhsign.ui.console.console_page import ConsolePage
from qhsign.ui.main_window import MainWindow, OpenEvent
from qhsign.ui.theme import Look
from support.ceremony_windows import open_ceremony, staged_event
from support.real_windows import RealEvent, settle

LONG = "Demonstration Base for Integrated Solar Thermal, Photovoltaic and Storage Power " * 3
HAIXI = ScreenParty(
    "甲", True, "海西州人民政府", "王晓静", "副州长",
    "People's Government of Haixi Prefecture", "WANG Xiaojing", "Deputy Prefect",
)  # fmt: skip
HENGYUE = ScreenParty("乙", False, "浙江衡越新能源有限公司", "沈江", "董事长")
ROW = ScreenRow(
    1, "海西光热储一体化基地", [HAIXI, HENGYUE], "86亿元", "project",
    "Haixi Solar Base", "CNY 8.6 billion",
)  # fmt: skip
SIGNING = BigScreen(
    Screen.SIGNING, "第25届中国·青海绿色发展投资贸易洽谈会", "开放合作·绿色发展", "西宁",
    "青海国际会展中心", "重点项目现场签约", "第一批", [ROW], "86亿元",
    expected=6096, arrived=4123, contracts=104, signed=6,
    event_en="The 25th Fair", place_en="Qinghai Convention Centre, Xining", batch_en="Batch 1",
    total_en="CNY 8.6 billion",
)  # fmt: skip


@pytest.fixture
def view(look: Look, qtbot: QtBot) -> BigScreenView:
    made = BigScreenView(look)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, float, float, float]]:
    """What was painted since it was cleared: words, size, and how far they lie from the edges."""
    found: list[tuple[str, float, float, float]] = []
    text = HallPen.text

    def noted(
        pen: HallPen,
        x: float,
        middle: float,
        words: str,
        size: float,
        *more: object,
        **named: object,
    ) -> float:
        wide = text(pen, x, middle, words, size, *more, **named)  # type: ignore[arg-type] # as given
        left = x - wide if named.get("right") else x
        found.append((words, size, left, pen.width - left - wide))
        return wide

    monkeypatch.setattr(HallPen, "text", noted)
    return found


def said(view: BigScreenView, written: list[tuple[str, float, float, float]]) -> str:
    written.clear()
    view.grab()
    return "|".join(words for words, *_ in written)


def test_the_hall_reads_chinese_alone_unless_chosen_otherwise(
    view: BigScreenView, written: list[tuple[str, float, float, float]]
) -> None:
    view.show_screen(SIGNING)
    words = said(view, written)
    assert "海西州人民政府" in words
    assert not any(english in words for english in ("Haixi", "Batch", "CNY", "WANG", "Project"))


def test_in_english_what_has_no_english_name_stays_chinese(
    view: BigScreenView, written: list[tuple[str, float, float, float]]
) -> None:
    view.speak(HallVoice.ENGLISH)
    view.show_screen(SIGNING)
    words = said(view, written)
    for each in (
        "The 25th Fair", "重点项目现场签约　Batch 1", "1 contract, total", "Project", "Party A",
        "Party B", "Haixi Solar Base", "WANG Xiaojing", "Deputy Prefect", "浙江衡越新能源有限公司",
        "沈江", "董事长", "CNY", "8.6", "billion", "Qinghai Convention Centre, Xining",
    ):  # fmt: skip
        assert each in words
    for each in ("海西", "王晓静", "亿元", "第一批", "甲方"):
        assert each not in words


def test_in_both_the_english_stands_beside_the_chinese(
    view: BigScreenView, written: list[tuple[str, float, float, float]]
) -> None:
    view.speak(HallVoice.BOTH)
    view.show_screen(SIGNING)
    words = said(view, written)
    for each in (
        "项目　Project", "甲方　Party A", "海西光热储一体化基地", "Haixi Solar Base", "王晓静",
        "副州长", "WANG Xiaojing, Deputy Prefect", "亿元", "CNY 8.6 billion", "沈江",
    ):  # fmt: skip
        assert each in words


def test_english_names_take_pages_of_fewer_contracts() -> None:
    rows = [replace(ROW, number=number) for number in range(1, 7)]

    def lengths(rows: Sequence[ScreenRow], voice: HallVoice) -> list[int]:
        return [len(page) for page in pages_of(rows, voice)]

    assert [lengths(rows, voice) for voice in HallVoice] == [[6], [3, 3], [3, 3]]
    bare = [replace(row, title_en="", parties=[HENGYUE]) for row in rows]
    assert [lengths(bare, voice) for voice in HallVoice] == [[6], [6], [6]]


@pytest.mark.parametrize("size", [(1920, 1080), (1024, 768), (480, 270)], ids=str)
@pytest.mark.parametrize("voice", [HallVoice.BOTH, HallVoice.ENGLISH])
def test_nothing_is_written_beyond_the_margins_or_too_small(
    view: BigScreenView,
    written: list[tuple[str, float, float, float]],
    size: tuple[int, int],
    voice: HallVoice,
) -> None:
    view.resize(*size)
    view.speak(voice)
    strained = replace(
        HAIXI, organization_en=LONG, signatory_en="Nurmuhammad Abduqadir-Rahmanov", title_en=LONG
    )
    rows = [
        replace(ROW, number=7, title_en=LONG, parties=[strained, replace(strained, is_host=False)]),
        replace(ROW, amount="", parties=[strained] * 5),
        replace(ROW, parties=[replace(strained, signatory="", signatory_en="")]),
        replace(ROW, amount_en="over SAR 123,456.7891 billion"),
    ]
    for screen in Screen:
        for shown in (SIGNING, replace(SIGNING, rows=rows * 2, event_en=LONG, place_en=LONG)):
            view.show_screen(replace(shown, screen=screen))
            for _ in range(view.pages):
                written.clear()
                view.grab()
                assert written
                for words, drawn, left, right in written:
                    assert drawn >= LEAST, words
                    assert left > 60, words
                    assert right > 60, words
                view.turn()


def test_what_is_kept_and_unknown_is_chinese(look: Look, qtbot: QtBot, tmp_path: Path) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    kept = DeskPreferences(tmp_path / "desk.json")
    hall = HallScreen(look, kept, owner)
    assert hall.voice is HallVoice.CHINESE
    hall.speak(HallVoice.BOTH)
    again = DeskPreferences(tmp_path / "desk.json")
    assert HallScreen(look, again, owner).voice is HallVoice.BOTH
    again.change(big_screen_language="tlh")
    assert HallScreen(look, again, owner).voice is HallVoice.CHINESE


@pytest.fixture
def event(tmp_path: Path) -> RealEvent:
    return staged_event(tmp_path, contracts=4, size=2)


@pytest.fixture
def window(
    event: RealEvent, open_window: Callable[[OpenEvent], MainWindow], qtbot: QtBot
) -> MainWindow:
    window, screen = open_ceremony(open_window, qtbot)
    screen.console.button.click()
    settle(window, qtbot)
    return window


@pytest.fixture
def page(window: MainWindow) -> ConsolePage:
    found = window.findChild(ConsolePage)
    assert found is not None
    return found


def read_in(page: ConsolePage) -> HallVoice:
    return page.hall.view._voice


def test_it_is_chosen_at_the_console(page: ConsolePage) -> None:
    card = page.screen_card
    card._fill_menu()
    choices = {each.text(): each for each in card._menu.actions()}
    assert choices["中文"].isChecked()
    choices["English"].trigger()
    assert read_in(page) is HallVoice.ENGLISH
    card._fill_menu()
    assert {each.text(): each for each in card._menu.actions()}["English"].isChecked()


def test_the_settings_are_followed_at_once_and_taken_back(
    window: MainWindow, page: ConsolePage, qtbot: QtBot
) -> None:
    frame = window.frame
    assert frame is not None
    frame.show_page("settings")
    settle(window, qtbot)
    chooser = frame.settings.desk.hall
    assert chooser.value == "zh"
    chooser.choose("both")
    chooser.chosen.emit("both")
    assert read_in(page) is HallVoice.BOTH
    frame.settings.notice._button.click()
    assert read_in(page) is HallVoice.CHINESE
    assert chooser.value == "zh"
