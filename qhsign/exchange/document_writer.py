"""Working papers as docx, for offices that edit them."""

import re
import zipfile
from collections.abc import Iterable, Iterator
from datetime import UTC
from io import BytesIO
from typing import IO, Any

import docx
from docx.enum.section import WD_ORIENT
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Mm

from qhsign.domain.paper import GAP, MARGIN, Figures, Paper, Seal, Section, Statements, Table
from qhsign.exchange.document_table import (
    DEEP,
    FANG,
    HEI,
    LATIN,
    SOFT,
    SONG,
    Look,
    figures_xml,
    gap,
    paragraph,
    run,
    run_look,
    seal_xml,
    table_xml,
    twips,
    width_of,
)

_DOCUMENT = "word/document.xml"
_PLACE = "<w:p><w:r><w:t>body</w:t></w:r></w:p>"
"""A paragraph that stands where the body goes."""
_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RED = "A3332B"
_LAKE = "0B6E78"
_BORN = (1980, 1, 1, 0, 0, 0)  # the first day a zip archive knows
_FIELDS = {"{page}": "PAGE", "{pages}": "NUMPAGES"}
_MM_PER_POINT = 25.4 / 72
_NEWEST_LOOK = "15"  # Word sets documents without it as Word 2007 did


def write_document(stream: IO[bytes], paper: Paper) -> int:
    """Write a paper as docx and return its number of rows; the same paper gives the same bytes.

    Real tables with headings repeated on every page, fixed widths, rows that never split; page
    numbers are fields. Fonts are the office's own 宋体, 黑体 and 仿宋, language and dates the
    paper's. Nobody's name gets into the properties.
    """
    document = docx.Document()
    _set_page(document, paper)
    _set_language(document, paper.language)
    _set_properties(document, paper)
    document.element.body.find(qn("w:sectPr")).addprevious(_parsed(_PLACE))
    _write_footer(document, paper, paper.measure)
    plain = BytesIO()
    document.save(plain)
    _write_again(plain, stream, (*_head(paper, paper.measure), *_sections(paper, paper.measure)))
    return paper.rows


def _parsed(xml: str) -> Any:
    """Return an element; what stands alone is told which names its ``w:`` are."""
    if "xmlns:w=" not in xml:
        xml = re.sub(r"^<w:\w+", rf'\g<0> xmlns:w="{_NAMESPACE}"', xml)
    return parse_xml(xml)


def _set_page(document: Any, paper: Paper) -> None:
    (section,) = document.sections
    width, height = paper.size
    section.orientation = WD_ORIENT.LANDSCAPE if paper.wide else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(width), Mm(height)
    section.left_margin = section.right_margin = Mm(MARGIN)
    section.top_margin, section.bottom_margin = Mm(12), Mm(18)
    section.header_distance, section.footer_distance = Mm(8), Mm(9)


def _set_language(document: Any, language: str) -> None:
    """Say which language and fonts everything is in unless it says otherwise."""
    styles = document.styles.element
    properties = styles.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    for child in list(properties):
        properties.remove(child)
    fonts = f'w:ascii="{LATIN}" w:hAnsi="{LATIN}" w:cs="{LATIN}" w:eastAsia="{SONG}"'
    properties.append(_parsed(f"<w:rFonts {fonts}/>"))
    latin = language if language.startswith("en") else "en-US"
    properties.append(_parsed(f'<w:lang w:val="{latin}" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'))
    settings = document.settings.element
    settings.append(
        _parsed(
            '<w:compat><w:compatSetting w:name="compatibilityMode"'
            f' w:uri="http://schemas.microsoft.com/office/word" w:val="{_NEWEST_LOOK}"/></w:compat>'
        )
    )


def _set_properties(document: Any, paper: Paper) -> None:
    properties = document.core_properties
    properties.title = paper.title[:255]
    properties.subject = paper.head.kind[:255]
    properties.author = paper.author[:255]
    properties.last_modified_by = ""
    properties.comments = properties.keywords = properties.category = ""
    properties.language = paper.language
    properties.revision = 1
    properties.created = properties.modified = paper.made.astimezone(UTC).replace(microsecond=0)


def _head(paper: Paper, width: float) -> Iterator[str]:
    head = paper.head
    if paper.demo_mark:
        yield paragraph(run(paper.demo_mark, Look(HEI, 10, bold=True, colour=_RED)), keeps=True)
    yield _with_right(
        run(head.kind, Look(HEI, 21, bold=True, colour=DEEP)),
        run(head.figure, Look(HEI, 10, bold=True)),
        width,
    )
    made = GAP.join(filter(None, (head.version, head.made)))
    yield _with_right(
        run(head.what_for, Look(HEI, 11, bold=True)),
        run(made, Look(SONG, 9, colour=SOFT)),
        width,
    )
    particulars = run(GAP.join(filter(None, head.particulars)), Look(SONG, 9, colour=SOFT))
    line = f'<w:bottom w:val="single" w:sz="8" w:space="6" w:color="{_LAKE}"/>'
    yield (
        f"<w:p><w:pPr><w:keepNext/><w:pBdr>{line}</w:pBdr>"
        f'<w:spacing w:before="0" w:after="80"/></w:pPr>{particulars}</w:p>'
    )


def _with_right(left: str, right: str, width: float) -> str:
    """Return a paragraph with words at both sides."""
    stop = f'<w:tabs><w:tab w:val="right" w:pos="{twips(width)}"/></w:tabs>'
    return (
        f'<w:p><w:pPr><w:keepNext/>{stop}<w:spacing w:before="0" w:after="0"/></w:pPr>'
        f"{left}<w:r><w:tab/></w:r>{right}</w:p>"
    )


def _sections(paper: Paper, width: float) -> Iterator[str]:
    for section in paper.sections:
        yield from _section(section, width)
    if paper.page_line is not None:
        words = paper.page_line.words_of_all(paper.rows)
        yield paragraph(run(words, Look(SONG, 10)), above=12)


def _section(section: Section, width: float) -> Iterator[str]:
    match section:
        case Table():
            if section.title:
                title = run(section.title, Look(HEI, 12, bold=True, colour=DEEP))
                yield paragraph(title, keeps=True, above=12)
            yield from table_xml(section)
        case Figures():
            yield figures_xml(section, width)
        case Statements():
            for place, (label, text) in enumerate(section.lines):
                look = Look(FANG, 10) if section.quiet else Look(HEI, 10.5, bold=True)
                named = run(f"{label}{GAP}", Look(FANG, 10, colour=SOFT)) if label else ""
                words = named + run(text, look)
                yield paragraph(words, keeps=True, above=8 if place == 0 else 2)
        case Seal():
            yield paragraph("", keeps=True)
            yield seal_xml(section)
    if not isinstance(section, Statements):
        yield gap()


def _write_footer(document: Any, paper: Paper, width: float) -> None:
    (section,) = document.sections
    section.footer.is_linked_to_previous = False
    (first,) = section.footer.paragraphs
    look = Look(FANG, 8, colour=SOFT)
    words = run(paper.footer, look)
    if paper.demo_mark:
        words = run(f"{paper.demo_mark}{GAP}", Look(HEI, 8, bold=True, colour=_RED)) + words
    said = width_of(f"{paper.demo_mark}{GAP}{paper.footer}{paper.page_number}")
    fits = said * look.size * _MM_PER_POINT < width
    number = "".join(_page_number(paper.page_number, look))
    stop = (
        '<w:tabs><w:tab w:val="clear" w:pos="4320"/><w:tab w:val="clear" w:pos="8640"/>'
        f'<w:tab w:val="right" w:pos="{twips(width)}"/></w:tabs>'
    )
    between = "<w:tab/>" if fits else "<w:br/><w:tab/>"
    made = _parsed(
        f'<w:p><w:pPr>{stop}<w:spacing w:before="0" w:after="0"/></w:pPr>{words}'
        f"<w:r>{between}</w:r>{number}</w:p>"
    )
    first._p.addnext(made)  # noqa: SLF001 - python-docx has no other way to put a field there
    first._p.getparent().remove(first._p)  # noqa: SLF001 - as above


def _page_number(words: str, look: Look) -> Iterator[str]:
    for part in re.split(r"(\{pages?\})", words):
        if part in _FIELDS:
            inner = f"<w:r>{run_look(look)}<w:t>1</w:t></w:r>"
            yield f'<w:fldSimple w:instr=" {_FIELDS[part]} ">{inner}</w:fldSimple>'
        elif part:
            yield run(part, look)


def _write_again(plain: BytesIO, stream: IO[bytes], body: Iterable[str]) -> None:
    """Copy the archive with its body, and without the moments at which it was written.

    The body is put in as text: as a tree of elements thousands of rows would fill the memory.
    """
    with zipfile.ZipFile(plain) as made, zipfile.ZipFile(stream, "w") as again:
        for entry in made.infolist():
            kept = zipfile.ZipInfo(entry.filename, date_time=_BORN)
            kept.compress_type = zipfile.ZIP_DEFLATED
            kept.create_system = 0
            content = made.read(entry)
            if entry.filename != _DOCUMENT:
                again.writestr(kept, content)
                continue
            before, place, after = content.partition(_PLACE.encode())
            if not place:
                raise ValueError("the document has no place for its body")
            with again.open(kept, "w") as file:
                file.write(before)
                for part in body:
                    file.write(part.encode())
                file.write(after)
