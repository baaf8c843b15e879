"""How a category will look: the band of the badge, and the chip on the screens."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from qhsign.services.setting_records import CategoryLookRow
from qhsign.ui.shared.category_shapes import category_shape
from qhsign.ui.shared.chip import ChipKind, paint_chip
from qhsign.ui.theme import Look

_BAND = QSize(240, 56)
_PAD, _SHAPE, _GAP = 14, 24, 12
_WORD_PX, _ENGLISH_PX = 20, 12


class CategoryPreview(QWidget):
    """Painted from one row; the paper is white in every theme."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._row: CategoryLookRow | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def show_look(self, row: CategoryLookRow) -> None:
        """Show another category, or another look of it."""
        self._row = row
        self.setAccessibleDescription(f"{row.word} {row.word_en} {row.band}")
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for the band and a chip beside it."""
        return QSize(_BAND.width() + 160, _BAND.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the band, then the chip."""
        del event
        row = self._row
        if row is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        band = QRectF(QPointF(0, 0), _BAND.toSizeF())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(row.band))
        painter.drawRoundedRect(band, 6, 6)
        ink = QColor(row.ink)
        box = QRectF(_PAD, (band.height() - _SHAPE) / 2, _SHAPE, _SHAPE)
        painter.fillPath(category_shape(row.category, box), ink)
        left = box.right() + _GAP
        self._words(painter, row, QRectF(left, 0, band.width() - left - _PAD, band.height()))
        chip = QPointF(band.right() + 16, (band.height() - 20) / 2)
        paint_chip(painter, self._look, ChipKind(row.category), chip)
        painter.end()

    def _words(self, painter: QPainter, row: CategoryLookRow, room: QRectF) -> None:
        """Write the word and its English under it, each as large as there is room."""
        painter.setPen(QColor(row.ink))
        lines = (
            (row.word, _WORD_PX, True, room.adjusted(0, 6, 0, -22)),
            (row.word_en.upper(), _ENGLISH_PX, False, room.adjusted(0, 34, 0, -6)),
        )
        for text, pixels, bold, box in lines:
            font = self._look.font(pixels, bold=bold)
            shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
            painter.setFont(font)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, shown)
