"""A PDF written into a stream page by page: no page and no picture stays in memory.

reportlab keeps a whole document until it is saved; six thousand photographs would then lie in
memory. Here pages, pictures and forms are written as soon as they are known, and only the fonts,
whose subsets grow with every page, wait for the end: those are reportlab's own embedded subsets.
Of a page its place in the file and its bookmark are kept, less than a kilobyte.
Numbers, texts and coordinates are bytes that depend on what is drawn only, so the same input gives
the same file. Nothing but embedded fonts gets into it.
"""

import hashlib
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import IO, NamedTuple

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfdoc import PDFDocument, PDFIndirectObject

POINTS_PER_MM = 72 / 25.4
_HEAD = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_FONTS = "BasicFonts"  # reportlab's name for the dictionary of all fonts
_INK = "Ink"  # the name of what lays a drawing over another
_PAGES_IN_A_NODE = 256
_LEVEL = 6  # of compression: higher ones take twice the time for a hundredth of the size


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentInformation:
    """What a PDF says of itself. ``made`` is the moment of the run, not of the writing."""

    title: str = ""
    author: str = ""
    subject: str = ""
    keywords: str = ""
    language: str = "zh-CN"
    made: datetime | None = None


class Page(NamedTuple):
    """What is drawn on a page or in a form: PDF operators, and the names of what they use."""

    operators: str
    uses: frozenset[str] = frozenset()


@dataclass(slots=True)
class _Bookmark:
    title: str
    page: int  # object number
    number: int = 0  # given when it is written
    children: list["_Bookmark"] = field(default_factory=list)


class PdfFile:
    """One PDF being written into ``stream``; end it with `save`, or throw the stream away."""

    def __init__(self, stream: IO[bytes], information: DocumentInformation | None = None) -> None:
        self._stream = stream
        self._information = information or DocumentInformation()
        # Streams as plain bytes: a quarter smaller than as letters, and quicker.
        rl_config.useA85 = 0
        self._fonts = PDFDocument(invariant=1, compression=1)
        self.shown_lines: dict[int, tuple[object, tuple[str, ...]]] = {}
        """What pens showed before, by the identity of the fitted text kept beside it."""
        self._codes: dict[tuple[str, str], tuple[str, str]] = {}
        self._numbers: dict[str, int] = {}  # of forms and pictures, by name
        self._offsets: dict[int, int] = {}
        self._hash = hashlib.sha256()
        self._at = 0
        self._font_table = int(self._fonts.idToObjectNumberAndVersion[_FONTS][0])
        self._catalog, self._info, self._root, self._resources = (self._next() for _ in range(4))
        self._nodes: list[tuple[int, list[int]]] = []
        self._bookmarks: list[_Bookmark] = []
        self._pages = 0
        self._forms: dict[str, None] = {}
        self._has_inks = False
        self._write(_HEAD)

    @property
    def pages(self) -> int:
        """The number of pages so far."""
        return self._pages

    def code(self, font_name: str, character: str) -> tuple[str, str]:
        """Return the font's name in this file and the character's code as hex digits."""
        key = (font_name, character)
        found = self._codes.get(key)
        if found is None:
            font = pdfmetrics.getFont(font_name)
            ((subset, code),) = font.splitString(character, self._fonts)
            name = font.getSubsetInternalName(subset, self._fonts)
            found = self._codes[key] = (name, code.hex())
        return found

    def add_form(self, content: Page, box: tuple[float, float, float, float]) -> str:
        """Store a drawing many pages share; return its name. ``box`` is its bounds in points."""
        name = f"Fm{len(self._forms) + 1}"
        number = self._numbers[name] = self._next()
        self._forms[name] = None
        bounds = " ".join(f"{side:.3f}" for side in box)
        head = (
            f"/Type /XObject /Subtype /Form /BBox [{bounds}]"
            f" /Resources {self._resources_of(content.uses)}"
        )
        self._stream_object(number, head, content.operators.encode("ascii"))
        return name

    def laid_over(self, operators: str) -> str:
        """Return a drawing that only darkens what lies below it, as ink on ink, and hides nothing.

        It may stand on pages, not in forms.
        """
        self._has_inks = True
        return f"q /{_INK} gs {operators} Q"

    def add_jpeg(self, jpeg: bytes, width: int, height: int) -> str:
        """Store an RGB photograph of ``width`` × ``height`` pixels as it is; return its name."""
        name = f"Im{hashlib.sha256(jpeg).hexdigest()[:24]}"
        if name not in self._numbers:
            number = self._numbers[name] = self._next()
            head = (
                f"/Type /XObject /Subtype /Image /Width {width} /Height {height}"
                " /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode"
            )
            self._object(
                number,
                f"<< {head} /Length {len(jpeg)} >>\nstream\n".encode("ascii")
                + jpeg
                + b"\nendstream",
            )
        return name

    def add_page(
        self,
        content: Page,
        size: tuple[float, float],
        *,
        trim: tuple[float, float, float, float] | None = None,
        bookmarks: Iterable[tuple[int, str]] = (),
    ) -> None:
        """Write a page of ``size`` points; ``trim`` is where it is cut, in points.

        ``bookmarks`` are levels (0 the outermost) and titles that lead to this page.
        """
        contents, number = self._next(), self._next()
        self._stream_object(contents, "", content.operators.encode("ascii"))
        if not self._nodes or len(self._nodes[-1][1]) == _PAGES_IN_A_NODE:
            self._nodes.append((self._next(), []))
        node, kids = self._nodes[-1]
        kids.append(number)
        resources = self._resources_of(content.uses)
        cut = "" if trim is None else f" /TrimBox [{' '.join(f'{side:.3f}' for side in trim)}]"
        self._object(
            number,
            f"<< /Type /Page /Parent {node} 0 R /MediaBox [0 0 {size[0]:.3f} {size[1]:.3f}]{cut}"
            f" /Resources {resources} /Contents {contents} 0 R >>".encode("ascii"),
        )
        self._pages += 1
        for level, title in bookmarks:
            self._bookmark(level, title, number)

    def save(self) -> None:
        """Write the fonts and everything that leads to the pages. Nothing may follow."""
        self._write_fonts()
        forms = "".join(f" /{name} {self._numbers[name]} 0 R" for name in self._forms)
        self._object(
            self._resources,
            f"<< /Font {self._font_table} 0 R /XObject <<{forms} >> >>".encode("ascii"),
        )
        for node, kids in self._nodes:
            self._object(
                node,
                f"<< /Type /Pages /Parent {self._root} 0 R /Count {len(kids)}"
                f" /Kids [{_references(kids)}] >>".encode("ascii"),
            )
        nodes = _references([node for node, _ in self._nodes])
        self._object(
            self._root, f"<< /Type /Pages /Count {self._pages} /Kids [{nodes}] >>".encode("ascii")
        )
        self._write_catalog(self._write_bookmarks())
        self._write_information()
        self._write_cross_references()

    def _next(self) -> int:
        """Return a new object number; reportlab counts its own objects with the same counter."""
        self._fonts.objectcounter += 1
        return int(self._fonts.objectcounter)

    def _resources_of(self, uses: frozenset[str]) -> str:
        """Return the resources of a drawing: everybody's, or its own where it has a picture."""
        if uses and uses <= self._forms.keys():
            return f"{self._resources} 0 R"
        named = "".join(f" /{name} {self._numbers[name]} 0 R" for name in sorted(uses))
        inks = f" /ExtGState << /{_INK} << /BM /Multiply >> >>" if self._has_inks else ""
        return f"<< /Font {self._font_table} 0 R /XObject <<{named} >>{inks} >>"

    def _bookmark(self, level: int, title: str, page: int) -> None:
        siblings = self._bookmarks
        for _ in range(level):
            siblings = siblings[-1].children
        siblings.append(_Bookmark(title, page))

    def _write(self, data: bytes) -> None:
        self._stream.write(data)
        self._hash.update(data)
        self._at += len(data)

    def _object(self, number: int, content: bytes) -> None:
        self._offsets[number] = self._at
        self._write(b"%d 0 obj\n" % number + content + b"\nendobj\n")

    def _stream_object(self, number: int, head: str, content: bytes) -> None:
        packed = zlib.compress(content, _LEVEL)
        start = f"<< {head} /Filter /FlateDecode /Length {len(packed)} >>\nstream\n"
        self._object(number, start.encode("ascii") + packed + b"\nendstream")

    def _write_fonts(self) -> None:
        """Let reportlab embed the subsets, and write the objects it makes."""
        document = self._fonts
        for font in document.delayedFonts:
            font.addObjects(document)
        numbers: Mapping[str, tuple[int, int]] = document.idToObjectNumberAndVersion
        written: set[str] = set()
        # Writing an object may make reportlab think of another one.
        while waiting := [name for name in document.idToObject if name not in written]:
            for name in waiting:
                written.add(name)
                self._offsets[numbers[name][0]] = self._at
                self._write(PDFIndirectObject(name, document.idToObject[name]).format(document))

    def _write_bookmarks(self) -> int | None:
        """Write the outline and return its number, None where a single bookmark would not help."""
        if not self._bookmarks or self._pages == 1:
            return None
        top = self._next()
        self._number(self._bookmarks)
        self._write_level(top, self._bookmarks)
        self._object(
            top,
            f"<< /Type /Outlines /First {self._bookmarks[0].number} 0 R"
            f" /Last {self._bookmarks[-1].number} 0 R /Count {len(self._bookmarks)} >>".encode(
                "ascii"
            ),
        )
        return top

    def _number(self, marks: Sequence[_Bookmark]) -> None:
        for mark in marks:
            mark.number = self._next()
            self._number(mark.children)

    def _write_level(self, parent: int, marks: Sequence[_Bookmark]) -> None:
        """Write bookmarks side by side; those inside them are folded away at first."""
        for place, mark in enumerate(marks):
            parts = [f"/Title {text_string(mark.title)} /Parent {parent} 0 R"]
            if place:
                parts.append(f"/Prev {marks[place - 1].number} 0 R")
            if place + 1 < len(marks):
                parts.append(f"/Next {marks[place + 1].number} 0 R")
            if mark.children:
                first, last = mark.children[0].number, mark.children[-1].number
                parts.append(f"/First {first} 0 R /Last {last} 0 R /Count -{len(mark.children)}")
            parts.append(f"/Dest [{mark.page} 0 R /Fit]")
            self._object(mark.number, f"<< {' '.join(parts)} >>".encode("ascii"))
            if mark.children:
                self._write_level(mark.number, mark.children)

    def _write_catalog(self, outline: int | None) -> None:
        shown = "" if outline is None else f" /Outlines {outline} 0 R /PageMode /UseOutlines"
        self._object(
            self._catalog,
            f"<< /Type /Catalog /Pages {self._root} 0 R"
            f" /Lang {text_string(self._information.language)}"
            f" /ViewerPreferences << /DisplayDocTitle true /PrintScaling /None >>{shown} >>".encode(
                "ascii"
            ),
        )

    def _write_information(self) -> None:
        information = self._information
        entries = {
            "Title": information.title,
            "Author": information.author,
            "Subject": information.subject,
            "Keywords": information.keywords,
            "Creator": "qhsign",
            "Producer": "qhsign",
        }
        parts = [f"/{name} {text_string(said)}" for name, said in entries.items() if said]
        if information.made is not None:
            moment = f"({_pdf_date(information.made)})"
            parts.append(f"/CreationDate {moment} /ModDate {moment}")
        self._object(self._info, f"<< {' '.join(parts)} >>".encode("ascii"))

    def _write_cross_references(self) -> None:
        size = int(self._fonts.objectcounter) + 1
        start = self._at
        identity = self._hash.hexdigest()[:32]
        lines = [f"xref\n0 {size}\n0000000000 65535 f \n"]
        lines += [f"{self._offsets[number]:010d} 00000 n \n" for number in range(1, size)]
        lines.append(
            f"trailer\n<< /Size {size} /Root {self._catalog} 0 R /Info {self._info} 0 R"
            f" /ID [<{identity}> <{identity}>] >>\nstartxref\n{start}\n%%EOF\n"
        )
        self._write("".join(lines).encode("ascii"))


def text_string(text: str) -> str:
    """Return a text as a PDF string: UTF-16 in hex digits, or plain letters where that is enough.

    A soft break a text was stored with (U+200B) and line ends become nothing and blanks.
    """
    said = text.replace("\u200b", "").replace("\n", " ")
    if said.isascii() and said.isprintable() and not set(said) & set("()\\"):
        return f"({said})"
    return f"<FEFF{said.encode('utf-16-be').hex().upper()}>"


def _pdf_date(moment: datetime) -> str:
    zone = moment.strftime("%z") or "+0000"
    return f"D:{moment:%Y%m%d%H%M%S}{zone[:3]}'{zone[3:5]}'"


def _references(numbers: Iterable[int]) -> str:
    return " ".join(f"{number} 0 R" for number in numbers)
