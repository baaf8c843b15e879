"""The published figures of the editions: all that was said of them comes out again."""

import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qhsign.domain import editions
from qhsign.domain.contract import completion_rate, written_growth, written_rate
from qhsign.domain.editions import Figure, Period
from qhsign.shipped_files import shipped

ZERO = Decimal(0)


def published() -> list[Figure]:
    table = json.loads(shipped("resources", "reference", "editions.json").read_text("utf-8"))
    return [
        Figure(
            of=Period(
                each.get("edition"), each.get("year"), each.get("through", False),
                each.get("place", ""),
            ),
            measure=each["measure"], value=Decimal(each["value"]), unit=each["unit"],
            qualifier=each.get("qualifier", "整"), part=each.get("part", ""),
            source=table["source"],
        )
        for each in table["figures"]
    ]  # fmt: skip


def test_growth_is_what_was_published_and_what_is_written() -> None:
    found = {(each.of.edition, each.measure): each for each in editions.growths(published())}
    signed, amount = found[24, "签约项目"], found[24, "签约额"]
    assert (signed.now, signed.before) == (Decimal(225), Decimal(145))
    assert (written_growth(signed.percent), written_growth(amount.percent)) == ("+55.2%", "+232.1%")
    assert (signed.published, signed.agrees) == (Decimal(55), True)
    assert (amount.published, amount.agrees) == (Decimal(232), True)
    assert written_growth(found[25, "签约项目"].percent) == "−53.8%"
    assert found[25, "签约项目"].agrees is None
    assert (23, "签约项目") not in found


def test_the_rate_over_all_editions() -> None:
    (rate,) = editions.published_rates(published())
    assert (rate.of, rate.rate) == (Period(24, through=True), "implementation")
    assert (rate.part, rate.whole) == (Decimal(4569), Decimal(6109))
    assert written_rate(rate.percent) == "74.79%"


def test_the_parts_of_a_prefecture_and_of_a_province_make_their_wholes() -> None:
    checks = {(each.of.place, each.measure): each for each in editions.parts_checks(published())}
    contracts, amount = checks["海西州", "签约项目"], checks["海西州", "签约额"]
    assert contracts.whole == 52
    assert contracts.parts == (
        ("市州专场", Decimal(42)), ("省级集中", Decimal(2)), ("会后签约", Decimal(8)),
    )  # fmt: skip
    assert (amount.whole, amount.gap, amount.agrees) == (Decimal("307.89"), ZERO, True)
    funds = checks["青海省", "到位资金"]
    assert (funds.whole, funds.gap, funds.agrees) == (Decimal(568), ZERO, True)
    assert ("青海省", "建设项目") not in checks, "no whole was published"
    assert written_rate(completion_rate(Decimal(568), Decimal(500))) == "113.60%"


def test_what_was_signed_before_and_this_time_makes_more_than_was_published() -> None:
    (carried,) = editions.carried_checks(published())
    assert (carried.of, carried.measure) == (Period(25, through=True), "签约项目")
    assert (carried.published, carried.qualifier) == (Decimal(6200), "超")
    assert carried.carried == 6213
    assert carried.agrees


def figure(edition: int, value: str, unit: str = "亿元", **more: str) -> Figure:
    return Figure(Period(edition), more.pop("measure", "签约额"), Decimal(value), unit, **more)


def test_figures_that_do_not_agree_are_pointed_out_and_stay() -> None:
    listed = [
        figure(23, "1045"), figure(24, "3470"), figure(24, "230", "%", measure="签约额同比增长"),
        figure(24, "3000", part="项目"), figure(24, "400", part="协议"),
    ]  # fmt: skip
    (grown,) = editions.growths(listed)
    assert (grown.published, grown.agrees) == (Decimal(230), False)
    (check,) = editions.parts_checks(listed)
    assert (check.whole, check.gap, check.agrees) == (Decimal(3470), Decimal(-70), False)


def test_a_growth_published_with_a_decimal_is_compared_with_one() -> None:
    listed = [figure(23, "1045"), figure(24, "3470")]
    for said, agrees in (("232.1", True), ("232.0", False), ("232.06", True)):
        (grown,) = editions.growths([*listed, figure(24, said, "%", measure="签约额同比增长")])
        assert grown.agrees is agrees, said


@pytest.mark.parametrize(
    ("qualifier", "parts", "agrees"),
    [("整", "100", True), ("整", "101", False), ("近", "95", True), ("近", "101", False),
     ("超", "105", True), ("余", "99", False), ("约", "91", True), ("约", "80", False)],
)  # fmt: skip
def test_a_qualified_whole_holds_within_its_word(
    qualifier: str, parts: str, *, agrees: bool
) -> None:
    (check,) = editions.parts_checks(
        [figure(24, "100", qualifier=qualifier), figure(24, parts, part="一")]
    )
    assert check.agrees is agrees


def test_units_of_one_kind_are_compared_and_others_are_not() -> None:
    (grown,) = editions.growths([figure(23, "10450000", "万元"), figure(24, "3470")])
    assert written_growth(grown.percent) == "+232.1%"
    assert editions.growths([figure(23, "1045", "个"), figure(24, "3470")]) == []
    assert editions.growths([figure(22, "1045"), figure(24, "3470")]) == []
    assert editions.growths([figure(23, "0"), figure(24, "3470")]) == []


def test_series_stand_in_one_unit_with_what_was_counted() -> None:
    counted = {"签约额": {25: Decimal(91_500_000_000)}}
    lines = editions.series(published(), counted)
    amount = next(one for one in lines if (one.measure, one.place) == ("签约额", ""))
    assert (amount.unit, amount.through) == ("亿元", False)
    assert [(p.edition, p.value, p.counted) for p in amount.points] == [
        (23, Decimal(1045), None), (24, Decimal(3470), None), (25, Decimal(916), Decimal(915)),
    ]  # fmt: skip
    assert [point.growth for point in amount.points] == [None, Decimal("232.1"), Decimal("-73.6")]
    whole = next(one for one in lines if one.through and one.measure == "签约项目")
    assert [(p.edition, p.value, p.qualifier) for p in whole.points] == [
        (24, Decimal(6109), "整"), (25, Decimal(6200), "超"),
    ]  # fmt: skip
    assert not any(one.measure.endswith("同比增长") for one in lines)


@given(st.lists(st.decimals(0, 10**6, places=2), min_size=1))
def test_parts_that_sum_agree_and_one_fen_more_does_not(values: list[Decimal]) -> None:
    total = sum(values, Decimal(0))
    parts = [figure(24, str(value), part=f"{n}") for n, value in enumerate(values)]
    (check,) = editions.parts_checks([figure(24, str(total)), *parts])
    assert (check.gap, check.agrees) == (ZERO, True)
    (check,) = editions.parts_checks([figure(24, str(total + Decimal("0.01"))), *parts])
    assert (check.gap, check.agrees) == (Decimal("-0.01"), False)
