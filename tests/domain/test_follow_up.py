"""What the rates after the fair are made of."""

from collections import Counter
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from qhsign.domain.amount import Amount, Qualifier
from qhsign.domain.contract import LifeCycle
from qhsign.domain.follow_up import Followed, LeftOut, TargetMeasure, tally

YI = 10**8 * 100


def test_the_rates_of_a_small_fair() -> None:
    counted = tally(
        [
            Followed("1", Amount(50 * YI), LifeCycle.OPERATING, funds={"CNY": 20 * YI}),
            Followed("2", Amount(30 * YI), LifeCycle.IMPLEMENTED, funds={"CNY": 5 * YI}),
            Followed("3", Amount(20 * YI), LifeCycle.SIGNED),
            Followed("4", Amount(1 * YI), LifeCycle.TERMINATED, LifeCycle.STARTED),
            Followed("5", Amount(9 * YI), LifeCycle.TERMINATED, LifeCycle.TALKS),
            Followed("6", None, LifeCycle.SIGNED, funds={"CNY": YI}),
            Followed("7", Amount(7 * YI), LifeCycle.TO_SIGN, funds={"CNY": YI}),
            Followed("8", Amount(2 * YI, "USD", Qualifier.NEAR), LifeCycle.STARTED),
        ]
    )
    assert (counted.contracts, counted.signed, counted.implemented) == (8, 6, 3)
    assert (counted.started, counted.operating, counted.terminated) == (2, 1, 1)
    assert (counted.without_amount, counted.approximate) == (1, 1)
    assert counted.implementation == Decimal("50.00")
    assert counted.performance == Decimal("83.33")
    assert counted.amounts == {"CNY": 101 * YI, "USD": 2 * YI}
    assert (counted.funds, counted.other_funds) == ({"CNY": 25 * YI}, {"CNY": 2 * YI})
    assert counted.funding == {"CNY": Decimal("24.75"), "USD": Decimal("0.00")}
    targets = {TargetMeasure.CONTRACTS: 8, TargetMeasure.FUNDS: 54 * YI, TargetMeasure.AMOUNT: 0}
    assert counted.completion(targets) == {
        TargetMeasure.CONTRACTS: Decimal("75.00"), TargetMeasure.FUNDS: Decimal("50.00"),
    }  # fmt: skip


def test_nothing_signed_has_no_rate() -> None:
    counted = tally([Followed("1", None, LifeCycle.TALKS)])
    assert (counted.implementation, counted.performance, counted.funding) == (None, None, {})


def test_a_terminated_contract_of_unknown_past_counts_as_signed() -> None:
    assert Followed("1", None, LifeCycle.TERMINATED).was_signed
    assert not Followed("1", None, LifeCycle.TERMINATED, LifeCycle.TO_SIGN).was_signed


def test_why_a_contract_is_left_out_of_the_funding_rate() -> None:
    assert Followed("1", None, LifeCycle.SIGNED).left_out == (LeftOut.NO_AMOUNT,)
    paid = {"CNY": 1, "USD": 1}
    assert Followed("2", Amount(5), LifeCycle.TALKS, funds=paid).left_out == (LeftOut.NOT_SIGNED,)
    both = Followed("3", Amount(5), LifeCycle.SIGNED, funds=paid)
    assert (both.left_out, both.counted_funds) == ((LeftOut.OTHER_CURRENCY,), 1)
    assert Followed("4", Amount(5), LifeCycle.SIGNED).left_out == ()
    assert Followed("5", None, LifeCycle.TALKS).left_out == ()


_CURRENCIES = st.sampled_from(["CNY", "USD", "ISK"])
_FEN = st.integers(min_value=0, max_value=10**16)
_FOLLOWED = st.builds(
    Followed,
    id=st.uuids().map(str),
    amount=st.none() | st.builds(Amount, _FEN, _CURRENCIES, st.sampled_from(Qualifier)),
    state=st.sampled_from(LifeCycle),
    before_end=st.none() | st.sampled_from([s for s in LifeCycle if s is not LifeCycle.TERMINATED]),
    funds=st.dictionaries(_CURRENCIES, st.integers(min_value=1, max_value=10**16)),
)


@given(st.lists(_FOLLOWED), st.lists(_FOLLOWED))
def test_parts_make_the_whole_and_no_payment_is_lost(
    some: list[Followed], others: list[Followed]
) -> None:
    whole, first, second = tally([*some, *others]), tally(some), tally(others)
    for name in ("contracts", "signed", "implemented", "started", "operating", "terminated",
                 "without_amount", "approximate"):  # fmt: skip
        assert getattr(whole, name) == getattr(first, name) + getattr(second, name)
    for name in ("amounts", "funds", "other_funds", "all_funds"):
        parts = Counter(getattr(first, name)) + Counter(getattr(second, name))
        assert {code: fen for code, fen in getattr(whole, name).items() if fen} == parts
    paid: Counter[str] = Counter()
    for each in (*some, *others):
        paid.update(each.funds)
    assert whole.all_funds == dict(paid)
    assert whole.terminated <= whole.signed
    assert whole.operating <= whole.started <= whole.implemented <= whole.signed
    for rate in (whole.implementation, whole.performance):
        assert rate is None or Decimal(0) <= rate <= Decimal(100)
    assert all(type(rate) is Decimal for rate in whole.funding.values() if rate is not None)


@given(_FOLLOWED)
def test_a_contract_on_several_slates_counts_once(each: Followed) -> None:
    assert tally([each, each]) == tally([each])
