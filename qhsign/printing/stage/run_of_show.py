"""The run of show (流程单): the crew reads the clock, the host reads whole clauses."""

from collections.abc import Iterable, Sequence
from typing import IO

from qhsign.domain.paper import GAP, MARGIN
from qhsign.domain.stage_papers import RunOfShow
from qhsign.printing.papers.paper_page import HAIR, INK, SOFT, PaperPage
from qhsign.printing.papers.paper_sheet import PaperRun
from qhsign.printing.stage.show_rows import (
    CLOCK_X,
    MINUTES_END,
    ORDINAL_X,
    RESPONSIBLE_X,
    RIGHT,
    SCREEN_X,
    SOUND_X,
    STEP_X,
    ShowRow,
    draw_show_row,
    show_row,
)
from qhsign.printing.stage.stage_parts import A4, StageSheets, one_size
from qhsign.wording import Language

_HEAD_TOP, _HEAD_RULE = 12.05, 26.4
_HEADINGS_Y, _ROWS_Y, _ROWS_END = 28.95, 34.06, 271.2
_TOTAL_DOWN = 3.45
_FOOT_Y = 283.3
_BY_HAND = "_" * 12
_ROUNDING = 1e-6
_COLUMNS = (
    ("ordinal", ORDINAL_X, CLOCK_X),
    ("clock", CLOCK_X, 38.0),
    ("step", STEP_X, SCREEN_X),
    ("screen", SCREEN_X, SOUND_X),
    ("sound", SOUND_X, RESPONSIBLE_X),
    ("responsible", RESPONSIBLE_X, RIGHT),
)


def render_run_of_show(
    stream: IO[bytes], show: RunOfShow, language: Language = Language.CHINESE
) -> PaperRun:
    """Write a run of show as PDF into ``stream``; the same show gives the same bytes.

    Rows are as deep as their texts; pages end between rows, and inside one only where the host's
    words are longer than a page. What is too long for its place and what no font has is found,
    with the step named.
    """
    sheets = StageSheets(stream, "run-of-show", show.facts, language, A4, MARGIN)
    measuring = sheets.new_page()
    rows = [show_row(measuring, number, step) for number, step in enumerate(show.steps, start=1)]
    pages = show_pages(rows) or [[]]
    for number, on_page in enumerate(pages, start=1):
        page = sheets.new_page()
        facts = show.facts
        particulars = (facts.activity, sheets.day(), facts.place)
        sheets.head(page, particulars, top=_HEAD_TOP, rule=_HEAD_RULE)
        _draw_headings(page, sheets)
        end = _draw_rows(page, sheets, on_page)
        if show.steps and number == len(pages):
            _draw_total(page, sheets, show, end)
        _draw_foot(page, sheets, show)
        sheets.page_number(page, number, len(pages), _FOOT_Y)
        sheets.add(page, _bookmarks(on_page))
    return sheets.save()


def show_pages(rows: Iterable[ShowRow]) -> list[list[ShowRow]]:
    """Return the rows page by page: every step in order, parted only where it is too deep."""
    whole = _ROWS_END - _ROWS_Y
    pages: list[list[ShowRow]] = []
    left = 0.0
    for row in rows:
        for part in row.parted(left, whole):
            if not pages or part.depth > left + _ROUNDING:
                pages.append([])
                left = whole
            pages[-1].append(part)
            left -= part.depth
    return pages


def _bookmarks(rows: Iterable[ShowRow]) -> list[tuple[int, str]]:
    return [(0, f"{row.step.clock:%H:%M}{GAP}{row.step.title}") for row in rows if row.begins]


def _draw_headings(page: PaperPage, sheets: StageSheets) -> None:
    for name, x, end in _COLUMNS:
        style = one_size("sans", 7.5, end - x)
        page.text(sheets.say(f"show-column-{name}"), style, x, _HEADINGS_Y, colour=SOFT)
    style = one_size("sans", 7.5, 12.0)
    words = sheets.say("show-column-minutes")
    page.text(words, style, MINUTES_END - style.width, _HEADINGS_Y, colour=SOFT, align="r")
    page.line(page.margin, _ROWS_Y, page.right, _ROWS_Y, colour=INK, width=0.7)


def _draw_rows(page: PaperPage, sheets: StageSheets, rows: Sequence[ShowRow]) -> float:
    """Draw the rows of a page; return where they end."""
    y = _ROWS_Y
    if not rows:
        page.text(sheets.say("show-none"), one_size("sans", 9.0, page.measure), page.margin, y + 6)
        return y + 14.0
    for place, row in enumerate(rows):
        draw_show_row(page, sheets, row, y)
        y += row.depth
        is_last = place == len(rows) - 1
        colour, width = (INK, 0.7) if is_last else (HAIR, 0.5)
        page.line(page.margin, y, page.right, y, colour=colour, width=width)
    return y


def _draw_total(page: PaperPage, sheets: StageSheets, show: RunOfShow, end: float) -> None:
    has_key = any(step.is_key for step in show.steps)
    words = sheets.say("show-total-key" if has_key else "show-total", minutes=show.minutes)
    page.text(words, one_size("sans", 7.5, page.measure), page.margin, end + _TOTAL_DOWN)


def _draw_foot(page: PaperPage, sheets: StageSheets, show: RunOfShow) -> None:
    parts = [
        f"{sheets.say(f'show-sign-{name}')} {_BY_HAND}" for name in ("director", "host", "control")
    ]
    if show.channel:
        parts.append(sheets.say("stage-channel", channel=show.channel))
    words = (2 * GAP).join(parts)
    page.text(words, one_size("sans", 7.0, 140.0), page.margin, _FOOT_Y, colour=SOFT)
