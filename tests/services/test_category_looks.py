from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook

from qhsign.domain.guest import Category
from qhsign.domain.problems import ProblemForUser
from qhsign.printing.shipped_categories import shipped_looks
from qhsign.services import (
    activities,
    badge_faces,
    category_looks,
    check_ins,
    exports,
    guests,
    zones,
)
from qhsign.services.desk import Desk
from qhsign.wording import Language
from support.desks import add_guest, fresh_desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with fresh_desk(tmp_path / "e.qhsign") as opened:
        yield opened


def test_without_a_choice_every_category_has_its_usual_look(desk: Desk) -> None:
    rows = category_looks.list_looks(desk)
    assert [row.category for row in rows] == list(Category)
    guest = rows[0]
    assert (guest.word, guest.word_en, guest.band) == ("嘉宾", "Guest", "#0B6E78")
    assert (guest.zones, guest.chosen) == (("A", "B", "C", "D"), frozenset())
    assert rows[-1].zones is None, "staff go everywhere"


def test_words_and_colours_reach_badges_lists_and_exports(desk: Desk, tmp_path: Path) -> None:
    number = add_guest(desk, "韩秋月")
    row = category_looks.set_look(
        desk, Category.GUEST, {"word": "来宾", "word_en": "Visitor", "band": "#7a1fa2"}
    )
    assert (row.word, row.band, row.chosen) == (
        "来宾", "#7A1FA2", frozenset({"word", "word_en", "band"}),
    )  # fmt: skip
    with desk.read() as session:
        look = badge_faces.event_face(session).look("guest", vip=False)
    assert (look.word, look.word_en, look.band, look.on) == (
        "来宾", "VISITOR", "#7A1FA2", "#FFFFFF",
    )  # fmt: skip
    assert look.shape == shipped_looks()["guest"].shape
    exports.export(desk, "guests", tmp_path / "g.xlsx")
    cells = [cell.value for line in load_workbook(tmp_path / "g.xlsx").active for cell in line]
    assert "来宾" in cells
    assert "嘉宾" not in cells
    words = category_looks.category_words(desk, Language.ENGLISH)
    assert (words[Category.GUEST], words[Category.MEDIA]) == ("Visitor", "Media")
    assert guests.set_guest(desk, number, {"category": "来宾"})["category"] == "guest"
    assert guests.set_guest(desk, number, {"category": "媒体"})["category"] == "media"
    ruled = activities.set_activity(desk, "1", {"categories": "来宾,media"})
    assert ruled.categories == (Category.GUEST, Category.MEDIA)


def test_zones_chosen_for_a_category_decide_at_the_door(desk: Desk) -> None:
    number = add_guest(desk, "韩秋月")
    guest = next(row for row in guests.list_guests(desk).guests if row.number == number)
    activities.set_activity(desk, "1", {"zones": "S"})
    assert check_ins.check_in_by_hand(desk, guest.id, "1").verdict == "wrong-zone"
    category_looks.set_look(desk, Category.GUEST, {"zones": "A,S"})
    assert check_ins.check_in_by_hand(desk, guest.id, "1").verdict == "admitted"
    every = category_looks.set_look(desk, Category.GUEST, {"zones": "all"})
    assert every.zones is None
    with desk.read() as session:
        assert zones.opened_by_category(session)[Category.GUEST] is None
    usual = category_looks.set_look(desk, Category.GUEST, {"zones": ""})
    assert (usual.zones, usual.chosen) == (("A", "B", "C", "D"), frozenset())


def test_the_usual_word_or_colour_is_no_choice(desk: Desk) -> None:
    category_looks.set_look(desk, Category.GUEST, {"word": "来宾", "band": "#7A1FA2"})
    row = category_looks.set_look(desk, Category.GUEST, {"word": "嘉宾", "band": ""})
    assert row == category_looks.usual_look(Category.GUEST)


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"word": "代表"}, "category-word-taken"),
        ({"word_en": "media"}, "category-word-taken"),
        ({"word": "特别特别特别特别特别长的名称"}, "category-word-long"),
        ({"band": "teal"}, "colour-wrong"),
        ({"band": "#E05050"}, "colour-illegible"),
        ({"band": "#D9AE45"}, "colour-of-vip"),
        ({"band": "#2C4591"}, "colour-taken"),
        ({"zones": "A,X"}, "setting-wrong"),
        ({"shape": "disc"}, "setting-unknown"),
    ],
)
def test_what_cannot_be_read_or_told_apart_is_refused(
    desk: Desk, values: dict[str, str], code: str
) -> None:
    with pytest.raises(ProblemForUser) as refused:
        category_looks.set_look(desk, Category.GUEST, values)
    assert refused.value.code == code
    assert category_looks.list_looks(desk)[0] == category_looks.usual_look(Category.GUEST)
