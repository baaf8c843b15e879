"""Two guests joined are one person wherever guests are listed, counted, matched or let in."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook

from qhsign.domain.check_in import Verdict
from qhsign.domain.guest import Vetting
from qhsign.domain.problems import ProblemForUser
from qhsign.services import (
    activities,
    audit,
    audit_search,
    badges,
    check_ins,
    contracts,
    delegations,
    exports,
    guest_details,
    guest_facts,
    guest_joining,
    guests,
    imports,
    late_sign_ins,
    overview,
    photo_import,
    place_cards,
    print_history,
    report_figures,
    statistics,
    undo,
    verification,
)
from qhsign.services.audit_records import AuditFilter
from qhsign.services.desk import Desk
from qhsign.services.guest_joining_records import Joining, Side
from qhsign.services.late_sheet_records import LineState
from qhsign.store.schema import Badge, CheckIn, Contract, Guest, Invited, JournalEntry, Party
from support.desks import Clock, add_guest, fresh_desk
from support.list_files import write_xlsx
from support.pictures import encoded, portrait
from support.tables import dump

OPENING = "开幕式"
HEADINGS = ["姓名", "单位", "职务", "手机"]


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def desk(tmp_path: Path, clock: Clock) -> Iterator[Desk]:
    with fresh_desk(tmp_path / "e.qhsign", clock) as desk:
        yield desk


def id_of(desk: Desk, number: int) -> str:
    with desk.read() as session:
        return guests.by_number(session, number).id


def two(desk: Desk) -> tuple[int, int]:
    """Register one person twice, under two names, and somebody else."""
    first = add_guest(desk, "张弘靓", "青海省商务厅", title="副厅长", phone="13897541234")
    second = add_guest(desk, "张弘亮", "青海省商务厅", seat="3排5号", category="代表")
    add_guest(desk, "李刚", "中国华电集团有限公司", phone="13997540000")
    return first, second


def join(desk: Desk, remains: int, joined: int, **taken: Side) -> str:
    ids = id_of(desk, remains), id_of(desk, joined)
    return guest_joining.join(desk, Joining(*ids, taken)).operation


def code_of(desk: Desk, number: int, tmp_path: Path) -> str:
    """Print a guest's badge and return its code."""
    badges.print_badges(desk, tmp_path / f"{number}.pdf", guest_numbers=[number])
    with desk.read() as session:
        guest = guests.by_number(session, number).id
        return session.query(Badge.code).filter(Badge.guest_id == guest).one()[0]


def state(desk: Desk) -> dict[str, object]:
    """Return what an undo must bring back: every record but the journal and search."""
    tables = dump(desk)
    return {name: rows for name, rows in tables.items() if not name.startswith("journal")}


def test_both_badges_are_one_person_at_the_door(desk: Desk, tmp_path: Path, clock: Clock) -> None:
    first, second = two(desk)
    codes = [code_of(desk, number, tmp_path) for number in (first, second)]
    join(desk, first, second)
    came = check_ins.record_scan(desk, codes[1], OPENING)
    assert (came.verdict, came.guest.number if came.guest else 0) == (Verdict.ADMITTED, first)
    clock.forward(minutes=2)
    again = check_ins.record_scan(desk, codes[0], OPENING)
    assert again.verdict is Verdict.ALREADY
    assert again.first is not None
    assert again.first.at == came.at
    by_hand = check_ins.check_in_by_hand(desk, id_of(desk, second), OPENING)
    assert by_hand.verdict is Verdict.ALREADY
    assert all(check.ok for check in verification.verify(desk))


def test_check_ins_of_both_count_once_and_are_not_touched(
    desk: Desk, tmp_path: Path, clock: Clock
) -> None:
    first, second = two(desk)
    codes = [code_of(desk, number, tmp_path) for number in (first, second)]
    early = check_ins.record_scan(desk, codes[1], OPENING)
    clock.forward(minutes=9)
    check_ins.record_scan(desk, codes[0], OPENING)
    assert statistics.attendance(desk).arrived == 2
    with desk.read() as session:
        before = [(one.id, one.guest_id) for one in session.query(CheckIn).order_by(CheckIn.id)]
    join(desk, first, second)
    with desk.read() as session:
        after = [(one.id, one.guest_id) for one in session.query(CheckIn).order_by(CheckIn.id)]
    assert after == before
    counted = statistics.attendance(desk, OPENING)
    assert (counted.expected, counted.arrived) == (2, 1)
    assert sum(here for _, here in counted.by_category.values()) == 1
    arrivals = statistics.arrivals(desk, OPENING)
    assert {guest: one.at for guest, one in arrivals.items()} == {id_of(desk, first): early.at}
    seen = overview.overview(desk, OPENING)
    assert (seen.guests, seen.figures.expected, seen.figures.arrived) == (2, 2, 1)
    assert seen.days[0].total == 1
    shown = guest_details.details(desk, id_of(desk, first))
    assert shown.activities[0].first is not None
    assert shown.activities[0].first.at == early.at
    recent = check_ins.recent_scans(desk, OPENING)
    assert {one.guest.number for one in recent if one.guest} == {first}
    clock.forward(minutes=1)
    assert check_ins.record_scan(desk, codes[1], OPENING).verdict is Verdict.ALREADY
    check_ins.annul(desk, early.scan, "误扫")
    assert statistics.attendance(desk, OPENING).arrived == 1


def test_lists_show_who_remains_and_search_finds_the_old_number_and_name(desk: Desk) -> None:
    first, second = two(desk)
    join(desk, first, second)
    assert [row.number for row in guests.list_guests(desk).guests] == [3, first]
    for typed in (f"{second:05d}", "张弘亮", "zhlia"):
        assert [row.number for row in guests.list_guests(desk, searched=typed).guests] == [first]
    assert guests.show_guest(desk, second)["number"] == f"{first:05d}"
    assert {line.entity for line in audit.trail(desk, guest=second)} > {id_of(desk, first)}
    assert guest_details.details(desk, id_of(desk, second)).also == [f"{second:05d}"]


def test_exports_papers_and_prints_have_one_of_the_two(desk: Desk, tmp_path: Path) -> None:
    first, second = two(desk)
    code = code_of(desk, second, tmp_path)
    check_ins.record_scan(desk, code, OPENING)
    join(desk, first, second)
    exports.export(desk, "guests", tmp_path / "g.xlsx")
    assert cells(tmp_path / "g.xlsx", "张弘靓") == 1
    assert cells(tmp_path / "g.xlsx", "张弘亮") == 0
    exports.export(desk, "check-ins", tmp_path / "c.xlsx")
    assert cells(tmp_path / "c.xlsx", "张弘靓") == 1
    cards = place_cards.print_place_cards(desk, tmp_path / "p.pdf")
    assert cards.cards == 2
    named = place_cards.print_place_cards(desk, tmp_path / "q.pdf", guest_numbers=[second, first])
    assert named.cards == 1
    # The badge in the guest's hand was printed: the next run is not for this guest.
    run = badges.print_badges(desk, tmp_path / "b.pdf")
    assert run.badges == 1
    assert {each.code for each in run.preflight} == {"changed-since-print", "printed-before"}
    again = badges.print_badges(desk, tmp_path / "r.pdf", guest_numbers=[second])
    assert again.badges == 1
    runs = print_history.prints(desk, guest=second, kind="badges")
    printed = [line for line in runs if any(item.version for item in line.items or ())]
    assert len(printed) == 2


def cells(path: Path, text: str) -> int:
    sheet = load_workbook(io.BytesIO(path.read_bytes())).active
    assert sheet is not None
    return sum(value == text for row in sheet.iter_rows(values_only=True) for value in row)


def test_reissuing_and_revoking_end_both_badges(desk: Desk, tmp_path: Path) -> None:
    first, second = two(desk)
    codes = [code_of(desk, number, tmp_path) for number in (first, second)]
    join(desk, first, second)
    badges.reissue(desk, second, "遗失")
    for code in codes:
        assert check_ins.record_scan(desk, code, OPENING).verdict is Verdict.REVOKED
    with desk.read() as session:
        active = session.query(Badge).filter(Badge.status == "active").one()
    assert check_ins.record_scan(desk, active.code, OPENING).verdict is Verdict.ADMITTED


def test_a_list_that_names_either_again_brings_nobody_new(desk: Desk, tmp_path: Path) -> None:
    rows = [
        ["张弘靓", "青海省商务厅", "副厅长", "13897541234"],
        ["张弘亮", "青海省商务厅", "处长", ""],
        ["李刚", "中国华电集团有限公司", "总经理", ""],
    ]
    first_list = write_xlsx(tmp_path / "1.xlsx", [HEADINGS, *rows])
    assert imports.import_guests(desk, first_list).new == 3
    join(desk, 1, 2, title=Side.REMAINS)
    for named in (rows, rows[:1] + rows[2:], rows[1:]):
        path = write_xlsx(tmp_path / f"{len(named)}{named[0][0]}.xlsx", [HEADINGS, *named])
        report = imports.import_guests(desk, path)
        assert (report.new, report.changed, report.missing) == (0, 0, 0), named
        assert report.suspected_duplicates == 0
    shown = guests.show_guest(desk, 2)
    assert (shown["full_name"], shown["title"]) == ("张弘靓", "副厅长")
    moved = [["张弘亮", "青海省商务厅", "局长", ""], rows[2]]
    report = imports.import_guests(desk, write_xlsx(tmp_path / "m.xlsx", [HEADINGS, *moved]))
    assert (report.new, report.changed) == (0, 1)
    assert guests.show_guest(desk, 1)["title"] == "局长"


def test_namesakes_of_one_organization_are_told_apart_no_more_once_joined(
    desk: Desk, tmp_path: Path
) -> None:
    for _ in range(2):
        add_guest(desk, "李刚", "中国华电集团有限公司")
    named = write_xlsx(
        tmp_path / "l.xlsx", [HEADINGS, ["李刚", "中国华电集团有限公司", "总经理", ""]]
    )
    assert imports.import_guests(desk, named, dry_run=True).new == 1
    join(desk, 1, 2)
    assert imports.import_guests(desk, named, dry_run=True).new == 0


def test_photos_and_late_sheets_know_both_names(desk: Desk, tmp_path: Path, clock: Clock) -> None:
    first, second = two(desk)
    join(desk, first, second)
    folder = tmp_path / "photos"
    folder.mkdir()
    for place, name in enumerate((f"{second:05d} 张弘亮.jpg", "张弘靓.jpg")):
        (folder / name).write_bytes(encoded(portrait(shade=100 + 40 * place)))
    report = photo_import.import_photos(desk, folder)
    assert (report.matched, [each.code for each in report.refused]) == (1, ["photo-second"])
    with desk.read() as session:
        assert guests.by_number(session, first).photo
    clock.forward(hours=10)
    at = clock.now.time()
    lines = late_sign_ins.read_sheet(
        desk, OPENING, f"张弘亮\n{second:05d} 张弘亮\n{second}", clock.now.date(), at
    )
    assert {line.number for line in lines} == {first}
    assert [line.state for line in lines] == [LineState.FOUND, LineState.TWICE, LineState.TWICE]


def test_invitations_and_signatures_go_over(desk: Desk) -> None:
    first, second = two(desk)
    activities.set_activity(desk, "酒会", {"invited": "listed"})
    activities.set_activity(desk, "论坛", {"invited": "listed"})
    guests.set_guest(desk, first, {"activities": "酒会"})
    guests.set_guest(desk, second, {"activities": "酒会,论坛"})
    number = contract(desk, "绿电智算中心", ("张弘亮", "李刚"))
    moves = guest_joining.compare(desk, id_of(desk, first), id_of(desk, second)).moves
    assert (moves.invitations, moves.contracts) == (1, [f"{number:04d}"])
    join(desk, first, second)
    shown = guest_details.details(desk, id_of(desk, first))
    assert [line.name for line in shown.activities if line.by_list and line.invited] == [
        "酒会",
        "论坛",
    ]
    assert [(line.number, line.side) for line in shown.contracts] == [(f"{number:04d}", "甲")]
    for named in ("酒会", "论坛"):
        assert statistics.attendance(desk, named).expected == 1
    with desk.write("sign") as session:
        party = session.query(Party).filter(Party.side == "甲").one()
        assert contracts.guest_named(session, "张弘亮", "") == id_of(desk, first)
        assert party.signatory_id == id_of(desk, first)


def contract(desk: Desk, title: str, signatories: tuple[str, str]) -> int:
    with desk.write("contract") as session:
        made = Contract(number=7, title=title)
        session.add(made)
        for side, name in zip("甲乙", signatories, strict=True):
            signs = contracts.guest_named(session, name, "")
            session.add(
                Party(
                    contract_id=made.id, side=side, organization=name, signatory=name,
                    signatory_id=signs,
                )
            )  # fmt: skip
        return made.number


def test_the_usual_side_is_the_filled_one_then_what_staff_entered(
    desk: Desk, tmp_path: Path
) -> None:
    rows = [["张弘靓", "青海省商务厅", "副厅长", "13897541234"]]
    imports.import_guests(desk, write_xlsx(tmp_path / "1.xlsx", [HEADINGS, *rows]))
    add_guest(desk, "张弘亮", "商务厅", title="处长", seat="3排5号")
    with desk.write("vetting") as session:
        guests.by_number(session, 2).vetting = Vetting.PASSED
    compared = guest_joining.compare(desk, id_of(desk, 1), id_of(desk, 2))
    usual = {choice.field: choice.usual for choice in compared.choices}
    assert usual == {
        "full_name": Side.JOINED,  # written down at the door, the other came with a list
        "organization": Side.JOINED,
        "title": Side.JOINED,
        "phone": Side.REMAINS,
        "seat": Side.JOINED,
        "vetting": Side.JOINED,
    }
    masked = {choice.field: choice.remains for choice in compared.choices}
    assert masked["phone"] == "138****1234"
    join(desk, 1, 2, title=Side.REMAINS)
    shown = guests.show_guest(desk, 1)
    assert (shown["full_name"], shown["title"], shown["seat"]) == ("张弘亮", "副厅长", "3排5号")


def test_one_undo_takes_a_joining_back_whole(desk: Desk, tmp_path: Path) -> None:
    first, second = two(desk)
    activities.set_activity(desk, "酒会", {"invited": "listed"})
    guests.set_guest(desk, second, {"activities": "酒会"})
    contract(desk, "绿电智算中心", ("张弘亮", "李刚"))
    for number in (first, second):
        code_of(desk, number, tmp_path)
    before = state(desk)
    operation = join(desk, first, second, title=Side.JOINED)
    assert state(desk) != before
    undo.undo(desk, operation, id_of(desk, first))
    assert state(desk) == before
    assert [row.number for row in guests.list_guests(desk, searched="张弘亮").guests] == [second]
    assert all(check.ok for check in verification.verify(desk))
    with pytest.raises(ProblemForUser, match="undo-nothing"):
        undo.undo(desk, operation, id_of(desk, first))


def test_an_undone_joining_can_be_made_again_unless_one_was_joined_otherwise(desk: Desk) -> None:
    first, second = two(desk)
    joined = join(desk, first, second)
    undone = undo.undo(desk, joined, id_of(desk, first)).operation
    undo.undo(desk, undone, id_of(desk, first))
    assert guests.show_guest(desk, second)["number"] == f"{first:05d}"
    undo.undo(desk, joined_last(desk, first), id_of(desk, first))
    join(desk, 3, first)
    before = state(desk)
    with pytest.raises(ProblemForUser, match="join-gone"):
        undo.undo(desk, undone, id_of(desk, second))
    assert state(desk) == before


def joined_last(desk: Desk, number: int) -> str:
    line = guest_details.details(desk, id_of(desk, number)).history[0]
    assert line.can_undo
    return line.operation


def test_who_was_joined_follows_when_the_other_is_joined_in_turn(desk: Desk) -> None:
    first, second = two(desk)
    join(desk, first, second)
    join(desk, 3, first)
    with desk.read() as session:
        into = {guest.number: guest.joined_into for guest in session.query(Guest)}
    assert into == {3: None, first: id_of(desk, 3), second: id_of(desk, 3)}
    for number in (first, second):
        found = guests.list_guests(desk, searched=f"{number:05d}").guests
        assert [row.number for row in found] == [3]


def test_what_cannot_be_one_person_is_refused_and_nothing_changes(desk: Desk) -> None:
    first, second = two(desk)
    contract(desk, "绿电智算中心", ("张弘亮", "李刚"))
    before = state(desk)
    for remains, joined, code in ((first, first, "join-itself"), (second, 3, "join-both-sign")):
        with pytest.raises(ProblemForUser, match=code):
            join(desk, remains, joined)
    assert state(desk) == before
    ids = id_of(desk, first), id_of(desk, second)
    join(desk, first, second)
    for pair in (ids, ids[::-1]):
        with pytest.raises(ProblemForUser, match="join-gone"):
            guest_joining.join(desk, Joining(*pair, {}))
        with pytest.raises(ProblemForUser, match="join-gone"):
            guest_joining.compare(desk, *pair)


def test_an_invitation_both_had_stays_where_it_is(desk: Desk) -> None:
    first, second = two(desk)
    activities.set_activity(desk, "酒会", {"invited": "listed"})
    for number in (first, second):
        guests.set_guest(desk, number, {"activities": "酒会"})
    join(desk, first, second)
    assert statistics.attendance(desk, "酒会").expected == 1
    with desk.read() as session:
        assert session.query(Invited).count() == 2


def test_delegations_questions_reports_and_tags_know_one_person(
    desk: Desk, tmp_path: Path, clock: Clock
) -> None:
    first, second = two(desk)
    activities.set_activity(desk, OPENING, {"tags": "next"})
    for number in (first, second):
        guests.set_guest(desk, number, {"delegation": "西宁市"})
    codes = [code_of(desk, number, tmp_path) for number in (first, second)]
    check_ins.record_scan(desk, codes[1], OPENING)
    given = check_ins.recent_scans(desk, OPENING)[0].tag
    join(desk, first, second)
    (row,) = delegations.list_delegations(desk)
    assert (row.entered, row.confirmed, row.arrived) == (1, 1, 1)
    with pytest.raises(ProblemForUser, match="delegation-used"):
        delegations.remove_empty(desk, row.id)
    asked = guest_facts.guest_facts(desk).problems.values()
    with desk.read() as session:
        joined = session.query(Guest).filter(Guest.number == second).one().id
    assert all(joined not in guests_asked for guests_asked in asked)
    figures = report_figures.report_figures(desk)
    assert sum(each.figures.arrived for each in figures.by_delegation) == 1
    clock.forward(minutes=1)
    again = check_ins.record_scan(desk, codes[0], OPENING)
    assert (again.verdict, again.tag) == (Verdict.ALREADY, given)
    wanted = AuditFilter(guest=id_of(desk, first))
    with desk.read() as session:
        both = session.query(JournalEntry).filter(JournalEntry.entity_id == joined).count()
    assert audit_search.count_entries(desk, wanted) > both > 0
    guests.set_guest(desk, first, {"delegation": ""})
    delegations.remove_empty(desk, row.id)
    assert delegations.list_delegations(desk) == []
