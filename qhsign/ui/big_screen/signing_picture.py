"""The batch being signed: number, project, parties with their signatories, amount."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QColor

from qhsign.services.big_screen import BigScreen, ScreenParty, ScreenRow
from qhsign.ui.big_screen.hall_pen import FIGURE, LEAST, QUIET, TEXT, HallPen, Setting
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
    HallVoice,
)

MARGIN = 112
_TOP, _BOTTOM = 273, 955
_ON_ONE_PAGE, _ON_EACH_PAGE = 8, 6
_LONG_ORGANIZATION = 14
"""An organization of more characters takes two lines, for which eight rows have no room."""
_HIGHEST_ROW = 150
_WITH_ENGLISH = {HallVoice.ENGLISH: 4, HallVoice.BOTH: 3}
"""How many contracts a page holds where English names are written."""
_SMALL_BELOW, _HIGH = 100, 130
"""Rows lower than the first have smaller type, in those higher than the second a long title has a
line of its own."""
_PROJECT, _HOSTS, _GUESTS = 0.0448, 0.351, 0.586
"""Where columns begin, as shares of the width between the margins."""
_GAP = 24
_MOST_AMOUNT = 310
_FEW_LINES = 2
_NAME_OF_SEVERAL = 0.6
"""The share of a line a name may take beside its organization where several sign on one side."""
_FIGURES = re.compile(r"(?P<before>[^\d]*)(?P<figures>[\d.,]+)(?P<unit>.*)")


@dataclass(frozen=True, slots=True)
class _Columns:
    project: float
    hosts: float
    guests: float
    amount: float
    right: float


def pages_of(
    rows: Sequence[ScreenRow], voice: HallVoice = HallVoice.CHINESE
) -> list[Sequence[ScreenRow]]:
    """Part the rows of a batch into pages of about the same length.

    Eight rows fit on one page in smaller type, where nothing in them is long; where
    English names are written, they are, and fewer fit.
    """
    is_more = _has_more_to_say(rows, voice)
    is_long = any(
        len(voice.called(party.organization, party.organization_en)) > _LONG_ORGANIZATION
        for row in rows
        for party in row.parties
    )
    each = _WITH_ENGLISH[voice] if is_more else _ON_EACH_PAGE
    if len(rows) <= (each if is_long or is_more else _ON_ONE_PAGE):
        return [rows]
    pages = -(-len(rows) // each)
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
    pages, voice = pages_of(shown.rows, pen.voice), pen.voice
    rows = pages[min(page, len(pages) - 1)]
    paint_event(pen, shown)
    total = _paint_total(pen, right, shown)
    batch = voice.called(shown.batch, shown.batch_en)
    title = f"{shown.slate}　{batch}" if batch else shown.slate
    setting = _title(pen, title, right - left - total - 48)
    pen.block(left, 155 if len(setting.lines) == 1 else 164, setting, bold=True)
    columns = _columns(pen, left, right, rows)
    _paint_heads(pen, columns, rows)
    is_more = _has_more_to_say(shown.rows, voice)
    highest = (_BOTTOM - _TOP) / _WITH_ENGLISH[voice] if is_more else _HIGHEST_ROW
    high = min((_BOTTOM - _TOP) / max(len(rows), 1), highest)
    pen.rule(left, right, _TOP)
    for place, row in enumerate(rows):
        _paint_row(pen, columns, row, _TOP + place * high, high)
        pen.rule(left, right, _TOP + (place + 1) * high)
    said = voice.short(PAGE, page=page + 1, pages=len(pages))
    paint_foot(pen, shown, said if len(pages) > 1 else "")


def paint_event(pen: HallPen, shown: BigScreen) -> None:
    """Paint the event above the title."""
    room = pen.width - 2 * MARGIN
    event = pen.voice.called(shown.event, shown.event_en)
    second = pen.voice.beside(shown.event, shown.event_en)
    both = f"{event}　{second}"
    if second and pen.width_of(both, LEAST) <= room:
        event = both
    pen.block(MARGIN, 84, pen.one_line(event, room, (30, LEAST), bold=False), QUIET)


def paint_foot(pen: HallPen, shown: BigScreen, middle: str = "") -> None:
    """Paint the theme at the left, the place at the right, something between them."""
    left, right = MARGIN, pen.width - MARGIN
    own = "　".join(each for each in (shown.city, shown.venue) if each)
    place = pen.voice.called(own, shown.place_en)
    beside = pen.width_of(shown.theme, LEAST) + 2 * MARGIN
    share = (right - left) * 0.4
    most = share if middle else max(share, right - left - beside)
    cut = pen.one_line(place, most, (LEAST, LEAST), bold=False)
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
    before, figures, unit = _parts(amount)
    large, small = sizes
    # The unit stands on the figures' line, not at their middle.
    down = (large - small) * 0.36
    wide = pen.text(right, middle + down, unit, small, right=True) + 8 if unit else 0.0
    wide += pen.text(right - wide, middle, figures, large, bold=True, right=True)
    if before:
        wide += 8
        wide += pen.text(right - wide, middle + down, before, small, right=True)
    return wide


def _parts(amount: str) -> tuple[str, str, str]:
    """Return what stands before the figures in small (CNY, 近), the figures, and their unit."""
    match = _FIGURES.fullmatch(amount)
    if match is None:
        return "", amount, ""
    before, figures, unit = (each.strip() for each in match.group("before", "figures", "unit"))
    return before, figures, unit


def _has_more_to_say(rows: Sequence[ScreenRow], voice: HallVoice) -> bool:
    """Tell whether English names are written, which take more room than Chinese ones."""
    return voice is not HallVoice.CHINESE and any(row.has_english for row in rows)


def _title(pen: HallPen, title: str, width: float) -> Setting:
    one = pen.one_line(title, width, (64, 44), bold=True)
    return one if one.lines[0] == title else pen.fit(title, width, (40, 32), bold=True)


def _paint_total(pen: HallPen, right: float, shown: BigScreen) -> float:
    count = len(shown.rows)
    if not count:
        return 0.0
    if not shown.total:
        said = pen.voice.short(COUNT, count=count)
        return pen.text(right, 160, said, 30, QUIET, right=True)
    total = pen.voice.called(shown.total, shown.total_en)
    wide = paint_amount(pen, right, 153, total, (58, 30)) + 14
    said = pen.voice.short(COUNT_AND_SUM, count=count)
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
    if not row.amount:
        return pen.width_of(pen.voice.kind(row.kind), 36)
    before, figures, unit = _parts(pen.voice.called(row.amount, row.amount_en))
    small = [pen.width_of(each, 30) + 8 for each in (before, unit) if each]
    wide = pen.width_of(figures, 58, bold=True) + sum(small)
    second = pen.voice.beside(row.amount, row.amount_en)
    return max(wide, pen.width_of(second, LEAST))


def _paint_heads(pen: HallPen, columns: _Columns, rows: Sequence[ScreenRow]) -> None:
    pen.text(columns.project, 249, pen.voice.word(PROJECT), LEAST, QUIET)
    hosts, guests = _side_words(rows, pen.voice)
    pen.text(columns.hosts, 249, hosts, LEAST, QUIET)
    pen.text(columns.guests, 249, guests, LEAST, QUIET)
    pen.text(columns.right, 249, pen.voice.word(AMOUNT), LEAST, QUIET, right=True)


def _side_words(rows: Sequence[ScreenRow], voice: HallVoice) -> tuple[str, str]:
    """Return the letters the parties of both columns bear, else whose side each column is."""
    parties = [party for row in rows for party in row.parties]
    hosts = {party.side for party in parties if party.is_host}
    guests = {party.side for party in parties if not party.is_host}
    if len(hosts) == len(guests) == 1:
        return voice.word(PARTY, side=hosts.pop()), voice.word(PARTY, side=guests.pop())
    return voice.word(HOSTS), voice.word(GUESTS)


def _paint_row(pen: HallPen, columns: _Columns, row: ScreenRow, top: float, high: float) -> None:
    middle = top + high / 2
    is_small = high < _SMALL_BELOW
    pen.text(MARGIN, middle, str(row.number), 34 if is_small else 40, FIGURE, bold=True)
    room = columns.hosts - columns.project - _GAP
    largest = 30 if is_small else 40
    title = _project(pen, pen.voice.called(row.title, row.title_en), room, largest, high)
    second = pen.voice.beside(row.title, row.title_en)
    below = pen.fit(second, room, (30, LEAST), lines=3) if second else Setting(LEAST, ())
    pen.block(columns.project, middle - below.height / 2, title, bold=True)
    pen.block(columns.project, middle + title.height / 2, below, QUIET)
    for begins, ends, is_host in (
        (columns.hosts, columns.guests, True), (columns.guests, columns.amount, False),
    ):  # fmt: skip
        parties = [each for each in row.parties if each.is_host is is_host]
        _paint_parties(pen, begins, middle, ends - begins - _GAP, high, parties)
    _paint_row_amount(pen, columns, row, middle, is_small=is_small)


def _project(pen: HallPen, title: str, room: float, largest: int, high: float) -> Setting:
    """Return two lines, else three smaller ones where the row is high enough for them."""
    two = pen.fit(title, room, (largest, LEAST), bold=True)
    if "".join(two.lines).endswith("…") and high >= _SMALL_BELOW:
        return pen.fit(title, room, (28, LEAST), lines=3, bold=True)
    return two


def _paint_row_amount(
    pen: HallPen, columns: _Columns, row: ScreenRow, middle: float, *, is_small: bool
) -> None:
    room, voice = columns.right - columns.amount, pen.voice
    second = voice.beside(row.amount, row.amount_en) if row.amount else voice.kind_beside(row.kind)
    below = pen.fit(second, room, (LEAST, LEAST)) if second and not is_small else None
    if not row.amount:
        above = pen.fit(voice.kind(row.kind), room, (30 if is_small else 36, LEAST))
        middle -= below.height / 2 if below else 0.0
        pen.block(columns.right, middle, above, right=True)
        down = above.height / 2
    else:
        large = 46.0 if is_small else 58.0
        wide = _amount_width(pen, row) * large / 58
        large = max(float(LEAST), large * min(1.0, room / wide))
        middle -= below.height / 2 if below else 0.0
        amount = voice.called(row.amount, row.amount_en)
        paint_amount(pen, columns.right, middle, amount, (large, max(LEAST, large * 30 / 58)))
        down = large * 0.6
    if below:
        pen.block(columns.right, middle + down + below.height / 2, below, QUIET, right=True)


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
        who = pen.voice.called(party.signatory, party.signatory_en)
        signatory = pen.one_line(who, room * _NAME_OF_SEVERAL, (LEAST, LEAST), bold=True)
        name = pen.width_of(signatory.lines[0], LEAST, bold=True)
        organization = pen.one_line(
            pen.voice.called(party.organization, party.organization_en),
            room - name - 12, (LEAST, LEAST), bold=False,
        )  # fmt: skip
        wide = pen.width_of(organization.lines[0], LEAST)
        pen.block(left, y, organization)
        pen.block(left + wide + 12, y, signatory, bold=True)
    if len(shown) < len(parties):
        said = pen.voice.short(MORE, count=len(parties) - len(shown))
        pen.text(left, top + len(shown) * step, said, LEAST, QUIET)


def _paint_party(
    pen: HallPen, left: float, middle: float, room: float, high: float, party: ScreenParty
) -> None:
    is_small, voice = high < _SMALL_BELOW, pen.voice
    settings = _organizations(pen, party, room, is_small=is_small)
    above = sum(setting.height for setting, _ in settings)
    if not party.signatory:
        _stack(pen, left, middle - above / 2, settings)
        return
    lines = sum(len(setting.lines) for setting, _ in settings)
    size = 28 if lines > 1 else 30 if is_small else 34
    who = voice.called(party.signatory, party.signatory_en)
    title = voice.called(party.title, party.title_en) if party.title else ""
    name = _name(pen, who, title, room, size)
    gap = 2.0 if is_small or lines > _FEW_LINES else 6.0
    named = pen.width_of(name.lines[0], name.size, bold=True) + 16
    beside = ", ".join(filter(None, (
        voice.beside(party.signatory, party.signatory_en),
        voice.beside(party.title, party.title_en),
    )))  # fmt: skip
    if not beside and not is_small and named + pen.width_of(title, LEAST) > room and high > _HIGH:
        beside, title = title, ""
    second = pen.one_line(beside, room, (LEAST, LEAST), bold=False) if beside else None
    under = second.height if second else 0.0
    y = _stack(pen, left, middle - (above + gap + name.height + under) / 2, settings) + gap
    if second:
        pen.block(left, y + name.height + under / 2, second, QUIET)
    y += name.height / 2
    pen.block(left, y, name, bold=True)
    if title and room - named > LEAST * 2:
        post = pen.one_line(title, room - named, (28, LEAST), bold=False)
        pen.block(left + named, y + (name.size - post.size) * 0.2, post, QUIET)


def _organizations(
    pen: HallPen, party: ScreenParty, room: float, *, is_small: bool
) -> list[tuple[Setting, QColor]]:
    """Return the name of an organization, with the second below it where both are read."""
    called = pen.voice.called(party.organization, party.organization_en)
    first = _organization(pen, called, room, is_small=is_small)
    second = pen.voice.beside(party.organization, party.organization_en)
    if not second:
        return [(first, TEXT)]
    first = pen.fit(called, room, (28, LEAST))
    lines = 1 if len(first.lines) > 1 else 2
    return [(first, TEXT), (pen.fit(second, room, (LEAST, LEAST), lines=lines), QUIET)]


def _name(pen: HallPen, who: str, title: str, room: float, size: int) -> Setting:
    """Return a name small enough to leave its title room, where that helps."""
    for smaller in range(size, LEAST - 1, -2):
        both = pen.width_of(who, smaller, bold=True) + 16 + pen.width_of(title, LEAST)
        if both <= room:
            return Setting(smaller, (who,))
    return pen.one_line(who, room, (min(size, 28), LEAST), bold=True)


def _stack(
    pen: HallPen, left: float, top: float, settings: Sequence[tuple[Setting, QColor]]
) -> float:
    """Write settings one under the other; return where the last ends."""
    for setting, colour in settings:
        pen.block(left, top + setting.height / 2, setting, colour)
        top += setting.height
    return top


def _organization(pen: HallPen, text: str, room: float, *, is_small: bool) -> Setting:
    """Return one line of at least 26, else two lines where the row is high enough for them."""
    one = pen.one_line(text, room, (28 if is_small else 30, LEAST), bold=False)
    if one.lines[0] == text or is_small:
        return one
    return pen.fit(text, room, (LEAST, LEAST))
