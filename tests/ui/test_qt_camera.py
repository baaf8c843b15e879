from collections.abc import Callable
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QCameraPermission, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qhsign.domain.problems import ProblemForUser
from qhsign.ui.camera import qt_camera
from qhsign.ui.camera.qt_camera import QtCamera
from support.media_fakes import FakeDevice, FakeFormat, FakeFrame, FakeMedia, FakeQCamera

FORMATS = (
    FakeFormat(320, 240),
    FakeFormat(1280, 720, 10),
    FakeFormat(1280, 720),
    FakeFormat(3840, 2160),
)


@pytest.fixture
def media() -> FakeMedia:
    return FakeMedia(FakeDevice("built-in", *FORMATS), FakeDevice("usb"))


@pytest.fixture
def camera(media: FakeMedia, qapp: QApplication) -> QtCamera:
    return QtCamera(media)


@pytest.fixture
def troubles(camera: QtCamera) -> list[str]:
    said: list[str] = []

    def note(problem: ProblemForUser) -> None:
        said.append(problem.code)

    camera.troubled.connect(note)
    return said


def test_the_systems_own_choice_stands_first(camera: QtCamera) -> None:
    assert [(each.id, each.name) for each in camera.list_cameras()] == [
        ("usb", "usb camera"), ("built-in", "built-in camera")
    ]  # fmt: skip


def test_pictures_come_until_it_is_stopped(
    camera: QtCamera, media: FakeMedia, qtbot: QtBot, troubles: list[str]
) -> None:
    seen: list[QImage] = []
    camera.frames.connect(seen.append)
    camera.start("built-in")
    (opened,) = FakeQCamera.opened
    was_running = opened.running
    assert opened.format is FORMATS[2], "large enough for a code, and as quick as there is"
    assert seen == [], "nothing before the first frame"
    media.frame = FakeFrame(QImage(8, 8, QImage.Format.Format_RGB32))
    qtbot.waitUntil(lambda: len(seen) > 1)
    camera.stop()
    assert (was_running, opened.running) == (True, False)
    assert not camera._timer.isActive(), "nobody asks for pictures any more"
    assert troubles == []


def test_another_camera_releases_the_one_before(camera: QtCamera) -> None:
    camera.start("built-in")
    camera.start("usb")
    assert [each.running for each in FakeQCamera.opened] == [False, True]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Device or resource busy", "camera-in-use"),
        ("Camera is in use", "camera-in-use"),
        ("Cannot start streaming", "camera-failed"),
    ],
)
def test_an_error_is_told_and_the_camera_released(
    camera: QtCamera, troubles: list[str], words: str, code: str
) -> None:
    camera.start("usb")
    FakeQCamera.opened[0].errorOccurred.emit(1, words)
    assert troubles == [code]
    assert not FakeQCamera.opened[0].running


def test_a_camera_that_shows_nothing_is_taken_for_occupied(
    camera: QtCamera, troubles: list[str]
) -> None:
    camera.start("usb")
    camera._patience.timeout.emit()
    assert troubles == ["camera-in-use"]


def test_unplugging_is_told_once(
    camera: QtCamera, media: FakeMedia, qtbot: QtBot, troubles: list[str]
) -> None:
    camera.start("usb")
    media.devices = [each for each in media.devices if each.name != "usb"]
    with qtbot.waitSignal(camera.cameras_changed):
        camera._devices.videoInputsChanged.emit()
    camera._devices.videoInputsChanged.emit()
    assert troubles == ["camera-unplugged"]


def test_without_leave_of_the_system_nothing_is_opened(
    camera: QtCamera, troubles: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = [Qt.PermissionStatus.Undetermined, Qt.PermissionStatus.Denied]
    asked: list[Callable[[object], None]] = []

    def ask(_: object, __: object, answer: Callable[[object], None]) -> None:
        asked.append(answer)

    made = SimpleNamespace(checkPermission=lambda _: answers.pop(0), requestPermission=ask)
    monkeypatch.setattr(qt_camera, "QCoreApplication", SimpleNamespace(instance=lambda: made))
    camera.start("usb")
    assert FakeQCamera.opened == []
    (answer,) = asked
    answer(QCameraPermission())
    assert troubles == ["camera-not-allowed"]
