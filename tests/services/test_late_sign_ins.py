"""The evening's paper sheet: read, entered at once, taken back at once."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from qhsign import wording
from qhsign.domain.check_in import Verdict
from qhsign.domain.problems import ProblemForUser
from qhsign.services import check_ins, late_sign_ins, statistics, verification
from qhsign.services.desk import Desk
from qhsign.services.late_sheet_records import LineState, Sheet
from qhsign.wording import Language
from support.desks import OPENING, Clock, add_guest, fresh_desk

DAY = date(2024, 7, 11)
XINING = ZoneInfo("Asia/Shanghai")


@pytest.fixture
def clock() -> Clock:
    return Clock(OPENING + timedelta(hours=12))


@pytest.fixture
def desk(tmp_path: Path, clock: Clock) -> Iterator[Desk]:
    with fresh_desk(tmp_path / "e.qhsign", clock) as desk:
        yield desk


def read(desk: Desk, text: str) -> list[tuple[LineState, str, str]]:
    lines = late_sign_ins.read_sheet(desk, "开幕式", text, DAY, time(9, 30))
    return [(line.state, line.full_name, f"{line.at:%H:%M}") for line in lines]


def enter(desk: Desk, text: str) -> Sheet:
    lines = late_sign_ins.read_sheet(desk, "开幕式", text, DAY, time(9, 30))
    wanted = {line.guest: line.at for line in lines if line.state is LineState.FOUND}
    return late_sign_ins.enter_sheet(desk, "开幕式", wanted)


def test_lines_name_guests_by_number_or_name_with_or_without_a_time(desk: Desk) -> None:
    number = add_guest(desk, "李刚")
    add_guest(desk, "易卜雷", latin_name="Thorir Ibsen")
    add_guest(desk, "努尔买买提江·阿卜杜热合曼")
    text = (
        f"{number:05d} 19:40\n\n易卜雷，8：05\n努尔买买提江阿卜杜热合曼\nthorir ibsen 10:00\n"
        f"{number} 李刚\n{number} 王五"
    )
    assert read(desk, text) == [
        (LineState.FOUND, "李刚", "19:40"),
        (LineState.FOUND, "易卜雷", "08:05"),
        (LineState.FOUND, "努尔买买提江·阿卜杜热合曼", "09:30"),
        (LineState.TWICE, "易卜雷", "10:00"),
        (LineState.TWICE, "李刚", "09:30"),
        (LineState.UNKNOWN, f"{number} 王五", "09:30"),
    ]


def test_what_cannot_be_told_is_said_and_not_guessed(desk: Desk) -> None:
    for house in ("青海大学", "西宁市商务局"):
        add_guest(desk, "王伟", house)
    lines = late_sign_ins.read_sheet(
        desk, "开幕式", "王伟\n查无此人\n王伟 25:10\n王伟 23:59\n19:40", DAY, time(9, 30)
    )
    assert [line.state for line in lines] == [
        LineState.AMBIGUOUS,
        LineState.UNKNOWN,
        LineState.TIME_WRONG,
        LineState.TIME_WRONG,
        LineState.TIME_WRONG,
    ], "23:59 has not come yet"
    assert "青海大学" in lines[0].detail
    assert "西宁市商务局" in lines[0].detail


def test_a_sheet_is_entered_marked_and_counted_at_its_times(desk: Desk) -> None:
    add_guest(desk, "李刚")
    add_guest(desk, "易卜雷")
    assert enter(desk, "李刚 19:40\n易卜雷").entered == 2
    assert statistics.attendance(desk, "开幕式").arrived == 2
    results = check_ins.recent_scans(desk, "开幕式")
    assert {(each.guest.full_name, each.at) for each in results if each.guest} == {
        ("李刚", datetime(2024, 7, 11, 19, 40, tzinfo=XINING)),
        ("易卜雷", datetime(2024, 7, 11, 9, 30, tzinfo=XINING)),
    }
    assert {each.verdict for each in results} == {Verdict.ADMITTED}
    for language, word in ((Language.CHINESE, "补签"), (Language.ENGLISH, "late")):
        said = wording.say(results[0].message_code, language, **results[0].message_parameters)
        assert word in said
    assert all(check.ok for check in verification.verify(desk))


def test_who_is_in_already_is_told_and_left_alone(desk: Desk, clock: Clock) -> None:
    add_guest(desk, "李刚")
    add_guest(desk, "易卜雷")
    enter(desk, "李刚 10:00")
    assert read(desk, "李刚 19:40\n易卜雷")[0][0] is LineState.HERE
    lines = late_sign_ins.read_sheet(desk, "开幕式", "李刚\n易卜雷", DAY, time(9, 30))
    wanted = {line.guest: line.at for line in lines}
    assert late_sign_ins.enter_sheet(desk, "开幕式", wanted).entered == 1
    with pytest.raises(ProblemForUser) as told:
        late_sign_ins.enter_sheet(desk, "开幕式", wanted)
    assert told.value.code == "late-sheet-empty"


def test_a_sheet_is_taken_back_as_one_with_a_reason(desk: Desk) -> None:
    for name in ("李刚", "易卜雷", "吕布"):
        add_guest(desk, name)
    kept = enter(desk, "吕布 08:00")
    sheet = enter(desk, "李刚\n易卜雷")
    with pytest.raises(ProblemForUser) as told:
        late_sign_ins.annul_sheet(desk, sheet.id, "  ")
    assert told.value.code == "reason-missing"
    assert late_sign_ins.annul_sheet(desk, sheet.id, "贴错了一页") == 2
    assert statistics.attendance(desk, "开幕式").arrived == 1
    assert sum(each.annulled for each in check_ins.recent_scans(desk, "开幕式")) == 2
    with pytest.raises(ProblemForUser) as told:
        late_sign_ins.annul_sheet(desk, sheet.id, "再来一次")
    assert told.value.code == "late-sheet-gone"
    assert late_sign_ins.annul_sheet(desk, kept.id, "也错了") == 1
    assert enter(desk, "李刚").entered == 1, "an annulled entry does not bar another"


def test_a_sheet_without_end_is_refused(desk: Desk) -> None:
    with pytest.raises(ProblemForUser) as told:
        read(desk, "李刚\n" * 2_001)
    assert told.value.code == "late-sheet-too-long"
