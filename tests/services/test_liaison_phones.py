"""How to call who looks after a guest: in the liaison's cell, or as a guest themselves."""

from collections.abc import Iterator
from pathlib import Path

import docx
import pytest

from qhsign.domain.problems import ProblemForUser
from qhsign.services import audit, papers
from qhsign.services.desk import Desk
from qhsign.services.guest_papers import Grouping
from qhsign.services.liaison_phones import Liaison, liaisons_of, reveal_liaison, split_liaison
from support.desks import add_guest, fresh_desk
from support.stages import id_of


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with fresh_desk(tmp_path / "e.qhsign") as desk:
        yield desk


def liaison(desk: Desk, name: str) -> Liaison | None:
    with desk.read() as session:
        guest = id_of(desk, name)
        return liaisons_of(session, [guest]).get(guest)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("韩雪", ("韩雪", "")),
        ("韩雪 13812345678", ("韩雪", "13812345678")),
        ("韩雪（电话：138 1234 5678）", ("韩雪", "13812345678")),
        ("13812345678", ("", "13812345678")),
        ("韩雪，0971-6123456 / 13912345678", ("韩雪", "0971-6123456、13912345678")),
        ("A. Smith +44 20 7946 0958", ("A. Smith", "+442079460958")),
        ("接待3组", ("接待3组", "")),
    ],
)
def test_a_cell_holds_name_and_number(cell: str, expected: tuple[str, str]) -> None:
    assert split_liaison(cell) == expected


def test_the_number_is_that_of_the_guest_of_the_name(desk: Desk) -> None:
    add_guest(desk, "贵客", liaison="韩 雪")
    add_guest(desk, "另客")
    assert liaison(desk, "贵客") == Liaison("韩 雪")
    add_guest(desk, "韩雪", phone="13812345678")
    assert liaison(desk, "贵客") == Liaison("韩 雪", "13812345678", id_of(desk, "韩雪"))
    assert liaison(desk, "另客") is None


def test_of_namesakes_only_one_of_the_same_delegation_is_called(desk: Desk) -> None:
    add_guest(desk, "贵客", liaison="韩雪", delegation="海西州代表团")
    add_guest(desk, "韩雪", "甲厅", phone="13812345678", delegation="西宁市代表团")
    add_guest(desk, "韩雪", "乙厅", phone="13912345678", delegation="海西州代表团")
    add_guest(desk, "散客", liaison="韩雪")
    found = liaison(desk, "贵客")
    assert found is not None
    assert found.phone == "13912345678"
    assert liaison(desk, "散客") == Liaison("韩雪"), "rather none than a stranger's"


def test_a_number_is_shown_for_a_purpose_and_the_view_is_kept(desk: Desk) -> None:
    add_guest(desk, "贵客", liaison="韩雪")
    add_guest(desk, "韩雪", phone="13812345678")
    add_guest(desk, "另客", liaison="马芳 13912345678")
    add_guest(desk, "散客", liaison="无名")
    with pytest.raises(ProblemForUser, match="purpose-missing"):
        reveal_liaison(desk, id_of(desk, "贵客"), " ")
    assert reveal_liaison(desk, id_of(desk, "贵客"), "催促到场") == "13812345678"
    assert reveal_liaison(desk, id_of(desk, "另客"), "催促到场") == "13912345678"
    assert reveal_liaison(desk, id_of(desk, "散客"), "催促到场") == ""
    seen = [(line.entity, line.new) for line in audit.trail(desk) if line.change == "view"]
    assert seen == [
        (id_of(desk, "另客"), {"field": "liaison", "purpose": "催促到场"}),
        (id_of(desk, "韩雪"), {"field": "phone", "purpose": "催促到场"}),
    ]


def said_in(path: Path) -> str:
    return "".join(
        cell.text
        for each in docx.Document(str(path)).tables
        for row in each.rows
        for cell in row.cells
    )


def test_a_number_in_the_cell_of_the_liaison_is_printed_for_a_purpose_only(
    desk: Desk, tmp_path: Path
) -> None:
    add_guest(desk, "李刚", liaison="马芳 13812345678")
    out = tmp_path / "a.docx"
    papers.print_address_list(desk, out, by=Grouping.LIAISON)
    said = said_in(out)
    assert "马芳 138****5678" in said
    assert "13812345678" not in said
    papers.print_address_list(desk, out, by=Grouping.ORGANIZATION, purpose="接送机")
    assert "13812345678" in said_in(out)
    papers.print_badge_collection(desk, out, by=Grouping.LIAISON)
    assert "13812345678" not in said_in(out)
