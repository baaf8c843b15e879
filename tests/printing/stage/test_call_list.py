"""The call list, read back the way people and machines read it."""

from dataclasses import replace
from datetime import datetime
from io import BytesIO
from itertools import pairwise

import pypdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qhsign.domain.stage_papers import CallList, CallTick
from qhsign.domain.stage_terms import TextStep, Viewpoint
from qhsign.printing.stage.call_list import call_pages, render_call_list
from qhsign.printing.stage.call_rows import ROW_OF_TWO, CallRow
from qhsign.wording import Language, say
from support.printed import set_text
from support.stage_prints import NOWHERE, StagePrint, printed
from support.stage_samples import CALL_LIST, FACTS, NAMES, ZONE, call

ROOM = 6 * ROW_OF_TWO
SMALL_BOX, TICK_BOX = 3.0, 4.6


def list_of(call_list: CallList, language: Language = Language.CHINESE) -> StagePrint:
    return printed(render_call_list, call_list, language)


@pytest.fixture(scope="module")
def sample() -> StagePrint:
    return list_of(CALL_LIST)


def everything(call_list: CallList) -> list[str]:
    said = [call_list.facts.what_for, call_list.facts.activity]
    for contract in call_list.contracts:
        said += [contract.number, contract.title, contract.amount]
        for party in contract.parties:
            said += [party.organization, party.signatory, party.post, party.assistant]
    return said


def test_the_text_read_back_is_the_data(sample: StagePrint) -> None:
    assert (sample.run.pages, sample.run.findings) == (1, ())
    for said in everything(CALL_LIST):
        assert set_text(said) in sample.pages[0]
        assert set_text(said) in sample.other_pages[0]


def test_the_same_list_is_the_same_bytes(sample: StagePrint) -> None:
    assert list_of(CALL_LIST).pdf == sample.pdf
    sample.check_fonts()
    information = pypdf.PdfReader(BytesIO(sample.pdf)).metadata
    assert information is not None
    assert information.title == "候场清单　重点项目现场签约·第一批"


def test_the_strip_counts_down_to_the_stage(sample: StagePrint) -> None:
    for label, clock in (("T−30", "14:50"), ("T−15", "15:05"), ("T−5", "15:15"), ("上台", "15:20")):
        word, time = sample.boxes(label)[0], sample.box(clock)
        assert word.right < time.left
        assert 0 < time.x - word.x < 45.5
    over_midnight = replace(
        CALL_LIST,
        on_stage=datetime(2024, 7, 11, 0, 10, tzinfo=ZONE),
        alarms=(5, 45, 20),
        viewpoint=Viewpoint.STAGE,
    )
    made = list_of(over_midnight)
    clocks = [made.box(clock).x for clock in ("23:25", "23:50", "00:05", "00:10")]
    assert clocks == sorted(clocks)
    assert "T−5仍缺席者" in made.pages[0]
    assert "台上视角：主左客右" in made.pages[0]


def test_without_alarms_the_strip_shows_the_stage_only() -> None:
    made = list_of(replace(CALL_LIST, alarms=()))
    assert "T−" not in made.pages[0]
    assert "15:20" in made.pages[0]
    assert "到一项，勾一格。" in made.pages[0]


def test_a_box_is_ticked_where_the_data_knows_it(sample: StagePrint) -> None:
    contracts = CALL_LIST.contracts
    asked = sum(len(TextStep) - len(each.needless) + 1 for each in contracts)
    replaced = [each for each in contracts if each.authorised is not None]
    assert sample.squares(SMALL_BOX) == asked + len(replaced)
    assert sample.squares(TICK_BOX) == len(CallTick) * sum(len(each.parties) for each in contracts)
    known = sum(len(each.done) + each.certificate_printed for each in contracts)
    assert sample.ticks() == known + len(replaced)
    came = frozenset({CallTick.ARRIVED, CallTick.BADGE})
    arrived = [
        replace(each, parties=[replace(party, ticked=came) for party in each.parties])
        for each in contracts
    ]
    assert list_of(replace(CALL_LIST, contracts=arrived)).ticks() == sample.ticks() + 2 * 12


def test_a_step_a_contract_does_not_go_through_is_a_dash(sample: StagePrint) -> None:
    assert sample.pages[0].count("翻译—") == len(CALL_LIST.contracts)
    with_translation = replace(CALL_LIST.contracts[0], needless=frozenset())
    made = list_of(replace(CALL_LIST, contracts=[with_translation]))
    assert "翻译—" not in made.pages[0]
    assert "翻译" in made.pages[0]


def test_a_substitute_is_named_with_the_authorisation(sample: StagePrint) -> None:
    sentence = say("call-substitute")
    assert sample.box(sentence).y > sample.box("海南州盐湖镁资源综合利用与节能环保项目").y
    unseen = replace(CALL_LIST.contracts[4], authorised=False)
    made = list_of(replace(CALL_LIST, contracts=[unseen]))
    assert sentence in made.pages[0]
    assert made.ticks() == len(unseen.done) + 1


def test_six_contracts_stand_at_equal_depths_with_guests_first(sample: StagePrint) -> None:
    numbers = [sample.box(each.number).y for each in CALL_LIST.contracts]
    steps = [below - above for above, below in pairwise(numbers)]
    assert steps == pytest.approx([ROW_OF_TWO] * 5, abs=0.2)
    for contract in CALL_LIST.contracts:
        guest, host = (
            sample.boxes(party.organization.replace("\u200b", ""))[0] for party in contract.parties
        )
        assert guest.y < host.y


def test_the_counts_are_those_of_the_list(sample: StagePrint) -> None:
    assert "应到12人（签约代表），助签12人。" in sample.pages[0]
    first, second = CALL_LIST.contracts[0].parties
    alone = replace(
        CALL_LIST.contracts[0],
        parties=(replace(first, signatory=""), replace(second, assistant="")),
    )
    made = list_of(replace(CALL_LIST, contracts=[alone]))
    assert "应到1人（签约代表），助签1人。" in made.pages[0]


def test_an_agreement_without_an_amount_prints_none() -> None:
    made = list_of(replace(CALL_LIST, contracts=[replace(CALL_LIST.contracts[0], amount="")]))
    assert "亿元" not in made.pages[0]


def test_a_list_without_contracts_says_what_to_do() -> None:
    made = list_of(replace(CALL_LIST, contracts=()))
    assert (made.run.pages, made.run.findings) == (1, ())
    assert set_text(say("call-none")) in made.pages[0]


def test_eighteen_contracts_take_three_pages_each_with_its_head_and_signatures() -> None:
    contracts = [
        replace(CALL_LIST.contracts[place % 6], table=place + 1, number=f"QH25-QY-{place:04}")
        for place in range(18)
    ]
    made = list_of(replace(CALL_LIST, contracts=contracts, facts=replace(FACTS, is_demo=True)))
    assert made.run.pages == 3
    for page, text in enumerate(made.pages):
        assert [f"QH25-QY-{place:04}" in text for place in range(18)] == [
            place // 6 == page for place in range(18)
        ]
        for words in ("候场清单", "14:50", "签约代表职务", "交接时间", "演示数据"):
            assert words in text
        assert f"第{page + 1}页，共3页" in text
    assert [mark.split("　")[0] for mark in made.bookmarks] == [f"{n}号台" for n in range(1, 19)]


def test_the_longest_names_titles_and_organizations_have_room() -> None:
    call_list = replace(CALL_LIST, contracts=[call(number, 2) for number in range(1, 8)])
    made = list_of(call_list)
    assert made.run.findings == ()
    read = "".join(made.pages)
    for said in everything(call_list):
        assert set_text(said) in read
    assert all(made.ink(page).right < 196.5 for page in range(made.run.pages))


def test_more_parties_make_the_row_deeper_and_keep_their_letters() -> None:
    many = call(
        2, 5, title="环青海湖生态文化旅游示范项目", organization="黄河上游水电开发有限责任公司"
    )
    made = list_of(replace(CALL_LIST, contracts=[CALL_LIST.contracts[0], many]))
    assert (made.run.pages, made.run.findings) == (1, ())
    parties = [made.box(letter).y for letter in "甲乙丙丁戊"]
    assert parties == sorted(parties)
    assert made.box("QH25-QY-0002").y < parties[0]
    assert made.squares(TICK_BOX) == 4 * 7
    # Those of two parties are told by their sides.
    assert len(made.boxes("客")) == 1 + made.pages[0].count("客左主右")


def test_a_contract_deeper_than_a_page_goes_on_with_its_title() -> None:
    made = list_of(replace(CALL_LIST, contracts=[call(1, 30, organization="黄河上游")]))
    assert made.run.pages == 2
    assert "（续）" in made.pages[1]
    assert "（续）" not in made.pages[0]
    assert sum(made.squares(TICK_BOX, page) for page in range(2)) == 4 * 30
    assert sum(made.squares(SMALL_BOX, page) for page in range(2)) == 8
    assert len(made.bookmarks) == 1


@given(
    st.lists(st.lists(st.sampled_from([8.3, 10.2]), max_size=20), max_size=30),
    st.sampled_from([0.0, 3.6]),
)
def test_every_contract_stands_once_in_order_on_pages_that_hold_it(
    contracts: list[list[float]], second_line: float
) -> None:
    contract = CALL_LIST.contracts[0]
    party = contract.parties[0]
    rows = [
        CallRow(replace(contract, table=number), [party] * len(steps), steps, second_line)
        for number, steps in enumerate(contracts)
    ]
    pages = call_pages(rows)
    assert [row for page in pages for row in page] == rows
    for page in pages:
        assert sum(row.depth for row in page) <= ROOM + 1e-6 or len(page) == 1
    for page, following in pairwise(pages):
        assert sum(row.depth for row in page) + following[0].depth > ROOM


def test_what_is_wrong_is_named_with_table_contract_and_party() -> None:
    first, second = CALL_LIST.contracts[0].parties
    wrong = replace(
        CALL_LIST.contracts[0],
        title="青" * 200,
        parties=(
            replace(first, signatory=f"宋{NOWHERE}鹏"),
            replace(second, organization="海" * 300),
        ),
    )
    made = list_of(replace(CALL_LIST, contracts=[wrong]))
    assert {(each.subject, each.field, each.code) for each in made.run.findings} == {
        ("1号台 QH25-QY-0001", "title", "print-overflow"),
        ("1号台 QH25-QY-0001 客", "signatory", "print-glyph-missing"),
        ("1号台 QH25-QY-0001 主", "organization", "print-overflow"),
    }
    assert "宋＿鹏" in made.pages[0]


def test_rare_and_foreign_names_read_as_they_are() -> None:
    contract = CALL_LIST.contracts[0]
    for name in NAMES:
        party = replace(contract.parties[0], signatory=name, assistant=name)
        made = list_of(replace(CALL_LIST, contracts=[replace(contract, parties=(party,))]))
        assert made.pages[0].count(set_text(name)) == 2
        assert made.run.findings == ()


def test_the_list_speaks_english() -> None:
    made = list_of(CALL_LIST, Language.ENGLISH)
    assert made.run.findings == ()
    for words in ("Call list", "On stage", "From the hall: guests left", "transl. —", "Handover"):
        assert set_text(words) in made.pages[0]
    for words in ("候场", "助签", "定稿", "号台"):
        assert words not in made.pages[0]
