"""The sheet before the badges of one delegation or liaison, so that a stack is handed out whole."""

from dataclasses import dataclass

from qhsign.printing.pdf_file import Page, PdfFile
from qhsign.printing.pen import Pen, depth_of, top_of
from qhsign.printing.text.text_fit import TextStyle, Typesetter
from qhsign.wording import Language, say

_DEEP = "#0A4A55"
_WHITE = "#FFFFFF"
_INK = "#1B2326"
_SOFT = "#56646A"
_LARGEST = 150.0  # a sheet is drawn as if it were no larger than this, in millimetres


@dataclass(frozen=True, slots=True)
class Separator:
    """What stands on a separator: the kind of group (代表团), its name, how many, and a note."""

    kind: str
    name: str
    count: int
    note: str = ""


def separator_page(
    file: PdfFile, typesetter: Typesetter, size: tuple[float, float], separator: Separator
) -> Page:
    """Return the drawing of a separator on a page of ``size`` millimetres.

    Dark bars at the top and the foot show its place at the edge of a stack.
    """
    width, height = size
    pen = Pen(file, height)
    unit = min(width, height, _LARGEST)
    margin, bar = unit * 0.07, unit * 0.13
    room = width - 2 * margin
    parts = [
        pen.rectangle(0, 0, width, bar, fill=_DEEP),
        pen.rectangle(0, height - bar / 2, width, bar / 2, fill=_DEEP),
    ]

    def write(
        text: str, role: str, size_of: float, y: float, h: float, *, colour: str, lines: int = 1
    ) -> float:
        style = TextStyle(
            role=role,
            size=unit * size_of,
            min_size=unit * size_of / 4,
            width=room,
            height=h,
            lines=lines,
            line_height=1.2,
            tabular=True,
        )
        fitted = typesetter.fit(style, text)
        top = top_of(fitted, y, h, style.line_height, "m" if lines == 1 else "t")
        parts.append(pen.text(fitted, margin, top, width=room, line_height=1.2, colour=colour))
        return top + depth_of(fitted, 1.2)

    write(separator.kind, "bold", 0.16, 0, bar, colour=_WHITE)
    end = write(
        separator.name, "bold", 0.32, bar + margin * 1.4, height * 0.42, colour=_INK, lines=4
    )
    counted = say("separator-count", Language.CHINESE, count=separator.count)
    end = write(counted, "bold", 0.17, end + margin * 0.8, unit * 0.08, colour=_DEEP)
    if separator.note:
        write(separator.note, "sans", 0.12, end + margin * 0.3, unit * 0.06, colour=_SOFT)
    return Page("\n".join(parts))
