"""Lists taken into the event, sent again, tried, interrupted and taken back."""

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from qhsign import wording
from qhsign.domain.problems import ProblemForUser, Severity
from qhsign.services import (
    activities,
    badges,
    check_ins,
    contracts,
    guest_import,
    guests,
    imports,
    slates,
    verification,
)
from qhsign.services.desk import Desk
from qhsign.services.import_records import ImportReport
from qhsign.store.event_file import EventFile
from qhsign.store.schema import Contract, Delegation, Guest, Party, PendingActivity, SlateEntry
from support.desks import add_guest, fresh_desk
from support.list_files import LISTS, write_csv, write_xlsx
from support.program import ROOT
from support.tables import CONTRACTS, PEOPLE, dump

EXPECTED: Mapping[str, Any] = json.loads(LISTS.joinpath("expected.json").read_text("utf-8"))
HEADINGS = ("姓名", "单位", "职务", "联系电话", "身份证号")
YI = 10**8 * 100
"""An 亿元 in 分."""


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with fresh_desk(tmp_path / "e.qhsign") as desk:
        yield desk


def take(desk: Desk, path: Path | str, **options: Any) -> ImportReport:
    """Import a list of guests or contracts; every problem must be a sentence in both languages."""
    path = LISTS / path if isinstance(path, str) else path
    kind = EXPECTED.get(path.name, {}).get("kind", "guests")
    work = imports.import_contracts if kind == "contracts" else imports.import_guests
    report = work(desk, path, **options)
    for problem in report.problems:
        for language in wording.Language:
            assert wording.say(problem.code, language, **problem.parameters)
    return report


def codes(report: ImportReport, *, row: int | None = None) -> list[str]:
    return [problem.code for problem in report.problems if row in (None, problem.row)]


def figures(report: ImportReport) -> tuple[int, int, int, int]:
    return report.new, report.changed, report.unchanged, report.missing


def people(desk: Desk) -> dict[str, Guest]:
    with desk.read() as session:
        return {guest.full_name: guest for guest in session.scalars(select(Guest))}


def a_list(tmp_path: Path, *rows: tuple[str, ...], name: str = "list.csv") -> Path:
    return write_csv(tmp_path / name, [HEADINGS, *rows])


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_every_sample_list_gives_what_is_published(desk: Desk, name: str) -> None:
    wanted = EXPECTED[name]
    if "after" in wanted:
        take(desk, wanted["after"])
    report = take(desk, name)
    for key in ("header_row", "rows", "new", "changed", "unchanged", "missing"):
        if key in wanted:
            assert getattr(report, key) == wanted[key], key
    if "people" in wanted:
        assert len(people(desk)) == report.new == wanted["people"]
    assert not [p for p in report.problems if "problem_rows" in wanted and p.severity == "error"]
    assert all(check.ok for check in verification.verify(desk))


def test_the_same_list_again_changes_nothing(desk: Desk) -> None:
    for name in sorted(EXPECTED):
        first = take(desk, name)
        before = dump(desk, *PEOPLE, *CONTRACTS)
        again = take(desk, name)
        assert figures(again) == (0, 0, first.new + first.changed + first.unchanged, 0), name
        assert dump(desk, *PEOPLE, *CONTRACTS) == before, name


def test_a_delegation_s_replies(desk: Desk) -> None:
    report = take(desk, "02-delegation-replies.xlsx")
    assert 8 in report.delegations.values()
    with desk.read() as session:
        assert 8 in set(session.scalars(select(Delegation.declared_count)))
    assert "袁嘉诺" in people(desk)
    assert any("hidden" in code for code in codes(report))


def test_damaged_document_numbers_are_not_taken_and_the_guests_are(desk: Desk) -> None:
    wanted = EXPECTED["03-enterprises-gb18030.csv"]
    report = take(desk, "03-enterprises-gb18030.csv")
    rows = {p.row for p in report.problems if p.severity is Severity.ERROR and "document" in p.code}
    assert sorted(rows) == wanted["rejected_documents"]
    held = people(desk)
    assert set(wanted["names"]) <= set(held)
    assert sum(not guest.document_number for guest in held.values()) == 2


def test_numbers_stored_as_floats_are_phones(desk: Desk) -> None:
    take(desk, "07-legacy.xls")
    phones = [guest.phone for guest in people(desk).values() if guest.phone]
    assert phones
    assert all("." not in phone and "E" not in phone for phone in phones)


def test_staff_s_change_outlives_the_list_sent_again(desk: Desk) -> None:
    take(desk, "01-standard.xlsx")
    with desk.read() as session:
        number = session.scalars(select(Guest.number).where(Guest.phone != "")).first()
    assert number is not None
    guests.set_guest(
        desk, number, {"title": "由员工改过", "phone": "13999990000", "category": "media"}
    )
    report = take(desk, "01-standard.xlsx")
    assert (report.new, report.changed, report.unchanged) == (0, 0, 200)
    kept = [p for p in report.problems if p.code == "list-value-kept"]
    assert len(kept) >= 2
    said = "".join(wording.say(p.code, **p.parameters) for p in kept)
    assert "由员工改过" in said
    assert "13999990000" not in said
    assert "media" not in said
    shown = guests.show_guest(desk, number)
    assert (shown["title"], shown["category"]) == ("由员工改过", "media")


def test_the_list_s_own_later_change_is_taken(desk: Desk, tmp_path: Path) -> None:
    take(desk, a_list(tmp_path, ("李刚", "甲公司", "科长"), ("王冬", "甲公司", "科长")))
    guests.set_guest(desk, 1, {"title": "处长"})
    report = take(desk, a_list(tmp_path, ("李刚", "甲公司", "厅长"), ("王冬", "甲公司", "")))
    assert figures(report) == (0, 1, 1, 0)
    assert {name: guest.title for name, guest in people(desk).items()} == {
        "李刚": "厅长", "王冬": "科长",
    }  # fmt: skip


def test_the_same_number_under_another_name_keeps_both(desk: Desk, tmp_path: Path) -> None:
    document = "11010519491231002X"
    take(desk, a_list(tmp_path, ("李刚", "甲公司", "", "", document)))
    report = take(desk, a_list(tmp_path, ("王冬", "乙公司", "", "", document)))
    assert "document-clash" in codes(report, row=2)
    assert set(people(desk)) == {"李刚", "王冬"}
    assert report.new == 1


def test_namesakes_are_two_guests(desk: Desk, tmp_path: Path) -> None:
    report = take(desk, a_list(tmp_path, ("李刚", "甲公司"), ("李刚", "乙公司")))
    assert report.new == 2
    again = take(desk, a_list(tmp_path, ("李刚", "丙公司")), replaces=0)
    assert (again.new, again.suspected_duplicates) == (1, 1)


def test_an_activity_nobody_knows_is_kept_as_text(desk: Desk, tmp_path: Path) -> None:
    activities.set_activity(desk, "投资说明会", {})
    rows = [("姓名", "单位", "参加活动"), ("李刚", "甲公司", "开幕式、闭幕晚宴"),
            ("王冬", "甲公司", "投资说明会")]  # fmt: skip
    report = take(desk, write_xlsx(tmp_path / "a.xlsx", rows))
    assert codes(report) == ["activity-unknown-on-list"]
    assert len(dump(desk, "invited")["invited"]) == 2
    with desk.read() as session:
        assert session.scalars(select(PendingActivity.name)).all() == ["闭幕晚宴"]
    assert len(activities.list_activities(desk)) == 2


def test_a_trial_writes_nothing(desk: Desk, tmp_path: Path) -> None:
    before = dump(desk)
    for name in ("01-standard.xlsx", "04-contract-slate.xlsx"):
        tried = take(desk, name, dry_run=True)
        assert tried.number is None
        assert tried.new
        assert dump(desk) == before
        assert figures(take(desk, name)) == figures(tried)
        before = dump(desk)


def test_a_fault_in_the_middle_leaves_nothing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    before = dump(desk)

    def breaks(*_: Any, **__: Any) -> None:
        raise RuntimeError("power")

    with monkeypatch.context() as patched:
        patched.setattr(guest_import, "record", breaks)
        with pytest.raises(RuntimeError):
            take(desk, "01-standard.xlsx")
    assert dump(desk) == before
    assert take(desk, "01-standard.xlsx").new == 200


def test_killed_in_the_middle_nothing_is_left(desk: Desk, tmp_path: Path) -> None:
    before = dump(desk)
    program = """
import os, signal, sys
from pathlib import Path
from qhsign.services import guest_import, imports
from qhsign.services.desk import Desk
from qhsign.store.event_file import EventFile

def dies(*_, **__):
    os.kill(os.getpid(), signal.SIGKILL)

guest_import.record = dies
imports.import_guests(Desk(EventFile.open(Path(sys.argv[1]))), Path(sys.argv[2]))
"""
    done = subprocess.run(
        [sys.executable, "-c", program, str(desk.file.path), str(LISTS / "01-standard.xlsx")],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=False,
    )
    assert done.returncode == -signal.SIGKILL
    with Desk(EventFile.open(desk.file.path)) as opened:
        assert dump(opened) == before
        assert all(check.ok for check in verification.verify(opened))
        assert take(opened, "01-standard.xlsx").new == 200


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_undo_restores_exactly(desk: Desk, name: str) -> None:
    if "after" in EXPECTED[name]:
        take(desk, EXPECTED[name]["after"])
    before = dump(desk, *PEOPLE, *CONTRACTS)
    report = take(desk, name)
    assert report.number is not None
    assert dump(desk, *PEOPLE, *CONTRACTS) != before
    undone = imports.undo(desk, report.number)
    assert undone.undone
    assert undone.kept == 0
    assert dump(desk, *PEOPLE, *CONTRACTS) == before
    with pytest.raises(ProblemForUser, match="import-undone"):
        imports.undo(desk, report.number)
    assert all(check.ok for check in verification.verify(desk))
    again = take(desk, name)
    assert (again.new, again.changed) == (report.new, report.changed)


def test_undo_keeps_whom_people_built_upon(desk: Desk, tmp_path: Path) -> None:
    rows = [(name, "甲公司") for name in ("李刚", "王冬", "田富", "沈江", "罗韬")]
    take(desk, a_list(tmp_path, *rows))
    wanted = [people(desk)[name].id for name in ("李刚", "王冬")]
    (code, _) = [badge.code for badge in badges.issue(desk, wanted)]
    check_ins.record_scan(desk, code, "开幕式")
    guests.set_guest(desk, people(desk)["田富"].number, {"title": "处长"})
    check_ins.check_in_by_hand(desk, people(desk)["沈江"].id, "开幕式")
    undone = imports.undo(desk, 1)
    assert set(people(desk)) == {"李刚", "王冬", "田富", "沈江"}
    assert undone.kept >= 4
    assert check_ins.record_scan(desk, code, "开幕式").guest is not None
    assert all(check.ok for check in verification.verify(desk))


def test_an_undo_of_nothing_is_told(desk: Desk) -> None:
    with pytest.raises(ProblemForUser, match="import-unknown"):
        imports.undo(desk, 1)
    with pytest.raises(ProblemForUser, match="import-unknown"):
        take(desk, "01-standard.xlsx", replaces=7)


def test_a_slate_of_contracts(desk: Desk) -> None:
    wanted = EXPECTED["04-contract-slate.xlsx"]
    slates.set_slate(desk, "重点项目", {"declared_contracts": "18", "declared_amount": "536亿"})
    report = take(desk, "04-contract-slate.xlsx", slate="重点")
    assert (report.new, report.header_row) == (wanted["contracts"], wanted["header_row"])
    (row,) = slates.list_slates(desk)
    assert (row.contracts, row.without_amount) == (wanted["contracts"], wanted["without_amount"])
    assert row.amounts == {"CNY": int(wanted["total_yuan"]) * 100}
    assert row.gap == 0
    assert not [code for code in codes(report) if code.startswith("slate")]


def test_a_slate_that_misses_its_declared_total_is_told(desk: Desk) -> None:
    slates.set_slate(desk, "重点项目", {"declared_amount": "600亿"})
    report = take(desk, "04-contract-slate.xlsx", slate="重点项目")
    warned = [p for p in report.problems if p.code.startswith("slate")]
    assert [(p.row, p.severity) for p in warned] == [(0, Severity.WARNING)]
    said = wording.say(warned[0].code, **warned[0].parameters)
    assert "600" in said
    assert "536" in said


def a_slate(tmp_path: Path, *rows: tuple[str, ...]) -> Path:
    headings = ("项目名称", "甲方", "乙方", "投资总额（亿元）", "甲方签约代表", "乙方签约代表")
    return write_xlsx(tmp_path / "04-contract-slate.xlsx", [headings, *rows])


def test_a_signatory_who_is_no_guest_is_kept_as_text(desk: Desk, tmp_path: Path) -> None:
    add_guest(desk, "崔峰", "海西州政府")
    add_guest(desk, "崔峰", "别的单位")
    path = a_slate(tmp_path, ("光伏", "海西州政府", "华电集团", "5", "崔峰", "宋云鹏"))
    report = take(desk, path)
    told = [p for p in report.problems if p.code == "signatory-not-a-guest"]
    assert [p.parameters["name"] for p in told] == ["宋云鹏"]
    (row,) = contracts.list_contracts(desk)
    assert [(p.signatory, p.is_guest) for p in row.parties] == [("崔峰", True), ("宋云鹏", False)]


def test_what_a_list_changes_of_an_approved_contract_withdraws_it(
    desk: Desk, tmp_path: Path
) -> None:
    row = ("光伏", "海西州政府", "华电集团", "5", "崔峰", "宋云鹏")
    take(desk, a_slate(tmp_path, row))
    for changed in (
        ("光伏", "海西州政府", "华电集团", "6", "崔峰", "宋云鹏"),
        ("光伏", "海西州政府", "华电集团", "不涉及", "崔峰", "宋云鹏"),
        ("光伏", "海西州政府", "华电集团", "不涉及", "崔峰", "李磊"),
    ):
        contracts.approve(desk, [1], "韩秋月")
        report = take(desk, a_slate(tmp_path, changed))
        assert report.changed == 1
        assert "approval-withdrawn" in codes(report)
        assert not contracts.list_contracts(desk)[0].approved
    contracts.approve(desk, [1], "韩秋月")
    assert "approval-withdrawn" not in codes(take(desk, a_slate(tmp_path, changed)))
    assert contracts.list_contracts(desk)[0].approved


def test_a_new_signatory_does_not_inherit_the_old_one_s_post(desk: Desk, tmp_path: Path) -> None:
    row = ("光伏", "海西州政府", "华电集团", "5", "崔峰", "宋云鹏")
    take(desk, a_slate(tmp_path, row))
    contracts.set_contract(desk, 1, {"乙.signatory_title": "副总经理"})
    take(desk, a_slate(tmp_path, row))
    assert contracts.list_contracts(desk)[0].parties[1].signatory_title == "副总经理"
    take(desk, a_slate(tmp_path, (*row[:5], "李磊")))
    second = contracts.list_contracts(desk)[0].parties[1]
    assert (second.signatory, second.signatory_title) == ("李磊", "")


def test_what_staff_changed_in_a_contract_is_kept_and_said_in_words(
    desk: Desk, tmp_path: Path
) -> None:
    row = ("光伏", "海西州政府", "华电集团", "5", "崔峰", "宋云鹏")
    take(desk, a_slate(tmp_path, row))
    contracts.set_contract(desk, 1, {"amount": "7亿", "乙.signatory": "李磊"})
    report = take(desk, a_slate(tmp_path, row))
    assert (report.changed, report.unchanged) == (0, 1)
    said = "".join(
        wording.say(p.code, **p.parameters) for p in report.problems if p.code == "list-value-kept"
    )
    assert "7亿元" in said
    assert "李磊" in said
    assert not any(letter.isascii() and letter.isalpha() for letter in said), said


def test_undo_keeps_a_contract_with_a_certificate_number(desk: Desk, tmp_path: Path) -> None:
    take(desk, a_slate(tmp_path, ("光伏", "海西州政府", "华电集团", "5", "崔峰", "宋云鹏")))
    contracts.approve(desk, [1], "韩秋月")
    assert imports.undo(desk, 1).kept
    with desk.read() as session:
        assert len(session.scalars(select(Contract)).all()) == 1
        assert len(session.scalars(select(Party)).all()) == 2
        assert session.scalars(select(SlateEntry)).all() == []


_NAMES = st.text("李刚王冬田富沈江", min_size=2, max_size=3)
_ROWS = st.lists(
    st.tuples(
        _NAMES,
        st.sampled_from(["甲公司", "乙公司", "丙局", ""]),
        st.sampled_from(["处长", "科长", ""]),
        st.sampled_from(["13897541234", "13900001111", ""]),
    ),
    min_size=1,
    max_size=8,
)


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(first=_ROWS, second=_ROWS)
def test_undo_after_an_import_is_as_if_nothing_was(
    desk: Desk, tmp_path: Path, first: list[tuple[str, ...]], second: list[tuple[str, ...]]
) -> None:
    path = tmp_path / "each.qhsign"
    shutil.copyfile(desk.file.path, path)
    with Desk(EventFile.open(path), now=desk.now) as each:
        take(each, a_list(tmp_path, *first))
        before = dump(each, *PEOPLE)
        report = take(each, a_list(tmp_path, *second))
        undone = imports.undo(each, report.number or 0)
        assert undone.kept == 0
        assert dump(each, *PEOPLE) == before
    path.unlink()


def test_undoing_one_import_after_the_other_leaves_nothing(desk: Desk, tmp_path: Path) -> None:
    lists = [tmp_path / "a.csv", tmp_path / "b.csv"]
    lists[0].write_text("姓名,单位,职务\n李刚,青海省商务厅,处长\n", "utf-8")
    lists[1].write_text("姓名,单位,职务\n李刚,青海省商务厅,厅长\n王冬,金山,总裁\n", "utf-8")
    numbers = [imports.import_guests(desk, path).number for path in lists]
    for number in reversed(numbers):
        assert number is not None
        assert imports.undo(desk, number).kept == 0
    assert guests.list_guests(desk).total == 0
