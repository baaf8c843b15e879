"""What the import wizard asks for: a first look, a preview, rows left out, marks to send back."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from qhsign.background.progress import CancelledError, Progress
from qhsign.domain.guest import Category
from qhsign.domain.problems import ProblemForUser
from qhsign.services import guest_import, guests, imports
from qhsign.services.desk import Desk
from qhsign.services.import_preview import preview_guests
from qhsign.services.list_look import look_at_list
from qhsign.services.list_records import (
    ImportPreview,
    ListChoice,
    PastedList,
    PreviewRow,
    RowKind,
)
from qhsign.services.problem_workbook import write_problem_workbook
from qhsign.wording import Language
from support.desks import fresh_desk
from support.list_files import write_xlsx
from support.tables import PEOPLE, dump

HEADINGS = ("姓名", "单位", "职务", "联系电话", "类别")
FIRST = (
    HEADINGS,
    ("张三", "西宁云杉数据有限公司", "总监", "13897541234", "嘉宾"),
    ("李四", "三江源文旅发展有限公司", "经理", "13997541234", "嘉宾"),
    ("王五", "冰岛驻华大使馆", "大使", "13797541234", "嘉宾"),
)
SECOND = (
    HEADINGS,
    ("张三", "西宁云杉数据有限公司", "副总裁", "13897541234", "媒体"),
    ("李四", "三江源文旅发展有限公司", "经理", "13997541234", "嘉宾"),
    ("赵六", "青海大学", "教授", "13697541234", "嘉宾"),
    ("王五", "青海湖投资有限公司", "员工", "", "嘉宾"),
)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with fresh_desk(tmp_path / "e.qhsign") as desk:
        yield desk


@pytest.fixture
def second(desk: Desk, tmp_path: Path) -> ListChoice:
    """Import the first list and return the second one."""
    imports.import_guests(desk, write_xlsx(tmp_path / "first.xlsx", FIRST))
    return ListChoice(write_xlsx(tmp_path / "second.xlsx", SECOND))


def rows(preview: ImportPreview, kind: RowKind) -> list[PreviewRow]:
    return [row for row in preview.rows if row.kind is kind]


def titles(desk: Desk) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for guest in guests.list_guests(desk, order=None).guests:
        found.setdefault(guest.full_name, set()).add(guest.title)
    return found


def test_a_preview_tells_every_row_and_changes_nothing(desk: Desk, second: ListChoice) -> None:
    before = dump(desk, *PEOPLE)
    preview = preview_guests(desk, second)
    assert dump(desk, *PEOPLE) == before
    assert preview.report.number is None
    (changed,) = rows(preview, RowKind.CHANGED)
    assert (changed.row, changed.full_name) == (2, "张三")
    assert changed.changes == {
        "title": ("总监", "副总裁"),
        "category": (Category.GUEST, Category.MEDIA),
    }
    assert [row.row for row in rows(preview, RowKind.UNCHANGED)] == [3]
    assert [row.full_name for row in rows(preview, RowKind.NEW)] == ["赵六"]
    (suspected,) = rows(preview, RowKind.SUSPECTED)
    assert (suspected.row, suspected.full_name, suspected.like) == (5, "王五", 3)
    assert [(each.number, each.full_name) for each in preview.missing] == [(3, "王五")]
    assert preview.letters["联系电话"] == "D"


def test_phones_are_masked_in_a_preview(desk: Desk, second: ListChoice) -> None:
    preview = preview_guests(desk, second)
    for row in preview.rows:
        assert "97541234" not in str(row.values)


def test_what_the_event_holds_stays_masked(desk: Desk, tmp_path: Path) -> None:
    headings = ("姓名", "单位", "住宿")
    imports.import_guests(desk, write_xlsx(tmp_path / "a.xlsx", (headings, ("张三", "甲", "银龙"))))
    choice = ListChoice(write_xlsx(tmp_path / "b.xlsx", (headings, ("张三", "甲", "青海宾馆"))))
    (row,) = preview_guests(desk, choice).rows
    assert row.changes == {"lodging": ("**", "青海宾馆")}


def test_rows_left_out_change_nothing_and_add_nobody(desk: Desk, second: ListChoice) -> None:
    taken = guest_import.take_guests(desk, second, leave_out={2, 5})
    assert (taken.report.new, taken.report.changed, taken.report.missing) == (1, 0, 1)
    assert titles(desk) == {
        "张三": {"总监"}, "李四": {"经理"}, "王五": {"大使"}, "赵六": {"教授"},
    }  # fmt: skip


def test_a_list_sent_again_keeps_what_was_left_out(desk: Desk, second: ListChoice) -> None:
    guest_import.take_guests(desk, second, leave_out={2})
    again = preview_guests(desk, second)
    assert not rows(again, RowKind.CHANGED)
    kept = [each for each in again.report.problems if each.code == "list-value-kept"]
    assert {each.row for each in kept} == {2}


def test_an_import_with_rows_left_out_is_taken_back_whole(desk: Desk, second: ListChoice) -> None:
    before = dump(desk, *PEOPLE)
    taken = guest_import.take_guests(desk, second, leave_out={5})
    assert taken.report.number is not None
    imports.undo(desk, taken.report.number)
    assert dump(desk, *PEOPLE) == before


def test_cancelling_leaves_no_trace(desk: Desk, tmp_path: Path) -> None:
    people = [(f"嘉宾{number}", f"单位{number}", "", "", "嘉宾") for number in range(200)]
    choice = ListChoice(write_xlsx(tmp_path / "many.xlsx", (HEADINGS, *people)))
    progress = Progress()
    told: list[tuple[int, int]] = []

    def tell(done: int, total: int) -> None:
        told.append((done, total))
        progress.cancel()
        progress(done, total)

    with pytest.raises(CancelledError):
        guest_import.take_guests(desk, choice, progress=tell)
    assert told == [(64, 200)]
    assert titles(desk) == {}
    assert imports.list_imports(desk) == []


def test_past_imports_are_listed_latest_first(desk: Desk, second: ListChoice) -> None:
    guest_import.take_guests(desk, second)
    imports.undo(desk, 2)
    last, first = imports.list_imports(desk)
    assert (last.number, last.new, last.changed, last.undone_at is None) == (2, 2, 1, False)
    assert (first.number, first.file_name, first.new) == (1, "first.xlsx", 3)
    assert first.undone_at is None


def test_pasted_rows_are_read_like_a_file(desk: Desk) -> None:
    text = '姓名\t单位\t手机\r\n李䶮\t青海大学\t\'13897541234\r\n"王\n五"\t冰岛驻华大使馆\t\r\n'
    choice = ListChoice(PastedList(text, "剪贴板"))
    taken = guest_import.take_guests(desk, choice)
    assert taken.report.new == 2
    assert {"李䶮", "王五"} == set(titles(desk))
    assert imports.list_imports(desk)[0].file_name == "剪贴板"


def test_an_empty_clipboard_is_told(desk: Desk) -> None:
    with pytest.raises(ProblemForUser) as told:
        look_at_list(PastedList(" \n", "剪贴板"), "guests")
    assert told.value.code == "nothing-pasted"


def test_a_look_gives_sheets_headings_and_samples(tmp_path: Path) -> None:
    path = write_xlsx(
        tmp_path / "l.xlsx", (("嘉宾名单",), *FIRST), sheet="总表", more={"说明": (("填表说明",),)}
    )
    look = look_at_list(path, "guests")
    assert (look.name, look.sheets, look.sheet) == ("l.xlsx", ["总表", "说明"], "总表")
    assert (look.header_row, look.rows) == (2, 3)
    phone = look.columns[3]
    assert (phone.letter, phone.field, phone.confidence) == ("D", "phone", 1.0)
    assert phone.samples[0] == "138****1234"
    assert look.columns[0].samples == ["张三", "李四", "王五"]


def test_a_list_without_headings_is_mapped_by_hand(desk: Desk, tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "bare.xlsx", (("甲公司", "张三"), ("乙公司", "李四")))
    look = look_at_list(path, "guests")
    assert (look.header_row, [column.field for column in look.columns]) == (0, ["", ""])
    mapping = {"organization": "A列", "full_name": "B列"}
    guest_import.take_guests(desk, ListChoice(path, look.sheet, mapping))
    assert set(titles(desk)) == {"张三", "李四"}


def test_a_column_passed_over_is_not_read(desk: Desk, tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "first.xlsx", FIRST)
    guest_import.take_guests(desk, ListChoice(path, passed_over={2}))
    assert titles(desk) == {"张三": {""}, "李四": {""}, "王五": {""}}


def test_a_list_without_its_names_is_no_list(desk: Desk, tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "first.xlsx", FIRST)
    with pytest.raises(ProblemForUser) as told:
        preview_guests(desk, ListChoice(path, passed_over={0}))
    assert told.value.code == "no-heading-found-guests"


def marked(path: Path) -> dict[str, Any]:
    sheet = openpyxl.load_workbook(path).active
    assert sheet is not None
    return {
        cell.coordinate: cell
        for line in sheet.iter_rows()
        for cell in line
        if cell.comment is not None
    }


def test_problems_are_marked_where_they_stand(desk: Desk, tmp_path: Path) -> None:
    people = (
        ("嘉宾名单",),
        ("姓名", "单位", "身份证号", "性别"),
        ("张三", "甲", "11010519491231002X", "男"),
        ("李四", "乙", "110105194912310021", "男"),
        ("", "丙", "", "外星"),
        ("赵六", "丁", "", "外星"),
    )
    choice = ListChoice(write_xlsx(tmp_path / "l.xlsx", people))
    out = tmp_path / "back.xlsx"
    done = write_problem_workbook(desk, choice, out)
    cells = marked(out)
    assert len(cells) == done.cells
    assert {"C4", "A5", "D6"} <= set(cells)
    assert "C3" not in cells
    assert cells["C4"].value == "110105194912310021"
    assert cells["C4"].data_type == "s"
    assert cells["C4"].comment.text
    assert cells["A5"].fill.fgColor.rgb == "FFF6C9C4"
    assert cells["D6"].fill.fgColor.rgb == "FFFCE3BF"
    english = tmp_path / "english.xlsx"
    write_problem_workbook(desk, choice, english, Language.ENGLISH)
    assert "外星" in marked(english)["D6"].comment.text
    assert marked(english)["D6"].comment.text != cells["D6"].comment.text


def test_marks_tell_nothing_the_event_holds(desk: Desk, second: ListChoice, tmp_path: Path) -> None:
    preview = preview_guests(desk, second)
    assert "suspected-duplicate" in {each.code for each in preview.report.problems}
    with pytest.raises(ProblemForUser) as told:
        write_problem_workbook(desk, second, tmp_path / "back.xlsx")
    assert told.value.code == "nothing-to-mark"
    assert not (tmp_path / "back.xlsx").exists()


@pytest.mark.parametrize(
    ("name", "code"),
    [("a.csv", "marks-end-in-xlsx"), ("nowhere/a.xlsx", "out-folder-missing")],
)
def test_marks_go_to_a_workbook_in_a_folder(
    desk: Desk, tmp_path: Path, name: str, code: str
) -> None:
    choice = ListChoice(write_xlsx(tmp_path / "first.xlsx", FIRST))
    with pytest.raises(ProblemForUser) as told:
        write_problem_workbook(desk, choice, tmp_path / name)
    assert told.value.code == code


def test_a_list_changed_after_the_look_is_refused(desk: Desk, tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "first.xlsx", FIRST)
    choice = ListChoice(path, digest=look_at_list(path, "guests").digest)
    assert preview_guests(desk, choice).report.new == 3
    write_xlsx(path, SECOND)
    with pytest.raises(ProblemForUser) as told:
        guest_import.take_guests(desk, choice)
    assert told.value.code == "list-changed-meanwhile"
    assert titles(desk) == {}


def test_documents_are_named_in_words(desk: Desk, tmp_path: Path) -> None:
    path = write_xlsx(
        tmp_path / "d.xlsx", (("姓名", "单位", "身份证号"), ("张三", "甲", "11010519491231002X"))
    )
    (row,) = preview_guests(desk, ListChoice(path)).rows
    assert row.values["document_type"] == "身份证"
    assert row.values["document_number"] != "11010519491231002X"
