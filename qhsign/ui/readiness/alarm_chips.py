"""The alarm times of the board as chips: those passed go quiet, the last one rings."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from qhsign.ui.theme import Look

MOST = 3
_HEIGHT, _PAD, _BELL, _PX = 22, 6, 13, 12


class AlarmChips(QWidget):
    """Of more alarms than there is room for, those around the moment show."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.chips = [_AlarmChip(look) for _ in range(MOST)]
        self._alarms: Sequence[int] = ()
        self._passed: Sequence[int] = ()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        for chip in self.chips:
            line.addWidget(chip)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_alarms(self, alarms: Sequence[int], passed: Sequence[int]) -> None:
        """Show the alarms, in minutes before going on stage, the earliest first."""
        self._alarms, self._passed = alarms, passed
        first = min(max(len(passed) - 2, 0), max(len(alarms) - MOST, 0))
        shown = alarms[first : first + MOST]
        for place, chip in enumerate(self.chips):
            chip.setVisible(place < len(shown))
            if place < len(shown):
                minutes = shown[place]
                chip.show_alarm(
                    minutes, passed=minutes in passed, rings=bool(passed) and minutes == passed[-1]
                )
        self._set_words()

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _set_words(self) -> None:
        said = [self.tr("T−{minutes}").format(minutes=each) for each in self._alarms]
        gone = [self.tr("T−{minutes}").format(minutes=each) for each in self._passed]
        whole = self.tr("Alarms {all}; passed: {passed}").format(
            all=", ".join(said) or "—", passed=", ".join(gone) or "—"
        )
        self.setAccessibleName(whole)
        self.setToolTip(whole)


class _AlarmChip(QWidget):
    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.text, self.rings, self.passed = "", False, False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def show_alarm(self, minutes: int, *, passed: bool, rings: bool) -> None:
        """Show another alarm."""
        self.text, self.passed, self.rings = f"T−{minutes}", passed, rings
        self.setFixedSize(self.sizeHint())
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of bell and word."""
        words = QFontMetrics(self._look.font(_PX)).horizontalAdvance(self.text)
        return QSize(words + 2 * _PAD + (_BELL + 4 if self.rings else 0), _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint edge, bell and word."""
        del event
        look = self._look
        ink, ground, edge = "text-2", "surface", "line-strong"
        if self.rings:
            ink, ground, edge = "warn", "warn-tint", "warn-line"
        elif self.passed:
            ink, ground, edge = "text-3", "sunken", "line"
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.colour(ink if look.edge > 1 else edge), look.edge))
        painter.setBrush(look.colour(ground))
        inset = look.edge / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 4, 4)
        left = _PAD
        if self.rings:
            picture = look.pixmap("bell", ink, _BELL, self.devicePixelRatioF())
            painter.drawPixmap(QPointF(left, (self.height() - _BELL) / 2), picture)
            left += _BELL + 4
        painter.setFont(look.font(_PX))
        painter.setPen(look.colour(ink))
        room = self.rect().adjusted(left, 0, 0, 0)
        painter.drawText(
            room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self.text
        )
        painter.end()
