"""Whether colours can be read: contrast as WCAG 2.2 measures it, on plain ``#RRGGBB`` texts."""

import re

WHITE, NEAR_BLACK = "#FFFFFF", "#1B2326"
INKS = (WHITE, NEAR_BLACK)
"""What stands on a band of colour: one of these two."""
LEAST_FOR_TEXT = 4.5
"""Contrast of a text with its ground (WCAG 1.4.3, AA)."""
LEAST_ON_PAPER = 1.4
"""Contrast at which a band still shows on a white badge from two metres; staff's grey has 1.5."""
_HEX = re.compile(r"#[0-9A-F]{6}")
_LINEAR_BELOW = 0.04045
_ALIKE = 60.0
"""Below this distance two bands are taken for one another from two metres; see ``distance``."""
_STEPS = 40


def read_colour(text: str) -> str:
    """Return a typed colour as ``#RRGGBB``; the # may be missing. Raises ValueError."""
    colour = f"#{text.strip().lstrip('#').upper()}"
    if not _HEX.fullmatch(colour):
        raise ValueError(text)
    return colour


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, from 1 (the same) to 21 (black and white)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def ink_on(band: str) -> str:
    """Return the one of INKS that reads best on a band."""
    return max(INKS, key=lambda ink: contrast(ink, band))


def is_legible(band: str) -> bool:
    """Tell whether words can be read on a band, and the band be seen on white paper."""
    return (
        contrast(ink_on(band), band) >= LEAST_FOR_TEXT and contrast(band, WHITE) >= LEAST_ON_PAPER
    )


def are_alike(one: str, other: str) -> bool:
    """Tell whether two bands would be taken for one another from two metres."""
    return distance(one, other) < _ALIKE


def distance(one: str, other: str) -> float:
    """Return how far two colours lie apart as eyes see it (“redmean”), 0 to 765."""
    (r1, g1, b1), (r2, g2, b2) = _parts(one), _parts(other)
    mean = (r1 + r2) / 2
    squares = (
        (2 + mean / 256) * (r1 - r2) ** 2
        + 4 * (g1 - g2) ** 2
        + (2 + (255 - mean) / 256) * (b1 - b2) ** 2
    )
    return float(squares**0.5)


def mixed(one: str, other: str, share: float) -> str:
    """Return ``one`` with ``share`` (0 to 1) of ``other`` in it."""
    pairs = zip(_parts(one), _parts(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)


def as_text_colour(band: str, *grounds: str) -> str:
    """Return the band's colour, darkened or lightened until it reads as text on every ground."""
    towards = "#000000" if _luminance(grounds[0]) > _luminance("#777777") else WHITE
    for step in range(_STEPS + 1):
        colour = mixed(band, towards, step / _STEPS)
        if all(contrast(colour, ground) >= LEAST_FOR_TEXT for ground in grounds):
            return colour
    return towards


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(part / 255) for part in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= _LINEAR_BELOW else float(((part + 0.055) / 1.055) ** 2.4)
