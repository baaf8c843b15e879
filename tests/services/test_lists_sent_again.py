"""The same list a second time changes nothing, however little it says of its people."""

from pathlib import Path

import pytest

from qhsign.services import activities, guests, imports, statistics
from support.desks import add_guest, fresh_desk
from support.list_files import Rows, write_csv


@pytest.mark.parametrize(
    "rows",
    [
        (("姓名", "职务"), ("张弘靓", "厅长"), ("单雄信", "")),
        (("姓名",), ("张弘靓",), ("单雄信",)),
        (("姓名", "单位"), ("张弘靓", "商务厅"), ("单雄信", "")),
        (("姓名", "代表团"), ("张弘靓", "西宁市"), ("张弘靓", "海东市")),
    ],
)
def test_people_without_anything_but_a_name_are_known_again(tmp_path: Path, rows: Rows) -> None:
    path = write_csv(tmp_path / "l.csv", rows)
    with fresh_desk(tmp_path / "e.qhsign") as desk:
        first = imports.import_guests(desk, path)
        again = imports.import_guests(desk, path)
        assert first.new == len(rows) - 1
        assert (again.new, again.changed, again.missing) == (0, 0, 0)
        assert (again.unchanged, again.suspected_duplicates) == (len(rows) - 1, 0)
        assert guests.list_guests(desk).total == len(rows) - 1


def test_another_list_with_the_name_alone_joins_nobody(tmp_path: Path) -> None:
    first = (("姓名", "职务"), ("李刚", ""), ("张弘靓", "厅长"))
    other = (("姓名", "职务"), ("李刚", ""), ("王五", "厅长"), ("赵六", "处长"))
    with fresh_desk(tmp_path / "e.qhsign") as desk:
        add_guest(desk, "李刚")
        imports.import_guests(desk, write_csv(tmp_path / "a.csv", first))
        done = imports.import_guests(desk, write_csv(tmp_path / "b.csv", other))
        assert (done.new, done.suspected_duplicates) == (3, 1)


def test_a_list_told_to_replace_none_joins_nobody(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "l.csv", (("姓名",), ("张弘靓",), ("单雄信",)))
    with fresh_desk(tmp_path / "e.qhsign") as desk:
        imports.import_guests(desk, path)
        assert imports.import_guests(desk, path, replaces=0).new == 2


def test_a_part_of_an_activitys_name_is_no_change_again(tmp_path: Path) -> None:
    rows = (("姓名", "单位", "参加活动"), ("张弘靓", "商务厅", "开幕、晚宴"), ("单雄信", "甲", "1"))
    path = write_csv(tmp_path / "l.csv", rows)
    with fresh_desk(tmp_path / "e.qhsign") as desk:
        assert [row.name for row in activities.list_activities(desk)] == ["开幕式"]
        imports.import_guests(desk, path)
        again = imports.import_guests(desk, path)
        assert (again.new, again.changed, again.unchanged) == (0, 0, 2)


def test_an_activity_made_since_invites_whom_the_list_named_for_it(tmp_path: Path) -> None:
    path = write_csv(
        tmp_path / "l.csv", (("姓名", "单位", "参加活动"), ("张弘靓", "商务厅", "晚宴"))
    )
    with fresh_desk(tmp_path / "e.qhsign") as desk:
        imports.import_guests(desk, path)
        activities.set_activity(desk, "欢迎晚宴", {"invited": "listed"})
        again = imports.import_guests(desk, path)
        assert (again.changed, again.unchanged) == (1, 0)
        assert statistics.attendance(desk, "欢迎晚宴").expected == 1
        third = imports.import_guests(desk, path)
        assert (third.changed, third.unchanged) == (0, 1)
