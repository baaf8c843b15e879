"""Making a demonstration event: again, smaller, wrongly, and with a morning of arrivals."""

import json
from collections import Counter
from datetime import UTC, date, datetime
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from qhsign.domain.problems import ProblemForUser
from qhsign.services import contracts, demonstration, guests, slates, statistics, verification
from qhsign.services.demonstration_facts import fen_of_yi
from qhsign.services.demonstration_slates import parted
from qhsign.services.desk import Desk
from qhsign.store.event_file import EventFile
from qhsign.store.schema import Badge, CheckIn, Contract, Event, Guest, Party
from support.demonstrations import make
from support.desks import Clock


def fingerprint(desk: Desk) -> str:
    with desk.read() as session:
        people = session.execute(
            select(
                Guest.number, Guest.full_name, Guest.organization, Guest.title, Guest.phone,
                Guest.document_number, Guest.category, Guest.invitation, Guest.lodging,
            ).order_by(Guest.number)
        ).all()  # fmt: skip
        signed = session.execute(
            select(Contract.number, Contract.title, Contract.amount, Contract.kind, Contract.mode)
            .order_by(Contract.number)
        ).all()  # fmt: skip
        parties = session.execute(
            select(Contract.number, Party.side, Party.organization, Party.signatory)
            .join(Contract, Contract.id == Party.contract_id)
            .order_by(Contract.number, Party.side)
        ).all()
    return json.dumps([list(map(tuple, rows)) for rows in (people, signed, parties)])


def test_the_same_seed_gives_the_same_event(tmp_path: Path) -> None:
    prints = []
    for name, seed in (("a", 25), ("b", 25), ("c", 26)):
        desk, _ = make(tmp_path / f"{name}.qhsign", guests=400, seed=seed)
        with desk:
            prints.append(fingerprint(desk))
    assert prints[0] == prints[1] != prints[2]


@pytest.mark.parametrize(
    ("count", "named", "described"),
    [(0, 0, 0), (1, 1, 1), (50, 4, 50), (96, 4, 96), (99, 7, 96), (200, 7, 96), (400, 8, 96)],
)
def test_fewer_guests_leave_the_named_ones_and_all_contracts(
    tmp_path: Path, count: int, named: int, described: int
) -> None:
    desk, counts = make(tmp_path / "small.qhsign", guests=count)
    with desk:
        assert (counts["guests"], counts["named"], counts["described"]) == (count, named, described)
        assert guests.list_guests(desk).total == count
        assert [row.gap for row in slates.list_slates(desk) if row.gap is not None] == [0, 0, 0]
        rows = contracts.list_contracts(desk)
        assert len(rows) == 108
        assert all(party.signatory for row in rows for party in row.parties)
        assert all(check.ok for check in verification.verify(desk))


@pytest.mark.parametrize("seed", [0, 1, 7, 2024, -3])
def test_any_seed_meets_the_published_totals(tmp_path: Path, seed: int) -> None:
    desk, counts = make(tmp_path / "seed.qhsign", guests=120, seed=seed)
    with desk:
        rows = {row.name: row for row in slates.list_slates(desk)}
        assert all(row.gap in {0, None} for row in rows.values())
        assert counts["contracts"] == 108
        with desk.read() as session:
            amounts = [fen for fen in session.scalars(select(Contract.amount)) if fen is not None]
        assert min(amounts) >= fen_of_yi("0.2")
        assert max(amounts) < fen_of_yi("1000")


@pytest.mark.parametrize("count", [-1, 100_001])
def test_impossible_numbers_are_refused_and_leave_nothing(tmp_path: Path, count: int) -> None:
    with pytest.raises(ProblemForUser) as caught:
        make(tmp_path / "none.qhsign", guests=count)
    assert caught.value.code == "demonstration-guests"
    assert list(tmp_path.glob("*.qhsign")) == []


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "mine.qhsign"
    path.write_text("mine")
    with pytest.raises(ProblemForUser) as caught:
        make(path, guests=10)
    assert caught.value.code == "event-exists"
    assert path.read_text() == "mine"


def test_an_event_half_made_is_taken_away(tmp_path: Path) -> None:
    def stop(_done: int, _total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        make(tmp_path / "[half].qhsign", guests=10, progress=stop)
    assert [path.name for path in tmp_path.iterdir() if "half" in path.name] == []


def test_without_a_first_day_it_begins_today_by_its_own_clock(tmp_path: Path) -> None:
    # Half past midnight in Xining is still the day before in Greenwich.
    clock = Clock(datetime(2024, 7, 31, 16, 30, tzinfo=UTC))
    path = tmp_path / "today.qhsign"
    demonstration.make(path, lambda file: Desk(file, now=clock), guests=5)
    with Desk(EventFile.open(path), now=clock) as desk, desk.read() as session:
        event = session.scalars(select(Event)).one()
        assert (event.start, event.end) == (date(2024, 8, 1), date(2024, 8, 5))


def test_a_morning_of_arrivals_follows_the_rules(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    desk, counts = make(
        tmp_path / "morning.qhsign",
        guests=1500,
        arrivals=True,
        progress=lambda done, total: told.append((done, total)),
    )
    with desk:
        assert told == sorted(told)
        assert told[-1] == (3000, 3000)
        attendance = statistics.attendance(desk, "开幕式")
        assert attendance.arrived == counts["checked_in"]
        assert attendance.expected == counts["badges"]
        assert 0.68 < attendance.arrived / attendance.expected < 0.82
        assert all(check.ok for check in verification.verify(desk))
        with desk.read() as session:
            scans = session.scalars(select(CheckIn)).all()
            badges = session.scalars(select(Badge)).all()
        verdicts = Counter(scan.verdict for scan in scans)
        assert {"admitted", "already", "exited", "re-entered", "too-early", "unknown"} <= set(
            verdicts
        )
        assert verdicts["admitted"] == counts["checked_in"]
        assert len({scan.desk for scan in scans}) >= 4
        first = min(scan.at for scan in scans)
        assert datetime(2024, 7, 10, 23, 45, tzinfo=UTC) <= first
        assert max(badge.issued_at for badge in badges) < first
        assert max(s.at for s in scans if s.verdict == "admitted") <= datetime(
            2024, 7, 11, 1, 35, tzinfo=UTC
        )


@given(
    count=st.integers(1, 60),
    extra=st.integers(0, 5000),
    least=st.integers(0, 20),
    step=st.integers(1, 1000),
    seed=st.integers(),
)
def test_a_sum_is_parted_exactly(count: int, extra: int, least: int, step: int, seed: int) -> None:
    total = (count * least + extra) * step
    sums = parted(Random(seed), total, count, least=least * step, step=step)
    assert sum(sums) == total
    assert len(sums) == count
    assert all(part >= least * step and part % step == 0 for part in sums)
