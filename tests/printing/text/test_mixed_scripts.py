"""Texts of several scripts: their lines, their spaces, what is missing."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfbase import pdfmetrics

from qhsign.printing.text import fonts, system_fonts
from qhsign.printing.text.fonts import FontBook
from qhsign.printing.text.text_fit import FittedText, TextStyle, Typesetter
from qhsign.shipped_files import shipped
from support.tibetan import need_tibetan

NAME = TextStyle("bold", 52, 20, 78, 21.6, 2, 1.12, 28)
ORGANIZATION = TextStyle("sans", 13, 9, 40, 11, 2, 1.28)
LINE = TextStyle("sans", 11, 8, 150, 5.2)
POINTS_PER_MM = 72 / 25.4


@pytest.fixture(scope="module")
def typesetter() -> Typesetter:
    return Typesetter(fonts.load())


def lines(fitted: FittedText) -> list[str]:
    return [line.reads for line in fitted.lines]


def width(typesetter: Typesetter, text: str) -> float:
    return typesetter.fit(LINE, text).lines[0].width


def test_tibetan_is_broken_after_its_syllables(typesetter: Typesetter) -> None:
    need_tibetan()
    long = "མཚོ་སྔོན་ཞིང་ཆེན་ཚོང་དོན་ཐིང་དང་མཚོ་སྔོན་གྱི་ཚོང་དོན་ཁང་།"
    fitted = typesetter.fit(ORGANIZATION, long)
    assert len(fitted.lines) == 2
    assert lines(fitted)[0].endswith("་")
    assert "".join(lines(fitted)) == long


def test_a_name_in_two_scripts_is_broken_between_them(typesetter: Typesetter) -> None:
    need_tibetan()
    assert lines(typesetter.fit(NAME, "བཀྲ་ཤིས་ཚེ་རིང་ 扎西才让")) == ["བཀྲ་ཤིས་ཚེ་རིང་", "扎西才让"]


def test_arabic_is_broken_between_words(typesetter: Typesetter) -> None:
    fitted = typesetter.fit(ORGANIZATION, "شىنجاڭ ئۇيغۇر ئاپتونوم رايونلۇق سودا نازارىتى")
    assert len(fitted.lines) == 2
    assert " ".join(lines(fitted)) == "شىنجاڭ ئۇيغۇر ئاپتونوم رايونلۇق سودا نازارىتى"


def test_a_shaped_word_is_never_torn_however_narrow_the_box(typesetter: Typesetter) -> None:
    fitted = typesetter.fit(replace(ORGANIZATION, width=10), "ئۇيغۇرئاپتونوم شىنجاڭ")
    assert not fitted.fits
    assert lines(fitted) == ["ئۇيغۇرئاپتونوم", "شىنجاڭ"]


def test_words_from_the_right_are_laid_out_from_the_right(typesetter: Typesetter) -> None:
    (line,) = typesetter.fit(LINE, "阿布（ئابلىز）").lines
    names = [glyph.font_name for glyph in line.glyphs]
    assert names == ["sans"] * 3 + ["arabic"] * 6 + ["sans"]
    (alone,) = typesetter.fit(LINE, "ئابلىز").lines
    assert line.glyphs[3:9] == alone.glyphs
    assert not line.in_order


def test_the_width_is_that_of_the_glyphs(typesetter: Typesetter) -> None:
    for text in ("ئابلىز · 阿布力孜", "阿布 ئابلىز 12", "שלום", "ɛ̃a", "ئابلىز قۇربان"):
        (line,) = typesetter.fit(LINE, text).lines
        drawn = sum(
            glyph.before
            + pdfmetrics.getFont(glyph.font_name).em_width(glyph.character)
            + glyph.after
            for glyph in line.glyphs
        )
        assert line.width == pytest.approx(drawn)


def test_a_shaped_word_keeps_its_distance_from_chinese(typesetter: Typesetter) -> None:
    both = width(typesetter, "阿ئابلىز布")
    assert both == pytest.approx(2 + width(typesetter, "ئابلىز") + 2 * 0.07)


def test_letters_that_join_are_not_spaced_out(typesetter: Typesetter) -> None:
    spaced = replace(LINE, tracking=0.1)
    assert typesetter.fit(spaced, "ئابلىز").lines == typesetter.fit(LINE, "ئابلىز").lines
    two = typesetter.fit(spaced, "ɛ̃ɛ̃").lines[0].width
    assert two == pytest.approx(width(typesetter, "ɛ̃ɛ̃") + 0.1)


def test_a_word_with_a_loose_mark_is_set_in_one_face(typesetter: Typesetter) -> None:
    for role, face in (("sans", "letters"), ("bold", "letters-bold"), ("song", "serif")):
        (line,) = typesetter.fit(replace(LINE, role=role), "Kɔ̀kú 王").lines
        words = [glyph.font_name for glyph in line.glyphs[:-2]]
        assert words == [face] * len("Kɔkú")


def test_a_mark_on_a_chinese_character_harms_nothing(typesetter: Typesetter) -> None:
    fitted = typesetter.fit(LINE, "李\u0301刚")
    assert (fitted.missing, lines(fitted)) == ((), ["李\u0301刚"])


def test_joiners_and_selectors_are_part_of_their_word(typesetter: Typesetter) -> None:
    fitted = typesetter.fit(LINE, "مي\u200cخواهم")
    assert (fitted.missing, lines(fitted)) == ((), ["مي\u200cخواهم"])


def test_scripts_nothing_here_shapes_are_still_missing(typesetter: Typesetter) -> None:
    assert typesetter.fit(LINE, "ئابلىز ไทย").missing == ("ไ", "ท", "ย")
    assert typesetter.fit(LINE, "ئابلىز \U0002fa1f").missing == ("\U0002fa1f",)


def test_without_a_font_of_the_script_its_letters_are_missing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(system_fonts, "font_folders", lambda: (tmp_path,))
    monkeypatch.setattr(pdfmetrics, "_fonts", dict(pdfmetrics._fonts))
    for source in shipped("resources", "fonts").glob("*.ttf"):
        if source.stem in ("sans", "bold", "song", "kai", "serif"):
            (tmp_path / source.name).symlink_to(source)
    alone = Typesetter(FontBook(tmp_path))
    fitted = alone.fit(LINE, "བོད་ 王 ئا Š")
    assert fitted.missing == ("བ", "ོ", "ད", "་", "ئ", "ا")


@given(st.text(st.sampled_from("李刚·（），A1 ئابتۇ123 שלɛ\u0303\u200b"), max_size=40))
def test_every_glyph_is_set_once_and_every_fit_is_inside_its_box(text: str) -> None:
    typesetter = Typesetter(fonts.load())
    for style in (NAME, ORGANIZATION, LINE):
        fitted = typesetter.fit(style, text)
        kept = "".join(lines(fitted)).replace("\u200b", "")
        assert kept.replace(" ", "") == fonts.composed(text).replace(" ", "").replace("\u200b", "")
        if fitted.fits and fitted.lines:
            measure = style.width * POINTS_PER_MM
            assert max(line.width for line in fitted.lines) * fitted.size <= measure + 0.01
