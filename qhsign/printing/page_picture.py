"""A page of a PDF as a picture, for the screen: PDFium draws it, as browsers do."""

from threading import Lock
from typing import NamedTuple

import pypdfium2

_MM_PER_POINT = 25.4 / 72
_LONGEST = 6_000  # dots along one edge: what a screen can show, and memory can hold
_drawing = Lock()  # PDFium has no two threads at once


class Raster(NamedTuple):
    """RGB pixels line by line, ``stride`` bytes each; ``size`` is the page's in millimetres."""

    width: int
    height: int
    stride: int
    pixels: bytes
    size: tuple[float, float]
    page: int
    pages: int


def draw_page(pdf: bytes, page: int, dots_per_mm: float) -> Raster:
    """Return a page, counted from 1; one beyond the ends is the first or the last.

    The finer the dots the larger the picture, but no edge exceeds 6000 dots.
    """
    with _drawing, pypdfium2.PdfDocument(pdf) as document:
        pages = len(document)
        place = min(max(page, 1), pages)
        sheet = document[place - 1]
        wide, high = sheet.get_size()
        scale = min(dots_per_mm * _MM_PER_POINT, (_LONGEST - 1) / max(wide, high))
        bitmap = sheet.render(scale=scale, rev_byteorder=True)
        return Raster(
            bitmap.width,
            bitmap.height,
            bitmap.stride,
            bytes(bitmap.buffer),
            (wide * _MM_PER_POINT, high * _MM_PER_POINT),
            place,
            pages,
        )
