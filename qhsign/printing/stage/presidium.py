"""The plan of the presidium (主席台座次图): the row as the audience sees it, and who sits there."""

from collections.abc import Sequence
from typing import IO

from qhsign.domain.paper import GAP
from qhsign.domain.stage_papers import PresidiumPlace, PresidiumPlan
from qhsign.domain.stage_terms import Viewpoint
from qhsign.printing.papers.paper_page import (
    DEEP,
    HAIR,
    HOST,
    INK,
    LAKE,
    PALE,
    SOFT,
    WHITE,
    PaperPage,
)
from qhsign.printing.papers.paper_sheet import PaperRun
from qhsign.printing.stage.stage_parts import A4_WIDE, StageSheets, one_size
from qhsign.printing.text.text_fit import TextStyle
from qhsign.wording import Language

_MARGIN = 12.0
_HEAD_TOP, _HEAD_RULE, _HEAD_RIGHT = 10.05, 24.4, 243.0
_VIEWPOINT = (247.0, 10.6, 38.0, 9.6)
_FLOOR = (28.5, 62.0)
_SCREEN, _SCREEN_DEPTH, _SCREEN_FILL = (36.0, 225.0), 4.6, "#CFE0E1"
_CARD_Y, _CARD_DEPTH, _MOST_WIDE, _CARD_GAP, _RANK_DEPTH = 40.0, 41.0, 20.0, 1.6, 6.4
_INSIDE = 3.0  # from the floor's edge to the first card
_EDGE_Y, _AUDIENCE_Y = 90.5, 94.4
_LIST_Y, _ROWS_Y, _ROW, _ROWS = 102.0, 109.6, 7.8, 10
_COLUMN_GAP = 7.0
_PARTS = (("rank", 0.0, 9.0), ("name", 9.0, 33.0), ("organization", 44.0, 50.0),
          ("title", 97.0, 36.0))  # fmt: skip
_RULE, _FOOT_Y = 192.4, 194.6


def render_presidium(
    stream: IO[bytes], plan: PresidiumPlan, language: Language = Language.CHINESE
) -> PaperRun:
    """Write the plan of a presidium as PDF into ``stream``; the same plan gives the same bytes.

    The cards become narrower the more sit there. Below them twenty people are listed; the list of
    more goes on on further pages under the same row.
    """
    sheets = StageSheets(stream, "presidium", plan.facts, language, A4_WIDE, _MARGIN)
    ranked = sorted(plan.places, key=lambda place: place.rank)
    most = 2 * _ROWS
    pages = [ranked[first : first + most] for first in range(0, len(ranked), most)] or [[]]
    for number, listed in enumerate(pages, start=1):
        page = sheets.new_page()
        _draw_head(page, sheets, plan)
        _draw_row(page, sheets, plan.places)
        _draw_list(page, sheets, listed)
        _draw_foot(page, sheets, plan)
        sheets.page_number(page, number, len(pages), _FOOT_Y)
        sheets.add(page)
    return sheets.save()


def _draw_head(page: PaperPage, sheets: StageSheets, plan: PresidiumPlan) -> None:
    particulars = (plan.facts.activity, sheets.day_and_times(), plan.facts.place)
    sheets.head(
        page, particulars, top=_HEAD_TOP, rule=_HEAD_RULE, right=_HEAD_RIGHT,
        made=sheets.say("stage-made", made="{made}"),
    )  # fmt: skip
    x, y, width, depth = _VIEWPOINT
    page.rectangle(x, y, width, depth, fill=DEEP)
    words = sheets.say(f"stage-viewpoint-{Viewpoint.AUDIENCE}")
    style = TextStyle("bold", 14.0, 8.0, width - 6.0, depth, tracking=sheets.tracking(0.1))
    page.text(words, style, x + 3.0, y, colour=WHITE, align="c", valign="m")


def _draw_row(page: PaperPage, sheets: StageSheets, places: Sequence[PresidiumPlace]) -> None:
    """Draw the floor with the cards from left to right."""
    top, depth = _FLOOR
    page.rectangle(page.margin, top, page.measure, depth, fill=PALE)
    x, wide = _SCREEN
    page.rectangle(x, top, wide, _SCREEN_DEPTH, fill=_SCREEN_FILL)
    style = one_size("sans", 7.0, wide, tracking=sheets.tracking(0.28))
    middle = top + (_SCREEN_DEPTH - style.height) / 2
    page.text(sheets.say("stage-screen"), style, x, middle, colour=SOFT, align="c", valign="m")
    page.line(page.margin, _EDGE_Y, page.right, _EDGE_Y, colour=LAKE, width=1.4)
    style = one_size("bold", 10.0, page.measure, tracking=sheets.tracking(0.5))
    words = sheets.say("stage-audience")
    page.text(words, style, page.margin, _AUDIENCE_Y, colour=LAKE, align="c")
    count = max(len(places), 1)
    width = min((page.measure - 2 * _INSIDE + _CARD_GAP) / count - _CARD_GAP, _MOST_WIDE)
    left = page.margin + (page.measure - count * (width + _CARD_GAP) + _CARD_GAP) / 2
    for place in places:
        _draw_card(page, place, left, width)
        left += width + _CARD_GAP


def _draw_card(page: PaperPage, place: PresidiumPlace, x: float, width: float) -> None:
    first = place.rank == 1
    page.rectangle(
        x, _CARD_Y, width, _CARD_DEPTH,
        fill=HOST if first else WHITE, stroke=LAKE if first else INK, width=0.7,
    )  # fmt: skip
    rank = TextStyle("bold", 9.0, 5.0, width - 0.6, _RANK_DEPTH, tabular=True)
    colour = LAKE if first else SOFT
    page.text(str(place.rank), rank, x + 0.3, _CARD_Y + 0.4, colour=colour, align="c", valign="m")
    name = TextStyle("bold", 15.0, 5.5, width - 1.0, _CARD_DEPTH - _RANK_DEPTH - 1.4)
    page.name_downwards(
        place.name, name, x + 0.5, _CARD_Y + _RANK_DEPTH + 0.4, subject=str(place.rank),
        field="name",
    )  # fmt: skip


def _draw_list(page: PaperPage, sheets: StageSheets, listed: Sequence[PresidiumPlace]) -> None:
    """Draw who sits there by rank, in two columns."""
    style = TextStyle("bold", 10.0, 7.0, page.measure, 5.0)
    page.text(sheets.say("presidium-list"), style, page.margin, _LIST_Y, colour=DEEP)
    column = (page.measure - _COLUMN_GAP) / 2
    for place, person in enumerate(listed):
        side, row = divmod(place, _ROWS)
        left, y = page.margin + side * (column + _COLUMN_GAP), _ROWS_Y + row * _ROW
        if row == 0:
            page.line(left, y, left + column, y, colour=INK, width=0.7)
        said = {
            "rank": str(person.rank), "name": person.name,
            "organization": person.organization, "title": person.title,
        }  # fmt: skip
        for name, x, width in _PARTS:
            page.text(
                said[name], _style(name, width), left + x, y, valign="m",
                colour=SOFT if name == "rank" else INK, subject=f"{person.rank} {person.name}",
                field=name,
            )  # fmt: skip
        page.line(left, y + _ROW, left + column, y + _ROW, colour=HAIR, width=0.5)


def _style(name: str, width: float) -> TextStyle:
    if name == "rank":
        return TextStyle("sans", 9.0, 6.0, width, _ROW, tabular=True)
    if name == "name":
        return TextStyle(
            "bold", 11.0, 6.5, width, _ROW, lines=2, line_height=1.08, one_line_floor=8.5,
            last_lines=2, last_min=5.5,
        )  # fmt: skip
    return TextStyle(
        "sans", 8.6, 6.4, width, _ROW, lines=2, line_height=1.15, last_lines=3, last_min=5.0
    )


def _draw_foot(page: PaperPage, sheets: StageSheets, plan: PresidiumPlan) -> None:
    page.line(page.margin, _RULE, page.right, _RULE, colour=HAIR, width=0.5)
    custom = "international" if plan.international else "domestic"
    words = GAP.join((sheets.say(f"presidium-order-{custom}"), sheets.say("call-footer")))
    style = TextStyle("sans", 7.2, 5.5, 200.0, 4.0)
    page.text(words, style, page.margin, _FOOT_Y, colour=SOFT)
