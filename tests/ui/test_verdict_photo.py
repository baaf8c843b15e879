from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qhsign.domain.check_in import Verdict
from qhsign.services.check_in_records import ScanResult
from qhsign.ui.check_in.check_in_page import CheckInPage
from qhsign.ui.main_window import MainWindow
from support.clipping import SIZES, cut
from support.pictures import encoded, portrait
from support.window_fakes import FakeEvent, scan_result


@pytest.fixture
def page(window: MainWindow) -> CheckInPage:
    assert window.frame is not None
    window.frame.show_page("check-in")
    return window.frame.check_in


def settled(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.runner.running == 0)


def answer(event: FakeEvent, number: int, photo: str, verdict: Verdict) -> ScanResult:
    result = scan_result(verdict, event.rows[number - 1])
    assert result.guest is not None
    return replace(result, guest=replace(result.guest, photo=photo))


def test_the_photo_of_the_person_is_shown_and_no_other(
    window: MainWindow, page: CheckInPage, event: FakeEvent, qtbot: QtBot
) -> None:
    event.photos.update(
        {"one": encoded(portrait(350, 490)), "two": encoded(portrait(350, 490, 60))}
    )
    photo = page.verdict._body._photo
    page._answered(answer(event, 3, "one", Verdict.ADMITTED), "a1")
    assert photo.isVisible(), "its place is kept before it is read"
    settled(window, qtbot)
    assert not photo.pixmap().isNull()
    page._answered(answer(event, 4, "two", Verdict.ADMITTED), "a1")
    page.verdict.show_photo("one", event.photos["one"])
    assert photo.pixmap().isNull(), "the photo of somebody else came late"
    settled(window, qtbot)
    assert not photo.pixmap().isNull()
    page._answered(answer(event, 5, "", Verdict.ADMITTED), "a1")
    assert not photo.isVisible()
    page.field.submit("forged")
    settled(window, qtbot)
    assert not photo.isVisible()


def test_bytes_that_are_no_picture_leave_the_place_empty(
    window: MainWindow, page: CheckInPage, event: FakeEvent, qtbot: QtBot
) -> None:
    event.photos.update({"one": b"not a picture"})
    page._answered(answer(event, 3, "one", Verdict.ADMITTED), "a1")
    settled(window, qtbot)
    assert page.verdict._body._photo.pixmap().isNull()


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_photo_and_name_stand_beside_each_other(
    window: MainWindow, page: CheckInPage, event: FakeEvent, qtbot: QtBot, size: tuple[int, int]
) -> None:
    event.photos.update({"one": encoded(portrait(350, 490))})
    window.resize(*size)
    qtbot.waitUntil(lambda: (window.width(), window.height()) == size)
    body = page.verdict._body
    for number in (3, 9, 10):
        for verdict in (Verdict.ADMITTED, Verdict.NOT_INVITED):
            page._answered(answer(event, number, "one", verdict), "a1")
            settled(window, qtbot)
            QApplication.processEvents()
            assert cut(window) == []
            assert not body._photo.geometry().intersects(body._name.geometry())
            assert body.rect().contains(body._photo.geometry())
