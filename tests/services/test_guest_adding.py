"""Adding one guest by hand: numbered and confirmed, and gone again with one undo."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from qhsign.domain.guest import Category, Invitation
from qhsign.domain.problems import ProblemForUser
from qhsign.services.desk import Desk
from qhsign.services.guest_adding import NewGuestEntry, add_guest
from qhsign.services.guest_bulk import take_back_operation
from qhsign.services.guests import list_guests
from qhsign.services.verification import verify
from support.desks import fresh_desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with fresh_desk(tmp_path / "e.qhsign") as made:
        yield made


def test_a_guest_is_added_confirmed_with_the_next_number(desk: Desk) -> None:
    first = add_guest(desk, NewGuestEntry("张雷", "青海省商务厅", "副厅长", Category.DELEGATE))
    second = add_guest(desk, NewGuestEntry(" 𠮷野家𫖯 "))
    rows = {row.number: row for row in list_guests(desk).guests}
    assert (second.number, second.full_name) == (first.number + 1, "𠮷野家𫖯")
    row = rows[first.number]
    assert (row.full_name, row.organization, row.title) == ("张雷", "青海省商务厅", "副厅长")
    assert (row.category, row.status) == (Category.DELEGATE, Invitation.CONFIRMED)
    assert rows[second.number].category is Category.GUEST


def test_an_undo_takes_the_guest_away_and_the_number_is_not_given_again(desk: Desk) -> None:
    added = add_guest(desk, NewGuestEntry("张雷", "青海省商务厅"))
    assert take_back_operation(desk, added.operation).kept == 0
    assert list_guests(desk).total == 0
    assert add_guest(desk, NewGuestEntry("张雷")).number == added.number + 1
    assert all(each.ok for each in verify(desk))


@pytest.mark.parametrize("name", ["", "  ", "\u3000"])
def test_nobody_is_added_without_a_name(desk: Desk, name: str) -> None:
    with pytest.raises(ProblemForUser, match="guest-name-missing"):
        add_guest(desk, NewGuestEntry(name, "青海省商务厅"))
    assert list_guests(desk).total == 0
