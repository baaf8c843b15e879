"""A camera whose pictures a test makes, and real badges' codes as a camera sees them."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QTransform

from qhsign.domain.problems import ProblemForUser
from qhsign.exchange.qr_pictures import qr_picture
from qhsign.printing.qr_code import qr_pattern
from qhsign.ui.camera.camera import Camera, CameraDevice
from qhsign.ui.camera.camera_panel import CameraParts

BUILT_IN, OUTSIDE = CameraDevice("built-in", "内置摄像头"), CameraDevice("usb", "USB 摄像头")
SIZE = (1280, 720)


class FakeCamera(Camera):
    """Gives what ``show`` is handed while it runs; ``started`` lists the ids it was opened with."""

    def __init__(self, devices: Sequence[CameraDevice] = (BUILT_IN, OUTSIDE)) -> None:
        super().__init__()
        self.devices = list(devices)
        self.started: list[str] = []
        self.running = ""

    def list_cameras(self) -> Sequence[CameraDevice]:
        return tuple(self.devices)

    def start(self, camera_id: str) -> None:
        self.started.append(camera_id)
        self.running = camera_id

    def stop(self) -> None:
        self.running = ""

    def show(self, picture: QImage) -> None:
        """Give a picture, as long as somebody wants one."""
        if self.running:
            self.frames.emit(picture)

    def trouble(self, code: str) -> None:
        """End the pictures with a problem."""
        self.stop()
        self.troubled.emit(ProblemForUser(code))

    def plug(self, *devices: CameraDevice) -> None:
        """Have other cameras from now on."""
        self.devices = list(devices)
        self.cameras_changed.emit()


class Cameras:
    """Hands out fake cameras as a panel asks, and keeps them and the id to be remembered."""

    def __init__(self) -> None:
        self.made: list[FakeCamera] = []
        self.devices: Sequence[CameraDevice] = (BUILT_IN, OUTSIDE)
        self.problem: ProblemForUser | None = None
        self.kept = ""

    @property
    def newest(self) -> FakeCamera:
        """The camera handed out last."""
        return self.made[-1]

    def find(self) -> Camera:
        """Stand in for ``find_camera``."""
        if self.problem is not None:
            raise self.problem
        self.made.append(FakeCamera(self.devices))
        return self.made[-1]

    def parts(self) -> CameraParts:
        """Return what a panel is given."""
        return CameraParts(lambda: self.kept, self._keep, self.find)

    def _keep(self, camera: str) -> None:
        self.kept = camera


def picture_of(
    code: str, *, pixels_a_module: int = 9, turned: float = 0, tilted: float = 0, at: int = 0
) -> QImage:
    """Return a grey hall with a badge's code in it, as printed, ``at`` pixels right of the middle.

    ``turned`` is in degrees; ``tilted`` is how much narrower its far side looks, from 0 to 1.
    """
    modules, rows = qr_pattern(code)
    qr = QImage.fromData(qr_picture(modules, rows, pixels_a_module=pixels_a_module))
    picture = QImage(*SIZE, QImage.Format.Format_RGB32)
    picture.fill(QColor(120, 118, 110))
    seen = QTransform().rotate(turned)
    side = qr.width()
    if tilted:
        seen *= QTransform(1, 0, tilted / side, 0, 1, 0, 0, 0, 1)
    badge = qr.convertToFormat(QImage.Format.Format_ARGB32).transformed(
        seen, Qt.TransformationMode.SmoothTransformation
    )
    painter = QPainter(picture)
    middle = QPoint(SIZE[0] // 2 + at, SIZE[1] // 2)
    painter.drawImage(middle - badge.rect().center(), badge)
    painter.end()
    return picture


def darkened(picture: QImage, share: float) -> QImage:
    """Return a picture with that share of its light."""
    dark = picture.copy()
    painter = QPainter(dark)
    painter.fillRect(dark.rect(), QColor(0, 0, 0, round(255 * (1 - share))))
    painter.end()
    return dark
