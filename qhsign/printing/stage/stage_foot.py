"""The foot of a stage plan: how it is arranged, what moved, and who answers for it."""

from collections.abc import Sequence
from typing import NamedTuple

from qhsign.domain.paper import GAP
from qhsign.domain.stage_papers import StagePlan
from qhsign.printing.papers.paper_page import HAIR, INK, SOFT, PaperPage
from qhsign.printing.pdf_file import POINTS_PER_MM
from qhsign.printing.stage.stage_parts import StageSheets, one_size
from qhsign.printing.text.text_fit import TextStyle

_RULE, _TOP, _STEP = 189.5, 191.3, 4.75
_CLOSE_TOP, _ROOM = 190.8, 12.8  # of more than two lines
_SIZES = (7.2, 6.8, 6.4, 6.0)
_LINE_HEIGHT, _MOST_LINES, _FEW = 1.28, 5, 2
_NOTES_END, _SIGN_WIDTH = 217.0, 66.0
_MARK, _AFTER_MARK = 2.4, 3.5
_BY_HAND = "_" * 11


class _Note(NamedTuple):
    text: str
    x: float
    field: str


def draw_foot(
    page: PaperPage, sheets: StageSheets, plan: StagePlan, number: int, total: int
) -> None:
    """Draw the foot; more and longer notes are set smaller and closer."""
    page.line(page.margin, _RULE, page.right, _RULE, colour=HAIR, width=0.5)
    _draw_notes(page, _notes(sheets, plan, page.margin))
    style = one_size("sans", _SIZES[0], _SIGN_WIDTH)
    words = _signed(sheets, plan)
    page.text(words, style, page.right - style.width, _TOP, colour=SOFT, align="r")
    sheets.page_number(page, number, total, _TOP + _STEP)


def _draw_notes(page: PaperPage, notes: Sequence[_Note]) -> None:
    size, lines = _SIZES[0], 0
    for size in _SIZES:
        lines = sum(len(page.trial(each.text, _style(size, each)).lines) for each in notes)
        if lines * size * _LINE_HEIGHT <= _ROOM * POINTS_PER_MM:
            break
    few = lines <= _FEW
    y, left = (_TOP, _ROOM) if few else (_CLOSE_TOP, _ROOM)
    for note in notes:
        if note.x > page.margin:
            _draw_mark(page, page.margin, y + 0.55)
        style = _style(size, note, max(left, 1.0))
        end = page.text(note.text, style, note.x, y, field=note.field)
        gap = (_LINE_HEIGHT - 1) * size / POINTS_PER_MM
        left -= end + gap - y
        y = y + _STEP if few else end + gap


def _style(size: float, note: _Note, depth: float = _ROOM) -> TextStyle:
    return TextStyle(
        "sans", size, size, _NOTES_END - note.x, depth,
        lines=_MOST_LINES, line_height=_LINE_HEIGHT,
    )  # fmt: skip


def _notes(sheets: StageSheets, plan: StagePlan, margin: float) -> list[_Note]:
    say = sheets.say
    arranged = say(f"stage-order-{plan.viewpoint}")
    for note in plan.notes:
        arranged = say("stage-two-sentences", first=arranged, second=note)
    notes = [_Note(arranged, margin, "notes")]
    if plan.changes:
        changes = say(
            "stage-changes",
            since=plan.facts.version - 1 if plan.since is None else plan.since,
            count=len(plan.changes),
            changes=say("stage-list-semicolon").join(plan.changes),
        )
        if plan.reprint:
            papers = say("stage-list-comma").join(plan.reprint)
            reprint = say("stage-reprint", papers=papers)
            changes = say("stage-two-sentences", first=changes, second=reprint)
        notes.append(_Note(changes, margin + _AFTER_MARK, "changes"))
    return notes


def _signed(sheets: StageSheets, plan: StagePlan) -> str:
    named = (("drawn", plan.drawn_by), ("checked", plan.checked_by), ("approved", plan.approved_by))
    return GAP.join(sheets.say(f"stage-{how}-by", name=name or _BY_HAND) for how, name in named)


def _draw_mark(page: PaperPage, x: float, y: float) -> None:
    """Draw the corner that marks places which moved."""
    page.draw(page.pen.polygon((x, y), (x + _MARK, y), (x + _MARK, y + _MARK), fill=INK))
