"""Readings above names: lines that wrap, nothing lost, nothing parted that belongs together."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QFontMetricsF, QImage
from PySide6.QtWidgets import QApplication

from qhsign.domain.host_reading import with_readings
from qhsign.domain.stage_papers import HostWords, Reading
from qhsign.ui.shared.ruby_lines import RubyLine, ruby_lines
from qhsign.ui.shared.ruby_text import RubyText
from qhsign.ui.theme import Look

TEXT = "请见证人仇素云女士、尉迟海先生上台就位。\n请各位签约代表签字。"
WORDS = HostWords(TEXT, (Reading(4, 1, "qiú"), Reading(10, 2, "yùchí")))
PX = 20


@pytest.fixture(scope="module")
def bare(qapp: QApplication) -> Look:
    return Look()


def lines_of(look: Look, words: HostWords, width: float) -> list[RubyLine]:
    return ruby_lines(words, QFontMetricsF(look.font(PX)), QFontMetricsF(look.font(12)), width, PX)


def texts(lines: list[RubyLine]) -> list[str]:
    return ["".join(piece.text for piece in line) for line in lines]


def made(look: Look, words: HostWords, width: int = 420) -> RubyText:
    text = RubyText(look, PX)
    text.set_words(words)
    text.resize(width, text.heightForWidth(width))
    return text


@settings(max_examples=60, deadline=None)
@given(
    st.text(alphabet="请仇尉迟𬀩、。（）ab 1\nཀ", min_size=1, max_size=40),
    st.integers(0, 39),
    st.integers(1, 3),
    st.integers(10, 400),
)
def test_every_character_stands_in_some_line_in_its_order(
    bare: Look, text: str, start: int, length: int, width: int
) -> None:
    is_inside = start + length <= len(text) and "\n" not in text[start : start + length]
    words = HostWords(text, (Reading(start, length, "yùchí"),) if is_inside else ())
    lines = lines_of(bare, words, width)
    assert "".join(texts(lines)) == text.replace("\n", "")
    for line in lines:
        for piece in line:
            assert text[piece.start : piece.start + len(piece.text)] == piece.text
    read = [piece for line in lines for piece in line if piece.reading]
    assert len(read) == len(words.readings)


@pytest.mark.parametrize("width", range(60, 460, 20))
def test_a_name_with_a_reading_is_never_parted(bare: Look, width: int) -> None:
    lines = lines_of(bare, WORDS, width)
    assert any("尉迟" in line for line in texts(lines))
    for line in lines:
        assert sum(piece.width for piece in line) <= width + 0.3 * PX
    assert not any(line.startswith(("、", "。")) for line in texts(lines))


def test_no_line_ends_inside_a_name(bare: Look) -> None:
    words = with_readings("请见证人仇素云、Anna Maria上台。", [("仇素云", ()), ("Anna Maria", ())])
    for width in range(80, 300, 10):
        lines = texts(lines_of(bare, words, width))
        assert any("仇素云" in line for line in lines)
        if width > 110:
            assert any("Anna Maria" in line for line in lines)


def test_neighbouring_readings_do_not_touch(bare: Look) -> None:
    words = HostWords("庄张双", tuple(Reading(n, 1, "zhuāng") for n in range(3)))
    (line,) = lines_of(bare, words, 400)
    ends = 0.0
    x = 0.0
    for piece in line:
        centre = x + piece.width / 2
        if x:
            assert centre - piece.reading_width / 2 > ends
        ends = centre + piece.reading_width / 2
        x += piece.width


def test_a_word_longer_than_the_line_is_parted_between_characters(bare: Look) -> None:
    words = HostWords("Llanfairpwllgwyngyllgogerychwyrndrobwll", (Reading(0, 39, "x"),))
    lines = lines_of(bare, words, 120)
    assert len(lines) > 2
    assert [piece.reading for line in lines for piece in line].count("x") == 1


def test_a_rare_character_counts_as_one(look: Look) -> None:
    look.load_rare_characters()
    words = HostWords("请𬀩先生、仇女士就位。", (Reading(1, 1, "wěi"), Reading(5, 1, "qiú")))
    text = made(look, words)
    assert text.lines == ["请𬀩先生、仇女士就位。"]
    assert text.accessibleName() == "请𬀩（wěi）先生、仇（qiú）女士就位。"


def test_the_height_follows_the_width_and_the_size(look: Look) -> None:
    text = made(look, WORDS)
    wide, narrow = text.heightForWidth(800), text.heightForWidth(200)
    assert narrow > wide
    text.set_pixels(40)
    assert text.heightForWidth(800) > wide
    assert text.heightForWidth(800) >= len(text.lines)


def test_an_empty_line_keeps_its_room_and_no_words_need_none(look: Look) -> None:
    assert made(look, HostWords("一\n\n二")).lines == ["一", "", "二"]
    assert made(look, HostWords("")).lines == [""]


def test_what_nobody_confirmed_is_marked_without_colour_alone(look: Look) -> None:
    text = made(look, WORDS)
    before = text.grab().toImage()
    text.set_words(WORDS, {4})
    after = text.grab().toImage()
    warn = look.colour("warn")
    assert not _has(before, warn)
    assert _has(after, warn)
    # The broken line stands below the characters of the first line, where nothing stood before.
    rect = text.line_rect(0)
    below = range(round(rect.bottom()) - 4, round(rect.bottom()))
    assert any(
        after.pixelColor(x, y) != before.pixelColor(x, y) for y in below for x in range(80, 140)
    )


def _has(picture: QImage, colour: QColor) -> bool:
    return any(
        picture.pixelColor(x, y) == colour
        for y in range(picture.height())
        for x in range(picture.width())
    )
