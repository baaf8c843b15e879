"""Guests: found, shown, changed, registered at the door."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qhsign import wording
from qhsign.domain.guest import Category, Invitation
from qhsign.domain.ordering import Order
from qhsign.domain.problems import ProblemForUser
from qhsign.services import activities, audit, badges, events, guests
from qhsign.services.desk import Desk
from qhsign.services.guest_fields import FIELDS, SENSITIVE
from support.desks import add_guest, fresh_desk
from support.tables import dump

PHONE = "13897541234"
DOCUMENT = "11010519491231002X"
PRIVATE = {
    "phone": PHONE,
    "document_number": DOCUMENT,
    "arrival": "2024-07-10 15:20",
    "departure": "2024-07-16",
    "lodging": "青海宾馆1208房",
    "vehicle": "青A·Q2507",
}


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with fresh_desk(tmp_path / "e.qhsign") as desk:
        yield desk


def found(desk: Desk, searched: str) -> list[str]:
    return [row.full_name for row in guests.list_guests(desk, searched=searched).guests]


def refused(desk: Desk, guest: int, **values: str) -> ProblemForUser:
    """Return the problem that setting these fields is, having changed nothing."""
    before = dump(desk)
    with pytest.raises(ProblemForUser) as caught:
        guests.set_guest(desk, guest, values)
    assert dump(desk) == before
    for language in wording.Language:
        assert wording.say(caught.value.code, language, **caught.value.parameters)
    return caught.value


def test_search_by_everything_people_type(desk: Desk) -> None:
    add_guest(desk, "张弘靓", "青海省商务厅", phone=PHONE, title="副厅长")
    add_guest(desk, "单雄信", "中国华电集团有限公司")
    add_guest(desk, "吕布")
    add_guest(desk, "易卜雷", "冰岛驻华大使馆", latin_name="Þórir Ibsen", country="冰岛")
    for typed in ("张弘", "zhl", "zhanghl", "zhang hong liang", "1234", "副厅长"):
        assert found(desk, typed) == ["张弘靓"], typed
    for typed in ("shanxx", "华电", "00002"):
        assert found(desk, typed) == ["单雄信"], typed
    assert found(desk, "lv") == found(desk, "lü") == ["吕布"]
    assert found(desk, "ibsen") == ["易卜雷"]
    assert found(desk, "没有这个人") == []
    assert len(found(desk, "")) == 4


def test_search_follows_every_change(desk: Desk) -> None:
    number = add_guest(desk, "李刚", "甲公司")
    guests.set_guest(desk, number, {"full_name": "王冬", "organization": "乙公司"})
    assert found(desk, "李刚") == found(desk, "甲公司") == []
    assert found(desk, "wangd") == found(desk, "乙公司") == ["王冬"]


def test_totals_count_all_matches_and_filters_narrow(desk: Desk) -> None:
    for number in range(7):
        add_guest(desk, f"李刚{number}", category="media" if number % 2 else "guest")
    guests.set_guest(desk, 1, {"status": "declined"})
    listed = guests.list_guests(desk, limit=2)
    assert (listed.total, len(listed.guests)) == (7, 2)
    assert guests.list_guests(desk, category=Category.MEDIA).total == 3
    assert guests.list_guests(desk, status=Invitation.DECLINED).total == 1
    assert guests.list_guests(desk, limit=0).total == 7


@pytest.mark.parametrize(
    ("order", "names"),
    [
        (Order.SURNAME_STROKES, ["王冬", "田富", "田大利", "单雄信", "魏雅琪"]),
        (Order.FULL_NAME_STROKES, ["王冬", "田大利", "田富", "单雄信", "魏雅琪"]),
        (Order.PINYIN, ["单雄信", "田大利", "田富", "王冬", "魏雅琪"]),
        (Order.ARRANGED, ["魏雅琪", "单雄信", "田富", "王冬", "田大利"]),
        (Order.PRECEDENCE, ["田大利", "王冬", "田富", "单雄信", "魏雅琪"]),
    ],
)
def test_each_order(desk: Desk, order: Order, names: list[str]) -> None:
    for place, name in enumerate(["田大利", "王冬", "田富", "单雄信", "魏雅琪"]):
        add_guest(desk, name, rank_level=str(place + 1), arranged=str(5 - place))
    listed = guests.list_guests(desk, order=order)
    assert listed.order is order
    assert [row.full_name for row in listed.guests] == names


def test_without_an_order_the_event_s_own(desk: Desk) -> None:
    for name in ("魏雅琪", "田富", "田大利"):
        add_guest(desk, name)
    assert [row.full_name for row in guests.list_guests(desk).guests][:2] == ["田富", "田大利"]
    events.change_event(desk, {"guest_order": "pinyin"})
    assert guests.list_guests(desk).guests[0].full_name == "田大利"


def test_private_fields_are_masked(desk: Desk) -> None:
    number = add_guest(desk, "李刚", **PRIVATE)
    shown = guests.show_guest(desk, number)
    assert (shown["phone"], shown["document_number"]) == ("138****1234", "110105********002X")
    for field, value in PRIVATE.items():
        assert value not in map(str, shown.values())
        assert shown[field]
    assert shown["document_kind"] == "identity-card"
    assert (shown["number"], shown["pinyin"]) == ("00001", "lǐ gāng")


def test_a_view_of_the_whole_value_is_on_the_trail_with_its_purpose(desk: Desk) -> None:
    number = add_guest(desk, "李刚", **PRIVATE)
    assert set(PRIVATE) == set(SENSITIVE)
    for field, value in PRIVATE.items():
        shown = guests.reveal(desk, number, field, " 联系航班变更 ")
        assert shown[field] == value
        others = set(PRIVATE) - {field}
        assert all(shown[other] != PRIVATE[other] for other in others)
        (line, *_) = audit.trail(desk, guest=number)
        assert (line.change, line.action, line.operator) == ("view", "guest reveal", "韩秋月")
        assert line.new == {"field": field, "purpose": "联系航班变更"}


def test_no_purpose_no_view(desk: Desk) -> None:
    number = add_guest(desk, "李刚", **PRIVATE)
    before = dump(desk)
    for purpose in ("", "  ", "\u3000"):
        with pytest.raises(ProblemForUser, match="purpose-missing"):
            guests.reveal(desk, number, "phone", purpose)
    with pytest.raises(ProblemForUser, match="field-not-sensitive"):
        guests.reveal(desk, number, "title", "联系")
    with pytest.raises(ProblemForUser, match="guest-unknown"):
        guests.reveal(desk, 999, "phone", "联系")
    assert dump(desk) == before


@pytest.mark.parametrize(
    ("field", "text", "shown"),
    [
        ("full_name", " 努尔买买提江•阿卜杜热合曼 ", "努尔买买提江·阿卜杜热合曼"),
        ("full_name", "李　刚", "李刚"),
        ("latin_name", " Þórir Ibsen ", "Þórir Ibsen"),
        ("reading", "shàn xióng xìn", None),
        ("stroke_stand_in", "𬱖=颐", "𬱖=颐"),
        ("gender", "女", "female"),
        ("gender", "male", "male"),
        ("gender", "", None),
        ("organization", " 青海师范大学 ", "青海师范大学"),
        ("organization", "", ""),
        ("delegation", "海西州代表团", "海西州代表团"),
        ("delegation", "", ""),
        ("category", "media", "media"),
        ("vip", "是", True),
        ("vip", "no", False),
        ("status", "declined", "declined"),
        ("vetting", "passed", "passed"),
        ("country", "冰岛", "IS"),
        ("country", "KG", "KG"),
        ("country", "", None),
        ("rank_level", "3", 3),
        ("rank_level", "", None),
        ("credentials_date", "2024-02-29", "2024-02-29"),
        ("phone", "１３８ 9754 1234", "138****1234"),
        ("phone", "", ""),
        ("document_number", "11010519491231002x", "110105********002X"),
        ("seat", "A区3排12座", "A区3排12座"),
        ("diet", "清真", "清真"),
    ],
)
def test_each_kind_of_field(desk: Desk, field: str, text: str, shown: object) -> None:
    number = add_guest(desk, "李刚", "某单位", phone=PHONE, country="CN", rank_level="9")
    answer = guests.set_guest(desk, number, {field: text})
    assert answer == guests.show_guest(desk, number)
    if shown is not None and field != "reading":
        assert str(answer[field]) == str(shown)
    elif field == "reading":
        assert answer["pinyin"] == text
    else:
        assert answer[field] is None


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("full_name", " \u200b　"),
        ("gender", "男女"),
        ("category", "贵宾"),
        ("vip", "也许"),
        ("status", "来"),
        ("vetting", "ok"),
        ("country", "亚特兰蒂斯"),
        ("rank_level", "三"),
        ("rank_level", "9" * 30),
        ("arranged", "1.5"),
        ("credentials_date", "2023-02-29"),
        ("document_number", "1.10105194912310E+17"),
        ("activities", "没有这个活动"),
        ("number", "7"),
        ("hair", "红"),
        ("", "x"),
    ],
)
def test_a_wrong_value_changes_nothing_not_even_its_neighbours(
    desk: Desk, field: str, text: str
) -> None:
    number = add_guest(desk, "李刚", phone=PHONE, rank_level="9")
    problem = refused(desk, number, **{"title": "处长", field: text, "seat": "3排"})
    assert problem.code in {"field-wrong", "field-unknown", "activity-unknown"}


def test_a_wrong_document_is_not_repeated_in_full(desk: Desk) -> None:
    number = add_guest(desk, "李刚")
    problem = refused(desk, number, document_number="110105194912310000")
    assert "110105194912310000" not in str(problem.parameters)


def test_invitations_are_exactly_those_named(desk: Desk) -> None:
    for name in ("投资说明会", "友好省州签约"):
        activities.set_activity(desk, name, {})
    number = add_guest(desk, "李刚", activities="开幕式,友好")
    assert len(dump(desk, "invited")["invited"]) == 2
    guests.set_guest(desk, number, {"activities": "投资说明会"})
    assert len(dump(desk, "invited")["invited"]) == 1
    guests.set_guest(desk, number, {"activities": ""})
    assert dump(desk, "invited")["invited"] == []


def test_a_change_is_journaled_with_its_reason(desk: Desk) -> None:
    number = add_guest(desk, "李刚")
    guests.set_guest(desk, number, {"title": "处长"}, "任免通知" * 30)
    noted, changed = audit.trail(desk, guest=number)[:2]
    assert "任免通知" * 30 in {*noted.new.values(), *changed.new.values()}
    assert {"title": "处长"} in (noted.new, changed.new)


def test_somebody_at_the_door_is_confirmed_at_once(desk: Desk) -> None:
    made = guests.walk_in(
        desk, name="石雪艳（女，回族）", organization=" 西宁市人民政府 ", title=" 副市长 ",
        category=Category.DELEGATE,
    )  # fmt: skip
    assert made["full_name"] == "石雪艳"
    assert (made["gender"], made["organization"], made["title"]) == (
        "female", "西宁市人民政府", "副市长",
    )  # fmt: skip
    assert (made["status"], made["category"]) == ("confirmed", "delegate")
    assert "回族" not in str(dump(desk, "guest"))
    assert found(desk, "石雪艳") == ["石雪艳"]
    with pytest.raises(ProblemForUser, match="walk-in-name-missing"):
        guests.walk_in(desk, name=" \u200b ", organization="某单位")
    assert guests.walk_in(desk, name="王冬", organization="")["organization"] == ""


def test_the_same_organization_is_made_once(desk: Desk) -> None:
    for printed in ("中国华电集团有限公司", "中国华电集团有限公司 ", "中国华电集团 有限公司"):
        add_guest(desk, "李刚", printed)
    assert len(dump(desk, "organization")["organization"]) == 1


def test_badges_are_shown_with_the_guest(desk: Desk) -> None:
    number = add_guest(desk, "李刚")
    with desk.read() as session:
        guest = guests.by_number(session, number).id
    (badge,) = badges.issue(desk, [guest])
    badges.reissue(desk, number, "遗失")
    shown = str(guests.show_guest(desk, number)["badges"])
    assert badge.short_code in shown
    assert shown.index("'replaced'") < shown.index("'active'")


def test_an_unknown_number_is_told(desk: Desk) -> None:
    for number in (0, -1, 7):
        with pytest.raises(ProblemForUser, match="guest-unknown"):
            guests.show_guest(desk, number)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(field=st.sampled_from(sorted(FIELDS)), text=st.text(max_size=60))
def test_any_text_is_taken_or_refused_in_a_sentence(desk: Desk, field: str, text: str) -> None:
    if not guests.list_guests(desk).total:
        add_guest(desk, "李刚")
    try:
        guests.set_guest(desk, 1, {field: text})
    except ProblemForUser as problem:
        wording.say(problem.code, **problem.parameters)
    assert guests.show_guest(desk, 1)["full_name"]


def test_a_name_without_strokes_is_told_until_somebody_lends_it_some(desk: Desk) -> None:
    number = add_guest(desk, "王𪚥")
    add_guest(desk, "王冬")
    found = guests.list_guests(desk, order=Order.SURNAME_STROKES)
    assert [guest.full_name for guest in found.guests][-1] == "王𪚥"
    assert [(one.full_name, one.characters) for one in found.unranked] == [("王𪚥", "𪚥")]
    assert guests.list_guests(desk, order=Order.PINYIN).unranked == []
    guests.set_guest(desk, number, {"stroke_stand_in": "一"})
    lent = guests.list_guests(desk, order=Order.SURNAME_STROKES)
    assert next(guest.full_name for guest in lent.guests) == "王𪚥"
    assert lent.unranked == []


def test_liaisons_are_given_by_guest_and_nobody_for_who_has_none(desk: Desk) -> None:
    add_guest(desk, "贵客一", liaison="韩雪 13812345678")
    add_guest(desk, "贵客二")
    with desk.read() as session:
        ids = {
            row.full_name: row.id
            for row in guests.rows(session)
            if row.full_name.startswith("贵客")
        }
    found = guests.liaisons(desk, [*ids.values(), "nobody"])
    assert found == {ids["贵客一"]: "韩雪 138****5678"}
