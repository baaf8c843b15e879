"""The rows of a run of show: a step with its clock, and the words the host reads in it."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from qhsign.domain.stage_papers import ShowStep
from qhsign.printing.papers.paper_head import width_of
from qhsign.printing.papers.paper_page import DEEP, INK, LAKE, PALE, SOFT, PaperPage
from qhsign.printing.pdf_file import POINTS_PER_MM
from qhsign.printing.pen import depth_of
from qhsign.printing.stage.host_words import (
    LINE,
    LINE_HEIGHT,
    SIZE,
    HostLine,
    draw_host_line,
    host_lines,
)
from qhsign.printing.stage.stage_parts import StageSheets, one_size
from qhsign.printing.text.line_breaking import LINE_END
from qhsign.printing.text.text_fit import FittedText, TextStyle

ORDINAL_X, CLOCK_X, MINUTES_END, STEP_X = 16.6, 23.0, 49.0, 54.0
SCREEN_X, SOUND_X, RESPONSIBLE_X, RIGHT = 124.0, 155.0, 183.0, 196.0

_BAR = 1.2
_TOP, _TEXT_TOP, _AFTER_TITLE, _BOTTOM = 2.2, 2.6, 1.4, 2.78
_NUMBERS_END = 6.2
_LEAST_LINES = 2  # of the host's words stay together at the end and the head of a page
_WORDS_X, _WORDS_WIDTH = 57.15, 136.0
_BAND_PAD = 1.475
_AFTER_BAND = 1.95
_HALF_LEADING = SIZE * (LINE_HEIGHT - 1) / 2 / POINTS_PER_MM
_MOST_LINES, _MORE_LINES, _DEEPEST, _WIDE = 44, 4, 200.0, 10_000.0


class _Text(NamedTuple):
    """A text of a step, fitted: where it stands from the top of the row."""

    fitted: FittedText
    style: TextStyle
    x: float
    down: float


@dataclass(frozen=True, slots=True)
class ShowRow:
    """A step, or a part of one whose host's words are longer than a page.

    ``depth`` and ``head``, the depth above the host's words, are in millimetres.
    """

    number: int
    step: ShowStep
    head: float
    lines: Sequence[HostLine] = ()
    begins: bool = True

    @property
    def depth(self) -> float:
        """How deep it is."""
        band = _band(len(self.lines)) + _AFTER_BAND if self.lines else 0.0
        return self.head + band

    def parted(self, room: float, whole: float) -> list["ShowRow"]:
        """Return the row as parts: the first fits into ``room``, the others into whole pages.

        It is not parted where it fits into a ``whole`` page.
        """
        if self.depth <= whole:
            return [self]
        parts: list[ShowRow] = []
        row = self
        while row.depth > room:
            most = int((room - row.head - 2 * _BAND_PAD - _AFTER_BAND) / LINE + 1e-6)
            most = min(most, len(row.lines) - _LEAST_LINES)
            if most < _LEAST_LINES:
                if room >= whole:
                    break
                room = whole
                continue
            parts.append(replace(row, lines=row.lines[:most]))
            row = replace(row, head=_AFTER_BAND, lines=row.lines[most:], begins=False)
            room = whole
        return [*parts, row]


def show_row(page: PaperPage, number: int, step: ShowStep) -> ShowRow:
    """Return the row of a step; ``page`` only measures and is not drawn on."""
    ends = [
        text.down + depth_of(text.fitted, text.style.line_height) for text in _texts(page, step, "")
    ]
    head = max((_NUMBERS_END, *ends))
    lines: Sequence[HostLine] = ()
    if step.host_words is not None and step.host_words.text.strip():
        lines = host_lines(page, step.host_words, _WORDS_WIDTH)
    return ShowRow(number, step, head + _BOTTOM, lines)


def draw_show_row(page: PaperPage, sheets: StageSheets, row: ShowRow, y: float) -> None:
    """Draw a row from ``y`` downwards."""
    step = row.step
    subject = sheets.say("show-step", number=row.number)
    if step.is_key:
        page.rectangle(page.margin, y, _BAR, row.depth, fill=LAKE)
    if row.begins:
        _draw_numbers(page, row, y)
        for text in _texts(page, step, subject):
            page.place(text.fitted, text.style, text.x, y + text.down)
    if not row.lines:
        return
    top = y + row.head
    page.rectangle(STEP_X, top, RIGHT - STEP_X, _band(len(row.lines)), fill=PALE)
    words = sheets.say("show-host-words" if row.begins else "show-host-words-continued")
    style = one_size("sans", 8.2, STEP_X - CLOCK_X - 2.0)
    page.text(words, style, CLOCK_X, top + 3.25, colour=LAKE)
    for place, line in enumerate(row.lines):
        down = _BAND_PAD + place * LINE + _HALF_LEADING
        draw_host_line(page, line, _WORDS_X, top + down, subject=subject)


def _draw_numbers(page: PaperPage, row: ShowRow, y: float) -> None:
    ordinal = one_size("sans", 8.5, CLOCK_X - ORDINAL_X)
    page.text(str(row.number), ordinal, ORDINAL_X, y + 2.6, colour=SOFT)
    clock = TextStyle("bold", 12.5, 8.0, 18.0, 5.0, tabular=True)
    page.text(f"{row.step.clock:%H:%M}", clock, CLOCK_X, y + 1.75, colour=DEEP)
    minutes = one_size("sans", 9.0, 12.0)
    page.text(
        str(row.step.minutes), minutes, MINUTES_END - minutes.width, y + 2.5, colour=INK, align="r"
    )


def _texts(page: PaperPage, step: ShowStep, subject: str) -> list[_Text]:
    """Return the texts of a step as they will be set, and keep what is wrong with them."""
    texts: list[_Text] = []
    below = 0.0
    for field, words, x, end, top in (
        ("title", step.title, STEP_X, SCREEN_X, _TOP),
        ("content", step.content, STEP_X, SCREEN_X, None),
        ("screen", step.screen, SCREEN_X, SOUND_X, _TEXT_TOP),
        ("sound", step.sound, SOUND_X, RESPONSIBLE_X, _TEXT_TOP),
        ("responsible", step.responsible, RESPONSIBLE_X, RIGHT + 1.5, _TEXT_TOP),
    ):
        if words.strip():
            style = _style(page, field, words, end - x - 2.0)
            fitted = page.fit(words, style, subject=subject, field=field)
            down = below if top is None else top
            texts.append(_Text(fitted, style, x, down))
            if field == "title":
                below = down + depth_of(fitted, style.line_height) + _AFTER_TITLE
    return texts


def _style(page: PaperPage, field: str, words: str, width: float) -> TextStyle:
    """Return the style of a text that makes its row deeper rather than small.

    Lines are counted up, as setting a text on far more lines than it takes takes long.
    """
    role, size = ("bold", 10.5) if field == "title" else ("sans", 8.2)
    style = TextStyle(role, size, size, width, _DEEPEST, line_height=1.34)
    whole = replace(style, width=_WIDE)
    paragraphs = (page.trial(each, whole) for each in words.split(LINE_END))
    lines = sum(max(math.ceil(width_of(each) / width), 1) for each in paragraphs)
    for more in range(_MORE_LINES):
        style = replace(style, lines=min(lines + more, _MOST_LINES))
        if page.trial(words, style).fits:
            return style
    return replace(style, min_size=size - 2.0)


def _band(lines: int) -> float:
    """Return how deep the ground of so many lines of the host's words is."""
    return 2 * _BAND_PAD + lines * LINE
