"""The overview counts by the same rules as everything else, from the records alone."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from qhsign.domain.guest import Category
from qhsign.domain.problems import ProblemForUser
from qhsign.services import activities, check_ins, events, guests, overview, reconciliation
from qhsign.services.desk import Desk
from qhsign.services.overview_records import Figures, Overview
from qhsign.services.statistics import attendance
from qhsign.store import backup
from qhsign.wording import Language
from support import demonstrations
from support.desks import OPENING, Clock, add_guest, fresh_desk

FIRST, SECOND = date(2024, 7, 11), date(2024, 7, 12)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def desk(tmp_path: Path, clock: Clock) -> Iterator[Desk]:
    with fresh_desk(tmp_path / "e.qhsign", clock) as desk:
        yield desk


def check_in(desk: Desk, number: int, activity: str = "开幕式", desk_name: str = "东门") -> str:
    with desk.read() as session:
        guest = guests.by_number(session, number).id
        place = activities.find(session, activity).id
    nonce = f"{number}-{activity}-{desk.now():%d%H%M%S}"
    return check_ins.check_in_by_hand(desk.named(desk_name), guest, place, nonce=nonce).scan


def of_kind(seen: Overview, category: Category, *, vip: bool = False) -> Figures:
    return next(
        each.figures for each in seen.by_kind if each.category is category and each.vip is vip
    )


def test_arrivals_are_counted_in_fives_of_the_event_s_own_clock(desk: Desk, clock: Clock) -> None:
    numbers = [add_guest(desk, name) for name in ("李刚", "王芳", "张弘靓", "苏玉秀")]
    for number, minutes in zip(numbers[:3], (0, 4, 3), strict=True):
        clock.forward(minutes=minutes)
        check_in(desk, number)
    seen = overview.overview(desk, "开幕式")
    assert seen.activity == "开幕式"
    assert seen.guests == 4
    assert seen.figures == Figures(4, 3)
    assert [(day.day, dict(day.by_span)) for day in seen.days] == [(FIRST, {540: 2, 545: 1})]
    assert seen.recent == 2
    assert f"{seen.as_of:%H:%M %z}" == "09:07 +0800"
    check_in(desk, numbers[0])
    assert overview.overview(desk, "开幕式").figures.arrived == 3, "twice in is one person"


def test_what_does_not_count_elsewhere_does_not_count_here(desk: Desk) -> None:
    here, annulled = add_guest(desk, "李刚"), add_guest(desk, "王芳")
    check_in(desk, here)
    scan = check_in(desk, annulled)
    check_ins.annul(desk, scan, "扫错了人")
    seen = overview.overview(desk, "开幕式")
    assert seen.figures.arrived == seen.days[0].total == 1
    assert seen.figures.arrived == attendance(desk, "开幕式").arrived


def test_each_day_has_its_own_arrivals(desk: Desk, clock: Clock) -> None:
    activities.set_activity(desk, "展览", {"reentry": "daily"})
    numbers = [add_guest(desk, "李刚"), add_guest(desk, "王芳")]
    check_in(desk, numbers[0], "展览")
    clock.forward(days=2, minutes=12)
    for number in numbers:
        check_in(desk, number, "展览")
    seen = overview.overview(desk, "展览")
    assert [(day.day.day, day.total) for day in seen.days] == [(11, 1), (13, 2)]
    assert seen.figures == Figures(2, 2)
    clock.forward(days=1)
    days = overview.overview(desk, "展览").days
    assert [(day.day.day, day.total) for day in days] == [(11, 1), (13, 2), (14, 0)], "and today"
    clock.forward(days=9)
    assert [day.day.day for day in overview.overview(desk, "展览").days] == [11, 13]


def test_without_an_activity_everybody_counts_once(desk: Desk, clock: Clock) -> None:
    activities.set_activity(desk, "论坛", {})
    number = add_guest(desk, "李刚")
    clock.forward(minutes=7)
    check_in(desk, number, "论坛")
    clock.forward(hours=1)
    check_in(desk, number)
    seen = overview.overview(desk)
    assert (seen.activity, seen.figures) == ("", Figures(1, 1))
    assert dict(seen.days[0].by_span) == {545: 1}
    assert [(each.name, each.figures) for each in seen.by_activity] == [
        ("开幕式", Figures(1, 1)),
        ("论坛", Figures(1, 1)),
    ]


def test_every_activity_counts_whom_it_invites(desk: Desk) -> None:
    activities.set_activity(desk, "媒体通气会", {"categories": "media"})
    add_guest(desk, "李刚")
    press = add_guest(desk, "王芳", category="media")
    add_guest(desk, "赵云", status="declined")
    check_in(desk, press, "媒体通气会")
    seen = overview.overview(desk, "开幕式")
    assert [each.figures for each in seen.by_activity] == [Figures(2, 0), Figures(1, 1)]
    assert [each.figures.expected for each in seen.by_activity] == [
        attendance(desk, each.id).expected for each in seen.by_activity
    ]
    assert of_kind(seen, Category.MEDIA) == Figures(1, 0)
    assert {each.category for each in seen.by_kind} == {Category.GUEST, Category.MEDIA}


def test_vips_are_told_with_time_and_desk_and_the_missing_first(desk: Desk, clock: Clock) -> None:
    missing = add_guest(desk, "安立佳", vip="yes")
    early, late = add_guest(desk, "年洪恩", vip="yes"), add_guest(desk, "柳洲", vip="yes")
    add_guest(desk, "李刚")
    check_in(desk, early, desk_name="贵宾通道")
    clock.forward(minutes=20)
    check_in(desk, late, desk_name="西门")
    seen = overview.overview(desk, "开幕式")
    told = [(vip.number, vip.at and f"{vip.at:%H:%M}", vip.desk) for vip in seen.vips]
    assert told == [(missing, None, ""), (late, "09:20", "西门"), (early, "09:00", "贵宾通道")]
    assert of_kind(seen, Category.GUEST, vip=True) == Figures(3, 2)
    assert of_kind(seen, Category.GUEST) == Figures(4, 2)


def test_a_new_event_has_nothing_to_see_and_says_so_in_figures(desk: Desk) -> None:
    seen = overview.overview(desk, "开幕式")
    assert (seen.guests, seen.figures, seen.vips, seen.by_kind) == (0, Figures(0, 0), (), ())
    assert seen.figures.share is None
    assert [day.total for day in seen.days] == [0], "the first day of the event is today"
    assert reconciliation.lines(desk, Language.CHINESE) == ()
    with pytest.raises(ProblemForUser, match="activity-unknown"):
        overview.overview(desk, "没有的活动")


def test_the_file_tells_its_size_its_last_entry_and_its_copy(desk: Desk, clock: Clock) -> None:
    add_guest(desk, "李刚")
    file = overview.overview(desk).file
    assert file.name == "e.qhsign"
    assert file.size >= desk.file.path.stat().st_size
    assert file.changed is not None
    assert file.changed.utcoffset() == timedelta(hours=8)
    assert file.copied is None
    copy = backup.upgrade_backup_path(desk.file.path, "0009", datetime(2024, 7, 11, tzinfo=UTC))
    backup.copy_event_file(desk.file.path, copy)
    copied = overview.overview(desk).file.copied
    assert copied is not None
    assert copied.timestamp() == pytest.approx(copy.stat().st_mtime)


def test_declared_figures_stand_beside_the_records(desk: Desk) -> None:
    number = add_guest(desk, "李刚")
    events.change_event(desk, {"declared_guests": "3"})
    check_in(desk, number)
    (line,) = reconciliation.lines(desk, Language.CHINESE)
    assert (line.declared, line.entered, line.checked_in) == ("3 人", "1 人", "1 人")
    assert (line.gap, line.agrees) == ("−2", False)
    events.change_event(desk, {"declared_guests": "1"})
    (line,) = reconciliation.lines(desk, Language.ENGLISH)
    assert (line.measure, line.gap, line.agrees) == ("Guests", "0", True)


def test_a_picture_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "到场.png"
    overview.keep_picture(path, b"\x89PNG")
    assert path.read_bytes() == b"\x89PNG"
    with pytest.raises(ProblemForUser, match="out-folder-missing"):
        overview.keep_picture(tmp_path / "none" / "a.png", b"")


def test_a_whole_morning_adds_up(tmp_path: Path) -> None:
    desk, counts = demonstrations.make(tmp_path / "d.qhsign", guests=300, arrivals=True)
    with desk:
        seen = overview.overview(desk, "开幕式")
    assert seen.figures.arrived == counts["checked_in"]
    assert sum(day.total for day in seen.days) == seen.figures.arrived
    kinds = [each.figures for each in seen.by_kind if not each.vip]
    assert sum(each.expected for each in kinds) == seen.figures.expected == 300
    assert sum(each.arrived for each in kinds) == seen.figures.arrived
    assert SECOND not in {day.day for day in seen.days}
    assert OPENING.astimezone(UTC).date() in {day.day for day in seen.days}
