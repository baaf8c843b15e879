"""Words of joining and stacking scripts, as another shaper draws them and as readers find them."""

import subprocess
import threading
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdf
import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageDraw, ImageFont, ImageOps, ImageStat, features

from qhsign.printing.pdf_file import POINTS_PER_MM, Page, PdfFile
from qhsign.printing.pen import Pen
from qhsign.printing.text import fonts
from qhsign.printing.text.embedded_font import EmbeddedFont
from qhsign.printing.text.scripts import Script, is_shaped
from qhsign.printing.text.shaping import shape
from qhsign.printing.text.text_fit import TextStyle, Typesetter
from support.needed_tools import need
from support.tibetan import need_tibetan

TIBETAN = ("བཀྲ་ཤིས་ཚེ་རིང་", "སྒྲོལ་མ་", "བསོད་ནམས་རྒྱ་མཚོ།", "མཁའ་འགྲོ་རྡོ་རྗེ་", "ཨོཾ་མ་ཎི་པདྨེ་ཧཱུྃ")
ARABIC = ("شىنجاڭ", "ئۇيغۇر", "ئابلىز", "قۇربانجان", "ۋېۆۈڭەھ", "قازاقستان", "مُحَمَّد")
HEBREW = ("שלום",)
LINE = TextStyle("bold", 24, 12, 150, 12)
WORDS = [
    *((Script.TIBETAN, word) for word in TIBETAN),
    *((Script.ARABIC, word) for word in ARABIC),
    *((Script.HEBREW, word) for word in HEBREW),
]


@pytest.fixture(scope="module")
def book() -> fonts.FontBook:
    return fonts.load()


def font_of(book: fonts.FontBook, script: Script | None, word: str) -> EmbeddedFont:
    if script is Script.TIBETAN:
        need_tibetan()
    font = book.shaping_font("bold", script, word)
    assert font is not None
    return font


def page_of(*texts: str, style: TextStyle = LINE) -> bytes:
    typesetter = Typesetter(fonts.load())
    stream = BytesIO()
    file = PdfFile(stream)
    pen = Pen(file, 297)
    operators = []
    for place, text in enumerate(texts):
        fitted = typesetter.fit(style, text)
        assert not fitted.missing
        operators.append(
            pen.text(
                fitted,
                10,
                10 + 18 * place,
                width=style.width,
                line_height=style.line_height,
                colour="#000000",
            )
        )
    file.add_page(Page("\n".join(operators)), (210 * POINTS_PER_MM, 297 * POINTS_PER_MM))
    file.save()
    return stream.getvalue()


def lines_read(pdf: bytes) -> list[list[str]]:
    """Return the lines as two readers find them."""
    document = pypdfium2.PdfDocument(pdf)
    page = document[0]
    text_page = page.get_textpage()
    by_pdfium = text_page.get_text_bounded().splitlines()
    for opened in (text_page, page, document):
        opened.close()
    return [by_pdfium, pypdf.PdfReader(BytesIO(pdf)).pages[0].extract_text().splitlines()]


def ink(picture: Image.Image) -> Image.Image:
    grey = picture.convert("L")
    return grey.crop(ImageOps.invert(grey).getbbox())


@pytest.mark.parametrize(("script", "word"), WORDS)
def test_a_word_looks_as_another_shaper_draws_it(
    book: fonts.FontBook, script: Script, word: str
) -> None:
    assert features.check("raqm")
    font = font_of(book, script, word)
    document = pypdfium2.PdfDocument(page_of(word))
    page = document[0]
    printed = ink(page.render(scale=4).to_pil())
    page.close()
    document.close()
    other = ImageFont.truetype(str(font.path), 200, layout_engine=ImageFont.Layout.RAQM)
    drawing = Image.new("L", (3000, 700), 255)
    ImageDraw.Draw(drawing).text((150, 150), word, fill=0, font=other)
    wanted = ink(drawing)
    assert printed.width / printed.height == pytest.approx(wanted.width / wanted.height, rel=0.03)
    difference = ImageChops.difference(printed, wanted.resize(printed.size))
    (apart,), (dark,) = (
        ImageStat.Stat(picture).sum for picture in (difference, ImageOps.invert(printed))
    )
    assert apart < 0.15 * dark


@pytest.mark.parametrize(("script", "word"), WORDS)
def test_the_letters_cover_the_word_in_order(
    book: fonts.FontBook, script: Script, word: str
) -> None:
    font = font_of(book, script, word)
    letters = shape(font, word, script, from_right=script is not Script.TIBETAN)
    assert [letter.start for letter in letters] == [0, *(letter.end for letter in letters[:-1])]
    assert letters[-1].end == len(word)
    assert sum(letter.width for letter in letters) > 0
    assert all(letter.width == font.em_width(letter.drawn) for letter in letters)


def test_a_tibetan_stack_is_one_letter(book: fonts.FontBook) -> None:
    font = font_of(book, Script.TIBETAN, "བསྒྲུབས")
    letters = shape(font, "བསྒྲུབས", Script.TIBETAN, from_right=False)
    assert [letter.end - letter.start for letter in letters] == [1, 4, 1, 1]


def test_an_arabic_letter_has_the_form_of_its_place(book: fonts.FontBook) -> None:
    font = font_of(book, Script.ARABIC, "ببب")
    letters = shape(font, "ببب", Script.ARABIC, from_right=True)
    assert len({letter.drawn for letter in letters}) == 3
    alone = shape(font, "ب", Script.ARABIC, from_right=True)
    assert alone[0].drawn not in {letter.drawn for letter in letters}


def test_the_same_letter_is_the_same_glyph(book: fonts.FontBook) -> None:
    font = font_of(book, Script.ARABIC, "شىنجاڭ")
    first, again = (shape(font, "شىنجاڭ", Script.ARABIC, from_right=True) for _ in range(2))
    assert first == again


@pytest.mark.parametrize("text", ["ɛ̃", "M̀ǹḿ", "Kɔ̀kú", "е̄", "x̌y̌"])
def test_a_mark_without_a_composed_letter_stands_on_its_letter(
    book: fonts.FontBook, text: str
) -> None:
    assert is_shaped(fonts.composed(text))
    font = font_of(book, None, fonts.composed(text))
    letters = shape(font, fonts.composed(text), None, from_right=False)
    assert all(letter.width > 0.2 for letter in letters)
    assert lines_read(page_of(text)) == [[fonts.composed(text)]] * 2


TEXTS = (
    "བཀྲ་ཤིས་ཚེ་རིང་ 扎西才让",
    "སྒྲོལ་མ་ · 卓玛",
    "འབྲུག་ Bhutan 2025",
    "李　刚 རྡོ་རྗེ་",
    "བསོད་ནམས་རྒྱ་མཚོ། 䶮𬱖𫖯㛃",
)
FROM_RIGHT = ("شىنجاڭ ئۇيغۇر", "ئابلىز · 阿布力孜", "阿布力孜 · ئابلىز", "رېھىمجان", "שלום 以色列")


@pytest.mark.parametrize("style", [LINE, TextStyle("song", 24, 12, 150, 12)])
def test_tibetan_reads_back_as_it_was(style: TextStyle) -> None:
    need_tibetan()
    assert lines_read(page_of(*TEXTS, style=style)) == [list(TEXTS)] * 2


@pytest.mark.parametrize("style", [LINE, TextStyle("kai", 24, 12, 150, 12)])
def test_words_from_the_right_read_back_as_they_were(style: TextStyle) -> None:
    assert lines_read(page_of(*FROM_RIGHT, style=style)) == [list(FROM_RIGHT)] * 2


def test_poppler_reads_shaped_words(tmp_path: Path) -> None:
    need("pdftotext")
    path = tmp_path / "words.pdf"
    path.write_bytes(page_of(*ARABIC[:6]))
    read = subprocess.run(["pdftotext", path, "-"], capture_output=True, check=True)
    marks_of_direction = dict.fromkeys(map(ord, "\u202a\u202b\u202c"))
    words = read.stdout.decode().translate(marks_of_direction).split()
    assert words == list(ARABIC[:6])


def test_the_same_words_are_the_same_bytes_whatever_was_printed_before() -> None:
    first = page_of(*FROM_RIGHT)
    page_of("ياخشىمۇسىز", "دوستلار")
    assert page_of(*FROM_RIGHT) == first


def test_words_printed_at_once_are_the_same_as_alone() -> None:
    alone = page_of(*FROM_RIGHT)
    made: list[bytes] = []
    desks = [threading.Thread(target=lambda: made.append(page_of(*FROM_RIGHT))) for _ in range(4)]
    for desk in desks:
        desk.start()
    for desk in desks:
        desk.join()
    assert made == [alone] * 4


def test_only_embedded_subsets_are_in_the_file() -> None:
    pdf = page_of(*FROM_RIGHT)
    page: Any = pypdf.PdfReader(BytesIO(pdf)).pages[0]
    for font in page["/Resources"]["/Font"].values():
        described = font.get_object()
        assert described["/BaseFont"][7] == "+"
        assert len(described["/FontDescriptor"]["/FontFile2"].get_data()) < 100_000
        assert "/ToUnicode" in described


def test_qpdf_finds_no_fault(tmp_path: Path) -> None:
    need("qpdf")
    path = tmp_path / "words.pdf"
    path.write_bytes(page_of(*FROM_RIGHT))
    assert (
        subprocess.run(["qpdf", "--check", path], capture_output=True, check=False).returncode == 0
    )
