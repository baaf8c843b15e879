"""The call list (候场清单): made for a clipboard and a pen, one box for each fact."""

from collections.abc import Iterable, Iterator, Sequence
from typing import IO, NamedTuple

from qhsign.domain.paper import GAP, MARGIN
from qhsign.domain.stage_papers import CallList, CallTick
from qhsign.printing.papers.paper_page import (
    DEEP,
    HAIR,
    INK,
    LAKE,
    SOFT,
    TINT,
    WHITE,
    PaperPage,
)
from qhsign.printing.papers.paper_sheet import PaperRun
from qhsign.printing.stage.call_rows import (
    COLUMNS,
    ROW_OF_TWO,
    TICK_COLUMN,
    TICKS_X,
    CallRow,
    draw_row,
    rows_of,
)
from qhsign.printing.stage.stage_parts import A4, StageSheets, one_size
from qhsign.printing.text.text_fit import TextStyle
from qhsign.wording import Language

_HEAD_TOP, _HEAD_RULE = 12.05, 26.4
_STRIP_Y, _STRIP_DEPTH, _CELL_GAP, _CELL_PAD = 30.0, 17.0, 1.4, 3.1
_HEADINGS_Y, _ROWS_Y, _ROWS_DEPTH = 51.4, 56.4, 6 * ROW_OF_TWO
_COUNTED_Y = 261.7
_SIGNATURES = ("leader", "usher", "texts", "handed-over")
_SIGN_Y, _SIGN_RULE, _SIGN_STEP, _SIGN_LINE = 274.6, 278.6, 46.47, (15.1, 27.5)
_FOOT_Y = 283.3
_ROUNDING = 1e-6


class _Cell(NamedTuple):
    label: str
    clock: str
    task: str
    is_last: bool = False


def render_call_list(
    stream: IO[bytes], call_list: CallList, language: Language = Language.CHINESE
) -> PaperRun:
    """Write a call list as PDF into ``stream``; the same list gives the same bytes.

    Six contracts of two parties stand on a page; more parties take more room, and no contract is
    parted by the end of a page unless it is deeper than one. What is too long for its place and
    what no font has is found, with table and contract named.
    """
    return render_call_lists(stream, [call_list], language)


def render_call_lists(
    stream: IO[bytes], call_lists: Sequence[CallList], language: Language = Language.CHINESE
) -> PaperRun:
    """Write several call lists into one PDF, one after the other; at least one has to be given."""
    sheets = StageSheets(stream, "call-list", call_lists[0].facts, language, A4, MARGIN)
    for call_list in call_lists:
        sheets.go_on_with(call_list.facts)
        _write(sheets, call_list)
    return sheets.save()


def _write(sheets: StageSheets, call_list: CallList) -> None:
    rows = [row for each in call_list.contracts for row in rows_of(sheets, each, _ROWS_DEPTH)]
    pages = call_pages(rows) or [[]]
    for number, on_page in enumerate(pages, start=1):
        page = sheets.new_page()
        sheets.head(page, (call_list.facts.activity,), top=_HEAD_TOP, rule=_HEAD_RULE)
        _draw_strip(page, sheets, call_list)
        _draw_headings(page, sheets)
        _draw_rows(page, sheets, on_page)
        _draw_foot(page, sheets, call_list)
        sheets.page_number(page, number, len(pages), _FOOT_Y)
        sheets.add(page, _bookmarks(sheets, on_page))


def call_pages(rows: Iterable[CallRow]) -> list[list[CallRow]]:
    """Return the rows page by page: every one once and in order."""
    pages: list[list[CallRow]] = []
    left = 0.0
    for row in rows:
        if not pages or row.depth > left + _ROUNDING:
            pages.append([])
            left = _ROWS_DEPTH
        pages[-1].append(row)
        left -= row.depth
    return pages


def _bookmarks(sheets: StageSheets, rows: Iterable[CallRow]) -> list[tuple[int, str]]:
    return [
        (0, f"{sheets.say('stage-table', number=row.contract.table)}{GAP}{row.contract.title}")
        for row in rows
        if row.begins
    ]


def _cells(sheets: StageSheets, call_list: CallList) -> Iterator[_Cell]:
    alarms = sorted(call_list.alarms, reverse=True)
    for place, minutes in enumerate(alarms):
        task = "last" if place == len(alarms) - 1 else "first" if place == 0 else "check"
        yield _Cell(
            sheets.say("call-before", minutes=minutes),
            f"{call_list.alarm(minutes):%H:%M}",
            sheets.say(f"call-task-{task}"),
        )
    yield _Cell(
        sheets.say("call-on-stage"),
        f"{call_list.on_stage:%H:%M}",
        sheets.say(f"call-view-{call_list.viewpoint}"),
        is_last=True,
    )


def _draw_strip(page: PaperPage, sheets: StageSheets, call_list: CallList) -> None:
    cells = list(_cells(sheets, call_list))
    step = page.measure / len(cells)
    inner = step - _CELL_GAP - 2 * _CELL_PAD + 0.4
    label = TextStyle("bold", 8.6, 5.0, inner * 0.39, 4.0, tabular=True)
    clock = TextStyle("bold", 17.0, 8.0, inner * 0.6, 6.4, tabular=True)
    task = TextStyle("sans", 7.6, 5.0, inner, 4.6, lines=2, line_height=1.15)
    for place, cell in enumerate(cells):
        x = page.margin + place * step
        last = cell.is_last
        width = step if last else step - _CELL_GAP
        page.rectangle(x, _STRIP_Y, width, _STRIP_DEPTH, fill=DEEP if last else TINT)
        left = x + _CELL_PAD
        page.text(cell.label, label, left, _STRIP_Y + 2.1, colour=WHITE if last else LAKE)
        page.text(
            cell.clock, clock, left + inner - clock.width, _STRIP_Y + 1.75,
            colour=WHITE if last else INK, align="r", valign="m",
        )  # fmt: skip
        page.text(
            cell.task, task, left, _STRIP_Y + 10.35, colour=WHITE if last else INK, valign="m"
        )


def _draw_headings(page: PaperPage, sheets: StageSheets) -> None:
    for name, (x, width) in COLUMNS.items():
        style = one_size("sans", 7.5, width)
        page.text(sheets.say(f"call-column-{name}"), style, x, _HEADINGS_Y, colour=SOFT)
    style = one_size("sans", 7.5, TICK_COLUMN)
    for place, tick in enumerate(CallTick):
        x = TICKS_X + place * TICK_COLUMN
        page.text(sheets.say(f"call-tick-{tick}"), style, x, _HEADINGS_Y, colour=SOFT, align="c")
    page.line(page.margin, _ROWS_Y, page.right, _ROWS_Y, colour=INK, width=0.7)


def _draw_rows(page: PaperPage, sheets: StageSheets, rows: Sequence[CallRow]) -> None:
    y = _ROWS_Y
    if not rows:
        style = one_size("sans", 9.0, page.measure)
        page.text(sheets.say("call-none"), style, page.margin, y + 6.0)
    for place, row in enumerate(rows):
        draw_row(page, sheets, row, y)
        y += row.depth
        is_last = place == len(rows) - 1
        colour, width = (INK, 0.7) if is_last else (HAIR, 0.5)
        page.line(page.margin, y, page.right, y, colour=colour, width=width)


def _draw_foot(page: PaperPage, sheets: StageSheets, call_list: CallList) -> None:
    page.text(_counted(sheets, call_list), one_size("sans", 7.5, page.measure), page.margin,
              _COUNTED_Y)  # fmt: skip
    away, length = _SIGN_LINE
    label = TextStyle("sans", 8.0, 5.0, away - 0.6, 4.0)
    for place, name in enumerate(_SIGNATURES):
        x = page.margin + place * _SIGN_STEP
        page.text(sheets.say(f"call-sign-{name}"), label, x, _SIGN_Y, colour=SOFT)
        page.line(x + away, _SIGN_RULE, x + away + length, _SIGN_RULE, colour=INK, width=0.7)
    channel = sheets.say("stage-channel", channel=call_list.channel) if call_list.channel else ""
    words = GAP.join(filter(None, (channel, sheets.say("call-footer"))))
    page.text(words, one_size("sans", 7.0, 110.0), page.margin, _FOOT_Y, colour=SOFT)


def _counted(sheets: StageSheets, call_list: CallList) -> str:
    signatories, assistants = call_list.signatories, call_list.assistants
    if not call_list.alarms:
        return sheets.say("call-counted", signatories=signatories, assistants=assistants)
    return sheets.say(
        "call-counted-until",
        signatories=signatories,
        assistants=assistants,
        minutes=min(call_list.alarms),
    )
