"""The sheet as it will print, with rulers in millimetres; the paper is white in every theme."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from qhsign.services.print_records import PagePicture
from qhsign.ui.theme import Look

FIT = 0.0
_RULER_PX, _AIR_PX, _FOOT_PX = 44, 20, 30
_LARGEST_FIT = 8.0  # pixels a millimetre: a small card need not fill a large screen
_STEPS = (5, 10, 20, 30, 50, 100, 200)
_LABELS_APART_PX = 56
_SHARPEN_AFTER_MS = 120
_MM_PER_INCH = 25.4
_NOTHING = 1e-6
_BLUR = 0.98  # of the dots wanted, below which a sharper picture is asked for


class SheetView(QAbstractScrollArea):
    """``sharper`` asks for the page again, at so many dots a millimetre.

    ``went`` carries a step through the stack, -1 or 1; ``went_to_end`` goes to the first (-1) or
    the last (1).
    """

    sharper = Signal(float)
    went = Signal(int)
    went_to_end = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sheet-view")
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._look = look
        self._image = QImage()
        self._size = QSizeF(90, 130)
        self._zoom = FIT
        self._unit = ""
        self._asked = 0.0
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_SHARPEN_AFTER_MS)
        self._wait.timeout.connect(self._sharpen)
        look.changed.connect(self.viewport().update)
        self.verticalScrollBar().valueChanged.connect(self.viewport().update)
        self.horizontalScrollBar().valueChanged.connect(self.viewport().update)

    @property
    def dots_per_mm(self) -> float:
        """How many device pixels a millimetre of paper takes now."""
        return self._scale() * self.devicePixelRatioF()

    def show_picture(self, picture: PagePicture) -> None:
        """Show another page, or the same one sharper."""
        image = QImage(
            picture.pixels,
            picture.width,
            picture.height,
            picture.stride,
            QImage.Format.Format_RGB888,
        )
        self._image = image.copy()
        self._size = QSizeF(*picture.size)
        self._place_bars()
        self.viewport().update()
        self._wait.start()

    def show_nothing(self) -> None:
        """Take the sheet away."""
        self._image = QImage()
        self._place_bars()
        self.viewport().update()

    def set_zoom(self, zoom: float) -> None:
        """Show at a share of the true size; FIT shows the whole page."""
        self._zoom = zoom
        self._place_bars()
        self.viewport().update()
        self._wait.start()

    def set_unit(self, word: str) -> None:
        """Name the unit of the rulers."""
        self._unit = word
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk through the stack, or to its ends."""
        keys = Qt.Key
        step = {
            keys.Key_Left: -1, keys.Key_PageUp: -1, keys.Key_Right: 1, keys.Key_PageDown: 1,
        }.get(Qt.Key(event.key()))  # fmt: skip
        end = {keys.Key_Home: -1, keys.Key_End: 1}.get(Qt.Key(event.key()))
        if step is not None:
            self.went.emit(step)
        elif end is not None:
            self.went_to_end.emit(end)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QEvent) -> None:
        """Show the ring."""
        self.viewport().update()
        del event

    def focusOutEvent(self, event: QEvent) -> None:
        """Take the ring away."""
        self.viewport().update()
        del event

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the page again."""
        super().resizeEvent(event)
        self._place_bars()
        self._wait.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, the sheet and the rulers."""
        del event
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.viewport().rect(), self._look.colour("bg"))
        if not self._image.isNull():
            sheet = self._sheet()
            self._paint_sheet(painter, sheet)
            self._paint_rulers(painter, sheet)
        if self.hasFocus():
            painter.setPen(QPen(self._look.colour("focus"), 2))
            painter.drawRect(QRectF(self.viewport().rect()).adjusted(1, 1, -1, -1))
        painter.end()

    def _scale(self) -> float:
        """Return logical pixels a millimetre."""
        if self._zoom:
            return self._zoom * self.logicalDpiX() / _MM_PER_INCH
        room = self.maximumViewportSize()
        wide = (room.width() - _RULER_PX - _AIR_PX) / max(self._size.width(), 1)
        high = (room.height() - _RULER_PX - _FOOT_PX) / max(self._size.height(), 1)
        return max(min(wide, high, _LARGEST_FIT), 0.2)

    def _content(self) -> QSizeF:
        scale = self._scale()
        return QSizeF(
            self._size.width() * scale + _RULER_PX + _AIR_PX,
            self._size.height() * scale + _RULER_PX + _FOOT_PX,
        )

    def _place_bars(self) -> None:
        content, room = self._content(), self.viewport().size()
        for bar, whole, seen in (
            (self.horizontalScrollBar(), content.width(), room.width()),
            (self.verticalScrollBar(), content.height(), room.height()),
        ):
            beyond = round(whole - seen) if self._zoom and not self._image.isNull() else 0
            bar.setPageStep(seen)
            bar.setSingleStep(40)
            bar.setRange(0, max(beyond, 0))

    def _sheet(self) -> QRectF:
        """Return where the sheet lies in the viewport."""
        scale, content, room = self._scale(), self._content(), self.viewport().size()
        left = max((room.width() - content.width()) / 2, 0) + _RULER_PX
        top = max((room.height() - content.height()) / 2, 0) + _RULER_PX
        left -= self.horizontalScrollBar().value()
        top -= self.verticalScrollBar().value()
        size = self._size * scale
        return QRectF(round(left), round(top), size.width(), size.height())

    def _paint_sheet(self, painter: QPainter, sheet: QRectF) -> None:
        shade = QColor(0, 0, 0, 14)
        for spread in (1, 2, 4):
            painter.fillRect(sheet.adjusted(-spread, -spread + 1, spread, spread + 2), shade)
        painter.fillRect(sheet, QColor("white"))
        painter.drawImage(sheet, self._image)
        painter.setPen(QPen(self._look.colour("line-strong"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(sheet.adjusted(-0.5, -0.5, 0.5, 0.5))

    def _paint_rulers(self, painter: QPainter, sheet: QRectF) -> None:
        scale = self._scale()
        painter.setFont(self._look.font(12))
        marks = self._look.colour("line-strong"), self._look.colour("text-3")
        step = next((each for each in _STEPS if each * scale >= _LABELS_APART_PX), _STEPS[-1])
        fine = step / 6 if step == 30 else step / 5  # noqa: PLR2004 - thirty goes in fives
        for length, is_across in ((self._size.width(), True), (self._size.height(), False)):
            for place in _places(length, fine):
                is_named = abs(place / step - round(place / step)) < _NOTHING or place == length
                too_near = place != length and length - place < step / 2 and place % step == 0
                self._paint_mark(
                    painter, sheet, place, marks, is_across=is_across, is_named=is_named,
                    is_said=is_named and not too_near,
                )  # fmt: skip
        if self._unit:
            painter.setPen(marks[1])
            foot = QRectF(sheet.left(), sheet.bottom() + 6, sheet.width(), 18)
            painter.drawText(foot, Qt.AlignmentFlag.AlignRight, self._unit)

    def _paint_mark(
        self,
        painter: QPainter,
        sheet: QRectF,
        place: float,
        colours: tuple[QColor, QColor],
        *,
        is_across: bool,
        is_named: bool,
        is_said: bool,
    ) -> None:
        scale, long = self._scale(), 10 if is_named else 5
        painter.setPen(colours[0])
        said = f"{round(place, 1):g}"
        if is_across:
            x = sheet.left() + place * scale
            painter.drawLine(QPointF(x, sheet.top() - 8 - long), QPointF(x, sheet.top() - 8))
            box = QRectF(x - 30, sheet.top() - 8 - 10 - 18, 60, 16)
            align = Qt.AlignmentFlag.AlignHCenter
        else:
            y = sheet.top() + place * scale
            painter.drawLine(QPointF(sheet.left() - 8 - long, y), QPointF(sheet.left() - 8, y))
            box = QRectF(sheet.left() - 8 - 10 - 34, y - 8, 30, 16)
            align = Qt.AlignmentFlag.AlignRight
        if is_said:
            painter.setPen(colours[1])
            painter.drawText(box, align | Qt.AlignmentFlag.AlignVCenter, said)

    def _sharpen(self) -> None:
        if self._image.isNull() or self._size.width() <= 0:
            return
        have, wanted = self._image.width() / self._size.width(), self.dots_per_mm
        # A page too large for the picture asked for is shown as sharp as it comes, not asked again.
        unfit = wanted * _BLUR > have or have > wanted * 2
        if unfit and wanted != self._asked:
            self._asked = wanted
            self.sharper.emit(wanted)


def _places(length: float, step: float) -> list[float]:
    """Return the marks of a ruler, its end included, which need not fall on a step."""
    inside = [number * step for number in range(int((length - _NOTHING) // step) + 1)]
    return [*inside, length]
