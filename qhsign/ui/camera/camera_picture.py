"""The camera's picture as large as it fits, with the corners of a frame to aim with."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from qhsign.ui.theme import Look

_FLASH_MS = 350
_AIM_SHARE = 0.62
_CORNER_SHARE = 0.16


class CameraPicture(QWidget):
    """Shown mirrored, as people know themselves from a mirror; what is taken is not.

    ``aims`` shows the frame: a code needs it, a portrait does not.
    """

    def __init__(self, look: Look, *, aims: bool = True) -> None:
        super().__init__()
        self._look, self._aims = look, aims
        self._picture = QImage()
        self._flash = QTimer(self)
        self._flash.setSingleShot(True)
        self._flash.setInterval(_FLASH_MS)
        self._flash.timeout.connect(self.update)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    @property
    def picture(self) -> QImage:
        """The newest picture as the camera gave it; null before the first."""
        return self._picture

    def show_picture(self, picture: QImage) -> None:
        """Show another picture."""
        self._picture = picture
        self.update()

    def flash(self) -> None:
        """Show for a moment that a code was read."""
        self._flash.start()
        self.update()

    def sizeHint(self) -> QSize:
        """Take what the panel has."""
        return QSize(320, 180)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture, mirrored and cut to the widget's shape."""
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.colour("sunken"))
        if not self._picture.isNull():
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.save()
            painter.translate(QPointF(self.width(), 0))
            painter.scale(-1, 1)
            painter.drawImage(QRectF(self.rect()), self._picture, self._shown_part())
            painter.restore()
            if self._aims:
                self._paint_aim(painter)
        painter.end()

    def _shown_part(self) -> QRectF:
        """Return the middle of the picture that has the widget's shape."""
        wide, high = self._picture.width(), self._picture.height()
        share = min(wide / max(self.width(), 1), high / max(self.height(), 1))
        part_wide, part_high = self.width() * share, self.height() * share
        return QRectF((wide - part_wide) / 2, (high - part_high) / 2, part_wide, part_high)

    def _paint_aim(self, painter: QPainter) -> None:
        side = min(self.width(), self.height()) * _AIM_SHARE
        reach = side * _CORNER_SHARE
        left, top = (self.width() - side) / 2, (self.height() - side) / 2
        read = self._flash.isActive()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # A dark line under the light one: the frame is seen on a white badge and a black coat.
        lines = (("rail", 6), ("ok-fill" if read else "on-fill", 3))
        for name, wide in lines:
            pen = QPen(self._look.colour(name), wide)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            for x, y, right, down in (
                (left, top, 1, 1),
                (left + side, top, -1, 1),
                (left, top + side, 1, -1),
                (left + side, top + side, -1, -1),
            ):
                corner = [
                    QPointF(x + right * reach, y), QPointF(x, y), QPointF(x, y + down * reach)
                ]  # fmt: skip
                painter.drawPolyline(QPolygonF(corner))
