from collections.abc import Callable
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qhsign.domain.badge_token import issue
from qhsign.domain.problems import ProblemForUser
from qhsign.preferences.desk_preferences import DeskPreferences
from qhsign.ui.camera import code_reader, qt_camera
from qhsign.ui.camera.camera import PACKAGE
from qhsign.ui.camera.camera_panel import CameraPanel
from qhsign.ui.camera.code_reader import CodeReader, find_reader
from qhsign.ui.check_in import camera_desk
from qhsign.ui.check_in.check_in_page import CheckInPage
from qhsign.ui.main_window import MainWindow, OpenEvent
from qhsign.ui.theme import Look
from support.camera_fakes import BUILT_IN, OUTSIDE, Cameras, darkened, picture_of
from support.clipping import SIZES, cut
from support.window_fakes import FakeEvent

CODE = issue("25X", b"key", bytes(range(10)))
OTHER = issue("25X", b"key", bytes(range(10, 20)))


@pytest.fixture
def cameras() -> Cameras:
    return Cameras()


@pytest.fixture
def panel(look: Look, cameras: Cameras, qtbot: QtBot) -> CameraPanel:
    made = CameraPanel(look, cameras.parts())
    qtbot.addWidget(made, before_close_func=CameraPanel.close_camera)
    made.resize(372, 262)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def window(
    event: FakeEvent,
    open_window: Callable[[OpenEvent], MainWindow],
    cameras: Cameras,
    monkeypatch: pytest.MonkeyPatch,
) -> MainWindow:
    def parts(preferences: DeskPreferences) -> object:
        cameras.kept = preferences.settings.camera
        return cameras.parts()

    monkeypatch.setattr("qhsign.ui.check_in.check_in_page.camera_parts", parts)
    made = open_window(event.open)
    assert made.frame is not None
    made.frame.show_page("check-in")
    return made


@pytest.fixture
def page(window: MainWindow) -> CheckInPage:
    assert window.frame is not None
    return window.frame.check_in


@pytest.mark.parametrize(
    "picture",
    [
        picture_of(CODE),
        picture_of(CODE, turned=33),
        picture_of(CODE, turned=-8, tilted=0.35),
        picture_of(CODE, pixels_a_module=4, turned=12),
        darkened(picture_of(CODE, turned=5), 0.25),
        darkened(picture_of(CODE, pixels_a_module=5, turned=180, tilted=0.2), 0.4),
    ],
    ids=["straight", "turned", "tilted", "small", "dark", "small, dark, upside down"],
)
def test_a_badge_held_into_the_picture_is_read(picture: QImage) -> None:
    assert find_reader()(picture) == CODE


def test_a_picture_without_a_code_gives_none() -> None:
    read = find_reader()
    assert read(picture_of(CODE).copy(0, 0, 300, 720)) == ""
    assert read(QImage()) == ""


def test_the_badge_in_the_middle_is_read_not_the_one_behind() -> None:
    both = picture_of(OTHER, pixels_a_module=4, at=-420)
    near = picture_of(CODE).copy(440, 160, 400, 400)
    for y in range(near.height()):
        for x in range(near.width()):
            both.setPixel(440 + x, 160 + y, near.pixel(x, y))
    assert find_reader()(both) == CODE


def test_a_code_is_read_once_while_it_stays_and_again_after_a_second_away(qtbot: QtBot) -> None:
    now = [0.0]
    reader = CodeReader(lambda picture: CODE if picture.width() else "", lambda: now[0])
    read: list[str] = []
    reader.read.connect(read.append)

    def look(picture: QImage, seconds: float) -> None:
        now[0] += seconds
        reader.offer(picture)
        qtbot.waitUntil(lambda: not reader.is_busy)

    badge, nothing = QImage(9, 9, QImage.Format.Format_RGB32), QImage()
    for _ in range(40):
        look(badge, 0.05)
    assert read == [CODE], "two seconds in front of the camera are one scan"
    look(nothing, 0.9)
    look(badge, 0.05)
    assert read == [CODE], "a shaking hand is no second scan"
    look(nothing, 0.5)
    look(badge, 0.6)
    assert read == [CODE, CODE]
    reader.close()


def test_pictures_are_dropped_while_one_is_looked_at(qtbot: QtBot) -> None:
    go_on, looked = Event(), []

    def slow(picture: QImage) -> str:
        looked.append(picture.width())
        go_on.wait(10)
        return ""

    reader = CodeReader(slow)
    for width in range(1, 30):
        reader.offer(QImage(width, 9, QImage.Format.Format_RGB32))
    go_on.set()
    qtbot.waitUntil(lambda: not reader.is_busy)
    assert looked == [1]
    reader.close()


def test_a_picture_the_reader_fails_at_is_one_without_a_code(qtbot: QtBot) -> None:
    def broken(_: QImage) -> str:
        raise ValueError("dots")

    reader = CodeReader(broken)
    with qtbot.assertNotEmitted(reader.read):
        reader.offer(QImage(9, 9, QImage.Format.Format_RGB32))
        qtbot.waitUntil(lambda: not reader.is_busy)
    reader.close()


def test_f7_reads_a_badge_as_a_scan_and_releases_the_camera(
    window: MainWindow, page: CheckInPage, event: FakeEvent, cameras: Cameras, qtbot: QtBot
) -> None:
    QTest.keyClick(window, Qt.Key.Key_F7)
    assert page.camera.key.isChecked()
    camera = cameras.newest
    assert camera.started == [BUILT_IN.id]
    for _ in range(3):
        camera.show(picture_of(CODE, turned=9))
        qtbot.waitUntil(lambda: event.codes != [] and window.runner.running == 0)
    assert event.codes == [CODE]
    assert page.verdict.property("tone") == "ok"
    assert page.camera.panel.isVisible()
    assert page.field.input.hasFocus()
    QTest.keyClick(window, Qt.Key.Key_F7)
    assert camera.running == ""
    assert not page.camera.panel.isVisible()
    assert not page.camera.key.isChecked()


def test_escape_goes_back_first_and_then_releases_the_camera(
    window: MainWindow, page: CheckInPage, cameras: Cameras
) -> None:
    page.camera.switch()
    page.find_guest()
    page.side.search.input.setText("李")
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Escape)
    assert page.side.search.text == ""
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Escape)
    assert page.field.input.hasFocus()
    assert cameras.newest.running
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Escape)
    assert cameras.newest.running == ""


def test_another_screen_releases_the_camera_and_coming_back_takes_it_again(
    window: MainWindow, page: CheckInPage, cameras: Cameras
) -> None:
    page.camera.switch()
    assert window.frame is not None
    window.frame.show_page("guests")
    assert cameras.newest.running == ""
    window.frame.show_page("check-in")
    assert cameras.newest.running == BUILT_IN.id
    assert len(cameras.made) == 1


def test_this_desk_remembers_its_camera(panel: CameraPanel, cameras: Cameras) -> None:
    panel.open()
    assert panel.chooser.count() == 2
    panel.chooser.setCurrentIndex(1)
    panel.chooser.activated.emit(1)
    assert cameras.newest.running == OUTSIDE.id
    assert cameras.kept == OUTSIDE.id
    panel.close_camera()
    panel.open()
    assert cameras.newest.started == [OUTSIDE.id]
    assert camera_desk.camera_parts(DeskPreferences()).last() == ""


def test_without_a_camera_a_sentence_says_what_to_do_and_plugging_one_in_helps(
    panel: CameraPanel, cameras: Cameras
) -> None:
    cameras.devices = ()
    panel.open()
    assert "没有找到摄像头" in panel._sentence.text()
    assert panel.again.isVisible()
    cameras.newest.plug(OUTSIDE)
    assert cameras.newest.running == OUTSIDE.id
    assert panel.problem is None


@pytest.mark.parametrize(
    "code", ["camera-unplugged", "camera-in-use", "camera-failed", "camera-not-allowed"]
)
def test_trouble_is_said_in_place_and_can_be_tried_again(
    panel: CameraPanel, cameras: Cameras, code: str
) -> None:
    panel.open()
    cameras.newest.show(picture_of(CODE))
    assert panel.picture.isVisible()
    cameras.newest.trouble(code)
    assert not panel.picture.isVisible()
    assert panel.problem is not None
    assert panel.problem.code == code
    assert panel.take_picture().isNull()
    panel.again.click()
    assert cameras.newest.running == BUILT_IN.id
    assert cut(panel) == []


def test_without_the_library_nothing_breaks(
    panel: CameraPanel, cameras: Cameras, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(name: str) -> object:
        raise ModuleNotFoundError(name)

    monkeypatch.setattr(qt_camera, "import_module", missing)
    with pytest.raises(ProblemForUser) as problem:
        qt_camera.find_camera()
    cameras.problem = problem.value
    panel.open()
    assert "qhsign[camera]" in panel._sentence.text()
    monkeypatch.setattr(code_reader, "import_module", missing)
    cameras.problem = None
    panel.again.click()
    assert panel.problem is not None
    assert panel.problem.code == "camera-reader-missing"


def test_a_picture_is_taken_as_the_camera_sees_it(panel: CameraPanel, cameras: Cameras) -> None:
    panel.open()
    assert panel.take_picture().isNull()
    picture = picture_of(CODE, at=300)
    cameras.newest.show(picture)
    assert panel.take_picture() == picture


@pytest.mark.qt_log_ignore("Couldn't (load|resolve)", extend=True)
def test_the_real_camera_lists_what_there_is_and_stops_twice(qapp: QApplication) -> None:
    pytest.importorskip(
        "PySide6.QtMultimedia", reason="runs with the extra camera, as in make test"
    )
    camera = qt_camera.find_camera()
    listed = camera.list_cameras()
    assert len({each.id for each in listed}) == len(listed)
    troubles: list[ProblemForUser] = []
    camera.troubled.connect(troubles.append)
    camera.start("a camera that was taken away")
    assert [each.code for each in troubles] in (["camera-unplugged"], ["camera-not-allowed"])
    camera.stop()
    camera.stop()
    camera.deleteLater()


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_camera_leaves_the_verdict_whole(
    window: MainWindow,
    page: CheckInPage,
    cameras: Cameras,
    qtbot: QtBot,
    size: tuple[int, int],
    language: str,
) -> None:
    window._choose_language(language)
    window.resize(*size)
    qtbot.waitUntil(lambda: (window.width(), window.height()) == size)
    page.camera.switch()
    page.field.submit("10")
    qtbot.waitUntil(lambda: window.runner.running == 0)
    parts = {"package": PACKAGE, "library": "libpulse0"}
    for code, parameters in (("camera-library-missing", parts), ("camera-in-use", {})):
        cameras.newest.trouble(code, **parameters)
        QApplication.processEvents()
        assert cut(window) == []
    page.camera.panel.again.click()
    cameras.newest.show(picture_of(CODE))
    QApplication.processEvents()
    assert cut(window) == []
    shown = page.camera.panel.picture
    assert shown.height() > 120
    assert page.verdict.isVisible()
    assert not page.verdict.geometry().intersects(
        page.camera.panel.geometry() if page._places.is_narrow else page.side.geometry()
    )
    window._choose_language("zh")
