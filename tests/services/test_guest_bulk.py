"""Changing many guests: nobody is forgotten, one undo makes everything as it was."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from qhsign.background.progress import CancelledError
from qhsign.domain.guest import Category, Invitation, Vetting
from qhsign.domain.problems import ProblemForUser
from qhsign.services import badges, guest_joining
from qhsign.services.activities import set_activity
from qhsign.services.desk import Desk
from qhsign.services.guest_bulk import change_many, change_one, preview, take_back_operation
from qhsign.services.guest_bulk_records import Bulk, BulkChange
from qhsign.services.guest_joining_records import Joining
from qhsign.services.guests import list_guests, set_guest
from qhsign.services.verification import verify
from qhsign.store.schema import Badge, Guest, Invited, JournalEntry
from support.desks import add_guest, fresh_desk

DINNER = "欢迎酒会"
NAMES = ("王冬", "田富", "田大利", "单雄信", "李刚", "安立佳")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with made(tmp_path / "e.qhsign") as desk:
        yield desk


def made(path: Path) -> Desk:
    desk = fresh_desk(path)
    set_activity(desk, DINNER, {"invited": "listed"})
    for place, name in enumerate(NAMES):
        add_guest(desk, name, delegation="西宁市代表团" if place % 2 else "", title="处长")
    set_guest(desk, 1, {"activities": DINNER, "vip": "yes", "liaison": "小王"})
    badges.issue(desk, ids(desk)[:4])
    return desk


def ids(desk: Desk) -> list[str]:
    rows = sorted(list_guests(desk).guests, key=lambda row: row.number)
    return [row.id for row in rows]


def state(desk: Desk) -> dict[str, object]:
    """Everything a bulk change may touch, as plain values."""
    with desk.read() as session:
        guests = {
            guest.id: tuple(
                (column.name, getattr(guest, column.name)) for column in Guest.__table__.columns
            )
            for guest in session.scalars(select(Guest))
        }
        invited = {(row.guest_id, row.activity_id) for row in session.scalars(select(Invited))}
        issued = {
            (badge.id, badge.status, badge.end_reason, badge.ended_at)
            for badge in session.scalars(select(Badge))
        }
    return {"guests": guests, "invited": invited, "badges": issued}


changes = st.one_of(
    st.builds(BulkChange, st.just(Bulk.CATEGORY), st.sampled_from([*map(str, Category)])),
    st.builds(BulkChange, st.just(Bulk.VIP), st.sampled_from(["yes", "no"])),
    st.builds(BulkChange, st.just(Bulk.STATUS), st.sampled_from([*map(str, Invitation)])),
    st.builds(BulkChange, st.just(Bulk.VETTING), st.sampled_from([*map(str, Vetting)])),
    st.builds(BulkChange, st.just(Bulk.DELEGATION), st.sampled_from(["", "西宁市代表团", "新团"])),
    st.builds(BulkChange, st.just(Bulk.LIAISON), st.sampled_from(["", "小王", "韩雪"])),
    st.builds(BulkChange, st.sampled_from([Bulk.INVITE, Bulk.UNINVITE]), st.just(DINNER)),
    st.just(BulkChange(Bulk.REVOKE, "丢失")),
)


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(changes, st.sets(st.integers(0, len(NAMES) - 1), min_size=1))
def test_the_preview_is_what_happens_and_one_undo_takes_it_back(
    change: BulkChange, chosen: set[int]
) -> None:
    with tempfile.TemporaryDirectory() as folder, made(Path(folder) / "e.qhsign") as desk:
        guests = [ids(desk)[place] for place in sorted(chosen)]
        before = state(desk)
        told = preview(desk, guests, change)
        assert state(desk) == before, "a preview changes nothing"
        assert told.changing + told.alike == len(guests)
        done = change_many(desk, guests, change)
        assert done.changed == told.changing
        assert bool(done.operation) == bool(done.changed)
        assert preview(desk, guests, change).changing == 0
        if not done.operation:
            assert state(desk) == before
            return
        with desk.read() as session:
            written = set(
                session.scalars(
                    select(JournalEntry.operation).where(JournalEntry.action == "guests change")
                )
            )
        assert written == {done.operation}
        assert take_back_operation(desk, done.operation).kept == 0
        assert state(desk) == before
        assert all(check.ok for check in verify(desk))


def test_guests_not_chosen_stay_as_they_are(desk: Desk) -> None:
    first, *others = ids(desk)
    before = state(desk)["guests"]
    change_many(desk, [first], BulkChange(Bulk.CATEGORY, "media"))
    after = state(desk)["guests"]
    assert isinstance(before, dict)
    assert isinstance(after, dict)
    assert {guest: after[guest] for guest in others} == {guest: before[guest] for guest in others}


def test_search_follows_and_unknown_guests_are_passed_over(desk: Desk) -> None:
    done = change_many(desk, [*ids(desk)[:2], "gone"], BulkChange(Bulk.LIAISON, "韩雪"))
    assert done.changed == 2
    assert len(list_guests(desk).guests) == len(NAMES)


def test_giving_up_leaves_everything_as_it_was(desk: Desk) -> None:
    before = state(desk)

    def give_up(done: int, total: int) -> None:
        assert (done, total) == (len(NAMES), len(NAMES))
        raise CancelledError

    with pytest.raises(CancelledError):
        change_many(desk, ids(desk), BulkChange(Bulk.CATEGORY, "media"), give_up)
    assert state(desk) == before


def test_what_was_changed_since_is_left_and_told(desk: Desk) -> None:
    one, two = ids(desk)[:2]
    done = change_many(desk, [one, two], BulkChange(Bulk.CATEGORY, "media"))
    set_guest(desk, 1, {"category": "staff"})
    taken = take_back_operation(desk, done.operation)
    assert (taken.undone, taken.kept) == (1, 1)
    with pytest.raises(ProblemForUser) as problem:
        take_back_operation(desk, done.operation)
    assert problem.value.code == "operation-changed-since"


def test_wishes_that_cannot_be_are_refused_in_one_sentence(desk: Desk) -> None:
    before = state(desk)
    for change, code in (
        (BulkChange(Bulk.CATEGORY, "客商"), "field-wrong"),
        (BulkChange(Bulk.INVITE, "开幕式"), "activity-for-all"),
        (BulkChange(Bulk.INVITE, "no such"), "activity-unknown"),
        (BulkChange(Bulk.REVOKE, "  "), "reason-missing"),
    ):
        for ask in (preview, change_many):
            with pytest.raises(ProblemForUser) as problem:
                ask(desk, ids(desk), change)
            assert problem.value.code == code
    assert state(desk) == before


def test_a_badge_replaced_meanwhile_is_not_brought_to_life(desk: Desk) -> None:
    first = ids(desk)[:1]
    done = change_many(desk, first, BulkChange(Bulk.REVOKE, "丢失"))
    badges.issue(desk, first)
    before = state(desk)
    with pytest.raises(ProblemForUser):
        take_back_operation(desk, done.operation)
    assert state(desk) == before


def test_a_cell_of_somebody_joined_meanwhile_is_written_to_who_remains(desk: Desk) -> None:
    remains, joined = ids(desk)[:2]
    guest_joining.join(desk, Joining(remains, joined, {}))
    change_one(desk, joined, "title", "局长")
    assert {row.id: row.title for row in list_guests(desk).guests}[remains] == "局长"


def test_a_record_joined_meanwhile_is_passed_over(desk: Desk) -> None:
    remains, joined = ids(desk)[:2]
    guest_joining.join(desk, Joining(remains, joined, {}))
    change = BulkChange(Bulk.LIAISON, "小李")
    assert preview(desk, [remains, joined], change).changing == 1
    assert change_many(desk, [remains, joined], change).changed == 1


def test_one_field_of_one_guest_is_one_operation(desk: Desk) -> None:
    before = state(desk)
    first = ids(desk)[0]
    done = change_one(desk, first, "title", "局长")
    assert done.changed == 1
    assert change_one(desk, first, "title", "局长").operation == "", "nothing to take back"
    take_back_operation(desk, done.operation)
    assert state(desk) == before
    for guest, field, text, code in (
        (first, "full_name", " ", "field-wrong"),
        (first, "country", "某国", "field-wrong"),
        ("gone", "title", "局长", "cell-guest-gone"),
    ):
        with pytest.raises(ProblemForUser) as problem:
            change_one(desk, guest, field, text)
        assert problem.value.code == code
    assert state(desk) == before
