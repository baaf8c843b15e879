"""The stage plan (台位图): who sits and stands where, and what is signed at each table."""

import math
from collections.abc import Sequence
from typing import IO

from qhsign.domain.paper import GAP
from qhsign.domain.stage_papers import (
    StageContract,
    StageParty,
    StagePlan,
    StageTable,
)
from qhsign.printing.page_texts import OVERFLOW
from qhsign.printing.papers.paper_page import DEEP, INK, SOFT, WHITE, PaperPage
from qhsign.printing.papers.paper_sheet import PaperRun
from qhsign.printing.stage.stage_floor import (
    BETWEEN_BARS,
    COLUMN,
    StageFloor,
    signing_units,
    table_places,
)
from qhsign.printing.stage.stage_foot import draw_foot
from qhsign.printing.stage.stage_parts import A4_WIDE, StageSheets, one_size
from qhsign.printing.stage.stage_view import StageView
from qhsign.printing.text.text_fit import TextStyle
from qhsign.wording import Language

_MARGIN = 12.0
_HEAD_TOP, _HEAD_RULE, _HEAD_RIGHT = 10.05, 24.4, 243.0
_VIEWPOINT = (247.0, 10.6, 38.0, 9.6)
_MOST_AT_ONCE, _MOST_ON_A_PAGE = 9, 6
_BLOCK_Y, _BLOCK_SIDE = 143.0, 3.2
_TITLE_DOWN, _TITLE_DEPTH = 10.8, 15.4
_PARTIES_Y, _PARTIES_END, _PARTY_STEP = 170.2, 189.0, 8.6
_PARTY_INDENT, _PARTY_GAP = 5.4, 0.2
_FEW = 2


def render_stage_plan(
    stream: IO[bytes], plan: StagePlan, language: Language = Language.CHINESE
) -> PaperRun:
    """Write a stage plan as PDF into ``stream``; the same plan gives the same bytes.

    Up to six tables are as wide as the page, more are drawn smaller as long as everything fits;
    otherwise they go to further pages of at most six with the same witnesses. A plan without tables
    says so. What is too long for its place and what no font has is found, with the table named.
    """
    return render_stage_plans(stream, [plan], language)


def render_stage_plans(
    stream: IO[bytes], plans: Sequence[StagePlan], language: Language = Language.CHINESE
) -> PaperRun:
    """Write several plans into one PDF, one after the other; at least one has to be given."""
    sheets = StageSheets(stream, "stage-plan", plans[0].facts, language, A4_WIDE, _MARGIN)
    for plan in plans:
        sheets.go_on_with(plan.facts)
        _Plan(sheets, plan).write()
    return sheets.save()


class _Plan:
    """One plan being written."""

    def __init__(self, sheets: StageSheets, plan: StagePlan) -> None:
        self._sheets = sheets
        self._plan = plan
        self._floor = StageFloor(sheets, plan)
        self._view = StageView(plan.viewpoint)

    def write(self) -> None:
        """Write every page."""
        pages = self._pages()
        for number, tables in enumerate(pages, start=1):
            page = self._sheets.new_page()
            self._draw_head(page)
            self._floor.draw(page, tables)
            self._draw_blocks(page, tables)
            draw_foot(page, self._sheets, self._plan, number, len(pages))
            self._sheets.add(page, [(0, self._title(table)) for table in tables])

    def _title(self, table: StageTable) -> str:
        words = self._sheets.say("stage-table", number=table.number)
        return f"{words}{GAP}{table.contract.title}" if table.contract else words

    def _pages(self) -> list[Sequence[StageTable]]:
        tables = self._plan.tables
        units = sum(map(signing_units, tables))
        if units <= _MOST_ON_A_PAGE or (units <= _MOST_AT_ONCE and self._fits(tables)):
            return [tables]
        return evenly(tables)

    def _fits(self, tables: Sequence[StageTable]) -> bool:
        trial = self._sheets.new_page()
        self._floor.draw_tables(trial, tables)
        self._draw_blocks(trial, tables)
        return not any(finding.code == OVERFLOW for finding in trial.findings)

    def _draw_head(self, page: PaperPage) -> None:
        sheets, facts = self._sheets, self._plan.facts
        particulars = (facts.activity, sheets.day_and_times(), facts.place)
        sheets.head(
            page, particulars, top=_HEAD_TOP, rule=_HEAD_RULE, right=_HEAD_RIGHT,
            made=sheets.say("stage-made", made="{made}"),
        )  # fmt: skip
        x, y, width, depth = _VIEWPOINT
        page.rectangle(x, y, width, depth, fill=DEEP)
        words = sheets.say(f"stage-viewpoint-{self._plan.viewpoint}")
        style = TextStyle("bold", 14.0, 8.0, width - 6.0, depth, tracking=sheets.tracking(0.1))
        page.text(words, style, x + 3.0, y, colour=WHITE, align="c", valign="m")

    # What is signed at each table

    def _draw_blocks(self, page: PaperPage, tables: Sequence[StageTable]) -> None:
        for table, x, width in table_places(tables):
            scale = width / signing_units(table) / COLUMN
            left = self._view.left_of(x, width) + BETWEEN_BARS * scale / 2
            self._draw_block(page, table, left, width - _BLOCK_SIDE * scale)

    def _draw_block(self, page: PaperPage, table: StageTable, x: float, width: float) -> None:
        page.line(x, _BLOCK_Y, x + width, _BLOCK_Y, colour=INK, width=0.7)
        number = one_size("bold", 20.0, width)
        page.text(str(table.number), number, x, _BLOCK_Y + 2.25, colour=DEEP)
        contract = table.contract
        name = self._sheets.say("stage-table", number=table.number)
        if contract is None:
            words = self._sheets.say("stage-no-contract")
            page.text(words, one_size("sans", 8.2, width), x, _BLOCK_Y + _TITLE_DOWN, colour=SOFT)
            return
        subject = f"{name} {contract.number}".rstrip()
        self._draw_figures(page, contract, x, width, subject)
        title = TextStyle(
            "bold", 8.2, 6.8, width, _TITLE_DEPTH, lines=3, line_height=1.35,
            last_lines=4, last_min=6.0,
        )  # fmt: skip
        end = page.text(
            contract.title, title, x, _BLOCK_Y + _TITLE_DOWN, subject=subject, field="title"
        )
        self._draw_parties(page, contract.parties, x, width, end, subject)

    def _draw_figures(
        self, page: PaperPage, contract: StageContract, x: float, width: float, subject: str
    ) -> None:
        room = width - 9.0
        amount = TextStyle("bold", 10.5, 7.0, room, 4.4, tabular=True)
        page.text(
            contract.amount, amount, x + 9.0, _BLOCK_Y + 2.0,
            align="r", subject=subject, field="amount",
        )  # fmt: skip
        number = TextStyle("sans", 7.2, 5.5, room, 3.2, tabular=True)
        page.text(
            contract.number, number, x + 9.0, _BLOCK_Y + 6.65,
            colour=SOFT, align="r", subject=subject, field="number",
        )  # fmt: skip

    def _draw_parties(
        self,
        page: PaperPage,
        parties: Sequence[StageParty],
        x: float,
        width: float,
        title_end: float,
        subject: str,
    ) -> None:
        several = len(parties) > _FEW
        columns = max(int(width // (COLUMN * 0.9)), 1) if several else 1
        rows = max(math.ceil(len(parties) / columns), 1)
        each = width / columns
        top = _PARTIES_Y
        style = _party_style(each, min(_PARTY_STEP, (_PARTIES_END - top) / rows))
        if not all(page.fits(party.organization, style) for party in parties):
            # Long names begin right below the title.
            top = min(title_end + 1.2, _PARTIES_Y)
            style = _party_style(each, (_PARTIES_END - top) / rows)
        step = style.height + _PARTY_GAP
        for place, party in enumerate(parties):
            column, row = divmod(place, rows)
            left, y = x + column * each, top + row * step
            self._sheets.tag(page, party.side, left, y, party.label if several else "")
            page.text(
                party.organization, style, left + _PARTY_INDENT, y - 0.1,
                subject=subject, field="party",
            )  # fmt: skip


def _party_style(width: float, step: float) -> TextStyle:
    return TextStyle(
        "sans", 7.4, 6.2, width - _PARTY_INDENT - 0.4, step - _PARTY_GAP,
        lines=2, line_height=1.3, last_lines=4, last_min=5.5,
    )  # fmt: skip


def evenly(tables: Sequence[StageTable]) -> list[Sequence[StageTable]]:
    """Return the tables in order on as few pages as hold at most six each, evenly filled."""
    fewest = len(_filled(tables, _MOST_ON_A_PAGE))
    halves = range(2, 2 * _MOST_ON_A_PAGE + 1)
    pages = (_filled(tables, half / 2) for half in halves)
    return next(each for each in pages if len(each) == fewest)


def _filled(tables: Sequence[StageTable], most: float) -> list[Sequence[StageTable]]:
    """Return the tables page by page; a table wider than ``most`` has a page of its own."""
    pages: list[list[StageTable]] = []
    taken = 0.0
    for table in tables:
        units = signing_units(table)
        if not pages or taken + units > most:
            pages.append([])
            taken = 0.0
        pages[-1].append(table)
        taken += units
    return list(pages)
