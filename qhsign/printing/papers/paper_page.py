"""One page of a working paper being drawn: texts, lines and shapes gathered in the order given."""

from qhsign.domain.paper import MARGIN
from qhsign.printing.page_texts import PreflightFinding, text_problems
from qhsign.printing.pdf_file import Page, PdfFile
from qhsign.printing.pen import Align, Pen, VerticalAlign, depth_of, top_of
from qhsign.printing.text.text_fit import FittedText, TextStyle, Typesetter
from qhsign.printing.text.vertical_text import fit_vertical

INK = "#1B2326"
SOFT = "#56646A"
FAINT = "#8A979C"
HAIR = "#B9C4C7"
LAKE = "#0B6E78"
DEEP = "#0A4A55"
PALE = "#F3F8F8"
TINT = "#E4F0F0"
HOST = "#D8E8E9"
WHITE = "#FFFFFF"
RED = "#A3332B"
WATERMARK = "#EFE6D3"

_ROOM_TO_WRITE = "＿"


class PaperPage:
    """A page of ``size`` millimetres; ``findings`` tells what could not be set as it should.

    In the place of a character no font has stands a line to write it on, and it is reported: a
    paper is never held back for one name, and never shows a box. ``subject`` names the paper where
    a text belongs to nobody else.
    """

    def __init__(
        self,
        file: PdfFile,
        typesetter: Typesetter,
        size: tuple[float, float],
        margin: float = MARGIN,
        subject: str = "",
    ) -> None:
        self.size = size
        self.margin = margin
        self.subject = subject
        self.pen = Pen(file, size[1])
        self.findings: list[PreflightFinding] = []
        self._typesetter = typesetter
        self._parts: list[str] = []

    @property
    def right(self) -> float:
        """The right edge of what is printed."""
        return self.size[0] - self.margin

    @property
    def measure(self) -> float:
        """The width of what is printed."""
        return self.size[0] - 2 * self.margin

    def page(self) -> Page:
        """Return what was drawn."""
        return Page("\n".join(self._parts))

    def draw(self, operators: str) -> None:
        """Add what the pen drew."""
        self._parts.append(operators)

    def text(
        self,
        text: str,
        style: TextStyle,
        x: float,
        y: float,
        *,
        colour: str = INK,
        align: Align = "l",
        valign: VerticalAlign = "t",
        subject: str = "",
        field: str = "",
    ) -> float:
        """Set a text in the box of its style at (x, y); return where its last line ends.

        ``subject`` and ``field`` name it in findings.
        """
        fitted = self.fit(text, style, subject=subject, field=field)
        return self.place(fitted, style, x, y, colour=colour, align=align, valign=valign)

    def text_in(
        self,
        text: str,
        style: TextStyle,
        x: float,
        y: float,
        *,
        depth: float,
        colour: str = INK,
        align: Align = "l",
    ) -> None:
        """Set a text in the middle of ``depth`` millimetres from ``y``."""
        fitted = self.fit(text, style)
        self.place(fitted, style, x, y, colour=colour, align=align, valign="m", height=depth)

    def fit(self, text: str, style: TextStyle, *, subject: str = "", field: str = "") -> FittedText:
        """Return a text as it will be set, and keep what is wrong with it."""
        fitted = self._typesetter.fit(style, text)
        self.findings += text_problems(subject or self.subject, field, text, fitted)
        return self.trial(text, style)

    def trial(self, text: str, style: TextStyle) -> FittedText:
        """Return a text as it would be set; nothing is kept."""
        fitted = self._typesetter.fit(style, text)
        if fitted.missing:
            lacking = dict.fromkeys(map(ord, fitted.missing), _ROOM_TO_WRITE)
            fitted = self._typesetter.fit(style, text.translate(lacking))
        return fitted

    def fits(self, text: str, style: TextStyle) -> bool:
        """Tell whether a text has room in a style; nothing is kept."""
        return self._typesetter.fit(style, text).fits

    def place(
        self,
        fitted: FittedText,
        style: TextStyle,
        x: float,
        y: float,
        *,
        colour: str = INK,
        align: Align = "l",
        valign: VerticalAlign = "t",
        height: float | None = None,
    ) -> float:
        """Set a fitted text in a box of ``height``, or its style's; return where it ends."""
        room = style.height if height is None else height
        top = top_of(fitted, y, room, style.line_height, valign)
        self._parts.append(
            self.pen.text(
                fitted,
                x,
                top,
                width=style.width,
                line_height=style.line_height,
                colour=colour,
                align=align,
            )
        )
        return top + depth_of(fitted, style.line_height)

    def place_over(
        self, fitted: FittedText, style: TextStyle, x: float, y: float, *, colour: str
    ) -> None:
        """Lay a fitted text over what is drawn, in the middle of its box; it hides nothing."""
        top = top_of(fitted, y, style.height, style.line_height, "m")
        drawn = self.pen.text(
            fitted, x, top, width=style.width, line_height=style.line_height, colour=colour,
            align="c",
        )  # fmt: skip
        self._parts.append(self.pen.file.laid_over(drawn))

    def name_downwards(
        self,
        name: str,
        style: TextStyle,
        x: float,
        y: float,
        *,
        colour: str = INK,
        subject: str = "",
        field: str = "",
    ) -> None:
        """Set a name from top to bottom in the middle of the box of its style at (x, y)."""
        fitted = fit_vertical(self._typesetter, style, name)
        self.findings += text_problems(subject or self.subject, field, name, fitted)
        if fitted.missing:
            lacking = dict.fromkeys(map(ord, fitted.missing), _ROOM_TO_WRITE)
            fitted = fit_vertical(self._typesetter, style, name.translate(lacking))
        self._parts.append(self.pen.vertical_text(fitted, x, y, style.width, style.height, colour))

    def rectangle(
        self,
        x: float,
        y: float,
        w: float,
        h: float,
        *,
        fill: str | None = None,
        stroke: str | None = None,
        width: float = 0.0,
    ) -> None:
        """Add a rectangle; ``width`` of its outline in points."""
        self._parts.append(self.pen.rectangle(x, y, w, h, fill=fill, stroke=stroke, width=width))

    def line(
        self,
        x1: float,
        y1: float,
        x2: float,
        y2: float,
        *,
        colour: str = HAIR,
        width: float = 0.4,
        dash: tuple[float, ...] = (),
    ) -> None:
        """Add a line; ``width`` in points."""
        self._parts.append(self.pen.line(x1, y1, x2, y2, colour=colour, width=width, dash=dash))

    def shape(self, name: str, x: float, y: float, side: float, *, colour: str = INK) -> None:
        """Add the shape of a category on a white ground."""
        self._parts.append(self.pen.shape(name, x, y, side, side, colour=colour, ground=WHITE))

    def tick_box(
        self, x: float, y: float, side: float, *, colour: str = INK, ticked: bool = False
    ) -> None:
        """Add a box to tick."""
        self._parts.append(self.pen.tick_box(x, y, side, colour=colour, ticked=ticked))
