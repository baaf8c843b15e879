"""From where a stage plan is seen.

Places are as the audience sees them, in millimetres. Seen from the stage the whole floor is turned
by a half: what is left becomes right, and the audience lies beyond the upper edge. Words stay
upright.
"""

from qhsign.domain.stage_terms import Viewpoint
from qhsign.printing.papers.paper_page import INK, LAKE, PaperPage
from qhsign.printing.text.text_fit import TextStyle

CENTRE = 148.5
"""Where the two sides meet."""

_PAGE_WIDTH = 297.0
_TURNED = 167.5  # twice the middle of the floor, which lies lower to leave room for the audience
_LABEL_X, _LABEL_WIDTH, _LABEL_UP = 12.7, 7.0, 1.4
_CORNER = 2.4


class StageView:
    """Turns places of the audience's view into those of a plan's own."""

    def __init__(self, viewpoint: Viewpoint) -> None:
        self.is_turned = viewpoint is Viewpoint.STAGE

    def left_of(self, x: float, width: float) -> float:
        """Return where something as wide begins from this viewpoint."""
        return _PAGE_WIDTH - x - width if self.is_turned else x

    def top_of(self, y: float, depth: float) -> float:
        """Return where something as deep begins from this viewpoint."""
        return _TURNED - y - depth if self.is_turned else y


def draw_row_label(page: PaperPage, view: StageView, words: str, y: float, depth: float) -> None:
    """Set what a row of people is called at its left, from top to bottom."""
    style = TextStyle("bold", 10.0, 6.0, _LABEL_WIDTH, depth, line_height=1.35)
    page.name_downwards(words, style, _LABEL_X, view.top_of(y, depth) - _LABEL_UP, colour=LAKE)


def mark_moved(page: PaperPage, right: float, y: float, scale: float = 1.0) -> None:
    """Mark a place that changed in its upper right corner."""
    side = _CORNER * scale
    page.draw(page.pen.polygon((right - side, y), (right, y), (right, y + side), fill=INK))
