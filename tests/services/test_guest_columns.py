from pathlib import Path

import pytest

from qhsign.services import badges
from qhsign.services.desk import Desk
from qhsign.services.guest_columns import COLUMNS, column_values
from qhsign.services.guests import list_guests, set_guest
from qhsign.wording import Language
from support.desks import add_guest, fresh_desk


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return fresh_desk(tmp_path / "e.qhsign")


def test_columns_hold_words_and_nothing_for_who_has_nothing(desk: Desk) -> None:
    add_guest(desk, "易卜雷", country="IS", phone="13809710001", seat="1排6号")
    number = add_guest(desk, "王冬")
    ids = {row.full_name: row.id for row in list_guests(desk).guests}
    found = column_values(desk, COLUMNS, Language.CHINESE)
    assert found["country"] == {ids["易卜雷"]: "冰岛"}
    assert found["seat"] == {ids["易卜雷"]: "1排6号"}
    assert "1380971" not in found["phone"][ids["易卜雷"]]
    assert found["photo"] == {}
    english = column_values(desk, ["country"], Language.ENGLISH)
    assert english == {"country": {ids["易卜雷"]: "Iceland"}}
    set_guest(desk, number, {"liaison": "小王"})
    assert column_values(desk, ["liaison"], Language.CHINESE)["liaison"] == {ids["王冬"]: "小王"}


def test_a_badge_counts_once_it_was_printed_and_until_it_is_revoked(
    desk: Desk, tmp_path: Path
) -> None:
    number = add_guest(desk, "王冬", title="处长")
    (guest,) = (row.id for row in list_guests(desk).guests)
    badges.issue(desk, [guest])
    assert column_values(desk, ["badge"], Language.CHINESE) == {"badge": {}}
    badges.print_badges(desk, tmp_path / "b.pdf", guest_numbers=[number])
    assert column_values(desk, ["badge"], Language.CHINESE) == {"badge": {guest: "已印"}}
    badges.revoke(desk, number, "丢失")
    assert column_values(desk, ["badge"], Language.CHINESE) == {"badge": {}}
