from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

import pytest

from qhsign.domain import contract
from qhsign.domain.amount import Amount
from qhsign.domain.contract import ContractKind, LifeCycle, SigningMode


@dataclass(frozen=True)
class Signed:
    id: str
    amount: Amount | None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("项目合同", ContractKind.PROJECT),
        ("合作协议", ContractKind.COOPERATION),
        ("战略合作框架协议", ContractKind.FRAMEWORK),
        ("框架协议", ContractKind.FRAMEWORK),
        ("友好省州协议", ContractKind.FRIENDSHIP),
        ("建立友好省州关系协议书", ContractKind.FRIENDSHIP),
        ("合作意向书", ContractKind.INTENT),
        ("意 向", ContractKind.INTENT),
        ("framework", ContractKind.FRAMEWORK),
        ("其他", None),
        ("", None),
    ],
)
def test_kinds_are_read_from_the_words_of_lists(text: str, kind: ContractKind | None) -> None:
    assert contract.read_kind(text) is kind


@pytest.mark.parametrize("kind", list(ContractKind))
def test_kinds_read_back_from_their_words_and_codes(kind: ContractKind) -> None:
    assert contract.read_kind(contract.KIND_WORDS[kind]) is kind
    assert contract.read_kind(kind.value) is kind


@pytest.mark.parametrize("state", list(LifeCycle))
def test_states_read_back_from_their_words_and_codes(state: LifeCycle) -> None:
    assert contract.read_life_cycle(contract.LIFE_CYCLE_WORDS[state]) is state
    assert contract.read_life_cycle(state.value) is state


@pytest.mark.parametrize("mode", list(SigningMode))
def test_modes_read_back_from_their_words_and_codes(mode: SigningMode) -> None:
    assert contract.read_mode(contract.MODE_WORDS[mode]) is mode
    assert contract.read_mode(mode.value) is mode


def test_the_life_cycle_goes_forward_or_ends() -> None:
    states = list(LifeCycle)[:-1]
    for before, after in pairwise(states):
        assert contract.next_states(before) == (after, LifeCycle.TERMINATED)
        assert not contract.may_change(after, before)
    assert contract.next_states(LifeCycle.OPERATING) == (LifeCycle.TERMINATED,)
    assert contract.next_states(LifeCycle.TERMINATED) == ()


@pytest.mark.parametrize(
    ("before", "after", "steps"),
    [
        ("to-sign", "signed", ["signed"]),
        ("signed", "operating", ["implemented", "started", "operating"]),
        ("talks", "terminated", ["terminated"]),
        ("operating", "terminated", ["terminated"]),
        ("started", "signed", []),
        ("started", "started", []),
        ("terminated", "signed", []),
    ],
)
def test_a_way_is_made_of_allowed_steps(before: str, after: str, steps: list[str]) -> None:
    found = contract.way(LifeCycle(before), LifeCycle(after))
    assert [state.value for state in found] == steps
    for one, next_one in pairwise((LifeCycle(before), *found)):
        assert contract.may_change(one, next_one)


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("已落实，尚未开工", LifeCycle.IMPLEMENTED),
        ("已签约，计划2025年底前开工建设", LifeCycle.SIGNED),
        ("已开工，预计明年投产", LifeCycle.STARTED),
        ("计划总投资5亿元，已开工", LifeCycle.STARTED),
        ("预计投资5亿元已开工", LifeCycle.STARTED),
        ("未开工", None),
        ("拟开工", None),
        ("未签约", None),
        ("拟签约", LifeCycle.TO_SIGN),
        ("待签约", LifeCycle.TO_SIGN),
        ("项目正在洽谈", LifeCycle.TALKS),
    ],
)
def test_what_has_not_happened_is_no_state(text: str, state: LifeCycle | None) -> None:
    assert contract.read_life_cycle(text) is state


def test_what_counts_as_signed_and_implemented() -> None:
    assert [s for s in LifeCycle if contract.is_implemented(s)] == [
        LifeCycle.IMPLEMENTED,
        LifeCycle.STARTED,
        LifeCycle.OPERATING,
    ]
    assert contract.is_signed(LifeCycle.SIGNED)
    assert not contract.is_signed(LifeCycle.TERMINATED)


def test_totals_count_distinct_contracts_per_currency() -> None:
    key = Signed("1", Amount(100))
    total = contract.totals(
        [key, Signed("2", Amount(50, "USD")), key, Signed("3", None), Signed("4", Amount(1))]
    )
    assert total == contract.Totals(4, {"CNY": 101, "USD": 50}, 1)


def test_rates_of_the_published_editions() -> None:
    assert contract.written_rate(contract.implementation_rate(4569, 6109)) == "74.79%"
    assert contract.written_growth(contract.growth(225, 145)) == "+55.2%"
    assert contract.written_growth(contract.growth(3470, 1045)) == "+232.1%"


def test_rates_without_a_base_are_a_dash() -> None:
    assert contract.growth(5, 0) is None
    assert contract.written_growth(None) == "—"
    assert contract.written_rate(contract.completion_rate(5, 0)) == "—"


def test_other_rates() -> None:
    assert contract.performance_rate(200, 3) == Decimal("98.50")
    assert contract.funding_rate(25, 100) == Decimal("25.00")
    assert contract.completion_rate(Decimal(916), 800) == Decimal("114.50")
    assert contract.written_growth(contract.growth(97, 100)) == "−3.0%"
    assert contract.written_growth(contract.growth(100, 100)) == "0.0%"
