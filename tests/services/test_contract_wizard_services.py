"""Contract lists in the wizard, and guests a list no longer holds."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from qhsign.domain.guest import Invitation
from qhsign.domain.money import Amount
from qhsign.domain.problems import ProblemForUser
from qhsign.services import contracts, guest_import, guests, imports, slates
from qhsign.services.contract_import import take_contracts
from qhsign.services.contract_preview import preview_contracts
from qhsign.services.desk import Desk
from qhsign.services.import_preview import preview_guests
from qhsign.services.list_look import look_at_list
from qhsign.services.list_records import CONTRACTS, ListChoice, PastedList, RowKind
from qhsign.services.problem_workbook import write_problem_workbook
from support.desks import fresh_desk
from support.list_files import write_xlsx
from support.tables import dump

HEADINGS = ("项目名称", "甲方", "乙方", "投资额（亿元）", "甲方签约代表")
FIRST = (
    HEADINGS,
    ("零碳产业园", "西宁市人民政府", "某公司", "53.6", "李刚"),
    ("绿色算力中心", "海东市人民政府", "算力公司", "10", "王菲"),
    ("友好协议", "青海省", "某州", "", ""),
)
SECOND = (
    HEADINGS,
    ("零碳产业园", "西宁市人民政府", "某公司", "60", "丁一"),
    ("绿色算力中心", "海东市人民政府", "算力公司", "10", "王菲"),
    ("友好协议", "西宁市人民政府", "另一公司", "5", ""),
    ("稀散元素", "海西州人民政府", "矿业公司", "8", ""),
)
PEOPLE = (
    ("姓名", "单位", "联系电话"),
    ("张三", "西宁云杉数据有限公司", "13897541234"),
    ("李四", "三江源文旅发展有限公司", "13997541234"),
    ("王五", "冰岛驻华大使馆", "13797541234"),
    ("赵六", "青海大学", "13697541234"),
)
KEPT = ("contract", "party", "slate", "slate_entry", "list_import")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with fresh_desk(tmp_path / "e.qhsign") as desk:
        yield desk


def choice(path: Path, **more: Any) -> ListChoice:
    return ListChoice(path, kind=CONTRACTS, **more)


@pytest.mark.parametrize(
    ("rows", "kind"), [(FIRST, "contracts"), (PEOPLE, "guests"), ((("甲", "乙"), ("1", "2")), "")]
)
def test_what_a_list_holds_is_guessed_from_its_headings(
    tmp_path: Path, rows: tuple[tuple[str, ...], ...], kind: str
) -> None:
    look = look_at_list(write_xlsx(tmp_path / "l.xlsx", rows), "")
    assert look.kind == (kind or "guests")
    assert (look.header_row > 0) is bool(kind)


def test_the_list_files_of_the_fair_are_guessed_right() -> None:
    folder = Path("tests/support/lists")
    guessed = {path.name: look_at_list(path, "").kind for path in folder.glob("0*.xlsx")}
    assert guessed.pop("04-contract-slate.xlsx") == "contracts"
    assert set(guessed.values()) == {"guests"}
    pasted = "\n".join("\t".join(row) for row in FIRST)
    assert look_at_list(PastedList(pasted, "剪贴板"), "").kind == "contracts"


def test_a_preview_of_contracts_tells_every_row_and_changes_nothing(
    desk: Desk, tmp_path: Path
) -> None:
    imports.import_contracts(desk, write_xlsx(tmp_path / "a.xlsx", FIRST))
    second = choice(write_xlsx(tmp_path / "b.xlsx", SECOND), slate="重点项目")
    before = dump(desk, *KEPT)
    preview = preview_contracts(desk, second)
    assert dump(desk, *KEPT) == before
    kinds = {row.row: row.kind for row in preview.rows}
    assert kinds == {
        2: RowKind.CHANGED, 3: RowKind.UNCHANGED, 4: RowKind.SUSPECTED, 5: RowKind.NEW,
    }  # fmt: skip
    changed = preview.rows[0]
    assert changed.changes == {
        "amount": (Amount(536_000_000_000), Amount(600_000_000_000)),
        "signatories": ("李刚", "丁一"),
    }
    assert changed.values["parties"] == "甲方：西宁市人民政府；乙方：某公司"
    assert [row.like for row in preview.rows if row.like] == [3]
    (missing,) = preview.missing_contracts
    assert (missing.title, missing.amount) == ("友好协议", None)
    assert preview.kind == CONTRACTS
    assert preview.letters["甲方"] == "B"


def test_rows_left_out_change_nothing_and_go_on_no_slate(desk: Desk, tmp_path: Path) -> None:
    imports.import_contracts(desk, write_xlsx(tmp_path / "a.xlsx", FIRST))
    second = choice(write_xlsx(tmp_path / "b.xlsx", SECOND), slate="重点项目")
    done = take_contracts(desk, second, leave_out={2, 5}).report
    assert (done.new, done.changed, done.missing) == (1, 0, 1)
    rows = {row.title: row for row in contracts.list_contracts(desk)}
    assert "稀散元素" not in rows
    assert rows["零碳产业园"].amount == Amount(536_000_000_000)
    (slate,) = slates.list_slates(desk)
    assert slate.contracts == 2


def test_a_slate_declares_in_the_import_and_one_undo_takes_all_back(
    desk: Desk, tmp_path: Path
) -> None:
    slates.set_slate(desk, "重点项目", {"declared_contracts": "2"})
    before = dump(desk, "contract", "party", "slate", "slate_entry")
    wanted = choice(
        write_xlsx(tmp_path / "a.xlsx", FIRST),
        slate="重点项目",
        declared_contracts="3",
        declared_amount="70亿",
    )
    done = take_contracts(desk, wanted).report
    (slate,) = slates.list_slates(desk)
    assert (slate.contracts, slate.declared_contracts) == (3, 3)
    assert slate.declared_amount == 700_000_000_000
    assert [each.code for each in done.problems if not each.row], "63.6亿 are not 70亿"
    assert done.number is not None
    undone = imports.undo(desk, done.number)
    assert (undone.undone, undone.kind) == (3, "contracts")
    assert dump(desk, "contract", "party", "slate", "slate_entry") == before


def test_a_declared_number_that_is_none_is_refused_before_anything_is_read_in(
    desk: Desk, tmp_path: Path
) -> None:
    wrong = choice(write_xlsx(tmp_path / "a.xlsx", FIRST), slate="重点项目", declared_amount="很多")
    with pytest.raises(ProblemForUser, match="setting-wrong"):
        take_contracts(desk, wrong)
    assert contracts.list_contracts(desk) == []


def test_problems_of_a_contract_list_are_marked(desk: Desk, tmp_path: Path) -> None:
    rows = (*FIRST[:2], ("无对方的项目", "西宁市人民政府", "", "一大笔", ""))
    listed = choice(write_xlsx(tmp_path / "a.xlsx", rows))
    done = write_problem_workbook(desk, listed, tmp_path / "m.xlsx")
    assert done.cells >= 1
    sheet = openpyxl.load_workbook(tmp_path / "m.xlsx").active
    assert sheet is not None
    marked = [cell.coordinate for row in sheet.iter_rows() for cell in row if cell.comment]
    assert marked


def test_missing_guests_are_cancelled_only_when_ticked_and_come_back(
    desk: Desk, tmp_path: Path
) -> None:
    imports.import_guests(desk, write_xlsx(tmp_path / "a.xlsx", PEOPLE))
    fewer = ListChoice(write_xlsx(tmp_path / "b.xlsx", PEOPLE[:3]))
    missing = {each.full_name: each for each in preview_guests(desk, fewer).missing}
    assert set(missing) == {"王五", "赵六"}
    assert all(each.may_cancel for each in missing.values())

    def states() -> dict[str, Invitation]:
        return {row.full_name: row.status for row in guests.list_guests(desk).guests}

    before = states()
    present = next(r.number for r in guests.list_guests(desk).guests if r.full_name == "张三")
    done = guest_import.take_guests(desk, fewer, cancel={missing["王五"].number, present})
    assert done.cancelled == 1
    assert states() == before | {"王五": Invitation.CANCELLED}
    assert done.report.number is not None
    imports.undo(desk, done.report.number)
    assert states() == before


def test_who_is_cancelled_already_is_not_offered_again(desk: Desk, tmp_path: Path) -> None:
    imports.import_guests(desk, write_xlsx(tmp_path / "a.xlsx", PEOPLE))
    fewer = ListChoice(write_xlsx(tmp_path / "b.xlsx", PEOPLE[:4]))
    number = next(r.number for r in guests.list_guests(desk).guests if r.full_name == "赵六")
    guests.set_guest(desk, number, {"status": "declined"})
    (missing,) = preview_guests(desk, fewer).missing
    assert (missing.status, missing.may_cancel) == (Invitation.DECLINED, False)
    assert guest_import.take_guests(desk, fewer, cancel={number}).cancelled == 0
