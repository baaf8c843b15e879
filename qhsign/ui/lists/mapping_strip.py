"""What was read from which column, as a row of small cards above the preview."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from qhsign.services.list_records import GUESTS
from qhsign.ui.lists.list_words import field_word
from qhsign.ui.theme import Look

_CARD_LEAST, _GAP, _HEIGHT = 118, 8, 68
SURE = 0.9


@dataclass(frozen=True, slots=True)
class Card:
    """One column: its letter and heading, the field it fills, a sample, how sure that is."""

    letter: str
    heading: str
    field: str
    sample: str
    confidence: float
    kind: str = GUESTS


class MappingStrip(QWidget):
    """Shows as many cards as there is room for, the doubtful ones first in amber."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._cards: Sequence[Card] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_HEIGHT)
        look.changed.connect(self.update)

    def show_cards(self, cards: Sequence[Card]) -> None:
        """Show other columns."""
        self._cards = cards
        told = (f"{self._title(card)}: {field_word(card.field, card.kind)}" for card in cards)
        self.setAccessibleName("; ".join(told))
        self.update()

    def minimumSizeHint(self) -> QSize:
        """Be content with one card."""
        return QSize(_CARD_LEAST, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cards side by side."""
        del event
        shown = self._shown()
        if not shown:
            return
        width = min((self.width() + _GAP) // len(shown) - _GAP, 170)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place, card in enumerate(shown):
            self._card(painter, QRect(place * (width + _GAP), 0, width, _HEIGHT), card)
        painter.end()

    def _shown(self) -> list[Card]:
        most = max((self.width() + _GAP) // (_CARD_LEAST + _GAP), 1)
        if len(self._cards) <= most:
            return list(self._cards)
        doubtful = [card for card in self._cards if card.confidence < SURE][:most]
        sure = [card for card in self._cards if card.confidence >= SURE][: most - len(doubtful)]
        return [card for card in self._cards if card in doubtful or card in sure]

    def _card(self, painter: QPainter, room: QRect, card: Card) -> None:
        look, sure = self._look, card.confidence >= SURE
        painter.setPen(look.colour("line" if sure else "warn-line"))
        painter.setBrush(look.colour("surface" if sure else "warn-tint"))
        painter.drawRoundedRect(room.adjusted(0, 0, -1, -1), 6, 6)
        inner = room.adjusted(10, 5, -10, -5)
        percent = f"{round(card.confidence * 100)}%"
        small, bold = look.font(12), look.font(14, bold=True)
        wide = QFontMetrics(small).horizontalAdvance(percent)
        line = QRect(inner.left(), inner.top(), inner.width(), 18)
        self._text(painter, line.adjusted(0, 0, -wide - 6, 0), self._title(card), small, "text-2")
        right = line.adjusted(line.width() - wide - 1, 0, 0, 0)
        self._text(painter, right, percent, small, "ok" if sure else "warn")
        middle = QRect(inner.left(), inner.top() + 19, inner.width(), 20)
        word = field_word(card.field, card.kind)
        self._text(painter, middle, word, bold, "text" if sure else "warn")
        below = QRect(inner.left(), inner.top() + 40, inner.width(), 18)
        self._text(painter, below, card.sample, small, "text-2")

    def _text(self, painter: QPainter, room: QRect, text: str, font: QFont, colour: str) -> None:
        painter.setFont(font)
        painter.setPen(self._look.colour(colour))
        flat = text.replace("\n", " ")
        shown = QFontMetrics(font).elidedText(flat, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), shown)

    def _title(self, card: Card) -> str:
        words = self.tr("{letter} {heading}")
        return words.format(letter=card.letter, heading=card.heading).strip()
