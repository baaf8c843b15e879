"""The row of the presidium (主席台), painted as the audience sees it."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from qhsign.domain.seating import PlaceKind
from qhsign.domain.stage_terms import Side
from qhsign.services.presidium_records import PresidiumSeat
from qhsign.ui.stage.stage_card import CardFace, CardState, name_fit, paint_card
from qhsign.ui.theme import Look

_LEAST, _MOST, _DEPTH, _GAP, _AROUND = 64.0, 96.0, 72.0, 8.0, 8.0


class PresidiumRow(QWidget):
    """Cards with rank and name; as wide as the room, and wider where many sit."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.seats: Sequence[PresidiumSeat] = ()
        self.setFixedHeight(int(_DEPTH + 2 * _AROUND))
        look.changed.connect(self.update)

    def show_seats(self, seats: Sequence[PresidiumSeat]) -> None:
        """Show another row, from left to right as the audience sees it."""
        self.seats = seats
        self.setMinimumWidth(self.minimumSizeHint().width())
        self.setAccessibleDescription(
            "  ".join(f"{seat.rank} {seat.guest.full_name}" for seat in seats)
        )
        self.update()

    def minimumSizeHint(self) -> QSize:
        """Return the room all cards need."""
        width = len(self.seats) * (_LEAST + _GAP) + 2 * _AROUND
        return QSize(int(width), int(_DEPTH + 2 * _AROUND))

    def card_rects(self) -> list[QRectF]:
        """Return where the cards lie."""
        count = len(self.seats)
        if not count:
            return []
        share = (self.width() - 2 * _AROUND) / count - _GAP
        width = max(min(share, _MOST), _LEAST)
        left = (self.width() - count * (width + _GAP) + _GAP) / 2
        return [
            QRectF(left + place * (width + _GAP), _AROUND, width, _DEPTH) for place in range(count)
        ]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint card by card."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for seat, rect in zip(self.seats, self.card_rects(), strict=True):
            side = Side.HOST if seat.rank == 1 else Side.GUEST
            face = CardFace(PlaceKind.WITNESS, side, str(seat.rank), seat.guest.full_name)
            fit = name_fit(self._look, face, rect.width(), rect.height())
            paint_card(painter, self._look, face, fit, rect, CardState())
        painter.end()
