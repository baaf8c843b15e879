import random

import pytest

from qhsign.domain.seat_order import seat_key


@pytest.mark.parametrize(
    "walked",
    [
        ["主席台1", "主席台2", "主席台10", "1排2号", "1排10号", "2排1号", "11排3号", ""],
        ["A-2", "A-10", "B-1"],
        ["一排三座", "二排一座", "十排一座", "十二排一座", "二十一排一座"],
        ["第3桌", "第12桌"],
    ],
)
def test_seats_are_sorted_as_people_walk_along_them(walked: list[str]) -> None:
    mixed = list(walked)
    random.Random(7).shuffle(mixed)
    assert sorted(mixed, key=seat_key) == walked


def test_a_name_of_a_hall_is_no_number() -> None:
    assert seat_key("三江源厅1桌") != seat_key("3江源厅1桌")
