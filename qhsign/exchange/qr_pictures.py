"""QR codes as PNG files: one bit a pixel, whole pixels a module, words under the code."""

import io
from functools import cache

from PIL import Image, ImageDraw, ImageFont

from qhsign.domain.problems import ProblemForUser
from qhsign.shipped_files import shipped

QUIET_MODULES = 4
_FONT = "bold.ttf"
_WORDS_MODULES = 4.2
"""Height of the words in modules: read at arm's length where the code can be scanned."""
_WORDS_MIDDLE = 1.75
"""Where the words' middle stands, in modules under the quiet zone."""
_BELOW_MODULES = 6
"""What the words take under the quiet zone, their own margin included."""
_METRES_AN_INCH = 0.0254


def qr_picture(
    modules: int,
    rows: bytes,
    *,
    pixels_a_module: int,
    words: str = "",
    dots_a_metre: float | None = None,
) -> bytes:
    """Return a PNG of a code; ``rows`` holds each row padded to whole bytes, dark = 1.

    ``words`` stand under the code in digits and marks alone, outside its quiet zone.
    ``dots_a_metre`` tells how large it is to be printed. Raises ProblemForUser
    ``fonts-not-installed``.
    """
    code = Image.frombytes("1", (modules, modules), bytes(255 - byte for byte in rows))
    side = modules + 2 * QUIET_MODULES
    below = _BELOW_MODULES if words else 0
    paper = Image.new("1", (side * pixels_a_module, (side + below) * pixels_a_module), 1)
    large = code.resize((modules * pixels_a_module,) * 2, Image.Resampling.NEAREST)
    paper.paste(large, (QUIET_MODULES * pixels_a_module,) * 2)
    if words:
        middle = (paper.width / 2, (side + _WORDS_MIDDLE) * pixels_a_module)
        font = _font(round(_WORDS_MODULES * pixels_a_module))
        ImageDraw.Draw(paper).text(middle, words, fill=0, font=font, anchor="mm")
    stream = io.BytesIO()
    dots = dots_a_metre * _METRES_AN_INCH if dots_a_metre else None
    paper.save(stream, "PNG", **({"dpi": (dots, dots)} if dots else {}))
    return stream.getvalue()


@cache
def _font(size: int) -> ImageFont.FreeTypeFont:
    try:
        path = shipped("resources", "fonts", _FONT)
    except FileNotFoundError as missing:
        raise ProblemForUser("fonts-not-installed", path=f"resources/fonts/{_FONT}") from missing
    return ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.BASIC)
