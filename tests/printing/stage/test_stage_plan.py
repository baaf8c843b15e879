"""The stage plan, read back the way people and machines read it."""

from dataclasses import replace
from io import BytesIO
from itertools import pairwise

import pypdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qhsign.domain.stage_papers import SigningPlace, StagePerson, StagePlan, StageTable, Witness
from qhsign.domain.stage_terms import Side, Viewpoint
from qhsign.printing.pen import colour_operands
from qhsign.printing.stage.stage_floor import signing_units
from qhsign.printing.stage.stage_plan import evenly, render_stage_plan
from qhsign.services.stage_flags import flag_of
from qhsign.wording import Language, say
from support.printed import set_text
from support.stage_prints import NOWHERE, Box, StagePrint, printed
from support.stage_samples import (
    FACTS,
    GUEST_WITNESSES,
    HOST_WITNESSES,
    LONG_ORGANIZATION,
    LONG_TITLE,
    NAMES,
    PLAN,
    table,
)

MOST_ON_A_PAGE = 6


def plan_of(plan: StagePlan, language: Language = Language.CHINESE) -> StagePrint:
    return printed(render_stage_plan, plan, language)


@pytest.fixture(scope="module")
def sample() -> StagePrint:
    return plan_of(PLAN)


@pytest.fixture(scope="module")
def from_stage() -> StagePrint:
    return plan_of(replace(PLAN, viewpoint=Viewpoint.STAGE))


def everything(plan: StagePlan) -> list[str]:
    """Return every text of a plan's data."""
    facts = plan.facts
    said = [facts.what_for, facts.activity, facts.place, *plan.notes, *plan.changes, *plan.reprint]
    for witness in (*plan.guest_witnesses, *plan.host_witnesses):
        said += [witness.name, witness.post]
    for each in plan.tables:
        for place in each.places:
            said += [place.signer.name, place.assistant.name if place.assistant else ""]
        if each.contract is not None:
            said += [each.contract.number, each.contract.title, each.contract.amount]
            said += [party.organization for party in each.contract.parties]
    return said


def test_the_text_read_back_is_the_data(sample: StagePrint) -> None:
    assert sample.run.findings == ()
    for said in (*everything(PLAN), "第3版·已定版", "2024-07-10 21:40", "7月11日 15:20—15:32"):
        assert set_text(said) in sample.pages[0]
        assert set_text(said) in sample.other_pages[0]


def test_the_page_is_a4_and_everything_stands_inside_its_margins(sample: StagePrint) -> None:
    document = pypdf.PdfReader(stream_of(sample))
    assert [round(float(side) / 72 * 25.4) for side in document.pages[0].mediabox[2:]] == [297, 210]
    ink = sample.ink()
    assert (ink.left, ink.right) == pytest.approx((12, 285), abs=0.4)
    assert ink.top > 9
    assert ink.bottom < 202


def stream_of(made: StagePrint) -> BytesIO:

    return BytesIO(made.pdf)


def test_the_same_plan_is_the_same_bytes(sample: StagePrint) -> None:
    assert plan_of(PLAN).pdf == sample.pdf
    sample.check_fonts()


def test_the_audience_sees_guests_left_and_tables_in_order(sample: StagePrint) -> None:
    tables = [sample.boxes(f"{number}号台")[0] for number in range(1, 7)]
    assert [box.x for box in tables] == sorted(box.x for box in tables)
    guests, hosts = sample.boxes("客签"), sample.boxes("主签")
    assert len(guests) == len(hosts) == len(tables)
    for place, (guest, host) in enumerate(zip(guests, hosts, strict=True)):
        assert guest.x < tables[place].x < host.x
        assert sample.boxes("客助")[place].x < guest.x < host.x < sample.boxes("主助")[place].x
    assert "观众视角" in sample.pages[0]
    assert sample.box("舞台背景大屏").y < tables[0].y < sample.box("观众席").y


def test_from_the_stage_everything_is_mirrored_and_said(
    sample: StagePrint, from_stage: StagePrint
) -> None:
    assert "台上视角" in from_stage.pages[0]
    assert "左右相反" in from_stage.pages[0]
    for words in ("1号台", "6号台", "客3", "主5", "顾颖诺"):
        there, here = sample.box(words), from_stage.box(words)
        assert there.x != pytest.approx(148.5, abs=2)
        assert abs(here.x - 148.5) == pytest.approx(abs(there.x - 148.5), abs=20)
        assert (here.x < 148.5) is (there.x > 148.5)
    for guest, host in zip(from_stage.boxes("客签"), from_stage.boxes("主签"), strict=True):
        assert host.x < guest.x
    tables = [from_stage.boxes(f"{number}号台")[0].x for number in range(6, 0, -1)]
    assert tables == sorted(tables)
    assert (
        from_stage.box("观众席").y
        < from_stage.boxes("1号台")[0].y
        < from_stage.box("舞台背景大屏").y
    )
    for number in range(1, 7):
        # The contract stands under its own table from either side.
        contract = from_stage.box(f"QH25-QY-{number:04}")
        assert abs(contract.x - from_stage.boxes(f"{number}号台")[0].x) < 21


def test_witnesses_stand_by_rank_from_the_centre_outward(sample: StagePrint) -> None:
    for label, witnesses, step in (("客", GUEST_WITNESSES, -1), ("主", HOST_WITNESSES, 1)):
        names = [sample.box(each.name) for each in witnesses]
        ranks = [sample.box(f"{label}{rank}") for rank in range(1, 6)]
        assert all((after.x - before.x) * step > 20 for before, after in pairwise(names))
        for name, rank in zip(names, ranks, strict=True):
            assert abs(name.x - rank.x) < 12
            assert rank.y < name.y


def test_guests_are_white_and_hosts_filled(sample: StagePrint) -> None:
    picture = sample.picture()

    def beside(box: Box) -> tuple[int, ...]:
        pixel = picture.getpixel((round((box.left - 0.6) / 25.4 * 110), round(box.y / 25.4 * 110)))
        assert isinstance(pixel, tuple)
        return pixel

    assert {beside(sample.box(f"客{rank}")) for rank in range(1, 6)} == {(255, 255, 255)}
    assert {beside(sample.box(f"主{rank}")) for rank in range(1, 6)} == {(0xD8, 0xE8, 0xE9)}


def test_a_corner_marks_each_place_that_moved(sample: StagePrint) -> None:
    still = replace(
        PLAN,
        tables=[replace_signer(each) for each in PLAN.tables],
        changes=(),
    )
    without = plan_of(still)
    assert without.triangles() == 2  # where the audience is
    assert "较第" not in without.pages[0]
    assert sample.triangles() == 4  # the place and the sentence
    moved = replace(
        still,
        guest_witnesses=[replace(each, moved=True) for each in GUEST_WITNESSES],
        changes=("见证人对调",),
        since=None,
        reprint=(),
    )
    made = plan_of(moved)
    assert made.triangles() == 2 + 1 + len(GUEST_WITNESSES)
    assert "较第2版变动1处：见证人对调。" in made.pages[0]
    assert "需重印" not in made.pages[0]


def replace_signer(each: StageTable) -> StageTable:
    places = [replace(place, signer=replace(place.signer, moved=False)) for place in each.places]
    return replace(each, places=places)


def test_an_agreement_without_an_amount_prints_none() -> None:
    tables = [
        replace(each, contract=replace(each.contract, amount=""))
        for each in PLAN.tables
        if each.contract is not None
    ]
    made = plan_of(replace(PLAN, tables=tables))
    assert "亿元" not in made.pages[0]
    assert "QH25-QY-0004" in made.pages[0]


def test_what_is_not_arranged_yet_is_said() -> None:
    empty = plan_of(replace(PLAN, tables=(), guest_witnesses=(), host_witnesses=()))
    assert (empty.run.pages, empty.run.findings) == (1, ())
    assert set_text(say("stage-no-tables")) in empty.pages[0]
    assert set_text(say("stage-no-witnesses")) in empty.pages[0]
    alone = plan_of(replace(PLAN, tables=[replace(PLAN.tables[0], contract=None)]))
    assert set_text(say("stage-no-contract")) in alone.pages[0]
    assert set_text(say("stage-no-tables")) not in alone.pages[0]


def test_a_place_without_a_name_is_left_to_write_in() -> None:
    places = [
        SigningPlace(Side.GUEST, StagePerson()),
        SigningPlace(Side.HOST, StagePerson("崔　峰")),
    ]
    made = plan_of(replace(PLAN, tables=[replace(PLAN.tables[0], places=places)]))
    assert made.run.findings == ()
    assert len(made.boxes("客签")) == 1
    assert "客助" not in made.pages[0]


@pytest.mark.parametrize("count", [1, 2, 3, 5, 6, 7, 8, 9])
def test_up_to_nine_tables_stand_on_one_page(count: int) -> None:
    tables = [replace(PLAN.tables[place % 6], number=place + 1) for place in range(count)]
    made = plan_of(replace(PLAN, tables=tables))
    assert (made.run.pages, made.run.findings) == (1, ())
    boxes = [made.boxes(f"{number}号台")[0] for number in range(1, count + 1)]
    assert all(before.right < after.left for before, after in pairwise(boxes))
    assert boxes[0].x + boxes[-1].x == pytest.approx(2 * 148.5, abs=1)


@pytest.mark.parametrize(
    ("count", "pages"), [(7, [4, 3]), (9, [5, 4]), (12, [6, 6]), (13, [5, 5, 3])]
)
def test_more_go_to_further_pages_with_the_same_witnesses(count: int, pages: list[int]) -> None:
    tables = [table(place + 1, *NAMES[place % 6 : place % 6 + 2]) for place in range(count)]
    made = plan_of(replace(PLAN, tables=tables))
    assert made.run.findings == ()
    numbers = iter(range(1, count + 1))
    for page, expected in enumerate(pages):
        text = made.pages[page]
        for number in (next(numbers) for _ in range(expected)):
            assert f"QH25-QY-{number:04}" in text
        assert text.count("QH25-QY-") == expected
        assert all(set_text(each.name) in text for each in (*GUEST_WITNESSES, *HOST_WITNESSES))
        assert f"第{page + 1}页，共{len(pages)}页" in text
    assert made.run.pages == len(pages)
    assert made.bookmarks == [f"{number}号台　{LONG_TITLE}" for number in range(1, count + 1)]


@given(st.lists(st.integers(0, 16), max_size=40))
def test_every_table_stands_on_one_page_in_order(signers: list[int]) -> None:
    place = SigningPlace(Side.GUEST, StagePerson("李　刚"))
    tables = [StageTable(number, [place] * count) for number, count in enumerate(signers)]
    pages = evenly(tables) if tables else []
    assert [each for page in pages for each in page] == tables
    for page in pages:
        assert sum(map(signing_units, page)) <= MOST_ON_A_PAGE or len(page) == 1


def test_the_longest_names_and_titles_have_room() -> None:
    tables = [table(each + 1, *(NAMES[each:] + NAMES)[:2], amount="") for each in range(6)]
    plan = replace(
        PLAN,
        tables=tables,
        guest_witnesses=[
            Witness(name, f"{LONG_ORGANIZATION[:26]}\n党委副书记") for name in NAMES[:5]
        ],
        host_witnesses=[Witness(name, "省发展改革委\n副主任") for name in NAMES[4:]],
    )
    made = plan_of(plan)
    assert made.run.findings == ()
    for said in everything(plan):
        assert set_text(said) in made.pages[0]
    assert made.ink().bottom < 202


def test_forty_witnesses_stand_in_rows() -> None:
    guests = [Witness(each.name, each.post) for each in GUEST_WITNESSES * 4]
    hosts = [Witness(each.name, each.post) for each in HOST_WITNESSES * 4]
    made = plan_of(replace(PLAN, guest_witnesses=guests, host_witnesses=hosts))
    assert made.run.findings == ()
    rows: dict[float, list[float]] = {}
    for rank in range(20, 0, -1):
        box = made.boxes(f"主{rank}")[0]
        rows.setdefault(round(box.top), []).append(box.left)
    assert len(rows) == 2
    assert all(row == sorted(row, reverse=True) for row in rows.values())
    first, last = made.boxes("主1")[0], made.box("主20")
    assert first.y > last.y  # the first rank stands in front, nearest to the signers


def test_three_and_more_parties_sign_at_one_long_table() -> None:
    many = table(2, *NAMES[:5], organization="黄河上游水电开发有限责任公司")
    plan = replace(PLAN, tables=[PLAN.tables[0], many, PLAN.tables[2]])
    made = plan_of(plan)
    assert made.run.findings == ()
    places = [made.box(f"{letter}签") for letter in "甲乙丙丁戊"]
    assert all(before.right < after.left for before, after in pairwise(places))
    assert made.boxes("1号台")[0].x < places[0].x
    assert places[-1].x < made.boxes("3号台")[0].x
    assert set_text(made.pages[0]).count("黄河上游水电开发有限责任公司") == 5
    alone = [made.boxes(letter) for letter in "甲乙丙丁戊"]
    assert all(len(boxes) == 3 for boxes in alone)  # signer, assistant, party


def test_a_character_no_font_has_is_named_with_its_table_and_leaves_room() -> None:
    places = [replace(PLAN.tables[2].places[0], signer=StagePerson(f"龚{NOWHERE}海"))]
    made = plan_of(replace(PLAN, tables=[replace(PLAN.tables[2], places=places)]))
    ((subject, field, code),) = [
        (each.subject, each.field, each.code) for each in made.run.findings
    ]
    assert (subject, field, code) == ("3号台 客签", "name", "print-glyph-missing")
    assert "龚＿海" in made.pages[0]
    assert made.run.findings[0].parameters["text"] == f"龚{NOWHERE}海"


def test_what_is_too_long_is_named_with_table_and_contract() -> None:
    long = table(7, "李　刚", "崔　峰", title="青" * 400, organization="海" * 300)
    crowd = Witness("西" * 200, "宁" * 200)
    made = plan_of(replace(PLAN, tables=[long], host_witnesses=[crowd]))
    named = {(each.subject, each.field) for each in made.run.findings}
    assert named == {
        ("7号台 QH25-QY-0007", "title"),
        ("7号台 QH25-QY-0007", "party"),
        ("见证 主1", "name"),
        ("见证 主1", "post"),
    }
    assert {each.code for each in made.run.findings} == {"print-overflow"}


def test_notes_and_many_changes_stay_on_the_page() -> None:
    changes = tuple(f"{number}号台客方助签人更换" for number in range(1, 13))
    notes = ("合影时全体见证人前移一步。", "文本由台口统一收回，礼宾组清点后交档案组。")
    made = plan_of(replace(PLAN, changes=changes, notes=notes, since=1))
    assert made.run.findings == ()
    assert set_text(f"较第1版变动12处：{'；'.join(changes)}。") in made.pages[0]
    assert all(note in made.pages[0] for note in notes)
    assert made.ink().bottom < 205


def test_the_footer_names_who_drew_and_leaves_the_rest_to_sign(sample: StagePrint) -> None:
    assert "制图会务组校对礼宾组批准____" in sample.pages[0]
    blank = plan_of(replace(PLAN, drawn_by="", checked_by="", approved_by="王　冬"))
    assert "批准王冬" in blank.pages[0]


def test_demonstration_data_is_marked_on_every_page() -> None:
    tables = [table(place + 1, *NAMES[:2]) for place in range(8)]
    made = plan_of(replace(PLAN, tables=tables, facts=replace(FACTS, is_demo=True)))
    assert made.run.pages == 2
    assert all(set_text(say("demonstration-mark")) in text for text in made.pages)


def test_the_file_says_what_it_is(sample: StagePrint) -> None:
    information = pypdf.PdfReader(stream_of(sample)).metadata
    assert information is not None
    assert information.title == f"台位图　{FACTS.what_for}"
    assert information.author == "青海省商务厅"
    assert information.creation_date == FACTS.made


def test_the_plan_speaks_english() -> None:
    made = plan_of(PLAN, Language.ENGLISH)
    assert made.run.findings == ()
    for words in ("Stage plan", "Table 6", "From the hall", "Version 3 · final", "Page 1 of 1"):
        assert set_text(words) in made.pages[0]
    for words in ("1号台", "观众席", "见证", "制图", "第3版"):
        assert words not in made.pages[0]


def with_flags(plan: StagePlan, language: Language = Language.CHINESE) -> StagePlan:
    tables = list(plan.tables)
    abroad = {
        Side.GUEST: [flag_of(code, language) for code in ("KG", "TW")],
        Side.HOST: [flag_of("CN", language)],
    }
    tables[1] = replace(tables[1], flags=abroad)
    return replace(plan, tables=tables)


@pytest.mark.parametrize("viewpoint", list(Viewpoint))
def test_flags_stand_before_their_side_over_their_names(viewpoint: Viewpoint) -> None:
    plan = replace(with_flags(PLAN), viewpoint=viewpoint)
    print_ = plan_of(plan)
    assert print_.run.findings == ()
    guest, other = (print_.boxes(name)[0] for name in ("吉尔吉斯斯坦", "中国台湾"))
    (home,) = (box for box in print_.boxes("中国") if abs(box.y - guest.y) < 1)
    if viewpoint is Viewpoint.AUDIENCE:
        assert other.x < guest.x < home.x
    else:
        assert home.x < guest.x < other.x
    page = pypdf.PdfReader(BytesIO(print_.pdf)).pages[0]
    assert not page.images
    contents = page.get_contents()
    assert contents is not None
    assert colour_operands("#EE1C25").encode() in contents.get_data()
    (table,) = print_.boxes("2号台")
    if viewpoint is Viewpoint.AUDIENCE:
        assert table.bottom < guest.top
    else:
        assert guest.bottom < table.top
    (edge,) = print_.boxes(say("stage-edge", Language.CHINESE))
    names = print_.boxes("中国")
    assert all(box.bottom < edge.top or box.top > edge.bottom for box in names)


def test_the_names_of_countries_fit_at_six_tables_in_english() -> None:
    flags = {
        Side.GUEST: [flag_of("BA", Language.ENGLISH)],
        Side.HOST: [flag_of("CN", Language.ENGLISH)],
    }
    tables = [
        replace(PLAN.tables[number % 6], number=number + 1, flags=flags) for number in range(6)
    ]
    print_ = plan_of(replace(PLAN, tables=tables), Language.ENGLISH)
    assert [each for each in print_.run.findings if each.field == "country"] == []
    assert print_.pages[0].count("BosniaandHerzegovina") == 6


def test_a_plan_without_flags_keeps_its_edge_in_its_place(sample: StagePrint) -> None:
    (plain,) = sample.boxes(say("stage-edge", Language.CHINESE))
    (lower,) = plan_of(with_flags(PLAN)).boxes(say("stage-edge", Language.CHINESE))
    assert plain.y == pytest.approx(127.5, abs=0.5)
    assert lower.y > plain.y + 3
