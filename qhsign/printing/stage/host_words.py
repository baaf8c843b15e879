"""The words the host reads aloud: whole clauses on each line, pinyin above what is easily misread.

A line ends after punctuation, where the host breathes; only a clause wider than a line is broken
inside. Pinyin stands centred above its characters. Where two readings would run into each other,
the line is spaced between them.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from qhsign.domain.stage_papers import HostWords, Reading
from qhsign.printing.papers.paper_head import width_of
from qhsign.printing.papers.paper_page import INK, LAKE, PaperPage
from qhsign.printing.pdf_file import POINTS_PER_MM
from qhsign.printing.text.line_breaking import (
    LINE_END,
    BreakPlace,
    break_places,
    places_after_clauses,
    places_anywhere,
    places_stored,
)
from qhsign.printing.text.text_fit import TextStyle

SIZE, LINE_HEIGHT = 11.5, 1.6
LINE = SIZE * LINE_HEIGHT / POINTS_PER_MM
"""From line to line in millimetres."""

_PINYIN = 0.56  # of the size of the words
_PINYIN_UP = 2.05  # from the top of a line up to the top of its pinyin
_BETWEEN_READINGS = 0.6
_ROOM = 10_000.0  # millimetres: more than any line is wide
_ROUNDING = 1e-6
_NARROWER = 0.01
_EVENED_LINES = 6  # a longer paragraph is read from line to line, however wide they are
_WORDS = TextStyle("kai", SIZE, SIZE, _ROOM, _ROOM)
_READING = TextStyle("sans", SIZE * _PINYIN, SIZE * _PINYIN, _ROOM, _ROOM)


@dataclass(frozen=True, slots=True)
class HostLine:
    """One line; its readings count from its own beginning."""

    text: str
    readings: Sequence[Reading] = ()


class _Placed(NamedTuple):
    """A reading above its characters: the middle and the room it takes, in millimetres."""

    reading: Reading
    middle: float
    width: float
    shift: float  # what the line is spaced before it


def host_lines(page: PaperPage, words: HostWords, width: float) -> list[HostLine]:
    """Return the lines of the words for a measure of ``width`` millimetres.

    A line end the staff typed stays. Nothing is drawn on ``page``.
    """
    lines: list[HostLine] = []
    start = 0
    for paragraph in words.text.split(LINE_END):
        end = start + len(paragraph)
        readings = [
            Reading(each.start - start, each.length, each.pinyin)
            for each in words.readings
            if start <= each.start and each.start + each.length <= end
        ]
        lines += _paragraph(page, HostLine(paragraph, readings), width)
        start = end + len(LINE_END)
    return lines


def draw_host_line(
    page: PaperPage, line: HostLine, x: float, y: float, *, subject: str = ""
) -> None:
    """Set one line with its readings; ``y`` is the top of its em box."""
    if not line.text.strip():
        return
    placed = list(_placed(page, line))
    starts = [0, *(each.reading.start for each in placed if each.shift > 0)]
    left = 0.0
    shifts = {each.reading.start: each.shift for each in placed}
    for start, end in pairwise((*starts, len(line.text))):
        left += shifts.get(start, 0.0) if start else 0.0
        page.text(
            line.text[start:end], _WORDS, x + _before(page, line.text, start) + left, y,
            colour=INK, subject=subject, field="host-words",
        )  # fmt: skip
    for each in placed:
        page.text(
            each.reading.pinyin, _READING, x + each.middle - _ROOM / 2, y - _PINYIN_UP,
            colour=LAKE, align="c", subject=subject, field="pinyin",
        )  # fmt: skip


def _placed(page: PaperPage, line: HostLine) -> Iterable[_Placed]:
    """Give the readings of a line from left to right, none running into another."""
    moved, last_end = 0.0, -_ROOM
    for reading in sorted(line.readings, key=lambda each: each.start):
        begin = _before(page, line.text, reading.start) + moved
        end = _width(page, line.text[: reading.start + reading.length]) + moved
        width = width_of(page.trial(reading.pinyin, _READING))
        overlap = last_end + _BETWEEN_READINGS - ((begin + end) / 2 - width / 2)
        shift = max(overlap, 0.0)
        moved += shift
        middle = (begin + end) / 2 + shift
        last_end = middle + width / 2
        yield _Placed(reading, middle, width, shift)


def _before(page: PaperPage, text: str, place: int) -> float:
    """Return where the character at ``place`` begins on its line, in millimetres."""
    if place == 0:
        return 0.0
    return _width(page, text[: place + 1]) - _width(page, text[place])


def _width(page: PaperPage, text: str) -> float:
    return width_of(page.trial(text, _WORDS))


def _line_width(page: PaperPage, line: HostLine) -> float:
    """Return how wide a line is with the space between its readings."""
    return _width(page, line.text) + sum(each.shift for each in _placed(page, line))


def _part(line: HostLine, start: int, end: int) -> HostLine:
    """Return a part of a line with the readings that stand in it."""
    text = line.text[start:end]
    begin = start + len(text) - len(text.lstrip())
    readings = [
        Reading(each.start - begin, each.length, each.pinyin)
        for each in line.readings
        if begin <= each.start and each.start + each.length <= end
    ]
    return HostLine(text.strip(), readings)


def _paragraph(page: PaperPage, whole: HostLine, width: float) -> list[HostLine]:
    """Break a paragraph into as few lines as it takes, of about equal width."""
    text = whole.text
    measure = _Measure(page, whole)
    clauses = _outside_readings(whole, [*places_stored(text), *places_after_clauses(text)])
    ends = _filled(measure, width, [clauses])
    if ends is None:
        # Some clause is wider than a line.
        others = (break_places(text), places_anywhere(text), _everywhere(text))
        choices = [clauses, *(_outside_readings(whole, places) for places in others)]
        ends = _filled(measure, width, choices) or [len(text)]
    elif len(ends) <= _EVENED_LINES:
        ends = _evened(measure, ends, clauses)
    return [_part(whole, a, b) for a, b in pairwise((0, *ends))]


class _Measure:
    """Measures lines of one paragraph; each is measured once."""

    def __init__(self, page: PaperPage, whole: HostLine) -> None:
        self.end = len(whole.text)
        self._page = page
        self._whole = whole
        self._known: dict[tuple[int, int], float] = {}

    def width(self, start: int, end: int) -> float:
        """Return how wide a line is in millimetres."""
        key = (start, end)
        if key not in self._known:
            self._known[key] = _line_width(self._page, _part(self._whole, start, end))
        return self._known[key]


def _evened(measure: _Measure, ends: list[int], clauses: Sequence[int]) -> list[int]:
    """Return as many lines, the widest of which is as narrow as can be."""
    narrower: list[int] | None = ends
    while narrower is not None and len(narrower) == len(ends):
        ends = narrower
        widest = max(measure.width(a, b) for a, b in pairwise((0, *ends)))
        narrower = _filled(measure, widest - _NARROWER, [clauses])
    return ends


def _filled(measure: _Measure, width: float, choices: Sequence[Sequence[int]]) -> list[int] | None:
    """Return the ends of lines filled one after the other, each as far as ``width`` allows.

    A line ends at a place of the first choice that leads anywhere; None where none does.
    """
    ends: list[int] = []
    start = 0
    while start < measure.end:
        reached = (_reached(measure, places, start, width) for places in choices)
        stop = next((each for each in reached if each is not None), None)
        if stop is None:
            return None
        ends.append(stop)
        start = stop
    return ends


def _reached(measure: _Measure, places: Sequence[int], start: int, width: float) -> int | None:
    """Return the last place a line from ``start`` reaches, None where it reaches none."""
    last = None
    for place in (*places[bisect_right(places, start) :], measure.end):
        if measure.width(start, place) > width + _ROUNDING:
            break
        last = place
    return last


def _everywhere(text: str) -> list[BreakPlace]:
    return [BreakPlace(place, 0.0) for place in range(1, len(text))]


def _outside_readings(whole: HostLine, places: Sequence[BreakPlace]) -> list[int]:
    """Return the places in order, without those inside characters that are read together."""
    inside = {
        place
        for each in whole.readings
        for place in range(each.start + 1, each.start + each.length)
    }
    return sorted({each.place for each in places} - inside)
