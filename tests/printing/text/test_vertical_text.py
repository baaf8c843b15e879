"""Names set downwards."""

from dataclasses import replace
from io import BytesIO
from itertools import pairwise

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qhsign.printing.pdf_file import POINTS_PER_MM, Page, PdfFile
from qhsign.printing.pen import Pen
from qhsign.printing.text import fonts
from qhsign.printing.text.text_fit import TextStyle, Typesetter
from qhsign.printing.text.vertical_text import VerticalText, fit_vertical

SEAT = TextStyle("bold", 13.5, 6, 9.5, 30, line_height=1.07)


@pytest.fixture(scope="module")
def typesetter() -> Typesetter:
    return Typesetter(fonts.load())


def columns(vertical: VerticalText) -> list[str]:
    """Return the columns from right to left, each from the top."""
    found: dict[float, str] = {}
    middle = {
        glyph: glyph.x + fonts.load().char_width("bold", glyph.character) * vertical.size / 2
        for glyph in vertical.glyphs
    }
    for glyph in vertical.glyphs:
        key = round(middle[glyph], 2)
        found[key] = found.get(key, "") + glyph.character
    return [found[key] for key in sorted(found, reverse=True)]


def test_characters_stand_one_below_the_other_in_the_middle(typesetter: Typesetter) -> None:
    set_down = fit_vertical(typesetter, SEAT, "宋云鹏")
    assert (set_down.size, set_down.fits, columns(set_down)) == (13.5, True, ["宋云鹏"])
    steps = {round(below.y - above.y, 4) for above, below in pairwise(set_down.glyphs)}
    assert steps == {round(13.5 * 1.07, 4)}
    first, last = set_down.glyphs[0], set_down.glyphs[-1]
    above = first.y - 0.88 * 13.5
    below = SEAT.height * POINTS_PER_MM - (last.y + 0.12 * 13.5)
    assert above == pytest.approx(below)
    assert first.x + 13.5 / 2 == pytest.approx(SEAT.width * POINTS_PER_MM / 2)


def test_a_name_of_two_characters_keeps_a_blank_between(typesetter: Typesetter) -> None:
    two = fit_vertical(typesetter, SEAT, "崔　峰")
    three = fit_vertical(typesetter, SEAT, "宋云鹏")
    assert [glyph.y for glyph in two.glyphs] == [three.glyphs[0].y, three.glyphs[2].y]
    assert two.text == "崔　峰"


def test_a_name_with_a_dot_takes_two_columns_the_right_one_first(typesetter: Typesetter) -> None:
    assert columns(fit_vertical(typesetter, SEAT, "努尔买买提江·阿卜杜热合曼")) == [
        "努尔买买提江·",
        "阿卜杜热合曼",
    ]
    three = fit_vertical(typesetter, SEAT, "古丽·买买提·江阿依江")
    assert columns(three) == ["古丽·买买提·", "江阿依江"]


def test_both_columns_begin_at_one_height_and_the_dot_stands_below(typesetter: Typesetter) -> None:
    placed = fit_vertical(typesetter, SEAT, "努尔买买提江·阿卜杜热合曼").glyphs
    assert placed[0].y == pytest.approx(placed[7].y)
    assert placed[5].y < placed[6].y < placed[5].y + 13.5


@pytest.mark.parametrize("name", ["Henrik Ibsen", "Жеңиш Үсөнов", "བཀྲ་ཤིས་", "李Smith"])
def test_a_name_in_letters_is_one_turned_line(typesetter: Typesetter, name: str) -> None:
    turned = fit_vertical(typesetter, SEAT, name)
    assert turned.glyphs == ()
    assert turned.turned is not None
    assert [line.reads for line in turned.turned.lines] == [name]
    assert turned.turned.lines[0].width * turned.size <= SEAT.height * POINTS_PER_MM


def test_the_size_shrinks_in_quarter_points_and_too_long_is_said(typesetter: Typesetter) -> None:
    narrow = fit_vertical(typesetter, replace(SEAT, height=12), "欧阳文静")
    assert 6 <= narrow.size < 13.5
    assert narrow.size % 0.25 == 0
    too_long = fit_vertical(typesetter, replace(SEAT, height=4), "欧阳文静")
    assert (too_long.size, too_long.fits) == (6, False)


def test_what_no_font_shows_is_named(typesetter: Typesetter) -> None:
    assert fit_vertical(typesetter, SEAT, "李\U0002fa1f").missing == ("\U0002fa1f",)
    assert fit_vertical(typesetter, SEAT, "葛\U000e0100强䶮𬱖𫖯㛃").missing == ()


def test_a_name_set_downwards_reads_as_one(typesetter: Typesetter) -> None:
    names = ["宋云鹏", "崔　峰", "努尔·买买提", "Henrik Ibsen", "Жеңиш"]
    stream = BytesIO()
    file = PdfFile(stream)
    pen = Pen(file, 60)
    drawn = [
        pen.vertical_text(
            fit_vertical(typesetter, SEAT, name), 10 + 12 * place, 8, 9.5, 30, "#000000"
        )
        for place, name in enumerate(names)
    ]
    file.add_page(Page("\n".join(drawn)), (300, 60 * POINTS_PER_MM))
    file.save()
    document = pypdfium2.PdfDocument(stream.getvalue())
    page = document[0]
    text_page = page.get_textpage()
    read = text_page.get_text_bounded().splitlines()
    for opened in (text_page, page, document):
        opened.close()
    assert read == names


@given(st.text(st.sampled_from("李刚·　阿卜杜䶮葛"), max_size=12))
def test_every_glyph_stands_inside_a_box_that_is_large_enough(name: str) -> None:
    vertical = fit_vertical(Typesetter(fonts.load()), SEAT, name)
    for glyph in vertical.glyphs if vertical.fits else ():
        middle = glyph.y - 0.38 * vertical.size
        half = 0.25 if glyph.character == "·" else 0.5
        assert half * vertical.size <= middle + 0.01
        assert middle + half * vertical.size <= SEAT.height * POINTS_PER_MM + 0.01
        assert -0.01 <= glyph.x <= SEAT.width * POINTS_PER_MM
    drawn = "".join(glyph.character for glyph in vertical.glyphs)
    assert drawn == name.replace("　", "")
