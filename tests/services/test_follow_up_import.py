"""Follow-up lists as offices send them, previewed, taken in and taken back."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from qhsign.domain.contract import LifeCycle
from qhsign.domain.money import Amount
from qhsign.domain.problems import ProblemForUser
from qhsign.services import exports, imports, life_cycle, payments
from qhsign.services.desk import Desk
from qhsign.services.import_records import ImportReport
from qhsign.store.schema import Contract
from support.desks import Clock, fresh_desk
from support.list_files import say_all, write_csv, write_xlsx
from support.tables import dump

YI = 10**8 * 100
FOLLOWED = ("contract", "contract_step", "payment")
HEADINGS = ("序号", "项目编号", "项目名称", "签约金额（亿元）", "落实情况", "到位资金（万元）",
            "开工时间", "备注")  # fmt: skip
LIST = (
    ("第25届青洽会签约项目跟踪表",),
    HEADINGS,
    (1, "0001", "光伏项目", 5, "已开工，预计明年投产", 12000, "2024年6月20日", ""),
    (2, "", "算力项目", 3, "已落实，尚未开工", 0, "2025-03", ""),
    (3, "QH25-QY-0003", "", "—", "签约", "", "", "框架"),
    (4, "", "没有的项目", 1, "开工", 5, "", ""),
    ("合计", "", "", 9, "", 12000, "", ""),
)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def desk(tmp_path: Path, clock: Clock) -> Iterator[Desk]:
    with fresh_desk(tmp_path / "e.qhsign", clock) as desk:
        with desk.write("test") as session:
            session.add(Contract(number=1, title="光伏项目", amount=5 * YI))
            session.add(Contract(number=2, title="算力项目", amount=3 * YI))
            session.add(
                Contract(number=3, title="战略合作框架协议", certificate_number="QH25-QY-0003")
            )
        life_cycle.move(desk, [1, 2], LifeCycle.SIGNED)
        yield desk


def problems(report: ImportReport) -> set[tuple[int, str]]:
    say_all(report.problems)
    return {(problem.row, problem.code) for problem in report.problems}


def test_states_days_and_funds_of_a_workbook(desk: Desk, tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "跟踪表.xlsx", LIST)
    before = dump(desk)
    tried = imports.import_follow_up(desk, path, dry_run=True)
    assert dump(desk) == before
    assert tried.number is None
    done = imports.import_follow_up(desk, path)
    assert (done.rows, done.new, done.changed, done.unchanged) == (4, 0, 3, 0)
    assert (tried.changed, tried.problems) == (done.changed, done.problems)
    assert problems(done) == {
        (3, "life-cycle-passed"), (4, "day-from-month"), (4, "day-planned"),
        (6, "follow-up-not-found"),
    }  # fmt: skip
    first = life_cycle.followed(desk, 1)
    assert [(step.reached, step.day) for step in first.steps[1:]] == [
        (LifeCycle.IMPLEMENTED, None), (LifeCycle.STARTED, date(2024, 6, 20)),
    ]  # fmt: skip
    assert first.steps[-1].reason == "跟踪表.xlsx 3"
    assert first.funds == {"CNY": 12000 * 10**6}
    second, third = life_cycle.followed(desk, 2), life_cycle.followed(desk, 3)
    assert (second.state, second.funds) == (LifeCycle.IMPLEMENTED, {})
    assert third.state is LifeCycle.SIGNED


def test_a_preview_tells_each_change(desk: Desk, tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "跟踪表.xlsx", LIST)
    first, second, third = imports.take_follow_up(desk, path, dry_run=True).outcomes
    assert (first.row, first.number, first.title, first.outcome) == (3, 1, "光伏项目", "changed")
    assert first.changes == {
        "status": (LifeCycle.SIGNED, LifeCycle.STARTED),
        "funds": (Amount(0), Amount(12000 * 10**6)),
    }
    assert second.changes == {"status": (LifeCycle.SIGNED, LifeCycle.IMPLEMENTED)}
    assert third.changes == {"status": (LifeCycle.TO_SIGN, LifeCycle.SIGNED)}


def test_the_same_list_again_changes_nothing(desk: Desk, tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "跟踪表.xlsx", LIST)
    imports.import_follow_up(desk, path)
    before = dump(desk, *FOLLOWED)
    again = imports.import_follow_up(desk, path)
    assert (again.changed, again.unchanged) == (0, 3)
    assert dump(desk, *FOLLOWED) == before


def test_an_undo_takes_all_of_it_back(desk: Desk, tmp_path: Path) -> None:
    before = dump(desk, *FOLLOWED)
    done = imports.import_follow_up(desk, write_xlsx(tmp_path / "跟踪表.xlsx", LIST))
    undone = imports.undo(desk, done.number or 0)
    assert (undone.undone, undone.kept) == (3, 0)
    assert dump(desk, *FOLLOWED) == before


def test_an_undo_leaves_what_went_on_since(desk: Desk, tmp_path: Path, clock: Clock) -> None:
    done = imports.import_follow_up(desk, write_xlsx(tmp_path / "跟踪表.xlsx", LIST))
    clock.forward(hours=1)
    life_cycle.move(desk, [1], LifeCycle.OPERATING)
    undone = imports.undo(desk, done.number or 0)
    assert (undone.undone, undone.kept) == (2, 1)
    first = life_cycle.followed(desk, 1)
    assert [step.reached for step in first.steps] == list(LifeCycle)[2:6]
    assert life_cycle.followed(desk, 2).state is LifeCycle.SIGNED


def test_the_next_list_adds_what_is_more_and_goes_nowhere_back(
    desk: Desk, tmp_path: Path, clock: Clock
) -> None:
    imports.import_follow_up(desk, write_xlsx(tmp_path / "一季度.xlsx", LIST))
    clock.forward(days=90)
    later = (
        ("项目名称", "进展", "累计到位资金（亿元）", "统计截止时间"),
        ("光伏项目", "落实", 2, "2024-09-30"),
        ("算力项目", "终止", 1, "2024-09-30"),
        ("战略合作框架协议", "胡写", "近1", ""),
    )
    done = imports.import_follow_up(desk, write_csv(tmp_path / "二季度.csv", later))
    assert problems(done) == {
        (2, "life-cycle-backward"), (4, "progress-unknown"), (4, "funds-not-exact"),
    }  # fmt: skip
    first, second = life_cycle.followed(desk, 1), life_cycle.followed(desk, 2)
    assert (first.state, first.funds) == (LifeCycle.STARTED, {"CNY": 2 * YI})
    assert [each.amount.fen for each in first.payments] == [12000 * 10**6, 8000 * 10**6]
    assert first.payments[-1].day == date(2024, 9, 30)
    assert (second.state, second.funds) == (LifeCycle.TERMINATED, {"CNY": YI})


def test_odd_funds_are_told_and_not_taken(desk: Desk, tmp_path: Path) -> None:
    payments.add_payment(desk, 1, {"amount": "2亿"})
    rows = (
        ("编号", "项目名称", "到位资金", "到位时间"),
        ("0001", "光伏项目", "1亿元", ""),
        ("0002", "算力项目", "$1亿", ""),
        ("0003", "战略合作框架协议", "1亿元", "2024-08-01"),
    )
    done = imports.import_follow_up(desk, write_csv(tmp_path / "f.csv", rows))
    assert problems(done) == {
        (2, "funds-less"), (3, "funds-other-currency"), (4, "funds-to-come"),
    }  # fmt: skip
    assert (done.changed, done.unchanged) == (0, 3)
    more = (*rows[:2], ("0002", "算力项目", "4亿元", ""))
    done = imports.import_follow_up(desk, write_csv(tmp_path / "g.csv", more))
    assert (3, "funds-pass-amount") in problems(done)
    assert life_cycle.followed(desk, 2).funds_pass_amount


def test_nothing_is_guessed_about_which_contract(desk: Desk, tmp_path: Path) -> None:
    with desk.write("test") as session:
        session.add(Contract(number=4, title="光伏项目"))
    rows = (
        ("项目编号", "项目名称", "进展"),
        ("1", "算力项目", "落实"),
        ("", "光伏项目", "落实"),
        ("4", "光伏项目", "签约"),
        ("0004", "", "落实"),
        ("77", "", "落实"),
    )
    done = imports.import_follow_up(desk, write_csv(tmp_path / "f.csv", rows))
    assert problems(done) == {
        (2, "follow-up-clash"), (3, "follow-up-ambiguous"), (5, "follow-up-repeated"),
        (6, "follow-up-not-found"),
    }  # fmt: skip
    assert life_cycle.followed(desk, 4).state is LifeCycle.SIGNED
    assert life_cycle.followed(desk, 1).state is LifeCycle.SIGNED


def test_staff_who_know_better_are_left_alone(desk: Desk, tmp_path: Path) -> None:
    rows = (("项目名称", "进展"), ("光伏项目", "落实"), ("算力项目", "落实"))
    imports.import_follow_up(desk, write_csv(tmp_path / "f.csv", rows))
    life_cycle.step_back(desk, [1], "没有落实")
    again = imports.import_follow_up(desk, write_csv(tmp_path / "f.csv", rows))
    assert problems(again) == {(2, "list-value-kept")}
    assert life_cycle.followed(desk, 1).state is LifeCycle.SIGNED


def test_a_list_of_something_else_is_refused(desk: Desk, tmp_path: Path) -> None:
    before = dump(desk)
    path = write_csv(tmp_path / "g.csv", (("姓名", "手机"), ("李刚", "13800000000")))
    with pytest.raises(ProblemForUser, match="no-heading-found-follow-up"):
        imports.import_follow_up(desk, path)
    assert dump(desk) == before


def test_an_exported_list_comes_back_as_a_follow_up_list(desk: Desk, tmp_path: Path) -> None:
    payments.add_payment(desk, 1, {"amount": "1亿"})
    out = tmp_path / "contracts.xlsx"
    columns = ["number", "title", "amount", "status", "signed_on", "funds", "funding_rate"]
    assert exports.export(desk, "contracts", out, columns=columns).rows == 3
    before = dump(desk, *FOLLOWED)
    done = imports.import_follow_up(desk, out)
    assert (done.unchanged, problems(done)) == (3, {(3, "heading-unknown")})
    assert set(done.mapping) == {"number", "title", "status", "signed_on", "funds"}
    assert dump(desk, *FOLLOWED) == before


def test_a_contract_list_goes_through_the_life_cycle(tmp_path: Path) -> None:
    headings = ("项目名称", "甲方", "乙方", "项目状态")
    first = ("光伏项目", "海西州政府", "隆基公司", "签约")
    new = ("算力项目", "海西州政府", "移动公司", "已开工")
    with fresh_desk(tmp_path / "n.qhsign", Clock()) as desk:
        imports.import_contracts(desk, write_csv(tmp_path / "k.csv", (headings, first)))
        life_cycle.move(desk, [1], LifeCycle.IMPLEMENTED)
        before = dump(desk, *FOLLOWED)
        stale = (*first[:3], "拟签约")
        done = imports.import_contracts(
            desk, write_csv(tmp_path / "k2.csv", (headings, stale, new))
        )
        assert problems(done) == {(2, "life-cycle-backward")}
        assert (done.new, done.changed, done.unchanged) == (1, 0, 1)
        (step,) = life_cycle.followed(desk, 2).steps
        assert (step.left, step.reached) == (None, LifeCycle.STARTED)
        imports.undo(desk, done.number or 0)
        assert dump(desk, *FOLLOWED) == before
        ahead = (*first[:3], "建成投产")
        done = imports.import_contracts(desk, write_csv(tmp_path / "k3.csv", (headings, ahead)))
        assert (done.changed, len(life_cycle.followed(desk, 1).steps)) == (1, 4)
