"""The audit trail, and the proof that nobody wrote past it."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlite_driver

from qhsign import wording
from qhsign.domain.problems import ProblemForUser
from qhsign.services import audit, badges, check_ins, guests, verification
from qhsign.services.desk import Desk
from qhsign.store.event_file import EventFile
from support.desks import Clock, add_guest, fresh_desk

PRIVATE = {
    "phone": "13897541234",
    "document_number": "11010519491231002X",
    "arrival": "CZ6901次航班",
    "lodging": "青海宾馆1208房",
    "vehicle": "青A·Q2507",
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "e.qhsign"


@pytest.fixture
def desk(path: Path) -> Iterator[Desk]:
    with fresh_desk(path, Clock()) as desk:
        yield desk


def failed(path: Path) -> set[str]:
    with Desk(EventFile.open(path)) as desk:
        checks = verification.verify(desk)
    for check in checks:
        for language in wording.Language:
            assert wording.say(f"check-{check.name}", language)
    return {check.name for check in checks if not check.ok}


def tamper(path: Path, *statements: str) -> None:
    with contextlib.closing(sqlite_driver.connect(str(path))) as connection:
        connection.execute("PRAGMA foreign_keys=OFF")
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def test_what_is_private_is_masked_before_and_after(desk: Desk) -> None:
    number = add_guest(desk, "李刚", **PRIVATE)
    guests.set_guest(desk, number, {"phone": "13900001111", "lodging": "", "title": "处长"})
    lines = audit.trail(desk, guest=number)
    said = "".join(f"{line.old}{line.new}" for line in lines)
    assert not any(value in said for value in (*PRIVATE.values(), "13900001111"))
    last = lines[0]
    assert (last.old["phone"], last.new["phone"]) == ("138****1234", "139****1111")
    assert last.new["title"] == "处长"


def test_keys_leave_no_value(desk: Desk) -> None:
    entries = [line for line in audit.trail(desk, limit=1000) if line.kind == "event_key"]
    assert entries
    assert all("secret" not in line.new for line in entries)


def test_the_trail_is_newest_first_and_narrows(desk: Desk) -> None:
    for name in ("李刚", "王冬"):
        add_guest(desk, name)
    guests.set_guest(desk.named("西门"), 1, {"title": "处长"}, "任免")
    lines = audit.trail(desk, limit=3)
    assert len(lines) == 3
    assert lines[0].action.startswith("guest set")
    assert (lines[0].desk, lines[0].operator) == ("西门", "韩秋月")
    assert {line.entity for line in audit.trail(desk, guest=1)} == {lines[0].entity}
    assert audit.trail(desk, limit=0) == audit.trail(desk, limit=-5) == []
    with pytest.raises(ProblemForUser, match="guest-unknown"):
        audit.trail(desk, guest=77)


def test_a_whole_file_passes(desk: Desk, path: Path) -> None:
    number = add_guest(desk, "李刚", **PRIVATE)
    with desk.read() as session:
        guest = guests.by_number(session, number).id
    badges.issue(desk, [guest])
    badges.reissue(desk, number, "遗失")
    check_ins.check_in_by_hand(desk, guest, "开幕式")
    assert failed(path) == set()


@pytest.mark.parametrize(
    ("statements", "check"),
    [
        (["UPDATE journal_value SET content=replace(content, '李刚', '李钢')"], "journal"),
        (["UPDATE journal_entry SET operator='别人' WHERE sequence=2"], "journal"),
        (["UPDATE journal_entry SET desk='x', hash=previous_hash WHERE sequence=3"], "journal"),
        (["DELETE FROM journal_entry WHERE sequence=2"], "journal"),
        (["DELETE FROM journal_value WHERE rowid=(SELECT min(rowid) FROM journal_value)"],
         "journal"),
        (["UPDATE event_key SET retired_at='2024-07-11T00:00:00.000000Z'"], "one-key"),
        (["UPDATE badge SET status='active'"], "one-active-badge"),
        (["DELETE FROM guest_search"], "search"),
        (["UPDATE badge SET guest_id='nobody'"], "file"),
    ],
)  # fmt: skip
def test_tampering_is_found(desk: Desk, path: Path, statements: list[str], check: str) -> None:
    number = add_guest(desk, "李刚")
    with desk.read() as session:
        guest = guests.by_number(session, number).id
    badges.issue(desk, [guest])
    badges.reissue(desk, number, "遗失")
    desk.file.close()
    assert failed(path) == set()
    tamper(path, *statements)
    assert check in failed(path)


def test_a_purge_of_values_leaves_the_chain_whole(desk: Desk, path: Path) -> None:
    add_guest(desk, "李刚")
    desk.file.close()
    tamper(path, "UPDATE journal_value SET content=NULL")
    assert failed(path) == set()
    with Desk(EventFile.open(path)) as opened:
        assert all(line.old == line.new == {} for line in audit.trail(opened, limit=100))
