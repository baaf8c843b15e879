"""The event's own choices, and the rules of its activities."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from qhsign import wording
from qhsign.domain.check_in import Verdict
from qhsign.domain.guest import Category
from qhsign.domain.problems import ProblemForUser
from qhsign.services import (
    activities,
    badges,
    check_ins,
    events,
    guests,
    statistics,
    verification,
    zones,
)
from qhsign.services.desk import Desk
from qhsign.store.event_file import EventFile
from support.desks import add_guest, fresh_desk, make_desk
from support.tables import dump


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with fresh_desk(tmp_path / "e.qhsign") as desk:
        yield desk


def set_wrong(desk: Desk, values: dict[str, str], *, activity: str = "") -> str:
    """Return the code of the problem these settings are, having changed nothing."""
    before = dump(desk)
    with pytest.raises(ProblemForUser) as caught:
        if activity:
            activities.set_activity(desk, activity, values)
        else:
            events.change_event(desk, values)
    assert dump(desk) == before
    for language in wording.Language:
        assert wording.say(caught.value.code, language, **caught.value.parameters)
    return caught.value.code


def code_of(desk: Desk, number: int) -> str:
    with desk.read() as session:
        guest = guests.by_number(session, number).id
    return badges.issue(desk, [guest])[0].code


def test_a_new_event_has_what_it_needs(desk: Desk) -> None:
    facts = events.facts(desk)
    assert (facts.edition, facts.start, facts.end) == (25, date(2024, 7, 11), date(2024, 7, 15))
    assert (facts.short_title, facts.time_zone, facts.guest_order) == (
        "第25届", "Asia/Shanghai", "surname-strokes",
    )  # fmt: skip
    assert not facts.vetting_required
    assert len(facts.code) == 3
    assert [row.name for row in activities.list_activities(desk)] == ["开幕式"]
    assert [row[1] for row in dump(desk, "zone")["zone"]]
    assert all(check.ok for check in verification.verify(desk))


def test_a_title_pasted_on_several_lines_is_one_line(tmp_path: Path, desk: Desk) -> None:
    pasted = " 第26届中国·青海\r\n绿色发展\n\n投资贸易洽谈会 Xining\nFair\n"
    title = "第26届中国·青海绿色发展投资贸易洽谈会 Xining Fair"
    made = events.new_event(tmp_path / "26.qhsign", Desk, title=pasted)
    with made:
        facts = events.facts(made)
        assert (facts.title, facts.short_title) == (title, title)
    assert events.change_event(desk, {"title": pasted}).title == title
    assert events.change_event(desk, {"title_en": "The 26th\nFair"}).title_en == "The 26th Fair"


def test_nothing_is_overwritten(desk: Desk, tmp_path: Path) -> None:
    before = tmp_path.joinpath("e.qhsign").read_bytes()
    with pytest.raises(ProblemForUser, match="event-exists"):
        make_desk(tmp_path / "e.qhsign")
    assert tmp_path.joinpath("e.qhsign").read_bytes() == before
    with pytest.raises(ProblemForUser, match="event-dates"):
        events.new_event(
            tmp_path / "f.qhsign", Desk, title="T", start=date(2024, 7, 2), end=date(2024, 7, 1)
        )
    assert not tmp_path.joinpath("f.qhsign").exists()


def test_every_choice_can_be_made_and_lasts(desk: Desk, tmp_path: Path) -> None:
    chosen = {
        "title": " 第26届青洽会 ",
        "title_en": "The 26th Fair",
        "title_ky": "26-жарманке",
        "title_ru": "26-я ярмарка",
        "place_en": "Xining; Qinghai",
        "place_ky": "Синин шаары, Цинхай",
        "place_ru": "г. Синин；Цинхай",
        "badge_title": "第26届\\n青洽会",
        "short_title": "第26届",
        "edition": "26",
        "city": "青海西宁",
        "venue": "青海国际会展中心",
        "organizer": "青海省人民政府",
        "co_organizer": "青海省商务厅；执委会办公室",
        "sealer": "青海省商务厅",
        "start": "2025-07-10",
        "end": "2025-07-14",
        "time_zone": "Asia/Bishkek",
        "vetting_required": "是",
        "guest_order": "pinyin",
        "jiao_with_whole": "no",
        "declared_guests": "6096",
        "declared_activities": "11",
        "alarm_minutes": "5、20",
        "even_presidium": "second-left",
        "gap_policy": "close",
    }
    assert set(chosen) == set(events.SETTINGS)
    facts = events.change_event(desk, chosen)
    with EventFile.open(tmp_path / "e.qhsign") as again:
        assert events.facts(Desk(again)) == facts
    assert (facts.title, facts.badge_title) == ("第26届青洽会", "第26届\n青洽会")
    assert facts.co_organizer == "青海省商务厅\n执委会办公室"
    assert (facts.title_ky, facts.place_ru) == ("26-жарманке", "г. Синин\nЦинхай")
    assert (facts.edition, facts.declared_guests, facts.start) == (26, 6096, date(2025, 7, 10))
    assert (facts.vetting_required, facts.jiao_with_whole) == (True, False)
    assert (facts.alarms, facts.even_presidium, facts.gap_policy) == (
        (20, 5), "second-left", "close",
    )  # fmt: skip
    emptied = events.change_event(desk, {"edition": "", "start": "", "declared_guests": ""})
    assert (emptied.edition, emptied.start, emptied.declared_guests) == (None, None, None)


@pytest.mark.parametrize(
    ("key", "value", "code"),
    [
        ("title", "　", "setting-wrong"),
        ("edition", "二十五", "setting-wrong"),
        ("edition", "9" * 30, "setting-wrong"),
        ("declared_guests", "-1", "setting-wrong"),
        ("start", "7月11日", "setting-wrong"),
        ("start", "2024-07-16", "event-dates"),
        ("time_zone", "Asia/Xining", "setting-wrong"),
        ("alarm_minutes", "soon", "setting-wrong"),
        ("even_presidium", "middle", "setting-wrong"),
        ("gap_policy", "fill", "setting-wrong"),
        ("vetting_required", "也许", "setting-wrong"),
        ("guest_order", "beauty", "setting-wrong"),
        ("code", "AAA", "setting-unknown"),
        ("is_demonstration", "yes", "setting-unknown"),
    ],
)
def test_a_wrong_choice_changes_nothing(desk: Desk, key: str, value: str, code: str) -> None:
    assert set_wrong(desk, {"city": "西宁", key: value}) == code


def test_times_without_a_zone_are_the_event_s(desk: Desk) -> None:
    row = activities.set_activity(
        desk, "开幕式", {"opens": "2024-07-11T08:30", "closes": "2024-07-11T05:00+02:00"}
    )
    assert row.opens == datetime(2024, 7, 11, 0, 30, tzinfo=UTC)
    assert row.closes == datetime(2024, 7, 11, 3, 0, tzinfo=UTC)
    assert activities.set_activity(desk, "1", {"opens": "", "closes": ""}).opens is None


def test_rules_are_kept_by_number_name_or_part(desk: Desk) -> None:
    made = activities.set_activity(
        desk, "友好省州签约暨合作对接会",
        {"reentry": "after-exit", "invited": "listed", "categories": "guest, signatory",
         "zones": "s", "place": "主会场"},
    )  # fmt: skip
    assert made.number == 2
    assert made.categories == (Category.GUEST, Category.SIGNATORY)
    assert made.zones == ("S",)
    assert activities.set_activity(desk, "友好", {"categories": "all"}).categories is None
    changed = activities.set_activity(desk, "2", {"zones": "all"})
    assert (changed.number, changed.zones, changed.place) == (2, None, "主会场")
    assert len(activities.list_activities(desk)) == 2


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"opens": "九点"}, "setting-wrong"),
        ({"opens": "0001-01-01T00:00"}, "setting-wrong"),
        ({"opens": "2024-07-11T09:00", "closes": "2024-07-11T09:00"}, "activity-times"),
        ({"reentry": "never"}, "setting-wrong"),
        ({"invited": "some"}, "setting-wrong"),
        ({"categories": "guest,vip"}, "setting-wrong"),
        ({"categories": ""}, "setting-wrong"),
        ({"zones": "A,Z"}, "setting-wrong"),
        ({"name": "x"}, "setting-unknown"),
    ],
)
def test_a_wrong_rule_changes_nothing(desk: Desk, values: dict[str, str], code: str) -> None:
    assert set_wrong(desk, {"place": "主会场", **values}, activity="开幕式") == code
    assert set_wrong(desk, {"place": "主会场", **values}, activity="新的活动") == code


def test_a_part_that_fits_two_is_refused_with_both(desk: Desk) -> None:
    for name in ("主宾国开馆仪式", "主宾国经贸合作交流"):
        activities.set_activity(desk, name, {})
    assert set_wrong(desk, {"place": "x"}, activity="主宾国") == "activity-ambiguous"
    assert set_wrong(desk, {"place": "x"}, activity="99") == "activity-unknown"
    assert set_wrong(desk, {"place": "x"}, activity=" ") == "activity-unknown"


@pytest.mark.parametrize(
    ("rules", "verdict"),
    [
        ({"invited": "listed"}, Verdict.NOT_INVITED),
        ({"categories": "media"}, Verdict.NOT_INVITED),
        ({"zones": "V"}, Verdict.WRONG_ZONE),
        ({"opens": "2024-07-11T09:01"}, Verdict.TOO_EARLY),
        ({"closes": "2024-07-11T08:59"}, Verdict.CLOSED),
        ({"opens": "2024-07-11T09:00", "closes": "2024-07-11T09:01"}, Verdict.ADMITTED),
    ],
)
def test_the_rules_hold_at_the_door_and_in_the_figures(
    desk: Desk, rules: dict[str, str], verdict: Verdict
) -> None:
    code = code_of(desk, add_guest(desk, "李刚"))
    vip = code_of(desk, add_guest(desk, "王冬", vip="yes"))
    activities.set_activity(desk, "开幕式", rules)
    assert check_ins.record_scan(desk, code, "开幕式").verdict is verdict
    expected = statistics.attendance(desk, "开幕式").expected
    if "zones" in rules:
        assert check_ins.record_scan(desk, vip, "开幕式").verdict is Verdict.ADMITTED
        assert expected == 1
    else:
        assert expected == (0 if verdict is Verdict.NOT_INVITED else 2)


def test_vetting_is_asked_only_where_the_event_asks(desk: Desk) -> None:
    number = add_guest(desk, "李刚")
    code = code_of(desk, number)
    events.change_event(desk, {"vetting_required": "yes"})
    assert check_ins.record_scan(desk, code, "1").verdict is Verdict.NOT_VETTED
    assert statistics.attendance(desk, "1").expected == 0
    guests.set_guest(desk, number, {"vetting": "passed"})
    assert check_ins.record_scan(desk, code, "1").verdict is Verdict.ADMITTED
    assert statistics.attendance(desk, "1").expected == 1


def test_an_activity_nobody_uses_can_be_taken_away(desk: Desk) -> None:
    activities.set_activity(desk, "招待会", {})
    activities.remove_unused(desk, "2")
    assert [row.name for row in activities.list_activities(desk)] == ["开幕式"]
    assert all(check.ok for check in verification.verify(desk))
    activities.set_activity(desk, "开幕式", {"invited": "all"})
    check_ins.record_scan(desk, "nonsense", activities.list_activities(desk)[0].id, nonce="n1")
    with pytest.raises(ProblemForUser, match="activity-used"):
        activities.remove_unused(desk, "开幕式")
    with pytest.raises(ProblemForUser, match="activity-unknown"):
        activities.remove_unused(desk, "招待会")


def test_zones_are_listed_by_letter(desk: Desk) -> None:
    assert [(zone.letter, zone.word) for zone in zones.list_zones(desk)] == sorted(events.ZONES)
