"""The tables of the report screen, counted on a real event file."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from qhsign.domain.guest import Category
from qhsign.services import activities, check_ins, guests, imports, slates
from qhsign.services.desk import Desk
from qhsign.services.overview_records import Figures
from qhsign.services.report_figures import report_figures
from support.desks import OPENING, Clock, add_guest, fresh_desk
from support.list_files import write_csv


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def desk(tmp_path: Path, clock: Clock) -> Iterator[Desk]:
    with fresh_desk(tmp_path / "e.qhsign", clock) as desk:
        yield desk


@pytest.fixture
def here(desk: Desk) -> dict[str, str]:
    """Two activities and four guests of three organizations; gives the guests' ids."""
    for name in ("开幕式", "晚宴"):
        activities.set_activity(desk, name, {"reentry": "free"})
    add_guest(desk, "李刚", "甲公司", delegation="西宁代表团")
    add_guest(desk, "王菲", "甲公司", category="media", delegation="西宁代表团")
    add_guest(desk, "丁一", "乙公司")
    add_guest(desk, "赵六", "丙公司", status="declined")
    return {row.full_name: row.id for row in guests.list_guests(desk).guests}


def come(desk: Desk, guest: str, activity: str, nonce: str) -> None:
    place = next(each.id for each in activities.list_activities(desk) if each.name == activity)
    check_ins.check_in_by_hand(desk, guest, place, nonce=nonce)


def test_people_count_once_at_an_activity_and_once_in_all(
    desk: Desk, here: dict[str, str], clock: Clock
) -> None:
    come(desk, here["李刚"], "开幕式", "1")
    come(desk, here["李刚"], "晚宴", "2")
    come(desk, here["王菲"], "晚宴", "3")
    clock.forward(days=1)
    come(desk, here["王菲"], "晚宴", "4")
    figures = report_figures(desk)
    by_name = {line.name: line for line in figures.by_activity}
    assert by_name["开幕式"].figures == Figures(3, 1)
    assert by_name["晚宴"].figures == Figures(3, 2)
    assert by_name[""].figures == Figures(3, 2)
    assert by_name["晚宴"].by_category[Category.MEDIA] == Figures(1, 1)
    assert sum(each.arrived for each in by_name[""].by_category.values()) == 2
    days = [(day.day, day.people, day.first_time) for day in figures.by_day]
    first = date(2024, 7, 11)
    assert days == [(first, 2, 2), (first + timedelta(days=1), 1, 0)]
    of_opening = report_figures(desk, "开幕式")
    assert of_opening.activity == "开幕式"
    assert [day.people for day in of_opening.by_day] == [1]


def test_delegations_and_organizations(desk: Desk, here: dict[str, str]) -> None:
    come(desk, here["李刚"], "开幕式", "1")
    figures = report_figures(desk)
    (named, without) = figures.by_delegation
    assert (named.name, named.named, named.figures) == ("西宁代表团", 2, Figures(2, 1))
    assert (without.name, without.named, without.figures) == ("", 2, Figures(1, 0))
    everybody = figures.by_organization[0]
    assert everybody.category is None
    assert everybody.people == Figures(3, 1)
    assert everybody.organizations == Figures(2, 1)
    assert {line.category for line in figures.by_organization} == {
        None, Category.GUEST, Category.MEDIA,
    }  # fmt: skip


def test_days_are_the_events_own_even_about_midnight(
    desk: Desk, here: dict[str, str], clock: Clock
) -> None:
    clock.now = OPENING.replace(hour=15, minute=59)  # 23:59 in Xining
    come(desk, here["李刚"], "晚宴", "1")
    clock.now = OPENING.replace(hour=16, minute=1)  # the next day there
    come(desk, here["王菲"], "晚宴", "2")
    days = [(day.day.day, day.people) for day in report_figures(desk).by_day]
    assert days == [(11, 1), (12, 1)]


def test_slates_stand_beside_what_they_declare(desk: Desk, tmp_path: Path) -> None:
    slates.set_slate(desk, "重点项目", {"declared_contracts": "3", "declared_amount": "60亿"})
    rows = (
        ("项目名称", "甲方", "乙方", "投资额（亿元）"),
        ("零碳产业园", "西宁市人民政府", "某公司", "53.6"),
        ("友好协议", "青海省", "某州", ""),
    )
    imports.import_contracts(desk, write_csv(tmp_path / "k.csv", rows), slate="重点项目")
    imports.import_contracts(desk, write_csv(tmp_path / "k.csv", rows), slate="另一清单")
    figures = report_figures(desk)
    first, second, whole = figures.slates
    assert (first.contracts, first.without_amount, first.contract_gap) == (2, 1, -1)
    assert first.gap == (5360 - 6000) * 10**8
    assert (second.name, second.gap, second.contract_gap) == ("另一清单", None, None)
    assert (whole.name, whole.contracts, whole.amounts) == ("", 2, {"CNY": 536_000_000_000})


def test_an_empty_event_has_tables_all_the_same(desk: Desk) -> None:
    figures = report_figures(desk)
    assert figures.by_delegation == []
    assert figures.by_day == []
    assert [line.people for line in figures.by_organization] == [Figures(0, 0)]
