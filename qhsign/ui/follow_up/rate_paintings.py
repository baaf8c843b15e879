"""Painting the rates: four cards with their definitions, and bars for every group."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from qhsign.ui.follow_up.followed_table import paint_share
from qhsign.ui.follow_up.painted_chart import LEFT, RIGHT, SMALL, TEXT, TITLE, Brush, wrapped
from qhsign.ui.follow_up.rate_facts import RateCard, RateLine, Share
from qhsign.ui.theme import Look

_GAP, _LINE, _BIG, _BIG_LINE, _BAR = 24.0, 17.0, 28, 36.0, 8.0
_NARROW = 900.0
_ROW, _HEAD = 42.0, 24.0
_NAME_SHARE, _NAME_LEAST = 0.22, 130.0


@dataclass(frozen=True, slots=True)
class RateCards:
    """The four rates beside each other, two by two where there is little room."""

    cards: Sequence[RateCard]

    @property
    def said(self) -> str:
        """Every rate with what it is made of and how it is defined."""
        return "\n".join(
            f"{card.name}: {'; '.join(share.said for share in card.shares)}. {card.definition}"
            for card in self.cards
        )

    def height(self, look: Look, width: float) -> float:
        """Return how high the rows of cards are together."""
        return sum(self._deep(look, row, width) for row in self._rows(width)) + 4

    def paint(self, brush: Brush, box: QRectF) -> None:
        """Paint the cards row by row."""
        top = box.top() + 2
        for row in self._rows(box.width()):
            wide = self._wide(box.width())
            deep = self._deep(brush.look, row, box.width())
            for place, card in enumerate(row):
                left = box.left() + place * (wide + _GAP)
                self._paint_card(brush, QRectF(left, top, wide, deep), card)
                if place:
                    rule = left - _GAP / 2
                    brush.line(QPointF(rule, top), QPointF(rule, top + deep - 12))
            top += deep

    def _rows(self, width: float) -> list[Sequence[RateCard]]:
        across = self._across(width)
        return [self.cards[at : at + across] for at in range(0, len(self.cards), across)]

    def _across(self, width: float) -> int:
        return 4 if width >= _NARROW else 2

    def _wide(self, width: float) -> float:
        across = self._across(width)
        return (width - (across - 1) * _GAP) / across

    def _deep(self, look: Look, row: Sequence[RateCard], width: float) -> float:
        wide = self._wide(width)
        most = 0.0
        for card in row:
            shares = sum(
                self._share_deep(share, first=not at) for at, share in enumerate(card.shares)
            )
            lines = len(wrapped(look, card.definition, wide))
            most = max(most, 22 + shares + 6 + lines * _LINE + 14)
        return most

    @staticmethod
    def _share_deep(share: Share, *, first: bool) -> float:
        if share.part is None:
            return _BIG_LINE
        return (_BIG_LINE if first and not share.what else _LINE + 2) + _LINE + _BAR + 8

    def _paint_card(self, brush: Brush, box: QRectF, card: RateCard) -> None:
        brush.write(QRectF(box.left(), box.top(), box.width(), 20), LEFT, card.name, "text", TITLE,
                    bold=True)  # fmt: skip
        top = box.top() + 22
        for at, share in enumerate(card.shares):
            self._paint_share(brush, QRectF(box.left(), top, box.width(), 0), share, first=not at)
            top += self._share_deep(share, first=not at)
        top += 6
        for line in wrapped(brush.look, card.definition, box.width()):
            brush.write(QRectF(box.left(), top, box.width() + 4, _LINE), LEFT, line, "text-3")
            top += _LINE

    def _paint_share(self, brush: Brush, box: QRectF, share: Share, *, first: bool) -> None:
        left, top, wide = box.left(), box.top(), box.width()
        if share.part is None:
            brush.write(QRectF(left, top, wide, _BIG_LINE), LEFT, share.label, "text-2", TITLE)
            return
        if first and not share.what:
            brush.write(
                QRectF(left, top, wide, _BIG_LINE), LEFT, share.label, "text", _BIG, bold=True
            )
            top += _BIG_LINE
        else:
            words = f"{share.what}　{share.label}".strip("　")
            gap = brush.wide(share.gap, TEXT, bold=True)
            brush.write(QRectF(left, top, wide - gap - 6, _LINE), LEFT, words, "text", TEXT)
            tone = "warn" if share.gap.startswith("−") else "ok"
            brush.write(QRectF(left + wide - gap, top, gap, _LINE), RIGHT, share.gap, tone, TEXT,
                        bold=True)  # fmt: skip
            top += _LINE + 2
        brush.write(QRectF(left, top, wide, _LINE), LEFT, share.of, "text-2", TEXT)
        _bar(brush, QRectF(left, top + _LINE + 2, wide, _BAR), share)


@dataclass(frozen=True, slots=True)
class RateBars:
    """A row for each group: every rate as a bar from 0 to 100 % with its figures over it."""

    headings: Sequence[str]
    lines: Sequence[RateLine]

    @property
    def said(self) -> str:
        """Every row with its rates."""
        return "\n".join(
            f"{line.name} ({line.about}): "
            + "; ".join(
                f"{heading} {share.said}"
                for heading, share in zip(self.headings, line.shares, strict=True)
            )
            for line in self.lines
        )

    def height(self, look: Look, width: float) -> float:
        """Return the height of all rows."""
        del look, width
        return _HEAD + _ROW * len(self.lines)

    def paint(self, brush: Brush, box: QRectF) -> None:
        """Paint the headings and the rows."""
        name = max(box.width() * _NAME_SHARE, _NAME_LEAST)
        wide = (box.width() - name - len(self.headings) * 16) / len(self.headings)
        lefts = [box.left() + name + 16 + at * (wide + 16) for at in range(len(self.headings))]
        for left, heading in zip(lefts, self.headings, strict=True):
            brush.write(QRectF(left, box.top(), wide, _HEAD - 4), LEFT, heading, "text-2", SMALL)
        top = box.top() + _HEAD
        for line in self.lines:
            brush.line(QPointF(box.left(), top), QPointF(box.right(), top))
            brush.write(
                QRectF(box.left(), top + 4, name, 18), LEFT, line.name, "text", TEXT, bold=True
            )
            brush.write(QRectF(box.left(), top + 22, name, 16), LEFT, line.about, "text-3")
            for left, share in zip(lefts, line.shares, strict=True):
                self._cell(brush, QRectF(left, top + 4, wide, _ROW - 8), share)
            top += _ROW

    @staticmethod
    def _cell(brush: Brush, box: QRectF, share: Share) -> None:
        head = QRectF(box.left(), box.top(), box.width(), 18)
        if share.part is None:
            brush.write(head, LEFT, share.label, "text-3")
            return
        label = brush.wide(share.label, TEXT, bold=True)
        brush.write(head, LEFT, share.label, "text", TEXT, bold=True)
        rest = QRectF(head.left() + label + 6, head.top(), head.width() - label - 6, 18)
        # With little room the words of money would be cut in the middle: the bar says it, too.
        of = " ".join(filter(None, (share.what, share.of)))
        fitting = next((words for words in (of, share.of) if brush.wide(words) <= rest.width()), "")
        brush.write(rest, RIGHT, fitting)
        _bar(brush, QRectF(box.left(), box.top() + 21, box.width(), _BAR), share)


def _bar(brush: Brush, box: QRectF, share: Share) -> None:
    """Paint a share; a target that was passed is good, any other rate above 100 % is odd."""
    passed = "ok-fill" if share.what else "warn-fill"
    paint_share(brush.painter, brush.look, box, share.part or 0.0, passed)
