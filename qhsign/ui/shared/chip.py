"""The category chip: shape and word on a tint, painted alike in tables and alone."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from qhsign.domain.guest import Category
from qhsign.ui.shared.category_shapes import category_shape, vip_shape
from qhsign.ui.shared.words import category_word, vip_word
from qhsign.ui.theme import Look

SMALL = 20
LARGE = 32


@dataclass(frozen=True, slots=True)
class ChipKind:
    """What a chip stands for; a VIP's chip shows the star over the category."""

    category: Category
    vip: bool = False

    @property
    def word(self) -> str:
        """The word on the chip."""
        return vip_word() if self.vip else category_word(self.category)

    @property
    def colours(self) -> tuple[str, str, str]:
        """Names of the colours of the word, the ground and the edge."""
        if self.vip:
            return "vip", "vip-tint", "vip-line"
        name = f"cat-{self.category}"
        return name, f"{name}-tint", f"{name}-tint"


def chip_width(look: Look, kind: ChipKind, height: int = SMALL) -> float:
    """Return how wide the chip will be in logical pixels."""
    pad, gap, shape, pixels = _measures(height)
    words = QFontMetricsF(look.font(pixels)).horizontalAdvance(kind.word)
    return pad + shape + gap + words + pad


def paint_chip(
    painter: QPainter, look: Look, kind: ChipKind, corner: QPointF, height: int = SMALL
) -> float:
    """Paint the chip with its upper left corner at ``corner``; return its width."""
    width = chip_width(look, kind, height)
    picture = chip_picture(look, kind, painter.device().devicePixelRatioF(), height)
    painter.drawPixmap(corner, picture)
    return width


def chip_picture(look: Look, kind: ChipKind, ratio: float, height: int = SMALL) -> QPixmap:
    """Return the chip as a picture, sharp at a pixel ratio."""
    size = QSizeF(chip_width(look, kind, height) + 1, height)
    key = ("chip", kind, kind.word, height)
    return look.drawn(key, size, ratio, lambda painter: _draw(painter, look, kind, height))


def _draw(painter: QPainter, look: Look, kind: ChipKind, height: int) -> None:
    pad, gap, shape, pixels = _measures(height)
    width = chip_width(look, kind, height)
    ink, ground, edge = (look.colour(name) for name in kind.colours)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    thick = look.edge
    # In high contrast the ground is the window's own and the edge carries the chip.
    painter.setPen(QPen(ink if thick > 1 else edge, thick))
    painter.setBrush(ground)
    inset = thick / 2
    frame = QRectF(0, 0, width, height).adjusted(inset, inset, -inset, -inset)
    painter.drawRoundedRect(frame, 4, 4)
    box = QRectF(pad, (height - shape) / 2, shape, shape)
    outline = vip_shape(box) if kind.vip else category_shape(kind.category, box)
    painter.fillPath(outline, ink)
    painter.setPen(ink)
    painter.setFont(look.font(pixels))
    words = QRectF(box.right() + gap, 0, width, height)
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, kind.word)


def _measures(height: int) -> tuple[float, float, float, int]:
    """Return padding, gap, size of the shape and of the word for a chip's height."""
    return (12, 8, 13, 16) if height >= LARGE else (7, 5, 9, 12)


class Chip(QWidget):
    """A chip that stands alone."""

    def __init__(self, look: Look, height: int = SMALL, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._height = look, height
        self._kind: ChipKind | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def show_kind(self, kind: ChipKind) -> None:
        """Show another category."""
        self._kind = kind
        self.setAccessibleName(kind.word)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of shape and word."""
        if self._kind is None:
            return QSize(0, self._height)
        return QSize(round(chip_width(self._look, self._kind, self._height) + 0.5), self._height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint shape and word."""
        del event
        if self._kind is not None:
            painter = QPainter(self)
            paint_chip(painter, self._look, self._kind, QPointF(0, 0), self._height)
            painter.end()

    def changeEvent(self, event: QEvent) -> None:
        """Take the word in the new language."""
        if event.type() == QEvent.Type.LanguageChange and self._kind is not None:
            self.show_kind(self._kind)
        super().changeEvent(event)
