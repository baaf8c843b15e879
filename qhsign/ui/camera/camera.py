"""What the window asks of a camera; the real one in `qt_camera` is loaded only when used."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal


@dataclass(frozen=True, slots=True)
class CameraDevice:
    """A camera as this computer knows it; ``id`` stays the same between runs."""

    id: str
    name: str


class Camera(QObject):
    """Gives pictures between ``start`` and ``stop``, all on the window's thread.

    ``frames`` carries each picture as a QImage of its own. ``troubled`` carries the
    ProblemForUser that ended the pictures: ``camera-in-use``, ``camera-unplugged``,
    ``camera-not-allowed`` or ``camera-failed``. ``cameras_changed`` says that one was plugged in
    or taken away.
    """

    frames = Signal(object)
    troubled = Signal(object)
    cameras_changed = Signal()

    def list_cameras(self) -> Sequence[CameraDevice]:
        """Return the cameras there are now, the system's own choice first."""
        raise NotImplementedError

    def start(self, camera_id: str) -> None:
        """Begin to give pictures of one camera; the one before is released."""
        raise NotImplementedError

    def stop(self) -> None:
        """Give no more pictures and release the camera; again does nothing."""
        raise NotImplementedError
