"""The photo of the person at the desk, for the look that no code can take."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QLabel

from qhsign.domain.photo import HIGH, WIDE

_HIGHEST = 256
_MOST_OF_WIDTH = 0.27


class VerdictPhoto(QLabel):
    """Keeps its place from the first moment, so that nothing moves when the picture is read."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("verdict-photo")
        self._digest = ""
        self._picture = QImage()
        self.hide()

    def expect(self, digest: str) -> None:
        """Make room for the photo of this digest; none for an empty one."""
        if digest != self._digest:
            self._digest, self._picture = digest, QImage()
            self.clear()
        self.setVisible(bool(digest))

    def show_jpeg(self, digest: str, jpeg: bytes) -> None:
        """Show a photo, if it is the one expected."""
        if digest == self._digest:
            self._picture = QImage.fromData(jpeg)
            self._draw()

    def fit(self, height: int, width: int) -> int:
        """Take a part of this room, and return the width taken."""
        high = max(min(height, _HIGHEST), 60)
        wide = min(round(high * WIDE / HIGH), round(width * _MOST_OF_WIDTH))
        size = QSize(wide, round(wide * HIGH / WIDE))
        if size != self.size():
            self.setFixedSize(size)
            self._draw()
        return wide

    def _draw(self) -> None:
        if self._picture.isNull():
            return
        ratio = self.devicePixelRatioF()
        shown = self._picture.scaled(
            (self.size() - QSize(2, 2)) * ratio,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        shown.setDevicePixelRatio(ratio)
        self.setPixmap(QPixmap.fromImage(shown))
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
