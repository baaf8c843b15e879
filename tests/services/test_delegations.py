from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from qhsign.domain.problems import ProblemForUser
from qhsign.services import check_ins
from qhsign.services.delegations import (
    DelegationRow,
    declare,
    list_delegations,
    merge,
    remove_empty,
    rename,
)
from qhsign.services.desk import Desk
from qhsign.services.guest_bulk import take_back_operation
from qhsign.services.guests import list_guests
from qhsign.store.schema import Delegation, Guest
from support.desks import add_guest, fresh_desk

if TYPE_CHECKING:
    from qhsign.services.guest_bulk_records import BulkDone


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with fresh_desk(tmp_path / "e.qhsign") as desk:
        for name, delegation, status in (
            ("王冬", "西宁市代表团", "confirmed"),
            ("田富", "西宁市代表团", "declined"),
            ("李刚", "海西州代表团", "confirmed"),
            ("李磊", "", "confirmed"),
        ):
            add_guest(desk, name, delegation=delegation, status=status)
        yield desk


def rows(desk: Desk) -> dict[str, DelegationRow]:
    return {row.name: row for row in list_delegations(desk)}


def state(desk: Desk) -> set[object]:
    with desk.read() as session:
        return {
            *(
                (each.id, each.name, each.declared_count)
                for each in session.scalars(select(Delegation))
            ),
            *((each.id, each.delegation_id) for each in session.scalars(select(Guest))),
        }


def test_what_was_declared_stands_beside_what_is_counted(desk: Desk) -> None:
    xining = rows(desk)["西宁市代表团"]
    assert (xining.declared, xining.entered, xining.confirmed, xining.arrived) == (None, 2, 1, 0)
    assert xining.gap is None
    declare(desk, xining.id, " 8 ")
    (guest,) = (row.id for row in list_guests(desk, searched="王冬").guests)
    check_ins.check_in_by_hand(desk, guest, "开幕式", nonce="n")
    xining = rows(desk)["西宁市代表团"]
    assert (xining.declared, xining.arrived, xining.gap) == (8, 1, -6)
    assert [row.name for row in list_delegations(desk, "开幕式")] == [
        "西宁市代表团",
        "海西州代表团",
    ]
    assert list_delegations(desk, "开幕式")[0].arrived == 1


def test_each_change_is_one_operation_that_goes_back(desk: Desk) -> None:
    before = state(desk)
    xining, haixi = rows(desk)["西宁市代表团"].id, rows(desk)["海西州代表团"].id
    changes: list[Callable[[], BulkDone]] = [
        lambda: rename(desk, xining, "西宁代表团"),
        lambda: declare(desk, xining, "8"),
        lambda: merge(desk, xining, haixi),
    ]
    for change in changes:
        done = change()
        assert state(desk) != before
        take_back_operation(desk, done.operation)
        assert state(desk) == before
    assert rename(desk, xining, " 西宁市代表团 ").operation == "", "nothing to take back"


def test_merging_adds_up_what_was_declared(desk: Desk) -> None:
    found = rows(desk)
    declare(desk, found["西宁市代表团"].id, "8")
    declare(desk, found["海西州代表团"].id, "5")
    done = merge(desk, found["西宁市代表团"].id, found["海西州代表团"].id)
    assert done.changed == 2
    (left,) = list_delegations(desk)
    assert (left.name, left.declared, left.entered) == ("海西州代表团", 13, 3)
    assert {row.delegation for row in list_guests(desk).guests} == {"", "海西州代表团"}


def test_an_empty_delegation_can_go_one_with_guests_cannot(desk: Desk) -> None:
    xining = rows(desk)["西宁市代表团"].id
    with pytest.raises(ProblemForUser) as problem:
        remove_empty(desk, xining)
    assert (problem.value.code, problem.value.parameters["count"]) == ("delegation-used", 2)
    with desk.write("new") as session:
        session.add(Delegation(name="空团"))
    done = remove_empty(desk, rows(desk)["空团"].id)
    assert "空团" not in rows(desk)
    take_back_operation(desk, done.operation)
    assert "空团" in rows(desk)


def test_a_record_joined_into_another_counts_nowhere(desk: Desk) -> None:
    with desk.write("join") as session:
        joined, other = session.scalars(select(Guest).where(Guest.number.in_([3, 4])))
        joined.joined_into = other.id
    haixi = rows(desk)["海西州代表团"]
    assert haixi.entered == 0
    before = state(desk)
    done = remove_empty(desk, haixi.id)
    assert "海西州代表团" not in rows(desk)
    take_back_operation(desk, done.operation)
    assert state(desk) == before


def test_wrong_input_is_one_sentence_and_changes_nothing(desk: Desk) -> None:
    before = state(desk)
    xining = rows(desk)["西宁市代表团"].id
    changes: list[tuple[Callable[[], BulkDone], str]] = [
        (lambda: rename(desk, xining, " "), "delegation-name-missing"),
        (lambda: rename(desk, xining, "海西州代表团"), "delegation-exists"),
        (lambda: rename(desk, "gone", "x"), "delegation-gone"),
        (lambda: declare(desk, xining, "八"), "delegation-count-wrong"),
        (lambda: declare(desk, xining, "-1"), "delegation-count-wrong"),
        (lambda: merge(desk, xining, xining), "delegation-itself"),
        (lambda: merge(desk, xining, "gone"), "delegation-gone"),
    ]
    for change, code in changes:
        with pytest.raises(ProblemForUser) as problem:
            change()
        assert problem.value.code == code
    assert state(desk) == before
