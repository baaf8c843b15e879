"""Parting text with readings above it into lines: no break inside a name, read above or not."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from PySide6.QtCore import Qt, QTextBoundaryFinder
from PySide6.QtGui import QFontMetricsF

from qhsign.domain.stage_papers import HostWords, Reading

_OVERHANG = 0.3
"""How far a reading may stand over its neighbours, as a share of the text's size."""
_GAP = 0.2
"""The least room between two readings, as a share of the text's size."""


@dataclass(frozen=True, slots=True)
class RubyPiece:
    """Some characters that stay together; ``start`` is their place in the text.

    ``width`` is what they take of the line: more than ``text_width`` where the reading is wider.
    """

    start: int
    text: str
    text_width: float
    width: float
    reading: str = ""
    reading_width: float = 0.0


RubyLine = Sequence[RubyPiece]


@dataclass(frozen=True, slots=True)
class _Setting:
    """The two fonts and the room."""

    text: QFontMetricsF
    ruby: QFontMetricsF
    width: float
    pixels: float


def ruby_lines(
    words: HostWords,
    text: QFontMetricsF,
    ruby: QFontMetricsF,
    width: float,
    pixels: float,
) -> list[RubyLine]:
    """Return the lines in which words fit a width; every line end of the text begins a new one."""
    setting = _Setting(text, ruby, max(width, pixels), pixels)
    lines: list[RubyLine] = []
    start = 0
    for paragraph in words.text.split("\n"):
        end = start + len(paragraph)
        held = [r for r in words.readings if start <= r.start and r.start + r.length <= end]
        whole = [(at - start, length) for at, length in words.names if start <= at < end]
        lines += _filled(_groups(paragraph, start, held, whole, setting), setting)
        start = end + 1
    return lines


def _filled(groups: Sequence[Sequence[RubyPiece]], setting: _Setting) -> list[RubyLine]:
    lines: list[list[RubyPiece]] = [[]]
    used = 0.0
    for group in groups:
        if lines[-1] and used + _needed(group, setting) > setting.width:
            lines.append([])
            used = 0.0
        parts = group if _needed(group, setting) <= setting.width else _chopped(group, setting)
        for piece in parts:
            if lines[-1] and used + _needed([piece], setting) > setting.width:
                lines.append([])
                used = 0.0
            lines[-1].append(piece)
            used += piece.width
    return list(lines)


def _needed(group: Sequence[RubyPiece], setting: _Setting) -> float:
    """Return what a group takes at the end of a line, where blanks take nothing."""
    last = group[-1]
    blank = last.text_width - setting.text.horizontalAdvance(last.text.rstrip())
    return sum(piece.width for piece in group) - (0.0 if last.reading else blank)


def _groups(
    paragraph: str,
    start: int,
    readings: Sequence[Reading],
    names: Sequence[tuple[int, int]],
    setting: _Setting,
) -> list[list[RubyPiece]]:
    """Return the pieces of a paragraph, those that no line may part in one group."""
    together = [*names, *((each.start - start, each.length) for each in readings)]
    inside = {place for first, length in together for place in range(first + 1, first + length)}
    breaks = set(_breaks(paragraph, QTextBoundaryFinder.BoundaryType.Line)) - inside
    edges = breaks | {0, len(paragraph)}
    for each in readings:
        edges |= {each.start - start, each.start - start + each.length}
    above = {each.start - start: each for each in readings}
    places = sorted(edges)
    bare = [
        _bare(start + first, paragraph[first:last], above.get(first), setting)
        for first, last in pairwise(places)
    ]
    groups: list[list[RubyPiece]] = []
    for place, piece in enumerate(_spread(bare, setting)):
        if not groups or places[place] in breaks:
            groups.append([])
        groups[-1].append(piece)
    return groups


def _bare(start: int, text: str, reading: Reading | None, setting: _Setting) -> RubyPiece:
    width = setting.text.horizontalAdvance(text)
    if reading is None:
        return RubyPiece(start, text, width, width)
    said = setting.ruby.elidedText(reading.pinyin, Qt.TextElideMode.ElideRight, setting.width)
    return RubyPiece(start, text, width, width, said, setting.ruby.horizontalAdvance(said))


def _spread(pieces: Sequence[RubyPiece], setting: _Setting) -> Iterator[RubyPiece]:
    """Give each reading the room it needs beside its neighbours."""
    for place, piece in enumerate(pieces):
        if not piece.reading:
            yield piece
            continue
        before = pieces[place - 1] if place else None
        after = pieces[place + 1] if place + 1 < len(pieces) else None
        least = min(_overhang(before, setting), _overhang(after, setting))
        needed = piece.reading_width + _GAP * setting.pixels - 2 * least
        yield replace(piece, width=max(piece.width, min(needed, setting.width)))


def _overhang(neighbour: RubyPiece | None, setting: _Setting) -> float:
    """Return how far a reading may stand over what is beside it."""
    most = _OVERHANG * setting.pixels
    if neighbour is None:
        return most
    return 0.0 if neighbour.reading else min(most, neighbour.text_width / 2)


def _chopped(group: Sequence[RubyPiece], setting: _Setting) -> Iterator[RubyPiece]:
    """Part what is wider than a line between characters; its reading stays with the first."""
    for piece in group:
        if piece.width <= setting.width and piece.text_width <= setting.width:
            yield piece
            continue
        places = _breaks(piece.text, QTextBoundaryFinder.BoundaryType.Grapheme)
        for first, last in pairwise(places):
            text = piece.text[first:last]
            width = setting.text.horizontalAdvance(text)
            part = RubyPiece(piece.start + first, text, width, width)
            if first == 0 and piece.reading:
                part = replace(part, reading=piece.reading, reading_width=piece.reading_width)
                part = replace(part, width=max(width, piece.reading_width))
            yield part


def _breaks(text: str, kind: QTextBoundaryFinder.BoundaryType) -> list[int]:
    """Return the boundaries in a text by its characters; Qt counts rare ones as two."""
    places: dict[int, int] = {}
    units = 0
    for place, character in enumerate(text):
        places[units] = place
        units += len(character.encode("utf-16-le")) // 2
    places[units] = len(text)
    finder = QTextBoundaryFinder(kind, text)
    found = [0]
    while (at := finder.toNextBoundary()) >= 0:
        found.append(places[at])
    return sorted(set(found))
