"""What the hall sees, small: the big screen itself, drawn once more."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from qhsign.ui.big_screen.big_screen_view import BigScreenView
from qhsign.ui.theme import Look

_LEAST_PX = 96


class ScreenCopy(QWidget):
    """As high as the big screen's shape asks for its width; drawn anew when that changes."""

    def __init__(self, look: Look, view: BigScreenView) -> None:
        super().__init__()
        self._look, self._view = look, view
        self._picture: QPixmap | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        view.changed.connect(self._draw_anew)
        look.changed.connect(self._draw_anew)

    def hasHeightForWidth(self) -> bool:
        """Tell Qt to ask for the height."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the big screen's shape."""
        return max(round(width * self._view.height() / max(self._view.width(), 1)), 1)

    def sizeHint(self) -> QSize:
        """Ask for a small picture."""
        return QSize(320, self.heightForWidth(320))

    def minimumSizeHint(self) -> QSize:
        """Stay recognizable."""
        return QSize(_LEAST_PX, _LEAST_PX * 9 // 16)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the copy in the middle."""
        del event
        area = self._area()
        ratio = self.devicePixelRatioF()
        if self._picture is None or self._picture.size() != area.size() * ratio:
            self._picture = self._drawn(area.size(), ratio)
        painter = QPainter(self)
        painter.drawPixmap(area.topLeft(), self._picture)
        painter.end()

    def _area(self) -> QRect:
        size = self._view.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        corner = QPoint((self.width() - size.width()) // 2, (self.height() - size.height()) // 2)
        return QRect(corner, size)

    def _drawn(self, size: QSize, ratio: float) -> QPixmap:
        picture = QPixmap(size * ratio)
        picture.setDevicePixelRatio(ratio)
        painter = QPainter(picture)
        painter.scale(size.width() / self._view.width(), size.height() / self._view.height())
        self._view.render(painter, QPoint())
        painter.end()
        return picture

    def _draw_anew(self) -> None:
        self._picture = None
        self.updateGeometry()
        self.update()
