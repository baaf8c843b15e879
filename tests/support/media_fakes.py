"""Just enough of QtMultimedia to be a camera's driver in a test."""

from types import SimpleNamespace
from typing import Any, ClassVar

from PySide6.QtCore import QByteArray, QObject, QSize, Signal
from PySide6.QtGui import QImage


class FakeFormat:
    """A format a camera offers."""

    def __init__(self, width: int, height: int, rate: float = 30) -> None:
        self._size, self._rate = QSize(width, height), rate

    def resolution(self) -> QSize:
        return self._size

    def maxFrameRate(self) -> float:  # noqa: N802 - Qt's own name
        return self._rate


class FakeDevice:
    """A camera that is plugged in."""

    def __init__(self, name: str, *formats: FakeFormat) -> None:
        self.name, self.formats = name, formats

    def id(self) -> QByteArray:
        return QByteArray(self.name.encode())

    def description(self) -> str:
        return f"{self.name} camera"

    def isNull(self) -> bool:  # noqa: N802 - Qt's own name
        return not self.name

    def videoFormats(self) -> list[FakeFormat]:  # noqa: N802 - Qt's own name
        return list(self.formats)


class FakeFrame:
    """A frame of the sink; without a picture it is none."""

    def __init__(self, picture: QImage | None = None) -> None:
        self._picture = picture

    def isValid(self) -> bool:  # noqa: N802 - Qt's own name
        return self._picture is not None

    def toImage(self) -> QImage:  # noqa: N802 - Qt's own name
        return self._picture or QImage()


class FakeQCamera(QObject):
    """What an opened camera tells; ``opened`` lists those made since the test began."""

    errorOccurred = Signal(object, str)  # noqa: N815 - Qt's own name
    opened: ClassVar[list["FakeQCamera"]] = []

    def __init__(self, device: FakeDevice, parent: QObject) -> None:
        super().__init__(parent)
        self.device, self.running = device, False
        self.format: FakeFormat | None = None
        FakeQCamera.opened.append(self)

    def setCameraFormat(self, wanted: FakeFormat) -> None:  # noqa: N802 - Qt's own name
        self.format = wanted

    def start(self) -> None:
        self.running = True

    def stop(self) -> None:
        self.running = False


class FakeMedia:
    """Stands in for the module; ``plug`` changes what is there, ``frame`` what is seen."""

    def __init__(self, *devices: FakeDevice) -> None:
        FakeQCamera.opened = []
        self.devices = list(devices)
        self.frame = FakeFrame()
        media = self

        class Devices(QObject):
            videoInputsChanged = Signal()  # noqa: N815 - Qt's own name

            @staticmethod
            def defaultVideoInput() -> FakeDevice:  # noqa: N802 - Qt's own name
                return media.devices[-1] if media.devices else FakeDevice("")

            @staticmethod
            def videoInputs() -> list[FakeDevice]:  # noqa: N802 - Qt's own name
                return list(media.devices)

        self.QMediaDevices = Devices
        self.QCamera = FakeQCamera

    def QVideoSink(self, parent: QObject) -> Any:  # noqa: N802 - Qt's own name
        del parent
        return SimpleNamespace(videoFrame=lambda: self.frame)

    def QMediaCaptureSession(self, parent: QObject) -> Any:  # noqa: N802 - Qt's own name
        del parent
        return SimpleNamespace(setVideoSink=lambda _: None, setCamera=lambda _: None)
