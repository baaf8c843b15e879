"""Papers of the stage as PDF, read back by two readers and by place."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from typing import Any, NamedTuple

import pypdf
import pypdfium2
from PIL import Image

from qhsign.printing.papers.paper_sheet import PaperRun
from support.printed import set_text

POINTS_PER_MM = 72 / 25.4
NOWHERE = "\U0010fffd"
"""A character no font has."""


class Box(NamedTuple):
    """Where something stands, in millimetres from the top left."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def x(self) -> float:
        return (self.left + self.right) / 2

    @property
    def y(self) -> float:
        return (self.top + self.bottom) / 2


@dataclass(frozen=True)
class StagePrint:
    """One PDF with what the run said of it."""

    pdf: bytes
    run: PaperRun

    @cached_property
    def pages(self) -> list[str]:
        """The text of each page without lines and blanks."""
        document = pypdfium2.PdfDocument(self.pdf)
        read = [set_text(page.get_textpage().get_text_range()) for page in document]
        document.close()
        return read

    @cached_property
    def other_pages(self) -> list[str]:
        """The same as another reader finds it, which knows nothing of marked texts."""
        reader = pypdf.PdfReader(BytesIO(self.pdf))
        return [set_text(page.extract_text()) for page in reader.pages]

    def boxes(self, words: str, page: int = 0) -> list[Box]:
        """Return where words set on one line stand on a page, in their order in the file."""
        document = pypdfium2.PdfDocument(self.pdf)
        sheet = document[page]
        height = sheet.get_height()
        text = sheet.get_textpage()
        search = text.search(words, match_case=True)
        found = []
        while (place := search.get_next()) is not None:
            first, count = place
            boxes = [text.get_charbox(first + each) for each in range(count)]
            found.append(
                Box(
                    min(box[0] for box in boxes) / POINTS_PER_MM,
                    (height - max(box[3] for box in boxes)) / POINTS_PER_MM,
                    max(box[2] for box in boxes) / POINTS_PER_MM,
                    (height - min(box[1] for box in boxes)) / POINTS_PER_MM,
                )
            )
        document.close()
        return found

    def box(self, words: str, page: int = 0) -> Box:
        """Return where words stand that are on the page once."""
        (only,) = self.boxes(words, page)
        return only

    def ink(self, page: int = 0) -> Box:
        """Return the box that holds everything drawn on a page."""
        picture = self.picture(page).convert("L").point(lambda level: 255 * (level < 250))
        bounds = picture.getbbox()
        assert bounds is not None
        return Box(*(side * 25.4 / 110 for side in bounds))

    def picture(self, page: int = 0, dpi: int = 110) -> Image.Image:
        document = pypdfium2.PdfDocument(self.pdf)
        picture: Image.Image = document[page].render(scale=dpi / 72).to_pil().convert("RGB")
        document.close()
        return picture

    def operators(self, page: int = 0) -> str:
        content = pypdf.PdfReader(BytesIO(self.pdf)).pages[page].get_contents()
        assert content is not None
        return content.get_data().decode("ascii")

    def squares(self, side: float, page: int = 0) -> int:
        """Return how many outlined squares of ``side`` millimetres are on a page."""
        length = f"{side * POINTS_PER_MM:.3f}"
        return len(re.findall(rf" {length} {length} re S", self.operators(page)))

    def ticks(self, page: int = 0) -> int:
        """Return how many boxes are ticked."""
        return self.operators(page).count(" 1 J 1 j ")

    def triangles(self, page: int = 0) -> int:
        """Return how many polygons are filled."""
        return self.operators(page).count(" h f")

    @cached_property
    def bookmarks(self) -> list[str]:
        reader = pypdf.PdfReader(BytesIO(self.pdf))
        return [str(mark.title) for mark in reader.outline if not isinstance(mark, list)]

    def check_fonts(self) -> None:
        """See that nothing but embedded fonts is in the file."""
        for page in pypdf.PdfReader(BytesIO(self.pdf)).pages:
            for font in page["/Resources"]["/Font"].values():  # type: ignore[index]
                assert "/FontFile2" in font.get_object()["/FontDescriptor"]


def printed(render: Callable[..., PaperRun], paper: Any, *options: Any) -> StagePrint:
    stream = BytesIO()
    run = render(stream, paper, *options)
    return StagePrint(stream.getvalue(), run)
