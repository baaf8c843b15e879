"""The big screen: what the hall reads at every size, what it keeps, and where it is shown."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QSizeF, Qt
from PySide6.QtGui import QFontMetricsF, QGuiApplication, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from qhsign.background.operation import Changed
from qhsign.domain.ceremony import Screen
from qhsign.preferences.desk_preferences import DeskPreferences
from qhsign.services import check_ins, console
from qhsign.services.big_screen import BigScreen, ScreenParty, ScreenRow
from qhsign.services.desk import Desk
from qhsign.store.event_file import EventFile
from qhsign.ui.big_screen.big_screen_view import BigScreenView
from qhsign.ui.big_screen.hall_pen import GROUND, LEAST, HallPen
from qhsign.ui.big_screen.hall_screen import WINDOW, HallScreen
from qhsign.ui.big_screen.signing_picture import pages_of
from qhsign.ui.console.console_page import ConsolePage
from qhsign.ui.main_window import MainWindow, OpenEvent
from qhsign.ui.theme import Look
from support.ceremony_windows import open_ceremony, staged_event
from support.real_windows import RealEvent, settle
from support.stages import ACTIVITY, id_of

HALLS = [(1920, 1080), (1366, 768), (3840, 2160), (1024, 768), (480, 270)]
LONG = (
    "青海省海西蒙古族藏族自治州柴达木盆地百万千瓦级光热光伏储能一体化"
    "及配套电网侧调峰示范基地建设项目"
)


def party(side: str, organization: str, name: str = "王晓静", title: str = "副州长") -> ScreenParty:
    return ScreenParty(side, side == "甲", organization, name, title)


def row(number: int = 1, title: str = "海西光热储一体化基地", amount: str = "86亿元") -> ScreenRow:
    parties = [
        party("甲", "海西州人民政府"),
        party("乙", "浙江衡越新能源有限公司", "沈江", "董事长"),
    ]
    return ScreenRow(number, title, parties, amount, "project" if amount else "framework")


def signing(rows: Sequence[ScreenRow], total: str = "263.1亿元") -> BigScreen:
    return BigScreen(
        Screen.SIGNING, "第25届中国·青海绿色发展投资贸易洽谈会", "开放合作·绿色发展", "西宁",
        "青海国际会展中心", "重点项目现场签约", "第一批", rows, total,
    )  # fmt: skip


def screens() -> Iterator[BigScreen]:
    """Give every kind of picture, with what strains it."""
    for rows in (
        [row()],
        [row(place) for place in range(1, 7)],
        [row(place, LONG * 2, "") for place in range(1, 9)],
        [row(place) for place in range(1, 30)],
        [replace(row(), parties=[])],
        [
            replace(
                row(),
                parties=[
                    party(side, LONG, "努尔买买提江·阿卜杜热合曼", LONG) for side in "甲乙丙丁戊"
                ],
            )
        ],
        [replace(row(), amount="123,456,789.12万沙特里亚尔")],
    ):
        yield signing(rows)
        yield signing(rows, "")
    plain = signing([])
    for screen in (Screen.WELCOME, Screen.THANKS, Screen.ARRIVALS, Screen.STATISTICS):
        yield replace(plain, screen=screen)
        yield replace(
            plain, screen=screen, event=LONG * 2, slate=LONG, venue=LONG, theme=LONG,
            expected=6096, arrived=4123, contracts=104, signed=6,
        )  # fmt: skip


@pytest.fixture
def view(look: Look, qtbot: QtBot) -> BigScreenView:
    made = BigScreenView(look)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def hall(look: Look, qtbot: QtBot, tmp_path: Path) -> HallScreen:
    owner = QWidget()
    qtbot.addWidget(owner)
    owner.show()
    return HallScreen(look, DeskPreferences(tmp_path / "desk.json"), owner)


@pytest.mark.parametrize("size", HALLS, ids=lambda size: f"{size[0]}x{size[1]}")
def test_nothing_is_written_beyond_the_margins_or_too_small(
    look: Look, view: BigScreenView, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[tuple[str, float, float, float, float]] = []
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
        wide = text(pen, x, middle, words, size, *more, **named)  # type: ignore[arg-type]
        left = x - wide if named.get("right") else x
        written.append((words, size, left, left + wide, pen.width))
        return wide

    monkeypatch.setattr(HallPen, "text", noted)
    view.resize(*size)
    for shown in screens():
        view.show_screen(shown)
        for page in range(view.pages):
            written.clear()
            view.grab()
            assert written
            for words, drawn, left, right, wide in written:
                assert drawn >= LEAST, words
                assert left > 60, (words, left)
                assert right < wide - 60, (words, right)
            view.turn()
            assert page < 6


def test_a_name_is_written_whole(look: Look, view: BigScreenView) -> None:
    image = QImage(1920, 1080, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    pen = HallPen(painter, look, QSizeF(1920, 1080))
    for words, lines in ((LONG, 2), ("绿色算力战略合作框架协议", 1)):
        setting = pen.fit(words, 900, (40, LEAST), bold=True)
        assert "".join(setting.lines) == words
        assert len(setting.lines) == lines
        for line in setting.lines:
            assert QFontMetricsF(pen.font(setting.size, bold=True)).horizontalAdvance(line) <= 901
    lengths = [len(line) for line in pen.fit(LONG, 900, (40, LEAST)).lines]
    assert max(lengths) - min(lengths) <= 4, "both lines are about as long"
    cut = pen.fit(LONG, 200, (40, LEAST), bold=True)
    assert (cut.size, len(cut.lines)) == (LEAST, 2)
    assert cut.lines[-1].endswith("…")
    rare = pen.fit("𠅤" * 60, 700, (40, LEAST))
    assert set("".join(rare.lines)) <= {"𠅤", "…"}
    painter.end()


def test_long_batches_take_pages_of_about_the_same_length() -> None:
    def lengths(count: int) -> list[int]:
        return [len(page) for page in pages_of([row(place) for place in range(count)])]

    assert lengths(8) == [8]
    assert lengths(9) == [5, 4]
    assert lengths(11) == [6, 5]
    assert lengths(13) == [5, 4, 4]
    long = replace(row(), parties=[party("甲", LONG)])
    assert [len(page) for page in pages_of([long] * 7)] == [4, 3]
    assert [len(page) for page in pages_of([long] * 6)] == [6]


def test_pages_turn_unless_the_picture_is_held(view: BigScreenView) -> None:
    rows = [row(place) for place in range(11)]
    view.show_screen(signing(rows))
    assert view._turner.isActive()
    view.turn()
    assert view.page == 1
    view.show_screen(signing([*rows[:-1], row(99)]))
    assert view.page == 1, "a correction does not turn back"
    view.show_screen(replace(signing(rows), batch="第二批"))
    assert view.page == 0
    view.show_screen(replace(signing(rows), batch="第二批"), held=True)
    assert not view._turner.isActive()
    view.show_screen(signing([row()]), held=True)
    assert view.shown is not None
    assert view.shown.batch == "第二批", "what is held stays"
    view.show_screen(signing([row()]))
    assert view.shown.batch == "第一批"


def test_the_hall_is_dark_before_anything_was_read(view: BigScreenView) -> None:
    view.resize(640, 360)
    assert view.grab().toImage().pixelColor(320, 180) == GROUND


def test_it_is_a_window_where_there_is_no_second_monitor(hall: HallScreen) -> None:
    assert hall.places() == []
    assert hall.place == WINDOW
    hall.open()
    assert hall.is_open
    assert not hall.view.isFullScreen()
    assert hall.view.focusPolicy() == Qt.FocusPolicy.NoFocus
    assert hall.view.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
    QTest.mouseDClick(hall.view, Qt.MouseButton.LeftButton)
    assert hall.view.isFullScreen()
    assert hall.view.cursor().shape() == Qt.CursorShape.BlankCursor
    QTest.mouseDClick(hall.view, Qt.MouseButton.LeftButton)
    assert not hall.view.isFullScreen()
    assert hall.size_words == "960×540"


def test_what_this_desk_keeps_opens_it_again(
    hall: HallScreen, look: Look, tmp_path: Path, qtbot: QtBot
) -> None:
    hall.open()
    again = DeskPreferences(tmp_path / "desk.json")
    assert (again.settings.big_screen, again.settings.big_screen_open) == (WINDOW, "on")
    owner = QWidget()
    qtbot.addWidget(owner)
    other = HallScreen(look, again, owner)
    other.reopen()
    assert other.is_open
    other.close()
    assert again.settings.big_screen_open == ""
    other.reopen()
    assert not other.is_open


def test_it_goes_with_the_window_of_the_event_and_stays_wanted(
    hall: HallScreen, tmp_path: Path
) -> None:
    hall.open()
    hall._owner.window().close()
    assert not hall.is_open
    assert DeskPreferences(tmp_path / "desk.json").settings.big_screen_open == "on"


def test_a_monitor_that_is_unplugged_takes_it_away(hall: HallScreen) -> None:
    hall.open()
    screen = QGuiApplication.primaryScreen()
    hall._place = screen.name()
    hall._removed(screen)
    assert (hall.is_open, hall.is_lost) == (False, True)
    hall._added(screen)
    assert (hall.is_open, hall.is_lost) == (True, False)


@pytest.fixture
def event(tmp_path: Path) -> RealEvent:
    return staged_event(tmp_path, contracts=4, size=2)


@pytest.fixture
def page(
    event: RealEvent, open_window: Callable[[OpenEvent], MainWindow], qtbot: QtBot
) -> ConsolePage:
    window, screen = open_ceremony(open_window, qtbot)
    screen.console.button.click()
    settle(window, qtbot)
    page = screen.console.page
    page.work.start()
    ready(page, qtbot)
    return page


def ready(page: ConsolePage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page._parts.runner.running == 0, timeout=30_000)
    qtbot.waitUntil(lambda: not page.work.is_resting)


def shows(page: ConsolePage) -> tuple[Screen, str]:
    shown = page.hall.view.shown
    assert shown is not None
    return shown.screen, shown.batch


def test_it_follows_the_console_or_stays(page: ConsolePage, qtbot: QtBot) -> None:
    card = page.screen_card
    assert shows(page) == (Screen.WELCOME, "")
    for _ in range(3):
        page.next.click()
        ready(page, qtbot)
    assert shows(page) == (Screen.SIGNING, "第一批")
    assert card.buttons[Screen.SIGNING].isChecked()
    card.hold.click()
    ready(page, qtbot)
    assert card.hold.isChecked()
    for _ in range(4):
        page.next.click()
        ready(page, qtbot)
    assert shows(page) == (Screen.SIGNING, "第一批")
    card.hold.click()
    ready(page, qtbot)
    assert shows(page) == (Screen.SIGNING, "第二批")
    card.buttons[Screen.STATISTICS].click()
    ready(page, qtbot)
    assert shows(page)[0] is Screen.STATISTICS
    assert not card.follow.isChecked()
    page.next.click()
    ready(page, qtbot)
    assert shows(page)[0] is Screen.STATISTICS
    card.follow.click()
    ready(page, qtbot)
    assert card.follow.isChecked()
    assert shows(page) == (Screen.SIGNING, "第二批")


def test_arrivals_follow_the_check_ins(page: ConsolePage, event: RealEvent, qtbot: QtBot) -> None:
    page.screen_card.buttons[Screen.ARRIVALS].click()
    ready(page, qtbot)
    shown = page.hall.view.shown
    assert shown is not None
    before = shown.arrived
    assert before is not None
    with Desk(EventFile.open(event.path), name="东门") as desk:
        check_ins.check_in_by_hand(desk, id_of(desk, "主1"), ACTIVITY)
    page._parts.runner.announce(frozenset({Changed.CHECK_INS}))
    qtbot.waitUntil(
        lambda: page.hall.view.shown is not None and page.hall.view.shown.arrived == before + 1
    )


def test_the_console_shows_what_the_hall_sees(page: ConsolePage, qtbot: QtBot) -> None:
    copy = page.screen_card.copy
    middle = copy.width() // 2, copy.height() // 4
    assert copy.grab().toImage().pixelColor(*middle) == GROUND
    before = copy.grab().toImage()
    for _ in range(3):
        page.next.click()
        ready(page, qtbot)
    assert copy.grab().toImage() != before


def test_it_follows_while_the_console_is_away(
    page: ConsolePage, event: RealEvent, qtbot: QtBot
) -> None:
    page.hall.open()
    page.put_away()
    with Desk(EventFile.open(event.path)) as desk:
        for _ in range(3):
            console.go_on(desk)
    page._parts.runner.announce(frozenset(Changed))
    qtbot.waitUntil(lambda: shows(page) == (Screen.SIGNING, "第一批"))
    page.hall.close()
    page._parts.runner.announce(frozenset(Changed))
    ready(page, qtbot)
    assert shows(page) == (Screen.SIGNING, "第一批")
