"""What a photo on a badge must be: its shape, its sizes, and how a picture is framed to it."""

from dataclasses import dataclass

WIDE, HIGH = 5, 7
"""The shape of a photo, width to height."""
LARGEST = (350, 490)
"""Pixels; 23.5 × 32.9 mm at 380 dpi. A larger picture is scaled to this, none is enlarged."""
SMALLEST = (50, 70)
"""Pixels; in less nobody knows a face again."""
SHARP = (185, 259)
"""Pixels that a printed photo of 23.5 × 32.9 mm needs for 200 dpi."""

_PARTS_ABOVE = 4
"""Of what a picture is too high, one part in four goes above: heads are in the upper part."""


@dataclass(frozen=True, slots=True)
class Framing:
    """How a picture becomes a photo: the whole is scaled to ``whole``, then cut.

    ``left`` and ``top`` are where the cut of ``photo`` (width, height) begins in the scaled whole.
    """

    whole: tuple[int, int]
    left: int
    top: int
    photo: tuple[int, int]


def framing(width: int, height: int) -> Framing:
    """Return how a picture of ``width`` × ``height`` pixels, upright, becomes a photo of 5:7.

    What is too wide loses as much at both sides; what is too high loses more below than above.
    """
    if width * HIGH > height * WIDE:
        cut = (height * WIDE / HIGH, float(height))
    else:
        cut = (float(width), width * HIGH / WIDE)
    scale = LARGEST[0] / cut[0]
    if scale < 1:
        photo = LARGEST
        whole = (max(photo[0], round(width * scale)), max(photo[1], round(height * scale)))
    else:
        photo = (int(cut[0]), int(cut[1]))
        whole = (width, height)
    return Framing(whole, (whole[0] - photo[0]) // 2, (whole[1] - photo[1]) // _PARTS_ABOVE, photo)


def shows_a_face(width: int, height: int) -> bool:
    """Tell whether a photo has enough pixels for a face at all."""
    return width >= SMALLEST[0] and height >= SMALLEST[1]


def is_sharp(width: int, height: int) -> bool:
    """Tell whether a photo has enough pixels for a print nobody will complain of."""
    return width >= SHARP[0] and height >= SHARP[1]
