"""The batch being signed: number, project, parties with their signatories, amount."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from qhsign.services.big_screen import BigScreen, ScreenParty, ScreenRow
from qhsign.ui.big_screen.hall_pen import FIGURE, LEAST, QUIET, HallPen, Setting
from qhsign.ui.big_screen.hall_words import (
    AMOUNT,
    COUNT,
    COUNT_AND_SUM,
    GUESTS,
    HOSTS,
    MORE,
    PAGE,
    PARTY,
    PROJECT,
    hall,
)
from qhsign.wording import Language, say

MARGIN = 112
_TOP, _BOTTOM = 273, 955
_ON_ONE_PAGE, _ON_EACH_PAGE = 8, 6
_LONG_ORGANIZATION = 14
"""An organization of more characters takes two lines, for which eight rows have no room."""
_HIGHEST_ROW = 150
_SMALL_BELOW = 100
"""Rows lower than this have smaller type."""
_PROJECT, _HOSTS, _GUESTS = 0.0448, 0.351, 0.586
"""Where columns begin, as shares of the width between the margins."""
_GAP = 24
_MOST_AMOUNT = 310
_FIGURES = re.compile(r"([\d.,]+)(.+)")


@dataclass(frozen=True, slots=True)
class _Columns:
    project: float
    hosts: float
    guests: float
    amount: float
    right: float


def pages_of(rows: Sequence[ScreenRow]) -> list[Sequence[ScreenRow]]:
    """Part the rows of a batch into pages of about the same length.

    Eight rows fit on one page in smaller type, where nothing in them is long.
    """
    is_long = any(len(p.organization) > _LONG_ORGANIZATION for row in rows for p in row.parties)
    if len(rows) <= (_ON_EACH_PAGE if is_long else _ON_ONE_PAGE):
        return [rows]
    pages = -(-len(rows) // _ON_EACH_PAGE)
    most, more = divmod(len(rows), pages)
    made, start = [], 0
    for page in range(pages):
        end = start + most + (page < more)
        made.append(rows[start:end])
        start = end
    return made


def paint_signing(pen: HallPen, shown: BigScreen, page: int) -> None:
    """Paint one page of a batch; ``page`` counts from 0."""
    left, right = MARGIN, pen.width - MARGIN
    pages = pages_of(shown.rows)
    rows = pages[min(page, len(pages) - 1)]
    paint_event(pen, shown)
    total = _paint_total(pen, right, shown)
    title = f"{shown.slate}　{shown.batch}" if shown.batch else shown.slate
    setting = _title(pen, title, right - left - total - 48)
    pen.block(left, 155 if len(setting.lines) == 1 else 164, setting, bold=True)
    columns = _columns(pen, left, right, rows)
    _paint_heads(pen, columns, rows)
    high = min((_BOTTOM - _TOP) / max(len(rows), 1), _HIGHEST_ROW)
    pen.rule(left, right, _TOP)
    for place, row in enumerate(rows):
        _paint_row(pen, columns, row, _TOP + place * high, high)
        pen.rule(left, right, _TOP + (place + 1) * high)
    paint_foot(pen, shown, hall(PAGE, page=page + 1, pages=len(pages)) if len(pages) > 1 else "")


def paint_event(pen: HallPen, shown: BigScreen) -> None:
    """Paint the event above the title."""
    room = pen.width - 2 * MARGIN
    pen.block(MARGIN, 84, pen.one_line(shown.event, room, (30, LEAST), bold=False), QUIET)


def paint_foot(pen: HallPen, shown: BigScreen, middle: str = "") -> None:
    """Paint the theme at the left, the place at the right, something between them."""
    left, right = MARGIN, pen.width - MARGIN
    place = "　".join(each for each in (shown.city, shown.venue) if each)
    cut = pen.one_line(place, (right - left) * 0.4, (LEAST, LEAST), bold=False)
    taken = pen.text(right, 1034, cut.lines[0], LEAST, QUIET, right=True)
    if middle:
        wide = pen.width_of(middle, LEAST)
        pen.text((pen.width - wide) / 2, 1034, middle, LEAST, QUIET)
    room = right - left - taken - 48 if not middle else (pen.width - 320) / 2 - left
    theme = pen.one_line(shown.theme, room, (LEAST, LEAST), bold=False)
    pen.block(left, 1034, theme, QUIET)


def paint_amount(
    pen: HallPen, right: float, middle: float, amount: str, sizes: tuple[float, float]
) -> float:
    """Write figures large and their unit small, ending at ``right``; return the width."""
    match = _FIGURES.fullmatch(amount)
    figures, unit = match.groups() if match else (amount, "")
    large, small = sizes
    # The unit stands on the figures' line, not at their middle.
    down = (large - small) * 0.36
    wide = pen.text(right, middle + down, unit, small, right=True) + 8 if unit else 0.0
    return wide + pen.text(right - wide, middle, figures, large, bold=True, right=True)


def _title(pen: HallPen, title: str, width: float) -> Setting:
    one = pen.one_line(title, width, (64, 44), bold=True)
    return one if one.lines[0] == title else pen.fit(title, width, (40, 32), bold=True)


def _paint_total(pen: HallPen, right: float, shown: BigScreen) -> float:
    count = len(shown.rows)
    if not count:
        return 0.0
    if not shown.total:
        return pen.text(right, 160, hall(COUNT, count=count), 30, QUIET, right=True)
    wide = paint_amount(pen, right, 153, shown.total, (58, 30)) + 14
    said = hall(COUNT_AND_SUM, count=count)
    return wide + pen.text(right - wide, 161, said, 30, QUIET, right=True)


def _columns(pen: HallPen, left: float, right: float, rows: Sequence[ScreenRow]) -> _Columns:
    wide = right - left
    amounts = [min(_amount_width(pen, row), _MOST_AMOUNT) for row in rows]
    return _Columns(
        left + _PROJECT * wide,
        left + _HOSTS * wide,
        left + _GUESTS * wide,
        right - max([*amounts, 100.0]),
        right,
    )


def _amount_width(pen: HallPen, row: ScreenRow) -> float:
    match = _FIGURES.fullmatch(row.amount)
    if match is None:
        return pen.width_of(row.amount or _kind(row), 36)
    figures, unit = match.groups()
    return pen.width_of(figures, 58, bold=True) + 8 + pen.width_of(unit, 30)


def _kind(row: ScreenRow) -> str:
    return say(f"contract-kind-{row.kind}", Language.CHINESE)


def _paint_heads(pen: HallPen, columns: _Columns, rows: Sequence[ScreenRow]) -> None:
    pen.text(columns.project, 249, hall(PROJECT), LEAST, QUIET)
    hosts, guests = _side_words(rows)
    pen.text(columns.hosts, 249, hosts, LEAST, QUIET)
    pen.text(columns.guests, 249, guests, LEAST, QUIET)
    pen.text(columns.right, 249, hall(AMOUNT), LEAST, QUIET, right=True)


def _side_words(rows: Sequence[ScreenRow]) -> tuple[str, str]:
    """Return the letters the parties of both columns bear, else whose side each column is."""
    parties = [party for row in rows for party in row.parties]
    hosts = {party.side for party in parties if party.is_host}
    guests = {party.side for party in parties if not party.is_host}
    if len(hosts) == len(guests) == 1:
        return hall(PARTY, side=hosts.pop()), hall(PARTY, side=guests.pop())
    return hall(HOSTS), hall(GUESTS)


def _paint_row(pen: HallPen, columns: _Columns, row: ScreenRow, top: float, high: float) -> None:
    middle = top + high / 2
    is_small = high < _SMALL_BELOW
    pen.text(MARGIN, middle, str(row.number), 34 if is_small else 40, FIGURE, bold=True)
    room = columns.hosts - columns.project - _GAP
    largest = 30 if is_small else 40
    pen.block(columns.project, middle, pen.fit(row.title, room, (largest, LEAST), bold=True),
              bold=True)  # fmt: skip
    for begins, ends, is_host in (
        (columns.hosts, columns.guests, True), (columns.guests, columns.amount, False),
    ):  # fmt: skip
        parties = [each for each in row.parties if each.is_host is is_host]
        _paint_parties(pen, begins, middle, ends - begins - _GAP, high, parties)
    _paint_row_amount(pen, columns, row, middle, is_small=is_small)


def _paint_row_amount(
    pen: HallPen, columns: _Columns, row: ScreenRow, middle: float, *, is_small: bool
) -> None:
    room = columns.right - columns.amount
    if not row.amount:
        setting = pen.fit(_kind(row), room, (30 if is_small else 36, LEAST))
        pen.block(columns.right, middle, setting, right=True)
        return
    large = 46.0 if is_small else 58.0
    wide = _amount_width(pen, row) * large / 58
    large = max(float(LEAST), large * min(1.0, room / wide))
    paint_amount(pen, columns.right, middle, row.amount, (large, max(LEAST, large * 30 / 58)))


def _paint_parties(
    pen: HallPen, left: float, middle: float, room: float, high: float,
    parties: Sequence[ScreenParty],
) -> None:  # fmt: skip
    if len(parties) == 1:
        _paint_party(pen, left, middle, room, high, parties[0])
        return
    # Several on one side: a line for each, as many as the row has room for.
    most = max(int(high // (LEAST * 1.2)), 2)
    shown = parties if len(parties) <= most else parties[: most - 1]
    step = min(high / max(len(parties), 1), 36.0)
    lines = len(shown) + (len(shown) < len(parties))
    top = middle - (lines - 1) * step / 2
    for place, party in enumerate(shown):
        y = top + place * step
        name = pen.width_of(party.signatory, LEAST, bold=True)
        organization = pen.one_line(
            party.organization, room - name - 12, (LEAST, LEAST), bold=False
        )
        wide = pen.width_of(organization.lines[0], LEAST)
        pen.block(left, y, organization)
        pen.text(left + wide + 12, y, party.signatory, LEAST, bold=True)
    if len(shown) < len(parties):
        said = hall(MORE, count=len(parties) - len(shown))
        pen.text(left, top + len(shown) * step, said, LEAST, QUIET)


def _paint_party(
    pen: HallPen, left: float, middle: float, room: float, high: float, party: ScreenParty
) -> None:
    is_small = high < _SMALL_BELOW
    organization = _organization(pen, party.organization, room, is_small=is_small)
    if not party.signatory:
        pen.block(left, middle, organization)
        return
    name_size = 28 if len(organization.lines) > 1 else 30 if is_small else 34
    name = pen.one_line(party.signatory, room, (name_size, LEAST), bold=True)
    gap = 2.0 if is_small else 6.0
    whole = organization.height + gap + name.height
    pen.block(left, middle - whole / 2 + organization.height / 2, organization)
    y = middle + whole / 2 - name.height / 2
    pen.block(left, y, name, bold=True)
    wide = pen.width_of(name.lines[0], name.size, bold=True) + 16
    if party.title and room - wide > LEAST * 2:
        title = pen.one_line(party.title, room - wide, (28, LEAST), bold=False)
        pen.block(left + wide, y + (name.size - title.size) * 0.2, title, QUIET)


def _organization(pen: HallPen, text: str, room: float, *, is_small: bool) -> Setting:
    """Return one line of at least 26, else two lines where the row is high enough for them."""
    one = pen.one_line(text, room, (28 if is_small else 30, LEAST), bold=False)
    if one.lines[0] == text or is_small:
        return one
    return pen.fit(text, room, (LEAST, LEAST))
