"""Welcome, arrivals, statistics and thanks, as the hall sees them."""

from qhsign.services.big_screen import BigScreen
from qhsign.ui.big_screen.hall_pen import FIGURE, QUIET, TEXT, HallPen
from qhsign.ui.big_screen.hall_words import (
    ARRIVALS,
    ARRIVED,
    OF_CONTRACTS,
    OF_EXPECTED,
    PEOPLE,
    PIECES,
    SIGNED,
    STATISTICS,
    THANKS,
    TOTAL,
    WELCOME,
)
from qhsign.ui.big_screen.signing_picture import MARGIN, paint_amount, paint_event, paint_foot

_NOTHING = "—"


def paint_welcome(pen: HallPen, shown: BigScreen) -> None:
    """Paint the event and what is to begin."""
    room = pen.width - 2 * MARGIN
    pen.text(MARGIN, 330, pen.voice.word(WELCOME), 44, FIGURE, bold=True)
    event = pen.fit(pen.voice.called(shown.event, shown.event_en), room, (92, 52), bold=True)
    pen.block(MARGIN, 480, event, bold=True)
    below = 480 + event.height / 2 + 46
    second = pen.voice.beside(shown.event, shown.event_en)
    if second:
        setting = pen.fit(second, room, (48, 32))
        pen.block(MARGIN, below - 30 + setting.height / 2, setting)
        below += setting.height
    pen.rule(MARGIN, pen.width - MARGIN, below)
    slate = pen.fit(shown.slate, room, (56, 36))
    pen.block(MARGIN, below + 30 + slate.height / 2, slate, QUIET)
    paint_foot(pen, shown)


def paint_thanks(pen: HallPen, shown: BigScreen) -> None:
    """Paint the thanks at the end."""
    room = pen.width - 2 * MARGIN
    thanks = pen.one_line(pen.voice.word(THANKS), room, (120, 72), bold=True)
    pen.block(MARGIN, 450, thanks, bold=True)
    pen.rule(MARGIN, pen.width - MARGIN, 560)
    slate = pen.fit(shown.slate, room, (56, 36))
    pen.block(MARGIN, 590 + slate.height / 2, slate)
    event = pen.fit(pen.voice.called(shown.event, shown.event_en), room, (36, 28))
    pen.block(MARGIN, 610 + slate.height + event.height / 2, event, QUIET)
    paint_foot(pen, shown)


def paint_arrivals(pen: HallPen, shown: BigScreen) -> None:
    """Paint how many of those expected are there."""
    _paint_head(pen, shown, pen.voice.word(ARRIVALS))
    right = pen.width - MARGIN
    arrived, expected = shown.arrived, shown.expected or 0
    wide = pen.text(MARGIN, 510, _count(arrived), 300, FIGURE, bold=True)
    pen.text(MARGIN + wide + 32, 590, pen.voice.word(PEOPLE), 56)
    if not expected:
        paint_foot(pen, shown)
        return
    pen.bar(MARGIN, right, 730, 24, (arrived or 0) / expected)
    pen.text(MARGIN, 810, pen.voice.word(OF_EXPECTED, expected=_count(expected)), 40, QUIET)
    share = f"{_percent(arrived or 0, expected)}%"
    pen.text(right, 810, share, 58, bold=True, right=True)
    paint_foot(pen, shown)


def paint_statistics(pen: HallPen, shown: BigScreen) -> None:
    """Paint what is signed, of how many, and who is there."""
    _paint_head(pen, shown, pen.voice.word(STATISTICS))
    right, voice = pen.width - MARGIN, pen.voice
    rows = [
        (voice.word(SIGNED), _count(shown.signed), voice.short(PIECES),
         voice.word(OF_CONTRACTS, count=_count(shown.contracts))),
        (voice.word(TOTAL), voice.called(shown.total, shown.total_en), "",
         voice.beside(shown.total, shown.total_en)),
        (voice.word(ARRIVED), _count(shown.arrived), voice.short(PEOPLE),
         voice.word(OF_EXPECTED, expected=_count(shown.expected)) if shown.expected else ""),
    ]  # fmt: skip
    rows = [row for row in rows if row[1]]
    high = (955 - 273) / len(rows)
    for place, (name, figure, unit, of) in enumerate(rows):
        middle = 273 + (place + 0.5) * high
        pen.rule(MARGIN, right, 273 + place * high)
        pen.text(MARGIN, middle - (26 if of else 0), name, 48, TEXT)
        if of:
            pen.text(MARGIN, middle + 34, of, 32, QUIET)
        _paint_figure(pen, right, middle, figure, unit)
    pen.rule(MARGIN, right, 955)
    paint_foot(pen, shown)


def _paint_figure(pen: HallPen, right: float, middle: float, figure: str, unit: str) -> None:
    wide = pen.width_of(f"{figure} {unit}", 130, bold=True)
    large = max(58.0, 130 * min(1.0, (pen.width - 2 * MARGIN) * 0.62 / wide))
    paint_amount(pen, right, middle, f"{figure}{unit}", (large, 44))


def _paint_head(pen: HallPen, shown: BigScreen, title: str) -> None:
    paint_event(pen, shown)
    pen.text(MARGIN, 155, title, 64, bold=True)
    wide = pen.width_of(title, 64, bold=True)
    slate = pen.one_line(shown.slate, pen.width - 2 * MARGIN - wide - 64, (36, 28), bold=False)
    pen.block(pen.width - MARGIN, 161, slate, QUIET, right=True)


def _count(number: int | None) -> str:
    return _NOTHING if number is None else f"{number:,}"


def _percent(part: int, whole: int) -> int:
    """Return whole per cent; 100 only when everybody is there."""
    return 100 if part >= whole else min(99, round(part * 100 / whole))
