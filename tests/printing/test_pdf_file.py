"""The PDF itself: whole, checked by others' tools, and written while it is made."""

import subprocess
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pypdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qhsign.printing.layouts.layout_file import load_layout
from qhsign.printing.pdf_file import DocumentInformation, Page, PdfFile, text_string
from qhsign.printing.pen import Pen
from qhsign.printing.text import fonts
from qhsign.printing.text.text_fit import TextStyle, Typesetter
from support.needed_tools import need
from support.print_samples import (
    CERTIFICATE,
    EVENT,
    forty_badges,
    photo,
    printed_badges,
    printed_certificates,
)

MADE = datetime(2024, 7, 10, 21, 40, tzinfo=ZoneInfo("Asia/Shanghai"))
ABOUT = DocumentInformation(
    title="第25届青洽会 · 证件",
    author="青海省商务厅",
    subject="证件",
    keywords="a (b) \\",
    made=MADE,
)
SIZE = (255.0, 369.0)


def written(pages: int, about: DocumentInformation = ABOUT) -> bytes:
    stream = BytesIO()
    file = PdfFile(stream, about)
    setter = Typesetter(fonts.load())
    style = TextStyle("sans", 20, 10, 80, 20)
    pen = Pen(file, 130)
    for number in range(pages):
        fitted = setter.fit(style, f"第{number + 1}页")
        shown = pen.text(fitted, 5, 5, width=80, line_height=1.3, colour="#000000")
        marks = [(0, f"组{number // 10}")] if number % 10 == 0 else []
        file.add_page(Page(shown), SIZE, bookmarks=[*marks, (1, f"嘉宾(李){number}")])
    file.save()
    return stream.getvalue()


def outline(reader: pypdf.PdfReader) -> list[Any]:
    def told(items: Any) -> list[Any]:
        return [
            told(item)
            if isinstance(item, list)
            else (item.title, reader.get_destination_page_number(item))
            for item in items
        ]

    return told(reader.outline)


def checked(pdf: bytes, folder: Path) -> None:
    """Ask the tools a printing house asks."""
    need("qpdf")
    need("pdffonts")
    path = folder / "print.pdf"
    path.write_bytes(pdf)
    said = subprocess.run(["qpdf", "--check", path], capture_output=True, text=True, check=False)
    assert said.returncode == 0, said.stdout + said.stderr
    assert "No syntax or stream encoding errors" in said.stdout
    listed = subprocess.run(["pdffonts", path], capture_output=True, text=True, check=True)
    assert not listed.stderr
    rows = listed.stdout.splitlines()[2:]
    assert rows
    for row in rows:
        name, (embedded, subset, unicode) = row.split()[0], row.split()[-5:-2]
        assert name[6] == "+"
        assert (embedded, subset, unicode) == ("yes", "yes", "yes"), row


@pytest.mark.parametrize("pages", [1, 2, 255, 256, 257, 600])
def test_every_page_is_there_in_order(pages: int) -> None:
    reader = pypdf.PdfReader(BytesIO(written(pages)), strict=True)
    assert len(reader.pages) == pages
    for number in (0, pages // 2, pages - 1):
        assert reader.pages[number].extract_text().strip() == f"第{number + 1}页"


def test_bookmarks_lead_to_their_pages_and_fold_under_their_group() -> None:
    told = outline(pypdf.PdfReader(BytesIO(written(12))))
    assert [item for item in told if not isinstance(item, list)] == [("组0", 0), ("组1", 10)]
    first, second = (item for item in told if isinstance(item, list))
    assert first == [(f"嘉宾(李){number}", number) for number in range(10)]
    assert second == [("嘉宾(李)10", 10), ("嘉宾(李)11", 11)]


def test_a_single_page_has_no_bookmarks() -> None:
    assert pypdf.PdfReader(BytesIO(written(1))).outline == []


def test_the_document_says_what_it_is() -> None:
    reader = pypdf.PdfReader(BytesIO(written(2)))
    said: Any = reader.metadata
    assert (said.title, said.author, said.subject) == (ABOUT.title, ABOUT.author, ABOUT.subject)
    assert said["/Keywords"] == ABOUT.keywords
    assert said.creation_date == MADE
    language: Any = reader.root_object["/Lang"]
    assert language == "zh-CN"


def test_the_same_pages_give_the_same_bytes() -> None:
    assert written(30) == written(30)
    assert written(30) != written(31)


def test_pages_reach_the_stream_before_the_end() -> None:
    stream = BytesIO()
    file = PdfFile(stream)
    before = 0
    for _ in range(3):
        file.add_page(Page("0 0 10 10 re f"), SIZE)
        assert len(stream.getvalue()) > before
        before = len(stream.getvalue())


def test_a_picture_is_stored_once() -> None:
    taken = photo(50, 70)
    stream = BytesIO()
    file = PdfFile(stream)
    names = {file.add_jpeg(taken.read(), 50, 70) for _ in range(3)}
    for name in names:
        file.add_page(Page(f"/{name} Do", frozenset(names)), SIZE)
    file.save()
    assert len(names) == 1
    (image,) = pypdf.PdfReader(stream).pages[0].images
    assert image.image is not None
    assert image.image.size == (50, 70)


def test_the_trim_is_told() -> None:
    stream = BytesIO()
    file = PdfFile(stream)
    file.add_page(Page(""), SIZE, trim=(10, 10, 200, 300))
    file.save()
    assert list(pypdf.PdfReader(stream).pages[0].trimbox) == [10, 10, 200, 300]


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=40))
def test_any_title_reads_back(text: str) -> None:
    stream = BytesIO()
    PdfFile(stream, DocumentInformation(title="x" + text)).save()
    said = pypdf.PdfReader(stream).metadata
    assert said is not None
    assert said.title == "x" + text.replace("\u200b", "").replace("\n", " ")


def test_a_text_of_plain_letters_stays_readable() -> None:
    assert text_string("qhsign") == "(qhsign)"
    assert text_string("a)b").startswith("<FEFF")


@pytest.mark.parametrize(
    "name", ["badge-90x130", "badge-90x130-photo", "badge-90x130-bilingual", "badge-cr80"]
)
def test_badges_pass_the_checks_of_a_press(name: str, tmp_path: Path) -> None:
    checked(printed_badges(forty_badges(), load_layout(name), EVENT).pdf, tmp_path)


def test_certificates_pass_the_checks_of_a_press(tmp_path: Path) -> None:
    sheets = [CERTIFICATE] * 3
    checked(printed_certificates(sheets, load_layout("certificate-a4"), EVENT).pdf, tmp_path)
