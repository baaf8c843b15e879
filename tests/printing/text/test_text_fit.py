"""Sizes and lines of fitted texts."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qhsign.printing.text import fonts
from qhsign.printing.text.text_fit import FittedLine, TextStyle, Typesetter

NAME = TextStyle(
    role="bold",
    size=52,
    min_size=20,
    width=78,
    height=21.6,
    lines=2,
    line_height=1.12,
    one_line_floor=28,
)
ORGANIZATION = TextStyle(
    role="sans", size=13, min_size=9, width=78, height=11, lines=2, line_height=1.28
)
TITLE = TextStyle(role="sans", size=11, min_size=8, width=78, height=5.2)


@pytest.fixture(scope="module")
def typesetter() -> Typesetter:
    return Typesetter(fonts.load())


def words(line: FittedLine) -> str:
    return "".join(glyph.character for glyph in line.glyphs)


def test_four_characters_fill_the_measure(typesetter: Typesetter) -> None:
    assert typesetter.fit(NAME, "欧阳文静").size == 52


def test_a_name_of_two_characters_is_as_wide_as_one_of_three(typesetter: Typesetter) -> None:
    two, three = (typesetter.fit(NAME, name) for name in ("李　刚", "郑红静"))
    assert two.lines[0].width == pytest.approx(three.lines[0].width)
    assert words(two.lines[0]) == "李　刚"


def test_a_long_name_stays_on_one_line_to_the_floor_then_takes_two(typesetter: Typesetter) -> None:
    seven = typesetter.fit(NAME, "阿依古丽买买提")
    assert (len(seven.lines), seven.size) == (1, 31.5)
    long = typesetter.fit(NAME, "努尔买买提江·阿卜杜热合曼")
    assert [words(line) for line in long.lines] == ["努尔买买提江·", "阿卜杜热合曼"]
    assert long.size == 28.75
    assert long.fits


def test_an_organization_wraps_at_full_size_and_shrinks_afterwards(typesetter: Typesetter) -> None:
    wrapped = typesetter.fit(ORGANIZATION, "新疆生产建设兵团第八师石河子市商务局")
    assert wrapped.size == 13
    assert [words(line) for line in wrapped.lines] == ["新疆生产建设兵团", "第八师石河子市商务局"]
    assert typesetter.fit(ORGANIZATION, "青" * 44).size == 10


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        (
            "青海省人民政府与360数字安全集团有限公司战略合作框架协议",
            ["青海省人民政府与360数字安全集团有限公司", "战略合作框架协议"],
        ),
        (
            "青海黄河上游水电开发有限责任公司与西部矿业集团股份有限公司战略合作项目",
            ["青海黄河上游水电开发有限责任公司", "与西部矿业集团股份有限公司战略合作项目"],
        ),
    ],
)
def test_the_name_of_a_company_is_not_torn(
    typesetter: Typesetter, title: str, lines: list[str]
) -> None:
    style = TextStyle(role="song", size=25, min_size=16, width=199, height=27.5, lines=2)
    assert [words(line) for line in typesetter.fit(style, title).lines] == lines


def test_a_company_in_a_narrow_column_is_torn_between_its_words_only(
    typesetter: Typesetter,
) -> None:
    style = TextStyle(role="song", size=25, min_size=16, width=94, height=40, lines=3)
    fitted = typesetter.fit(style, "青海省人民政府与360数字安全集团有限公司战略合作框架协议")
    assert not any(words(line).startswith(("有限", "公司", "司", "限")) for line in fitted.lines)


def test_a_stored_soft_break_is_used_only_when_the_text_wraps(typesetter: Typesetter) -> None:
    short = typesetter.fit(ORGANIZATION, "青海\u200b西宁")
    assert [words(line) for line in short.lines] == ["青海西宁"]
    long = typesetter.fit(ORGANIZATION, "西宁城北\u200b国际会展中心第三展馆东南门接待处服务台")
    assert words(long.lines[0]) == "西宁城北"


def test_too_long_is_reported_and_every_character_kept(typesetter: Typesetter) -> None:
    title = "党委副书记、常务副主任兼新能源与绿色算力产业发展促进中心主任、总工程师"
    fitted = typesetter.fit(TITLE, title)
    assert not fitted.fits
    assert fitted.size == 8
    assert "".join(words(line) for line in fitted.lines) == title
    measure = 78 * 72 / 25.4
    assert all(line.width * fitted.size <= measure + 0.01 for line in fitted.lines)


def test_the_last_allowance_comes_before_too_big(typesetter: Typesetter) -> None:
    style = replace(NAME, last_lines=4, last_min=12)
    fitted = typesetter.fit(style, "扎西才让多杰·旦增罗布仁青卓玛措吉·索南达杰尼玛次仁拉姆卓")
    assert fitted.fits
    assert [words(line)[-1] for line in fitted.lines] == ["·", "·", "卓"]


def test_latin_keeps_its_distance_from_chinese(typesetter: Typesetter) -> None:
    book = fonts.load()
    fitted = typesetter.fit(TITLE, "第25届")
    own = sum(book.char_width("sans", character) for character in "第25届")
    assert fitted.lines[0].width == pytest.approx(own + 2 * 0.07)


def test_the_dot_is_half_an_em_and_centred(typesetter: Typesetter) -> None:
    for role in ("bold", "song", "kai"):
        fitted = typesetter.fit(replace(TITLE, role=role), "中国·青海")
        assert fitted.lines[0].width == pytest.approx(4.5)
        dot = fitted.lines[0].glyphs[2]
        assert dot.before == pytest.approx(dot.after)


def test_closing_punctuation_loses_its_half_at_the_end_and_before_more(
    typesetter: Typesetter,
) -> None:
    assert typesetter.fit(TITLE, "青海）").lines[0].width == pytest.approx(2.5)
    assert typesetter.fit(TITLE, "青（海），宁").lines[0].width == pytest.approx(5.5)
    assert typesetter.fit(TITLE, "（青海").lines[0].width == pytest.approx(2.5)


def test_tabular_digits_are_as_wide_as_zero(typesetter: Typesetter) -> None:
    style = replace(TITLE, role="song", tabular=True)
    one, zero = (typesetter.fit(style, digits).lines[0].width for digits in ("1111", "0000"))
    assert one == pytest.approx(zero)


def test_only_digits_of_the_font_stand_in_columns(typesetter: Typesetter) -> None:
    style = replace(TITLE, role="song", tabular=True)
    wide = typesetter.fit(style, "１２").lines[0].width
    assert wide == pytest.approx(
        typesetter.fit(replace(style, tabular=False), "１２").lines[0].width
    )


def test_an_apostrophe_between_letters_is_as_narrow_as_they_are(typesetter: Typesetter) -> None:
    for role in ("sans", "bold", "song", "kai"):
        style = replace(TITLE, role=role)
        curly, straight = (
            typesetter.fit(style, name).lines[0].width for name in ("O’Brien 王", "OBrien 王")
        )
        assert curly - straight < 0.4
    chinese = typesetter.fit(TITLE, "王“青海”李").lines[0].width
    assert chinese == pytest.approx(6)


def test_no_room_is_added_between_chinese_and_kana(typesetter: Typesetter) -> None:
    assert typesetter.fit(TITLE, "佐藤さくら").lines[0].width == pytest.approx(5)


def test_words_read_aloud_end_their_lines_with_punctuation(typesetter: Typesetter) -> None:
    style = replace(ORGANIZATION, width=60, height=40, lines=4, clauses=True)
    text = "请双方代表就位，签约现在开始。请见证人上台，面向观众站定！"
    fitted = typesetter.fit(style, text)
    assert fitted.size == 13
    assert all(words(line)[-1] in "，。！" for line in fitted.lines)
    unbroken = typesetter.fit(style, "请" * 30 + "，" + "站" * 30)
    assert unbroken.fits


def test_a_final_dot_hangs(typesetter: Typesetter) -> None:
    assert typesetter.fit(TITLE, "努尔·").lines[0].hanging == pytest.approx(0.5)


def test_words_with_a_rare_letter_come_from_one_font(typesetter: Typesetter) -> None:
    for role, face in (("sans", "letters"), ("bold", "letters-bold"), ("song", "serif")):
        for text in ("Škoda Łódź", "Жеңиш Үсөнов, Ibsen 2025"):
            line = typesetter.fit(replace(TITLE, role=role), text).lines[0]
            faces = {glyph.font_name for glyph in line.glyphs if glyph.character.isalnum()}
            assert faces == {face}
    line = typesetter.fit(TITLE, "Zürich Þórir 2025").lines[0]
    assert {glyph.font_name for glyph in line.glyphs} == {"sans"}


def test_a_character_no_font_has_is_named(typesetter: Typesetter) -> None:
    assert typesetter.fit(NAME, "李\U0010fffd").missing == ("\U0010fffd",)
    assert typesetter.fit(NAME, "䶮𬱖𫖯㛃").missing == ()


def test_letters_and_their_marks_are_composed(typesetter: Typesetter) -> None:
    fitted = typesetter.fit(TITLE, "O\u0308mu\u0308rbek")
    assert words(fitted.lines[0]) == "Ömürbek"
    assert fitted.missing == ()


def test_nothing_to_set_is_no_line(typesetter: Typesetter) -> None:
    for blank in ("", "　", "\u200b"):
        assert typesetter.fit(TITLE, blank).depth(1.3) == 0


@given(st.text(st.sampled_from("李刚·阿卜杜（女），A1 1945年\u200b"), max_size=60))
def test_no_character_is_lost_and_every_fit_is_inside_its_box(text: str) -> None:
    typesetter = Typesetter(fonts.load())
    for style in (NAME, ORGANIZATION, TITLE):
        fitted = typesetter.fit(style, text)
        kept = "".join(words(line) for line in fitted.lines)
        assert kept.replace(" ", "") == text.replace(" ", "").replace("\u200b", "")
        if fitted.fits and fitted.lines:
            measure = style.width * 72 / 25.4
            assert max(line.width for line in fitted.lines) * fitted.size <= measure + 0.01
            assert fitted.depth(style.line_height) <= style.height * 72 / 25.4 + 0.01
            assert style.min_size <= fitted.size <= style.size
