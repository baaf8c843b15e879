"""The change slip, read back the way people and machines read it."""

from dataclasses import replace
from io import BytesIO

import pypdf
import pytest

from qhsign.domain.stage_papers import ChangeSlip, SlipPerson, SlipState
from qhsign.printing.stage.change_slip import render_change_slip, render_change_slips
from qhsign.wording import Language, say
from support.printed import set_text
from support.stage_prints import NOWHERE, StagePrint, printed
from support.stage_samples import FACTS, SLIP

TICK_BOX = 4.6
LONG_NAME = "阿卜杜热合曼·努尔买买提江·吐尔逊阿依古丽·阿布都克里木"
LONG_OFFICE = "中国电力建设集团西北勘测设计研究院有限公司青海分公司暨共和县绿色算力产业发展联合体"


def slip_of(slip: ChangeSlip, language: Language = Language.CHINESE) -> StagePrint:
    return printed(render_change_slip, slip, language)


@pytest.fixture(scope="module")
def sample() -> StagePrint:
    return slip_of(SLIP)


def test_the_text_read_back_is_the_data(sample: StagePrint) -> None:
    assert (sample.run.pages, sample.run.findings) == (1, ())
    people = [SLIP.replaced, SLIP.substitute]
    said = [SLIP.event, SLIP.contract, SLIP.title, SLIP.organization, SLIP.approver]
    said += [part for each in people for part in (each.name, each.title, each.organization)]
    said += [part for each in SLIP.things for part in (each.kind, each.of, each.instead)]
    said += ["授权委托书已核", "2024-07-1114:05", SLIP.entered_by, FACTS.activity, "7月11日"]
    for words in said:
        assert set_text(words) in sample.pages[0]
        assert set_text(words) in sample.other_pages[0]


def test_the_same_slip_is_the_same_bytes(sample: StagePrint) -> None:
    assert slip_of(SLIP).pdf == sample.pdf
    sample.check_fonts()
    information = pypdf.PdfReader(BytesIO(sample.pdf)).metadata
    assert information is not None
    assert information.title == "变更单　重点项目现场签约·第一批（6项）"


def test_everything_has_a_box_and_what_is_done_is_ticked(sample: StagePrint) -> None:
    assert sample.squares(TICK_BOX) == len(SLIP.things)
    assert sample.ticks() == 1
    assert "7项，待重印5项" in sample.pages[0]
    box = sample.box("已重印")
    assert box.y == pytest.approx(sample.box("台位图").y, abs=1.0)
    undone = [replace(each, state=SlipState.OPEN) for each in SLIP.things]
    assert slip_of(replace(SLIP, things=undone)).ticks() == 0


def test_who_goes_stands_at_the_left_of_who_comes(sample: StagePrint) -> None:
    went, comes = sample.box(say("slip-replaced")), sample.box(say("slip-substitute"))
    assert went.right < comes.left
    assert went.y == pytest.approx(comes.y, abs=0.2)
    assert sample.box("经办").y > sample.box("签约证书").y


def test_a_long_list_goes_on_with_headings_and_is_signed_once() -> None:
    things = [replace(each, of=f"{each.of}{n}") for n in range(6) for each in SLIP.things]
    made = slip_of(replace(SLIP, things=things, facts=replace(FACTS, is_demo=True)))
    assert made.run.pages == len(made.pages) > 1
    assert sum(made.squares(TICK_BOX, page) for page in range(len(made.pages))) == len(things)
    for number, page in enumerate(made.pages, start=1):
        assert f"第{number}页，共{len(made.pages)}页" in page
        assert say("demonstration-mark") in page
        assert "作废版次" in page
        assert (say("slip-sign-handled") in page) is (number == len(made.pages))
    assert "（续）" in made.pages[1]
    assert "签约证书" in made.pages[-1], "no signature stands alone on a page"


def test_long_names_and_offices_stay_on_the_page_whole() -> None:
    person = SlipPerson(LONG_NAME, "党委副书记、董事、总经理兼事业部执行董事", LONG_OFFICE, "00412")
    title = f"{SLIP.title}与{'绿色算力一体化示范' * 4}"
    made = slip_of(
        replace(SLIP, title=title, organization=LONG_OFFICE, replaced=person, substitute=person)
    )
    assert (made.run.pages, made.run.findings) == (1, ())
    for words in (LONG_NAME, LONG_OFFICE, title, person.title):
        assert set_text(words) in made.pages[0]
    ink = made.ink()
    assert ink.left >= 13.5
    assert ink.right <= 196.5


def test_rare_characters_are_set_and_what_no_font_has_is_found_by_name() -> None:
    rare = replace(SLIP.substitute, name="𠮷䶮㛃")
    made = slip_of(replace(SLIP, substitute=rare))
    assert made.run.findings == ()
    assert "𠮷䶮㛃" in made.pages[0]
    name = f"李{NOWHERE}"
    made = slip_of(replace(SLIP, substitute=replace(rare, name=name)))
    (found,) = made.run.findings
    assert (found.subject, found.field, found.code) == (name, "name", "print-glyph-missing")


def test_nothing_printed_before_is_said() -> None:
    made = slip_of(replace(SLIP, things=()))
    assert set_text(say("slip-things-none")) in made.pages[0]
    assert (made.squares(TICK_BOX), "作废版次" in made.pages[0]) == (0, False)
    assert say("slip-sign-handled") in made.pages[0]


def test_several_slips_have_pages_of_their_own() -> None:
    other = replace(SLIP, contract="QH25-QY-0001", facts=replace(FACTS, version=7))
    made = printed(render_change_slips, [SLIP, other])
    assert len(made.pages) == 2
    assert "第7版" in made.pages[1]
    assert [mark[:12] for mark in made.bookmarks] == ["QH25-QY-0005", "QH25-QY-0001"]


def test_it_speaks_english_too() -> None:
    made = slip_of(SLIP, Language.ENGLISH)
    assert "Letterofauthorisationseen" in made.pages[0]
    assert "Pageof" not in made.pages[0]
    assert "变更单" not in made.pages[0]
