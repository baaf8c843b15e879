"""演练 over the whole window: nobody shall take a rehearsal for the real thing, or the reverse."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QBrush, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from qhsign.ui.shared.plain_parts import ElidedLabel
from qhsign.ui.theme import Look

_EDGE_PX = 6
_OPACITY = 0.09
_TILT_DEGREES = -18
_SHARE_OF_WIDTH = 5


class RehearsalStrip(QFrame):
    """Above every screen while the rehearsal lasts; ``ended`` asks to end it."""

    ended = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("rehearsal")
        self._look = look
        self._icon, self._words = QLabel(), ElidedLabel("strong")
        self._button = QPushButton()
        self._button.setProperty("kind", "small")
        self._button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._button.clicked.connect(self.ended)
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 5, 12, 5)
        line.setSpacing(10)
        line.addWidget(self._icon)
        line.addWidget(self._words, 1)
        line.addWidget(self._button)
        look.changed.connect(self._draw)
        self._draw()
        self._set_words()
        self.hide()

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _draw(self) -> None:
        ratio = self.devicePixelRatioF()
        self._icon.setPixmap(self._look.pixmap("triangle", "on-fill", 20, ratio))

    def _set_words(self) -> None:
        self._words.setText(self.tr("Rehearsal: scans are kept apart and never count"))
        self._button.setText(self.tr("End the rehearsal"))
        self.setAccessibleName(self._words.text())


class RehearsalMark(QWidget):
    """A striped edge and the word across the whole window; lets every click through."""

    def __init__(self, look: Look, over: QWidget) -> None:
        super().__init__(over)
        self._look, self._over = look, over
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        over.installEventFilter(self)
        look.changed.connect(self.update)

    def show_over(self, *, shown: bool) -> None:
        """Lay the mark over everything, or take it away."""
        self.setGeometry(self._over.rect())
        self.setVisible(shown)
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep to the window's size."""
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._over.rect())
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the edge, and the word aslant."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._edge(painter)
        painter.setOpacity(_OPACITY)
        painter.setPen(self._look.colour("text"))
        word = self.tr("REHEARSAL")
        size = self.width() // max(_SHARE_OF_WIDTH, round(len(word) * 0.9))
        painter.setFont(self._look.font(size, bold=True))
        painter.translate(QPoint(self.width() // 2, self.height() // 2))
        painter.rotate(_TILT_DEGREES)
        box = QRectF(-self.width(), -size, 2 * self.width(), 2 * size)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, word)
        painter.end()

    def _edge(self, painter: QPainter) -> None:
        whole, edge = self.rect(), _EDGE_PX
        for side in (
            QRect(0, 0, whole.width(), edge),
            QRect(0, whole.height() - edge, whole.width(), edge),
            QRect(0, 0, edge, whole.height()),
            QRect(whole.width() - edge, 0, edge, whole.height()),
        ):
            painter.fillRect(side, self._look.colour("warn-fill"))
            painter.fillRect(side, QBrush(self._look.colour("mark"), Qt.BrushStyle.BDiagPattern))
