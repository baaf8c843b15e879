"""Rates over all, by slate, industry and region, against targets; and the editions beside them."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from qhsign import wording
from qhsign.domain.contract import LifeCycle
from qhsign.domain.follow_up import LeftOut, Rate, TargetMeasure
from qhsign.domain.problems import ProblemForUser
from qhsign.services import contracts, editions, follow_up_undo, life_cycle, payments, rates, slates
from qhsign.services.desk import Desk
from qhsign.store.schema import Contract
from support.desks import Clock, fresh_desk
from support.tables import dump

YI = 10**8 * 100


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with fresh_desk(tmp_path / "e.qhsign", Clock()) as desk:
        for name in ("重点项目", "绿色算力"):
            slates.set_slate(desk, name, {})
        with desk.write("test") as session:
            session.add_all(
                Contract(number=number, title=f"项目{number}", amount=amount, industry=industry,
                         region=region, currency=currency)
                for number, amount, currency, industry, region in (
                    (1, 50 * YI, "CNY", "新能源", "海西州"),
                    (2, 30 * YI, "CNY", "绿色算力", "海东市"),
                    (3, 10 * YI, "USD", "绿色算力", "海西州"),
                    (4, None, "CNY", "", "青海省"),
                    (5, 20 * YI, "CNY", "新能源", ""),
                )
            )  # fmt: skip
        for number, on in ((1, "重点项目"), (2, "重点项目,绿色算力"), (3, "绿色算力")):
            contracts.set_contract(desk, number, {"slates": on})
        life_cycle.move(desk, [1, 2, 3, 4], LifeCycle.SIGNED)
        life_cycle.move(desk, [1, 2], LifeCycle.IMPLEMENTED)
        life_cycle.move(desk, [3], LifeCycle.TERMINATED)
        payments.add_payment(desk, 1, {"amount": "10亿"})
        payments.add_payment(desk, 2, {"amount": "6亿"})
        payments.add_payment(desk, 4, {"amount": "1亿"})
        payments.add_payment(desk, 5, {"amount": "1亿"})
        yield desk


def test_the_whole_with_what_is_left_out(desk: Desk) -> None:
    report = rates.rates(desk)
    tally = report.whole.tally
    assert (tally.contracts, tally.signed, tally.implemented, tally.terminated) == (5, 4, 2, 1)
    assert (tally.implementation, tally.performance) == (Decimal("50.00"), Decimal("75.00"))
    assert tally.funding == {"CNY": Decimal("20.00"), "USD": Decimal("0.00")}
    assert tally.other_funds == {"CNY": 2 * YI}
    assert [(each.number, each.reasons) for each in report.left_out] == [
        (4, (LeftOut.NO_AMOUNT,)), (5, (LeftOut.NOT_SIGNED,)),
    ]  # fmt: skip


def test_groups_sum_up_but_slates_overlap(desk: Desk) -> None:
    report = rates.rates(desk)
    by = {group.by: group for group in report.groups}
    assert [group.by for group in report.groups if group.overlapping] == ["slate"]
    for name in ("industry", "region"):
        rows = by[name].rows
        assert sum(row.tally.contracts for row in rows) == report.whole.tally.contracts
        assert sum(row.tally.signed for row in rows) == report.whole.tally.signed
        assert sum(row.tally.amounts.get("CNY", 0) for row in rows) == 80 * YI
    assert [row.name for row in by["industry"].rows] == ["新能源", "绿色算力", ""]
    assert [(row.name, row.tally.contracts) for row in by["slate"].rows] == [
        ("重点项目", 2), ("绿色算力", 2), ("", 2),
    ]  # fmt: skip


def test_the_rates_of_one_slate(desk: Desk) -> None:
    report = rates.rates(desk, "算力")
    assert (report.slate, report.whole.name) == ("绿色算力", "绿色算力")
    assert report.whole.tally.implementation == Decimal("50.00")
    assert [group.by for group in report.groups] == ["industry", "region"]
    with pytest.raises(ProblemForUser, match="slate-unknown"):
        rates.rates(desk, "没有")


def test_an_event_without_contracts_has_dashes(tmp_path: Path) -> None:
    with fresh_desk(tmp_path / "n.qhsign") as empty:
        report = rates.rates(empty)
    assert report.whole.tally.implementation is None
    assert [group.rows for group in report.groups] == [[], [], []]


def test_targets_of_the_whole_and_of_a_slate(desk: Desk) -> None:
    row = rates.set_target(desk, {"contracts": "5", "funds": "36亿元"})
    assert row.targets == {TargetMeasure.CONTRACTS: 5, TargetMeasure.FUNDS: 36 * YI}
    assert row.completion == {
        TargetMeasure.CONTRACTS: Decimal("80.00"), TargetMeasure.FUNDS: Decimal("50.00"),
    }  # fmt: skip
    row = rates.set_target(desk, {"amount": "4000000000"}, grouping="slate", name="重点")
    assert (row.name, row.completion) == (
        "重点项目", {TargetMeasure.AMOUNT: Decimal("200.00")},
    )  # fmt: skip
    region = rates.set_target(desk, {"implemented": "4"}, grouping="region", name="海西州")
    assert region.completion == {TargetMeasure.IMPLEMENTED: Decimal("25.00")}
    report = rates.rates(desk)
    assert len(report.whole.completion) == 2
    assert rates.rates(desk, "重点").whole.completion == {TargetMeasure.AMOUNT: Decimal("200.00")}
    changed = rates.set_target(desk, {"contracts": "", "funds": "18亿元"})
    assert changed.completion == {TargetMeasure.FUNDS: Decimal("100.00")}
    follow_up_undo.undo(desk, changed.operation)
    assert dict(rates.rates(desk).whole.targets) == dict(report.whole.targets)


@pytest.mark.parametrize(
    ("values", "more", "code"),
    [
        ({"contracts": "-1"}, {}, "setting-wrong"),
        ({"amount": "$5"}, {}, "setting-wrong"),
        ({"amount": "很多"}, {}, "setting-wrong"),
        ({"guests": "5"}, {}, "setting-unknown"),
        ({"amount": "5"}, {"grouping": "slate", "name": "没有"}, "slate-unknown"),
        ({"amount": "5"}, {"grouping": "region", "name": " "}, "target-name-missing"),
    ],
)
def test_a_wrong_target_is_not_set(
    desk: Desk, values: dict[str, str], more: dict[str, str], code: str
) -> None:
    before = dump(desk)
    with pytest.raises(ProblemForUser, match=code):
        rates.set_target(desk, values, **more)
    assert dump(desk) == before


def test_every_word_of_the_rates_is_there() -> None:
    for language in wording.Language:
        for rate in Rate:
            assert wording.say(f"rate-{rate}", language)
            assert wording.say(f"rate-{rate}-definition", language)
        for measure in TargetMeasure:
            assert wording.say(f"target-measure-{measure}", language)
        for reason in LeftOut:
            assert wording.say(f"left-out-{reason}", language)
        for state in LifeCycle:
            assert wording.meant(LifeCycle, "life-cycle",
                                 wording.say(f"life-cycle-{state}", language)) is state  # fmt: skip


def test_the_published_editions_and_this_one(desk: Desk) -> None:
    assert editions.list_editions(desk).figures == []
    added = editions.take_published(desk).added
    assert (added > 20, editions.take_published(desk).added) == (True, 0)
    found = editions.list_editions(desk)
    assert len(found.figures) == added
    assert all(figure.source for figure in found.figures)
    assert [rate.percent for rate in found.rates] == [Decimal("74.79")]
    assert all(check.agrees for check in found.parts)
    assert all(check.agrees for check in found.carried)
    signed = next(one for one in found.series if one.measure == "签约项目" and not one.through)
    assert (signed.points[-1].value, signed.points[-1].counted) == (Decimal(104), Decimal(4))
    amount = next(one for one in found.series if (one.measure, one.place) == ("签约额", ""))
    assert (amount.points[-1].value, amount.points[-1].counted) == (Decimal(916), Decimal(80))


def test_taking_the_published_figures_can_be_undone(desk: Desk) -> None:
    taken = editions.take_published(desk)
    assert follow_up_undo.undo(desk, taken.operation).undone == taken.added
    assert editions.list_editions(desk).figures == []
    of = {"edition": "24", "measure": "签约额"}
    editions.set_figure(desk, {**of, "value": "3470", "unit": "亿元"})
    corrected = editions.set_figure(desk, {**of, "value": "3500"})
    follow_up_undo.undo(desk, corrected.operation)
    assert [one.value for one in editions.list_editions(desk).figures] == [Decimal(3470)]
    removed = editions.set_figure(desk, {**of, "value": ""})
    follow_up_undo.undo(desk, removed.operation)
    assert len(editions.list_editions(desk).figures) == 1


def test_a_figure_is_entered_corrected_and_removed(desk: Desk) -> None:
    of = {"edition": "24", "measure": "签约额"}
    made = editions.set_figure(
        desk, {**of, "value": "3,470", "unit": "亿元", "qualifier": "超", "source": "简报"}
    ).figure
    assert made is not None
    assert (made.value, made.qualifier, made.source) == (Decimal(3470), "超", "简报")
    again = editions.set_figure(desk, {**of, "value": "3471"}).figure
    assert again is not None
    assert (again.value, again.unit) == (Decimal(3471), "亿元")
    part = editions.set_figure(
        desk, {"year": "2023", "place": "青海省", "measure": "到位资金", "part": "续建",
               "value": "355.7"},
    ).figure  # fmt: skip
    assert part is not None
    assert len(editions.list_editions(desk).figures) == 2
    editions.take_published(desk)
    assert again in editions.list_editions(desk).figures, "what somebody entered stays"
    assert editions.set_figure(desk, of).figure is None
    assert again not in editions.list_editions(desk).figures


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"edition": "24", "value": "5"}, "edition-figure-of-what"),
        ({"measure": "签约额", "value": "5"}, "edition-figure-of-what"),
        ({"edition": "24", "year": "2023", "measure": "签约额"}, "edition-figure-of-what"),
        ({"year": "2023", "through": "yes", "measure": "签约额"}, "edition-figure-of-what"),
        ({"edition": "24", "measure": "签约额", "value": "很多"}, "setting-wrong"),
        ({"edition": "24", "measure": "签约额", "value": "NaN"}, "setting-wrong"),
        ({"edition": "x", "measure": "签约额", "value": "5"}, "setting-wrong"),
        ({"edition": "24", "measure": "签约额", "value": "5", "qualifier": "多"}, "setting-wrong"),
        ({"edition": "24", "measure": "签约额", "colour": "red"}, "setting-unknown"),
        ({"edition": "24", "measure": "签约额"}, "edition-figure-unknown"),
    ],
)
def test_a_wrong_figure_is_not_entered(desk: Desk, values: dict[str, str], code: str) -> None:
    before = dump(desk)
    with pytest.raises(ProblemForUser, match=code):
        editions.set_figure(desk, values)
    assert dump(desk) == before
