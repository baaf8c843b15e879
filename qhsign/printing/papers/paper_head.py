"""The head above every working paper and the footer below it."""

from qhsign.domain.paper import GAP, PaperHead
from qhsign.printing.page_texts import PreflightFinding
from qhsign.printing.papers.paper_page import DEEP, HAIR, INK, LAKE, RED, SOFT, PaperPage
from qhsign.printing.pdf_file import POINTS_PER_MM
from qhsign.printing.text.text_fit import FittedText, TextStyle

HEAD_TOP, HEAD_RULE = 11.0, 25.0
FOOT_RULE = 15.0
"""Above the lower edge of the page."""

_KIND_SIZE, _KIND_TRACK, _KIND_GAP = 21.0, 0.04, 5.0
_LEAST_FOR_WHAT = 60.0
_FOOT_TOP = 13.35
_NUMBER_WIDTH, _DEMO_WIDTH, _DEMO_GAP = 40.0, 50.0, 2.5


def draw_head(
    page: PaperPage,
    head: PaperHead,
    *,
    top: float = HEAD_TOP,
    rule: float = HEAD_RULE,
    right: float | None = None,
) -> None:
    """Draw a paper's head from ``top`` down to its ``rule``, up to ``right`` or the margin."""
    edge = page.right if right is None else right
    style = one_line("bold", _KIND_SIZE, edge - page.margin, tracking=_KIND_TRACK)
    kind = page.fit(head.kind, style)
    page.place(kind, style, page.margin, top + 1.8, colour=DEEP)
    left = page.margin + width_of(kind) + _KIND_GAP
    taken = _draw_right(page, head, left, top, edge)
    room = max(edge - left - taken - _KIND_GAP, _LEAST_FOR_WHAT)
    page.text(head.what_for, one_line("bold", 10.5, room, 7.5), left, top + 0.85)
    particulars = GAP.join(filter(None, head.particulars))
    page.text(particulars, one_line("sans", 8.0, room, 6.0), left, top + 5.95, colour=SOFT)
    page.line(page.margin, rule, page.right, rule, colour=LAKE, width=0.8)


def _draw_right(page: PaperPage, head: PaperHead, left: float, top: float, edge: float) -> float:
    """Draw the figure, the version and the moment; return the width they take."""
    made = GAP.join(filter(None, (head.version, head.made)))
    taken = 0.0
    for words, role, size, colour, down in (
        (head.figure, "bold", 9.0, INK, 1.05),
        (made, "sans", 8.0, SOFT, 5.75),
    ):
        style = one_line(role, size, edge - left)
        fitted = page.fit(words, style)
        page.place(fitted, style, left, top + down, colour=colour, align="r")
        taken = max(taken, width_of(fitted))
    return taken


def draw_foot(page: PaperPage, footer: str, page_number: str, demo_mark: str = "") -> None:
    """Draw the rule, what the paper says of itself, and which page this is."""
    height = page.size[1]
    rule = height - FOOT_RULE
    page.line(page.margin, rule, page.right, rule, colour=HAIR, width=0.5)
    top = height - _FOOT_TOP
    style = one_line("sans", 7.5, _NUMBER_WIDTH)
    number = page.fit(page_number, style)
    page.place(number, style, page.right - style.width, top - 0.1, colour=SOFT, align="r")
    left = page.margin
    if demo_mark:
        style = one_line("bold", 7.0, _DEMO_WIDTH)
        mark = page.fit(demo_mark, style)
        page.place(mark, style, left, top, colour=RED)
        left += width_of(mark) + _DEMO_GAP
    room = page.right - left - width_of(number) - _KIND_GAP
    style = TextStyle("sans", 7.0, 5.5, room, 6.5, lines=2, line_height=1.2, one_line_floor=6.0)
    page.text(footer, style, left, top, colour=SOFT)


def one_line(
    role: str, size: float, width: float, least: float | None = None, *, tracking: float = 0.0
) -> TextStyle:
    """Return the style of a text on one line that may shrink to ``least`` points."""
    return TextStyle(
        role,
        size,
        size - 2.0 if least is None else least,
        width,
        size * 1.4 / POINTS_PER_MM,
        tracking=tracking,
    )


def width_of(fitted: FittedText) -> float:
    """Return the width of a text's longest line in millimetres."""
    longest = max((line.width for line in fitted.lines), default=0.0)
    return longest * fitted.size / POINTS_PER_MM


def without_repeats(findings: list[PreflightFinding]) -> list[PreflightFinding]:
    """Return findings once each: a head with a flaw has it on every page."""
    seen: dict[tuple[str, str, object], PreflightFinding] = {}
    for finding in findings:
        seen.setdefault((finding.subject, finding.code, finding.parameters.get("text")), finding)
    return list(seen.values())
