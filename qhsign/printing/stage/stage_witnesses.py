"""The witnesses on a stage plan: in rows behind the signers, each side from the centre outward."""

import math
from typing import NamedTuple

from qhsign.domain.stage_papers import StagePlan, Witness
from qhsign.domain.stage_terms import Side
from qhsign.printing.page_texts import OVERFLOW
from qhsign.printing.papers.paper_page import HOST, INK, LAKE, SOFT, WHITE, PaperPage
from qhsign.printing.stage.stage_parts import StageSheets, one_size
from qhsign.printing.stage.stage_view import CENTRE, StageView, draw_row_label, mark_moved
from qhsign.printing.text.text_fit import TextStyle

_CARD, _CARD_GAP, _CARDS_Y = (23.4, 23.0), 1.8, 39.0
_CARD_ROWS_Y, _CARD_ROWS_END, _CARD_ROW_GAP = 36.2, 71.6, 1.2
_ROW_OF_CARDS = 5
_MOST_CARD_ROWS, _LOW = 4, 14.0
_SIDE_WIDTH = 127.5  # from the axis to the last card


class _Card(NamedTuple):
    width: float
    depth: float
    y: float
    columns: int


class _CardParts(NamedTuple):
    rank_size: float
    rank_x: float
    rank_y: float
    name_x: float
    name_y: float
    name_depth: float
    post_y: float


class WitnessRows:
    """Draws all witnesses of a plan; more than a row holds stand smaller in several."""

    def __init__(self, sheets: StageSheets, plan: StagePlan) -> None:
        self._sheets = sheets
        self._plan = plan
        self._view = StageView(plan.viewpoint)

    @property
    def stand_here(self) -> bool:
        """Whether there are any."""
        return bool(self._plan.guest_witnesses or self._plan.host_witnesses)

    def draw(self, page: PaperPage) -> None:
        """Draw both sides of witnesses behind the signers, from the centre outward."""
        say = self._sheets.say
        draw_row_label(page, self._view, say("stage-witnesses"), _CARDS_Y, _CARD[1])
        if not self.stand_here:
            style = one_size("sans", 9.0, 2 * _SIDE_WIDTH)
            middle = self._view.top_of(_CARDS_Y + _CARD[1] / 2, 0.0) - style.height / 2
            words = say("stage-no-witnesses")
            page.text(
                words, style, CENTRE - _SIDE_WIDTH, middle, colour=SOFT, align="c", valign="m"
            )
            return
        self._draw_cards(page, self._cards())

    def _cards(self) -> list[_Card]:
        """Return the rows of cards, the front one first: as few as all names and posts fit into."""
        most = max(len(self._plan.guest_witnesses), len(self._plan.host_witnesses))
        if most <= _ROW_OF_CARDS:
            return [_Card(*_CARD, _CARDS_Y, _ROW_OF_CARDS)]
        choices = [
            _rows_of_cards(count, math.ceil(most / count))
            for count in range(2, _MOST_CARD_ROWS + 1)
        ]
        return min(choices, key=self._too_long)

    def _too_long(self, rows: list[_Card]) -> int:
        """Return how many names and posts are too long for such cards."""
        trial = self._sheets.new_page()
        self._draw_cards(trial, rows)
        return sum(finding.code == OVERFLOW for finding in trial.findings)

    def _draw_cards(self, page: PaperPage, rows: list[_Card]) -> None:
        for side, witnesses in (
            (Side.GUEST, self._plan.guest_witnesses),
            (Side.HOST, self._plan.host_witnesses),
        ):
            for place, witness in enumerate(witnesses):
                self._draw_witness(page, rows, side, place, witness)

    def _draw_witness(
        self, page: PaperPage, rows: list[_Card], side: Side, place: int, witness: Witness
    ) -> None:
        row, column = divmod(place, rows[0].columns)
        card = rows[row]
        gap = _CARD_GAP if len(rows) == 1 else _CARD_ROW_GAP
        away = gap / 2 + column * (card.width + gap)
        x = CENTRE + away if side is Side.HOST else CENTRE - away - card.width
        x, y = self._view.left_of(x, card.width), self._view.top_of(card.y, card.depth)
        is_host = side is Side.HOST
        page.rectangle(
            x, y, card.width, card.depth,
            fill=HOST if is_host else WHITE, stroke=LAKE if is_host else INK, width=0.7,
        )  # fmt: skip
        if witness.moved:
            mark_moved(page, x + card.width, y)
        self._set_witness(page, card, x, y, side, place, witness)

    def _set_witness(
        self,
        page: PaperPage,
        card: _Card,
        x: float,
        y: float,
        side: Side,
        place: int,
        witness: Witness,
    ) -> None:
        say = self._sheets.say
        rank = say("stage-witness-rank", side=say(f"stage-side-{side}"), rank=place + 1)
        subject = f"{say('stage-witnesses')} {rank}"
        parts = _parts_of(card)
        style = one_size("bold", parts.rank_size, card.width - 2.0)
        colour = LAKE if side is Side.HOST else SOFT
        page.text(rank, style, x + parts.rank_x, y + parts.rank_y, colour=colour)
        name = TextStyle(
            "bold", 13.5, 7.0, card.width - parts.name_x - 0.7, parts.name_depth,
            lines=2, line_height=1.1, one_line_floor=9.0, last_lines=3, last_min=5.5,
        )  # fmt: skip
        page.text(
            witness.name, name, x + parts.name_x, y + parts.name_y,
            align="c", valign="m", subject=subject, field="name",
        )  # fmt: skip
        post = TextStyle(
            "sans", 7.0, 6.0, card.width - 1.0, card.depth - parts.post_y - 0.2, lines=2,
            line_height=1.3 if card.depth == _CARD[1] else 1.2, last_lines=4, last_min=5.25,
        )  # fmt: skip
        page.text(
            witness.post, post, x + 0.5, y + parts.post_y, align="c", subject=subject, field="post"
        )


def _rows_of_cards(count: int, columns: int) -> list[_Card]:
    """Return rows of cards, the front one first: it is the lowest, nearest to the signers."""
    width = min(_CARD[0], _SIDE_WIDTH / columns - _CARD_ROW_GAP)
    depth = (_CARD_ROWS_END - _CARD_ROWS_Y - (count - 1) * _CARD_ROW_GAP) / count
    return [
        _Card(width, depth, _CARD_ROWS_END - depth - row * (depth + _CARD_ROW_GAP), columns)
        for row in range(count)
    ]


def _parts_of(card: _Card) -> _CardParts:
    """Return where rank, name and post stand in a card; in a low one the name is at the side."""
    if card.depth == _CARD[1]:
        return _CardParts(7.0, 1.4, 1.1, 0.7, 4.4, 7.1, 13.0)
    if card.depth > _LOW:
        return _CardParts(6.0, 1.0, 0.6, 0.7, 2.8, 5.6, 8.9)
    return _CardParts(5.5, 0.6, 1.0, 4.4, 0.5, 3.9, 4.7)
