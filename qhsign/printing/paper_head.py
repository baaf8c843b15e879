"""A page of a working paper: texts set in boxes, the head above and the footer below.

Shared by every working paper. Places are millimetres from the top left, sizes points; what is wrong
with a text (a character without a glyph, a box too small) is kept in ``findings``.
"""

from collections.abc import Iterable

from qhsign.domain.paper import GAP, PaperHead
from qhsign.printing.page_texts import GLYPH_MISSING, OVERFLOW, PreflightFinding
from qhsign.printing.pdf_file import POINTS_PER_MM, Page, PdfFile
from qhsign.printing.pen import Align, Pen, VerticalAlign, depth_of, top_of
from qhsign.printing.text_fit import FittedText, TextStyle, Typesetter

INK, SOFT, FAINT, HAIR = "#1B2326", "#56646A", "#8A979C", "#B9C4C7"
LAKE, DEEP, TINT, PALE = "#0B6E78", "#0A4A55", "#E4F0F0", "#F3F8F8"
RED = "#A3332B"
PAPER = "#FFFFFF"

A4 = (210.0, 297.0)
A4_WIDE = (297.0, 210.0)
A3_WIDE = (420.0, 297.0)
MARGIN = 14.0

_KIND_SIZE, _KIND_TRACK, _KIND_GAP = 21.0, 0.04, 5.0
_LEAST_FOR_WHAT = 60.0
_FOOT_RULE, _FOOT_TOP = 15.0, 13.35  # above the lower edge
_DEMO_WIDTH = 50.0


class PaperPage:
    """Draws the pages of one paper into one file; ``size`` is a page's width and height."""

    def __init__(
        self,
        file: PdfFile,
        typesetter: Typesetter,
        size: tuple[float, float],
        margin: float = MARGIN,
    ) -> None:
        self.pen = Pen(file, size[1])
        self.size = size
        self.margin = margin
        self.findings: list[PreflightFinding] = []
        self._file = file
        self._typesetter = typesetter
        self._operators: list[str] = []
        self._told: set[tuple[str, str]] = set()

    @property
    def right(self) -> float:
        """The right edge of what is printed."""
        return self.size[0] - self.margin

    @property
    def measure(self) -> float:
        """The width of what is printed."""
        return self.size[0] - 2 * self.margin

    def add(self, *operators: str) -> None:
        """Put something a pen drew on this page."""
        self._operators += operators

    def end(self, bookmarks: Iterable[tuple[int, str]] = ()) -> None:
        """Write the page and begin the next one."""
        width, height = self.size
        content = Page("\n".join(filter(None, self._operators)))
        self._file.add_page(
            content, (width * POINTS_PER_MM, height * POINTS_PER_MM), bookmarks=bookmarks
        )
        self._operators = []

    def fit(self, style: TextStyle, text: str, subject: str = "") -> FittedText:
        """Return a text as it will be set; what no font can show is left out and found."""
        fitted = self._typesetter.fit(style, text)
        if fitted.missing:
            self._find(GLYPH_MISSING, subject, text, fitted.missing)
            shown = "".join("＿" if each in fitted.missing else each for each in text)
            return self._typesetter.fit(style, shown)
        return fitted

    def text(
        self,
        style: TextStyle,
        text: str,
        x: float,
        y: float,
        *,
        colour: str = INK,
        align: Align = "l",
        valign: VerticalAlign = "t",
        subject: str = "",
    ) -> FittedText:
        """Set a text in the box of ``style`` at (``x``, ``y``) and return how it was set.

        ``subject`` names the row in findings, the text itself where it is empty.
        """
        fitted = self.fit(style, text, subject)
        if not fitted.fits:
            self.overflow(text, subject)
        self.set(fitted, style, x, y, colour=colour, align=align, valign=valign)
        return fitted

    def set(
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
    ) -> None:
        """Set a text that was fitted before, in a box of ``height`` or of its style's."""
        room = style.height if height is None else height
        self.add(
            self.pen.text(
                fitted,
                x,
                top_of(fitted, y, room, style.line_height, valign),
                width=style.width,
                line_height=style.line_height,
                colour=colour,
                align=align,
            )
        )

    def overflow(self, text: str, subject: str = "") -> None:
        """Keep in the findings that a text is too big for its box."""
        self._find(OVERFLOW, subject, text)

    def rule(self, y: float, *, colour: str = HAIR, width: float = 0.5) -> None:
        """Draw a line across the page."""
        self.add(self.pen.line(self.margin, y, self.right, y, colour=colour, width=width))

    def head(
        self, head: PaperHead, y: float = 11.0, rule: float = 25.0, right: float | None = None
    ) -> None:
        """Draw a paper's head from ``y`` down to its ``rule``, up to ``right``."""
        edge = self.right if right is None else right
        named = one_line("bold", _KIND_SIZE, edge - self.margin, tracking=_KIND_TRACK)
        kind = self.text(named, head.kind, self.margin, y + 1.8, colour=DEEP)
        left = self.margin + width_of(kind) + _KIND_GAP
        made = GAP.join(filter(None, (head.version, head.made)))
        at_right = 0.0
        for words, role, size, colour, down in (
            (head.figure, "bold", 9.0, INK, 1.05),
            (made, "sans", 8.0, SOFT, 5.75),
        ):
            style = one_line(role, size, edge - left)
            set_as = self.text(style, words, left, y + down, colour=colour, align="r")
            at_right = max(at_right, width_of(set_as))
        room = max(edge - left - at_right - _KIND_GAP, _LEAST_FOR_WHAT)
        self.text(one_line("bold", 10.5, room, 7.5), head.what_for, left, y + 0.85)
        particulars = GAP.join(filter(None, head.particulars))
        self.text(one_line("sans", 8.0, room, 6.0), particulars, left, y + 5.95, colour=SOFT)
        self.rule(rule, colour=LAKE, width=0.8)

    def foot(self, footer: str, page_number: str, demo_mark: str = "") -> None:
        """Draw the rule, what the paper says of itself, and which page this is."""
        height = self.size[1]
        self.rule(height - _FOOT_RULE)
        top = height - _FOOT_TOP
        number = one_line("sans", 7.5, 40.0)
        page = self.text(
            number, page_number, self.right - number.width, top - 0.1, colour=SOFT, align="r"
        )
        room = self.measure - width_of(page) - _KIND_GAP
        if demo_mark:
            style = one_line("bold", 7.0, _DEMO_WIDTH)
            set_as = self.text(style, demo_mark, self.margin, top, colour=RED)
            shift = width_of(set_as) + 2.5
            self.text(one_line("sans", 7.0, room - shift, 5.0), footer, self.margin + shift, top,
                      colour=SOFT)  # fmt: skip
        else:
            self.text(one_line("sans", 7.0, room, 5.0), footer, self.margin, top, colour=SOFT)

    def _find(self, code: str, subject: str, text: str, characters: Iterable[str] = ()) -> None:
        if (code, text) in self._told:
            return
        self._told.add((code, text))
        said = text.replace("\u200b", "").replace("\n", " ")
        parameters: dict[str, object] = {"subject": subject or said, "text": said}
        if code == GLYPH_MISSING:
            parameters["characters"] = " ".join(f"{c} (U+{ord(c):04X})" for c in characters)
        self.findings.append(PreflightFinding(subject or said, "", code, parameters))


def one_line(
    role: str, size: float, width: float, least: float | None = None, *, tracking: float = 0.0
) -> TextStyle:
    """Return the style of a text on one line that may shrink to ``least`` points."""
    return TextStyle(
        role,
        size,
        size - 2.0 if least is None else least,
        width,
        size * 1.4 / POINTS_PER_MM,
        tracking=tracking,
    )


def width_of(fitted: FittedText) -> float:
    """Return the width of a text's longest line in millimetres."""
    longest = max((line.width for line in fitted.lines), default=0.0)
    return longest * fitted.size / POINTS_PER_MM


__all__ = [
    "A3_WIDE",
    "A4",
    "A4_WIDE",
    "DEEP",
    "FAINT",
    "HAIR",
    "INK",
    "LAKE",
    "MARGIN",
    "PALE",
    "PAPER",
    "RED",
    "SOFT",
    "TINT",
    "PaperPage",
    "depth_of",
    "one_line",
    "width_of",
]
