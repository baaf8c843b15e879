"""The camera through QtMultimedia, which is an extra and is loaded when a camera is opened."""

from collections.abc import Sequence
from importlib import import_module
from typing import Any

from PySide6.QtCore import QCameraPermission, QCoreApplication, Qt, QTimer

from qhsign.domain.problems import ProblemForUser
from qhsign.ui.camera.camera import Camera, CameraDevice

LOOK_EVERY_MS = 50
"""Twenty pictures a second are asked for; what comes in between is never looked at."""
_WANTED_PIXELS = 1280 * 720
_FIRST_PICTURE_MS = 5_000


def find_camera() -> Camera:
    """Return this computer's way to its cameras.

    Raises ProblemForUser ``camera-library-missing`` where QtMultimedia is not installed, or the
    sound library it is built on.
    """
    try:
        return QtCamera(import_module("PySide6.QtMultimedia"))
    except ImportError as missing:
        raise ProblemForUser("camera-library-missing") from missing


class QtCamera(Camera):
    """Asks for the newest picture at its own pace, so that pictures are dropped, never queued."""

    def __init__(self, media: Any) -> None:
        super().__init__()
        self._media = media
        self._devices = media.QMediaDevices(self)
        self._devices.videoInputsChanged.connect(self._look_at_devices)
        self._sink = media.QVideoSink(self)
        self._session = media.QMediaCaptureSession(self)
        self._session.setVideoSink(self._sink)
        self._camera: Any = None
        self._id = ""
        self._seen = False
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(self._look)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_FIRST_PICTURE_MS)
        self._patience.timeout.connect(self._came_nothing)

    def list_cameras(self) -> Sequence[CameraDevice]:
        """Return the cameras there are now, the system's own choice first."""
        devices = [
            self._media.QMediaDevices.defaultVideoInput(),
            *self._media.QMediaDevices.videoInputs(),
        ]
        known = {_id(each): each.description() for each in devices if not each.isNull()}
        return [CameraDevice(each, name) for each, name in known.items()]

    def start(self, camera_id: str) -> None:
        """Begin to give pictures; where the system wants to be asked for leave, it is first."""
        self.stop()
        self._id = camera_id
        leave = QCameraPermission()
        application = QCoreApplication.instance()
        if application is None:
            return
        status = application.checkPermission(leave)
        if status == Qt.PermissionStatus.Undetermined:
            application.requestPermission(leave, self, self._answered)
        else:
            self._answered(leave, status)

    def stop(self) -> None:
        """Release the camera."""
        self._timer.stop()
        self._patience.stop()
        self._id = ""
        if self._camera is not None:
            camera, self._camera = self._camera, None
            camera.stop()
            self._session.setCamera(None)
            camera.deleteLater()

    def _answered(
        self, leave: QCameraPermission, status: Qt.PermissionStatus | None = None
    ) -> None:
        if not self._id:
            return
        application = QCoreApplication.instance()
        if status is None and application is not None:
            status = application.checkPermission(leave)
        if status == Qt.PermissionStatus.Denied:
            self._fail("camera-not-allowed")
            return
        self._open()

    def _open(self) -> None:
        device = next(
            (each for each in self._media.QMediaDevices.videoInputs() if _id(each) == self._id),
            None,
        )
        if device is None:
            self._fail("camera-unplugged")
            return
        self._camera = self._media.QCamera(device, self)
        wanted = _format(device)
        if wanted is not None:
            self._camera.setCameraFormat(wanted)
        self._camera.errorOccurred.connect(self._camera_failed)
        self._session.setCamera(self._camera)
        self._seen = False
        self._camera.start()
        self._timer.start()
        self._patience.start()

    def _look(self) -> None:
        frame = self._sink.videoFrame()
        if not frame.isValid():
            return
        image = frame.toImage()
        if not image.isNull():
            self._seen = True
            self._patience.stop()
            self.frames.emit(image)

    def _camera_failed(self, error: Any, words: str) -> None:
        """Tell an occupied camera from a broken one by what the system says of it."""
        del error
        said = words.casefold()
        busy = any(sign in said for sign in ("busy", "in use", "占用", "access"))
        self._fail("camera-in-use" if busy else "camera-failed")

    def _came_nothing(self) -> None:
        """Give up waiting: a camera another program holds may give neither picture nor error."""
        if not self._seen:
            self._fail("camera-in-use")

    def _look_at_devices(self) -> None:
        if self._camera is not None and self._id not in {each.id for each in self.list_cameras()}:
            self._fail("camera-unplugged")
        self.cameras_changed.emit()

    def _fail(self, code: str) -> None:
        self.stop()
        self.troubled.emit(ProblemForUser(code))


def _id(device: Any) -> str:
    return bytes(device.id().data()).decode("utf-8", "replace")


def _format(device: Any) -> Any:
    """Return the format nearest to the wanted size: enough for a code, quick to look at."""
    formats = device.videoFormats()
    if not formats:
        return None

    def distance(each: Any) -> tuple[int, float]:
        size = each.resolution()
        return abs(size.width() * size.height() - _WANTED_PIXELS), -each.maxFrameRate()

    return min(formats, key=distance)
