"""The guest screen in all its states, in both languages and a stretched one: nothing is cut off."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qhsign.services.guest_bulk_records import Bulk, BulkChange
from qhsign.ui.guests.guests_page import GuestsPage
from qhsign.ui.guests.saved_filters import SHIPPED
from qhsign.ui.guests.table_columns import CHOICES
from qhsign.ui.main_window import MainWindow, OpenEvent
from qhsign.wording import Language
from support.clipping import SIZES, StretchedWords, cut
from support.real_events import opener, small_event
from support.window_fakes import FakeEvent

LONG = "青海省海西蒙古族藏族自治州德令哈市循环经济工业园区管理委员会赴会代表团"


@pytest.fixture
def event(tmp_path: Path) -> FakeEvent:
    made = FakeEvent()
    made.path = small_event(tmp_path / "e.qhsign")
    return made


@pytest.fixture
def window(event: FakeEvent, open_window: Callable[[OpenEvent], MainWindow]) -> MainWindow:
    opened = open_window(opener())
    assert opened.frame is not None
    opened.frame.show_page("guests")
    return opened


@pytest.fixture(params=["zh", "en", "stretched"])
def speaking(
    window: MainWindow, qapp: QApplication, request: pytest.FixtureRequest
) -> Iterator[MainWindow]:
    words = StretchedWords()
    if request.param == "stretched":
        window._set_language(Language.ENGLISH)
        qapp.installTranslator(words)
    else:
        window._choose_language(str(request.param))
    yield window
    qapp.removeTranslator(words)
    window._choose_language(Language.CHINESE)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_no_state_of_the_guest_screen_cuts_a_word(
    speaking: MainWindow, qtbot: QtBot, size: tuple[int, int]
) -> None:
    window = speaking
    assert window.frame is not None
    page = window.frame.guests
    window.resize(*size)
    for name, state in STATES.items():
        state(page)
        qtbot.waitUntil(lambda: window.runner.running == 0)

        def nothing_is_cut(name: str = name) -> None:
            assert cut(window) == [], name

        # The side panel gives its wrapped lines their heights a little later.
        qtbot.waitUntil(nothing_is_cut)
        assert (window.width(), window.height()) == size, name


def ticked(page: GuestsPage) -> None:
    page.table.ticks.tick_all()
    page.search.input.setText("田")


def changed(page: GuestsPage) -> None:
    assert page.bulk is not None
    page.bulk._open(BulkChange(Bulk.DELEGATION, ""))
    page.middle.bulk_bar.input.setText(LONG)


def done(page: GuestsPage) -> None:
    page.middle.bulk_bar.close_bar()
    page.middle.undo_bar.show_done(f"{LONG}：已修改{LONG}", lambda: None)


def named(page: GuestsPage) -> None:
    page.middle.undo_bar.put_away()
    page.apply_filter(SHIPPED[-1])
    page.save_filter()


def every_column(page: GuestsPage) -> None:
    page.middle.name_bar.hide()
    page._show_columns(list(CHOICES))


def nothing_found(page: GuestsPage) -> None:
    page.search.input.setText("x" * 60)


def delegations(page: GuestsPage) -> None:
    page.clear_filters()
    page.show_delegations()


def merged(page: GuestsPage) -> None:
    assert page.delegations is not None
    pane = page.delegations.pane
    pane.table.setCurrentIndex(pane.proxy.index(0, 0))
    pane.begin_merge()
    pane.undo_bar.show_done(LONG, lambda: None)


def no_delegation(page: GuestsPage) -> None:
    assert page.delegations is not None
    page.delegations.pane.search.input.setText("nobody")


STATES: dict[str, Callable[[GuestsPage], None]] = {
    each.__name__: each
    for each in (
        ticked, changed, done, named, every_column, nothing_found, delegations, merged,
        no_delegation,
    )
}  # fmt: skip
