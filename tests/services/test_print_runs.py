"""The ledger of prints: who, when, what, which version, outcome."""

import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from unittest.mock import Mock

import pytest
from sqlalchemy import delete, select, update

from qhsign import wording
from qhsign.domain.problems import ProblemForUser
from qhsign.services import (
    badges,
    certificates,
    contracts,
    guests,
    print_history,
    print_ledger,
    verification,
)
from qhsign.services.desk import Desk
from qhsign.services.print_records import LedgerLine
from qhsign.store import journal
from qhsign.store.event_file import EventFile
from qhsign.store.schema import Contract, PrintItem, PrintRun
from support import demonstrations
from support.desks import Clock, add_guest, fresh_desk
from support.printed import codes

NO_FONT = "\U0010fffd"


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def desk(tmp_path: Path, clock: Clock) -> Iterator[Desk]:
    with fresh_desk(tmp_path / "e.qhsign", clock) as desk:
        yield desk


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "badges.pdf"


def outcomes(lines: Sequence[LedgerLine]) -> list[tuple[str, str, int]]:
    return [(line.run, line.outcome, line.pieces) for line in lines]


def items(line: LedgerLine) -> list[tuple[int, str, str, int | None]]:
    assert line.items is not None
    return [(item.version, item.outcome, item.code, item.serial) for item in line.items]


def test_the_ledger_says_who_when_what_and_why(desk: Desk, out: Path, clock: Clock) -> None:
    for name in ("李刚", "王冬"):
        add_guest(desk, name)
    first = badges.print_badges(desk, out)
    clock.forward(hours=1)
    again = badges.print_badges(desk, out.with_name("again.pdf"), reprint="卡纸")
    clock.forward(hours=1)
    named = badges.print_badges(desk, out, guest_numbers=[2], layout="badge-cr80")
    assert (first.run, again.run, named.run) == ("P-0001", "P-0002", "P-0003")
    last, middle, earliest = print_history.prints(desk)
    assert outcomes([last, middle, earliest]) == [
        ("P-0003", "done", 1), ("P-0002", "done", 2), ("P-0001", "done", 2)
    ]  # fmt: skip
    assert (earliest.operator, earliest.desk, earliest.kind) == ("韩秋月", "东门1号台", "badges")
    assert (earliest.destination, middle.destination) == ("badges.pdf", "again.pdf")
    assert (earliest.layout, last.layout) == ("badge-90x130", "badge-cr80")
    assert (earliest.reason, middle.reason) == ("", "卡纸")
    assert last.reason == wording.say("reprint-named")
    assert (earliest.pages, last.pages) == (2, 1)
    assert earliest.at.isoformat() == "2024-07-11T09:00:00+08:00"
    assert earliest.items is None
    assert print_history.prints(desk, limit=1) == [last]
    assert print_history.prints(desk, kind="certificates") == []
    assert print_history.prints(desk, limit=-1) == []


def test_what_was_printed_of_one_guest(desk: Desk, out: Path) -> None:
    for name in ("李刚", "王冬", f"王{NO_FONT}"):
        add_guest(desk, name)
    badges.print_badges(desk, out)
    badges.reissue(desk, 1, "遗失")
    badges.print_badges(desk, out)
    badges.print_badges(desk, out, guest_numbers=[1])
    runs = print_history.prints(desk, guest=1)
    assert [items(line) for line in runs] == [
        [(2, "done", "", 3)], [(1, "done", "", 3)], [(1, "done", "", 1)]
    ]  # fmt: skip
    assert [line.run for line in print_history.prints(desk, guest=2)] == ["P-0001"]
    left_out = print_history.prints(desk, guest=3)
    assert [items(line) for line in left_out] == [
        [(0, "left-out", "print-glyph-missing", None)]
    ] * 2
    assert {line.left_out for line in left_out} == {1}
    with pytest.raises(ProblemForUser, match="guest-unknown"):
        print_history.prints(desk, guest=99)


def test_a_badge_left_out_is_not_issued_and_not_printed(desk: Desk, out: Path) -> None:
    for name in ("李刚", f"王{NO_FONT}"):
        add_guest(desk, name)
    run = badges.print_badges(desk, out)
    assert [(finding.guest, finding.field, finding.code) for finding in run.preflight] == [
        ("00002", "name", "print-glyph-missing")
    ]
    assert guests.show_guest(desk, 2)["badges"] == []
    guests.set_guest(desk, 2, {"full_name": "王冬"})
    rest = badges.print_badges(desk, out)
    assert rest.badges == 1
    assert [line.pieces for line in print_history.prints(desk)] == [1, 1]


def test_where_nothing_can_be_printed_no_run_is_begun(desk: Desk, out: Path) -> None:
    add_guest(desk, f"王{NO_FONT}")
    with pytest.raises(ProblemForUser, match="badges-none-printable"):
        badges.print_badges(desk, out)
    assert print_history.prints(desk) == []
    assert guests.show_guest(desk, 1)["badges"] == []


def test_a_run_that_fails_is_told_and_its_badges_are_printed_later(desk: Desk, out: Path) -> None:
    for _ in range(60):
        add_guest(desk, "李刚")

    def stop(done: int, total: int) -> None:
        assert (done, total) == (50, 60)
        raise OSError(28, "No space left on device")

    with pytest.raises(ProblemForUser, match="out-no-room"):
        badges.print_badges(desk, out, progress=stop)
    assert not out.exists()
    assert outcomes(print_history.prints(desk)) == [("P-0001", "failed", 0)]
    (line,) = print_history.prints(desk, guest=7)
    assert items(line) == [(0, "failed", "", 7)]
    run = badges.print_badges(desk, out)
    assert (run.badges, run.run, list(run.preflight)) == (60, "P-0002", [])
    newest, _ = print_history.prints(desk, guest=7)
    assert items(newest) == [(1, "done", "", 7)]


def test_a_run_that_died_is_listed_as_not_finished(
    desk: Desk, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_guest(desk, "李刚")

    def dies(*_: Any, **__: Any) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(print_ledger, "finish", dies)
        with pytest.raises(KeyboardInterrupt):
            badges.print_badges(desk, out)
    assert outcomes(print_history.prints(desk)) == [("P-0001", "begun", 1)]
    printed = codes(out)
    assert badges.print_badges(desk, out).badges == 1
    assert codes(out) == printed
    assert outcomes(print_history.prints(desk)) == [("P-0002", "done", 1), ("P-0001", "begun", 1)]


def test_two_desks_take_numbers_from_blocks_of_their_own(
    desk: Desk, tmp_path: Path, clock: Clock
) -> None:
    add_guest(desk, "李刚")
    assert badges.print_badges(desk, tmp_path / "b.pdf").run == "P-0001"
    desk.file.close()
    shutil.copy(tmp_path / "e.qhsign", tmp_path / "copy.qhsign")
    with Desk(EventFile.open(tmp_path / "copy.qhsign"), now=clock) as other:
        assert badges.print_badges(other, tmp_path / "c.pdf", reprint="补打").run == "P-10001"


def test_certificates_stand_in_the_same_ledger(tmp_path: Path) -> None:
    desk, _ = demonstrations.make(tmp_path / "d.qhsign", guests=100)
    with desk:
        row = contracts.list_contracts(desk)[0]
        for _ in range(2):
            certificates.print_certificates(desk, tmp_path / "c.pdf", contract_numbers=[row.number])
        runs = print_history.prints(desk, contract=row.number)
        assert [(line.run, line.kind, items(line)) for line in runs] == [
            ("P-0002", "certificates", [(2, "done", "", None)]),
            ("P-0001", "certificates", [(1, "done", "", None)]),
        ]
        assert print_history.prints(desk, kind="badges") == []
        with pytest.raises(ProblemForUser, match="contract-unknown"):
            print_history.prints(desk, contract=9999)


def test_certificates_that_fail_or_are_left_out_are_told(
    desk: Desk, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with desk.write("test") as session:
        session.add_all(
            Contract(number=number, title=f"储能项目{'' if number == 1 else NO_FONT}")
            for number in (1, 2)
        )
    for number in (1, 2):
        contracts.set_contract(desk, number, {"甲": "青海省商务厅", "乙": "华为技术有限公司"})
        contracts.approve(desk, [number], "韩秋月")
    full = OSError(28, "No space left on device")
    with monkeypatch.context() as patched:
        patched.setattr(certificates, "render_certificates", Mock(side_effect=full))
        with pytest.raises(ProblemForUser, match="out-no-room"):
            certificates.print_certificates(desk, out)
    run = certificates.print_certificates(desk, out)
    assert run.run == "P-0002"
    newest, failed = print_history.prints(desk, contract=1)
    assert (failed.outcome, items(failed)) == ("failed", [(1, "failed", "", None)])
    assert (newest.outcome, newest.pages, items(newest)) == ("done", 2, [(2, "done", "", None)])
    (other,) = print_history.prints(desk, contract=2)
    assert items(other) == [(0, "left-out", "print-glyph-missing", None)]


def test_the_ledger_keeps_no_text_that_a_purge_would_miss(desk: Desk, out: Path) -> None:
    add_guest(desk, "李刚", title="副局长")
    add_guest(desk, "李刚", title="副局长")
    badges.print_badges(desk, out)
    with desk.read() as session:
        first, second = session.scalars(select(PrintItem)).all()
        (run,) = session.scalars(select(PrintRun)).all()
        assert journal.verify_chain(session).broken_at is None
    assert first.printed is not None
    assert second.printed is not None
    assert set(first.printed) == {"name", "org", "post", "category", "zones"}
    # Bound to its piece, the same name has another hash on the next badge.
    assert not set(first.printed.values()) & set(second.printed.values())
    assert run.salt is not None
    told = [line for line in _journal_values(desk) if run.salt.hex() in line or "李刚" in line]
    assert all("full_name" in line for line in told)


def _journal_values(desk: Desk) -> list[str]:
    with desk.read() as session:
        return [
            content
            for (content,) in session.connection().exec_driver_sql(
                "SELECT content FROM journal_value"
            )
        ]


def test_without_the_salt_nothing_is_compared(desk: Desk, out: Path) -> None:
    add_guest(desk, "李刚")
    badges.print_badges(desk, out)
    with desk.write("purge") as session:
        run = session.scalars(select(PrintRun)).one()
        run.salt = None
    guests.set_guest(desk, 1, {"title": "处长"})
    run_again = badges.print_badges(desk, out)
    assert [finding.code for finding in run_again.preflight] == ["printed-before"]


def test_a_piece_taken_out_of_the_ledger_is_noticed(desk: Desk, out: Path) -> None:
    add_guest(desk, "李刚")
    badges.print_badges(desk, out)
    assert all(check.ok for check in verification.verify(desk))
    with desk.write("test") as session:
        session.execute(delete(PrintItem))
    assert [check.name for check in verification.verify(desk) if not check.ok] == ["prints"]


def test_only_what_is_done_counts_as_printed(desk: Desk, out: Path) -> None:
    add_guest(desk, "李刚")
    badges.print_badges(desk, out)
    with desk.write("test") as session:
        session.execute(update(PrintItem).values(outcome="failed"))
    assert badges.print_badges(desk, out).badges == 1
