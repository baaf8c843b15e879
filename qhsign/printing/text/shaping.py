"""Words of joining and stacking scripts into glyphs, by HarfBuzz.

A cluster is what a reader takes for one letter: a Tibetan stack with its vowel, an Arabic letter
with its dots, a letter with its marks. Each becomes one private character of the font.
"""

from functools import cache
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

import uharfbuzz

from qhsign.printing.text.composite_glyphs import Component
from qhsign.printing.text.embedded_font import EmbeddedFont
from qhsign.printing.text.scripts import Script

_ISO_NAMES = {
    Script.ARABIC: "Arab",
    Script.HEBREW: "Hebr",
    Script.TIBETAN: "Tibt",
    None: "Latn",
}
# Tibetan fonts are drawn for lines of their own, with room for deep stacks: beside Chinese the
# letters hang from a head line at this height, in em, above the lowest line of plain letters.
_HEAD_LETTER = "\u0f40"  # ཀ
_HEAD_LINE = 0.53
_TIBETAN_RISE = 0.09


class Cluster(NamedTuple):
    """One letter of a shaped word: its place in the word, what draws it, its width in em."""

    start: int
    end: int
    drawn: str
    width: float


class Fit(NamedTuple):
    """How a font of a script is set beside the others: its scale, and how far up, in em."""

    scale: float
    rise: float


@cache
def _read(path: Path, index: int) -> uharfbuzz.Font:
    """Return a font as HarfBuzz reads it, in the font's own units; the file is not loaded whole."""
    blob = uharfbuzz.Blob.from_file_path(str(path))
    return uharfbuzz.Font(uharfbuzz.Face(blob, index))


def _outlines(font: EmbeddedFont) -> uharfbuzz.Font:
    return _read(font.path, font.index)


def has_character(path: Path, index: int, character: str) -> bool:
    """Tell, without opening it, whether a font has a character; a damaged file has none."""
    return _read(path, index).get_nominal_glyph(ord(character)) is not None


@cache
def fit_of(font: EmbeddedFont, script: Script | None) -> Fit:
    """Return how large a font is set so that its script goes with the Chinese beside it."""
    if script is not Script.TIBETAN:
        return Fit(1.0, 0.0)
    outlines = _outlines(font)
    glyph = outlines.get_nominal_glyph(ord(_HEAD_LETTER))
    extents = outlines.get_glyph_extents(glyph) if glyph else None
    if extents is None or extents.y_bearing <= 0:
        return Fit(1.0, 0.0)
    height = extents.y_bearing / outlines.face.upem
    return Fit(round(_HEAD_LINE / height, 2), _TIBETAN_RISE)


def shape(
    font: EmbeddedFont, word: str, script: Script | None, *, from_right: bool
) -> tuple[Cluster, ...]:
    """Return the clusters of ``word`` in the order they are read; ``None`` is a Latin word.

    The word holds no blanks, and the font can shape it.
    """
    outlines = _outlines(font)
    buffer = uharfbuzz.Buffer()
    buffer.add_str(word)
    buffer.direction = "rtl" if from_right else "ltr"
    buffer.script = _ISO_NAMES[script]
    if from_right:
        # Readers turn such words round letter by letter: a mark must be a letter of its own.
        buffer.cluster_level = uharfbuzz.BufferClusterLevel.MONOTONE_CHARACTERS
    buffer.language = "und"  # or HarfBuzz asks the system, and another desk prints other shapes
    uharfbuzz.shape(outlines, buffer)
    glyphs = list(zip(buffer.glyph_infos, buffer.glyph_positions, strict=True))
    clusters = [
        (start, list(found)) for start, found in groupby(glyphs, lambda glyph: glyph[0].cluster)
    ]
    if from_right:
        clusters.reverse()
    ends = [start for start, _ in clusters[1:]] + [len(word)]
    return tuple(
        _cluster(font, word, start, end, found, fit_of(font, script))
        for (start, found), end in zip(clusters, ends, strict=True)
    )


def _cluster(
    font: EmbeddedFont,
    word: str,
    start: int,
    end: int,
    glyphs: list[tuple[uharfbuzz.GlyphInfo, uharfbuzz.GlyphPosition]],
    fit: Fit,
) -> Cluster:
    units = _outlines(font).face.upem
    components = []
    pen = 0
    for glyph, place in glyphs:
        components.append(Component(glyph.codepoint, pen + place.x_offset, place.y_offset))
        pen += place.x_advance
    advance = max(round(pen * fit.scale), 0)
    rise = round(fit.rise * units)
    drawn = font.stand_in(components, advance, word[start:end], fit.scale, rise)
    return Cluster(start, end, drawn, advance / units)
