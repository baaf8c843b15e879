"""Every report, on a real event file: who is in it, what is hidden, what is kept of it."""

import csv
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest

from qhsign.background.progress import CancelledError, Progress
from qhsign.domain.guest import Category
from qhsign.domain.problems import ProblemForUser
from qhsign.services import activities, audit, check_ins, export_history, guests, reports
from qhsign.services.desk import Desk
from qhsign.services.report_records import Report, ReportPreview, ReportWish
from qhsign.wording import Language
from support.desks import Clock, add_guest, fresh_desk
from support.printed import set_text, texts


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with fresh_desk(tmp_path / "e.qhsign", Clock()) as desk:
        yield desk


@pytest.fixture
def people(desk: Desk) -> dict[str, int]:
    """Three guests with seats and phones; the first has come to the opening."""
    activities.set_activity(desk, "开幕式", {"place": "会议中心"})
    made = {
        name: add_guest(
            desk, name, phone=f"1389754123{place}", seat=seat, category=category,
            delegation=delegation,
        )
        for place, (name, seat, category, delegation) in enumerate(
            (
                ("李刚", "2排1号", "guest", "西宁代表团"),
                ("王菲", "1排10号", "media", "西宁代表团"),
                ("丁一", "1排2号", "guest", ""),
                ("赵六", "", "staff", ""),
            )
        )
    }  # fmt: skip
    activity = activities.list_activities(desk)[0].id
    first = next(row for row in guests.list_guests(desk).guests if row.full_name == "李刚")
    check_ins.check_in_by_hand(desk, first.id, activity, nonce="n1")
    return made


def written(desk: Desk, wish: ReportWish, out: Path) -> list[list[str]]:
    reports.write_report(desk, wish, out)
    with out.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def said_by(preview: ReportPreview, folder: Path) -> str:
    path = folder / "preview.pdf"
    path.write_bytes(preview.pdf)
    pages = texts(path)
    assert len(pages) == 1
    return set_text(pages[0]).replace(" ", "")


def names(lines: list[list[str]]) -> list[str]:
    at = lines[0].index("姓名")
    return [line[at] for line in lines[1:]]


@pytest.mark.usefixtures("people")
def test_the_attendance_list_tells_who_came_and_who_is_missing(desk: Desk, tmp_path: Path) -> None:
    activity = activities.list_activities(desk)[0].id
    lines = written(desk, ReportWish(Report.ATTENDANCE, activity=activity), tmp_path / "a.csv")
    state, desk_column = lines[0].index("到场"), lines[0].index("签到台")
    by_name = dict(zip(names(lines), lines[1:], strict=True))
    assert set(by_name) == {"李刚", "王菲", "丁一", "赵六"}
    assert (by_name["李刚"][state], by_name["李刚"][desk_column]) == ("已到", "东门1号台")
    assert by_name["王菲"][state] == "未到"
    here = written(
        desk, ReportWish(Report.ATTENDANCE, activity=activity, arrived=True), tmp_path / "b.csv"
    )
    assert names(here) == ["李刚"]


@pytest.mark.usefixtures("people")
def test_seats_follow_each_other_and_who_has_none_is_counted(desk: Desk, tmp_path: Path) -> None:
    lines = written(desk, ReportWish(Report.SEATING), tmp_path / "s.csv")
    assert names(lines) == ["丁一", "王菲", "李刚"]
    reports.write_report(desk, ReportWish(Report.SEATING), tmp_path / "s.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "s.xlsx").active
    assert sheet is not None
    above = " ".join(str(sheet.cell(row, 1).value) for row in range(1, 4))
    assert "另有1人未排座" in above


@pytest.mark.usefixtures("people")
def test_guests_are_chosen_by_category_delegation_and_arrival(desk: Desk, tmp_path: Path) -> None:
    def chosen(**wish: object) -> set[str]:
        made = ReportWish(Report.ROSTER, **wish)  # type: ignore[arg-type] # fields the test knows
        return set(names(written(desk, made, tmp_path / "r.csv")))

    assert chosen(category=Category.MEDIA) == {"王菲"}
    assert chosen(delegation="西宁代表团") == {"李刚", "王菲"}
    assert chosen(delegation="西宁代表团", arrived=False) == {"王菲"}
    assert chosen(arrived=True) == {"李刚"}
    with pytest.raises(ProblemForUser, match="delegation-unknown"):
        chosen(delegation="没有的代表团")


@pytest.mark.usefixtures("people")
def test_a_preview_shows_nothing_sensitive_and_leaves_no_trace(desk: Desk, tmp_path: Path) -> None:
    guests.set_guest(desk, 1, {"liaison": "马芳 13897541299"})
    before = len(audit.trail(desk, limit=500))
    for wish in (
        ReportWish(Report.ROSTER, columns=("full_name", "phone", "liaison"), purpose="接站"),
        ReportWish(Report.ATTENDANCE, columns=("full_name", "phone"), purpose="接站"),
        ReportWish(Report.ADDRESS_LIST, purpose="接站"),
    ):
        preview = reports.preview_report(desk, wish)
        said = said_by(preview, tmp_path)
        assert "138****1230" in said, wish.what
        assert "13897541230" not in said, wish.what
        assert "13897541299" not in said, wish.what
        assert (preview.rows, preview.is_cut) == (4, False)
    assert len(audit.trail(desk, limit=500)) == before


@pytest.mark.usefixtures("people")
def test_sensitive_columns_want_a_purpose_which_is_kept(desk: Desk, tmp_path: Path) -> None:
    wish = ReportWish(Report.SEATING, columns=("seat", "full_name", "phone"))
    with pytest.raises(ProblemForUser, match="purpose-for-columns"):
        reports.write_report(desk, wish, tmp_path / "s.xlsx")
    assert not (tmp_path / "s.xlsx").exists()
    lines = written(
        desk,
        ReportWish(Report.SEATING, columns=("seat", "full_name", "phone"), purpose="排座核对"),
        tmp_path / "s.csv",
    )
    assert lines[1] == ["1排2号", "丁一", "13897541232"]
    (last, *_) = export_history.last_exports(desk)
    assert (last.what, last.rows, last.purpose) == ("seating", 3, "排座核对")
    assert (last.destination, last.operator) == ("s.csv", "韩秋月")


def test_a_long_report_is_previewed_by_its_first_rows(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(9):
        add_guest(desk, f"测试{'一二三四五六七八九'[number]}")
    monkeypatch.setattr(reports, "PREVIEWED_ROWS", 4)
    for what in (Report.ROSTER, Report.ADDRESS_LIST):
        preview = reports.preview_report(desk, ReportWish(what))
        said = said_by(preview, tmp_path)
        assert (preview.rows, preview.is_cut) == (9, True)
        assert "预览" in said
        assert said.count("测试") == 4
        assert "9" in said, "the head counts all of them"


@pytest.mark.parametrize("what", list(Report))
@pytest.mark.parametrize("language", list(Language))
def test_every_report_is_written_in_all_its_formats_even_when_empty(
    desk: Desk, tmp_path: Path, what: Report, language: Language
) -> None:
    for ending in what.formats:
        out = tmp_path / f"r.{ending}"
        reports.write_report(desk, ReportWish(what, language=language), out)
        assert out.stat().st_size > 0
    assert reports.preview_report(desk, ReportWish(what, language=language)).rows >= 0
    if not what.is_paper:
        assert {each.name for each in reports.report_columns(what) if each.sensitive} <= {
            "phone", "document_kind", "document_number", "arrival", "departure", "lodging",
            "vehicle",
        }  # fmt: skip


@pytest.mark.usefixtures("people")
def test_a_cancelled_export_leaves_no_file(desk: Desk, tmp_path: Path) -> None:
    progress = Progress()
    progress.cancel()
    out = tmp_path / "g.xlsx"
    with pytest.raises(CancelledError):
        reports.write_report(desk, ReportWish(Report.ROSTER), out, progress)
    assert list(tmp_path.glob("*.xlsx")) == []


@pytest.mark.usefixtures("people")
def test_an_address_list_as_csv_has_the_group_before_each_guest(desk: Desk, tmp_path: Path) -> None:
    lines = written(desk, ReportWish(Report.ADDRESS_LIST), tmp_path / "t.csv")
    by_name = {line[2]: line for line in lines[1:]}
    assert by_name["李刚"][0] == "西宁代表团"
    assert by_name["李刚"][-1] == "138****1230"
