from collections.abc import Iterator
from pathlib import Path

import pytest

from qhsign.domain.guest import Category
from qhsign.domain.problems import ProblemForUser
from qhsign.services import activities, category_looks, reconciliation, zones
from qhsign.services.desk import Desk
from qhsign.services.setting_records import ZoneRow
from qhsign.wording import Language
from support.desks import fresh_desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with fresh_desk(tmp_path / "e.qhsign") as opened:
        yield opened


def letters(desk: Desk) -> str:
    return "".join(zone.letter for zone in zones.list_zones(desk))


def test_a_zone_is_changed_taken_away_and_put_back(desk: Desk) -> None:
    row = zones.set_zone(
        desk, "c", {"kind": "市州展区", "names": "西宁；海东\n海西", "declared_count": "4"}
    )
    assert row == ZoneRow("C", "市州", "市州展区", ("西宁", "海东", "海西"), 4)
    was = zones.remove_unused(desk, "C")
    assert (was, letters(desk)) == (row, "ABDSV")
    assert zones.put_back(desk, was) == row
    assert letters(desk) == "ABCDSV"


def test_a_new_letter_adds_a_zone_where_a_badge_has_room(desk: Desk) -> None:
    with pytest.raises(ProblemForUser) as refused:
        zones.set_zone(desk, "E", {"word": "能源"})
    assert refused.value.code == "zones-full"
    zones.remove_unused(desk, "D")
    assert zones.set_zone(desk, "e", {"word": "能源"}) == ZoneRow("E", "能源")
    assert letters(desk) == "ABCESV"


def test_a_zone_in_use_stays(desk: Desk) -> None:
    activities.set_activity(desk, "1", {"zones": "S"})
    category_looks.set_look(desk, Category.GUEST, {"zones": "A,B"})
    for letter, code in (("S", "zone-of-activity"), ("A", "zone-of-category")):
        with pytest.raises(ProblemForUser) as refused:
            zones.remove_unused(desk, letter)
        assert refused.value.code == code
    assert letters(desk) == "ABCDSV"


@pytest.mark.parametrize(
    ("letter", "values", "code"),
    [
        ("AB", {"word": "主题"}, "zone-letter-wrong"),
        ("主", {"word": "主题"}, "zone-letter-wrong"),
        ("", {"word": "主题"}, "zone-letter-wrong"),
        ("A", {"word": ""}, "zone-word-wrong"),
        ("A", {"word": "主题展区馆"}, "zone-word-wrong"),
        ("A", {"declared_count": "many"}, "setting-wrong"),
        ("A", {"colour": "red"}, "setting-unknown"),
    ],
)
def test_what_no_badge_could_show_is_refused(
    desk: Desk, letter: str, values: dict[str, str], code: str
) -> None:
    before = zones.list_zones(desk)
    with pytest.raises(ProblemForUser) as refused:
        zones.set_zone(desk, letter, values)
    assert refused.value.code == code
    assert zones.list_zones(desk) == before


def test_declared_places_stand_in_the_reconciliation(desk: Desk) -> None:
    zones.set_zone(desk, "D", {"kind": "国别展区", "names": "吉尔吉斯斯坦", "declared_count": "3"})
    (line,) = reconciliation.lines(desk, Language.CHINESE)
    assert (line.subject, line.declared, line.entered, line.gap) == (
        "国别展区", "3 个", "1 个", "−2",
    )  # fmt: skip
