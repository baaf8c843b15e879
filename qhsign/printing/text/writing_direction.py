"""Which way the letters of a line run, and in which order they stand on the page.

The Unicode bidirectional algorithm (UAX #9) without explicit embeddings: names, titles and papers
hold none. Even levels run from the left, odd ones from the right. The papers are Chinese ones, so a
text runs from the right only when all its letters do.
"""

from collections.abc import Sequence
from typing import Literal, NamedTuple
from unicodedata import bidirectional

_Direction = Literal["L", "R"]

_NEUTRAL = frozenset(("B", "S", "WS", "ON", "BN"))
_IGNORED = frozenset(("BN", "LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"))
_PAIRS = dict(zip("([{（［｛〈《「『【〔〖", ")]}）］｝〉》」』】〕〗", strict=True))
_CLOSERS = {closing: opening for opening, closing in _PAIRS.items()}
MIRRORED = {
    one: other
    for pair in (*_PAIRS.items(), ("<", ">"), ("«", "»"), ("‹", "›"), ("＜", "＞"))
    for one, other in (pair, pair[::-1])
}
"""Characters whose shape turns round where the text runs from the right."""


class Directions(NamedTuple):
    """The level of a whole text and of each of its characters."""

    base: int
    levels: list[int]


def directions(text: str) -> Directions:
    """Return the directions of ``text``, one paragraph."""
    types = [_IGNORED_AS_NEUTRAL.get(kind, kind) for kind in map(_kind, text)]
    base = int("L" not in types and not {"R", "AL"}.isdisjoint(types))
    own: _Direction = "R" if base else "L"
    _resolve_weak(types, own)
    _resolve_brackets(text, types, own)
    _resolve_neutral(types, own)
    levels = [_level(kind, base) for kind in types]
    for place, character in enumerate(text):
        if place and _kind(character) in _IGNORED:
            levels[place] = levels[place - 1]
    return Directions(base, levels)


_IGNORED_AS_NEUTRAL = dict.fromkeys(_IGNORED, "BN")


def _kind(character: str) -> str:
    return bidirectional(character) or "L"


def _level(kind: str, base: int) -> int:
    if base:
        return 1 if kind == "R" else 2
    return {"L": 0, "R": 1}.get(kind, 2)


def _resolve_weak(types: list[str], own: _Direction) -> None:
    """Settle marks and numbers (rules W1 to W7)."""
    _resolve_marks(types, own)
    for place, strong in enumerate(_strong_before(types, own)):
        if types[place] == "EN" and strong == "AL":
            types[place] = "AN"
    types[:] = ["R" if kind == "AL" else kind for kind in types]
    for place in range(1, len(types) - 1):
        left, kind, right = types[place - 1 : place + 2]
        joins = (kind == "CS" and left in ("EN", "AN")) or (kind == "ES" and left == "EN")
        if joins and left == right:
            types[place] = left
    _join_signs(types)
    types[:] = ["ON" if kind in ("ES", "ET", "CS") else kind for kind in types]
    for place, strong in enumerate(_strong_before(types, own)):
        if types[place] == "EN" and strong == "L":
            types[place] = "L"


def _resolve_marks(types: list[str], own: _Direction) -> None:
    """Give a mark the type of what it stands on (rule W1)."""
    before: str = own
    for place, kind in enumerate(types):
        if kind == "NSM":
            types[place] = before
        elif kind != "BN":
            before = kind


def _strong_before(types: Sequence[str], own: _Direction) -> list[str]:
    """Return for each place the last letter with a direction up to there."""
    strong: str = own
    found = []
    for kind in types:
        if kind in ("L", "R", "AL"):
            strong = kind
        found.append(strong)
    return found


def _join_signs(types: list[str]) -> None:
    """Make signs of money and measure part of the number they stand beside (rule W5)."""
    for order in (range(1, len(types)), range(len(types) - 2, -1, -1)):
        step = 1 if order.step < 0 else -1
        for place in order:
            if types[place] == "ET" and types[place + step] == "EN":
                types[place] = "EN"


def _as_strong(kind: str) -> str | None:
    if kind in ("L", "R"):
        return kind
    return "R" if kind in ("EN", "AN") else None


def _resolve_brackets(text: str, types: list[str], own: _Direction) -> None:
    """Give both brackets of a pair one direction (rule N0)."""
    opened: list[tuple[str, int]] = []
    pairs: list[tuple[int, int]] = []
    for place, character in enumerate(text):
        if types[place] != "ON":
            continue
        if character in _PAIRS:
            opened.append((character, place))
        elif character in _CLOSERS:
            for depth in range(len(opened) - 1, -1, -1):
                if opened[depth][0] == _CLOSERS[character]:
                    pairs.append((opened[depth][1], place))
                    del opened[depth:]
                    break
    for first, last in sorted(pairs):
        inside = {_as_strong(kind) for kind in types[first + 1 : last]} - {None}
        if not inside:
            continue
        chosen: str = own
        if own not in inside:
            before = (_as_strong(kind) for kind in reversed(types[:first]))
            context = next((kind for kind in before if kind), own)
            chosen = context if context != own else own
        types[first] = types[last] = chosen


def _resolve_neutral(types: list[str], own: _Direction) -> None:
    """Give blanks and punctuation the direction around them (rules N1 and N2)."""
    place = 0
    while place < len(types):
        if types[place] not in _NEUTRAL:
            place += 1
            continue
        end = place
        while end < len(types) and types[end] in _NEUTRAL:
            end += 1
        left = _as_strong(types[place - 1]) if place else own
        right = _as_strong(types[end]) if end < len(types) else own
        types[place:end] = [str(left if left and left == right else own)] * (end - place)
        place = end


def visual_order(levels: Sequence[int], gaps: Sequence[float]) -> list[tuple[int, float]]:
    """Return the places of a line's characters from left to right, each with the gap before it.

    ``gaps`` are the spaces before the characters as the text is read; a gap stays between the two
    characters it separates (rule L2).
    """
    line = list(zip(range(len(levels)), gaps, strict=True))
    highest = max(levels, default=0)
    for level in range(highest, 0, -1):
        start = 0
        while start < len(line):
            end = start
            while end < len(line) and levels[line[end][0]] >= level:
                end += 1
            if end > start:
                line[start:end] = _reversed(line[start:end])
            start = max(end, start + 1)
    return line


def _reversed(part: list[tuple[int, float]]) -> list[tuple[int, float]]:
    places = [place for place, _ in reversed(part)]
    inner = [gap for _, gap in part[1:]]
    return list(zip(places, [part[0][1], *reversed(inner)], strict=True))
