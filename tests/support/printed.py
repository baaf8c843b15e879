"""Printed files read back the way people and machines read them."""

from pathlib import Path

import pypdfium2
import zxingcpp
from pyzbar import pyzbar

DPI = 150


def texts(path: Path) -> list[str]:
    """Return the text of each page without lines and blanks."""
    document = pypdfium2.PdfDocument(path)
    pages = ["".join(page.get_textpage().get_text_range().split()) for page in document]
    document.close()
    return pages


def set_text(text: str) -> str:
    """Return a text as ``texts`` gives it."""
    return "".join(text.replace("\u200b", "").split())


def codes(path: Path) -> list[str]:
    """Return each page's code, read by two readers from a rendering; "" where there is none."""
    document = pypdfium2.PdfDocument(path)
    found = []
    for page in document:
        picture = page.render(scale=DPI / 72).to_pil()
        read = [code.text for code in zxingcpp.read_barcodes(picture)]
        assert read == [code.data.decode() for code in pyzbar.decode(picture)]
        assert len(read) <= 1
        found.append(read[0] if read else "")
    document.close()
    return found
