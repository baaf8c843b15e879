"""Contracts, their parties and approval, and the totals of slates."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from qhsign import wording
from qhsign.domain.contract import ContractKind, LifeCycle, SigningMode
from qhsign.domain.money import Amount
from qhsign.domain.problems import ProblemForUser
from qhsign.services import audit, contracts, guests, slates
from qhsign.services.contract_records import ContractRow
from qhsign.services.desk import Desk
from qhsign.store.schema import Contract, Party, SlateEntry
from support.desks import add_guest, fresh_desk
from support.tables import dump

YI = 10**8 * 100
"""An 亿元 in 分."""


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with fresh_desk(tmp_path / "e.qhsign") as desk:
        yield desk


def add_contract(desk: Desk, title: str, *, number: int = 1, **values: str) -> int:
    """Add a contract of two parties and return its number."""
    with desk.write("test") as session:
        session.add(Contract(number=number, title=title))
    parties = {"甲": "青海省能源局", "乙": "中国华电集团有限公司"}
    contracts.set_contract(desk, number, {**parties, **values})
    return number


def shown(desk: Desk, number: int = 1) -> ContractRow:
    return next(row for row in contracts.list_contracts(desk) if row.number == number)


def refused(desk: Desk, **values: str) -> str:
    """Return the code of the problem that setting these is, having changed nothing."""
    before = dump(desk)
    with pytest.raises(ProblemForUser) as caught:
        contracts.set_contract(desk, 1, values)
    assert dump(desk) == before
    for language in wording.Language:
        assert wording.say(caught.value.code, language, **caught.value.parameters)
    return caught.value.code


def test_every_field_is_read_the_way_lists_write_it(desk: Desk) -> None:
    add_contract(desk, "光伏项目")
    row = contracts.set_contract(
        desk, 1,
        {"title": " 储能项目 ", "kind": "战略合作框架协议", "industry": "绿色算力",
         "mode": "云签约", "status": "已签约", "amount": "近53.6亿元", "batch": "第一批"},
    )  # fmt: skip
    assert (row.title, row.kind, row.mode) == (
        "储能项目", ContractKind.FRAMEWORK, SigningMode.CLOUD,
    )  # fmt: skip
    assert (row.status, row.batch, row.industry) == (LifeCycle.SIGNED, "第一批", "绿色算力")
    assert row.amount is not None
    assert (row.amount.fen, row.amount.currency) == (536 * YI // 10, "CNY")
    assert contracts.set_contract(desk, 1, {"kind": "intent"}).kind is ContractKind.INTENT
    assert contracts.set_contract(desk, 1, {"amount": "框架"}).amount is None
    assert contracts.set_contract(desk, 1, {"amount": "$1.2亿"}).amount == Amount(
        120_000_000_00, "USD"
    )
    assert contracts.set_contract(desk, 1, {"amount": "", "batch": ""}).batch == ""
    assert shown(desk).amount is None


@pytest.mark.parametrize(
    ("field", "text", "code"),
    [
        ("title", " ", "field-wrong"),
        ("kind", "婚约", "field-wrong"),
        ("mode", "x", "field-wrong"),
        ("status", "x", "field-wrong"),
        ("status", "开工", "life-cycle-jump"),
        ("amount", "很多", "field-wrong"),
        ("amount", "9" * 30, "field-wrong"),
        ("甲", " ", "field-wrong"),
        ("丙.signatory", "李刚", "party-missing"),
        ("乙.hair", "x", "field-unknown"),
        ("甲乙", "x", "field-unknown"),
        ("", "x", "field-unknown"),
        ("slates", "没有这个清单", "slate-unknown"),
    ],
)
def test_a_wrong_value_changes_nothing_not_even_its_neighbours(
    desk: Desk, field: str, text: str, code: str
) -> None:
    add_contract(desk, "光伏项目", amount="5亿")
    assert refused(desk, region="海东", **{field: text}) == code


def test_every_part_of_a_party(desk: Desk) -> None:
    add_contract(desk, "光伏项目", 丙="青海师范大学")
    row = contracts.set_contract(
        desk, 1,
        {"乙.signatory": "宋云鹏", "乙.signatory_title": "副总经理", "乙.assistant": "石雪艳",
         "乙.witnesses": "王冬、李磊", "乙.substitute": "李磊",
         "乙.organization": "华为技术有限公司"},
    )  # fmt: skip
    first, second, third = row.parties
    assert (first.side, first.is_host, third.organization) == ("甲", True, "青海师范大学")
    assert (second.organization, second.signatory, second.signatory_title) == (
        "华为技术有限公司", "宋云鹏", "副总经理",
    )  # fmt: skip
    assert (second.assistant, second.witnesses, second.is_guest) == ("石雪艳", "王冬、李磊", False)
    with desk.read() as session:
        assert set(session.scalars(select(Party.substitute))) == {"", "李磊"}
    row = contracts.set_contract(desk, 1, {"丙.host": "yes"})
    assert [party.is_host for party in row.parties] == [False, False, True]


def test_a_signatory_is_the_namesake_of_that_side(desk: Desk) -> None:
    add_guest(desk, "李刚", "青海省能源局")
    wanted = add_guest(desk, "李刚", "中国华电集团有限公司")
    add_guest(desk, "王冬", "别的单位")
    add_contract(desk, "光伏项目")
    row = contracts.set_contract(desk, 1, {"乙.signatory": "李刚", "甲.signatory": "王冬"})
    assert [party.is_guest for party in row.parties] == [True, True]
    with desk.read() as session:
        held = session.scalars(select(Party).where(Party.side == "乙")).one()
        assert held.signatory_id == guests.by_number(session, wanted).id
    contracts.set_contract(desk, 1, {"乙": "第三家公司", "乙.signatory": "李刚"})
    assert [party.is_guest for party in shown(desk).parties] == [True, False]
    contracts.set_contract(desk, 1, {"甲.signatory": ""})
    assert not shown(desk).parties[0].is_guest


@pytest.mark.parametrize(
    "printed",
    [
        {"title": "储能项目"},
        {"kind": "框架协议"},
        {"amount": "6亿"},
        {"amount": "不涉及"},
        {"industry": "算力"},
        {"mode": "云签约"},
        {"乙": "华为技术有限公司"},
        {"乙.signatory": "李磊"},
        {"乙.signatory_title": "董事长"},
        {"丙": "青海师范大学"},
    ],
)
def test_a_change_of_what_is_printed_withdraws_the_approval(
    desk: Desk, printed: dict[str, str]
) -> None:
    add_contract(desk, "光伏项目", amount="5亿")
    contracts.set_contract(desk, 1, {"乙.signatory": "李刚"})
    contracts.approve(desk, [1], "韩秋月")
    number = shown(desk).certificate_number
    changed = contracts.set_contract(desk, 1, printed)
    assert (changed.approved, changed.approved_by) == (False, "")
    (again,) = contracts.approve(desk, [1], "马骏")
    assert (again.approved, again.approved_by) == (True, "马骏")
    assert again.certificate_number == number == "QH25-QY-0001"


@pytest.mark.parametrize(
    "kept",
    [
        {"region": "海东"},
        {"status": "签约"},
        {"remark": "会签"},
        {"batch": "第二批"},
        {"乙.assistant": "石雪艳"},
        {"乙.host": "yes"},
        {"title": "光伏项目", "amount": "50000万元"},
    ],
)
def test_what_is_not_printed_or_not_changed_leaves_the_approval(
    desk: Desk, kept: dict[str, str]
) -> None:
    add_contract(desk, "光伏项目", amount="5亿")
    contracts.approve(desk, [1], "韩秋月")
    assert contracts.set_contract(desk, 1, kept).approved


def test_nobody_signs_alone_and_none_of_several_is_approved(desk: Desk) -> None:
    add_contract(desk, "光伏项目")
    with desk.write("test") as session:
        session.add(Contract(number=2, title="独自"))
    contracts.set_contract(desk, 2, {"甲": "青海省能源局"})
    before = dump(desk)
    for wanted, by, code in (
        ([1, 2], "韩秋月", "contract-incomplete"),
        ([1, 9], "韩秋月", "contract-unknown"),
        ([1], " ", "approver-missing"),
    ):
        with pytest.raises(ProblemForUser, match=code):
            contracts.approve(desk, wanted, by)
    assert dump(desk) == before


def test_an_approval_is_on_the_trail(desk: Desk) -> None:
    add_contract(desk, "光伏项目")
    contracts.approve(desk, [1], " 马骏 ")
    line = next(line for line in audit.trail(desk) if line.action == "contract approve")
    assert line.new["approved_by"] == "马骏"
    assert line.new["certificate_number"] == "QH25-QY-0001"


def test_a_contract_on_two_slates_counts_once_on_each(desk: Desk) -> None:
    for name in ("重点项目", "本届全部签约"):
        slates.set_slate(desk, name, {})
    add_contract(desk, "甲", number=1, amount="500亿", slates="重点项目,本届全部签约")
    add_contract(desk, "乙", number=2, amount="36亿", slates="重点项目, 全部")
    add_contract(desk, "丙", number=3, amount="380亿", slates="全部")
    add_contract(desk, "丁", number=4, slates="全部")
    add_contract(desk, "戊", number=5, amount="$2亿", slates="全部")
    first, whole = slates.list_slates(desk)
    assert (first.contracts, first.amounts, first.without_amount) == (2, {"CNY": 536 * YI}, 0)
    assert (whole.contracts, whole.without_amount) == (5, 1)
    assert whole.amounts == {"CNY": 916 * YI, "USD": 2 * YI}
    assert shown(desk, 1).slates == ["本届全部签约", "重点项目"]
    contracts.set_contract(desk, 1, {"slates": "重点,全部,重点项目"})
    with desk.read() as session:
        assert len(session.scalars(select(SlateEntry)).all()) == 7


def test_declared_beside_computed_and_the_gap(desk: Desk) -> None:
    row = slates.set_slate(
        desk, "重点项目", {"declared_contracts": "18", "declared_amount": "536亿元"}
    )
    assert (row.declared_contracts, row.declared_amount, row.gap) == (18, 536 * YI, -536 * YI)
    add_contract(desk, "甲", amount="530亿", slates="重点")
    (row,) = slates.list_slates(desk)
    assert (row.contracts, row.gap) == (1, -6 * YI)
    assert slates.set_slate(desk, "重点", {"declared_amount": "53000000000"}).gap == 0
    emptied = slates.set_slate(desk, "重点", {"declared_amount": "", "declared_contracts": ""})
    assert (emptied.gap, emptied.declared_contracts) == (None, None)


@pytest.mark.parametrize(
    ("name", "values", "code"),
    [
        ("清单", {"declared_contracts": "-1"}, "setting-wrong"),
        ("清单", {"declared_contracts": "9" * 30}, "setting-wrong"),
        ("清单", {"declared_amount": "很多"}, "setting-wrong"),
        ("清单", {"declared_amount": "$5亿"}, "setting-wrong"),
        ("清单", {"colour": "red"}, "setting-unknown"),
        (" ", {}, "setting-wrong"),
        ("项目", {"declared_contracts": "1"}, "slate-ambiguous"),
    ],
)
def test_a_wrong_figure_makes_no_slate(
    desk: Desk, name: str, values: dict[str, str], code: str
) -> None:
    for known in ("重点项目", "算力项目"):
        slates.set_slate(desk, known, {})
    before = dump(desk)
    with pytest.raises(ProblemForUser, match=code):
        slates.set_slate(desk, name, values)
    assert dump(desk) == before


def test_a_slate_keeps_its_order(desk: Desk) -> None:
    slates.set_slate(desk, "重点项目", {})
    for number in (3, 1, 2):
        add_contract(desk, f"项目{number}", number=number, slates="重点")
    assert [row.number for row in contracts.list_contracts(desk, "重点")] == [3, 1, 2]
    assert [row.number for row in contracts.list_contracts(desk)] == [1, 2, 3]
    with pytest.raises(ProblemForUser, match="slate-unknown"):
        contracts.list_contracts(desk, "别的")


_AMOUNTS = st.one_of(st.none(), st.integers(min_value=0, max_value=10**15))


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.lists(st.tuples(_AMOUNTS, st.sampled_from(["CNY", "USD"]), st.sets(st.integers(0, 2)))),
)
def test_totals_are_the_sums_of_distinct_contracts(
    desk: Desk, made: list[tuple[int | None, str, set[int]]]
) -> None:
    with desk.write("test") as session:
        for old in (*session.scalars(select(SlateEntry)), *session.scalars(select(Contract))):
            session.delete(old)
        session.flush()
        on = [slates.find_or_make(session, name).id for name in ("一号", "二号", "三号")]
        for number, (fen, currency, places) in enumerate(made):
            contract = Contract(number=number, title="项目", amount=fen, currency=currency)
            session.add(contract)
            for place in places:
                session.add(
                    SlateEntry(slate_id=on[place], contract_id=contract.id, position=number)
                )
    for place, row in enumerate(slates.list_slates(desk)):
        theirs = [(fen, currency) for fen, currency, places in made if place in places]
        assert row.contracts == len(theirs)
        assert row.without_amount == sum(fen is None for fen, _ in theirs)
        for currency in ("CNY", "USD"):
            total = sum(fen for fen, held in theirs if fen is not None and held == currency)
            assert row.amounts.get(currency, 0) == total
