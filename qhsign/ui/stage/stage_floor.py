"""Where everything lies on the plan, in logical pixels of the plan itself.

The floor is as the audience sees it; seen from the stage it is turned by a half, as on the printed
plan: what was left is right, and what lay at the back comes first. Words stay upright.
"""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QRectF, QSizeF

from qhsign.domain.seating import Place, PlaceKind
from qhsign.domain.stage_terms import Side, Viewpoint
from qhsign.services.stage_looks import StageLook, StageTableLook
from qhsign.ui.stage.flag_painting import FLAGS_DEPTH

PAD = 16.0
SIGNER_DEPTH, WITNESS_DEPTH, ASSISTANT_DEPTH = 72.0, 64.0, 32.0
LEAST_SIGNER, LEAST_WITNESS, MOST_CARD = 48.0, 52.0, 112.0
_WIDEST_SIGNER, _WIDEST_WITNESS = 88.0, 76.0
_BACKDROP, _CAPTION, _BAR, _LIGHT = 26.0, 22.0, 30.0, 22.0
_AUDIENCE, _LINE = 20.0, 20.0
_TITLE_LINE = 16.0
_BESIDE, _BETWEEN_SEATS, _BETWEEN_WITNESSES = 8.0, 3.0, 8.0
_ROW_GAP, _GAP = 6.0, 6.0
_SECTIONS_APART = 12.0
_MOST_STRETCH, _MOST_SQUEEZE = 26.0, -6.0
_MOST_ROWS = 4


@dataclass(frozen=True, slots=True)
class Sizes:
    """How wide cards are at least, so that their names are legible, and how many lines words take.

    ``signers`` are the widths by table, where one needs more than the usual. ``flags`` tells that
    somewhere flags stand on the tables, ``lights`` that readiness is known.
    """

    signers: Mapping[int, float] = field(default_factory=dict)
    witness: float = LEAST_WITNESS
    title_lines: int = 2
    note_lines: Callable[[float], int] = lambda _: 1
    flags: bool = False
    lights: bool = False

    def signer(self, table: StageTableLook) -> float:
        """Return how wide the cards at a table are at least."""
        return self.signers.get(table.number, LEAST_SIGNER)


@dataclass(frozen=True, slots=True)
class TableBox:
    """One table: its whole column with the signers, the bar with the number, what stands below."""

    number: int
    whole: QRectF
    bar: QRectF
    title: QRectF
    light: QRectF
    flags: Mapping[Side, QRectF]


@dataclass(slots=True)
class Floor:
    """The finished floor; rectangles that are not there are empty."""

    size: QSizeF = field(default_factory=QSizeF)
    cards: dict[Place, QRectF] = field(default_factory=dict)
    tables: list[TableBox] = field(default_factory=list)
    backdrop: QRectF = field(default_factory=QRectF)
    witness_caption: QRectF = field(default_factory=QRectF)
    table_caption: QRectF = field(default_factory=QRectF)
    note: QRectF = field(default_factory=QRectF)
    audience: QRectF = field(default_factory=QRectF)


def least_width(look: StageLook, sizes: Sizes) -> float:
    """Return how wide a floor is at least for its cards."""
    tables = sum(_table_width(table, sizes.signer(table)) for table in look.tables)
    most = max((len(side) for side in look.witnesses.values()), default=0)
    columns = math.ceil(most / _MOST_ROWS)
    witnesses = 2 * columns * (sizes.witness + _BETWEEN_WITNESSES)
    return 2 * PAD + max(tables, witnesses, 200.0)


def lay_floor(look: StageLook, room: QSizeF, sizes: Sizes, viewpoint: Viewpoint) -> Floor:
    """Lay the floor into a room, larger where the cards need more."""
    width = max(room.width(), least_width(look, sizes))
    floor = Floor()
    plan = _Plan(look, sizes, width, viewpoint, floor)
    height = plan.place(plan.stretch(room.height()))
    floor.size = QSizeF(width, height)
    return floor


def least_height(look: StageLook, width: float, sizes: Sizes, viewpoint: Viewpoint) -> float:
    """Return how high a floor of a width is at least, without laying it."""
    plan = _Plan(look, sizes, max(width, least_width(look, sizes)), viewpoint, Floor())
    return plan.height(plan.stretch(0.0))


class _Plan:
    """One floor being laid."""

    def __init__(
        self, look: StageLook, sizes: Sizes, width: float, viewpoint: Viewpoint, floor: Floor
    ) -> None:
        self._look, self._sizes, self._width = look, sizes, width
        self._is_turned, self._floor = viewpoint is Viewpoint.STAGE, floor
        self._rows, self._columns = self._witness_grid()
        several = (table.standings for table in look.tables)
        self._has_assistants = any(
            each.place.kind is PlaceKind.ASSISTANT for table in several for each in table
        )
        self.sections = self._sections()

    @property
    def _inner(self) -> float:
        return self._width - 2 * PAD

    def height(self, stretch: float) -> float:
        """Return how high the floor is with so much more between its sections."""
        apart = (_SECTIONS_APART + stretch) * (len(self.sections) - 1)
        return 2 * PAD + apart + sum(depth for depth, _ in self.sections)

    def stretch(self, room: float) -> float:
        """Return how much more there is between the sections to fill a height."""
        spare = room - self.height(0.0)
        return min(max(spare / max(len(self.sections) - 1, 1), _MOST_SQUEEZE), _MOST_STRETCH)

    def place(self, stretch: float) -> float:
        """Put everything in its place; return the height."""
        y = PAD
        for depth, put in self.sections:
            put(y)
            y += depth + _SECTIONS_APART + stretch
        return self.height(stretch)

    def _sections(self) -> list[tuple[float, Callable[[float], None]]]:
        """Return what lies from back to front, each with its depth and what puts it there."""
        sections: list[tuple[float, Callable[[float], None]]] = [(_BACKDROP, self._put_backdrop)]
        if self._rows:
            depth = _CAPTION + self._rows * (WITNESS_DEPTH + _ROW_GAP) - _ROW_GAP
            sections.append((depth, self._put_witnesses))
        if self._look.tables:
            sections.append((sum(depth for _, depth in self._table_parts()), self._put_tables))
        sections.append((_AUDIENCE, self._put_audience))
        if self._is_turned:
            sections.reverse()
        note = (self._sizes.note_lines(self._inner) * _LINE, self._put_note)
        return [*sections, note]

    # Backdrop, note, audience

    def _put_backdrop(self, y: float) -> None:
        self._floor.backdrop = QRectF(PAD, y, self._inner, _BACKDROP)

    def _put_audience(self, y: float) -> None:
        self._floor.audience = QRectF(PAD, y, self._inner, _AUDIENCE)

    def _put_note(self, y: float) -> None:
        lines = self._sizes.note_lines(self._inner)
        self._floor.note = QRectF(PAD, y, self._inner, lines * _LINE)

    # Witnesses

    def _witness_grid(self) -> tuple[int, int]:
        """Return rows and columns of a side: as few rows as the width allows."""
        most = max((len(side) for side in self._look.witnesses.values()), default=0)
        if not most:
            return 0, 0
        step = self._sizes.witness + _BETWEEN_WITNESSES
        fit = max(int((self._inner / 2) // step), 1)
        rows = min(math.ceil(most / fit), _MOST_ROWS)
        return rows, math.ceil(most / rows)

    def _put_witnesses(self, y: float) -> None:
        self._floor.witness_caption = QRectF(PAD, y, self._inner, _CAPTION)
        top = y + _CAPTION
        step = min(self._inner / 2 / self._columns, _WIDEST_WITNESS + _BETWEEN_WITNESSES)
        width = max(step - _BETWEEN_WITNESSES, self._sizes.witness)
        centre = self._width / 2
        for side, standings in self._look.witnesses.items():
            for place, standing in enumerate(standings):
                row, column = divmod(place, self._columns)
                away = _BETWEEN_WITNESSES / 2 + column * (width + _BETWEEN_WITNESSES)
                x = centre + away if side is Side.HOST else centre - away - width
                # The first stand in front, nearest to the signers.
                down = row if self._is_turned else self._rows - 1 - row
                card = QRectF(
                    self._turned(x, width), top + down * (WITNESS_DEPTH + _ROW_GAP),
                    width, WITNESS_DEPTH,
                )  # fmt: skip
                self._floor.cards[standing.place] = card

    # Tables

    def _table_parts(self) -> list[tuple[str, float]]:
        """Return what lies at a table from back to front, with the depth it takes."""
        parts = [("signers", SIGNER_DEPTH + _GAP)]
        if self._has_assistants:
            parts.insert(0, ("assistants", ASSISTANT_DEPTH + 4))
        if self._sizes.flags:
            parts.append(("flags", FLAGS_DEPTH + 4))
        parts += [("bar", _BAR), ("title", self._sizes.title_lines * _TITLE_LINE + _GAP)]
        if self._sizes.lights:
            parts.append(("light", _LIGHT))
        if self._is_turned:
            parts.reverse()
        return [("caption", _CAPTION + 6), *parts, ("end", _GAP)]

    def _put_tables(self, y: float) -> None:
        tops: dict[str, float] = {}
        depths = dict(self._table_parts())
        at = y
        for name, depth in self._table_parts():
            tops[name] = at
            at += depth
        self._floor.table_caption = QRectF(PAD, y, self._inner, _CAPTION)
        share = self._share()
        cards = [max(share, self._sizes.signer(table)) for table in self._look.tables]
        widths = [_table_width(t, card) for t, card in zip(self._look.tables, cards, strict=True)]
        x = (self._width - sum(widths)) / 2
        for table, width, card in zip(self._look.tables, widths, cards, strict=True):
            self._put_table(table, self._turned(x, width), width, card, tops, depths)
            x += width

    def _put_table(
        self,
        table: StageTableLook,
        left: float,
        width: float,
        card: float,
        tops: Mapping[str, float],
        depths: Mapping[str, float],
    ) -> None:
        seats = self._put_seats(table, left, width, card, tops)
        begins, ends = tops["caption"] + depths["caption"] - 6, tops["end"] + _GAP
        inside = QRectF(left + 2, 0, width - 4, 0)

        def strip(name: str, depth: float, down: float = 0.0) -> QRectF:
            if name not in tops:
                return QRectF()
            return QRectF(inside.x(), tops[name] + down, inside.width(), depth)

        flags = {}
        if "flags" in tops and table.flags:
            for side in table.flags:
                flags[side] = _spanned(
                    [seats[place] for place in seats if place.side is side], tops["flags"] + 2
                )
        title = self._sizes.title_lines * _TITLE_LINE
        self._floor.tables.append(
            TableBox(
                table.number,
                QRectF(left, begins, width, ends - begins),
                QRectF(left, tops["bar"], width, _BAR),
                strip("title", title, 4),
                strip("light", _LIGHT),
                {side: rect for side, rect in flags.items() if not rect.isEmpty()},
            )
        )

    def _put_seats(
        self,
        table: StageTableLook,
        left: float,
        width: float,
        card: float,
        tops: Mapping[str, float],
    ) -> dict[Place, QRectF]:
        signers = [each.place for each in table.standings if each.place.kind is PlaceKind.SIGNER]
        taken = len(signers) * (card + _BETWEEN_SEATS) - _BETWEEN_SEATS
        x = left + (width - taken) / 2
        seats: dict[Place, QRectF] = {}
        for place in reversed(signers) if self._is_turned else signers:
            seats[place] = QRectF(x, tops["signers"], card, SIGNER_DEPTH)
            x += card + _BETWEEN_SEATS
        for standing in table.standings:
            place = standing.place
            if place.kind is PlaceKind.ASSISTANT:
                signer = Place(PlaceKind.SIGNER, place.table, place.side, place.rank)
                at = seats.get(signer, QRectF(left + 4, 0, card, 0)).x()
                seats[place] = QRectF(at, tops["assistants"], card, ASSISTANT_DEPTH)
        self._floor.cards.update(seats)
        return {place: rect for place, rect in seats.items() if place.kind is PlaceKind.SIGNER}

    def _share(self) -> float:
        """Return how wide cards are that need no more than others, to fill the width."""
        tables = list(self._look.tables)
        room = self._inner
        while tables:
            seats = sum(map(_signers, tables))
            beside = len(tables) * (_BESIDE - _BETWEEN_SEATS)
            share = (room - beside) / seats - _BETWEEN_SEATS
            wider = [table for table in tables if self._sizes.signer(table) > share]
            if not wider:
                return min(share, _WIDEST_SIGNER)
            for table in wider:
                room -= _table_width(table, self._sizes.signer(table))
                tables.remove(table)
        return LEAST_SIGNER

    def _turned(self, x: float, width: float) -> float:
        return self._width - x - width if self._is_turned else x


def _signers(table: StageTableLook) -> int:
    found = sum(each.place.kind is PlaceKind.SIGNER for each in table.standings)
    return max(found, 2)


def _table_width(table: StageTableLook, card: float) -> float:
    return _signers(table) * (card + _BETWEEN_SEATS) + _BESIDE - _BETWEEN_SEATS


def _spanned(rects: Sequence[QRectF], top: float) -> QRectF:
    """Return a strip under some cards."""
    if not rects:
        return QRectF()
    left = min(rect.left() for rect in rects)
    right = max(rect.right() for rect in rects)
    return QRectF(left, top, right - left, FLAGS_DEPTH)
