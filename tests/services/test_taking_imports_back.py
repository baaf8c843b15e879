"""Taking imports back: what was built on stays whole."""

from pathlib import Path

from qhsign.services import contracts, guests, imports
from support.desks import Clock, fresh_desk
from support.list_files import write_csv

ROWS = (
    ("项目名称", "甲方", "乙方", "签约金额（亿元）", "甲方签约代表", "乙方签约代表"),
    ("光伏项目", "海西州政府", "隆基公司", 53.6, "张弘靓", "单雄信"),
    ("算力项目", "海东市政府", "移动公司", 12, "张弘靓", "李刚"),
)


def test_an_approved_contract_keeps_its_signatories(tmp_path: Path) -> None:
    with fresh_desk(tmp_path / "e.qhsign") as desk:
        done = imports.import_contracts(desk, write_csv(tmp_path / "k.csv", ROWS))
        assert done.number is not None
        first, _ = contracts.list_contracts(desk)
        contracts.approve(desk, [first.number], by="王主任")
        before = contracts.list_contracts(desk)[0]
        imports.undo(desk, done.number)
        (left,) = contracts.list_contracts(desk)
        assert left == before
        assert [party.signatory for party in left.parties] == ["张弘靓", "单雄信"]


def test_what_was_approved_since_is_not_changed_behind_the_approver(tmp_path: Path) -> None:
    with fresh_desk(tmp_path / "e.qhsign", clock := Clock()) as desk:
        imports.import_contracts(desk, write_csv(tmp_path / "k.csv", ROWS))
        clock.forward(hours=1)
        new_sum = [*ROWS[:1], (*ROWS[1][:3], 60, "杨忠", "单雄信"), ROWS[2]]
        done = imports.import_contracts(desk, write_csv(tmp_path / "k2.csv", new_sum))
        clock.forward(hours=1)
        first, _ = contracts.list_contracts(desk)
        contracts.approve(desk, [first.number], by="王主任")
        before = contracts.list_contracts(desk)
        taken = imports.undo(desk, done.number or 0)
        assert (taken.undone, taken.kept) == (0, 1)
        assert contracts.list_contracts(desk) == before


def test_an_undone_change_brings_the_approval_back(tmp_path: Path) -> None:
    with fresh_desk(tmp_path / "e.qhsign", clock := Clock()) as desk:
        imports.import_contracts(desk, write_csv(tmp_path / "k.csv", ROWS))
        first, _ = contracts.list_contracts(desk)
        contracts.approve(desk, [first.number], by="王主任")
        before = contracts.list_contracts(desk)
        clock.forward(hours=1)
        new_sum = [*ROWS[:1], (*ROWS[1][:3], 60, *ROWS[1][4:]), ROWS[2]]
        done = imports.import_contracts(desk, write_csv(tmp_path / "k2.csv", new_sum))
        assert not contracts.list_contracts(desk)[0].approved
        taken = imports.undo(desk, done.number or 0)
        assert (taken.undone, taken.kept) == (1, 0)
        assert contracts.list_contracts(desk) == before


def test_an_undo_counts_the_guests_of_the_list(tmp_path: Path) -> None:
    rows = (("姓名", "单位"), ("张弘靓", "商务厅"), ("单雄信", "瓦岗公司"))
    with fresh_desk(tmp_path / "e.qhsign") as desk:
        done = imports.import_guests(desk, write_csv(tmp_path / "g.csv", rows))
        guests.set_guest(desk, 2, {"title": "总经理"})
        taken = imports.undo(desk, done.number or 0)
        assert (taken.undone, taken.kept) == (1, 1)
        assert [guest.full_name for guest in guests.list_guests(desk).guests] == ["单雄信"]
