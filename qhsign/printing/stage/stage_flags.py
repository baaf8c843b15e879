"""The flags on the tables of a stage plan: in front of each side, over its countries' names."""

from qhsign.domain.flag_drawing import CountryFlag
from qhsign.domain.stage_papers import StageTable
from qhsign.domain.stage_terms import Side
from qhsign.printing.papers.paper_page import FAINT, INK, SOFT, WHITE, PaperPage
from qhsign.printing.stage.stage_view import StageView
from qhsign.printing.text.text_fit import TextStyle

_TOP, _DEPTH = 122.9, 7.6
_FLAG_DEPTH, _WIDEST = 4.4, 0.92  # of its place
_NAME_DEPTH = 3.2
_NAME_SIZE, _LEAST_NAME, _LEAST_LINES = 6.6, 4.6, 3.6
_PLATE_PAD = 0.8


def draw_flags(
    page: PaperPage, view: StageView, table: StageTable, x: float, width: float, subject: str
) -> None:
    """Draw the flags of a table as wide as ``width`` at ``x``, as the audience sees it.

    Each side has the part of the table its signers sit at; of several flags of a side the first
    is next to the other side. ``subject`` names the table in findings.
    """
    guests = sum(place.side is Side.GUEST for place in table.places)
    middle = x + width * guests / max(len(table.places), 1)
    for side, flags in table.flags.items():
        room = x + width - middle if side is Side.HOST else middle - x
        each = room / len(flags)
        for number, flag in enumerate(flags):
            outward = number * each
            at = middle + outward if side is Side.HOST else middle - outward - each
            _draw_flag(page, flag, view.left_of(at, each), view.top_of(_TOP, _DEPTH), each, subject)


def _draw_flag(
    page: PaperPage, flag: CountryFlag, x: float, y: float, width: float, subject: str
) -> None:
    if flag.drawing is None:
        page.rectangle(
            x + _PLATE_PAD, y, width - 2 * _PLATE_PAD, _FLAG_DEPTH,
            fill=WHITE, stroke=FAINT, width=0.5,
        )  # fmt: skip
        style = TextStyle(
            "sans", 8.0, _LEAST_NAME, width - 3 * _PLATE_PAD, _FLAG_DEPTH,
            last_lines=3, last_min=_LEAST_LINES,
        )  # fmt: skip
        page.text(
            flag.name,
            style,
            x + 1.5 * _PLATE_PAD,
            y,
            colour=INK,
            align="c",
            valign="m",
            subject=subject,
            field="country",
        )
        return
    height = min(_FLAG_DEPTH, width * _WIDEST / flag.drawing.ratio)
    left = x + (width - height * flag.drawing.ratio) / 2
    below = TextStyle(
        "sans", _NAME_SIZE, _LEAST_NAME, width - 0.6, _NAME_DEPTH,
        last_lines=2, last_min=_LEAST_LINES,
    )  # fmt: skip
    page.draw(page.pen.flag(flag.drawing, left, y + _FLAG_DEPTH - height, height, edge=FAINT))
    page.text(
        flag.name,
        below,
        x + 0.3,
        y + _FLAG_DEPTH + 0.5,
        colour=SOFT,
        align="c",
        subject=subject,
        field="country",
    )
