"""Fonts of a few characters, as a system might have them."""

from collections.abc import Iterable
from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

_UNITS = 1000


def _square() -> object:
    pen = TTGlyphPen(None)
    pen.moveTo((100, 0))
    pen.lineTo((100, 800))
    pen.lineTo((900, 800))
    pen.lineTo((900, 0))
    pen.closePath()
    return pen.glyph()


def small_font(path: Path, family: str, characters: Iterable[str]) -> None:
    """Write a font that draws a square for each of ``characters`` and nothing for a space."""
    names = {ord(character): f"u{ord(character):X}" for character in characters}
    order = [".notdef", "space", *names.values()]
    builder = FontBuilder(_UNITS, isTTF=True)
    builder.setupGlyphOrder(order)
    builder.setupCharacterMap({0x20: "space", **names})
    empty = TTGlyphPen(None).glyph()
    builder.setupGlyf({name: empty if name == "space" else _square() for name in order})
    builder.setupHorizontalMetrics(dict.fromkeys(order, (_UNITS, 100)))
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupNameTable({"familyName": family, "styleName": "Regular", "psName": family})
    builder.setupOS2()
    builder.setupPost()
    builder.save(path)
