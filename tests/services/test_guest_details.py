"""Everything about one guest: what stands in the side panel, changed and taken back."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from qhsign import wording
from qhsign.domain.problems import ProblemForUser
from qhsign.services import (
    activities,
    badges,
    check_ins,
    events,
    guest_details,
    guest_edits,
    guest_photo,
    guests,
    imports,
    undo,
)
from qhsign.services.desk import Desk
from qhsign.services.guest_detail_records import FieldChange, GuestDetails
from qhsign.services.guest_fields import FIELDS, SENSITIVE
from qhsign.store.schema import Badge, Delegation
from support.desks import Clock, add_guest, fresh_desk
from support.list_files import write_xlsx
from support.pictures import encoded, portrait
from support.tables import dump

PHONE = "13897541234"
OPENING = "开幕式"


@pytest.fixture
def clock() -> Clock:
    return Clock(datetime.now(UTC))


@pytest.fixture
def desk(tmp_path: Path, clock: Clock) -> Iterator[Desk]:
    with fresh_desk(tmp_path / "e.qhsign", clock) as desk:
        yield desk


def id_of(desk: Desk, number: int = 1) -> str:
    with desk.read() as session:
        return guests.by_number(session, number).id


def shown(desk: Desk, number: int = 1) -> GuestDetails:
    return guest_details.details(desk, id_of(desk, number))


def edit(desk: Desk, field: str, text: str, number: int = 1) -> str:
    return guest_edits.edit(desk, id_of(desk, number), field, text).operation


def codes(details: GuestDetails) -> list[str]:
    for problem in details.problems:
        for language in wording.Language:
            assert wording.say(problem.code, language, **problem.parameters)
    return [problem.code for problem in details.problems]


def people(desk: Desk) -> dict[str, object]:
    return dict(dump(desk, "guest", "invited", "organization", "delegation", "guest_search"))


def test_every_field_is_there_and_what_is_sensitive_is_masked(desk: Desk) -> None:
    add_guest(desk, "张弘靓", phone=PHONE, delegation="西宁市", credentials_date="2024-07-01")
    found = shown(desk)
    assert set(found.facts) == set(FIELDS) - {"activities"}
    assert found.facts["phone"] == "138****1234"
    assert found.facts["delegation"] == "西宁市"
    assert found.facts["credentials_date"] == "2024-07-01"
    assert (found.facts["category"], found.facts["vip"]) == ("guest", "")
    assert PHONE not in repr(found)


def test_reading_and_strokes_show_the_computed_beside_the_confirmed(desk: Desk) -> None:
    add_guest(desk, "单雄信")
    assert shown(desk).reading.shown == "shàn xióng xìn"
    edit(desk, "reading", "dan1 xiong2 xin4")
    reading = shown(desk).reading
    assert (reading.shown, reading.computed) == ("dān xióng xìn", "shàn xióng xìn")
    assert reading.confirmed
    add_guest(desk, "李\U00030edd")
    assert "guest-problem-unranked" in codes(shown(desk, 2))
    edit(desk, "stroke_stand_in", "\U00030edd=颐", 2)
    assert "guest-problem-unranked" not in codes(shown(desk, 2))


def test_arrivals_badges_prints_and_delegation(desk: Desk, tmp_path: Path) -> None:
    add_guest(desk, "张弘靓", delegation="西宁市", title="处长")
    with desk.write("declare") as session:
        session.query(Delegation).one().declared_count = 8
    activities.set_activity(desk, "酒会", {"invited": "listed"})
    badges.print_badges(desk, tmp_path / "b.pdf")
    with desk.read() as session:
        code = session.query(Badge.code).one()[0]
    came = check_ins.record_scan(desk, code, OPENING)
    found = shown(desk)
    first, second = found.activities
    assert first.first is not None
    assert (first.first.at, first.invited, second.invited) == (came.at, True, False)
    assert [(each.status, each.printed) for each in found.badges] == [("active", 1)]
    assert [(each.kind, each.outcome) for each in found.prints] == [("badges", "done")]
    assert found.delegation is not None
    assert (found.delegation.declared, found.delegation.named) == (8, 1)
    assert codes(found) == []
    edit(desk, "title", "局长")
    assert codes(shown(desk)) == ["guest-problem-badge-differs"]


def test_what_there_is_to_mend(desk: Desk) -> None:
    add_guest(desk, "张弘靓", organization="", title="处长")
    assert codes(shown(desk)) == ["guest-problem-organization-missing"]
    add_guest(desk, "李刚")
    photo = guest_photo.read(encoded(portrait()), "a.jpg")
    guest_photo.put(desk, id_of(desk, 2), photo)
    assert "guest-problem-photo-missing" in codes(shown(desk))
    assert codes(shown(desk, 2)) == ["guest-problem-title-missing"]
    events.change_event(desk, {"vetting_required": "yes"})
    assert "guest-problem-not-vetted" in codes(shown(desk))


def test_an_edit_is_one_operation_that_one_undo_takes_back(desk: Desk) -> None:
    add_guest(desk, "张弘靓", phone=PHONE)
    for field, text in (
        ("full_name", "张弘亮"),
        ("organization", "中国华电集团有限公司"),
        ("delegation", "西宁市"),
        ("category", "media"),
        ("vip", "yes"),
        ("status", "invited"),
        ("vetting", "passed"),
        ("gender", "female"),
        ("rank_level", "3"),
        ("credentials_date", "2024-07-01"),
        ("phone", "13997540000"),
        ("remark", "轮椅"),
    ):
        before = people(desk)
        operation = edit(desk, field, text)
        assert people(desk) != before, field
        line = shown(desk).history[0]
        assert (line.operation, line.can_undo, line.operator) == (operation, True, "韩秋月")
        assert [change.field for change in line.changes] == [field]
        assert not undo.undo(desk, operation, id_of(desk)).some_kept
        assert people(desk) == before, field
        done, undone = shown(desk).history[1], shown(desk).history[0]
        assert (done.can_undo, undone.action, undone.can_undo) == (False, "undo", True)
        assert undone.changes == [
            FieldChange(change.field, change.new, change.old) for change in done.changes
        ]


def test_an_undo_can_be_undone(desk: Desk) -> None:
    add_guest(desk, "张弘靓")
    operation = edit(desk, "organization", "新单位")
    after = people(desk)
    undone = undo.undo(desk, operation, id_of(desk)).operation
    undo.undo(desk, undone, id_of(desk))
    assert people(desk) == after


def test_what_was_changed_again_stays_and_is_told(desk: Desk) -> None:
    add_guest(desk, "张弘靓")
    operation = edit(desk, "title", "处长")
    edit(desk, "title", "局长")
    line = next(each for each in shown(desk).history if each.operation == operation)
    assert not line.can_undo
    before = people(desk)
    with pytest.raises(ProblemForUser, match="undo-nothing"):
        undo.undo(desk, operation, id_of(desk))
    assert people(desk) == before
    with desk.write("both") as session:
        guest = guests.by_number(session, 1)
        guest.title, guest.seat = "厅长", "1排"
        both = session.pen.operation
    edit(desk, "seat", "2排")
    assert undo.undo(desk, both, id_of(desk)).some_kept
    assert (shown(desk).facts["title"], shown(desk).facts["seat"]) == ("局长", "2排")


def test_invitations_come_and_go_and_come_back(desk: Desk) -> None:
    add_guest(desk, "张弘靓")
    ids = {
        name: activities.set_activity(desk, name, {"invited": "listed"}).id
        for name in ("酒会", "论坛")
    }
    edit(desk, "activities", ids["酒会"])
    before = people(desk)
    operation = edit(desk, "activities", ids["论坛"])
    assert shown(desk).history[0].changes == [FieldChange("activities", "酒会", "论坛")]
    undo.undo(desk, operation, id_of(desk))
    assert people(desk) == before
    assert edit(desk, "activities", ids["酒会"]) == ""


def test_one_guests_part_of_an_import_goes_back_alone(desk: Desk, tmp_path: Path) -> None:
    heads = ["姓名", "单位", "职务", "手机"]
    rows = [["张弘靓", "青海省商务厅", "处长", PHONE], ["李刚", "华电集团", "经理", "13997540000"]]
    imports.import_guests(desk, write_xlsx(tmp_path / "1.xlsx", [heads, *rows]))
    assert not shown(desk).history[0].can_undo
    for row in rows:
        row[2] = "主任"
    imports.import_guests(desk, write_xlsx(tmp_path / "2.xlsx", [heads, *rows]))
    line = shown(desk).history[0]
    assert (line.note, line.row, line.can_undo) == ("2.xlsx", 2, True)
    undo.undo(desk, line.operation, id_of(desk))
    assert [shown(desk, number).facts["title"] for number in (1, 2)] == ["处长", "主任"]


def test_sensitive_values_never_stand_in_the_history(desk: Desk) -> None:
    add_guest(desk, "张弘靓", phone=PHONE)
    edit(desk, "phone", "13997540000")
    (change,) = shown(desk).history[0].changes
    assert change == FieldChange("phone", "138****1234", "139****0000")
    assert edit(desk, "phone", "139****0000") == ""
    assert guest_edits.reveal(desk, id_of(desk), "phone", "接机") == "13997540000"
    line = shown(desk).history[0]
    assert (line.action, line.note, line.can_undo) == ("guest reveal", "接机", False)
    for field, purpose, code in (
        ("phone", " ", "purpose-missing"),
        ("title", "x", "field-not-sensitive"),
    ):
        with pytest.raises(ProblemForUser, match=code):
            guest_edits.reveal(desk, id_of(desk), field, purpose)
    assert set(SENSITIVE) >= {"phone"}


def test_wrong_values_change_nothing(desk: Desk) -> None:
    add_guest(desk, "张弘靓")
    before = dump(desk)
    for field, text in (("full_name", " "), ("rank_level", "甲"), ("country", "火星"),
                        ("credentials_date", "7月")):  # fmt: skip
        with pytest.raises(ProblemForUser, match="field-wrong"):
            edit(desk, field, text)
    with pytest.raises(ProblemForUser, match="guest-gone"):
        guest_edits.edit(desk, "0" * 32, "title", "x")
    assert dump(desk) == before
    assert edit(desk, "full_name", "张弘靓") == ""
    assert dump(desk)["journal_entry"] == before["journal_entry"]


def test_a_photo_comes_goes_and_comes_back(desk: Desk, tmp_path: Path) -> None:
    add_guest(desk, "张弘靓")
    path = tmp_path / "a.png"
    path.write_bytes(encoded(portrait(900, 700), "PNG"))
    put = guest_photo.put(desk, id_of(desk), guest_photo.read(path, path.name)).operation
    assert shown(desk).photo[:2] == b"\xff\xd8"
    away = guest_photo.take_away(desk, id_of(desk)).operation
    assert shown(desk).photo == b""
    undo.undo(desk, away, id_of(desk))
    assert shown(desk).photo
    assert [line.changes[0].field for line in shown(desk).history[:3]] == ["photo"] * 3
    undo.undo(desk, put, id_of(desk))
    assert shown(desk).photo == b""
    assert guest_photo.take_away(desk, id_of(desk)).operation == ""
    bad_ones: tuple[tuple[bytes | Path, str], ...] = (
        (b"", "photo"), (tmp_path / "none.jpg", "photo-unreadable")
    )  # fmt: skip
    for bad, code in bad_ones:
        with pytest.raises(ProblemForUser, match=code):
            guest_photo.read(bad, "x.jpg")


def test_namesakes_are_told_and_a_long_history_is_cut(desk: Desk) -> None:
    for place in ("青海省商务厅", "华电集团", "西宁市"):
        add_guest(desk, "李刚", place, title="处长")
    others = shown(desk).namesakes
    assert [(each.number, each.organization) for each in others] == [(2, "华电集团"), (3, "西宁市")]
    for row in range(130):
        edit(desk, "seat", f"{row}排")
    found = shown(desk)
    assert (len(found.history), found.operations) == (100, 132)
    assert found.history[0].changes == [FieldChange("seat", "128排", "129排")]
