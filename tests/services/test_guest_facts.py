from pathlib import Path

import pytest
from sqlalchemy import select

from qhsign.domain.open_questions import OpenQuestion
from qhsign.services.activities import set_activity
from qhsign.services.desk import Desk
from qhsign.services.events import change_event
from qhsign.services.guest_facts import guest_facts
from qhsign.services.guests import list_guests, set_guest
from qhsign.store.schema import Guest, PendingActivity
from support.desks import add_guest, fresh_desk


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return fresh_desk(tmp_path / "e.qhsign")


def numbers(desk: Desk, problem: OpenQuestion) -> list[int]:
    ids = guest_facts(desk).problems[problem]
    return sorted(row.number for row in list_guests(desk).guests if row.id in ids)


def test_what_a_list_left_open_is_told_by_guest(desk: Desk) -> None:
    bare = add_guest(desk, "王冬", organization="")
    full = add_guest(desk, "田富", title="处长")
    assert numbers(desk, OpenQuestion.NO_ORGANIZATION) == [bare]
    assert numbers(desk, OpenQuestion.NO_TITLE) == [bare]
    assert numbers(desk, OpenQuestion.NO_PHOTO) == [bare, full]


def test_a_surname_read_otherwise_is_open_until_somebody_confirms_it(desk: Desk) -> None:
    shan = add_guest(desk, "单雄信", title="处长")
    yuchi = add_guest(desk, "尉迟恭", title="处长")
    add_guest(desk, "欧阳文", title="处长")
    abroad = add_guest(desk, "单雄信", title="处长", organization="大使馆", country="IS")
    assert numbers(desk, OpenQuestion.READING) == [shan, yuchi]
    set_guest(desk, shan, {"reading": "shàn xióng xìn"})
    assert abroad not in numbers(desk, OpenQuestion.READING)
    assert numbers(desk, OpenQuestion.READING) == [yuchi]


def test_a_stand_in_settles_the_strokes(desk: Desk) -> None:
    rare = add_guest(desk, "李\U00030729", title="处长")
    assert numbers(desk, OpenQuestion.NO_STROKES) == [rare]
    set_guest(desk, rare, {"stroke_stand_in": "颐"})
    assert numbers(desk, OpenQuestion.NO_STROKES) == []


def test_one_person_twice_is_not_a_namesake(desk: Desk) -> None:
    first = add_guest(desk, "李刚", organization="青海银行")
    again = add_guest(desk, "李 刚", organization="青海银行")
    other = add_guest(desk, "李刚", organization="西宁晚报")
    add_guest(desk, "李磊")
    assert numbers(desk, OpenQuestion.TWICE) == [first, again]
    assert numbers(desk, OpenQuestion.NAMESAKE) == [other]
    set_guest(desk, first, {"phone": "13809710001"})
    set_guest(desk, again, {"phone": "13809710002"})
    assert numbers(desk, OpenQuestion.TWICE) == []
    assert numbers(desk, OpenQuestion.NAMESAKE) == [first, again, other]


def test_an_activity_only_the_list_knows_is_open(desk: Desk) -> None:
    number = add_guest(desk, "王冬")
    with desk.write("list") as session:
        guest = session.scalars(select(Guest)).one()
        session.add(PendingActivity(guest_id=guest.id, name="酒会"))
    assert numbers(desk, OpenQuestion.ACTIVITY) == [number]


def test_who_is_invited_follows_the_activity_or_its_list(desk: Desk) -> None:
    invited = add_guest(desk, "王冬")
    declined = add_guest(desk, "王琼", status="谢绝")
    opening = guest_facts(desk).activities
    dinner = set_activity(desk, "欢迎酒会", {"invited": "listed"}).id
    set_guest(desk, declined, {"activities": "欢迎酒会"})
    facts = guest_facts(desk)
    assert list(facts.activities.values()) == ["开幕式", "欢迎酒会"]
    assert facts.listed == {dinner}
    by_number = {row.number: row.id for row in list_guests(desk).guests}
    assert facts.invited[next(iter(opening))] == {by_number[invited]}
    assert facts.invited[dinner] == {by_number[declined]}


def test_vetting_is_told_as_the_event_chose(desk: Desk) -> None:
    assert not guest_facts(desk).vetting_required
    change_event(desk, {"vetting_required": "yes"})
    assert guest_facts(desk).vetting_required
