"""Every screen, in both languages and a stretched one, at every size: no word is cut off."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qhsign.services.late_sheet_records import Sheet
from qhsign.services.print_records import PreflightLine, Printable
from qhsign.ui.check_in.check_in_page import CheckInPage
from qhsign.ui.main_window import MainWindow, OpenEvent
from qhsign.ui.prints.print_page import PrintPage
from qhsign.ui.prints.wish_form import Part
from qhsign.wording import Language
from support.clipping import SIZES, StretchedWords, cut
from support.counter_fakes import FakeCounter
from support.frame_fakes import FrameEvent
from support.print_fakes import PrintingEvent, ledger_line
from support.window_fakes import FakeEvent


@pytest.fixture
def window(event: FakeEvent, open_window: Callable[[OpenEvent], MainWindow]) -> MainWindow:
    return open_window(FakeCounter(event).open)


class _EveryScreen(FrameEvent, PrintingEvent):
    """Opens with contracts, settings and printing."""


@pytest.fixture
def event() -> FrameEvent:
    made = _EveryScreen(guests=40)
    found = {"name": "单雄信"}
    made.lines = [PreflightLine(5, "00005", "单雄信", "organization-missing", found)] * 12
    made.ledger = [ledger_line(1, "badges", left_out=3, reason="证件损坏")]
    made.printed = {1, 2}
    return made


@pytest.fixture(params=["zh", "en", "stretched"])
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def speaking(window: MainWindow, qapp: QApplication, language: str) -> Iterator[MainWindow]:
    if language != "stretched":
        window._choose_language(language)
        yield window
        window._choose_language(Language.CHINESE)
        return
    words = StretchedWords()
    window._set_language(Language.ENGLISH)
    qapp.installTranslator(words)
    yield window
    qapp.removeTranslator(words)
    window._set_language(Language.CHINESE)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_no_word_is_cut_off(
    speaking: MainWindow, event: FakeEvent, qtbot: QtBot, size: tuple[int, int], language: str
) -> None:
    window, frame = speaking, speaking.frame
    assert frame is not None
    window.resize(*size)
    qtbot.waitUntil(lambda: (window.width(), window.height()) == size)
    QApplication.processEvents()
    assert cut(window) == []
    frame.guests.table.opened.emit()
    QApplication.processEvents()
    assert cut(window) == []
    frame.guests._close_panel()
    frame.show_page("check-in")
    qtbot.waitUntil(lambda: window.runner.running == 0)
    QApplication.processEvents()
    assert cut(window) == []
    for code in ("3", "already", "9", "wrong-zone", "unsynced", "forged", "not-vetted"):
        frame.check_in.field.submit(code)
        qtbot.waitUntil(lambda: window.runner.running == 0)
        QApplication.processEvents()
        assert cut(window) == [], code
        band = frame.check_in.verdict._band
        word = band._word
        assert word.fontMetrics().horizontalAdvance(word.text()) <= word.width(), code
    frame.check_in.ask_override()
    QApplication.processEvents()
    assert cut(window) == []
    frame.check_in.find_guest()
    frame.check_in.side.search.input.setText("li")
    QApplication.processEvents()
    assert cut(window) == []
    look_at_counter(window, frame.check_in)


def look_at_counter(window: MainWindow, page: CheckInPage) -> None:
    counter = page.counter
    assert counter is not None
    counter.open_walk_in()
    counter.walk_in.name.setText("努尔买买提江·阿卜杜热合曼")
    QApplication.processEvents()
    assert cut(window) == []
    counter.walk_in.name.clear()
    counter.walk_in.button.click()
    QApplication.processEvents()
    assert cut(window) == []
    counter.walk_in.clear()
    counter.open_late_sheet()
    QApplication.processEvents()
    assert cut(window) == []
    counter.late_notice.offer(Sheet("s", 128))
    counter.late_notice.button.click()
    counter.close_panel()
    QApplication.processEvents()
    assert cut(window) == []
    counter.switch_rehearsal()
    QApplication.processEvents()
    assert cut(window) == []
    counter.switch_rehearsal()


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_no_word_of_the_print_screen_is_cut_off(
    speaking: MainWindow, qtbot: QtBot, size: tuple[int, int], language: str
) -> None:
    window, frame = speaking, speaking.frame
    assert frame is not None
    window.resize(*size)
    frame.show_page("print")
    page = frame.screens.screen_of("print")
    assert isinstance(page, PrintPage)
    for what in Printable:
        page.what.choose(what)
        page.form.chooser(Part.AGAIN).choose("again")
        qtbot.waitUntil(lambda: window.runner.running == 0)
        QApplication.processEvents()
        assert cut(window) == [], what
    page.what.choose(Printable.BADGES)
    page.form.one.search.input.setText("li")
    qtbot.waitUntil(lambda: window.runner.running == 0)
    page.show_findings()
    QApplication.processEvents()
    assert cut(window) == []
    assert (window.width(), window.height()) == size


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_window_can_be_as_small_as_that(
    speaking: MainWindow, size: tuple[int, int], language: str
) -> None:
    frame = speaking.frame
    assert frame is not None
    for page in ("guests", "check-in", "print"):
        frame.show_page(page)
        speaking.resize(*size)
        QApplication.processEvents()
        assert (speaking.width(), speaking.height()) == size
        assert speaking.minimumSizeHint().width() <= size[0] or speaking.width() == size[0]
        assert frame.width() == size[0]
        assert frame.height() == size[1]


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_frame_fits_in_every_language(
    speaking: MainWindow, size: tuple[int, int], qtbot: QtBot, language: str
) -> None:
    frame = speaking.frame
    assert frame is not None
    speaking.resize(*size)
    frame.show_settings()
    qtbot.waitUntil(lambda: speaking.runner.running == 0)
    for section in range(3):
        frame.settings.show_section(section)
        frame.settings.notice.show_saved("x", lambda: None)
        QApplication.processEvents()
        assert cut(speaking) == [], section
    frame.top_bar.palette_field.open()
    QApplication.processEvents()
    assert cut(speaking) == []
    frame.show_keys()
    QApplication.processEvents()
    assert cut(speaking) == []
    frame.show_keys()
    speaking.leave_event()
    page = speaking.start
    assert page is not None
    QApplication.processEvents()
    assert cut(speaking) == []
    page.show_form()
    page.form.ask()
    QApplication.processEvents()
    assert cut(speaking) == []


@pytest.mark.parametrize("theme", ["light", "contrast-light", "contrast-dark"])
def test_what_a_desk_looks_at_is_not_cut_at_its_foot(
    window: MainWindow, qtbot: QtBot, theme: str
) -> None:
    frame = window.frame
    assert frame is not None
    window._choose_language(Language.ENGLISH)
    window._choose_theme(theme)
    frame.show_page("check-in")
    window.resize(911, 512)
    qtbot.waitUntil(lambda: (window.width(), window.height()) == (911, 512))
    QApplication.processEvents()
    page = frame.check_in
    assert all(key.geometry().bottom() < page._keys.height() for key in page._keys._keys)
    for height in (512, 768):
        window.resize(911, height)
        QApplication.processEvents()
        field = page.field.input
        assert field.height() >= field.fontMetrics().height()
    window._choose_theme("light")
    window._choose_language(Language.CHINESE)
