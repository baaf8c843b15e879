"""Every screen, in both languages and a stretched one, at every size: no word is cut off."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QSizePolicy,
    QWidget,
)
from pytestqt.qtbot import QtBot

from qhsign.services.late_sheet_records import Sheet
from qhsign.ui.check_in.check_in_page import CheckInPage
from qhsign.ui.check_in.key_button import KeyButton
from qhsign.ui.main_window import MainWindow, OpenEvent
from qhsign.ui.shared.plain_parts import ElidedLabel
from qhsign.wording import Language
from support.counter_fakes import FakeCounter
from support.frame_fakes import FrameEvent
from support.window_fakes import FakeEvent


@pytest.fixture
def window(event: FakeEvent, open_window: Callable[[OpenEvent], MainWindow]) -> MainWindow:
    return open_window(FakeCounter(event).open)


SIZES = [(1366, 768), (1366, 696), (911, 512)]


class StretchedWords(QTranslator):
    """A language a third longer than English, in brackets to see both ends."""

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's own name
        return False

    def translate(
        self, context: str, text: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        return f"[{text}{'é' * (len(text) // 3)}]"


@pytest.fixture
def event() -> FrameEvent:
    return FrameEvent()


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


def cut(window: QWidget) -> list[str]:
    """Return the labels and buttons that have less room than their words need."""
    found = []
    for widget in window.findChildren(QWidget):
        if not widget.isVisibleTo(window) or isinstance(widget, ElidedLabel):
            continue
        if not isinstance(widget, QLabel | QAbstractButton) or not widget.text():
            continue
        if widget.sizePolicy().horizontalPolicy() == QSizePolicy.Policy.Ignored:
            continue
        if isinstance(widget, QLabel) and widget.wordWrap():
            if widget.height() < widget.heightForWidth(widget.width()):
                found.append(f"{widget.text()!r} wraps beyond {widget.height()}")
        elif widget.width() < widget.minimumSizeHint().width():
            found.append(f"{widget.text()!r} has {widget.width()}")
        if not inside(widget):
            found.append(f"{widget.text()!r} lies outside its parent")
    return found


def inside(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    if parent is None or isinstance(widget, KeyButton):
        return True
    return parent.rect().adjusted(-1, -1, 1, 1).contains(widget.geometry())


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
def test_the_window_can_be_as_small_as_that(
    speaking: MainWindow, size: tuple[int, int], language: str
) -> None:
    frame = speaking.frame
    assert frame is not None
    for page in ("guests", "check-in"):
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
