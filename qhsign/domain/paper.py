"""A working paper (签到表, 通讯录, 清单 …) as plain data: what every writer of papers takes.

A paper is a head, sections and a footer. All words are ready to set, in one language; a writer
decides on lines, pages and fonts only. Texts may hold stored soft breaks (U+200B) and line ends.
It lies in the domain because a PDF, a document and a workbook of one paper must say the same, and
the rooms that write them do not know each other.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from enum import Enum, auto

MARGIN = 14.0
"""Left and right of what is printed, in millimetres."""
GAP = "\u3000"
"""What stands between the particulars of a head, and between the parts of a foot."""


class CellKind(Enum):
    """What a column holds, and so how it is set."""

    ORDINAL = auto()
    """A number rows are told by: small and quiet."""
    NAME = auto()
    """A person's name as printed (李　刚): bold, on one line where that is possible."""
    TEXT = auto()
    """A text on up to two lines; one that needs more makes its row deeper."""
    MARK = auto()
    """A category as shape and word (`Mark`)."""
    BLANK = auto()
    """Room to write in by hand, with rules at its sides."""
    NUMBER = auto()
    """A figure, at the right. An int or Decimal stays a number in a workbook."""
    BAR = auto()
    """A share from 0 to 1 (Decimal), painted in print and left out of documents."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A category told without colour: the shape's name on prints, and the word."""

    shape: str
    word: str


Cell = str | int | Decimal | Mark | None
Row = Sequence[Cell]


@dataclass(frozen=True, slots=True)
class PaperColumn:
    """One column; ``width`` in millimetres."""

    heading: str
    width: float
    kind: CellKind = CellKind.TEXT


@dataclass(frozen=True, slots=True)
class Group:
    """Rows under a heading (a delegation), which a ``note`` at the right says more about.

    ``closing`` is a line below the rows for somebody to sign. A group without a heading is just
    rows.
    """

    rows: Sequence[Row]
    heading: str = ""
    note: str = ""
    closing: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under headings that every page repeats.

    ``empty`` is the sentence where there is no row. At least ``blank_rows`` empty rows follow the
    last one under ``blank_heading``, and more to the end of the page. ``totals`` have the columns
    of the rows. ``continued`` makes the heading of a group that goes on on another page.
    A ``whole`` table stays on one page where it can.

    ``depth`` is a row's least height in millimetres; ``text_size`` and ``name_size`` are points.
    """

    columns: Sequence[PaperColumn]
    groups: Sequence[Group]
    title: str = ""
    totals: Sequence[Row] = ()
    empty: str = ""
    blank_rows: int = 0
    blank_heading: str = ""
    continued: str = "{heading}"
    whole: bool = False
    depth: float = 10.2
    text_size: float = 10.0
    name_size: float = 13.0

    def without_bars(self) -> "Table":
        """Return the table for documents, which paint nothing: the first column takes the room."""
        kept = [at for at, column in enumerate(self.columns) if column.kind is not CellKind.BAR]
        spare = sum(c.width for c in self.columns) - sum(self.columns[at].width for at in kept)
        first, *others = (self.columns[at] for at in kept)

        def cut(row: Row) -> Row:
            return [row[at] for at in kept]

        return replace(
            self,
            columns=[replace(first, width=first.width + spare), *others],
            groups=[replace(group, rows=[*map(cut, group.rows)]) for group in self.groups],
            totals=[*map(cut, self.totals)],
        )

    @property
    def rows(self) -> int:
        """The number of rows, blank ones and totals not counted."""
        return sum(len(group.rows) for group in self.groups)

    def each_row(self) -> Iterator[Row]:
        """Give every row in order."""
        for group in self.groups:
            yield from group.rows


@dataclass(frozen=True, slots=True)
class Figure:
    """One large figure with the words above and below it (应到 6096 人)."""

    label: str
    value: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Figures:
    """Large figures side by side."""

    figures: Sequence[Figure]


@dataclass(frozen=True, slots=True)
class Statements:
    """Lines of a label and what is stated (合计大写：人民币玖佰壹拾陆亿元整), kept together.

    ``quiet`` ones are notes.
    """

    lines: Sequence[tuple[str, str]]
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Seal:
    """Places for a seal and the date, side by side: who seals, under the words of each line."""

    sealers: Sequence[str]
    mark: str
    date: str


Section = Table | Figures | Statements | Seal


@dataclass(frozen=True, slots=True)
class PaperHead:
    """What stands above a paper: its kind, what it is for, when, where and in which order.

    At the right the ``figure`` that matters (应到 28 人), and below it the version and the moment
    it was made.
    """

    kind: str
    what_for: str
    particulars: Sequence[str] = ()
    figure: str = ""
    version: str = ""
    made: str = ""


@dataclass(frozen=True, slots=True)
class PageLine:
    """What stands under the rows of each page: how many they are, and places to sign.

    ``counted`` holds ``{count}``, the rows of that page; ``uncounted`` stands in its place on a
    page with blank rows only, and ``whole``, with the count of all rows, where pages are not known.
    Places to write in are underscores.
    """

    counted: str
    uncounted: str
    whole: str
    parts: Sequence[str] = ()

    def words(self, count: int) -> str:
        """Return the line for a page with ``count`` rows."""
        first = self.counted.format(count=count) if count else self.uncounted
        return (2 * GAP).join((first, *self.parts))

    def words_of_all(self, count: int) -> str:
        """Return the line for the whole paper."""
        return (2 * GAP).join((self.whole.format(count=count), *self.parts))


@dataclass(frozen=True, slots=True)
class Paper:
    """A whole paper.

    ``title`` and ``author`` are what a file says of itself: an office, never a person. All its
    dates come from ``made``; ``language`` is a code such as ``zh-CN``. ``page_number`` holds
    ``{page}`` and ``{pages}``. ``wide`` is landscape, ``large`` A3 instead of A4. ``demo_mark``
    marks demonstration data on every page.
    """

    title: str
    author: str
    made: datetime
    language: str
    head: PaperHead
    sections: Sequence[Section]
    footer: str
    page_number: str
    wide: bool = True
    large: bool = False
    page_line: PageLine | None = None
    demo_mark: str = ""

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of a page in millimetres."""
        short, long = (297.0, 420.0) if self.large else (210.0, 297.0)
        return (long, short) if self.wide else (short, long)

    @property
    def measure(self) -> float:
        """The width between the margins in millimetres."""
        return self.size[0] - 2 * MARGIN

    @property
    def rows(self) -> int:
        """The rows of all tables."""
        return sum(section.rows for section in self.sections if isinstance(section, Table))


SHAPE_CHARACTERS = {
    "diamonds": "◆◆",
    "square": "■",
    "disc": "●",
    "triangle": "▲",
    "lens": "◎",
    "star": "★",
    "bars": "≡",
}
"""The characters nearest to the printed shapes, for documents and workbooks."""


def cell_text(cell: Cell) -> str:
    """Return a cell as text: a mark as shape and word, a number in plain digits."""
    if cell is None:
        return ""
    if isinstance(cell, Mark):
        return f"{SHAPE_CHARACTERS.get(cell.shape, '')} {cell.word}".strip()
    return format(cell, "f") if isinstance(cell, Decimal) else str(cell)
