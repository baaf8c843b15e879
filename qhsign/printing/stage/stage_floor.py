"""The floor of a stage plan: the screen, the witnesses, the tables and those who sign at them.

Places are as the audience sees them; `stage_view` turns them where a plan is seen from the stage.
"""

from collections.abc import Sequence

from qhsign.domain.stage_papers import SigningPlace, StagePerson, StagePlan, StageTable
from qhsign.domain.stage_terms import Side
from qhsign.printing.papers.paper_page import (
    DEEP,
    FAINT,
    HOST,
    INK,
    LAKE,
    PALE,
    SOFT,
    WHITE,
    PaperPage,
)
from qhsign.printing.stage.stage_flags import draw_flags
from qhsign.printing.stage.stage_parts import StageSheets, one_size
from qhsign.printing.stage.stage_view import CENTRE, StageView, draw_row_label, mark_moved
from qhsign.printing.stage.stage_witnesses import WitnessRows
from qhsign.printing.text.text_fit import TextStyle

TABLES_LEFT, TABLES_WIDTH = 21.0, 255.0
COLUMN = 42.5
"""How wide a table of two signers is drawn, with the room beside it."""

BETWEEN_BARS = 1.85
"""The room between two tables at that width."""

_FLOOR = (12.0, 28.5, 273.0, 106.0)
_SCREEN = (36.0, 28.5, 225.0, 4.6)
_SCREEN_FILL = "#CFE0E1"
_AXIS_TOP, _AXIS_TOP_ALONE, _AXIS_END = 35.0, 62.0, 115.0
_WIDEST = 51.0
_BAR_Y, _BAR_DEPTH = 116.0, 6.2
_SIGNER, _ASSISTANT = (10.9, 80.0, 35.0), (8.6, 74.0, 30.0)  # width, top, depth
_SEAT_GAP = 0.55
_LABEL_DOWN, _LABEL_DEPTH, _NAME_PAD, _SIDE_PAD = 0.9, 3.2, 1.5, 0.9
_NAME_STEP = 1.06
_EDGE_WORDS, _EDGE_BELOW_FLAGS = 127.5, 132.2


class StageFloor:
    """Draws the floor on pages of one stage plan."""

    def __init__(self, sheets: StageSheets, plan: StagePlan) -> None:
        self._sheets = sheets
        self._plan = plan
        self._view = StageView(plan.viewpoint)
        self._witnesses = WitnessRows(sheets, plan)

    def draw(self, page: PaperPage, tables: Sequence[StageTable]) -> None:
        """Draw the floor with some of the tables and all witnesses."""
        self.draw_ground(page)
        if tables:
            self._draw_axis(page)
        self._witnesses.draw(page)
        self.draw_tables(page, tables)

    # The ground

    def draw_ground(self, page: PaperPage) -> None:
        """Draw the floor with its screen and edge, and where the audience sits."""
        say = self._sheets.say
        x, y, width, depth = _FLOOR
        top = self._view.top_of(y, depth)
        page.rectangle(x, top, width, depth, fill=PALE)
        x, y, screen, depth_of_screen = _SCREEN
        screen_top = self._view.top_of(y, depth_of_screen)
        page.rectangle(x, screen_top, screen, depth_of_screen, fill=_SCREEN_FILL)
        wide = one_size("sans", 7.0, screen, tracking=self._sheets.tracking(0.28))
        middle = screen_top + depth_of_screen / 2 - wide.height / 2
        page.text(say("stage-screen"), wide, x, middle, colour=SOFT, align="c", valign="m")
        edge = self._view.top_of(_FLOOR[1] + _FLOOR[3], 0.0)
        page.line(_FLOOR[0], edge, _FLOOR[0] + width, edge, colour=LAKE, width=1.4)
        down = _EDGE_BELOW_FLAGS if any(table.flags for table in self._plan.tables) else _EDGE_WORDS
        middle = self._view.top_of(down, 0.0) - wide.height / 2
        page.text(say("stage-edge"), wide, x, middle, colour=SOFT, align="c", valign="m")
        self._draw_audience(page)

    def _draw_axis(self, page: PaperPage) -> None:
        begins = _AXIS_TOP if self._witnesses.stand_here else _AXIS_TOP_ALONE
        ends = _AXIS_END
        top = self._view.top_of(begins, ends - begins)
        end = top + ends - begins
        page.line(CENTRE, top, CENTRE, end, colour=FAINT, width=0.5, dash=(0.5, 0.65))

    def _draw_audience(self, page: PaperPage) -> None:
        middle = self._view.top_of(138.6, 0.0)
        style = one_size("bold", 10.0, 60.0, tracking=self._sheets.tracking(0.5))
        page.text(
            self._sheets.say("stage-audience"), style, CENTRE - 30.0, middle - style.height / 2,
            colour=LAKE, align="c", valign="m",
        )  # fmt: skip
        base, tip = (middle + 1.4, middle - 1.4)
        if self._view.is_turned:
            base, tip = tip, base
        for away in (-22.0, 22.0):
            x = CENTRE + away
            corners = ((x - 1.65, base), (x + 1.65, base), (x, tip))
            page.draw(page.pen.polygon(*corners, fill=LAKE))

    # The tables

    def draw_tables(self, page: PaperPage, tables: Sequence[StageTable]) -> None:
        """Draw the tables from left to right with their signers and assistants."""
        say = self._sheets.say
        if not tables:
            style = one_size("sans", 10.0, _FLOOR[2])
            middle = self._view.top_of(97.0, 0.0) - style.height / 2
            words = say("stage-no-tables")
            page.text(words, style, _FLOOR[0], middle, colour=INK, align="c", valign="m")
            return
        draw_row_label(page, self._view, say("stage-signing"), _SIGNER[1], _SIGNER[2])
        for table, x, width in table_places(tables):
            self._draw_table(page, table, x, width)

    def _draw_table(self, page: PaperPage, table: StageTable, x: float, width: float) -> None:
        column = width / signing_units(table)
        scale = column / COLUMN
        bar = width - BETWEEN_BARS * scale
        words = self._sheets.say("stage-table", number=table.number)
        left, top = (
            self._view.left_of(x + (width - bar) / 2, bar),
            self._view.top_of(_BAR_Y, _BAR_DEPTH),
        )
        page.rectangle(left, top, bar, _BAR_DEPTH, fill=DEEP)
        style = one_size("bold", 9.6, bar)
        middle = top + _BAR_DEPTH / 2 - style.height / 2
        page.text(words, style, left, middle, colour=WHITE, align="c", valign="m")
        draw_flags(page, self._view, table, x + (width - bar) / 2, bar, words)
        gap = _SEAT_GAP * scale
        both = (_SIGNER[0] + _ASSISTANT[0]) * scale + 2 * gap
        at = x + (width - both * len(table.places) + gap) / 2
        last = len(table.places) - 1
        for number, place in enumerate(table.places):
            outside_right = number == last and number > 0
            signer_x, assistant_x = at + _ASSISTANT[0] * scale + gap, at
            if outside_right:
                signer_x, assistant_x = at, at + _SIGNER[0] * scale + gap
            self._draw_place(page, words, place, (signer_x, assistant_x), scale)
            at += both

    def _draw_place(
        self,
        page: PaperPage,
        table: str,
        place: SigningPlace,
        at: tuple[float, float],
        scale: float,
    ) -> None:
        say = self._sheets.say
        side = place.label or say(f"stage-side-{place.side}")
        if place.assistant is not None:
            label = say("stage-place-assistant", side=side)
            self._draw_seat(
                page, place.side, place.assistant, at[1], scale, _ASSISTANT, label, table
            )
        label = say("stage-place-signer", side=side)
        self._draw_seat(page, place.side, place.signer, at[0], scale, _SIGNER, label, table)

    def _draw_seat(
        self,
        page: PaperPage,
        side: Side,
        person: StagePerson,
        x: float,
        scale: float,
        seat: tuple[float, float, float],
        label: str,
        table: str,
    ) -> None:
        signs, is_host = seat is _SIGNER, side is Side.HOST
        width, depth = seat[0] * scale, seat[2]
        x, y = self._view.left_of(x, width), self._view.top_of(seat[1], depth)
        page.rectangle(
            x, y, width, depth,
            fill=HOST if is_host else WHITE, stroke=LAKE if is_host else INK,
            width=1.0 if signs else 0.7,
        )  # fmt: skip
        if person.moved:
            mark_moved(page, x + width, y, min(scale, 1.0))
        role, size, least = ("bold", 13.5, 6.0) if signs else ("sans", 10.5, 5.0)
        label_style = TextStyle(role, 6.6, 3.5, width - 0.9, 3.0)
        page.text(
            label, label_style, x + 0.45, y + _LABEL_DOWN,
            colour=LAKE if is_host else SOFT, align="c",
        )  # fmt: skip
        pad = _SIDE_PAD * min(scale, 1.0)
        name = TextStyle(
            role, size, least, width - 2 * pad, depth - _LABEL_DEPTH - 2 * _NAME_PAD,
            line_height=_NAME_STEP,
        )  # fmt: skip
        page.name_downwards(
            person.name, name, x + pad, y + _LABEL_DEPTH + _NAME_PAD,
            subject=f"{table} {label}", field="name",
        )  # fmt: skip


def signing_units(table: StageTable) -> float:
    """Return how many tables of two signers a table is as wide as."""
    return max(len(table.places), 2) / 2


def table_places(tables: Sequence[StageTable]) -> list[tuple[StageTable, float, float]]:
    """Return each table with its left edge and its width, the room beside it included."""
    units = sum(map(signing_units, tables))
    column = min(TABLES_WIDTH / units, _WIDEST) if units else _WIDEST
    x = TABLES_LEFT + (TABLES_WIDTH - units * column) / 2
    placed = []
    for table in tables:
        width = signing_units(table) * column
        placed.append((table, x, width))
        x += width
    return placed
