"""Glyphs put together from a font's own: a stack of letters, a letter with its marks.

A PDF sets one glyph for one code, and a reader takes one text for it. A cluster of a shaped word is
several glyphs in exact places, so it becomes one glyph: a TrueType composite (OpenType 1.9, table
``glyf``), added to what reportlab embeds of the font. It is found, copied and read as the letters
it stands for.
"""

import math
from struct import pack, unpack_from
from typing import Any, NamedTuple

_WORDS, _XY_VALUES, _SCALED, _MORE = 0x0001, 0x0002, 0x0008, 0x0020
_OVERLAP, _UNSCALED_OFFSET = 0x0400, 0x1000
_ONE = 1 << 14  # 1 as a number of 2 and 14 bits
_LARGEST = 0xFFFF
_BOUNDS = ">4h"
_BOUNDS_AT = 2  # after the number of contours
# Places in the table of maxima.
_POINTS, _CONTOURS, _COMPOSITE_POINTS, _COMPOSITE_CONTOURS = 6, 8, 10, 12
_COMPONENTS, _DEPTH = 28, 30
MOST_COMPONENTS = 64


class Component(NamedTuple):
    """A glyph of the font and where it stands, in the font's units."""

    glyph: int
    x: int
    y: int


class CompositeGlyphs:
    """Adds composite glyphs to ``face``, a font as reportlab has read it.

    `add` may be called at any time; `write` must be called before reportlab embeds the font, and
    not while it does.
    """

    def __init__(self, face: Any) -> None:
        self._face = face
        self._outlines: bytes = face.get_table("glyf")[: face.glyphPos[-1]]
        # The maxima say the same whatever is added later: the same paper has the same bytes.
        maxima = _raised(face.get_table("maxp"))
        self._data: bytes = face._ttf_data + maxima  # noqa: SLF001 - reportlab has no way to add a glyph
        place = len(self._data) - len(maxima)
        face.table["maxp"] = {**face.table["maxp"], "offset": place, "length": len(maxima)}
        self._added: list[bytes] = []
        self._written = -1
        self.write()

    def add(self, components: list[Component], advance: int, scale: float, rise: int) -> int:
        """Add a glyph and return its number.

        The components are drawn at ``scale`` and moved up by ``rise``; ``advance`` is the width of
        the whole as it stands in the end.
        """
        if len(components) > MOST_COMPONENTS:
            raise ValueError(f"a cluster of {len(components)} glyphs")
        face = self._face
        placed = [
            Component(glyph, round(x * scale), round(y * scale) + rise)
            for glyph, x, y in components
            if face.glyphPos[glyph + 1] > face.glyphPos[glyph]
        ]
        record = self._record(placed, scale) if placed else b""
        left = unpack_from(_BOUNDS, record, _BOUNDS_AT)[0] if record else 0
        face.glyphPos.append(face.glyphPos[-1] + len(record))
        face.hmetrics.append((advance, left & _LARGEST))
        self._added.append(record)
        return len(face.glyphPos) - 2

    def _record(self, components: list[Component], scale: float) -> bytes:
        parts = [pack(">h4h", -1, *self._bounds(components, scale))]
        for number, (glyph, x, y) in enumerate(components):
            flags = _WORDS | _XY_VALUES | _UNSCALED_OFFSET
            flags |= 0 if number else _OVERLAP
            flags |= _MORE if number + 1 < len(components) else 0
            flags |= 0 if scale == 1 else _SCALED
            parts.append(pack(">HHhh", flags, glyph, x, y))
            if scale != 1:
                parts.append(pack(">h", round(scale * _ONE)))
        record = b"".join(parts)
        return record + bytes(-len(record) % 4)

    def _bounds(self, components: list[Component], scale: float) -> tuple[int, int, int, int]:
        corners = []
        for glyph, x, y in components:
            at = self._face.glyphPos[glyph] + _BOUNDS_AT
            left, low, right, high = (
                each * scale for each in unpack_from(_BOUNDS, self._outlines, at)
            )
            corners.append((x + left, y + low, x + right, y + high))
        lefts, lows, rights, highs = zip(*corners, strict=True)
        return (
            math.floor(min(lefts)),
            math.floor(min(lows)),
            math.ceil(max(rights)),
            math.ceil(max(highs)),
        )

    def write(self) -> None:
        """Put the added glyphs into the font's data, from which reportlab cuts its subsets."""
        if self._written == len(self._added):
            return
        added = list(self._added)
        outlines = self._outlines + b"".join(added)
        table = self._face.table
        place = {"offset": len(self._data), "length": len(outlines)}
        table["glyf"] = {**table["glyf"], **place}
        self._face._ttf_data = self._data + outlines  # noqa: SLF001 - as above
        self._written = len(added)


def _raised(maxima: bytes) -> bytes:
    """Return the table of maxima with room for composites."""
    table = bytearray(maxima)
    for simple, composite in ((_POINTS, _COMPOSITE_POINTS), (_CONTOURS, _COMPOSITE_CONTOURS)):
        most = max(_number(table, simple), _number(table, composite))
        _put(table, composite, min(most * MOST_COMPONENTS, _LARGEST))
    _put(table, _COMPONENTS, MOST_COMPONENTS)
    _put(table, _DEPTH, _number(table, _DEPTH) + 1)
    return bytes(table)


def _number(table: bytearray, place: int) -> int:
    number: int = unpack_from(">H", table, place)[0]
    return number


def _put(table: bytearray, place: int, number: int) -> None:
    table[place : place + 2] = pack(">H", number)
