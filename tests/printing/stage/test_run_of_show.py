"""The run of show, read back the way people and machines read it."""

from dataclasses import replace
from datetime import time
from io import BytesIO
from itertools import pairwise

import pypdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qhsign.domain.stage_papers import HostWords, RunOfShow, ShowStep
from qhsign.printing.stage.host_words import HostLine
from qhsign.printing.stage.run_of_show import render_run_of_show, show_pages
from qhsign.printing.stage.show_rows import ShowRow
from qhsign.wording import Language, say
from support.printed import set_text
from support.stage_prints import NOWHERE, Box, StagePrint, printed
from support.stage_samples import LONG_ORGANIZATION, LONG_TITLE, NAMES, SHOW, STEPS, host_words

ROOM = 271.2 - 34.06
LINE = 11.5 * 1.6 * 25.4 / 72
HEADINGS = "序时间分钟环节与内容大屏音响灯光责任"


def show_of(show: RunOfShow, language: Language = Language.CHINESE) -> StagePrint:
    return printed(render_run_of_show, show, language)


def show_with(*steps: ShowStep) -> StagePrint:
    return show_of(replace(SHOW, steps=steps))


@pytest.fixture(scope="module")
def sample() -> StagePrint:
    return show_of(SHOW)


def below(made: StagePrint, pinyin: str, name: str) -> Box:
    """Return where the characters below a reading stand."""
    reading = made.box(pinyin)
    return min(
        made.boxes(name), key=lambda box: abs(box.x - reading.x) + abs(box.top - reading.bottom)
    )


def everything(show: RunOfShow) -> list[str]:
    said = [show.facts.what_for, show.facts.activity, show.facts.place]
    for step in show.steps:
        said += [f"{step.clock:%H:%M}", step.title, step.content]
        said += [step.screen, step.sound, step.responsible]
        if step.host_words is not None:
            said += step.host_words.text.split("\n")
            said += [each.pinyin for each in step.host_words.readings]
    return said


def test_the_text_read_back_is_the_data(sample: StagePrint) -> None:
    assert (sample.run.pages, sample.run.findings) == (1, ())
    for said in everything(SHOW):
        assert set_text(said) in sample.pages[0]
        assert set_text(said) in sample.other_pages[0]


def test_the_same_show_is_the_same_bytes(sample: StagePrint) -> None:
    assert show_of(SHOW).pdf == sample.pdf
    sample.check_fonts()
    information = pypdf.PdfReader(BytesIO(sample.pdf)).metadata
    assert information is not None
    assert information.title == "流程单　重点项目现场签约（3批，18项）"


def test_steps_stand_in_order_with_their_minutes_added_up(sample: StagePrint) -> None:
    clocks = [sample.box(f"{step.clock:%H:%M}") for step in STEPS]
    assert [box.y for box in clocks] == sorted(box.y for box in clocks)
    assert {round(box.left, 1) for box in clocks} == {round(clocks[0].left, 1)}
    assert f"合计{sum(step.minutes for step in STEPS)}分钟。" in sample.pages[0]
    for clock, step in zip(clocks, STEPS, strict=True):
        beside = [box for box in sample.boxes(step.title) if abs(box.y - clock.y) < 1]
        assert beside[0].left == pytest.approx(54, abs=0.3)


def test_a_row_is_as_deep_as_its_texts(sample: StagePrint) -> None:
    clocks = [sample.box(f"{step.clock:%H:%M}").y for step in STEPS]
    depths = [below - above for above, below in pairwise(clocks)]
    one_line, two_lines = 12.97, 12.97 + 8.2 * 1.34 * 25.4 / 72
    words = 2.95 + 1.95
    assert depths[0] == pytest.approx(one_line, abs=0.2)
    assert depths[2] == pytest.approx(one_line + 2 * LINE + words, abs=0.2)
    assert depths[5] == pytest.approx(two_lines, abs=0.2)
    assert depths[6] == pytest.approx(two_lines + 3 * LINE + words, abs=0.2)


def test_a_bar_stands_at_the_left_of_key_steps_only(sample: StagePrint) -> None:
    picture = sample.picture()
    x = round((14 + 0.6) / 25.4 * 110)
    marked = []
    for step in STEPS:
        y = round(sample.box(f"{step.clock:%H:%M}").y / 25.4 * 110)
        marked.append(picture.getpixel((x, y)) == (0x0B, 0x6E, 0x78))
    assert marked == [step.is_key for step in STEPS]
    plain = show_with(*(replace(step, is_key=False) for step in STEPS))
    assert "左侧色条" not in plain.pages[0]
    assert "左侧色条" in sample.pages[0]


@pytest.mark.parametrize(
    ("name", "pinyin"), [("仇", "qiú"), ("尉迟", "yùchí"), ("单", "shàn"), ("缪", "miào")]
)
def test_pinyin_stands_above_the_middle_of_its_characters(
    sample: StagePrint, name: str, pinyin: str
) -> None:
    characters, above = below(sample, pinyin, name), sample.box(pinyin)
    assert above.x == pytest.approx(characters.x, abs=0.35)
    assert -0.6 <= characters.top - above.bottom < 1.5


def test_readings_side_by_side_never_run_into_each_other() -> None:
    words = host_words(
        "请单缪、仇任、解尉迟曾澹台就位。",
        ("单", "shàn"), ("缪", "miào"), ("仇", "qiú"), ("任", "rén"),
        ("解", "xiè"), ("尉迟", "yùchí"), ("曾", "zēng"), ("澹台", "tántái"),
    )  # fmt: skip
    made = show_with(replace(STEPS[2], host_words=words))
    assert made.run.findings == ()
    readings = [made.box(each.pinyin) for each in words.readings]
    for before, after in pairwise(readings):
        assert after.left - before.right > 0.3
    for each, reading in zip(words.readings, readings, strict=True):
        name = words.text[each.start : each.start + each.length]
        assert reading.x == pytest.approx(below(made, each.pinyin, name).x, abs=0.35)
    assert set_text(words.text) in made.pages[0]


def test_lines_end_after_punctuation_and_are_of_about_equal_width() -> None:
    clauses = (
        "请青海省人民政府副秘书长王冬先生和省商务厅副厅长李刚先生上台见证，",
        "请金川集团张弘靓女士见证，",
        "请西部矿业吴彦博先生见证。",
    )
    made = show_with(replace(STEPS[2], host_words=HostWords("".join(clauses))))
    first = made.box("请青海省人民政府副秘书长")
    second, third = made.box("请金川集团"), made.box("请西部矿业")
    assert second.y - first.y == pytest.approx(LINE, abs=0.1)
    assert second.left == pytest.approx(first.left, abs=0.2)
    assert third.y == pytest.approx(second.y, abs=0.1)


def test_only_a_clause_wider_than_a_line_is_broken_inside() -> None:
    long = (
        "本次签约仪式共有一百零四个项目涉及新能源装备制造绿色算力盐湖化工生态旅游现代农牧业等领域，"
    )
    made = show_with(replace(STEPS[2], host_words=HostWords(f"{long}谢谢。")))
    assert set_text(f"{long}谢谢。") in made.pages[0]
    assert made.ink().right < 196.6
    assert made.box("谢谢。").y > made.box("本次签约仪式").y


def test_a_reading_moves_with_its_characters_to_the_next_line() -> None:
    text = "请各位领导和嘉宾在前排就座并起立鼓掌欢迎签约代表上台现在请尉迟海先生单志强先生上台。"
    words = host_words(text, ("尉迟", "yùchí"), ("单", "shàn"))
    made = show_with(replace(STEPS[2], host_words=words))
    for name, pinyin in (("尉迟", "yùchí"), ("单", "shàn")):
        characters, above = below(made, pinyin, name), made.box(pinyin)
        assert above.x == pytest.approx(characters.x, abs=0.35)
        assert 0 < characters.y - above.y < LINE


def test_sixty_steps_stand_once_and_in_order_under_repeated_headings() -> None:
    steps = [
        replace(
            STEPS[place % 11], title=f"环节甲{place + 1}乙", clock=time(8 + place // 6, place % 6)
        )
        for place in range(60)
    ]
    made = show_of(replace(SHOW, steps=steps))
    assert made.run.findings == ()
    assert made.run.pages > 4
    read = "".join(made.pages)
    places = [read.index(set_text(step.title)) for step in steps]
    assert places == sorted(places)
    assert all(read.count(set_text(step.title)) == 1 for step in steps)
    for page, text in enumerate(made.pages, start=1):
        assert HEADINGS in text
        assert f"第{page}页，共{made.run.pages}页" in text
        assert "总指挥____" in text
        assert (f"合计{sum(step.minutes for step in steps)}分钟。" in text) is (
            page == len(made.pages)
        )
        assert made.ink(page - 1).bottom < 288
    assert made.bookmarks == [f"{step.clock:%H:%M}　{step.title}" for step in steps]


def test_words_longer_than_a_page_break_between_their_lines() -> None:
    text = "\n".join(f"请第{place}位见证人仇素云女士上台就位。" for place in range(1, 121))
    step = replace(STEPS[2], host_words=HostWords(text), is_key=True)
    made = show_with(STEPS[0], step, STEPS[3])
    assert (made.run.pages, made.run.findings) == (4, ())
    read = "".join(made.pages)
    places = [read.index(f"请第{place}位") for place in range(1, 121)]
    assert places == sorted(places)
    assert read.count("位见证人仇素云女士") == 120
    assert all(text.count("位见证人仇素云女士") >= 2 for text in made.pages)
    assert ["主持词（续）" in text for text in made.pages] == [False, True, True, True]
    assert read.count("介绍出席的领导和嘉宾") == 1
    assert len(made.bookmarks) == 3


ROWS = st.lists(st.tuples(st.floats(8, 60), st.integers(0, 90)), max_size=25)


@given(ROWS)
def test_every_line_of_every_step_stands_once_in_order(made: list[tuple[float, int]]) -> None:
    rows = [
        ShowRow(number, STEPS[0], head, [HostLine(f"{number}.{line}") for line in range(lines)])
        for number, (head, lines) in enumerate(made)
    ]
    pages = show_pages(rows)
    parts = [part for page in pages for part in page]
    assert [part.number for part in parts if part.begins] == [row.number for row in rows]
    assert [line for part in parts for line in part.lines] == [
        line for row in rows for line in row.lines
    ]
    for page in pages:
        assert page
        assert sum(part.depth for part in page) <= ROOM + 1e-6
    for row in rows:
        own = [part for part in parts if part.number == row.number]
        if row.depth <= ROOM:
            assert len(own) == 1
        else:
            assert all(len(part.lines) >= 2 for part in own)


def test_a_show_without_steps_says_what_to_do() -> None:
    made = show_of(replace(SHOW, steps=()))
    assert (made.run.pages, made.run.findings) == (1, ())
    assert set_text(say("show-none")) in made.pages[0]
    assert "合计" not in made.pages[0]


def test_the_longest_texts_make_their_row_deeper() -> None:
    step = ShowStep(
        clock=time(9, 5),
        minutes=0,
        title=LONG_TITLE,
        content=LONG_TITLE * 3,
        screen=LONG_ORGANIZATION,
        sound=LONG_ORGANIZATION,
        responsible="礼宾组、翻译组、播控组",
        host_words=HostWords("、".join(f"请{name}先生" for name in NAMES) + "上台。"),
    )
    made = show_with(step, STEPS[0])
    assert made.run.findings == ()
    read = made.pages[0]
    for said in (LONG_TITLE * 3, LONG_ORGANIZATION, step.responsible):
        assert set_text(said) in read
    for name in NAMES:
        assert set_text(name) in read
    assert made.ink().right < 196.6
    assert made.box("欢迎画面").y > made.box("礼宾组、").y + 30


def test_a_character_no_font_has_is_named_with_its_step() -> None:
    step = replace(
        STEPS[2], host_words=HostWords(f"请单{NOWHERE}先生上台。"), title=f"开{NOWHERE}场"
    )
    made = show_with(STEPS[0], step)
    assert {(each.subject, each.field, each.code) for each in made.run.findings} == {
        ("第2环节", "title", "print-glyph-missing"),
        ("第2环节", "host-words", "print-glyph-missing"),
    }
    assert "请单＿先生上台。" in made.pages[0]


def test_the_show_speaks_english() -> None:
    made = show_of(SHOW, Language.ENGLISH)
    assert made.run.findings == ()
    for words in ("Run of show", "Sound and light", "90 minutes in all", "Director", "2024-07-11"):
        assert set_text(words) in made.pages[0]
    for words in ("主持词", "总指挥", "分钟。左侧", "序时间"):
        assert words not in made.pages[0]
