"""A badge printed at the door, read back from its file."""

from collections.abc import Iterator
from pathlib import Path

import pypdf
import pytest

from qhsign.domain.guest import Category
from qhsign.domain.problems import ProblemForUser
from qhsign.services import check_ins, guests
from qhsign.services.desk import Desk
from qhsign.services.door_badge import print_door_badge
from support.desks import add_guest, fresh_desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with fresh_desk(tmp_path / "e.qhsign") as desk:
        yield desk


def test_who_is_registered_at_the_door_is_checked_in_and_gets_a_badge(
    desk: Desk, tmp_path: Path
) -> None:
    made = guests.register_at_door(
        desk,
        name="马小龙（回族）",
        organization="海东农业集团",
        title="经理",
        category=Category.MEDIA,
    )
    assert made.full_name == "马小龙"
    shown = guests.show_guest(desk, made.number)
    assert (shown["category"], shown["organization"]) == ("media", "海东农业集团")
    assert check_ins.check_in_by_hand(desk, made.id, "开幕式").counted
    badge = print_door_badge(desk, made.number, tmp_path / "prints" / "today")
    assert badge.path.name == f"badge-{made.number:05d}.pdf"
    assert "马小龙" in pypdf.PdfReader(badge.path).pages[0].extract_text()


def test_a_badge_printed_again_leaves_the_first_file_alone(desk: Desk, tmp_path: Path) -> None:
    number = add_guest(desk, "李刚")
    paths = [print_door_badge(desk, number, tmp_path).path for _ in range(3)]
    assert [path.name for path in paths] == [
        f"badge-{number:05d}.pdf",
        f"badge-{number:05d}-2.pdf",
        f"badge-{number:05d}-3.pdf",
    ]
    assert all(len(pypdf.PdfReader(path).pages) == 1 for path in paths)


def test_who_has_not_confirmed_gets_none_and_is_told_why(desk: Desk, tmp_path: Path) -> None:
    number = add_guest(desk, "李刚", status="invited")
    with pytest.raises(ProblemForUser) as told:
        print_door_badge(desk, number, tmp_path / "prints")
    assert told.value.code == "not-confirmed"
    assert list((tmp_path / "prints").iterdir()) == []


def test_a_folder_that_cannot_be_made_is_said(desk: Desk, tmp_path: Path) -> None:
    number = add_guest(desk, "李刚")
    (tmp_path / "prints").write_text("a file stands where the folder should")
    with pytest.raises(ProblemForUser) as told:
        print_door_badge(desk, number, tmp_path / "prints")
    assert told.value.code == "out-unwritable"


def test_a_guest_who_is_not_there_is_said(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(ProblemForUser) as told:
        print_door_badge(desk, 4711, tmp_path)
    assert told.value.code == "guest-unknown"
