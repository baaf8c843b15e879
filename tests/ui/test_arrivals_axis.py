import pytest

from qhsign.ui.overview.arrivals_axis import clock, number_marks, time_axis


@pytest.mark.parametrize(
    ("first", "last", "most", "marks"),
    [
        (452, 552, 9, ["07:30", "07:45", "08:00", "08:15", "08:30", "08:45", "09:00", "09:15"]),
        (540, 545, 9, ["09:00", "09:05", "09:10", "09:15", "09:20", "09:25", "09:30"]),
        (500, 1080, 6, ["08:00", "10:00", "12:00", "14:00", "16:00", "18:00"]),
        (0, 1440, 5, ["00:00", "06:00", "12:00", "18:00", "24:00"]),
    ],
)
def test_times_are_whole_and_not_too_many(
    first: int, last: int, most: int, marks: list[str]
) -> None:
    axis = time_axis(first, last, most)
    written = [clock(minute) for minute in axis.marks]
    assert written[: len(marks)] == marks
    assert len(written) <= most
    assert axis.share(axis.start) == 0
    assert axis.share(axis.end) == 1
    assert axis.start <= first < last <= axis.end


@pytest.mark.parametrize(
    ("top", "most", "numbers"),
    [
        (1, 4, [0, 1]),
        (6096, 4, [0, 2000, 4000, 6000]),
        (1286, 4, [0, 500, 1000]),
        (40, 4, [0, 10, 20, 30, 40]),
        (99, 1, [0, 50]),
    ],
)
def test_numbers_are_round_and_within_the_top(top: int, most: int, numbers: list[int]) -> None:
    assert list(number_marks(top, most)) == numbers


def test_no_axis_is_endless() -> None:
    for first in range(0, 1440, 35):
        for last in range(first, 1441, 45):
            axis = time_axis(first, last, 8)
            assert axis.end > axis.start
            assert len(axis.marks) <= 8
