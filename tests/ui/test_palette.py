import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qhsign.domain.name_reading import Reading
from qhsign.services.contract_records import ContractRow
from qhsign.services.guest_records import GuestRow
from qhsign.ui.event_frame import EventFrame
from qhsign.ui.main_window import MainWindow
from qhsign.ui.palette.findings import GuestSearch, Kind, Recent, Where, findable, look_for
from qhsign.ui.palette.palette import Palette
from qhsign.ui.palette.palette_lines import Heading, Line, PaletteModel, lines_of
from support.frame_fakes import FrameEvent
from support.typing_keys import type_into
from support.window_fakes import guest_row


@pytest.fixture
def event() -> FrameEvent:
    return FrameEvent()


def frame_of(window: MainWindow) -> EventFrame:
    assert window.frame is not None
    return window.frame


def palette_of(window: MainWindow) -> Palette:
    palette = frame_of(window).palette_list
    assert palette is not None
    return palette


def press(window: MainWindow, key: Qt.Key) -> None:
    QTest.keyClick(window.windowHandle(), key)


@pytest.fixture
def palette(window: MainWindow, qtbot: QtBot) -> Palette:
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    made = palette_of(window)
    assert made.isVisible()
    qtbot.waitUntil(lambda: window.runner.running == 0)
    return made


def write(window: MainWindow, text: str) -> None:
    field = frame_of(window).top_bar.palette_field.search.input
    assert field.hasFocus()
    field.clear()
    type_into(field, text)


def titles(palette: Palette) -> list[str]:
    return [each.title for each in palette.model.lines if isinstance(each, Line)]


def headings(palette: Palette) -> list[str]:
    return [each.text for each in palette.model.lines if isinstance(each, Heading)]


def test_the_model_keeps_its_promises(qapp: QApplication) -> None:
    model = PaletteModel()
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    tester = QAbstractItemModelTester(model, fatal)
    found = look_for(
        "zhl", Where(GuestSearch([guest_row(number) for number in range(30)])), Recent()
    )
    model.show_lines(lines_of(found, "zhl"))
    model.show_lines(())
    assert tester.model() is model


def test_enter_goes_to_the_guest(window: MainWindow, palette: Palette) -> None:
    frame = frame_of(window)
    frame.guests.search.input.setText("nobody of this name")
    frame.show_page("check-in")
    frame.top_bar.palette_field.open()
    write(window, "zhl")
    assert titles(palette)[0] == "张弘靓"
    press(window, Qt.Key.Key_Down)
    target = palette.model.target(palette.list.currentIndex().row())
    assert isinstance(target, GuestRow)
    press(window, Qt.Key.Key_Return)
    assert frame.page == "guests"
    assert frame.guests.panel.work.guest == target.id
    assert frame.guests.search.text == "", "a filter that hid the guest is taken away"
    assert not palette.isVisible()
    assert frame.guests.table.hasFocus()


@pytest.mark.parametrize("query", ["欧阳", "oyw", "00004", "710004"])
def test_guests_are_found_by_name_initials_number_and_phone(
    window: MainWindow, palette: Palette, query: str
) -> None:
    write(window, query)
    assert "欧阳文" in titles(palette)


def test_names_that_begin_so_come_before_others() -> None:
    rows = [
        guest_row(1, full_name="李周", reading="lǐ zhōu", search_text="\x01lizhou\n\x01zhou"),
        guest_row(2, full_name="周敏", reading="zhōu mǐn", search_text="\x01zhoumin"),
    ]
    found = look_for("zh", Where(GuestSearch(rows)), Recent())
    assert [row.full_name for row in found.guests] == ["周敏", "李周"]


def test_recent_ones_come_first_and_stand_there_without_a_query() -> None:
    rows = [guest_row(number) for number in range(1, 40)]
    recent = Recent()
    recent.note(Kind.GUEST, "g27")
    assert [row.id for row in look_for("", Where(GuestSearch(rows)), recent).guests] == ["g27"]
    assert look_for("fyn", Where(GuestSearch(rows)), recent).guests[0].id == "g27"


@pytest.mark.parametrize("query", ["签到", "qd", "qiandao", "check-in"])
def test_commands_are_found_in_both_languages_and_by_initials(
    window: MainWindow, palette: Palette, query: str
) -> None:
    write(window, query)
    assert "命令" in headings(palette)
    assert "签到" in titles(palette)


def test_a_command_of_another_screen_goes_there_and_runs(
    window: MainWindow, palette: Palette
) -> None:
    write(window, "没带证件")
    press(window, Qt.Key.Key_Return)
    frame = frame_of(window)
    assert frame.page == "check-in"
    assert frame.check_in.side.search.input.hasFocus()


def test_a_contract_shows_who_signs_and_leads_to_them(
    window: MainWindow, event: FrameEvent, palette: Palette
) -> None:
    write(window, "青海湖")
    assert isinstance(palette.model.target(1), ContractRow)
    press(window, Qt.Key.Key_Return)
    assert palette.isVisible()
    assert headings(palette) == ["0001　青海湖算力中心"]
    assert "19亿元" in titles(palette)[0]
    assert titles(palette)[1:] == [event.rows[0].full_name, event.rows[2].full_name]
    press(window, Qt.Key.Key_Escape)
    assert headings(palette) == ["签约项目"], "Esc goes back to what was found"
    press(window, Qt.Key.Key_Return)
    press(window, Qt.Key.Key_Down)
    press(window, Qt.Key.Key_Return)
    assert frame_of(window).guests.panel.work.guest == event.rows[2].id


def test_a_party_without_a_guest_leads_nowhere(window: MainWindow, palette: Palette) -> None:
    write(window, "0002")
    palette._go(next(row for row in range(9) if isinstance(palette.model.target(row), ContractRow)))
    assert titles(palette)[1] == "签约人未定"
    press(window, Qt.Key.Key_Return)
    assert palette.isVisible()


def test_nothing_found_says_so(window: MainWindow, palette: Palette) -> None:
    write(window, "qqqqq")
    assert not palette.list.isVisible()
    assert "qqqqq" in palette._nothing.text()


def test_esc_gives_the_cursor_back(window: MainWindow, palette: Palette) -> None:
    write(window, "z")
    press(window, Qt.Key.Key_Escape)
    assert not palette.isVisible()
    assert frame_of(window).guests.search.input.hasFocus()
    assert frame_of(window).top_bar.palette_field.search.text == ""


def test_a_click_goes_too_and_elsewhere_closes(
    window: MainWindow, palette: Palette, qtbot: QtBot
) -> None:
    write(window, "欧阳")
    place = palette.list.visualRect(palette.model.index(1)).center()
    QTest.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    panel = frame_of(window).guests.panel
    qtbot.waitUntil(lambda: panel.details is not None and panel.details.full_name == "欧阳文")
    frame_of(window).top_bar.palette_field.open()
    assert palette.isVisible()
    frame_of(window).guests.search.input.setFocus()
    assert not palette.isVisible()


def test_a_narrow_window_has_a_button(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(911, 512)
    field = frame_of(window).top_bar.palette_field
    qtbot.waitUntil(field.button.isVisible)
    assert not field.search.isVisible()
    field.button.click()
    assert palette_of(window).isVisible()
    assert field.search.isVisible()
    box = palette_of(window).geometry()
    assert frame_of(window).rect().contains(box)
    press(window, Qt.Key.Key_Escape)
    assert field.button.isVisible()


def test_the_list_speaks_the_language_and_draws(
    window: MainWindow, palette: Palette, qtbot: QtBot
) -> None:
    write(window, "l")
    for theme in ("dark", "contrast-dark", "light"):
        frame_of(window).settings.theme_chosen.emit(theme)
        assert not palette.grab(palette.rect()).isNull()
    window._choose_language("en")
    qtbot.waitUntil(lambda: headings(palette)[0] == "Guests")
    window._choose_language("zh")
    assert frame_of(window).childAt(palette.pos() + QPoint(20, 20)) is not None


def test_a_screen_reader_hears_the_current_line(window: MainWindow, palette: Palette) -> None:
    write(window, "欧阳")
    field = frame_of(window).top_bar.palette_field.search.input
    assert field.accessibleDescription().startswith("欧阳文")


def test_a_hundred_thousand_guests_are_searched_to_the_last(window: MainWindow) -> None:
    rows = [guest_row(number) for number in range(1, 200)] * 503
    rows.append(guest_row(200, full_name="周末", search_text="\x02999999\x02"))
    found = look_for("999999", Where(GuestSearch(rows)), Recent())
    assert [row.full_name for row in found.guests] == ["周末"]


def test_a_word_nobody_can_read_is_found_as_written(window: MainWindow) -> None:
    commands = frame_of(window).commands[:1]
    made = findable(commands, ["䶮"], [Reading(("䶮",))])
    assert look_for("䶮", Where(commands=made), Recent()).commands == list(commands)


def test_a_letter_more_and_a_letter_less_find_the_same_as_at_once() -> None:
    rows = [guest_row(number) for number in range(1, 60)]
    search = GuestSearch(rows)
    for query in ("z", "zh", "zhl", "zh", "zhl 张", "张", "zh 000", "0004", "00040", "li g", ""):
        assert list(search.find(query)) == list(GuestSearch(rows).find(query)), query
