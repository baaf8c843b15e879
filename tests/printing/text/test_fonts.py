import re
import subprocess
import threading
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdf
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.pdfbase import pdfmetrics

from qhsign.domain.problems import ProblemForUser
from qhsign.printing.pdf_file import DocumentInformation, Page, PdfFile
from qhsign.printing.text import fonts, system_fonts
from qhsign.printing.text.fonts import FontBook, Role
from qhsign.printing.text.unicode_map import to_unicode_map
from qhsign.shipped_files import shipped
from qhsign.wording import Language, say
from support.needed_tools import need

RARE = "䶮𬱖𫖯㛃𠮷"
KYRGYZ = "Бишкек шаары, Чүй өрөөнү, Ысык-Көл, Баткен — ң ө ү"
LETTERS = "Škoda Łódź Zürich Ağaoğlu İstanbul Nguyễn Đỗ Їжак €"
WORKING_PAPERS = "☐☑①★●→№㎡℃（）《》“”…—·、〇"


@pytest.fixture(scope="module")
def book() -> FontBook:
    return fonts.load()


@pytest.fixture
def own_registry(book: FontBook, monkeypatch: pytest.MonkeyPatch) -> None:
    """Books a test opens on other folders must not change what reportlab draws elsewhere."""
    for role in Role:
        book.path(role)
    monkeypatch.setattr(pdfmetrics, "_fonts", dict(pdfmetrics._fonts))


def paper(book: FontBook, lines: list[tuple[str, str]]) -> bytes:
    stream = BytesIO()
    about = DocumentInformation(title="签约名单", author="秘书处")
    file = PdfFile(stream, about)
    operators = []
    for number, (role, text) in enumerate(lines):
        operators.append(f"BT 1 0 0 1 20 {800 - 20 * number} Tm")
        for run in book.runs(role, text):
            for character in run.text:
                name, code = file.code(run.font_name, character)
                operators.append(f"{name} 12 Tf <{code}> Tj")
        operators.append("ET")
    file.add_page(Page("\n".join(operators)), (595, 842))
    file.save()
    return stream.getvalue()


def fonts_of(pdf: bytes) -> list[Any]:
    page: Any = pypdf.PdfReader(BytesIO(pdf)).pages[0]
    return [font.get_object() for font in page["/Resources"]["/Font"].get_object().values()]


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("text", [RARE, KYRGYZ, LETTERS, WORKING_PAPERS])
def test_every_role_shows_what_names_and_papers_need(book: FontBook, role: Role, text: str) -> None:
    assert book.missing(role, text) == []
    assert "".join(run.text for run in book.runs(role, text)) == text


@pytest.mark.parametrize("role", ["sans", "bold", "serif"])
def test_kyrgyz_is_set_in_one_font(book: FontBook, role: str) -> None:
    assert [run.font_name for run in book.runs(role, KYRGYZ)] == [role]


def test_a_rare_name_falls_back_by_character(book: FontBook) -> None:
    names = [run.font_name for run in book.runs("song", "吉𠮷")]
    assert names[0] == "song"
    assert len(names) == 2


def test_bold_is_not_regular(book: FontBook) -> None:
    embedded = {}
    for font in fonts_of(paper(book, [("sans", "签约"), ("bold", "签约")])):
        outlines = font["/FontDescriptor"]["/FontFile2"].get_data()
        embedded[font["/BaseFont"].split("+")[1]] = outlines
    assert set(embedded) == {"NotoSansSC-Regular", "NotoSansSC-Bold"}
    assert embedded["NotoSansSC-Regular"] != embedded["NotoSansSC-Bold"]
    assert book.char_width("bold", "a") > book.char_width("sans", "a")


def all_lines() -> list[tuple[str, str]]:
    return [(role, text) for role in Role for text in (RARE, KYRGYZ, LETTERS, WORKING_PAPERS)]


def test_text_reads_back_with_pypdf_and_pdfium(book: FontBook) -> None:
    pdf = paper(book, all_lines())
    expected = squeezed("".join(text for _, text in all_lines()))
    assert squeezed(pypdf.PdfReader(BytesIO(pdf)).pages[0].extract_text()) == expected
    document = pypdfium2.PdfDocument(pdf)
    page = document[0]
    text_page = page.get_textpage()
    read = text_page.get_text_bounded()
    text_page.close()
    page.close()
    document.close()
    assert squeezed(read) == expected


def test_text_reads_back_with_poppler(book: FontBook, tmp_path: Path) -> None:
    need("pdftotext")
    path = tmp_path / "paper.pdf"
    path.write_bytes(paper(book, all_lines()))
    read = subprocess.run(["pdftotext", path, "-"], capture_output=True, check=True)
    expected = squeezed("".join(text for _, text in all_lines()))
    assert squeezed(read.stdout.decode()) == expected


def test_more_characters_than_one_subset_holds_read_back(book: FontBook) -> None:
    text = "".join(map(chr, range(0x4E00, 0x4E00 + 700))) + RARE
    lines = [("bold", text[at : at + 40]) for at in range(0, len(text), 40)]
    read = pypdf.PdfReader(BytesIO(paper(book, lines))).pages[0].extract_text()
    assert squeezed(read) == text


def test_only_embedded_fonts_and_the_same_bytes_again(book: FontBook) -> None:
    first = paper(book, all_lines())
    assert first == paper(book, all_lines())
    assert b"Helvetica" not in first
    for font in fonts_of(first):
        assert re.fullmatch(r"/[A-Z]{6}\+[\w-]+", font["/BaseFont"])
        assert "/FontFile2" in font["/FontDescriptor"]


def test_a_paper_says_what_it_is(book: FontBook) -> None:
    reader = pypdf.PdfReader(BytesIO(paper(book, [("sans", "签")])))
    assert reader.metadata is not None
    assert reader.metadata.title == "签约名单"
    assert reader.metadata.author == "秘书处"
    root: Any = reader.trailer["/Root"]
    assert root["/Lang"] == "zh-CN"


def test_papers_saved_at_once_are_the_same_as_alone(book: FontBook) -> None:
    alone = paper(book, all_lines())
    made: list[bytes] = []
    desks = [
        threading.Thread(target=lambda: made.append(paper(book, all_lines()))) for _ in range(4)
    ]
    for desk in desks:
        desk.start()
    for desk in desks:
        desk.join()
    assert made == [alone] * 4


@pytest.mark.parametrize("role", Role)
def test_invisible_characters_are_not_missing_and_take_no_room(book: FontBook, role: Role) -> None:
    hidden = "\u200b\u200d\ufeff\u00ad\u2060\ufe0f\U000e0100\u0001"
    assert book.missing(role, hidden) == []
    assert book.width(role, "葛" + hidden, 10) == book.width(role, "葛", 10)
    assert [run.text for run in book.runs(role, "葛" + hidden)] == ["葛" + hidden]


@pytest.mark.parametrize("role", Role)
def test_blanks_are_never_missing(book: FontBook, role: Role) -> None:
    assert book.missing(role, " \u3000\xa0\u2002\u2003\u2009\u202f\t\n") == []
    assert book.char_width(role, "\u3000") == 1
    assert book.char_width(role, "\xa0") == book.char_width(role, " ") > 0


def test_letters_with_loose_marks_are_composed_and_han_stays(book: FontBook) -> None:
    assert fonts.composed("Zu\u0308rich \ufa11") == "Zürich \ufa11"
    assert book.runs("sans", "Zu\u0308rich")[0].text == "Zürich"
    assert book.width("serif", "и\u0301", 10) == book.width("serif", "и", 10)


@pytest.mark.parametrize("text", ["ไทย", "ខ្មែរ", "\U0001f9d1", "\ue123", "\U000323af"])
@pytest.mark.usefixtures("own_registry")
def test_what_no_font_sets_rightly_is_named_and_never_drawn(
    text: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(system_fonts, "font_folders", lambda: (tmp_path,))
    alone = FontBook(shipped("resources", "fonts"))
    assert alone.missing("sans", "甲" + text) == list(text)
    file = PdfFile(BytesIO())
    run = alone.runs("sans", text)[0]
    with pytest.raises(ProblemForUser) as problem:
        file.code(run.font_name, run.text[0])
    assert problem.value.code == "font-lacks-characters"
    assert text[0] in say(problem.value.code, Language.CHINESE, **problem.value.parameters)


def test_digits_in_columns_are_as_wide_as_zero(book: FontBook) -> None:
    for role in Role:
        assert book.digit_width(role) == book.char_width(role, "0")
    assert len({book.char_width("sans", digit) for digit in "0123456789"}) == 1


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(codec="utf-8"), max_size=30), st.sampled_from(Role))
def test_runs_keep_every_character_and_the_width(text: str, role: Role) -> None:
    book = fonts.load()
    runs = book.runs(role, text)
    assert "".join(run.text for run in runs) == fonts.composed(text)
    assert all(run.text for run in runs)
    assert book.width(role, text, 10) >= 0
    assert set(book.missing(role, text)) <= set(fonts.composed(text))


def copied(folder: Path, *, without: str) -> Path:
    for source in shipped("resources", "fonts").glob("*.ttf"):
        if source.name != without:
            (folder / source.name).symlink_to(source)
    return folder


def test_an_incomplete_installation_says_so_in_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(ProblemForUser) as problem:
        FontBook(copied(tmp_path, without="song.ttf"))
    sentence = say(problem.value.code, Language.CHINESE, **problem.value.parameters)
    assert "song.ttf" in sentence
    assert "make fonts" in sentence


@pytest.mark.usefixtures("own_registry")
def test_without_kai_the_system_is_asked_and_then_song(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    folder = tmp_path / "shipped"
    folder.mkdir()
    monkeypatch.setattr(system_fonts, "font_folders", lambda: (tmp_path / "system",))
    book = FontBook(copied(folder, without="kai.ttf"))
    assert book.path("kai").name == "song.ttf"
    assert book.runs("kai", "李刚")[0].font_name == "song"
    assert book.missing("kai", RARE + KYRGYZ) == []


@pytest.mark.usefixtures("own_registry")
def test_a_font_of_the_system_helps_out_and_a_damaged_one_does_not(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    shipped_folder, system = tmp_path / "shipped", tmp_path / "system"
    shipped_folder.mkdir()
    system.mkdir()
    monkeypatch.setattr(system_fonts, "font_folders", lambda: (system,))
    copied(shipped_folder, without="kai.ttf")
    (system / "SIMKAI.TTF").write_bytes(b"damaged")
    (system / "ukai.ttc").symlink_to(shipped("resources", "fonts", "serif.ttf"))
    book = FontBook(shipped_folder)
    assert book.path("kai") == system / "ukai.ttc"
    assert book.runs("kai", "Бишкек")[0].font_name == "kai"


def test_the_map_of_characters_has_surrogates_and_small_blocks() -> None:
    table = to_unicode_map(["", *map(chr, range(0x4E00, 0x4E00 + 250)), "\U0002cc56"])
    assert "<FB> <D873DC56>" in table
    assert "<00> <0000>" not in table
    assert [int(size) for size in re.findall(r"(\d+) beginbfchar", table)] == [100, 100, 51]


def test_licences_lie_beside_the_fonts() -> None:
    texts = list(shipped("resources", "fonts").glob("OFL-*.txt"))
    assert len(texts) >= 5
    assert all("SIL OPEN FONT LICENSE" in text.read_text("utf-8").upper() for text in texts)
